"""Which annotation there belongs to which layer here, task by task."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import msgspec

from workbench.store import StoredDocument
from workbench.store.remote_values import JournalEntry, RemoteAnnotation, RemoteTask
from workbench.sync import api
from workbench.sync.link import Link
from workbench.sync.people import NEW
from workbench.sync.results import as_result, hash_result, is_same_result, load_content
from workbench.sync.times import normalize_time

GOLD = "gold"


class Item(msgspec.Struct, dict=True):
    """One layer's annotation of one task: what is kept of it here, and what stands there.

    Attributes
    ----------
    base_content
        The result on which both sides last agreed, as JSON; `None` where there is none.
    """

    layer: str
    row: RemoteAnnotation | None = None
    theirs: api.ServerAnnotation | None = None
    has_draft: bool = False
    base_content: bytes | str | None = None

    @cached_property
    def base(self) -> list[Any]:
        """The result on which both sides last agreed; empty where they never have."""
        content = self.base_content
        return as_result(load_content(content)) if content else []

    def forget(self) -> None:
        """Let go of decoded results: they are many times as large as their JSON."""
        for each in (self, self.theirs):
            if each is not None:
                vars(each).clear()

    def is_kept(self) -> bool:
        """Answer whether what stands there is the base that is kept here."""
        row, theirs = self.row, self.theirs
        if row is None or theirs is None:
            return False
        if theirs.sha256 == row.base_sha256:
            return True
        return bool(row.base) and is_same_result(load_content(row.base or ""), theirs.result)


class Pair(msgspec.Struct):
    """A document here and its task there.

    Attributes
    ----------
    document
        ``None`` where the task is foreign.
    strangers
        Annotations that belong to no layer, each with the reason.
    """

    wb_id: str
    task: api.ServerTask
    document: StoredDocument | None
    items: dict[str, Item] = {}
    strangers: list[tuple[api.ServerAnnotation, str]] = []


class Matcher:
    """Finds for the tasks of a server the documents, layers and kept rows that they belong to.

    Parameters
    ----------
    journal
        The writes that an earlier run did not see confirmed.
    """

    def __init__(self, link: Link, journal: Mapping[str, JournalEntry]) -> None:
        self._link = link
        self._journal = journal

    def match(self, tasks: Iterable[api.ServerTask], layers: Sequence[str] = ()) -> list[Pair]:
        """Return a pair for each task; with an item for each of `layers`, even an empty one."""
        listed = list(tasks)
        keys = [each.wb_id for each in listed if each.wb_id is not None]
        self._link.local.read([each.removeprefix("doc:") for each in keys])
        rows = self._link.store.remotes.annotations(self._link.row.number, keys)
        by_task: dict[str, list[RemoteAnnotation]] = {}
        for (wb_id, _), row in rows.items():
            by_task.setdefault(wb_id, []).append(row)
        return [self._match(each, by_task, layers) for each in listed]

    def _match(
        self,
        task: api.ServerTask,
        rows: Mapping[str, list[RemoteAnnotation]],
        layers: Sequence[str],
    ) -> Pair:
        document = self._find_document(task)
        wb_id = task.wb_id or ""
        pair = Pair(wb_id, task, document, {}, [])
        if document is None:
            return pair
        pair.items = {
            row.layer: Item(row.layer, row)
            for row in rows.get(wb_id, ())
            if not self._link.people.has_left(row.layer)
        }
        for layer in layers:
            pair.items.setdefault(layer, Item(layer))
        self._bind(pair)
        self._note_drafts(pair)
        for item in pair.items.values():
            item.base_content = self._find_base(wb_id, item)
        return pair

    def _find_document(self, task: api.ServerTask) -> StoredDocument | None:
        wb_id = task.wb_id or ""
        if not wb_id.startswith("doc:"):
            return None
        document = self._link.local.find(wb_id.removeprefix("doc:"))
        # The text itself: somebody may have changed it there and left the hash.
        said = task.data.get("text") if isinstance(task.data, dict) else None
        return document if document is not None and said == document.document.text else None

    def _bind(self, pair: Pair) -> None:
        left = sorted(pair.task.annotations, key=lambda each: each.id)
        for item in pair.items.values():
            wanted = item.row.unique_id if item.row else None
            found = next((each for each in left if wanted and each.unique_id == wanted), None)
            if found is not None:
                item.theirs = found
                left.remove(found)
        for each in left:
            layer = self._find_layer(pair, each)
            if layer is None:
                pair.strangers.append((each, "stranger"))
                continue
            item = pair.items.setdefault(layer, Item(layer))
            if item.theirs is None:
                item.theirs = each
            else:
                pair.strangers.append((each, "second"))

    def _find_layer(self, pair: Pair, annotation: api.ServerAnnotation) -> str | None:
        people = self._link.people
        for each in dict.fromkeys([GOLD, *pair.items, *people.layers()]):
            if annotation.unique_id == make_uuid(self._link, pair.wb_id, each):
                return each
            if annotation.import_id == make_import_number(pair.wb_id, each):
                return each
        layer = people.find_layer(annotation.author)
        return f"{NEW}{annotation.author}" if layer == NEW else layer

    def _note_drafts(self, pair: Pair) -> None:
        for draft in pair.task.drafts:
            if not isinstance(draft, dict):
                continue
            number, author = draft.get("annotation"), str(draft.get("user", "")).casefold()
            for item in pair.items.values():
                if item.theirs is not None:
                    item.has_draft |= number == item.theirs.id
                elif number is None:
                    item.has_draft |= author == (self._link.people.find_email(item.layer) or "-")

    def _find_base(self, wb_id: str, item: Item) -> bytes | str | None:
        """Return the base of the next merge; what a killed run has sent alone is one too."""
        sent = self._journal.get(make_key(wb_id, item.layer))
        if sent is not None and item.theirs is not None:
            known = hash_result(item.theirs.result)
            if known == sent.sha256:
                return item.theirs.content
        row = item.row
        if row is None or not row.base:
            return None
        if item.theirs is not None and row.unique_id and item.theirs.unique_id != row.unique_id:
            # Another annotation in its place: nothing that it lacks was deleted by anybody.
            return None
        return row.base


def make_key(wb_id: str, layer: str | None = None) -> str:
    """Return the journal's name of a task, or of an annotation of it."""
    return f"task\n{wb_id}" if layer is None else f"annotation\n{wb_id}\n{layer}"


def make_uuid(link: Link, wb_id: str, layer: str) -> str:
    """Return the uuid of a layer's annotation of a task: always the same."""
    name = f"{link.remote.address.url}{link.project}/{wb_id}/{layer}"
    return str(uuid5(NAMESPACE_URL, name))


def make_import_number(wb_id: str, layer: str) -> int:
    """Return the number that an annotation carries through an import, which takes no uuid."""
    digest = hashlib.sha256(f"{wb_id}\n{layer}".encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:4], "big") & 0x7FFFFFFF


def is_settled(pair: Pair, rows: Mapping[str, RemoteAnnotation]) -> bool:
    """Answer whether all that stands in a task is known here, so that it need not be read again."""
    if pair.strangers:
        return False
    for layer, item in pair.items.items():
        row = rows.get(layer, item.row)
        theirs = item.theirs
        if theirs is None:
            is_known = row is None or row.state == "gone"
        else:
            is_known = row is not None and theirs.was_cancelled == (row.state == "skipped")
            if row is not None and not theirs.was_cancelled:
                is_known &= Item(layer, row, theirs).is_kept()
        if not is_known:
            return False
    return True


def make_task_row(
    pair: Pair, mark: str, rows: Mapping[str, RemoteAnnotation], *, visited: bool
) -> RemoteTask:
    """Return what is kept of a task; a time only where there is nothing more to read in it."""
    document = pair.document
    done = visited or is_settled(pair, rows)
    return RemoteTask(
        wb_id=pair.wb_id,
        task=pair.task.id,
        text_sha256="" if document is None else document.document.text_sha256,
        sentences_sha256=mark,
        updated_at=normalize_time(pair.task.updated_at) if done else "",
    )
