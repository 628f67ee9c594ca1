"""Recomputing all that is derived from the revisions, and naming what differs."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Generator, Iterator, Sequence
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, Row, select

from workbench.model import Sentence
from workbench.store import tables
from workbench.store.admission import hash_sentences
from workbench.store.dating import iter_date_problems
from workbench.store.documents import find_kind, is_walkable, load_segments
from workbench.store.linking import LINKS
from workbench.store.mentions import iter_mention_problems
from workbench.store.naming import iter_name_problems
from workbench.store.placing import iter_claim_problems
from workbench.store.queues import iter_queue_problems
from workbench.store.registering import iter_register_problems
from workbench.store.resegmenting import replay
from workbench.store.revisions import DECIDED, load_annotation
from workbench.store.rulings import RULINGS
from workbench.store.searching import iter_index_problems
from workbench.store.verdicts import iter_verdict_problems
from workbench.store.withdrawing import iter_withdrawal_problems


def iter_problems(connection: Connection) -> Iterator[str]:
    """Give a sentence for each kept value that is not what the revisions say."""
    yield from _check_sentences(connection)
    walkable = _read_walkable(connection)
    heads = yield from _check_revisions(connection)
    yield from _check_heads(connection, heads)
    yield from _check_layers(connection, heads, walkable)
    yield from _check_runs(connection, heads, walkable)
    yield from _check_stacks(connection)
    yield from iter_index_problems(connection)
    yield from iter_name_problems(connection)
    yield from iter_mention_problems(connection)
    yield from iter_date_problems(connection)
    yield from iter_verdict_problems(connection)
    yield from iter_queue_problems(connection)
    yield from iter_withdrawal_problems(connection)
    yield from RULINGS.iter_problems(connection)
    yield from LINKS.iter_problems(connection)
    yield from iter_claim_problems(connection)
    yield from iter_register_problems(connection)


def _check_sentences(connection: Connection) -> Iterator[str]:
    documents = connection.execute(select(tables.document).order_by(tables.document.c.number)).all()
    firsts = {row.document: row.first for row in connection.execute(select(tables.numbering))}
    segmentations: dict[int, list[Row[Any]]] = defaultdict(list)
    query = select(tables.segmentation).order_by(tables.segmentation.c.number)
    for row in connection.execute(query):
        segmentations[row.document].append(row)
    position = spot = 0
    for number, document in enumerate(documents):
        found = (document.number, document.first_spot, firsts.get(number))
        if found != (number, spot, position):
            yield f"document {document.id!r} is out of order"
        numbers = [row.number for row in segmentations[number]]
        if numbers != list(range(1, document.segmentation + 1)):
            yield f"document {document.id!r} has segmentations {numbers}"
            continue
        yield from _check_document(connection, document, segmentations[number])
        position += document.sentences
        spot += len(document.text) + 1
    project = connection.execute(select(tables.project)).one()
    totals = (len(documents), position, len(_read_walkable(connection)), spot)
    if (project.documents, project.sentences, project.to_decide, project.spots) != totals:
        yield f"the project's totals are not {', '.join(map(str, totals))}"


def _check_document(
    connection: Connection, document: Row[Any], segmentations: Sequence[Row[Any]]
) -> Iterator[str]:
    """Replay what became of a document's sentences, and compare what is there with it."""
    sentence = tables.sentence
    rows = connection.execute(select(sentence).where(sentence.c.document == document.number)).all()
    live = replay(rows, [row.sentences for row in segmentations if row.sentences])
    segments = load_segments(segmentations[-1].content)
    found = sorted((row for row in rows if row.spot is not None), key=lambda row: row.spot)
    for ordinal, row in enumerate(found):
        kind = find_kind(segments, row.start)
        walkable = 0 if document.withdrawn else is_walkable(kind)
        expected = (ordinal, document.first_spot + row.start, kind, walkable)
        if (row.ordinal, row.spot, row.kind, row.walkable) != expected:
            yield f"sentence {row.id!r} of {document.id!r} is out of place or of another kind"
    if {row.id for row in found} != live:
        yield f"document {document.id!r} has not the sentences that its segmentations say"
    if len(found) != document.sentences:
        yield f"document {document.id!r} has {len(found)} sentences"
    given = tuple(Sentence(row.id, row.start, row.end) for row in found)
    if hash_sentences(given) != document.sentences_sha256:
        yield f"the sentences of document {document.id!r} have another hash"


def _read_walkable(connection: Connection) -> set[int]:
    column = tables.sentence.c.spot
    query = select(column).where(tables.sentence.c.walkable == 1, column.is_not(None))
    return set(connection.scalars(query))


def _check_revisions(
    connection: Connection,
) -> Generator[str, None, dict[tuple[str, int], tuple[Any, ...]]]:
    """Give problems, and return the head that the revisions say, by layer and spot."""
    heads: dict[tuple[str, int], tuple[Any, ...]] = {}
    revision, spots = tables.revision, _read_spots(connection)
    for row in connection.execute(select(revision).order_by(revision.c.id)):
        name = row.layer, row.sentence
        number, total = (heads[name][0], heads[name][4]) if name in heads else (0, None)
        if row.number != number + 1:
            yield f"revision {row.number} of {name} follows {number}"
        annotation = load_annotation(row.content)
        if row.active_s is not None:
            total = (total or 0.0) + row.active_s
        heads[name] = (row.number, row.id, annotation.status, int(annotation.flagged), total)
    return {
        (layer, spots[number]): head for (layer, number), head in heads.items() if number in spots
    }


def _read_spots(connection: Connection) -> dict[int, int]:
    """Return the spots of the sentences that are there now, by number."""
    sentence = tables.sentence
    query = select(sentence.c.number, sentence.c.spot).where(sentence.c.spot.is_not(None))
    return {row.number: row.spot for row in connection.execute(query)}


def _check_heads(connection: Connection, heads: Any) -> Iterator[str]:
    found = set()
    for row in connection.execute(select(tables.head)):
        name = row.layer, row.spot
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
    known = set(connection.scalars(select(tables.action.c.layer).distinct()))
    if rows.keys() != known:
        yield f"the layers are {sorted(rows)}, expected {sorted(known)}"
    for layer, row in rows.items():
        count = counts[layer]
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
    order = sorted(walkable)
    for layer in runs.keys() | decided.keys():
        covered = {
            at
            for first, last in runs[layer]
            for at in order[bisect_left(order, first) : bisect_left(order, last + 1)]
        }
        if covered != decided[layer]:
            yield f"the runs of {layer} are not its decided sentences"
        for (first, end), (begin, last) in pairwise(runs[layer]):
            if not first <= end < begin <= last or not _is_any(order, end + 1, begin):
                yield f"the runs {first}-{end} and {begin}-{last} of {layer} are not apart"


def _is_any(order: Sequence[int], start: int, stop: int) -> bool:
    """Answer whether one of the numbers in `order` lies in ``[start, stop)``."""
    place = bisect_left(order, start)
    return place < len(order) and order[place] < stop


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
        if row.kind not in {"import", "carry"}:
            target = (redo if row.kind == "undo" else undo)[row.layer]
            if row.below != (target[-1] if target else None):
                yield f"action {row.number} lies on {row.below}"
            target.append(row.number)
    for row in connection.execute(select(tables.layer)):
        stacks = undo[row.name], redo[row.name]
        tops = tuple(stack[-1] if stack else None for stack in stacks)
        if (row.undo_top, row.redo_top) != tops:
            yield f"the stacks of {row.name} end in {(row.undo_top, row.redo_top)}, expected {tops}"
