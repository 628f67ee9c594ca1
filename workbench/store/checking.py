"""Recomputing all that is derived from the revisions, and naming what differs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Generator, Iterator
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, select

from workbench.store import tables
from workbench.store.documents import find_kind, is_walkable, load_segments
from workbench.store.revisions import DECIDED, load_annotation
from workbench.store.verdicts import iter_verdict_problems


def iter_problems(connection: Connection) -> Iterator[str]:
    """Give a sentence for each kept value that is not what the revisions say."""
    yield from _check_sentences(connection)
    walkable = _read_walkable(connection)
    heads = yield from _check_revisions(connection)
    yield from _check_heads(connection, heads)
    yield from _check_layers(connection, heads, walkable)
    yield from _check_runs(connection, heads, walkable)
    yield from _check_stacks(connection)
    yield from iter_verdict_problems(connection)


def _check_sentences(connection: Connection) -> Iterator[str]:
    documents = connection.execute(select(tables.document).order_by(tables.document.c.number)).all()
    newest: dict[int, Any] = {}
    numbers: dict[int, list[int]] = defaultdict(list)
    query = select(tables.segmentation).order_by(tables.segmentation.c.number)
    for row in connection.execute(query):
        numbers[row.document].append(row.number)
        newest[row.document] = row
    position = 0
    for number, document in enumerate(documents):
        if (document.number, document.first_position) != (number, position):
            yield f"document {document.id!r} is out of order"
        if numbers[number] != list(range(1, document.segmentation + 1)):
            yield f"document {document.id!r} has segmentations {numbers[number]}"
            continue
        segments = load_segments(newest[number].content)
        rows = connection.execute(
            select(tables.sentence)
            .where(tables.sentence.c.document == number)
            .order_by(tables.sentence.c.position)
        ).all()
        for row in rows:
            kind = find_kind(segments, row.start)
            if (row.position, row.kind, row.walkable) != (position, kind, is_walkable(kind)):
                yield f"sentence {row.id!r} of {document.id!r} is out of place or of another kind"
            position += 1
        if len(rows) != document.sentences:
            yield f"document {document.id!r} has {len(rows)} sentences"
    project = connection.execute(select(tables.project)).one()
    to_decide = len(_read_walkable(connection))
    if (project.documents, project.sentences, project.to_decide) != (
        len(documents),
        position,
        to_decide,
    ):
        yield f"the project's totals are not {len(documents)}, {position}, {to_decide}"


def _read_walkable(connection: Connection) -> set[int]:
    column = tables.sentence.c.position
    return set(connection.scalars(select(column).where(tables.sentence.c.walkable == 1)))


def _check_revisions(
    connection: Connection,
) -> Generator[str, None, dict[tuple[str, int], tuple[Any, ...]]]:
    """Give problems, and return the head that the revisions say, by layer and position."""
    heads: dict[tuple[str, int], tuple[Any, ...]] = {}
    revision = tables.revision
    for row in connection.execute(select(revision).order_by(revision.c.id)):
        name = row.layer, row.position
        number, total = (heads[name][0], heads[name][4]) if name in heads else (0, None)
        if row.number != number + 1:
            yield f"revision {row.number} of {name} follows {number}"
        annotation = load_annotation(row.content)
        if row.active_s is not None:
            total = (total or 0.0) + row.active_s
        heads[name] = (row.number, row.id, annotation.status, int(annotation.flagged), total)
    return heads


def _check_heads(connection: Connection, heads: Any) -> Iterator[str]:
    found = set()
    for row in connection.execute(select(tables.head)):
        name = row.layer, row.position
        found.add(name)
        stored = (row.number, row.revision, row.status, row.flagged)
        expected = heads.get(name)
        if expected is None or stored != expected[:4]:
            yield f"head {name} is {stored}, expected {expected}"
        elif abs((row.active_s or 0.0) - (expected[4] or 0.0)) > 1e-6:
            yield f"head {name} took {row.active_s} s, expected {expected[4]}"
        if row.timed != int(row.status in DECIDED and row.active_s is not None):
            yield f"head {name} is wrongly timed"
    for name in heads.keys() - found:
        yield f"head {name} is missing"


def _check_layers(connection: Connection, heads: Any, walkable: set[int]) -> Iterator[str]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for (layer, position), (_, _, status, flagged, _) in heads.items():
        counts[layer][status] += position in walkable
        counts[layer]["flagged"] += flagged and position in walkable
    rows = {row.name: row for row in connection.execute(select(tables.layer))}
    if rows.keys() != counts.keys():
        yield f"the layers are {sorted(rows)}, expected {sorted(counts)}"
    for layer in rows.keys() & counts.keys():
        row, count = rows[layer], counts[layer]
        expected = (count["done"], count["skipped"], count["flagged"])
        if (row.done, row.skipped, row.flagged) != expected:
            yield f"layer {layer} counts {tuple(row)[3:]}, expected {expected}"


def _check_runs(connection: Connection, heads: Any, walkable: set[int]) -> Iterator[str]:
    runs: dict[str, list[tuple[int, int]]] = defaultdict(list)
    query = select(tables.run).order_by(tables.run.c.layer, tables.run.c.first)
    for row in connection.execute(query):
        runs[row.layer].append((row.first, row.last))
    decided: dict[str, set[int]] = defaultdict(set)
    for (layer, position), head in heads.items():
        if head[2] in DECIDED and position in walkable:
            decided[layer].add(position)
    for layer in runs.keys() | decided.keys():
        covered = {at for first, last in runs[layer] for at in range(first, last + 1)}
        if covered & walkable != decided[layer]:
            yield f"the runs of {layer} are not its decided sentences"
        for (first, end), (begin, last) in pairwise(runs[layer]):
            if not first <= end < begin <= last or walkable.isdisjoint(range(end + 1, begin)):
                yield f"the runs {first}-{end} and {begin}-{last} of {layer} are not apart"


def _check_stacks(connection: Connection) -> Iterator[str]:
    """Replay all actions, and compare where the two stacks of each layer then stand."""
    undo: dict[str, list[int]] = defaultdict(list)
    redo: dict[str, list[int]] = defaultdict(list)
    for row in connection.execute(select(tables.action).order_by(tables.action.c.number)):
        if row.kind == "edit":
            redo[row.layer].clear()
        elif row.kind in {"undo", "redo"}:
            stack = (undo if row.kind == "undo" else redo)[row.layer]
            if not stack or stack.pop() != row.of:
                yield f"action {row.number} takes back {row.of}, which was not the newest"
        if row.kind != "import":
            target = (redo if row.kind == "undo" else undo)[row.layer]
            if row.below != (target[-1] if target else None):
                yield f"action {row.number} lies on {row.below}"
            target.append(row.number)
    for row in connection.execute(select(tables.layer)):
        stacks = undo[row.name], redo[row.name]
        tops = tuple(stack[-1] if stack else None for stack in stacks)
        if (row.undo_top, row.redo_top) != tops:
            yield f"the stacks of {row.name} end in {(row.undo_top, row.redo_top)}, expected {tops}"
