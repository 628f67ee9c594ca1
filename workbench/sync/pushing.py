"""From here to the server: what changed here since the last time, one annotation after another."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from typing import Any

from msgspec.structs import replace

from workbench.exchange.label_studio import dump_task, task_key
from workbench.store.remote_values import RemoteAnnotation, RemoteMark, RemoteTask
from workbench.sync import api
from workbench.sync.comparing import Comparison
from workbench.sync.entries import Entry, What
from workbench.sync.failures import Refused, Unsettled
from workbench.sync.importing import Importer
from workbench.sync.link import Link, iter_chunks
from workbench.sync.pairs import (
    GOLD,
    Item,
    Matcher,
    Pair,
    make_key,
    make_task_row,
    make_uuid,
)
from workbench.sync.pulling import OnProgress
from workbench.sync.results import as_result, hash_content, hash_result, load_content
from workbench.sync.settling import WHOLE, Judge, keep_earlier, make_gone, make_row
from workbench.sync.writes import check_write, describe_write, judge_write

_TRIES = 4


class Push:
    """One push of some layers; `run` gives an entry for each thing that it does.

    Parameters
    ----------
    dry
        Whether nothing is sent.
    force
        Whether drafts of others are written over.
    recreate
        Whether what was deleted there is made again.
    """

    def __init__(
        self,
        link: Link,
        layers: Sequence[str],
        *,
        dry: bool,
        force: bool = False,
        recreate: bool = False,
        on_progress: OnProgress,
    ) -> None:
        self._link = link
        self._layers = layers
        self._dry = dry
        self._force = force
        self._recreate = recreate
        self._on_progress = on_progress
        self._remotes = link.store.remotes
        self._number = link.row.number
        self._stamps = {layer: self._remotes.stamps(layer) for layer in layers}
        self._marks = self._remotes.documents()
        self._journal = self._remotes.journal(self._number)
        self._judge = Judge(link)

    def run(self) -> Iterator[Entry]:
        """Give the entries, each when it is done and kept."""
        yield from self._open_project()
        self._matcher = Matcher(self._link, self._journal)
        journal = {} if self._dry else self._journal
        self._importer = Importer(
            self._link, self._matcher, self._layers, self._stamps, self._marks, journal
        )
        known = self._remotes.tasks(self._number)
        if self._recreate:
            known |= self._find_gone(known)
        new = [each for each in self._marks if self._is_new(known.get(task_key(each)))]
        adopted, entries = self._importer.adopt(new)
        yield from entries
        if adopted and not self._dry:
            self._remotes.put_tasks(self._number, adopted.values())
        known |= adopted
        left = [each for each in new if task_key(each) not in adopted]
        yield from self._import(left)
        candidates = self._select(known, set(left))
        for count, chunk in enumerate(iter_chunks(candidates, api.EXPORT_TASKS)):
            self._on_progress(count * api.EXPORT_TASKS / len(candidates), "push")
            yield from self._send_chunk(chunk, known)

    # ------------------------------------------------------------ the project and new tasks

    def _open_project(self) -> Iterator[Entry]:
        if self._link.project is None:
            yield Entry("there", "create", "project", self._link.settings.name)
        elif self._link.config_differs:
            yield Entry("there", "update", "configuration", "label_config")
        if not self._dry:
            self._link.ensure_project()
            self._link.mark_project()

    def _find_gone(self, known: dict[str, RemoteTask]) -> dict[str, RemoteTask]:
        """Return the tasks that are there no longer, as such."""
        project = self._link.project
        there = (
            set()
            if project is None
            else {stub.id for stub in api.iter_tasks(self._link.remote, project)}
        )
        return {
            wb_id: replace(row, task=None, state="gone", updated_at=None)
            for wb_id, row in known.items()
            if row.task not in there
        }

    def _is_new(self, row: RemoteTask | None) -> bool:
        return row is None or (row.state == "gone" and self._recreate)

    def _import(self, document_ids: list[str]) -> Iterator[Entry]:
        done = 0
        for batch in self._importer.iter_batches(document_ids):
            self._on_progress(done / len(document_ids), "import")
            sendable = [each for each in batch if all(layer for layer, _ in each.problems)]
            refused = self._importer.send(sendable) if sendable and not self._dry else []
            for draft in batch:
                for layer, problems in draft.problems:
                    what: What = "task" if layer is None else "annotation"
                    yield Entry(
                        "there", "hold", what, draft.wb_id, layer, "invalid", details=problems
                    )
            for draft in sendable:
                if draft.wb_id in refused:
                    yield Entry("there", "hold", "task", draft.wb_id, why="refused")
                    continue
                yield Entry("there", "create", "task", draft.wb_id)
                for layer, sent in draft.sent.items():
                    yield Entry(
                        "there", "create", "annotation", draft.wb_id, layer,
                        changes=draft.changes[layer], ours=hash_content(sent),
                    )  # fmt: skip
            done += len(batch)

    # ------------------------------------------------------------ tasks that are there

    def _select(self, known: dict[str, RemoteTask], fresh: set[str]) -> list[str]:
        """Return the documents to look at: changed here, decided, or left by a killed run."""
        marks = self._remotes.marks(self._number)
        resolved = {each.wb_id for each in self._remotes.conflicts(self._number, "resolved")}
        chosen = []
        left = {key.split("\n")[1] for key in self._journal if "\n" in key}
        for document_id, mark in self._marks.items():
            wb_id = task_key(document_id)
            row = known.get(wb_id)
            if document_id in fresh or row is None:
                continue
            changed = any(
                self._is_changed(self._stamps[layer].get(document_id), marks.get((wb_id, layer)))
                for layer in self._layers
            )
            if changed or wb_id in left or wb_id in resolved or row.sentences_sha256 != mark:
                chosen.append(document_id)
        return chosen

    def _is_changed(self, stamp: str | None, mark: RemoteMark | None) -> bool:
        """Answer whether a layer may say something else of a document than was last sent."""
        if stamp is None or mark is None:
            return stamp is not None
        return mark.ours_stamp != stamp or self._recreate

    def _send_chunk(self, chunk: list[str], known: dict[str, RemoteTask]) -> Iterator[Entry]:
        rows = {task_key(each): known[task_key(each)] for each in chunk}
        for wb_id, row in rows.items():
            if row.state == "gone" or row.task is None:
                yield Entry("there", "hold", "task", wb_id, why="gone")
        numbers = [row.task for row in rows.values() if row.task is not None]
        for pair in self._read(numbers):
            found = rows.pop(pair.wb_id) if pair.wb_id in rows else None
            if pair.document is None or found is None:
                yield Entry("there", "hold", "task", f"number {pair.task.id}", why="foreign")
                continue
            yield from self._send_pair(pair, found)
        yield from self._resolve_missing(rows)

    def _read(self, numbers: list[int]) -> list[Pair]:
        project = self._link.project
        assert project is not None  # noqa: S101  there are tasks in it
        tasks = api.export_tasks(self._link.remote, project, numbers)
        self._link.local.forget()
        pairs = self._matcher.match(tasks, self._layers)
        self._judge.read_conflicts(pairs)
        return pairs

    def _resolve_missing(self, rows: dict[str, RemoteTask]) -> Iterator[Entry]:
        """Look again for tasks that are not under their number: deleted, or another by now."""
        missing = {wb_id: row for wb_id, row in rows.items() if row.task is not None}
        names = [wb_id.removeprefix("doc:") for wb_id in missing]
        found, entries = self._importer.adopt(names) if names else ({}, [])
        yield from entries
        for wb_id, row in missing.items():
            known = found.get(wb_id)
            if known is not None and known.task != row.task:
                yield from self._adopt_again(wb_id, known)
                continue
            if not self._dry:
                gone = replace(row, task=None, state="gone", updated_at=None)
                self._remotes.put_tasks(self._number, [gone])
            yield Entry("there", "hold", "task", wb_id, why="gone")

    def _adopt_again(self, wb_id: str, row: RemoteTask) -> Iterator[Entry]:
        if not self._dry:
            self._remotes.put_tasks(self._number, [row])
        for pair in self._read([row.task] if row.task is not None else []):
            if pair.document is not None and pair.wb_id == wb_id:
                yield from self._send_pair(pair, row)

    def _send_pair(self, pair: Pair, row: RemoteTask) -> Iterator[Entry]:
        document = pair.document
        assert document is not None  # noqa: S101  the caller has looked
        mark = self._marks[document.document.id]
        rows: dict[str, RemoteAnnotation] = {}
        if row.sentences_sha256 not in {"", mark}:
            yield Entry("there", "update", "task", pair.wb_id)
            if not self._dry:
                sentences = self._link.local.sentences(document)
                meta = dump_task(document.document, document.segments, sentences)["meta"]
                _repeat(lambda: api.patch_task_meta(self._link.remote, pair.task.id, meta))
        for layer in self._layers:
            yield from self._send_item(pair, pair.items[layer], rows)
        if not self._dry:
            with self._link.store.transaction():
                task = make_task_row(pair, mark, rows, visited=False)
                self._remotes.put_tasks(self._number, [task])
                self._link.journal({make_key(pair.wb_id): None}, "confirmed")

    # ------------------------------------------------------------ one annotation

    def _send_item(
        self, pair: Pair, item: Item, rows: dict[str, RemoteAnnotation]
    ) -> Iterator[Entry]:
        """Bring one annotation there up to date; look again after each answer that was lost."""
        for _ in range(_TRIES):
            if (yield from self._try_item(pair, item, rows)):
                return
        raise Unsettled(f"Expected {pair.wb_id} of {item.layer} to be saved, got no answer to it.")

    def _try_item(
        self, pair: Pair, item: Item, rows: dict[str, RemoteAnnotation]
    ) -> Generator[Entry, None, bool]:
        """Do so once; return whether it is settled."""
        assert pair.document is not None  # noqa: S101  the caller has looked
        ours = self._link.local.dump(pair.document.document.id, item.layer, item.base)
        if not ours and item.theirs is None and item.row is None:
            return True
        held = self._find_hindrance(pair, item, ours)
        if held is not None:
            yield held
            return True
        found = self._judge.compare(pair, item, ours) if item.theirs else None
        if found is not None and not found.changes_there:
            self._keep(pair, item, found, rows)
            return True
        sent = ours if found is None else found.there
        wrong = check_write(self._link, pair, item, sent)
        entry = wrong or describe_write(pair, item, ours, sent, found)
        if self._dry or wrong is not None:
            yield entry
            return True
        before = None if item.theirs is None else item.theirs.result
        outcome = self._write(pair, item, sent, is_ours=found is None or sent == ours)
        fresh = self._read_again(pair, item)
        why = judge_write(outcome, sent, fresh)
        if why in {"", "raced"}:
            # Written over before it was read: the next pull sees both.
            self._keep(pair, item, found, rows, before=before, sent=sent)
        if why is None:
            return False
        yield replace(entry, action="hold", why=why) if why else entry
        return True

    def _find_hindrance(self, pair: Pair, item: Item, ours: list[Any]) -> Entry | None:
        """Return why an annotation is not written, if there is a reason."""
        key = (pair.wb_id, item.layer)
        if item.theirs is None:
            if (
                item.row is not None
                and item.row.unique_id is not None
                and not self._may_recreate(pair, item)
            ):
                if not self._dry:
                    self._leave_gone(pair, item, item.row)
                return Entry("there", "hold", "annotation", *key, "gone")
            if item.has_draft and not self._force:
                return Entry("there", "hold", "annotation", *key, "draft")
            return None
        if item.theirs.was_cancelled:
            return Entry("there", "hold", "annotation", *key, "skipped")
        if item.has_draft and not self._force and self._would_change(pair, item, ours):
            return Entry("there", "hold", "annotation", *key, "draft")
        return None

    def _leave_gone(self, pair: Pair, item: Item, row: RemoteAnnotation) -> None:
        self._remotes.put_annotations(self._number, [make_gone(row)])
        live = self._judge.live(pair, item)
        self._remotes.settle(each.number for each in live if each.choice == "theirs")

    def _may_recreate(self, pair: Pair, item: Item) -> bool:
        chosen = [each for each in self._judge.live(pair, item) if each.field == WHOLE]
        return self._recreate or any(each.choice == "ours" for each in chosen)

    def _would_change(self, pair: Pair, item: Item, ours: list[Any]) -> bool:
        return self._judge.compare(pair, item, ours).changes_there

    def _write(self, pair: Pair, item: Item, sent: list[Any], *, is_ours: bool) -> str:
        """Send an annotation; return ``sent``, ``lost``, ``taken``, ``refused`` or ``gone``."""
        key = make_key(pair.wb_id, item.layer)
        # Only what is ours alone may become the base of a later run as it is.
        self._link.journal({key: hash_result(sent) if is_ours else None}, "sent")
        try:
            if item.theirs is None:
                body = self._make_body(pair, item, sent)
                api.create_annotation(self._link.remote, pair.task.id, body)
            else:
                lead_time = item.theirs.lead_time
                api.patch_annotation(self._link.remote, item.theirs.id, sent, lead_time)
        except Unsettled:
            return "lost"
        except Refused as error:
            outcomes = {400: "refused", 404: "gone", 409: "taken"}
            if error.status not in outcomes:
                raise
            return outcomes[error.status]
        return "sent"

    def _make_body(self, pair: Pair, item: Item, sent: list[Any]) -> dict[str, Any]:
        user = self._link.people.find_user(item.layer)
        author = self._link.me if user is None or item.layer == GOLD else user
        return {
            "result": sent,
            "completed_by": author.id,
            "unique_id": make_uuid(self._link, pair.wb_id, item.layer),
            "ground_truth": item.layer == GOLD,
            "import_id": None,
        }

    def _read_again(self, pair: Pair, item: Item) -> list[Any] | None:
        """Read a task again and bring `pair` and `item` along; return what stands there now."""
        pairs = self._read([pair.task.id])
        fresh = next((each for each in pairs if each.wb_id == pair.wb_id), None)
        if fresh is None or fresh.document is None:
            item.theirs = None
            return None
        pair.task, pair.strangers = fresh.task, fresh.strangers
        for layer, other in fresh.items.items():
            mine = pair.items.setdefault(layer, other)
            mine.theirs, mine.has_draft = other.theirs, other.has_draft
        return None if item.theirs is None else item.theirs.result

    def _keep(
        self,
        pair: Pair,
        item: Item,
        found: Comparison | None,
        rows: dict[str, RemoteAnnotation],
        *,
        before: list[Any] | None = None,
        sent: list[Any] | None = None,
    ) -> None:
        """Keep what both sides know now; `before` is what a write took the place of."""
        if self._dry or pair.document is None:
            return
        stamp = self._stamps[item.layer].get(pair.document.document.id)
        earlier = None
        if before is not None and found is not None:
            earlier = keep_earlier(item.row, before, found)
        elif item.row is not None and item.row.earlier is not None:
            earlier = as_result(load_content(item.row.earlier))
        base = (sent or []) if found is None else found.base_if_sent
        row = make_row(self._link, pair, item, base=base, stamp=stamp or "", earlier=earlier)
        with self._link.store.transaction():
            self._remotes.put_annotations(self._number, [row])
            self._judge.settle(pair, item, () if found is None else found.conflicts)
            self._link.journal({make_key(pair.wb_id, item.layer): None}, "confirmed")
        rows[item.layer] = row
        item.row = row


def _repeat(change: Any) -> None:
    """Send a write that may be sent twice until it is answered."""
    for attempt in range(_TRIES):
        try:
            change()
        except Unsettled:
            if attempt == _TRIES - 1:
                raise
        else:
            return
