"""A finding: where somebody should look again, and why."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec

from workbench.model.record import Frozen

Score = Annotated[float, msgspec.Meta(ge=0, le=1)]


class Place(Frozen, frozen=True):
    """A sentence of a layer's answer, or one claim or attribution in it."""

    layer: str
    document: str
    sentence: str
    item: str | None = None


class Finding(Frozen, frozen=True):
    """One thing that looks wrong.

    Attributes
    ----------
    kind
        Which check found it; the names are in `docs/checks.md`.
    layer, document, sentence
        Where it is; for a finding about a person an example of what it says.
    items
        The ids of the claims and attributions that it speaks of, none for a whole sentence.
    why
        One sentence. It quotes the article, so that it is data wherever it is shown.
    score
        How sure it is, in [0, 1]. It orders findings of one kind, and is no probability.
    elsewhere
        What it is compared with, where that is one place.
    """

    kind: str
    layer: str
    document: str
    sentence: str
    items: tuple[str, ...]
    why: str
    score: Score
    elsewhere: tuple[Place, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the finding as plain data, keys in the order of its fields."""
        data: dict[str, Any] = msgspec.to_builtins(self)
        return data


def order_findings(findings: list[Finding]) -> list[Finding]:
    """Return findings the surest first; equal ones by kind and place, so that the order is fixed.

    The order does not depend on the order in which records or findings arrived.
    """
    return sorted(
        findings,
        key=lambda each: (
            -each.score,
            each.kind,
            each.layer,
            each.document,
            each.sentence,
            each.items,
            each.why,
            [(place.document, place.sentence, place.item or "") for place in each.elsewhere],
        ),
    )


def shorten(text: str, length: int = 60) -> str:
    """Return `text` on one line, cut at a space where it is longer than `length` characters."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    return line[:length].rpartition(" ")[0] + " …"
