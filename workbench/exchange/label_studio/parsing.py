"""A result list taken apart: regions with what is said of them, relations, and what is neither.

Nothing is taken on trust: servers store any JSON as a result. What has another form than the
editor writes, or names what the configuration does not have, is kept as it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from workbench.exchange.label_studio.controls import ARTICLE, PART, ROLE, TEXT, Control
from workbench.model.record import Frozen

Item = dict[str, Any]
Pair = tuple[str, str]


class Finding(Frozen, frozen=True):
    """Something in a result that a person should know of.

    Attributes
    ----------
    kind
        ``quarantined`` (a span that no text has), ``needs_review`` (the region's words are not
        those at its offsets), ``unknown`` (no part of the configuration), ``untied`` (hangs on
        nothing), ``moved`` (edges taken off white space or out of a letter), ``adjusted`` (a value
        that did not fit another), ``ambiguous`` (said twice), ``unfinished`` (a part is missing).
    region
        The id of the region that it is about, or ``None``.
    message
        One sentence, without words of the article.
    """

    kind: str
    region: str | None
    message: str


@dataclass(eq=False)
class Region:
    """A labelled region.

    Attributes
    ----------
    wb
        What the workbench put into its ``meta.wb``; not checked yet.
    result
        The region's own result, as it is.
    values
        What is said of it, by control.
    """

    id: str
    label: str
    start: int
    end: int
    wb: Item
    result: Item
    values: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Link:
    """A relation between two known regions, read in its direction."""

    source: Region
    target: Region
    is_part: bool
    result: Item


@dataclass
class Parts:
    """What `parse_result` found.

    Attributes
    ----------
    article
        What is said of the whole article: ``done``, ``open`` or ``None``.
    raw
        Results that have no place in a record, by the region that they belong to (``None``: none).
    """

    regions: dict[str, Region] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    article: str | None = None
    raw: list[Any] = field(default_factory=list)
    quarantined: list[Item] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def report(self, kind: str, region: str | None, message: str) -> None:
        """Remember a finding."""
        self.findings.append(Finding(kind, region, message))


def parse_result(result: Any, text: str, controls: Mapping[str, Control]) -> Parts:
    """Return the parts of `result`, an annotation's or a prediction's over `text`."""
    parts = Parts()
    entries = result if isinstance(result, list) else [result]
    items = [each for each in entries if isinstance(each, dict)]
    parts.raw.extend(each for each in entries if not isinstance(each, dict))
    for each in items:
        if each.get("type") == "labels":
            _parse_region(each, text, controls, parts)
    lost = {str(each.get("id")) for each in parts.quarantined}
    for each in items:
        kind = each.get("type")
        if kind == "relation":
            _parse_relation(each, lost, parts)
        elif kind != "labels":
            _parse_value(each, lost, controls, parts)
    return parts


def words_differ(words: Any, covered: str) -> bool:
    r"""Answer whether a region's words are others than those that it covers.

    The editor writes a line end inside a region as the two characters ``\\`` and ``n``.
    """
    return isinstance(words, str) and words != covered and _fold(words) != _fold(covered)


def as_list(value: Any) -> list[Any]:
    """Return `value` where it is a list, else an empty one."""
    return value if isinstance(value, list) else []


def as_dict(value: Any) -> Item:
    """Return `value` where it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def as_offset(value: Any) -> int | None:
    """Return an offset as the editor reads it: an integer, 4.0 and "4" as 4."""
    if type(value) is int:
        return value
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 16:
        return int(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return None


def _fold(words: str) -> str:
    for written in ("\\r\\n", "\\n", "\\r", "\r\n", "\r"):
        words = words.replace(written, "\n")
    return words.replace("\n\n", "\n")


def _parse_region(result: Item, text: str, controls: Mapping[str, Control], parts: Parts) -> None:
    value, key = as_dict(result.get("value")), str(result.get("id"))
    known = [each for each in as_list(value.get("labels")) if each in controls[ROLE].values]
    if len(known) != 1 or result.get("from_name") != ROLE or result.get("to_name") != TEXT:
        parts.report("unknown", key, "A region has no label of this configuration, or several.")
        parts.raw.append(result)
        return
    start, end = as_offset(value.get("start")), as_offset(value.get("end"))
    if start is None or end is None or not 0 <= start < end <= len(text):
        got = f"{value.get('start')!r} to {value.get('end')!r}"[:60]
        parts.report("quarantined", key, f"A region from {got} is in no text.")
        parts.quarantined.append(result)
        return
    if key in parts.regions:
        parts.report("ambiguous", key, "Two regions have one id; the first one counts.")
        parts.quarantined.append(result)
        return
    if words_differ(value.get("text"), text[start:end]):
        parts.report("needs_review", key, "A region's words are not those at its offsets.")
    wb = as_dict(as_dict(result.get("meta")).get("wb"))
    parts.regions[key] = Region(key, known[0], start, end, wb, result)


def _parse_relation(result: Item, lost: set[str], parts: Parts) -> None:
    names = (str(result.get("from_id")), str(result.get("to_id")))
    if lost and lost.intersection(names):
        parts.quarantined.append(result)
        return
    source, target = parts.regions.get(names[0]), parts.regions.get(names[1])
    if source is None or target is None or source is target:
        parts.report("unknown", names[0], "A relation ties what is no region of ours.")
        parts.raw.append(result)
        return
    if result.get("direction") == "left":
        source, target = target, source
    parts.links.append(Link(source, target, PART in as_list(result.get("labels")), result))


def _parse_value(
    result: Item, lost: set[str], controls: Mapping[str, Control], parts: Parts
) -> None:
    name, key = str(result.get("from_name")), str(result.get("id"))
    if key in lost:
        parts.quarantined.append(result)
        return
    control = controls.get(name)
    said = _read_value(result, control) if control and control.kind == result.get("type") else None
    if control is not None and said is not None:
        region = parts.regions.get(key)
        if name == ARTICLE and region is None:
            parts.article = said
            return
        if region is not None and region.label in control.labels and name not in region.values:
            region.values[name] = said
            return
    if control is not None and _says_nothing(result):
        return
    parts.report("unknown", key, f"A value of {name[:40]!r} is none of this configuration.")
    parts.raw.append(result)


def _read_value(result: Item, control: Control) -> str | None:
    value = as_dict(result.get("value"))
    if control.kind == "textarea":
        lines = as_list(value.get("text"))
        readable = lines and all(isinstance(each, str) for each in lines)
        return "\n".join(lines) if readable else None
    chosen = as_list(value.get("choices"))
    is_known = len(chosen) == 1 and isinstance(chosen[0], str) and chosen[0] in control.values
    return chosen[0] if is_known else None


def _says_nothing(result: Item) -> bool:
    value = as_dict(result.get("value"))
    return value.get("choices", value.get("text")) == []


def select_raw(raw: Iterable[Any], written: Collection[str]) -> list[Any]:
    """Return what of `raw` can be written beside the regions `written`.

    What hangs on a region that is gone went with it; a relation to one makes the editor show an
    empty page.
    """
    listed = list(raw)
    items = [each for each in listed if isinstance(each, dict)]
    there = {*written, *(str(each.get("id")) for each in items if each.get("type") != "relation")}
    regions = {*written, *(str(each.get("id")) for each in items if _is_region(each))}
    return [each for each in listed if not isinstance(each, dict) or _stands(each, there, regions)]


def _is_region(item: Item) -> bool:
    return str(item.get("type", "")).endswith("labels")


def _stands(item: Item, there: Collection[str], regions: Collection[str]) -> bool:
    if item.get("type") == "relation":
        return str(item.get("from_id")) in there and str(item.get("to_id")) in there
    is_of_region = "start" in as_dict(item.get("value")) and not _is_region(item)
    return not is_of_region or str(item.get("id")) in regions
