"""brat standoff read back: collections of this workbench, of PolNeAR, and of other makers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from workbench.errors import InputError
from workbench.exchange.formats.brat import (
    CERTAINTY,
    NOTE,
    REALIZATION,
    STANCE,
    UNSURE,
    flatten,
    is_line_gap,
    split_at_newlines,
)
from workbench.exchange.formats.folders import (
    decode_utf8,
    iter_files,
    load_json,
    read_neighbour,
    read_utf8,
)
from workbench.exchange.formats.found import (
    Extra,
    FoundAttribution,
    FoundClaim,
    FoundDocument,
    Ground,
    Range,
    load_carried,
    load_extra,
)
from workbench.exchange.formats.linking import Region, find_role, link_regions
from workbench.exchange.formats.losses import Losses
from workbench.exchange.formats.rebuilding import rebuild_record
from workbench.exchange.formats.texts import TextMap
from workbench.model import Record, Span, compute_text_sha256

_SPAN = re.compile(r"([0-9]{1,12}) ([0-9]{1,12})")
ITEMS = ("claims", "attributions")
_NUMBERED = re.compile(r"([A-Za-z][A-Za-z_-]*?)[0-9]*")


def iter_brat_records(path: Path, ground: Ground, losses: Losses) -> Iterator[Record]:
    """Yield a record for each .ann file of `path`, a collection or one file.

    Its text is the .txt file beside it; PolNeAR keeps texts in a folder ``text`` beside its
    ``attributions``, and adds the annotator to the name.

    Raises
    ------
    InputError
        A file is missing or not as the standoff format says; the message names file and line.
    """
    root = path if path.is_dir() else path.parent
    for ann in iter_files(path, ".ann"):
        name = ann.relative_to(root).with_suffix("").as_posix()
        yield rebuild_record(_Reader(ann, name, losses).read(), ground, losses)


@dataclass
class _Lines:
    """The lines of one .ann file by kind."""

    spans: dict[str, tuple[str, list[Range]]] = field(default_factory=dict)
    events: dict[str, tuple[str, list[tuple[str, str]]]] = field(default_factory=dict)
    relations: list[tuple[str, str]] = field(default_factory=list)
    attributes: dict[str, dict[str, str]] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)


class _Reader:
    """Reads one .ann file with what stands beside it."""

    def __init__(self, path: Path, name: str, losses: Losses) -> None:
        self._path = path
        self._losses = losses
        raw, text_name = self._read_text(name)
        beside = read_neighbour(path, f"{path.stem}.json")
        self._kept = self._load_kept(beside) if beside is not None else None
        place = str(path)
        carried = None if self._kept is None else load_carried(self._kept.get("record"), place)
        is_stored = carried is not None and (
            compute_text_sha256(raw) == carried.document.text_sha256
        )
        self._map = TextMap(raw, str(path.with_suffix(".txt")), is_stored=is_stored)
        self._raw = raw
        self._found = FoundDocument(place, text_name, "brat", self._map.text, carried)
        self._lines = _Lines()

    def read(self) -> FoundDocument:
        """Return the document."""
        for number, line in enumerate(read_utf8(self._path).split("\n"), 1):
            if line.strip():
                self._read_line(line.rstrip("\r"), f"{self._path}:{number}")
        if self._lines.events or self._kept is not None:
            self._add_events()
        else:
            self._add_regions()
        return self._found

    def _read_text(self, name: str) -> tuple[str, str]:
        """Return the text and the name of its document."""
        path = self._path
        beside = read_neighbour(path, f"{path.stem}.txt")
        if beside is not None:
            return decode_utf8(beside, str(path.with_suffix(".txt"))), name
        for stem in (path.stem, path.stem.rpartition("_")[0]):
            elsewhere = path.parent.parent / "text" / f"{stem}.txt"
            if stem and elsewhere.is_file() and not elsewhere.is_symlink():
                return read_utf8(elsewhere), stem
        raise InputError(f"{path}: Expected its text in {path.stem}.txt beside it, got none.")

    def _load_kept(self, content: bytes) -> dict[str, Any]:
        place = str(self._path.with_suffix(".json"))
        kept = load_json(content, place)
        parts = [kept.get(each) if isinstance(kept, dict) else None for each in ITEMS]
        if all(isinstance(part, dict) and _are_objects(part.values()) for part in parts):
            return dict(kept)
        raise InputError(f"{place}: Expected what an export puts there, got something else.")

    def _read_line(self, line: str, place: str) -> None:
        name, _, rest = line.partition("\t")
        kind, _, tail = rest.partition("\t")
        lines = self._lines
        if not kind.strip():
            raise InputError(
                f"{place}: Expected an id, a tab and an annotation, got {line[:40]!r}."
            )
        words = kind.split(" ")
        if name.startswith("T"):
            label, _, edges = kind.partition(" ")
            lines.spans[name] = (label, self._read_ranges(edges, tail, place))
        elif name.startswith("E"):
            pairs = [self._read_argument(word, place) for word in words if word]
            lines.events[name] = (words[0].partition(":")[0], pairs)
        elif name.startswith("R"):
            ends = [word.partition(":")[2] for word in words[1:] if word]
            if len(ends) != 2:
                raise InputError(f"{place}: Expected a relation of two arguments, got {kind!r}.")
            lines.relations.append((ends[0], ends[1]))
        elif name.startswith(("A", "M")) and len(words) in (2, 3):
            lines.attributes.setdefault(words[1], {})[words[0]] = words[2] if words[2:] else "yes"
        elif name.startswith("#") and words[0] == NOTE and len(words) == 2:
            lines.notes[words[1]] = tail
        else:
            self._losses.add("lines", "dropped", why="of a kind that records have no place for")

    def _read_argument(self, word: str, place: str) -> tuple[str, str]:
        role, colon, name = word.partition(":")
        plain = _NUMBERED.fullmatch(role)
        if not colon or not name or plain is None:
            raise InputError(f"{place}: Expected ROLE:ID, got {word[:40]!r}.")
        return plain[1], name

    def _read_ranges(self, edges: str, words: str, place: str) -> list[Range]:
        found = [_SPAN.fullmatch(each.strip()) for each in edges.split(";")]
        if not all(found):
            raise InputError(f"{place}: Expected START END;START END, got {edges[:40]!r}.")
        ranges = [(int(each[1]), int(each[2])) for each in found if each]
        moved = [self._map.move(*each) for each in ranges]
        stand = " ".join(self._raw[start:end] for start, end in ranges)
        if words.split() != stand.split():
            raise InputError(
                f"{place}: Expected the words {stand[:40]!r} that stand there, got {words[:40]!r}.",
                hint="The text was changed, or offsets do not count code points.",
            )
        return moved

    def _join_lines(self, ranges: list[Range]) -> list[Range]:
        """Return `ranges` with those united that only a line end parts: brat cuts spans there."""
        text, joined = self._map.text, ranges[:1]
        for start, end in ranges[1:]:
            if is_line_gap(text[joined[-1][1] : start]):
                joined[-1] = (joined[-1][0], end)
            else:
                joined.append((start, end))
        return joined

    def _add_regions(self) -> None:
        """Add what a file without events says by relations."""
        regions = {}
        for name, (label, ranges) in self._lines.spans.items():
            role = find_role(label)
            if role is None:
                self._losses.add("spans", "dropped", why=f"of the unknown type {label}")
                continue
            labels = self._lines.attributes.get(name, {})
            regions[name] = Region(
                name,
                role,
                self._join_lines(ranges),
                labels.get(STANCE),
                labels.get(CERTAINTY),
                labels.get(REALIZATION),
                self._read_extra(name, {}),
            )
        link_regions(self._found, regions, self._lines.relations, self._losses)

    def _add_events(self) -> None:
        kept = self._kept or {"claims": {}, "attributions": {}}
        used = {name for _, pairs in self._lines.events.values() for _, name in pairs}
        for name, (label, ranges) in self._lines.spans.items():
            role = find_role(label)
            if role == "claim":
                item = kept["claims"].get(name, {})
                exact = self._find_exact([ranges], item)[0]
                self._found.claims.append(FoundClaim(name, exact, self._read_extra(name, item)))
            elif name not in used:
                self._losses.add("spans", "dropped", why=f"of type {label}, in no event")
        unmarked = self._add_unmarked(kept.get("unmarked", []))
        for name, (_, pairs) in self._lines.events.items():
            self._add_event(name, pairs[1:], kept, unmarked)

    def _add_unmarked(self, items: Any) -> dict[str, str]:
        """Add the claims that are only understood; return their keys by id."""
        keys = {}
        for number, item in enumerate(items if isinstance(items, list) else ()):
            extra = load_extra(item, str(self._path))
            keys[extra.id or ""] = f"unmarked:{number}"
            self._found.claims.append(FoundClaim(f"unmarked:{number}", [], extra))
        return keys

    def _add_event(
        self,
        name: str,
        pairs: list[tuple[str, str]],
        kept: dict[str, Any],
        unmarked: dict[str, str],
    ) -> None:
        item = kept["attributions"].get(name, {})
        roles: dict[str, list[Range]] = {"source": [], "cue": [], "anchor": []}
        targets = []
        for label, argument in pairs:
            role = find_role(label)
            if role == "claim":
                targets.append(argument)
            elif role is None or argument not in self._lines.spans:
                self._losses.add("arguments", "dropped", why=f"{label} of an event")
            else:
                roles[role] += self._lines.spans[argument][1]
        source, cue, anchor = self._find_exact(list(roles.values()), item)
        labels = self._lines.attributes.get(name, {})
        self._found.attributions.append(
            FoundAttribution(
                name, source, cue, anchor,
                self._order_targets(targets, item, kept, unmarked),
                labels.get(REALIZATION), labels.get(STANCE), labels.get(CERTAINTY),
                self._read_extra(name, item),
            )
        )  # fmt: skip

    def _order_targets(
        self,
        targets: list[str],
        item: dict[str, Any],
        kept: dict[str, Any],
        unmarked: dict[str, str],
    ) -> list[str]:
        """Return the keys of an event's targets in the order that they were exported in."""
        names = {str(value.get("id")): name for kind in ITEMS for name, value in kept[kind].items()}
        listed = item.get("targets")
        ids = listed if isinstance(listed, list) else []
        known = [unmarked.get(each) or names.get(each, "") for each in ids if isinstance(each, str)]
        still = [key for key in known if key in targets or key in unmarked.values()]
        return [*still, *(key for key in targets if key not in still)]

    def _find_exact(self, roles: list[list[Range]], item: dict[str, Any]) -> list[list[Range]]:
        """Return the ranges as they were before line ends cut them, where that is still known."""
        joined = [self._join_lines(ranges) for ranges in roles]
        try:
            exact = msgspec.convert(item.get("spans"), list[list[Range]])
        except msgspec.ValidationError:
            return joined
        for number, (ranges, before) in enumerate(zip(roles, exact, strict=False)):
            spans = [Span(start, end, "") for start, end in before]
            if split_at_newlines(self._map.text, spans) == ranges:
                joined[number] = before
        return joined

    def _read_extra(self, name: str, item: dict[str, Any]) -> Extra:
        """Return what stands beside an item, with the doubt and the note that brat shows."""
        plain = {key: value for key, value in item.items() if key not in ("spans", "targets")}
        extra = load_extra(plain, str(self._path))
        note = self._lines.notes.get(name)
        if note is not None and extra.note is not None and flatten(extra.note) == flatten(note):
            note = extra.note
        unsure = UNSURE in self._lines.attributes.get(name, {})
        return msgspec.structs.replace(extra, unsure=unsure, note=note)


def _are_objects(values: Iterable[Any]) -> bool:
    return all(isinstance(value, dict) for value in values)
