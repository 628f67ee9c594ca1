"""The sources that each layer has named in words: how often, and when last, for completions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from workbench.model import Annotation
from workbench.store import tables
from workbench.store.values import NamedSource
from workbench.text import fold_key

LONGEST = 200
"""Longer names are no use as completions."""

_named = tables.named_source
_PAGE = 1000


def count_names(annotations: Iterable[Annotation]) -> Counter[str]:
    """Return how often each name stands as the words of a source."""
    names: Counter[str] = Counter()
    for annotation in annotations:
        for attribution in annotation.attributions:
            name = " ".join(span.text for span in attribution.source.spans)
            name = " ".join(name.split())
            if name and len(name) <= LONGEST:
                names[name] += 1
    return names


def change_names(
    connection: Connection,
    layer: str,
    *,
    before: Iterable[Annotation],
    after: Iterable[Annotation],
    revision: int,
) -> None:
    """Bring the names of a layer along, where `after` was said in place of `before`."""
    old, new = count_names(before), count_names(after)
    _add(connection, layer, new - old, revision)
    for name, count in (old - new).items():
        row = (_named.c.layer == layer) & (_named.c.name == name)
        connection.execute(update(_named).where(row).values(count=_named.c.count - count))
        connection.execute(delete(_named).where(row, _named.c.count <= 0))


def find_names(
    connection: Connection, layer: str, words: str, count: int
) -> tuple[NamedSource, ...]:
    """Return the sources that `layer` has named whose name has `words` in it, the likeliest first.

    Those that begin so come first, then those named most often, then those named last.
    """
    key = fold_key(" ".join(words.split()))
    begins = _named.c.key.startswith(key, autoescape=True)
    query = (
        select(_named.c.name, _named.c.count.label("times"))
        .where(_named.c.layer == layer, _named.c.key.contains(key, autoescape=True))
        .order_by(begins.desc(), _named.c.count.desc(), _named.c.newest.desc(), _named.c.name)
        .limit(count)
    )
    return tuple(NamedSource(row.name, row.times) for row in connection.execute(query))


def fill_names(connection: Connection) -> None:
    """Count the names of all layers; nothing is counted before."""
    for layer, names in read_names(connection).items():
        for name, (count, newest) in names.items():
            _add(connection, layer, {name: count}, newest)


def read_names(connection: Connection) -> dict[str, dict[str, tuple[int, int]]]:
    """Return how often each layer names each source now, and a revision that does."""
    found: dict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    for layer, revision, annotation in _iter_heads(connection):
        for name, count in count_names([annotation]).items():
            before, newest = found[layer].get(name, (0, 0))
            found[layer][name] = (before + count, max(newest, revision))
    return found


def iter_name_problems(connection: Connection) -> Iterator[str]:
    """Give a sentence for each layer whose names are not counted as the revisions say."""
    wanted = {
        layer: {name: (count, fold_key(name)) for name, (count, _) in names.items()}
        for layer, names in read_names(connection).items()
        if names
    }
    found: dict[str, dict[str, tuple[int, str]]] = defaultdict(dict)
    query = select(_named, _named.c.count.label("times"))
    for row in connection.execute(query):
        found[row.layer][row.name] = (row.times, row.key)
    for layer in sorted(wanted.keys() | found.keys()):
        if wanted.get(layer) != found.get(layer):
            yield f"the sources that {layer} names are not counted as they are"


def _add(connection: Connection, layer: str, names: dict[str, int], revision: int) -> None:
    if not names:
        return
    dialect: Any = sqlite if connection.dialect.name == "sqlite" else postgresql
    statement = dialect.insert(_named)
    statement = statement.on_conflict_do_update(
        index_elements=["layer", "name"],
        set_={"count": _named.c.count + statement.excluded.count, "newest": revision},
    )
    rows = [
        {"layer": layer, "name": name, "key": fold_key(name), "count": count, "newest": revision}
        for name, count in sorted(names.items())
    ]
    connection.execute(statement, rows)


def _iter_heads(connection: Connection) -> Iterator[tuple[str, int, Annotation]]:
    head, revision = tables.head, tables.revision
    after = 0
    while True:
        rows: Sequence[Any] = connection.execute(
            select(head.c.layer, revision.c.id, revision.c.content)
            .join(revision, revision.c.id == head.c.revision)
            .where(revision.c.id > after)
            .order_by(revision.c.id)
            .limit(_PAGE)
        ).all()
        for row in rows:
            yield row.layer, row.id, msgspec.json.decode(row.content, type=Annotation)
        if len(rows) < _PAGE:
            return
        after = rows[-1].id
