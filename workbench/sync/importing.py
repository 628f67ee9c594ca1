"""New tasks: asked for before they are sent, sent in batches, and looked for before a repeat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from workbench.exchange.label_studio import dump_task, list_problems, list_task_problems, task_key
from workbench.store import StoredDocument
from workbench.store.remote_values import JournalEntry, RemoteAnnotation, RemoteTask
from workbench.sync import api
from workbench.sync.comparing import describe_change
from workbench.sync.entries import Entry
from workbench.sync.failures import Refused, Unsettled
from workbench.sync.link import Link, iter_chunks
from workbench.sync.pairs import (
    GOLD,
    Matcher,
    Pair,
    make_import_number,
    make_key,
    make_task_row,
)
from workbench.sync.people import ANNOTATOR
from workbench.sync.results import Content, dump_content, hash_content, is_same_content
from workbench.sync.settling import make_row

BATCH_TASKS = 500
_BATCH_BYTES = 4_000_000
_TRIES = 3
_PAUSES_S = (1.0, 2.0, 4.0, 8.0, 15.0)
_READ_TASKS = 50
"""So many articles are read at once: as many long ones as go into one or two batches."""


class Draft(msgspec.Struct):
    """A task to be imported, encoded, with the results of the annotations that ride on it."""

    wb_id: str
    body: msgspec.Raw
    sent: dict[str, Content]
    changes: dict[str, dict[str, int]]
    problems: list[tuple[str | None, tuple[str, ...]]]


class Importer:
    """Adds the tasks of documents that have none, with the first annotations on them.

    Parameters
    ----------
    layers
        The layers whose annotations ride along.
    stamps
        The stamp of each layer's documents, read before anything was dumped.
    journal
        The writes that an earlier run did not see confirmed.
    """

    def __init__(
        self,
        link: Link,
        matcher: Matcher,
        layers: Sequence[str],
        stamps: dict[str, dict[str, str]],
        marks: dict[str, str],
        journal: Mapping[str, JournalEntry],
    ) -> None:
        self._link = link
        self._matcher = matcher
        self._layers = layers
        self._stamps = stamps
        self._marks = marks
        self._journal = journal
        self._remotes = link.store.remotes
        self._number = link.row.number

    def adopt(self, document_ids: Sequence[str]) -> tuple[dict[str, RemoteTask], list[Entry]]:
        """Return the tasks that are there already, and entries for those that are there twice."""
        keys = [task_key(each) for each in document_ids]
        sent = [each for each in keys if self._was_sent(each)]
        if self._link.project is None or (self._link.is_empty and not sent):
            return {}, []
        found = self._find(keys)
        if any(each not in found for each in sent):
            found |= self._wait_for(sent)
        entries = [
            Entry("there", "hold", "task", wb_id, why="twice")
            for wb_id, tasks in found.items()
            if len(tasks) > 1
        ]
        rows = {wb_id: RemoteTask(wb_id, _choose(tasks), "", "") for wb_id, tasks in found.items()}
        return rows, entries

    def _was_sent(self, wb_id: str) -> bool:
        entry = self._journal.get(make_key(wb_id))
        return entry is not None and entry.state == "sent"

    def _wait_for(self, wb_ids: Iterable[str]) -> dict[str, list[api.FoundTask]]:
        """Return tasks that were sent and not answered; look again while one may still come.

        Whoever waited for the answer may have given up, or a proxy between, while the server was
        still at it: what it takes in stands there all at once, when it has finished.
        """
        wanted = list(wb_ids)
        found = self._find(wanted)
        for pause_s in _PAUSES_S:
            if all(each in found for each in wanted):
                break
            self._link.remote.wait(pause_s)
            found = self._find(wanted)
        return found

    def draft(self, document_id: str) -> Draft:
        """Return the task of a document; what its server could not hold is among its problems."""
        stored = self._link.local.document(document_id)
        task = self._dump_task(stored)
        problems: list[tuple[str | None, tuple[str, ...]]] = []
        found = list_task_problems(task)
        if found:
            problems.append((None, tuple(str(each) for each in found)))
        sent: dict[str, Content] = {}
        changes: dict[str, dict[str, int]] = {}
        for layer in self._layers:
            if document_id not in self._stamps[layer]:
                continue
            result = self._link.local.dump(document_id, layer)
            content = dump_content(result)
            wrong = list_problems(result, stored.document.text, self._link.scheme, content=content)
            if wrong:
                problems.append((layer, tuple(str(each) for each in wrong)))
            elif result:
                sent[layer] = content
                changes[layer] = describe_change([], result)
                task["annotations"].append(self._wrap(stored, layer, sent[layer]))
        body = b"{}" if found else msgspec.json.encode(task)
        return Draft(task_key(document_id), msgspec.Raw(body), sent, changes, problems)

    def iter_batches(self, document_ids: Iterable[str]) -> Iterator[list[Draft]]:
        """Give the drafts of documents in batches that a server takes at once."""
        batch: list[Draft] = []
        size = 0
        for each in self._iter_read(document_ids):
            draft = self.draft(each)
            length = len(bytes(draft.body))
            if batch and (len(batch) >= BATCH_TASKS or size + length > _BATCH_BYTES):
                yield batch
                self._link.local.forget({known.wb_id.removeprefix("doc:") for known in batch})
                batch, size = [], 0
            batch.append(draft)
            size += length
        if batch:
            yield batch

    def _iter_read(self, document_ids: Iterable[str]) -> Iterator[str]:
        """Give the documents, each when it was read: many at once cost less than one by one."""
        for some in iter_chunks(list(document_ids), _READ_TASKS):
            self._link.local.read(some)
            for layer in self._layers:
                self._link.local.read(some, layer)
            yield from some

    def send(self, batch: list[Draft]) -> list[str]:
        """Import a batch and keep what stands there then; nothing is ever sent blindly twice.

        One bad task makes a server refuse all of them: then the halves are sent, and so on.

        Returns
        -------
        list
            The keys of the tasks that the server refuses.
        """
        try:
            self._send(batch)
        except Refused as error:
            if error.status != 400:
                raise
            if len(batch) == 1:
                return [batch[0].wb_id]
            half = len(batch) // 2
            return [*self.send(batch[:half]), *self.send(batch[half:])]
        return []

    def _send(self, batch: list[Draft]) -> None:
        drafts = {each.wb_id: each for each in batch}
        self._link.journal({make_key(wb_id): None for wb_id in drafts}, "planned")
        numbers: dict[str, int] = {}
        for attempt in range(_TRIES):
            left = [each for wb_id, each in drafts.items() if wb_id not in numbers]
            self._link.journal({make_key(each.wb_id): None for each in left}, "sent")
            try:
                made = self._import(left)
                numbers |= {each.wb_id: number for each, number in zip(left, made, strict=False)}
            except Unsettled:
                found = self._wait_for(each.wb_id for each in left)
                numbers |= {wb_id: _choose(tasks) for wb_id, tasks in found.items()}
                if len(numbers) < len(drafts) and attempt == _TRIES - 1:
                    raise
            if len(numbers) >= len(drafts):
                break
        self._keep(drafts, numbers)

    def _import(self, left: list[Draft]) -> list[int]:
        project = self._link.project
        assert project is not None  # noqa: S101  made before anything is imported
        return api.import_tasks(self._link.remote, project, [each.body for each in left])

    def _keep(self, drafts: dict[str, Draft], numbers: dict[str, int]) -> None:
        project = self._link.project
        assert project is not None  # noqa: S101  made before anything is imported
        for some in iter_chunks(sorted(numbers.values()), api.EXPORT_TASKS):
            tasks = api.export_tasks(self._link.remote, project, some)
            pairs = [
                each for each in self._matcher.match(tasks, self._layers) if each.wb_id in drafts
            ]
            with self._link.store.transaction():
                self._keep_pairs([each for each in pairs if each.document is not None], drafts)

    def _keep_pairs(self, pairs: list[Pair], drafts: dict[str, Draft]) -> None:
        annotations: list[RemoteAnnotation] = []
        tasks = []
        for pair in pairs:
            rows = self._make_rows(pair, drafts[pair.wb_id])
            annotations += rows.values()
            mark = self._marks.get(pair.wb_id.removeprefix("doc:"), "")
            tasks.append(make_task_row(pair, mark, rows, visited=False))
        self._remotes.put_annotations(self._number, annotations)
        self._remotes.put_tasks(self._number, tasks)
        self._link.journal({make_key(each.wb_id): None for each in pairs}, "confirmed")

    def _make_rows(self, pair: Pair, draft: Draft) -> dict[str, RemoteAnnotation]:
        assert pair.document is not None  # noqa: S101  the caller has looked
        name = pair.document.document.id
        rows: dict[str, RemoteAnnotation] = {}
        for layer, sent in draft.sent.items():
            item = pair.items[layer]
            there = None if item.theirs is None else item.theirs.content
            # Somebody may have been faster: that is for the comparison.
            if there is not None and is_same_content(sent, hash_content(sent), there):
                stamp = self._stamps[layer][name]
                rows[layer] = make_row(self._link, pair, item, base=there, stamp=stamp)
        return rows

    def _find(self, wb_ids: Iterable[str]) -> dict[str, list[api.FoundTask]]:
        project = self._link.project
        assert project is not None  # noqa: S101  made before anything is looked for
        found: dict[str, list[api.FoundTask]] = {}
        for each in api.find_tasks(self._link.remote, project, wb_ids):
            wb_id = each.data.get("wb_id") if isinstance(each.data, dict) else None
            if isinstance(wb_id, str):
                found.setdefault(wb_id, []).append(each)
        return found

    def _dump_task(self, stored: StoredDocument) -> dict[str, Any]:
        sentences = self._link.local.sentences(stored)
        task = dump_task(stored.document, stored.segments, sentences)
        return {**task, "annotations": []}

    def _wrap(self, stored: StoredDocument, layer: str, content: Content) -> dict[str, Any]:
        return {
            "result": msgspec.Raw(content),
            # An import takes everything for ground truth that does not say otherwise.
            "ground_truth": layer == GOLD,
            "completed_by": {"email": find_author(self._link, layer)},
            "id": make_import_number(task_key(stored.document.id), layer),
        }


def find_author(link: Link, layer: str) -> str | None:
    """Return the address under whose name `layer` is written; gold is the token's user's."""
    if not layer.startswith(ANNOTATOR):
        return link.me.email
    user = link.people.find_user(layer)
    return None if user is None else user.email


def find_layers(link: Link, wanted: str | None) -> tuple[list[str], list[Entry]]:
    """Return the layers to push, and entries for those that nobody there stands for.

    Parameters
    ----------
    wanted
        One layer; without it those of all annotators.
    """
    store = link.store
    known = [layer for layer in store.layers() if layer.startswith(ANNOTATOR)]
    layers = known if wanted is None else [wanted]
    found = [each for each in layers if find_author(link, each) is not None]
    held = [
        Entry("there", "hold", "person", each, each, "unmapped")
        for each in layers
        if each not in found
    ]
    return found, held


def _choose(tasks: Sequence[api.FoundTask]) -> int:
    """Return the task to use: one with annotations before one without, then the oldest."""
    return min(tasks, key=lambda each: (not each.total_annotations, each.id)).id
