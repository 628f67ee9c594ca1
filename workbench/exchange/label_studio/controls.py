"""The controls of the labeling configuration: what a region may be, and what may be said of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from workbench.model import REALIZATIONS, STATUSES
from workbench.scheme import Scheme

Kind = Literal["labels", "choices", "textarea"]

TEXT = "text"
"""The name of the one object that all controls refer to."""
ROLE = "role"
"""The control that says what a region is."""

CLAIM, UNDERSTOOD, SOURCE, CUE, ATTRIBUTION, ANCHOR, SENTENCE = LABELS = (
    "CLAIM",
    "UNDERSTOOD",
    "SOURCE",
    "CUE",
    "ATTRIBUTION",
    "ANCHOR",
    "Sentence",
)
CLAIMS = (CLAIM, UNDERSTOOD)
"""A claim: in its own words, or only understood (the region then stands in its sentence)."""
HUBS = (CUE, ATTRIBUTION)
"""What an attribution hangs on: its cue, or where it has none a region that stands for it."""

PART = "part"
"""The one relation label: the second region is a further fragment of the first."""
ARTICLE = "article"
"""The control that says of the whole article whether somebody has looked at all of it."""
FEATURE = "feature_"
"""What the names of the controls of features begin with."""
YES = {"unsure": "unsure", "flag": "flagged", "voice": "author"}
"""Controls that say one thing or nothing, and what they say."""


@dataclass(frozen=True)
class Control:
    """A control of the configuration.

    Attributes
    ----------
    values
        What it may say, empty for free text.
    labels
        The labels of the regions that it speaks of; empty for the whole task.
    """

    name: str
    kind: Kind
    values: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()


@lru_cache(maxsize=16)
def _list(scheme_key: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, Control]:
    values = dict(scheme_key)
    items = (*CLAIMS, *HUBS)
    controls = [
        Control(ROLE, "labels", LABELS),
        Control("stance", "choices", values.pop("stance"), HUBS),
        Control("certainty", "choices", values.pop("certainty"), HUBS),
        Control("realization", "choices", REALIZATIONS, HUBS),
        Control("voice", "choices", (YES["voice"],), (CLAIM,)),
        Control("proposition", "textarea", (), CLAIMS),
        *(
            Control(
                FEATURE + name.partition(":")[2],
                "choices" if found else "textarea",  # a typed feature has no values
                found,
                _owners(name),
            )
            for name, found in values.items()
        ),
        Control("unsure", "choices", (YES["unsure"],), items),
        Control("note", "textarea", (), items),
        Control("status", "choices", STATUSES, (SENTENCE,)),
        Control("flag", "choices", (YES["flag"],), (SENTENCE,)),
        Control("comment", "textarea", (), (SENTENCE,)),
        Control(ARTICLE, "choices", ("done", "open")),
    ]
    # The server refuses a choice of nothing: a scheme may have no certainties.
    asked = (each for each in controls if each.values or each.kind == "textarea")
    return {control.name: control for control in asked}


def _owners(name: str) -> tuple[str, ...]:
    return CLAIMS if name.startswith("claims:") else HUBS


def list_controls(scheme: Scheme) -> dict[str, Control]:
    """Return the controls that `scheme` gives, by name, in the order of the editor."""
    values = [
        ("stance", tuple(each.value for each in scheme.stances)),
        ("certainty", tuple(each.value for each in scheme.certainty_labels)),
        *(
            (f"{kind}:{feature.name}", tuple(each.value for each in feature.values))
            for kind in ("claims", "attributions")
            for feature in scheme.features_on(kind)
        ),
    ]
    return _list(tuple(values))
