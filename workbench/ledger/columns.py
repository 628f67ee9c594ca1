"""Whose statement it is: an attribution's sources as columns of the ledger."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

import msgspec

from workbench.ledger.ledger import Column, Naming
from workbench.model import Attribution, Document, Entity, Source
from workbench.model.register import Register
from workbench.text import fold_key


class Columns:
    """Finds the columns of sources, and remembers by which words they were called.

    A source is its entity. Without one it is its words in folded form, in all articles; what has no
    words either (an understood subject, a passive) is told apart by article. An article's own voice
    is its outlet, which is an entity where the registry knows one of that name.

    Parameters
    ----------
    entities
        The registry's, by id.
    """

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        self._entities = entities
        self._register = Register(entities)
        self._words: dict[str, Counter[str]] = defaultdict(Counter)
        self._found: dict[str, Column] = {}

    def find(self, attribution: Attribution, document: Document) -> tuple[str, ...]:
        """Return the ids of the columns that an attribution's source stands in, one each entity."""
        source = attribution.source
        if source.realization == "author":
            return (self.outlet(document),)
        words = " ".join(" ".join(span.text for span in source.spans).split())
        if source.entities:
            # Words that stand for several entities name none of them.
            said = words if len(source.entities) == 1 and source.realization == "explicit" else ""
            return tuple(self._entity(each, said, document) for each in source.entities)
        if words:
            key = f"words {fold_key(words)}"
            self._words[key][words] += 1
            return (self._keep(key, "words", words),)
        return (self._unnamed(source, document),)

    def outlet(self, document: Document) -> str:
        """Return the id of the column of the article's own voice."""
        if document.publisher is None:
            name = document.title or document.id
            return self._keep(f"outlet {document.id}", "outlet", name, document.id)
        folded = fold_key(document.publisher)
        known = self._by_name.get(folded)
        if known is not None:
            return self._entity(known, document.publisher, document)
        return self._keep(f"outlet {folded}", "outlet", document.publisher)

    def list(self, counts: Mapping[str, int], rows: Mapping[str, int]) -> tuple[Column, ...]:
        """Return the columns in order: whole sides together, who says most first.

        Parameters
        ----------
        counts, rows
            How many statements each column has, and in how many rows it stands.
        """
        named = [self._name(each, rows.get(each.id, 0)) for each in self._found.values()]
        sides: Counter[str] = Counter()
        for each in named:
            sides[each.side] += counts.get(each.id, 0)
        return tuple(
            sorted(
                named,
                key=lambda each: (
                    -sides[each.side], each.side, -counts.get(each.id, 0), each.id,
                ),
            )
        )  # fmt: skip

    def _entity(self, entity: str, words: str, document: Document) -> str:
        if words:
            self._words[entity][words] += 1
        return self._keep(entity, "entity", entity, document.id if self._is_bound(entity) else None)

    def _is_bound(self, entity: str) -> bool:
        """Answer whether an entity belongs to one article; of one without a line nobody says so."""
        return entity in self._entities and self._register.is_bound(entity)

    def _unnamed(self, source: Source, document: Document) -> str:
        kind = source.realization or "missing"
        return self._keep(f"kind {kind} {document.id}", "unnamed", f"({kind})", document.id)

    def _keep(self, key: str, naming: Naming, name: str, document: str | None = None) -> str:
        if key not in self._found:
            self._found[key] = Column(key, name, {}, naming, key, name, {}, document=document)
        return key

    @cached_property
    def _by_name(self) -> dict[str, str]:
        """The entities that an outlet can be, by folded name; of namesakes the first by id."""
        found: dict[str, str] = {}
        for key in sorted(self._entities):
            if not self._is_bound(key):
                for name in self._entities[key].names:
                    found.setdefault(fold_key(name.text), key)
        return found

    def _name(self, column: Column, rows: int) -> Column:
        name, names = self._call(column.id, column.name)
        side = self._find_side(column.id)
        # Who belongs to nobody is a side of its own.
        side_name, side_names = self._call(side, side) if side != column.id else (name, names)
        known = self._entities.get(column.id)
        return msgspec.structs.replace(
            column,
            name=name,
            names=names,
            side=side,
            side_name=side_name,
            side_names=side_names,
            kind=known.kind if known else None,
            anonymity=known.anonymity if known else None,
            claims=rows,
        )

    def _call(self, key: str, usual: str) -> tuple[str, dict[str, str]]:
        """Return what a column is called, and by language: the registry's first names."""
        known = self._entities.get(key)
        names: dict[str, str] = {}
        for each in known.names if known else ():
            if each.language is not None:
                names.setdefault(each.language, each.text)
        if known is not None and known.names:
            return known.names[0].text, names
        spellings = self._words.get(key)
        if not spellings:
            return usual, names
        return min(spellings, key=lambda words: (-spellings[words], words)), names

    def _find_side(self, key: str) -> str:
        """Return whom an entity belongs to in the end; a circle ends where it began."""
        seen: list[str] = []
        while key not in seen:
            seen.append(key)
            known = self._entities.get(key)
            if known is None or known.affiliation is None:
                return key
            key = known.affiliation
        return min(seen)


def count_rows(pairs: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Return in how many rows each column stands, from pairs of column and row."""
    return dict(Counter(column for column, _ in set(pairs)))
