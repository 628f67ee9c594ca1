"""The answers of a system, as predictions that a person there starts from."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.errors import RemoteUnavailable
from workbench.exchange.label_studio import dump_prediction, list_problems, task_key
from workbench.sync import api
from workbench.sync.entries import Entry
from workbench.sync.failures import Unsettled
from workbench.sync.link import Link, iter_chunks
from workbench.sync.pulling import OnProgress

_CHUNK = 50
_TRIES = 3


class Predictions:
    """Pushes one layer of a system as predictions of a version of its own.

    A version stands for one state of the layer: the newest revision is in its name. Older versions
    of the same system are deleted, and the project shows the new one.
    """

    def __init__(self, link: Link, layer: str, *, dry: bool, on_progress: OnProgress) -> None:
        self._link = link
        self._layer = layer
        self._dry = dry
        self._on_progress = on_progress
        self._stamps = link.store.remotes.stamps(layer)

    def run(self) -> Iterator[Entry]:
        """Give the entries of what is done; nothing is, where the version is whole already."""
        project = self._link.project
        if not self._stamps:
            return
        newest = max(int(each) for each in self._stamps.values())
        name = self._layer.removeprefix("system:")
        version = f"{name}@{newest}"
        known = self._link.store.remotes.tasks(self._link.row.number)
        tasks = {
            each: row.task
            for each in self._stamps
            if (row := known.get(task_key(each))) is not None and row.task is not None
        }
        if project is None or not tasks:
            yield Entry("there", "create", "predictions", version, self._layer)
            return
        there = api.read_model_versions(self._link.remote, project)
        bodies, held = self._split(tasks, version)
        yield from held
        is_shown = api.read_project(self._link.remote, project).model_version == version
        if there.get(version) == len(bodies) and is_shown:
            return
        old = [each for each in there if each.rpartition("@")[0] == name]
        yield from self._replace(project, version, bodies, old)

    def _split(self, tasks: dict[str, int], version: str) -> tuple[dict[str, int], list[Entry]]:
        """Return the documents whose predictions can be sent, and entries for the others."""
        held = []
        good = dict(tasks)
        for document_id in tasks:
            record = self._link.local.record(document_id, self._layer)
            if record is None:
                del good[document_id]
                continue
            result = dump_prediction(record, self._link.scheme, version)["result"]
            problems = list_problems(result, record.document.text, self._link.scheme)
            if problems:
                del good[document_id]
                held.append(
                    Entry(
                        "there", "hold", "predictions", task_key(document_id), self._layer,
                        "invalid", details=tuple(str(each) for each in problems),
                    )
                )  # fmt: skip
        return good, held

    def _replace(
        self, project: int, version: str, tasks: dict[str, int], old: list[str]
    ) -> Iterator[Entry]:
        for each in old:
            yield Entry("there", "delete", "predictions", each, self._layer)
        if not self._dry:
            for each in dict.fromkeys([*old, version]):
                self._delete(project, each)
            self._create(project, version, tasks)
            _repeat_patch(self._link, project, version)
        changes = {"added": len(tasks)}
        yield Entry("there", "create", "predictions", version, self._layer, changes=changes)

    def _delete(self, project: int, version: str) -> None:
        """Delete a version; deleting it twice is harmless."""
        for attempt in range(_TRIES):
            try:
                api.delete_predictions(self._link.remote, project, version)
            except Unsettled:
                if attempt == _TRIES - 1:
                    raise
            else:
                return

    def _create(self, project: int, version: str, tasks: dict[str, int]) -> None:
        for attempt in range(_TRIES):
            try:
                self._create_all(project, version, tasks)
            except Unsettled:
                # How far it came is not told: from the beginning, or there would be some twice.
                self._delete(project, version)
                if attempt == _TRIES - 1:
                    raise
            else:
                break
        found = api.read_model_versions(self._link.remote, project).get(version, 0)
        if found != len(tasks):
            raise RemoteUnavailable(
                f"Expected {len(tasks)} predictions of {version} there, got {found}.",
                hint="Push again: they are made anew.",
            )

    def _create_all(self, project: int, version: str, tasks: dict[str, int]) -> None:
        done = 0
        for chunk in iter_chunks(list(tasks), _CHUNK):
            self._on_progress(done / len(tasks), "predictions")
            bodies = []
            for document_id in chunk:
                record = self._link.local.record(document_id, self._layer)
                if record is not None:
                    made = dump_prediction(record, self._link.scheme, version)
                    bodies.append({"task": tasks[document_id], **made})
            api.import_predictions(self._link.remote, project, bodies)
            done += len(chunk)


def _repeat_patch(link: Link, project: int, version: str) -> None:
    for attempt in range(_TRIES):
        try:
            api.patch_project(link.remote, project, model_version=version)
        except Unsettled:
            if attempt == _TRIES - 1:
                raise
        else:
            return
