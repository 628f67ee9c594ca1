"""What changed between two releases or files of records: claims, sources and stances, not lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec

from workbench.errors import RecordError, UsageError
from workbench.exchange import iter_lines, iter_records, read_registry
from workbench.exchange.derived import quote_claim
from workbench.model import Attribution, Claim, Decision, Record, Span, compute_leaf_claims
from workbench.model.record import Frozen
from workbench.model.registry import REGISTRY, Registry
from workbench.release.folder import iter_files
from workbench.release.manifest import MANIFEST, Manifest, is_release, list_facts, read_manifest
from workbench.release.pairing import Pairs, find_edges, pair_items
from workbench.release.places import DOCUMENTS, STANDOFF

Kind = Literal[
    "document", "segment", "sentence", "claim", "cluster", "attribution", "source", "stance", "cue",
    "link", "feature", "note", "registry", "release",
]  # fmt: skip
KINDS: tuple[Kind, ...] = (
    "document", "segment", "sentence", "claim", "cluster", "attribution", "source", "stance", "cue",
    "link", "feature", "note", "registry", "release",
)  # fmt: skip
WAYS = ("added", "removed", "changed")
_SHOWN_CHARACTERS = 60


class Change(Frozen, frozen=True):
    """One thing that is otherwise in the second than in the first.

    `about` says in words what it is, `before` and `after` what was said of it and is said now;
    ``None`` where there was or is nothing.
    """

    kind: Kind
    way: Literal["added", "removed", "changed"]
    layer: str | None
    document: str | None
    sentence: str | None
    id: str | None
    about: str
    before: str | None
    after: str | None


class Diff(Frozen, frozen=True):
    """All that changed, in the order of layers, documents and sentences."""

    changes: tuple[Change, ...]

    @property
    def counts(self) -> dict[str, dict[str, int]]:
        """How many of each kind were added, removed and changed; every kind is there."""
        counts: dict[str, dict[str, int]] = {kind: dict.fromkeys(WAYS, 0) for kind in KINDS}
        for change in self.changes:
            counts[change.kind][change.way] += 1
        return counts

    def as_json(self) -> dict[str, Any]:
        """Return the counts and the changes as plain data."""
        return {"counts": self.counts, "changes": msgspec.to_builtins(self.changes)}


def compute_diff(before: Path, after: Path) -> Diff:
    """Return what changed from `before` to `after`, each a release's folder or a file of records.

    Items are the same where they have the same id, or else the same place. Where each side is one
    layer its name does not matter, so that an annotator can be compared with the gold.

    Raises
    ------
    UsageError
        One of the two is a folder that is no release.
    RecordError
        A document is twice in one of them.
    """
    sides = [_read(path) for path in (before, after)]
    if all(len({layer for layer, _ in side}) <= 1 for side in sides):
        sides = [
            {("", document): side[layer, document] for layer, document in side} for side in sides
        ]
    one, other = sides
    changes: list[Change] = []
    for key in sorted({*one, *other}):
        changes += _compare_records(one.get(key), other.get(key))
    changes += _compare_registries(_read_lines(before), _read_lines(after))
    if before.is_dir() and after.is_dir():
        changes += _compare_facts(read_manifest(before), read_manifest(after))
    return Diff(tuple(changes))


def _read(path: Path) -> dict[tuple[str, str], Record]:
    found: dict[tuple[str, str], Record] = {}
    for record in _iter_all(path):
        key = (record.provenance.layer, record.document.id)
        if key in found:
            raise RecordError(f"{path}: Expected each document once, got {key[1]!r} again.")
        found[key] = record
    return found


def _iter_all(path: Path) -> Iterator[Record]:
    if not path.is_dir():
        yield from iter_records(path)
        return
    if not is_release(path):
        raise UsageError(f"Expected a release or a file of records, got {path} without {MANIFEST}.")
    read_manifest(path)
    for name in iter_files(path):
        if name.endswith(DOCUMENTS):
            yield from iter_records(path / name)
        elif name.endswith(STANDOFF):
            for _, line in iter_lines(path / name):
                yield msgspec.convert(json.loads(line)["record"], Record)


def _read_lines(path: Path) -> Registry:
    return read_registry(path / REGISTRY) if path.is_dir() else Registry()


def _compare_records(before: Record | None, after: Record | None) -> Iterator[Change]:
    record = after or before
    if record is None:
        return
    if before is None or after is None:
        said = f"{len(record.claims)} claims, {len(record.attributions)} attributions"
        way: Literal["added", "removed"] = "added" if before is None else "removed"
        yield Change(
            "document", way, record.provenance.layer, record.document.id, None, None,
            record.document.title or record.document.id,
            None if before is None else said, None if after is None else said,
        )  # fmt: skip
        return
    changes = list(_Comparison(before, after).iter_changes())
    order = {sentence.id: number for number, sentence in enumerate(after.sentences)}
    yield from sorted(changes, key=lambda each: order.get(each.sentence or "", -1))


class _Comparison:
    """Two versions of one record."""

    def __init__(self, before: Record, after: Record) -> None:
        self._before, self._after = before, after
        self._pairs: Pairs = pair_items(before, after)
        # One id may stand for two different things.
        self._names = (_describe_all(before), _describe_all(after))

    def iter_changes(self) -> Iterator[Change]:
        """Yield each change, kind by kind."""
        yield from self._compare_documents()
        yield from self._compare_sentences()
        for one, other in self._pairs.claims:
            yield from self._compare("claim", one, other)
        for first, second in self._pairs.attributions:
            yield from self._compare("attribution", first, second)

    def _compare_documents(self) -> Iterator[Change]:
        one, other = self._before.document, self._after.document
        for name in one.__struct_fields__:
            before, after = getattr(one, name), getattr(other, name)
            # Where one of the two is a release without texts, the hash tells.
            if before != after and name != "text":
                yield self._change("document", None, None, name, _show(before), _show(after))
        if self._before.segments != self._after.segments:
            marks = (_show_segments(each) for each in (self._before, self._after))
            yield self._change("segment", None, None, "segments", *marks)

    def _compare_sentences(self) -> Iterator[Change]:
        decided = [{each.sentence: each for each in record.decisions}
                   for record in (self._before, self._after)]  # fmt: skip
        for sentence in dict.fromkeys([*decided[0], *decided[1]]):
            one, other = (side.get(sentence) for side in decided)
            if one != other:
                said = (_show_decision(one), _show_decision(other))
                yield self._change("sentence", sentence, None, f"decision on {sentence}", *said)

    def _compare(
        self,
        kind: Kind,
        one: Claim | Attribution | None,
        other: Claim | Attribution | None,
    ) -> Iterator[Change]:
        item = other or one
        if item is None:
            return
        names = self._names[other is not None]
        about = names[item.id]
        if one is None or other is None:
            said = (None if each is None else self._say(each, names) for each in (one, other))
            yield self._change(kind, item.sentence, item.id, about, *said)
            return
        before = self._list_parts(one, self._names[0], self._pairs.ids)
        after = self._list_parts(other, self._names[1], {})
        for part, (key, said_before) in before.items():
            key_after, said_after = after[part]
            if key != key_after:
                yield self._change(part, other.sentence, other.id, about, said_before, said_after)

    def _say(self, item: Claim | Attribution, names: Mapping[str, str]) -> str:
        parts = self._list_parts(item, names, {})
        wanted: tuple[Kind, ...] = ("claim", "cluster", "source", "stance")
        return _join(*(parts[kind][1] for kind in wanted if kind in parts)) or ""

    @staticmethod
    def _list_parts(
        item: Claim | Attribution, names: Mapping[str, str], ids: Mapping[str, str]
    ) -> dict[Kind, tuple[Any, str | None]]:
        """Return what is compared of an item, kind by kind: a value, and how it is shown."""
        note = (item.unsure, item.note, item.origin)
        common: dict[Kind, tuple[Any, str | None]] = {
            "feature": (item.features, _join(*(f"{k}={v}" for k, v in item.features.items()))),
            "note": (note, _join(item.unsure and "unsure", item.note, item.origin)),
        }
        if isinstance(item, Claim):
            claim = (find_edges(item.spans), item.proposition, item.voice, item.sentence)
            return {
                "claim": (claim, _join(_show_spans(item.spans), item.proposition, item.voice)),
                "cluster": (item.cluster, item.cluster),
                **common,
            }
        source = item.source
        links = [ids.get(each, each) for each in item.targets]
        shown = _join(*(names.get(each, each) for each in item.targets), _show_spans(item.anchor))
        named = (find_edges(source.spans), source.realization, sorted(source.entities))
        return {
            "source": (
                named,
                _join(_show_spans(source.spans), source.realization, *source.entities),
            ),
            "stance": ((item.stance, item.certainty), _join(item.stance, item.certainty)),
            "cue": (item.cue and find_edges(item.cue), _show_spans(item.cue or ())),
            "link": ((sorted(links), find_edges(item.anchor), item.sentence), shown),
            **common,
        }

    def _change(
        self,
        kind: Kind,
        sentence: str | None,
        item: str | None,
        about: str,
        before: str | None,
        after: str | None,
    ) -> Change:
        is_whole = kind in ("claim", "attribution") and (before is None or after is None)
        way: Literal["added", "removed", "changed"] = "changed"
        if is_whole:
            way = "added" if before is None else "removed"
        layer, document = self._after.provenance.layer, self._after.document.id
        return Change(kind, way, layer, document, sentence, item, about, before, after)


def _describe_all(record: Record) -> dict[str, str]:
    """Return each claim and attribution of `record` in words, by id."""
    claims = {claim.id: f"«{_cut(quote_claim(claim)) or claim.id}»" for claim in record.claims}
    by_id = {each.id: each for each in record.attributions}
    said = dict(claims)
    for each in record.attributions:
        source = _show_spans(each.source.spans) or f"({each.source.realization})"
        leaves = ", ".join(claims.get(leaf, leaf) for leaf in compute_leaf_claims(each, by_id))
        said[each.id] = f"{source} on {leaves}"
    return said


def _compare_registries(before: Registry, after: Registry) -> Iterator[Change]:
    pairs: tuple[tuple[Mapping[str, Any], Mapping[str, Any]], ...] = (
        (before.entities, after.entities),
        (before.clusters, after.clusters),
    )
    for one, other in pairs:
        for key in sorted({*one, *other}):
            lines = [_show_line(side.get(key)) for side in (one, other)]
            if lines[0] != lines[1]:
                way: Literal["added", "removed", "changed"] = (
                    "added" if lines[0] is None else "removed" if lines[1] is None else "changed"
                )
                yield Change("registry", way, None, None, None, key, key, *lines)


def _compare_facts(before: Manifest, after: Manifest) -> Iterator[Change]:
    one, other = list_facts(before), list_facts(after)
    for about, said in one.items():
        if said != other[about]:
            yield Change("release", "changed", None, None, None, None, about, said, other[about])


def _show_line(line: Any) -> str | None:
    if line is None:
        return None
    fields = {name: getattr(line, name) for name in line.__struct_fields__ if name != "id"}
    names = fields.pop("names", ())
    return _join(*(name.text for name in names), *map(_show, fields.values()))


def _show_decision(decision: Decision | None) -> str | None:
    if decision is None:
        return None
    return _join(decision.status, decision.flagged and "flagged", decision.comment)


def _show_segments(record: Record) -> str:
    marks = (_join(each.kind, str(each.start), each.published) for each in record.segments)
    return _cut("; ".join(mark or "" for mark in marks))


def _show_spans(spans: Iterable[Span]) -> str | None:
    # A release without texts has offsets alone.
    shown = (_cut(span.text) if span.text else f"[{span.start}, {span.end})" for span in spans)
    return " … ".join(shown) or None


def _show(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value and _cut(value)
    return _cut(json.dumps(value, ensure_ascii=False, sort_keys=True))


def _join(*parts: object) -> str | None:
    return ", ".join(str(part) for part in parts if part) or None


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN_CHARACTERS else f"{flat[:_SHOWN_CHARACTERS]}…"
