"""What a known answer says to a person's own, field by field: for training.

Items are paired as scores pair them, so that what is shown and what is scored are the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

import msgspec

from workbench.exchange import assemble_record
from workbench.matching import Ranges
from workbench.model import Annotation, Claim, Decision, Provenance, Record, Sentence
from workbench.scheme import Scheme
from workbench.store import StoredDocument

if TYPE_CHECKING:
    from workbench.evaluation.answers import Answer, AttributionItem, ClaimItem

Verdict = Literal["right", "wrong", "missed", "extra"]
Pairs = dict[int, int]
"""From the number of an item in the known answer to that in the person's."""


class Said(msgspec.Struct, frozen=True):
    """Words of the text, or a label of the scheme: ``stance:deny``, ``realization:pro_drop``."""

    words: str | None = None
    label: str | None = None


class Row(msgspec.Struct, frozen=True):
    """One field of one claim or attribution.

    `about` is the claim or the source that it belongs to. `yours` and `gold` are what the person
    and the known answer say; ``None`` is nothing. `guide` names the label whose definition helps.
    """

    verdict: Verdict
    field: str
    about: Said
    yours: Said | None
    gold: Said | None
    guide: str | None = None


class Feedback(msgspec.Struct, frozen=True):
    """What the known answer says to one sentence; `right` of `rows` agree."""

    sentence: str
    right: int
    rows: tuple[Row, ...]


def make_record(
    stored: StoredDocument,
    annotations: Mapping[str, Annotation],
    scored: Iterable[str],
    layer: str,
    scheme: Scheme,
) -> Record:
    """Return what `layer` says of a document, of which only the sentences `scored` are done."""
    provenance = Provenance(
        layer=layer,
        annotators=("training",),
        adjudicator=None,
        guideline_version=None,
        scheme=scheme.name,
        scheme_version=scheme.version,
    )
    record = assemble_record(
        stored.document,
        stored.segments,
        tuple(Sentence(ref.sentence, ref.start, ref.end) for ref in stored.sentences),
        annotations,
        provenance,
        needs_certainty=lambda stance: not scheme.allows(stance, None),
        scheme=scheme,
    ).record
    chosen = set(scored)
    decisions = tuple(
        Decision(each.sentence, "done" if each.sentence in chosen else "open")
        for each in record.decisions
    )
    return msgspec.structs.replace(record, decisions=decisions)


def compare(
    stored: StoredDocument,
    gold: Annotation,
    mine: Mapping[str, Annotation],
    scheme: Scheme,
) -> Feedback:
    """Return what `gold` says to a person's answer to its sentence.

    Parameters
    ----------
    mine
        All that the person says of the document, by sentence.
    """
    from workbench.evaluation.alignment import align_answers
    from workbench.evaluation.answers import Grid, build_answer

    known = make_record(stored, {gold.sentence: gold}, [gold.sentence], "gold", scheme)
    own = make_record(stored, mine, [gold.sentence], "annotator:training", scheme)
    grid = Grid(known)
    sides = build_answer(known, grid), build_answer(own, grid)
    alignment = align_answers(*sides)
    claims = {edge.gold: edge.pred for edge in alignment.claims}
    found = {edge.gold: edge.pred for edge in alignment.attributions}
    rows = tuple(_Comparing(stored.document.text, known, own, sides).run(claims, found))
    return Feedback(gold.sentence, sum(row.verdict == "right" for row in rows), rows)


class _Comparing:
    """Two answers to one sentence."""

    def __init__(self, text: str, known: Record, own: Record, sides: tuple[Answer, Answer]) -> None:
        self._text = text
        self._records, (self._gold, self._mine) = (known, own), sides

    def run(self, claims: Pairs, found: Pairs) -> Iterator[Row]:
        """Yield the rows: claims, each with those who hold it, in the order of the text."""
        if not self._gold.claims:
            some = Said(label="has_claim:some") if self._mine.claims else None
            verdict: Verdict = "wrong" if some else "right"
            yield Row(verdict, "has_claim", Said(), some, None, "role:claim")
        for number in _in_order(self._gold.claims):
            yield from self._compare_claim(number, claims.get(number))
        for number in _in_order(self._mine.claims):
            if number not in claims.values():
                words = self._claim_words(self._mine.claims[number])
                yield Row("extra", "claim", words, words, None, "role:claim")
        pairs = found | self._pair_rest(claims, found)
        for number, item in enumerate(self._gold.attributions):
            yield from self._compare_attribution(number, item, claims, pairs)
        for number, item in enumerate(self._mine.attributions):
            if number not in pairs.values():
                about = self._about(item, self._mine)
                yield Row("extra", "source", about, self._who(item), None, "role:source")

    def _compare_claim(self, number: int, other: int | None) -> Iterator[Row]:
        claim = self._gold.claims[number]
        words = self._claim_words(claim)
        if other is None:
            yield Row("missed", "claim", words, None, words, "role:claim")
            return
        mine = self._mine.claims[other]
        verdict = _judge(mine.points == claim.points)
        yield Row(verdict, "claim", words, self._claim_words(mine), words, "role:claim")
        known, own = _find(self._records[0], claim), _find(self._records[1], mine)
        if known is None or own is None:
            return
        if "author" in (known.voice, own.voice) and known.voice != own.voice:
            voices = Said(label=f"voice:{own.voice}"), Said(label=f"voice:{known.voice}")
            yield Row("wrong", "voice", words, *voices, "role:source")
        yield from _compare_features(words, own.features, known.features)

    def _compare_attribution(
        self, number: int, item: AttributionItem, claims: Pairs, pairs: Pairs
    ) -> Iterator[Row]:
        about, who = self._about(item, self._gold), self._who(item)
        other = pairs.get(number)
        if other is None:
            yield from self._tell_missed(item, about, who)
            return
        mine = self._mine.attributions[other]
        is_same = (mine.source, mine.realization) == (item.source, item.realization)
        guide = "role:source" if item.source else f"realization:{item.realization}"
        yield Row(_judge(is_same), "source", about, self._who(mine), who, guide)
        if item.cue or mine.cue:
            cues = self._said(mine.cue), self._said(item.cue)
            yield Row(_judge(mine.cue == item.cue), "cue", who, *cues, "role:cue")
        leaves = {claims.get(leaf, -1) for leaf in item.leaves}
        targets = {pairs.get(target, -1) for target in item.targets}
        # What was missed is told at its own place.
        if -1 not in leaves | targets and (leaves, targets) != (
            set(mine.leaves),
            set(mine.targets),
        ):
            yield Row("wrong", "targets", who, self._about(mine, self._mine), about, "role:anchor")
        yield _compare_label("stance", who, mine.stance, item.stance)
        if item.certainty or mine.certainty:
            yield _compare_label("certainty", who, mine.certainty, item.certainty)
        known, own = self._records
        yield from _compare_features(
            who, own.attributions[other].features, known.attributions[number].features
        )

    def _tell_missed(self, item: AttributionItem, about: Said, who: Said) -> Iterator[Row]:
        """Yield all that is known of somebody whom the person did not name."""
        yield Row("missed", "source", about, None, who, "role:source")
        if item.cue:
            yield Row("missed", "cue", who, None, self._said(item.cue), "role:cue")
        for name, value in (("stance", item.stance), ("certainty", item.certainty)):
            if value:
                yield Row("missed", name, who, None, _label(name, value), f"{name}:{value}")

    def _pair_rest(self, claims: Pairs, found: Pairs) -> Pairs:
        """Pair what speaks of the same claims with another source, in the order of the text."""
        pairs: Pairs = {}
        for number, item in enumerate(self._gold.attributions):
            leaves = {claims[leaf] for leaf in item.leaves if leaf in claims}
            taken = {*found.values(), *pairs.values()}
            if number in found or not leaves:
                continue
            for other, mine in enumerate(self._mine.attributions):
                if other not in taken and not leaves.isdisjoint(mine.leaves):
                    pairs[number] = other
                    break
        return pairs

    def _about(self, item: AttributionItem, side: Answer) -> Said:
        words = [self._claim_words(side.claims[leaf]).words or "" for leaf in item.leaves]
        return Said(" / ".join(words))

    def _who(self, item: AttributionItem) -> Said:
        return self._said(item.source) or Said(label=f"realization:{item.realization}")

    def _claim_words(self, claim: ClaimItem) -> Said:
        return self._said(claim.points if claim.has_spans else ()) or Said(claim.proposition)

    def _said(self, points: Ranges) -> Said | None:
        words = " … ".join(self._text[start:end] for start, end in points)
        return Said(words) if words else None


def _compare_label(name: str, about: Said, yours: str | None, gold: str | None) -> Row:
    guide = f"{name}:{gold or yours}"
    return Row(_judge(yours == gold), name, about, _label(name, yours), _label(name, gold), guide)


def _compare_features(
    about: Said, yours: Mapping[str, str | None], gold: Mapping[str, str | None]
) -> Iterator[Row]:
    for name, value in gold.items():
        if value is not None or yours.get(name) is not None:
            yield _compare_label(name, about, yours.get(name), value)


def _label(name: str, value: str | None) -> Said | None:
    return Said(label=f"{name}:{value}") if value else None


def _judge(is_same: bool) -> Verdict:  # noqa: FBT001 (a predicate made a word)
    return "right" if is_same else "wrong"


def _in_order(claims: Sequence[ClaimItem]) -> list[int]:
    return sorted(range(len(claims)), key=lambda number: claims[number].points)


def _find(record: Record, claim: ClaimItem) -> Claim | None:
    for each in record.claims:
        if claim.has_spans and tuple((s.start, s.end) for s in each.spans) == tuple(claim.points):
            return each
    return None
