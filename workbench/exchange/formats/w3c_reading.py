"""W3C Web Annotations read back: pages of this workbench, and annotations of others on a text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import msgspec

from workbench.errors import InputError, OffsetError
from workbench.exchange.formats.folders import decode_utf8, iter_files, load_json, read_bytes
from workbench.exchange.formats.folders import read_neighbour as read_beside
from workbench.exchange.formats.found import (
    FoundAttribution,
    FoundClaim,
    FoundDocument,
    Ground,
    Known,
    Range,
    load_carried,
    load_extra,
)
from workbench.exchange.formats.linking import Region, find_role, link_regions
from workbench.exchange.formats.losses import Losses
from workbench.exchange.formats.rebuilding import rebuild_record
from workbench.exchange.formats.texts import TextMap
from workbench.exchange.formats.w3c import LABELS
from workbench.model import Record, compute_text_sha256
from workbench.offsets import OffsetMap

Item = dict[str, Any]


def iter_w3c_records(path: Path, ground: Ground, losses: Losses) -> Iterator[Record]:
    """Yield a record for each text that the .jsonld (or .json) files of `path` annotate.

    The text is the file beside it that the annotations name as their source, or the known document
    of that id.

    Raises
    ------
    InputError
        A file holds no annotations, or its text is not to be had; the message names it.
    """
    suffix = ".json" if path.suffix == ".json" else ".jsonld"
    for file in iter_files(path, suffix):
        data = load_json(read_bytes(file), str(file))
        page = _Page(file, data)
        for source, items in page.group().items():
            reader = _Reader(file, source, page.carried, ground, losses)
            yield rebuild_record(reader.read(items), ground, losses)


class _Page:
    """The annotations of one file, whatever holds them: a page, a collection, a list, or one."""

    def __init__(self, file: Path, data: Any) -> None:
        self._place = str(file)
        holder = data
        if isinstance(data, dict) and isinstance(data.get("first"), dict):
            holder = data["first"]
        items = holder.get("items", [holder]) if isinstance(holder, dict) else holder
        if not isinstance(items, list) or not all(_is_annotation(each) for each in items):
            raise InputError(f"{file}: Expected Web Annotations, got something else.")
        self.items: list[Item] = items
        carried = holder.get("workbench") if isinstance(holder, dict) else None
        self.carried = carried if items is not data and holder.get("items") is items else None

    def group(self) -> dict[str, list[Item]]:
        """Return the annotations by the text that they are about."""
        grouped: dict[str, list[Item]] = {}
        for item in self.items:
            sources = {_find_source(target) for target in _listed(item.get("target"))}
            if len(sources) != 1:
                raise InputError(
                    f"{self._place}: Expected an annotation of one text, got {len(sources)}."
                )
            grouped.setdefault(sources.pop(), []).append(item)
        if not grouped and self.carried is not None:
            # A page without annotations still says that somebody looked.
            grouped[f"{Path(self._place).stem}.txt"] = []
        return grouped


class _Reader:
    """Reads the annotations on one text."""

    def __init__(
        self, file: Path, source: str, carried: Any, ground: Ground, losses: Losses
    ) -> None:
        self._place = str(file)
        self._losses = losses
        loaded = None if carried is None else load_carried(carried, self._place)
        raw, name, known = _find_text(file, source, ground)
        is_stored = known is not None or (
            loaded is not None and compute_text_sha256(raw) == loaded.document.text_sha256
        )
        self._map = TextMap(raw, self._place, is_stored=is_stored)
        self._raw = raw
        self._units: OffsetMap | None = None
        self._found = FoundDocument(self._place, name, "w3c", self._map.text, loaded, known)

    def read(self, items: list[Item]) -> FoundDocument:
        """Return the document of `items`."""
        if any("workbench" in item for item in items):
            for item in items:
                self._read_item(item)
        else:
            self._read_foreign(items)
        return self._found

    def _read_item(self, item: Item) -> None:
        bodies = [each for each in _listed(item.get("body")) if isinstance(each, dict)]
        texts = {str(each.get("purpose")): each.get("value") for each in bodies}
        data = item.get("workbench")
        plain = {**data} if isinstance(data, dict) else {}
        plain |= {"note": texts.get("commenting"), "proposition": texts.get("describing")}
        extra = load_extra(plain, self._place)
        key = str(item.get("id"))
        roles = self._read_targets(item)
        if item.get("motivation") != "linking":
            ranges = [each for found in roles.values() for each in found]
            self._found.claims.append(FoundClaim(key, ranges, extra))
            return
        labels = {str(each.get("role")): each.get("value") for each in bodies if "role" in each}
        stated = [labels.get(name) for name in LABELS]
        stance, certainty, realization = (v if isinstance(v, str) else None for v in stated)
        links = [each for each in bodies if each.get("purpose") == "linking"]
        self._found.attributions.append(
            FoundAttribution(
                key, roles.get("source", []), roles.get("cue", []), roles.get("anchor", []),
                [str(each.get("source")) for each in links], realization, stance, certainty,
                msgspec.structs.replace(extra, proposition=None),
            )
        )  # fmt: skip

    def _read_foreign(self, items: list[Item]) -> None:
        """Read annotations of other makers: a tag is a role, a linking body is a link."""
        regions: dict[str, Region] = {}
        links: list[tuple[str, str]] = []
        for number, item in enumerate(items):
            key = str(item.get("id") or f"item:{number}")
            bodies = _listed(item.get("body", item.get("bodyValue")))
            plain = [each for each in bodies if isinstance(each, dict)]
            values = [each.get("value") for each in plain]
            values += [each for each in bodies if isinstance(each, str)]
            found = (find_role(value) for value in values if isinstance(value, str))
            role = next((each for each in found if each), None)
            ends = [each.get("source") or each.get("id") for each in plain]
            if role is None:
                self._losses.add("annotations", "dropped", why="without a tag that is a role")
                continue
            if key in regions:
                raise InputError(f"{self._place}: Expected ids that differ, got {key!r} twice.")
            ranges = [each for found in self._read_targets(item).values() for each in found]
            links += [(key, end) for end in ends if isinstance(end, str)]
            regions[key] = Region(key, role, ranges)
        link_regions(self._found, regions, links, self._losses)

    def _read_targets(self, item: Item) -> dict[str, list[Range]]:
        roles: dict[str, list[Range]] = {}
        for target in _listed(item.get("target")):
            if not isinstance(target, dict) or "selector" not in target:
                continue
            found = self._find_range(_listed(target["selector"]))
            if found is not None:
                roles.setdefault(str(target.get("role", "")), []).append(found)
        return roles

    def _find_range(self, selectors: list[Any]) -> Range | None:
        """Return where the selectors point: the position where its words stand, else the quote."""
        by_type = {str(each.get("type")): each for each in selectors if isinstance(each, dict)}
        position, quote = by_type.get("TextPositionSelector"), by_type.get("TextQuoteSelector")
        exact = quote.get("exact") if quote else None
        if position is not None:
            edges = (position.get("start"), position.get("end"))
            found = self._at_position(edges, exact)
            if found is not None:
                return found
        if isinstance(exact, str) and exact and quote is not None:
            return self._at_quote(exact, quote)
        self._losses.add("selectors", "dropped", why="neither a position nor a quote that fits")
        return None

    def _at_position(self, edges: tuple[Any, Any], exact: Any) -> Range | None:
        start, end = edges
        if type(start) is not int or type(end) is not int:
            raise OffsetError(f"{self._place}: Expected whole numbers, got {start!r} to {end!r}.")
        if exact is None or self._raw[max(0, start) : max(0, end)] == exact:
            return self._map.move(start, end)
        self._units = self._units or OffsetMap(self._raw)
        try:
            start, end = self._units.from_utf16(start), self._units.from_utf16(end)
        except OffsetError:
            return None
        if self._raw[start:end] != exact:
            return None
        self._losses.add("positions", "changed", why="counted UTF-16 units, against the standard")
        return self._map.move(start, end)

    def _at_quote(self, exact: str, quote: Item) -> Range | None:
        before, after = (str(quote.get(name) or "") for name in ("prefix", "suffix"))
        whole = before + exact + after
        places = list(_iter_places(self._raw, whole))
        if len(places) != 1:
            self._losses.add("selectors", "dropped", why="a quote that stands nowhere or twice")
            return None
        self._losses.add("positions", "changed", why="found by their quote alone")
        start = places[0] + len(before)
        return self._map.move(start, start + len(exact))


def _iter_places(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _find_text(file: Path, source: str, ground: Ground) -> tuple[str, str, Known | None]:
    """Return the text that `source` names, its document's id, and that document if it is known."""
    name = unquote(source.rpartition("/")[2].partition("#")[0])
    known = ground.find(source) or ground.find(unquote(source))
    if known is not None:
        return known.document.text, known.document.id, known
    if "/" not in source and ":" not in source:
        content = read_beside(file, name)
        if content is not None:
            stem = name.removesuffix(".txt")
            return decode_utf8(content, str(file.parent / name)), stem, None
    raise InputError(
        f"{file}: Expected the annotated text {source[:80]!r} beside it or in the project, "
        "got neither.",
        hint="Put the text beside the annotations under that name, or ingest it with that id.",
    )


def _find_source(target: Any) -> str:
    if isinstance(target, dict):
        target = target.get("source") or target.get("id")
        if isinstance(target, dict):
            target = target.get("id")
    return target if isinstance(target, str) else ""


def _is_annotation(value: Any) -> bool:
    kinds = _listed(value.get("type", value.get("@type"))) if isinstance(value, dict) else []
    return any(str(kind).rpartition("/")[2].endswith("Annotation") for kind in kinds)


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
