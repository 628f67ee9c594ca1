"""What is kept after both sides of an annotation were looked at: rows, conflicts, findings."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from workbench.exchange.label_studio import FieldConflict, merge_results, replace_fields
from workbench.store.remote_values import AnnotationState, Choice, Conflict, RemoteAnnotation
from workbench.sync.comparing import Comparison, compare
from workbench.sync.link import Link
from workbench.sync.pairs import Item, Pair
from workbench.sync.results import as_result, dump_content, hash_content, load_content
from workbench.sync.times import normalize_time, seconds_between

WHOLE = "annotation"
"""The field of a conflict of a whole annotation: deleted on one side, changed on the other."""


class Judge:
    """Compares the sides of annotations with regard to what people have decided of conflicts."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._conflicts: dict[tuple[str, str], list[Conflict]] = {}

    def read_conflicts(self, pairs: Iterable[Pair]) -> None:
        """Read the conflicts of some tasks, which the other methods then know."""
        ids = [pair.wb_id for pair in pairs]
        self._conflicts = {}
        known = self._link.store.remotes.conflicts(self._link.row.number, None, ids)
        for each in known:
            if each.state != "settled":
                self._conflicts.setdefault((each.wb_id, each.layer), []).append(each)

    def live(self, pair: Pair, item: Item) -> list[Conflict]:
        """Return the conflicts of an annotation that are not settled."""
        return self._conflicts.get((pair.wb_id, item.layer), [])

    def compare(self, pair: Pair, item: Item, ours: list[Any]) -> Comparison:
        """Return what should stand on both sides of an annotation that is on both."""
        theirs = item.theirs.result if item.theirs else []
        earlier = self._find_earlier(item)
        found = compare(item.base, ours, theirs, earlier=earlier)
        choices = self._find_choices(pair, item, found.conflicts)
        if choices:
            return compare(item.base, ours, theirs, choices=choices, earlier=earlier)
        return found

    def _find_choices(
        self, pair: Pair, item: Item, conflicts: Iterable[FieldConflict]
    ) -> dict[str, Choice]:
        """Return what was chosen for conflicts, where their values are still those of then."""
        decided = {each.field: each for each in self.live(pair, item) if each.choice is not None}
        choices: dict[str, Choice] = {}
        for each in conflicts:
            known = decided.get(each.key)
            if known is None or known.choice is None:
                continue
            if _dump(known.ours, known.theirs) == _dump(each.ours, each.theirs):
                choices[each.key] = known.choice
        return choices

    def settle(self, pair: Pair, item: Item, conflicts: Iterable[FieldConflict]) -> None:
        """Keep the open conflicts of an annotation; those that are over are settled."""
        remotes, number = self._link.store.remotes, self._link.row.number
        kept = set()
        for each in conflicts:
            values = {"base": each.base, "ours": each.ours, "theirs": each.theirs}
            kept.add(remotes.add_conflict(number, pair.wb_id, item.layer, each.key, values).number)
        live = self.live(pair, item)
        remotes.settle(each.number for each in live if each.number not in kept)

    def _find_earlier(self, item: Item) -> list[Any] | None:
        """Return what stood there before our last change, where somebody may still have had it.

        An editor that was opened before our change and saved after it sends what it had. The
        seconds that it counts tell when it was opened, if they are there.
        """
        row, theirs = item.row, item.theirs
        if row is None or theirs is None or row.earlier is None:
            return None
        saved, known = normalize_time(theirs.updated_at), row.updated_at
        if saved and known and theirs.lead_time is not None and row.lead_time is not None:
            spent = theirs.lead_time - row.lead_time
            if 0 < spent < seconds_between(known, saved):
                return None
        return as_result(load_content(row.earlier))


def make_row(
    link: Link,
    pair: Pair,
    item: Item,
    *,
    base: list[Any] | bytes,
    stamp: str,
    state: AnnotationState = "synced",
    earlier: list[Any] | None = None,
    quarantined: Iterable[Any] = (),
) -> RemoteAnnotation:
    """Return what is kept of an annotation that both sides have.

    Parameters
    ----------
    base
        The result on which both sides agree now, or its JSON.
    """
    theirs = item.theirs
    if theirs is not None and isinstance(base, list) and base is theirs.result:
        base = theirs.content
    content = base if isinstance(base, bytes) else dump_content(base)
    listed = list(quarantined)
    return RemoteAnnotation(
        wb_id=pair.wb_id,
        layer=item.layer,
        annotation=None if theirs is None else theirs.id,
        unique_id=None if theirs is None else theirs.unique_id,
        author=None if theirs is None else link.people.find_author(theirs.author),
        state=state,
        updated_at=None if theirs is None else normalize_time(theirs.updated_at),
        lead_time=None if theirs is None else theirs.lead_time,
        base_sha256=hash_content(content),
        ours_stamp=stamp,
        base=content.decode(),
        earlier=None if earlier is None else dump_content(earlier).decode(),
        raw=dump_content(listed).decode() if listed else None,
    )


def make_gone(row: RemoteAnnotation) -> RemoteAnnotation:
    """Return what is kept of an annotation that was deleted there."""
    return replace(row, annotation=None, state="gone", updated_at=None)


def _dump(*values: Any) -> str:
    return json.dumps(values, sort_keys=True)


def keep_earlier(
    row: RemoteAnnotation | None, before: list[Any], comparison: Comparison
) -> list[Any]:
    """Return the next base with what our change set put back to how it was `before`.

    What is in conflict keeps the older value that was kept of it.
    """
    older = merge_results(comparison.there, before, comparison.base_if_sent).result
    if row is None or row.earlier is None or not comparison.conflicts:
        return older
    kept = as_result(load_content(row.earlier))
    return replace_fields(older, comparison.conflicts, kept)
