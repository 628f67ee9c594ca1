"""From the server to here: what changed there since the last time becomes revisions."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from workbench.exchange.label_studio import Finding
from workbench.store.remote_values import Other, OtherKind, RemoteAnnotation, RemoteTask
from workbench.sync import api
from workbench.sync.ahead import iter_ahead
from workbench.sync.comparing import describe_change
from workbench.sync.entries import Action, Entry
from workbench.sync.link import Link, iter_chunks
from workbench.sync.pairs import Item, Matcher, Pair, make_task_row
from workbench.sync.people import NEW
from workbench.sync.results import (
    as_result,
    dump_content,
    hash_result,
    is_same_result,
    load_content,
)
from workbench.sync.settling import WHOLE, Judge, make_gone, make_row
from workbench.sync.times import normalize_time, step_back

FULL_EVERY = 10
"""Each tenth pull lists all tasks: a deletion leaves no trace that a filter could find."""

PULLED_TASKS = 50
"""So many tasks are exported with one request: one is on its way while another is taken in."""

_NEWEST = "newest"
"""Stands for a stamp until all revisions of a chunk are saved."""

OnProgress = Callable[[float, str], None]


class Pull:
    """One pull; `run` gives an entry for each thing that it does or keeps from doing.

    Parameters
    ----------
    dry
        Whether nothing is saved.
    full
        Whether all tasks are listed, so that deleted ones are noticed.
    """

    def __init__(
        self, link: Link, *, dry: bool, full: bool = False, on_progress: OnProgress
    ) -> None:
        self._link = link
        self._remotes = link.store.remotes
        self._number = link.row.number
        self._dry = dry
        self._is_full = full or link.row.cursor is None or link.row.pulls >= FULL_EVERY - 1
        self._on_progress = on_progress
        self._judge = Judge(link)
        self._matcher = Matcher(link, self._remotes.journal(self._number))
        self._marks = self._remotes.documents()
        self._left = link.store.withdrawn_subjects("document")
        self._rows: list[RemoteAnnotation] = []
        self._tasks: list[RemoteTask] = []

    def run(self) -> Iterator[Entry]:
        """Give the entries; each chunk of tasks is saved when its first one is given."""
        if self._link.project is None:
            return
        known = self._remotes.tasks(self._number)
        listed = self._list_changes()
        changed = self._select(listed, known)
        if self._is_full:
            yield from self._find_gone(known, {stub.id for stub in listed})
        chunks = list(iter_chunks(changed, PULLED_TASKS))
        for count, tasks in enumerate(iter_ahead(chunks, self._export)):
            self._on_progress(count / len(chunks), "pull")
            yield from self._take_chunk(tasks, known)
        if not self._dry:
            newest = api.find_newest(listed, "")
            pulls = 0 if self._is_full else self._link.row.pulls + 1
            cursor = step_back(newest) if newest else self._link.row.cursor
            # After all chunks: what was not taken is found again.
            if (cursor, pulls) != (self._link.row.cursor, self._link.row.pulls):
                self._link.note(cursor=cursor, pulls=pulls)

    def _list_changes(self) -> list[api.TaskStub]:
        project = self._link.project
        assert project is not None  # noqa: S101  run has looked
        since = None if self._is_full else self._link.row.cursor
        return list(api.iter_tasks(self._link.remote, project, since))

    def _select(self, listed: list[api.TaskStub], known: dict[str, RemoteTask]) -> list[int]:
        """Return the tasks to read: changed ones, and those with a decision to carry out."""
        times = {row.task: row.updated_at for row in known.values() if row.task is not None}
        changed = [
            stub.id
            for stub in listed
            if stub.id not in times or times[stub.id] != normalize_time(stub.updated_at)
        ]
        resolved = {each.wb_id for each in self._remotes.conflicts(self._number, "resolved")}
        numbers = [known[wb_id].task for wb_id in sorted(resolved) if wb_id in known]
        more = [each for each in numbers if each is not None]
        foreign = {int(each.key) for each in self._remotes.others(self._number, "task")}
        seen = (
            {
                each.key: json.loads(each.content).get("updated_at")
                for each in self._remotes.others(self._number, "task")
            }
            if foreign
            else {}
        )
        return [
            each
            for each in dict.fromkeys([*changed, *more])
            if each not in foreign or self._has_moved(each, listed, seen)
        ]

    def _has_moved(self, number: int, listed: list[api.TaskStub], seen: dict[str, str]) -> bool:
        found = next((stub.updated_at for stub in listed if stub.id == number), None)
        return normalize_time(found) != normalize_time(seen.get(str(number)))

    def _find_gone(self, known: dict[str, RemoteTask], there: set[int]) -> Iterator[Entry]:
        for row in known.values():
            if row.state != "gone" and row.task not in there:
                yield from self._lose(row)

    def _lose(self, row: RemoteTask) -> Iterator[Entry]:
        if not self._dry:
            gone = replace(row, task=None, state="gone", updated_at=None)
            self._remotes.put_tasks(self._number, [gone])
        yield Entry("here", "delete", "task", row.wb_id, why="gone")

    def _export(self, numbers: list[int]) -> list[api.ServerTask]:
        project = self._link.project
        assert project is not None  # noqa: S101  run has looked
        return api.export_tasks(self._link.remote, project, numbers)

    def _take_chunk(
        self, tasks: list[api.ServerTask], known: dict[str, RemoteTask]
    ) -> Iterator[Entry]:
        if self._dry:
            yield from self._take_tasks(tasks, known)
            return
        with self._link.store.transaction():
            self._make_people(tasks)
            entries = list(self._take_tasks(tasks, known))
            self._keep_rows()
        yield from entries

    def _make_people(self, tasks: Iterable[api.ServerTask]) -> None:
        people = self._link.people
        for author in {each.author for task in tasks for each in task.annotations}:
            if author is not None and people.find_layer(author) == NEW:
                people.make_layer(author)

    def _take_tasks(
        self, tasks: list[api.ServerTask], known: dict[str, RemoteTask]
    ) -> Iterator[Entry]:
        self._link.local.forget()
        pairs = self._matcher.match(tasks)
        self._read_ours(pairs)
        self._judge.read_conflicts(pairs)
        ours = [pair for pair in pairs if pair.document is not None and self._owns(pair, known)]
        if not self._dry:
            ids = [pair.wb_id for pair in ours]
            kinds: tuple[OtherKind, ...] = ("draft", "finding", "annotation")
            for kind in kinds:
                self._remotes.drop_others(self._number, kind, ids)
        by_number = {row.task: row for row in known.values() if row.task is not None}
        for pair in pairs:
            row = by_number.get(pair.task.id)
            if row is not None and row.wb_id != pair.wb_id:
                # Servers use numbers again: another task stands under that of ours.
                yield from self._lose(row)
            if pair not in ours:
                yield from self._keep_foreign(pair)
            else:
                yield from self._take_pair(pair, known.get(pair.wb_id))
            for item in pair.items.values():
                item.forget()

    def _read_ours(self, pairs: Iterable[Pair]) -> None:
        """Read at once what will be asked for one by one."""
        by_layer: dict[str, list[str]] = {}
        for pair in pairs:
            for item in pair.items.values() if pair.document is not None else ():
                if item.theirs is None or not item.is_kept():
                    by_layer.setdefault(item.layer, []).append(pair.wb_id.removeprefix("doc:"))
        for layer, names in by_layer.items():
            self._link.local.read(names, layer)

    def _owns(self, pair: Pair, known: dict[str, RemoteTask]) -> bool:
        """Answer whether a task is the one of its document: there may be a second one."""
        row = known.get(pair.wb_id)
        return row is None or row.task is None or row.task == pair.task.id

    def _keep_foreign(self, pair: Pair) -> Iterator[Entry]:
        why = "foreign" if pair.document is None else "twice"
        if pair.wb_id.removeprefix("doc:") in self._left:
            why = "withdrawn"
        elif not self._dry:
            content = dump_content(pair.task).decode()
            other = Other("task", str(pair.task.id), content, pair.wb_id or None)
            self._remotes.put_others(self._number, [other])
        yield Entry("here", "hold", "task", f"number {pair.task.id}", why=why)

    def _take_pair(self, pair: Pair, row: RemoteTask | None) -> Iterator[Entry]:
        document = pair.document
        assert document is not None  # noqa: S101  the caller has looked
        self._keep_drafts(pair)
        yield from self._keep_strangers(pair)
        rows: dict[str, RemoteAnnotation] = {}
        mark = self._marks.get(document.document.id, "")
        if row is not None and row.sentences_sha256 not in {"", mark}:
            yield Entry("here", "hold", "task", pair.wb_id, why="resegmented")
        for item in pair.items.values():
            yield from self._take_item(pair, item, rows)
        if not self._dry:
            made_with = mark if row is None else row.sentences_sha256
            self._rows += rows.values()
            self._tasks.append(make_task_row(pair, made_with, rows, visited=True))

    def _take_item(
        self, pair: Pair, item: Item, rows: dict[str, RemoteAnnotation]
    ) -> Iterator[Entry]:
        if item.theirs is None:
            yield from self._take_gone(pair, item, rows)
        elif item.theirs.was_cancelled:
            if item.row is None or item.row.state != "skipped":
                rows[item.layer] = make_row(
                    self._link, pair, item, base=item.base, stamp="", state="skipped"
                )
                yield Entry("here", "update", "annotation", pair.wb_id, item.layer, "skipped")
        elif not self._is_known(item, pair):
            yield from self._take_change(pair, item, rows)

    def _is_known(self, item: Item, pair: Pair) -> bool:
        """Answer whether what stands there is what was last seen there."""
        row, theirs = item.row, item.theirs
        return (
            row is not None
            and theirs is not None
            and row.state == "synced"
            and row.unique_id == theirs.unique_id
            and item.is_kept()
            and not self._judge.live(pair, item)
        )

    def _take_gone(
        self, pair: Pair, item: Item, rows: dict[str, RemoteAnnotation]
    ) -> Iterator[Entry]:
        row = item.row
        if row is None or row.state == "gone":
            return
        ours = self._link.local.dump(pair.wb_id.removeprefix("doc:"), item.layer, item.base)
        rows[item.layer] = make_gone(row)
        if is_same_result(ours, as_result(load_content(row.base)) if row.base else []):
            yield Entry("here", "delete", "annotation", pair.wb_id, item.layer, "gone")
            return
        if not self._dry:
            values = {"base": "there", "ours": "changed", "theirs": None}
            name = (pair.wb_id, item.layer, WHOLE)
            self._remotes.add_conflict(self._number, *name, values)
        yield Entry("here", "conflict", "annotation", pair.wb_id, item.layer, "gone")

    def _take_change(
        self, pair: Pair, item: Item, rows: dict[str, RemoteAnnotation]
    ) -> Iterator[Entry]:
        document = pair.document
        assert document is not None and item.theirs is not None  # noqa: S101, PT018
        name = document.document.id
        theirs = item.theirs.result
        ours = self._link.local.dump(name, item.layer, item.base)
        found = self._judge.compare(pair, item, ours)
        if found.conflicts or found.changes_here:
            action: Action = "update" if ours else "create"
            yield Entry(
                "here",
                "conflict" if found.conflicts else action,
                "annotation",
                pair.wb_id,
                item.layer,
                changes=describe_change(ours, found.here)
                if found.changes_here and (self._dry or found.conflicts)
                else None,
                # Hashes are for plans: what says the same has the same one.
                ours=hash_result(ours) if self._dry else None,
                theirs=hash_result(theirs) if self._dry else None,
                details=tuple(each.field for each in found.conflicts),
            )
        if self._dry:
            return
        findings: tuple[Finding, ...] = ()
        quarantined: tuple[object, ...] = ()
        if found.changes_here:
            applied = self._link.local.apply(name, item.layer, found.here)
            findings, quarantined = applied.findings, applied.quarantined
        self._judge.settle(pair, item, found.conflicts)
        self._keep_findings(pair, item, findings)
        rows[item.layer] = make_row(
            self._link,
            pair,
            item,
            base=found.base_if_taken,
            # What is still to be sent has to be looked at by the next push.
            stamp="" if found.changes_there else _NEWEST,
            earlier=self._keep_earlier(item, bool(found.conflicts)),
            quarantined=quarantined,
        )
        if findings:
            yield Entry("here", "hold", "annotation", pair.wb_id, item.layer, "finding")

    def _keep_rows(self) -> None:
        """Keep what is known of a chunk, with the stamps that its revisions have led to."""
        self._link.local.save()
        names = sorted({each.wb_id.removeprefix("doc:") for each in self._rows})
        stamps = {
            layer: self._remotes.stamps(layer, names)
            for layer in {each.layer for each in self._rows if each.ours_stamp == _NEWEST}
        }
        rows = [
            replace(each, ours_stamp=stamps[each.layer].get(each.wb_id.removeprefix("doc:"), ""))
            if each.ours_stamp == _NEWEST
            else each
            for each in self._rows
        ]
        self._remotes.put_annotations(self._number, rows)
        self._remotes.put_tasks(self._number, self._tasks)
        self._rows, self._tasks = [], []

    def _keep_earlier(self, item: Item, in_conflict: bool) -> list[object] | None:  # noqa: FBT001
        row = item.row
        if not in_conflict or row is None or row.earlier is None:
            return None
        return as_result(load_content(row.earlier))

    def _keep_findings(self, pair: Pair, item: Item, findings: Iterable[Finding]) -> None:
        others = [
            Other(
                "finding",
                f"{pair.wb_id} {item.layer} {number}",
                dump_content(each).decode(),
                pair.wb_id,
            )
            for number, each in enumerate(findings)
        ]
        self._remotes.put_others(self._number, others)

    def _keep_drafts(self, pair: Pair) -> None:
        if self._dry:
            return
        others = [
            Other(
                "draft",
                str(draft.get("id")),
                dump_content(draft).decode(),
                pair.wb_id,
                str(draft.get("user")),
            )
            for draft in pair.task.drafts
            if isinstance(draft, dict)
        ]
        self._remotes.put_others(self._number, others)

    def _keep_strangers(self, pair: Pair) -> Iterator[Entry]:
        if not self._dry:
            others = [
                Other("annotation", str(each.id), dump_content(each).decode(), pair.wb_id)
                for each, _ in pair.strangers
            ]
            self._remotes.put_others(self._number, others)
        for each, why in pair.strangers:
            yield Entry("here", "hold", "annotation", f"{pair.wb_id} number {each.id}", why=why)
