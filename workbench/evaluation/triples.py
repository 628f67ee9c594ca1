"""Predictions as triples with quotes, put back into their documents as records.

A line is an object with at least `document` and `claim`, as ``workbench export --format triples``
writes it. `source`, `claim` and `cue` may be spans with offsets, or only quotes: a string, an
object with `text`, or a list of these. Lines of one `attribution` are one attribution with several
leaf claims; a line without one stands alone; `path` gives the relays above it. A line without
source and stance is a claim of the writer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from workbench.evaluation.quotes import Anchorer, AnchorError
from workbench.evaluation.results import AnchorFailure, Anchoring
from workbench.model import (
    SCHEMA_VERSION,
    Attribution,
    Claim,
    Provenance,
    Record,
    Source,
    Span,
    derive_voices,
)


@dataclass(slots=True)
class _Draft:
    """One attribution while its lines come in."""

    sentence: str
    source: Source
    cue: tuple[Span, ...] | None
    stance: str | None
    certainty: str | None
    claims: dict[tuple[tuple[int, int], ...], None] = field(default_factory=dict)
    children: dict[str, None] = field(default_factory=dict)


def anchor_triples(
    lines: Iterable[tuple[int, Any]], gold: Iterable[Record], layer: str = "system:triples"
) -> tuple[list[Record], Anchoring]:
    """Return the records that the triples in `lines` make, and how their quotes were found.

    Parameters
    ----------
    lines
        Line numbers and decoded lines.
    gold
        The records whose documents the quotes stand in; their sentences are taken over, their
        segments are not, because triples say nothing of them.
    """
    builders = {record.document.id: _Builder(record, layer) for record in gold}
    failures: list[AnchorFailure] = []
    counts: dict[str, int] = {}
    total = 0
    for number, line in lines:
        total += 1
        document = _text(line, "document") if isinstance(line, dict) else ""
        if document not in builders:
            reason = "unknown document" if document else "no triple"
            failures.append(AnchorFailure(number, document or None, None, None, reason))
            continue
        try:
            for how in builders[document].add(number, line):
                counts[how] = counts.get(how, 0) + 1
        except AnchorError as error:
            failures.append(AnchorFailure(number, document, error.role, error.quote, error.reason))
    used = [builder for builder in builders.values() if builder.used]
    return [builder.build() for builder in used], Anchoring(
        lines=total,
        used=total - len(failures),
        failures=tuple(failures),
        **{how: counts.get(how, 0) for how in ("given", "exact", "folded", "nearest")},
    )


def is_triple(line: Any) -> bool:
    """Answer whether a decoded line is meant as a triple and not as a record."""
    return isinstance(line, dict) and "claim" in line and "schema_version" not in line


class _Builder:
    """Gathers the triples of one document."""

    def __init__(self, record: Record, layer: str) -> None:
        self._record, self._layer = record, layer
        self._anchorer = Anchorer(record)
        self._drafts: dict[str, _Draft] = {}
        self._relays: dict[str, str] = {}
        self._claims: dict[tuple[tuple[int, int], ...], tuple[Span, ...]] = {}
        self._alone: set[tuple[tuple[int, int], ...]] = set()
        self.used = False

    def add(self, number: int, line: Mapping[str, Any]) -> list[str]:
        """Add one line and return how each of its quotes was found; all of it or nothing."""
        sentence = _text(line, "sentence") or None
        how: list[str] = []
        claim = self._anchorer.anchor("claim", line.get("claim"), sentence, how)
        if not claim:
            raise AnchorError("no words", "claim", None)
        source = self._read_source(line.get("source"), sentence, how)
        cue = self._anchorer.anchor("cue", line.get("cue"), sentence, how)
        key = tuple((span.start, span.end) for span in claim)
        self._claims.setdefault(key, claim)
        self.used = True
        if source is None and line.get("stance") is None:
            self._alone.add(key)
            return how
        name = _text(line, "attribution") or f"line-{number}"
        draft = self._drafts.setdefault(
            name,
            _Draft(
                sentence or self._anchorer.find_sentence((cue or claim)[0].start),
                source or Source((), "implicit"),
                cue or None,
                _text(line, "stance") or None,
                _text(line, "certainty") or None,
            ),
        )
        draft.claims[key] = None
        self._link(line.get("path"), name)
        return how

    def build(self) -> Record:
        """Return the record; ids are minted anew."""
        claim_ids = {key: f"c{number}" for number, key in enumerate(self._claims, 1)}
        names = {name: f"a{number}" for number, name in enumerate(self._drafts, 1)}
        for name, relay in self._relays.items():
            if relay in self._drafts:  # a relay without lines of its own is none
                self._drafts[relay].children[name] = None
        origin = self._layer if "@" in self._layer else f"{self._layer}@1"
        claims = tuple(
            Claim(
                claim_ids[key], self._anchorer.find_sentence(spans[0].start), spans,
                "author" if key in self._alone else None, origin=origin,
            )
            for key, spans in self._claims.items()
        )  # fmt: skip
        attributions = tuple(
            Attribution(
                names[name], draft.sentence, draft.source, draft.cue,
                self._find_targets(name, names, claim_ids), (), draft.stance, draft.certainty,
                origin=origin,
            )
            for name, draft in self._drafts.items()
        )  # fmt: skip
        provenance = msgspec.structs.replace(
            self._record.provenance, layer=self._layer, annotators=(), adjudicator=None
        )
        return Record(
            SCHEMA_VERSION, self._record.document, (), self._record.sentences,
            derive_voices(claims, attributions), attributions, self._record.decisions,
            Provenance(**msgspec.structs.asdict(provenance)),
        )  # fmt: skip

    def _link(self, path: Any, name: str) -> None:
        """Note the relay above an attribution."""
        if isinstance(path, list) and len(path) > 1 and path[-1] == name:
            self._relays[name] = str(path[-2])

    def _find_targets(
        self,
        name: str,
        names: Mapping[str, str],
        claim_ids: Mapping[tuple[tuple[int, int], ...], str],
    ) -> tuple[str, ...]:
        """Return the children, and the claims that no child reaches."""
        draft = self._drafts[name]
        reached: set[tuple[tuple[int, int], ...]] = set()
        waiting, seen = list(draft.children), {name}
        while waiting:
            child = waiting.pop()
            if child not in seen:
                seen.add(child)
                reached.update(self._drafts[child].claims)
                waiting.extend(self._drafts[child].children)
        own = [claim_ids[key] for key in draft.claims if key not in reached]
        return (*(names[child] for child in draft.children), *own)

    def _read_source(self, value: Any, sentence: str | None, how: list[str]) -> Source | None:
        if value is None:
            return None
        realization = value.get("realization") if isinstance(value, Mapping) else None
        spans = self._anchorer.anchor("source", value, sentence, how)
        if spans:
            return Source(spans, "explicit")
        if realization in (None, "explicit"):
            raise AnchorError("no words", "source", None)
        try:
            return msgspec.convert({"realization": realization}, Source)
        except msgspec.ValidationError:
            raise AnchorError("unknown realization", "source", str(realization)) from None


def _text(line: Mapping[str, Any], key: str) -> str:
    """Return a value that should be a string; anything else is taken for nothing."""
    value = line.get(key)
    return value if isinstance(value, str) else ""
