"""The parts of a label scheme: texts, colours, stances, certainties, features."""

from __future__ import annotations

from typing import Literal

import msgspec

from workbench.errors import InputError
from workbench.text import dump_figures, is_edtf, is_figures, load_figures

RoleName = Literal["claim", "source", "cue", "anchor"]
RealizationName = Literal["explicit", "pro_drop", "implicit", "author"]
Line = Literal["fill", "solid", "double", "dashed", "dotted", "wavy"]
FeatureType = Literal["values", "figure", "edtf"]
FactBankCode = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "Uu"]


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The base of all parts of a scheme: immutable, compared by value, closed."""


class Wording(Part, frozen=True):
    """A text for people in the two languages that the workbench speaks."""

    en: str
    ar: str


class Colour(Part, frozen=True):
    """A label's colour as ``#rrggbb``, readable as text on a light and on a dark background."""

    light: str
    dark: str


class Example(Part, frozen=True):
    """An invented sentence that shows a label.

    `gloss` is its English translation; `instead` is the label that fits a counter-example.
    """

    language: str
    text: str
    gloss: str
    instead: str | None


class Role(Part, frozen=True):
    """What a span is for: claim, source, cue or anchor. `line` is its style below the text."""

    value: RoleName
    hotkey: str | None
    symbol: str
    line: Line
    colour: Colour
    name: Wording
    definition: Wording


class Realization(Part, frozen=True):
    """How a source shows in the text."""

    value: RealizationName
    hotkey: str | None
    name: Wording
    definition: Wording


class Label(Part, frozen=True):
    """A value with its name and definition: a certainty, or a value of a feature."""

    value: str
    name: Wording
    definition: Wording


class CertaintyRule(Part, frozen=True):
    """A certainty that a stance allows (``None``: it takes none), and the FactBank code of both."""

    certainty: str | None
    factbank: FactBankCode | None


class Stance(Part, frozen=True):
    """A source's attitude to a claim.

    `symbol` and `line` tell stances apart where colours do not; `hotkey` is a physical key
    (``event.code``), so that it works on any keyboard layout.
    """

    value: str
    hotkey: str | None
    symbol: str
    line: Line
    colour: Colour
    name: Wording
    definition: Wording
    examples: tuple[Example, ...]
    counter_examples: tuple[Example, ...]
    certainties: tuple[CertaintyRule, ...]
    default_certainty: str | None


class Feature(Part, frozen=True, omit_defaults=True):
    """An optional field of claims or of attributions, off until a project turns it on.

    Parameters
    ----------
    values
        What it may be; empty where it is typed.
    type
        ``values``, or what its text is: ``figure`` (see `workbench.text.figures`) or ``edtf``.
        The format 1.0 of scheme files knows values only, and has no such key.
    """

    name: str
    on: Literal["claims", "attributions"]
    label: Wording
    values: tuple[Label, ...]
    type: FeatureType = "values"

    @property
    def is_typed(self) -> bool:
        """Whether its text has a form of its own instead of values."""
        return self.type != "values"

    @property
    def expected(self) -> tuple[str, ...]:
        """What it may be, each as JSON or in words, without null."""
        if self.type == "figure":
            return ('a figure such as "~1500 soldier"',)
        if self.type == "edtf":
            return ("a date in EDTF",)
        return tuple(f'"{label.value}"' for label in self.values)

    def normalize(self, value: str) -> str | None:
        """Return `value` in its one form, or ``None`` where the feature may not be so."""
        if self.type == "figure":
            try:
                return dump_figures(load_figures(value))
            except InputError:
                return None
        value = value.strip() if self.is_typed else value
        return value if self.accepts(value) else None

    def accepts(self, value: str) -> bool:
        """Answer whether the feature may be `value`."""
        if self.type == "figure":
            return is_figures(value)
        if self.type == "edtf":
            return is_edtf(value)
        return any(label.value == value for label in self.values)
