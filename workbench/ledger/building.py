"""The ledger of a layer: its records, the registry and the links, put side by side."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from workbench.exchange.derived import quote_claim
from workbench.ledger.columns import Columns, count_rows
from workbench.ledger.ledger import Clash, Ledger, Point, Quote, Related, Relay, Row, Statement
from workbench.ledger.quantities import find_points
from workbench.ledger.reading import Reading
from workbench.model import Claim, Record, Registry
from workbench.model.links import ClaimRef, Link
from workbench.scheme import Scheme

UNITING = ("same", "none")
"""Relations that say nothing of two rows: of one, or of no two."""


def build_ledger(
    records: Iterable[Record],
    scheme: Scheme,
    registry: Registry | None = None,
    links: Sequence[Link] = (),
    conflicts: Mapping[str, Sequence[Clash]] | None = None,
) -> Ledger:
    """Return who says what of which claim in `records`.

    Claims of one cluster are one row, whatever article they stand in; a claim in no cluster is a
    row of its own. Same records, same ledger, in whatever order they come.

    Parameters
    ----------
    records
        Of one layer, their entities resolved.
    registry
        What entities are called and whom they belong to, and what clusters state.
    links
        What was said of pairs of claims: a claim that ``restates`` another is a copy of it.
    conflicts
        What cannot both be true, by row.
    """
    registry = registry or Registry()
    columns = Columns(registry.entities)
    ordered = sorted(records, key=lambda record: record.document.id)
    readings = {each.document.id: Reading(each, columns, scheme.relay_stance) for each in ordered}
    layer = ordered[0].provenance.layer if ordered else ""
    rows = _Rows(readings, registry, links, conflicts or {}, scheme).build()
    statements = [each for row in rows for each in row.statements]
    relays = tuple(_count_relays(readings, columns, links))
    counts = Counter(each.column for each in statements)
    places = count_rows((each.column, row.id) for row in rows for each in row.statements)
    points = tuple(_find_all_points(rows, readings))
    return Ledger(
        layer=layer,
        rows=rows,
        columns=columns.list(counts, places),
        points=points,
        relays=relays,
        articles={name: each.article for name, each in readings.items()},
        sentences=_collect_sentences(
            readings, [*(quote for each in statements for quote in each.quotes), *_quoted(relays)]
        ),
    )


class _Rows:
    """Puts the statements of all records into rows."""

    def __init__(
        self,
        readings: Mapping[str, Reading],
        registry: Registry,
        links: Sequence[Link],
        conflicts: Mapping[str, Sequence[Clash]],
        scheme: Scheme,
    ) -> None:
        self._readings, self._registry = readings, registry
        self._conflicts, self._scheme = conflicts, scheme
        self._claims: dict[str, list[tuple[str, Claim]]] = defaultdict(list)
        self._row_of: dict[ClaimRef, str] = {}
        for name, reading in readings.items():
            for claim in reading.record.claims:
                row = claim.cluster or f"{name} {claim.id}"
                self._claims[row].append((name, claim))
                self._row_of[ClaimRef(name, claim.id)] = row
        self._links = [each for each in links if {each.start, each.end} <= self._row_of.keys()]
        self._copies = {each.start: each.end for each in self._links if each.relation == "restates"}

    def build(self) -> tuple[Row, ...]:
        """Return the rows: what is disputed first, then what most sources speak of."""
        statements: dict[str, list[Statement]] = defaultdict(list)
        for name, reading in self._readings.items():
            for each in reading.iter_statements():
                statements[self._row_of[ClaimRef(name, each.claim)]].append(self._as_copy(each))
        order = self._order()
        rows = [self._row(name, sorted(statements[name], key=order)) for name in self._claims]
        rows.sort(key=_interest)
        return tuple(_number(rows))

    def _as_copy(self, statement: Statement) -> Statement:
        original = self._copies.get(ClaimRef(statement.document, statement.claim))
        if original is None:
            return statement
        return msgspec.structs.replace(statement, part="copy", copy_of=original.document)

    def _order(self) -> _Order:
        return _Order(self._readings)

    def _row(self, name: str, statements: list[Statement]) -> Row:
        claims = self._claims[name]
        text = self._say(name, claims)
        positions = _find_positions(statements)
        last = {column: said[-1] for column, said in positions.items()}
        signs = {self._sign(each) for said in positions.values() for each in said}
        return Row(
            id=name,
            cluster=claims[0][1].cluster,
            text=text,
            direction=_find_direction(text),
            documents=tuple(dict.fromkeys(document for document, _ in claims)),
            claims=len(claims),
            statements=tuple(statements),
            witnesses=dict(
                sorted(
                    Counter(e.stance or "" for e in last.values() if e.part == "witness").items()
                )
            ),
            own=sum(each.part == "own" for each in last.values()),
            relays=sum(each.part == "relay" for each in statements),
            copies=sum(each.part == "copy" for each in statements),
            disputed={"+", "-"} <= signs,
            changed=tuple(
                column
                for column, said in positions.items()
                if len({each.stance for each in said if each.part == "witness"}) > 1
            ),
            related=tuple(self._iter_related(name)),
            conflicts=tuple(self._conflicts.get(name, ())),
        )

    def _say(self, name: str, claims: Sequence[tuple[str, Claim]]) -> str:
        """Return what the row states, as shortly as anybody put it."""
        cluster = self._registry.clusters.get(name)
        if cluster is not None and cluster.proposition:
            return cluster.proposition
        said = [claim.proposition or quote_claim(claim) for _, claim in claims]
        return " ".join(min((each for each in said if each), key=len, default=name).split())

    def _sign(self, statement: Statement) -> str | None:
        """Return ``+``, ``-`` or ``None`` for a statement: the writer's own words affirm."""
        if statement.stance is None:
            return "+"
        code = self._scheme.factbank(statement.stance, statement.certainty) or ""
        return code[-1] if code[-1:] in ("+", "-") else None

    def _iter_related(self, name: str) -> Iterator[Related]:
        found: set[Related] = set()
        for link in self._links:
            start, end = self._row_of[link.start], self._row_of[link.end]
            if link.relation in UNITING or start == end:
                continue
            if name == start:
                found.add(Related(link.relation, end, reversed=False))
            elif name == end:
                found.add(Related(link.relation, start, reversed=True))
        return iter(sorted(found, key=lambda each: (each.relation, each.row, each.reversed)))


class _Order:
    """The order of time: by the day of publication, then as the texts stand."""

    def __init__(self, readings: Mapping[str, Reading]) -> None:
        self._starts = {
            (name, each.id): each.start
            for name, reading in readings.items()
            for each in reading.record.sentences
        }

    def __call__(self, statement: Statement) -> tuple[bool, int, str, int, str, str]:
        """Return the key of a statement; what has no date comes last."""
        place = self._starts[statement.document, statement.sentence]
        own = (statement.attribution or "", statement.column)
        return statement.day is None, statement.day or 0, statement.document, place, *own


def _find_positions(statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    """Return, by column, what is said as a witness or in an outlet's own voice, in order."""
    positions: dict[str, list[Statement]] = defaultdict(list)
    for each in statements:
        if each.part in ("witness", "own"):
            positions[each.column].append(each)
    return {column: _prefer_witness(said) for column, said in positions.items()}


def _prefer_witness(said: list[Statement]) -> list[Statement]:
    # An outlet whose stance is marked is counted by that, not by its own sentences beside it.
    return [each for each in said if each.part == "witness"] or said


def _interest(row: Row) -> tuple[bool, int, int, int, bool, int, str]:
    days = [each.day for each in row.statements if each.day is not None]
    return (
        not row.disputed, -row.witness_count, -len(row.documents), -len(row.statements),
        not days, min(days, default=0), row.id,
    )  # fmt: skip


def _number(rows: Iterable[Row]) -> Iterator[Row]:
    number = 0
    for row in rows:
        numbered = []
        for each in row.statements:
            numbered.append(msgspec.structs.replace(each, number=number))
            number += 1
        yield msgspec.structs.replace(row, statements=tuple(numbered))


def _count_relays(
    readings: Mapping[str, Reading], columns: Columns, links: Sequence[Link]
) -> Iterator[Relay]:
    """Yield who relays whom and which outlet restates which, the most frequent first."""
    quotes: dict[tuple[str, str, str], list[Quote]] = defaultdict(list)
    for reading in readings.values():
        for start, end, quote in reading.iter_relays():
            quotes[start, end, "relay"].append(quote)
    for start, end, quote in _iter_copies(readings, columns, links):
        quotes[start, end, "copy"].append(quote)
    for (start, end, kind), found in sorted(
        quotes.items(), key=lambda item: (-len(item[1]), item[0])
    ):
        documents = tuple(dict.fromkeys(quote.document for quote in found))
        shown = tuple(dict.fromkeys(found))
        yield Relay(start, end, "copy" if kind == "copy" else "relay", len(found), documents, shown)


def _iter_copies(
    readings: Mapping[str, Reading], columns: Columns, links: Sequence[Link]
) -> Iterator[tuple[str, str, Quote]]:
    for link in links:
        copy, original = (readings.get(each.document) for each in (link.start, link.end))
        if link.relation != "restates" or copy is None or original is None:
            continue
        start, end = (columns.outlet(each.record.document) for each in (copy, original))
        for claim in copy.record.claims:
            if claim.id == link.start.claim and start != end:
                yield start, end, copy.quote_claim(claim)


def _find_all_points(rows: Iterable[Row], readings: Mapping[str, Reading]) -> Iterator[Point]:
    claims = {
        (name, claim.id): claim
        for name, reading in readings.items()
        for claim in reading.record.claims
    }
    for row in rows:
        yield from find_points(row, claims, readings)


def _quoted(relays: Iterable[Relay]) -> Iterator[Quote]:
    return (quote for each in relays for quote in each.quotes)


def _collect_sentences(
    readings: Mapping[str, Reading], quotes: Iterable[Quote]
) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for each in quotes:
        found[each.document][each.sentence] = readings[each.document].text(each.sentence)
    return dict(found)


def _find_direction(text: str) -> str:
    """Return the direction that most of the letters of `text` run in."""
    classes = Counter(unicodedata.bidirectional(each) for each in text)
    return "rtl" if classes["R"] + classes["AL"] > classes["L"] else "ltr"
