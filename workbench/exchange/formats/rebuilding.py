"""Records from what readers found: everything that a record demands, or counted as lost."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import cast

import msgspec

from workbench.errors import InputError, RecordError
from workbench.exchange.formats.found import (
    Carried,
    Extra,
    FoundAttribution,
    FoundClaim,
    FoundDocument,
    Ground,
    Known,
    Range,
)
from workbench.exchange.formats.losses import Losses
from workbench.exchange.formats.ranges import clean_ranges
from workbench.model import (
    REALIZATIONS,
    Attribution,
    Claim,
    Decision,
    Document,
    Provenance,
    Realization,
    Record,
    Segment,
    Sentence,
    Source,
    Span,
    canonicalize,
    compute_text_sha256,
    derive_voices,
    find_cycle,
)
from workbench.scheme import check_record
from workbench.scheme.names import is_id
from workbench.text import segment_text

UNKNOWN_ANNOTATOR = "imported"


def rebuild_record(found: FoundDocument, ground: Ground, losses: Losses) -> Record:
    """Return the valid record of `found`, and count in `losses` what could not come along.

    Raises
    ------
    InputError
        The text is not the one that the workbench's own part of the file speaks of.
    OffsetError
        A range is empty or reaches out of the text.
    RecordError
        The result would still break a rule of records; the message names it.
    """
    known = _find_base(found, ground, losses)
    builder = _Builder(found, ground, losses, known.sentences)
    claims, attributions = builder.build()
    record = Record(
        ground.scheme.schema_version,
        known.document,
        known.segments,
        known.sentences,
        claims,
        attributions,
        _decide(found.carried, known.sentences, (*claims, *attributions), losses),
        find_provenance(found.carried, ground, losses),
    )
    return require_valid(canonicalize(record), ground, found.place)


def require_valid(record: Record, ground: Ground, place: str) -> Record:
    """Return `record`, or raise the `RecordError` of the first rule that it breaks."""
    for violation in check_record(record, ground.scheme):
        if not violation.is_warning:
            raise RecordError(
                f"{place}: Expected {violation.expected} at {violation.pointer} of the "
                f"record that it becomes, got {violation.got}.",
                subject=violation,
            )
    return record


def _find_base(found: FoundDocument, ground: Ground, losses: Losses) -> Known:
    """Return the document with its segments and sentences: carried, known, or made from text."""
    digest = compute_text_sha256(found.text)
    carried = found.carried
    if carried is not None:
        if carried.document.text_sha256 != digest:
            raise InputError(
                f"{found.place}: Expected the text that was exported, got a changed one.",
                hint="Put the exported text back; annotations stand on its characters.",
            )
        fields = msgspec.structs.asdict(carried.document)
        document = Document(text=found.text, **fields)
        return Known(document, carried.segments, carried.sentences)
    for known in (found.known, ground.find(found.name), ground.find(digest[:16])):
        if known is not None and known.document.text == found.text:
            return known
    losses.add("segments and sentences", "changed", why="not in the file: made from the text")
    return _make_base(found, digest)


def _make_base(found: FoundDocument, digest: str) -> Known:
    made = segment_text(found.text, found.language)
    document = Document(
        found.name, made.language, None, None, None, None, {}, found.text, digest
    )  # fmt: skip
    segments = tuple(
        Segment(each.start, each.end, each.kind, each.published, each.reason)
        for each in made.stretches
    )
    sentences = tuple(Sentence(f"s{n}", *edges) for n, edges in enumerate(made.sentences, 1))
    return Known(document, segments, sentences)


def _decide(
    carried: Carried | None,
    sentences: Sequence[Sentence],
    items: Iterable[Claim | Attribution],
    losses: Losses,
) -> tuple[Decision, ...]:
    used = {item.sentence for item in items}
    if carried is None:
        losses.add("decisions", "changed", len(sentences), "done where something is marked")
        return tuple(Decision(s.id, "done" if s.id in used else "open") for s in sentences)
    decisions = []
    for decision in carried.decisions:
        if decision.status == "open" and decision.sentence in used:
            losses.add("decisions", "changed", why="open sentences with annotations are done")
            decisions.append(msgspec.structs.replace(decision, status="done"))
        else:
            decisions.append(decision)
    return tuple(decisions)


def find_provenance(carried: Carried | None, ground: Ground, losses: Losses) -> Provenance:
    """Return whose answer a file holds: as it says itself, else as the import was told."""
    if carried is not None:
        return carried.provenance
    kind, _, name = ground.layer.partition(":")
    annotators = (name,) if kind == "annotator" else ()
    if kind == "gold":
        annotators = (UNKNOWN_ANNOTATOR,)
        losses.add("annotators", "changed", why=f"not in the file: {UNKNOWN_ANNOTATOR}")
    scheme = ground.scheme
    return Provenance(ground.layer, annotators, None, None, scheme.name, scheme.version)


class _Builder:
    """Makes claims and attributions of one document that fit each other and the scheme."""

    def __init__(
        self, found: FoundDocument, ground: Ground, losses: Losses, sentences: Sequence[Sentence]
    ) -> None:
        self._found = found
        self._scheme = ground.scheme
        self._default_stance = ground.default_stance
        self._losses = losses
        self._sentences = sentences
        self._sentence_ids = frozenset(sentence.id for sentence in sentences)
        self._taken = set(self._sentence_ids)
        self._ids: dict[str, str] = {}

    def build(self) -> tuple[tuple[Claim, ...], tuple[Attribution, ...]]:
        """Return the claims and the attributions."""
        self._name_all()
        claims = {claim.id: claim for claim in map(self._build_claim, self._found.claims) if claim}
        built = (self._build_attribution(each) for each in self._found.attributions)
        attributions = {each.id: each for each in built if each}
        self._cut_cycles(attributions)
        self._settle(claims, attributions)
        voiced = derive_voices(claims.values(), attributions.values())
        placed = tuple(self._place_claim(claim, attributions) for claim in voiced)
        sentence_of = {claim.id: claim.sentence for claim in placed}
        return placed, tuple(self._place(each, sentence_of) for each in attributions.values())

    def _name_all(self) -> None:
        """Give every item its id: the carried one where it can be had, else a new one."""
        both: list[tuple[str, FoundClaim | FoundAttribution]] = [
            *(("c", claim) for claim in self._found.claims),
            *(("a", each) for each in self._found.attributions),
        ]
        waiting: list[tuple[str, str]] = []
        for letter, item in both:
            wanted = item.extra.id
            if wanted is not None and is_id(wanted) and wanted not in self._taken:
                self._ids[item.key] = wanted
                self._taken.add(wanted)
            else:
                waiting.append((letter, item.key))
        for letter, key in waiting:
            number = 1
            while f"{letter}{number}" in self._taken:
                number += 1
            self._ids[key] = f"{letter}{number}"
            self._taken.add(f"{letter}{number}")

    def _build_claim(self, found: FoundClaim) -> Claim | None:
        spans = self._spans(found.ranges)
        extra = found.extra
        if not spans and not (extra.proposition or "").strip():
            self._losses.add("claims", "dropped", why="neither words nor a proposition")
            return None
        return Claim(
            self._ids[found.key],
            self._place_of(spans) or extra.sentence or "",
            spans,
            "author",
            extra.cluster,
            extra.proposition,
            self._features(extra, "claims"),
            extra.origin or f"imported:{self._found.format}",
            extra.unsure,
            extra.note,
        )

    def _build_attribution(self, found: FoundAttribution) -> Attribution | None:
        stance = self._stance(found)
        if stance is None:
            return None
        source, cue = self._spans(found.source), self._spans(found.cue)
        targets = [self._ids[key] for key in found.targets if key in self._ids]
        self._losses.add("links", "dropped", len(found.targets) - len(targets), "nothing there")
        extra = found.extra
        return Attribution(
            self._ids[found.key],
            self._place_of(cue or source) or extra.sentence or "",
            Source(source, self._realization(found, is_explicit=bool(source)), extra.entities),
            cue or None,
            tuple(dict.fromkeys(targets)),
            self._spans(found.anchor),
            stance,
            self._certainty(stance, found.certainty),
            self._features(extra, "attributions"),
            extra.origin or f"imported:{self._found.format}",
            extra.unsure,
            extra.note,
        )

    def _stance(self, found: FoundAttribution) -> str | None:
        known = {each.value for each in self._scheme.stances}
        stance = found.stance if found.stance in known else (found.stance or "").lower()
        if stance in known:
            return stance
        if self._default_stance is not None:
            self._losses.add("stances", "changed", why=f"none in the file: {self._default_stance}")
            return self._default_stance
        self._losses.add("attributions", "dropped", why="without a stance of the scheme")
        return None

    def _certainty(self, stance: str, certainty: str | None) -> str | None:
        if self._scheme.allows(stance, certainty):
            return certainty
        chosen = self._scheme.default_certainty(stance)
        self._losses.add("certainties", "changed", why=f"the default of {stance}")
        return chosen

    def _realization(self, found: FoundAttribution, *, is_explicit: bool) -> Realization:
        if is_explicit:
            return "explicit"
        if found.realization in REALIZATIONS and found.realization != "explicit":
            return cast("Realization", found.realization)
        self._losses.add("realizations", "changed", why="no source is marked: implicit")
        return "implicit"

    def _features(self, extra: Extra, kind: str) -> dict[str, str | None]:
        if extra.features is not None:
            return extra.features
        return {feature.name: None for feature in self._scheme.features_on(kind)}

    def _spans(self, ranges: Sequence[Range]) -> tuple[Span, ...]:
        text = self._found.text
        cleaned = clean_ranges(text, ranges, self._losses, self._found.place)
        return tuple(Span(start, end, text[start:end]) for start, end in cleaned)

    def _cut_cycles(self, attributions: dict[str, Attribution]) -> None:
        while cycle := find_cycle(attributions):
            self._losses.add("attributions", "dropped", why="in a circle of attributions")
            del attributions[cycle[-1]]

    def _settle(self, claims: dict[str, Claim], attributions: dict[str, Attribution]) -> None:
        """Leave out what hangs on nothing, until nothing does."""
        changed = True
        while changed:
            changed = False
            for each in list(attributions.values()):
                targets = tuple(t for t in each.targets if t in claims or t in attributions)
                if targets != each.targets:
                    attributions[each.id] = msgspec.structs.replace(each, targets=targets)
                    changed = True
                if not targets:
                    del attributions[each.id]
                    self._losses.add("attributions", "dropped", why="without a target")
                    changed = True
            reached = {target for each in attributions.values() for target in each.targets}
            for claim in [c for c in claims.values() if not c.spans and c.id not in reached]:
                del claims[claim.id]
                self._losses.add("claims", "dropped", why="neither words nor a source")
                changed = True

    def _place_claim(self, claim: Claim, attributions: dict[str, Attribution]) -> Claim:
        if claim.sentence in self._sentence_ids:
            return claim
        hosts = (each.sentence for each in attributions.values() if claim.id in each.targets)
        return msgspec.structs.replace(claim, sentence=next(filter(None, hosts), self._first))

    def _place(self, attribution: Attribution, sentence_of: dict[str, str]) -> Attribution:
        if attribution.sentence in self._sentence_ids:
            return attribution
        hosts = (sentence_of[each] for each in attribution.targets if each in sentence_of)
        return msgspec.structs.replace(attribution, sentence=next(hosts, self._first))

    @property
    def _first(self) -> str:
        return self._sentences[0].id if self._sentences else ""

    def _place_of(self, spans: Sequence[Span]) -> str | None:
        """Return the id of the sentence that holds the first span's start."""
        if not spans or not self._sentences:
            return None
        at = bisect_right(self._sentences, spans[0].start, key=lambda each: each.start) - 1
        return self._sentences[max(at, 0)].id
