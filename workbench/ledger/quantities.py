"""The figures of a row's claims, each with who stands for it and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbench.errors import InputError
from workbench.ledger.ledger import Amount, Point, Row, Statement
from workbench.ledger.reading import Reading
from workbench.model import Claim
from workbench.text import Figure, find_bounds, load_figures, propose_figures

FIGURE, DATE = "figure", "date"
"""The features of a claim that hold its figures and its date."""


def find_points(
    row: Row, claims: Mapping[tuple[str, str], Claim], readings: Mapping[str, Reading]
) -> Iterator[Point]:
    """Yield each figure of the claims of `row` for each who speaks of it, in order of time.

    A claim whose figure nobody has confirmed has those that rules find in its words, as proposed.
    Relays are left out where the one whom they relay is there.
    """
    amounts = {}
    for each in row.statements:
        key = each.document, each.claim
        if key not in amounts:
            amounts[key] = list_amounts(claims[key], readings[each.document])
    for each in _choose_statements(row):
        claim = claims[each.document, each.claim]
        dated = claim.features.get(DATE)
        day = find_bounds(dated)[0] if dated else each.day
        for amount in amounts[each.document, each.claim]:
            yield Point(row.id, each.number, amount, dated or each.date, day, bool(dated))


def list_amounts(claim: Claim, reading: Reading) -> list[Amount]:
    """Return the figures of a claim: the confirmed ones, else those that its words propose."""
    stated = claim.features.get(FIGURE)
    if stated:
        try:
            return [_make_amount(each, proposed=False) for each in load_figures(stated)]
        except InputError:
            return []  # a text of another scheme's feature of that name
    words = " ".join(span.text for span in claim.spans)
    language = reading.record.document.language
    found = propose_figures(words, language) if words else ()
    return [_make_amount(each.figure, proposed=True) for each in found]


def _choose_statements(row: Row) -> Iterator[Statement]:
    """Yield who stands for a figure: a relay only where its claim has no other voice."""
    spoken = {
        (each.document, each.claim)
        for each in row.statements
        if each.attribution and not _is_relay(each)
    }
    for each in row.statements:
        if not _is_relay(each) or (each.document, each.claim) not in spoken:
            yield each


def _is_relay(statement: Statement) -> bool:
    return statement.part == "relay"


def _make_amount(figure: Figure, *, proposed: bool) -> Amount:
    return Amount(
        str(figure),
        None if figure.low is None else float(figure.low),
        None if figure.high is None else float(figure.high),
        figure.low_open,
        figure.high_open,
        figure.approximate,
        figure.part,
        figure.unit,
        proposed,
    )
