"""What an aggregation says: every vote and its answer, and what got none and why."""

from __future__ import annotations

from typing import Literal

from workbench.evaluation.results import Result

Field = str
"""``has_claim``, ``stance``, ``certainty``, or the name of a feature."""

Reason = Literal["too_few", "no_winner", "not_common", "spans_differ", "target", "voice"]
"""Why something got no answer.

``too_few``: fewer than three annotators looked. ``no_winner``: a tie, or no label that wins.
``not_common``: some who looked have nothing of it. ``spans_differ``: all have it, with other spans,
targets or sentences. ``target``: what it speaks of is not aggregated itself. ``voice``: no
aggregated attribution holds the claim, and not all say that it is the writer's own.
"""


class Label(Result, frozen=True):
    """One vote and its answer.

    `item` is the id of the claim or attribution in the new layer, ``None`` for a sentence, and for
    an item that is not in it. `label` is ``None`` where no label won; `share` is how sure the
    method is of its best label. `votes` holds each annotator's label by layer.
    """

    document: str
    sentence: str
    item: str | None
    field: Field
    label: str | None
    share: float
    votes: dict[str, str]


class LeftOut(Result, frozen=True):
    """A sentence, claim or attribution that is not aggregated, and why.

    `words` are those of the item, from the first layer that has it; `field` is the vote that nobody
    won. `found` are the layers that have it, `looked` those that have done its sentence.
    """

    document: str
    sentence: str
    kind: Literal["sentence", "claim", "attribution"]
    words: str
    reason: Reason
    field: Field | None
    found: tuple[str, ...]
    looked: tuple[str, ...]


class FieldCount(Result, frozen=True):
    """One field over everything: votes held, those that were unanimous, and those won."""

    field: Field
    votes: int
    unanimous: int
    won: int


class Voice(Result, frozen=True):
    """How often an annotator's label is the one that won, among `votes` that somebody won."""

    layer: str
    field: Field
    votes: int
    same: int


class Counts(Result, frozen=True):
    """How much there was, and how much of it is in the new layer.

    `sentences` are those that somebody has done, `looked` those that three or more have; `complete`
    are done in the new layer: everything that anybody marked there is aggregated.
    """

    sentences: int
    looked: int
    complete: int
    claims: int
    attributions: int


class Aggregation(Result, frozen=True):
    """One answer from several annotators', and what it leaves out.

    `layer` is where it goes, `origin` what each of its items carries.
    """

    layer: str
    origin: str
    annotators: tuple[str, ...]
    counts: Counts
    fields: tuple[FieldCount, ...]
    voices: tuple[Voice, ...]
    labels: tuple[Label, ...]
    left_out: tuple[LeftOut, ...]
