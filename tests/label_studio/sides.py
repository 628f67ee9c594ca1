"""Both sides of a sync for tests: a project of invented articles here, its tasks there."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from msgspec.structs import replace

from tests.golden.export.invented import make_records
from tests.label_studio.server import LabelStudio
from workbench.exchange import write_lines
from workbench.model import Annotation, Attribution, dump_record
from workbench.project import Project, init_project
from workbench.store import Action, Change
from workbench.sync import Remote, Sync, Token, parse_address

AMAL, BADR = "amal@example.org", "badr@example.org"
LAYER = "annotator:a01"
HARBOUR, PALACE, QUIET = "harbour-2", "harbour-10", "مرفأ"

Item = dict[str, Any]
Before = Callable[[httpx.Request], None]
After = Callable[[httpx.Request, httpx.Response], httpx.Response]


@dataclass
class Recorder(httpx.BaseTransport):
    """A real connection that notes each request; a test may act before and after one."""

    before: Before | None = None
    after: After | None = None
    requests: list[tuple[str, str]] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)
    _real: httpx.HTTPTransport = field(default_factory=httpx.HTTPTransport)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.requests.append((request.method, request.url.path))
        self.bodies.append(request.read())
        if self.before is not None:
            self.before(request)
        response = self._real.handle_request(request)
        if self.after is not None:
            response.read()
            response = self.after(request, response)
        return response

    def close(self) -> None:
        self._real.close()

    def take_writes(self) -> list[tuple[str, str]]:
        """Return the requests since the last call that change something."""
        listed = [each for each in self.requests if each[0] != "GET" and "validate" not in each[1]]
        self.requests.clear()
        self.bodies.clear()
        return listed


@dataclass
class Sides:
    """A project, its sync, and what the server answers without it."""

    server: LabelStudio
    project: Project
    sync: Sync
    recorder: Recorder
    waits: list[float] = field(default_factory=list)

    def close(self) -> None:
        """Close the connections and the project."""
        self.sync.close()
        self.project.close()

    @property
    def number(self) -> int:
        """The number of the project there."""
        number = self.sync.status().project
        assert number is not None
        return number

    def tasks(self) -> dict[str, Item]:
        """Return the tasks there by our key."""
        return {task["data"].get("wb_id", ""): task for task in self.server.export(self.number)}

    def annotation(self, document: str, index: int = 0) -> Item:
        """Return an annotation there."""
        found = sorted(self.tasks()[f"doc:{document}"]["annotations"], key=lambda each: each["id"])
        return dict(found[index])

    def edit(self, document: str, change: Callable[[list[Item]], Any], index: int = 0) -> None:
        """Save an annotation there as an editor does: the whole result."""
        known = self.annotation(document, index)
        result = known["result"]
        change(result)
        self.server.call("PATCH", f"annotations/{known['id']}", {"result": result})

    def records(self, layer: str = LAYER) -> list[str]:
        """Return the lines that an export of all documents writes."""
        return [dump_record(each) for each in self.project.records(layer, all=True)]

    def read(self, document: str, sentence: str, layer: str = LAYER) -> Annotation:
        """Return what a layer says of a sentence."""
        return self.project.store.get_annotations(document, layer)[sentence].annotation

    def save(
        self, document: str, sentence: str, change: Callable[[Annotation], Annotation]
    ) -> None:
        """Save a sentence here as its annotator does."""
        stored = self.project.store.get_annotations(document, LAYER)[sentence]
        changed = Change(document, change(stored.annotation), stored.revision)
        self.project.store.save(Action(secrets.token_hex(8), LAYER, "edit", (changed,)))

    def set_stance(self, attribution: str, stance: str) -> None:
        """Give an attribution of the harbour another stance here."""
        self.save(HARBOUR, "s2", lambda each: with_stance(each, attribution, stance))


def make_sides(
    folder: Path, server: LabelStudio, *, name: str = "harbour", layer: str | None = LAYER
) -> Sides:
    """Return a new project with the invented records in a layer, and a sync with the server."""
    project = init_project(folder / secrets.token_hex(4), name=name)
    path = folder / f"{secrets.token_hex(4)}.jsonl"
    write_lines(path, [dump_record(each) for each in make_records(layer or "gold")])
    project.import_records(path, layer or "gold")
    return connect(project, server)


def connect(project: Project, server: LabelStudio, **people: str) -> Sides:
    """Return the sync of a project with the server."""
    recorder, waits = Recorder(), list[float]()
    address = parse_address(server.url)
    sync = project.sync(server.url, people={"a01": AMAL, **people})
    sync._connect = lambda: Remote(
        address, Token(server.token), transport=recorder, sleep=waits.append
    )
    return Sides(server, project, sync, recorder, waits)


def with_stance(annotation: Annotation, name: str, stance: str) -> Annotation:
    """Return an annotation with another stance on one attribution."""

    def change(each: Attribution) -> Attribution:
        return replace(each, stance=stance) if each.id == name else each

    return replace(annotation, attributions=tuple(map(change, annotation.attributions)))


def choose(result: list[Item], region: str, control: str, value: str) -> None:
    """Choose a value for a region in a result, as a click in the editor does."""
    found = next(each for each in result if each["id"] == region and each["from_name"] == control)
    found["value"]["choices"] = [value]


def find_region(result: list[Item], item: str, label: str) -> str:
    """Return the id of the region of an item (a claim or attribution) with a label."""
    return next(
        str(each["id"])
        for each in result
        if each.get("type") == "labels"
        and each["value"]["labels"] == [label]
        and each["meta"]["wb"].get("item") == item
    )


def dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
