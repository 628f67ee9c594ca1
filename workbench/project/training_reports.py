"""What a project says of training: rounds, who passed, and how those differ who did the same."""

from __future__ import annotations

from html import escape

import msgspec

from workbench.evaluation.results import Result


class TrainingSettings(msgspec.Struct, frozen=True):
    """How a round came about; the store keeps it as JSON."""

    seed: int
    sentences: int
    pass_mark: float
    gold: str
    set: str


class RoundReport(Result, frozen=True):
    """One round of one person; `set` is the same for all who were given the same sentences.

    `scores` and `passed` are ``None`` until all is answered.
    """

    number: int
    layer: str
    set: str
    seed: int
    at_utc: str
    sentences: int
    answered: int
    pass_mark: float
    scores: dict[str, float | None] | None
    passed: bool | None


class TrainedPerson(Result, frozen=True):
    """How far a person is: rounds begun and finished, and whether one was passed.

    `name` is the person's own and stays here.
    """

    layer: str
    name: str | None
    rounds: int
    finished: int
    passed: bool


class SetAnswer(Result, frozen=True):
    """One person's answer to a sentence: how many fields agree with the known one, which do not."""

    layer: str
    right: int
    fields: int
    different: tuple[str, ...]


class SetSentence(Result, frozen=True):
    """One sentence of a set, and all answers to it."""

    document: str
    sentence: str
    answers: tuple[SetAnswer, ...]


class SetPair(Result, frozen=True):
    """Two who did the same set, or one of them and gold: the coefficients of agreement."""

    first: str
    second: str
    values: dict[str, float | None]


class Calibration(Result, frozen=True):
    """A set that two people or more have finished: where they differ from gold and each other."""

    set: str
    layers: tuple[str, ...]
    sentences: tuple[SetSentence, ...]
    pairs: tuple[SetPair, ...]

    def _repr_html_(self) -> str:
        """Return what differs from the known answers as a table, a row a sentence."""
        head = "".join(f"<th>{escape(each)}</th>" for each in ("sentence", *self.layers))
        rows = "".join(
            f"<tr><td>{escape(each.document)} {escape(each.sentence)}</td>"
            + "".join(f"<td>{escape(_say_answer(each, layer))}</td>" for layer in self.layers)
            + "</tr>"
            for each in self.sentences
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


class TrainingReport(Result, frozen=True):
    """All training of a project."""

    people: tuple[TrainedPerson, ...]
    rounds: tuple[RoundReport, ...]
    calibrations: tuple[Calibration, ...]

    def has_passed(self, layer: str) -> bool:
        """Answer whether the person of a layer has passed a round."""
        return any(each.passed for each in self.people if each.layer == layer)

    def _repr_html_(self) -> str:
        """Return the rounds as a table for a notebook; names are text, never HTML."""
        names = {each.layer: each.name or each.layer for each in self.people}
        head = "".join(
            f"<th>{each}</th>" for each in ("who", "round", "answered", *SHOWN, "passed")
        )
        rows = "".join(
            f'<tr><td dir="auto">{escape(names[each.layer])}</td><td>{each.number}</td>'
            f"<td>{each.answered} / {each.sentences}</td>"
            + "".join(f"<td>{say_share((each.scores or {}).get(name))}</td>" for name in SHOWN)
            + f"<td>{say_passed(each.passed)}</td></tr>"
            for each in self.rounds
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


SHOWN = ("has_claim", "claim", "source", "cue", "stance", "triples")
"""The levels of a round's score, in the order of evaluation."""


def say_share(value: float | None) -> str:
    """Return a share as people read it; nothing for none."""
    return "" if value is None else f"{value:.2f}"


def say_passed(passed: bool | None) -> str:  # noqa: FBT001 (a value made a word)
    """Return whether a round is passed, in a word."""
    return {True: "yes", False: "no", None: "not finished"}[passed]


def _say_answer(sentence: SetSentence, layer: str) -> str:
    """Return how a person's answer to a sentence compares: ``3 of 4: stance``."""
    for each in sentence.answers:
        if each.layer == layer:
            different = f": {', '.join(each.different)}" if each.different else ""
            return f"{each.right} of {each.fields}{different}"
    return ""
