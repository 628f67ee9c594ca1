"""Label Studio's JSON export, read only: regions, choices on regions, and relations.

One task is one document (``data.text``); its id is ``data.id``, ``data.wb_id``
or the task's number.
Regions come from controls of type ``labels`` on a Text object, whose offsets are code points.
Stance and certainty are choices on a cue; relations tie sources, claims and anchors to it. Two
choices of a region that mean the same are told apart by the scheme's vocabulary alone.
Tasks that the workbench itself made are read with all that it put into them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from workbench.errors import InputError
from workbench.exchange.formats.folders import iter_files, load_json, read_bytes
from workbench.exchange.formats.found import Extra, FoundDocument, Ground
from workbench.exchange.formats.label_studio_pushed import is_pushed, rebuild_pushed
from workbench.exchange.formats.linking import Region, find_role, link_regions
from workbench.exchange.formats.losses import Losses
from workbench.exchange.formats.rebuilding import rebuild_record
from workbench.exchange.formats.texts import TextMap
from workbench.exchange.label_studio.parsing import words_differ
from workbench.model import REALIZATIONS, Record
from workbench.scheme.names import is_id

Item = dict[str, Any]


def iter_label_studio_records(path: Path, ground: Ground, losses: Losses) -> Iterator[Record]:
    """Yield a record for each task of a JSON export that somebody annotated.

    Of several annotations of a task the last changed one is taken, the others are counted; so are
    skipped annotations, predictions, and everything that a record has no place for.

    Raises
    ------
    InputError
        The file is no JSON export of Label Studio; the message names it.
    """
    for file in iter_files(path, ".json"):
        tasks = load_json(read_bytes(file), str(file))
        if not isinstance(tasks, list) or not all(is_task(task) for task in tasks):
            raise InputError(f"{file}: Expected a list of Label Studio tasks, got something else.")
        for number, task in enumerate(tasks):
            annotation = _choose(task, losses)
            if annotation is None:
                losses.add("tasks", "dropped", why="without an annotation")
                continue
            place = f"{file}: task {number + 1}"
            if is_pushed(task, annotation["result"]):
                yield rebuild_pushed(task, annotation["result"], place, ground, losses)
                continue
            reader = _Reader(task, place, ground, losses)
            yield rebuild_record(reader.read(annotation), ground, losses)


def is_task(value: Any) -> bool:
    """Answer whether `value` looks like a task of a JSON export."""
    return (
        isinstance(value, dict)
        and isinstance(value.get("data"), dict)
        and (
            isinstance(value.get("annotations"), list) or isinstance(value.get("completions"), list)
        )
    )


def _choose(task: Item, losses: Losses) -> Item | None:
    """Return the annotation to take, and count the others."""
    all_found = task.get("annotations") or task.get("completions") or []
    found = [
        each
        for each in all_found
        if isinstance(each, dict)
        and isinstance(each.get("result"), list)
        and not each.get("was_cancelled")
    ]
    losses.add("annotations", "dropped", len(all_found) - len(found), "skipped or without result")
    losses.add("annotations", "dropped", max(0, len(found) - 1), "not the last of their task")
    predictions = task.get("predictions")
    if isinstance(predictions, list):
        losses.add("predictions", "dropped", len(predictions))
    by_time = [str(each.get("updated_at") or each.get("created_at") or "") for each in found]
    return found[by_time.index(max(by_time))] if found else None


class _Reader:
    """Reads one annotation of one task."""

    def __init__(self, task: Item, place: str, ground: Ground, losses: Losses) -> None:
        data = task["data"]
        raw = data.get("text")
        if not isinstance(raw, str):
            raise InputError(f"{place}: Expected the text in data.text, got none.")
        ids = [data.get("id"), data.get("wb_id"), task.get("id")]
        named = [str(each) for each in ids if isinstance(each, str | int) and str(each)]
        self._name = named[0].removeprefix("doc:") if named else "task"
        self._map = TextMap(raw, place)
        self._raw = raw
        self._place = place
        self._losses = losses
        self._stances = {each.value for each in ground.scheme.stances}
        self._certainties = {each.value for each in ground.scheme.certainty_labels}

    def read(self, annotation: Item) -> FoundDocument:
        """Return the document of the task."""
        found = FoundDocument(self._place, self._name, "label-studio", self._map.text)
        results = [each for each in annotation["result"] if isinstance(each, dict)]
        regions: dict[str, Region] = {}
        for each in results:
            if str(each.get("type", "")).endswith("labels"):
                self._read_region(each, regions)
        links = []
        for each in results:
            kind = str(each.get("type", ""))
            if kind == "relation":
                links.append(self._read_relation(each))
            elif not kind.endswith("labels"):
                self._read_value(each, kind, regions)
        link_regions(found, regions, links, self._losses)
        return found

    def _read_region(self, result: Item, regions: dict[str, Region]) -> None:
        value = result.get("value")
        value = value if isinstance(value, dict) else {}
        key = str(result.get("id"))
        labels = value.get("labels") or value.get(str(result.get("type"))) or []
        listed = labels if isinstance(labels, list) else []
        roles = [find_role(label) for label in listed if isinstance(label, str)]
        role = next((each for each in roles if each), None)
        if role is None:
            self._losses.add("regions", "dropped", why="of a label that is no role")
            return
        edges = self._read_edges(value)
        if edges is None:
            return
        extra = Extra(id=key if is_id(key) and role in ("claim", "cue") else None)
        if key in regions:
            self._losses.add("regions", "dropped", why="a second one of the same id")
        else:
            regions[key] = Region(key, role, [edges], extra=extra)

    def _read_edges(self, value: Mapping[str, Any]) -> tuple[int, int] | None:
        start, end = value.get("start"), value.get("end")
        if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(self._raw):
            self._losses.add("regions", "dropped", why="offsets that do not fit the text")
            return None
        words = value.get("text")
        if words_differ(words, self._raw[start:end]):
            # Label Studio keeps a wrong text for ever; its offsets are what it shows.
            self._losses.add("quotes", "changed", why="not the words at the offsets")
        return self._map.move(start, end)

    def _read_relation(self, result: Item) -> tuple[str, str]:
        ends = (str(result.get("from_id")), str(result.get("to_id")))
        if result.get("labels"):
            self._losses.add("relation labels", "dropped")
        return (ends[1], ends[0]) if result.get("direction") == "left" else ends

    def _read_value(self, result: Item, kind: str, regions: Mapping[str, Region]) -> None:
        region = regions.get(str(result.get("id")))
        value = result.get("value")
        chosen = value.get("choices") if isinstance(value, dict) else None
        if region is None or not isinstance(value, dict):
            self._losses.add("values", "dropped", why=f"{kind} on no region")
        elif kind == "textarea" and isinstance(value.get("text"), list):
            note = "\n".join(str(line) for line in value["text"])
            region.extra = msgspec.structs.replace(region.extra, note=note)
        elif isinstance(chosen, list):
            for choice in chosen:
                self._choose_label(region, str(choice), str(result.get("from_name")))
        else:
            self._losses.add("values", "dropped", why=kind)

    def _choose_label(self, region: Region, choice: str, control: str) -> None:
        plain = choice.strip().lower().replace("-", "_")
        if plain in self._stances:
            region.stance = plain
        elif plain in self._certainties:
            region.certainty = plain
        elif plain in REALIZATIONS:
            region.realization = plain
        else:
            self._losses.add("choices", "dropped", why=f"of {control}, unknown to the scheme")
