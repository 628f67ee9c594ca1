"""The ledger as tables, for frames and files: statements, the matrix, figures and relays."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from workbench.ledger.ledger import Clash, Column, Ledger, Row, Statement

Line = dict[str, Any]

TEXT, NUMBER, FLAG, DECIMAL = "str", "Int64", "boolean", "Float64"

COLUMNS: dict[str, dict[str, str]] = {
    "claims": {
        "row": TEXT, "claim": TEXT, "cluster": TEXT, "articles": NUMBER, "witnesses": NUMBER,
        "own": NUMBER, "relays": NUMBER, "copies": NUMBER, "disputed": FLAG, "changed": TEXT,
        "conflicts": TEXT,
    },
    "statements": {
        "row": TEXT, "claim": TEXT, "source": TEXT, "side": TEXT, "part": TEXT, "via": TEXT,
        "stance": TEXT, "certainty": TEXT, "published": TEXT, "inferred": FLAG,
        "outlet": TEXT, "document": TEXT,
        "sentence": TEXT, "claim_id": TEXT, "attribution": TEXT, "copy_of": TEXT, "unsure": FLAG,
        "text": TEXT,
    },
    "figures": {
        "row": TEXT, "claim": TEXT, "figure": TEXT, "low": DECIMAL, "high": DECIMAL,
        "low_open": FLAG, "high_open": FLAG, "approximate": FLAG, "part": FLAG, "unit": TEXT,
        "proposed": FLAG, "date": TEXT, "dated": FLAG, "inferred": FLAG,
        "source": TEXT, "stance": TEXT,
        "certainty": TEXT, "outlet": TEXT, "document": TEXT,
    },
    "relays": {
        "who": TEXT, "whom": TEXT, "kind": TEXT, "count": NUMBER, "articles": NUMBER,
    },
}  # fmt: skip
"""The columns of each table and what they hold; the matrix has a column for each source."""

FIXED = ("claim", "cluster", "articles", "witnesses", "disputed")


def iter_lines(kind: str, ledger: Ledger, explain: Callable[[Clash], str]) -> Iterator[Line]:
    """Yield the lines of one of the tables of `COLUMNS`; `explain` words what cannot be true."""
    if kind == "claims":
        return _iter_claims(ledger, explain)
    makers = {
        "statements": _iter_statements,
        "figures": _iter_figures,
        "relays": _iter_relays,
    }
    return makers[kind](ledger)


def build_matrix(ledger: Ledger) -> tuple[list[str], list[Line]]:
    """Return the names of the matrix's columns, and a line for each claim.

    A cell says each position in order of time, ``deny > affirm probable``; relays and copies are
    in parentheses. Sources of one name are told apart by their article, or by a number.
    """
    names = _name_columns(ledger)
    lines = []
    for row in ledger.rows:
        line: Line = {
            "claim": row.text,
            "cluster": row.cluster,
            "articles": len(row.documents),
            "witnesses": row.witness_count,
            "disputed": row.disputed,
        }
        for column, name in names.items():
            line[name] = say_cell(row.of(column)) or None
        lines.append(line)
    return [*FIXED, *names.values()], lines


def say_cell(statements: tuple[Statement, ...]) -> str:
    """Return what a source says of a claim in a few words; what is repeated is said once."""
    said: list[str] = []
    for each in statements:
        words = " ".join(filter(None, (each.stance or "own voice", each.certainty)))
        words = words.removesuffix(" certain")
        shown = f"({each.part}: {words})" if each.part in ("relay", "copy") else words
        if shown not in said[-1:]:
            said.append(shown)
    return " > ".join(said)


def _name_columns(ledger: Ledger) -> dict[str, str]:
    names: dict[str, str] = {}
    taken = set(FIXED)
    for each in ledger.columns:
        name = each.name
        if name in taken and each.document is not None:
            name = f"{each.name} ({ledger.articles[each.document].outlet})"
        number = 2
        while name in taken:
            name, number = f"{each.name} ({number})", number + 1
        taken.add(name)
        names[each.id] = name
    return names


def _iter_claims(ledger: Ledger, explain: Callable[[Clash], str]) -> Iterator[Line]:
    names = {each.id: each.name for each in ledger.columns}
    for row in ledger.rows:
        yield {
            "row": row.id,
            "claim": row.text,
            "cluster": row.cluster,
            "articles": len(row.documents),
            "witnesses": row.witness_count,
            "own": row.own,
            "relays": row.relays,
            "copies": row.copies,
            "disputed": row.disputed,
            "changed": "; ".join(names[each] for each in row.changed) or None,
            "conflicts": " ".join(map(explain, row.conflicts)) or None,
        }


def _iter_statements(ledger: Ledger) -> Iterator[Line]:
    columns = {each.id: each for each in ledger.columns}
    for row in ledger.rows:
        for each in row.statements:
            yield {
                **_common(row, each, columns, ledger),
                "side": columns[each.column].side_name,
                "part": each.part,
                "via": " > ".join(columns[via].name for via in each.via) or None,
                "published": each.date,
                "inferred": each.inferred,
                "sentence": each.sentence,
                "claim_id": each.claim,
                "attribution": each.attribution,
                "copy_of": each.copy_of,
                "unsure": each.unsure,
                "text": ledger.sentences[each.document][each.sentence],
            }


def _iter_figures(ledger: Ledger) -> Iterator[Line]:
    columns = {each.id: each for each in ledger.columns}
    rows = {row.id: row for row in ledger.rows}
    statements = {each.number: each for row in ledger.rows for each in row.statements}
    for point in ledger.points:
        amount, statement = point.amount, statements[point.statement]
        yield {
            **_common(rows[point.row], statement, columns, ledger),
            "figure": amount.text,
            "low": amount.low,
            "high": amount.high,
            "low_open": amount.low_open,
            "high_open": amount.high_open,
            "approximate": amount.approximate,
            "part": amount.part,
            "unit": amount.unit,
            "proposed": amount.proposed,
            "date": point.date,
            "dated": point.dated,
            "inferred": statement.inferred and not point.dated,
        }


def _iter_relays(ledger: Ledger) -> Iterator[Line]:
    names = {each.id: each.name for each in ledger.columns}
    for each in ledger.relays:
        yield {
            "who": names[each.start],
            "whom": names[each.end],
            "kind": each.kind,
            "count": each.count,
            "articles": len(each.documents),
        }


def _common(row: Row, statement: Statement, columns: dict[str, Column], ledger: Ledger) -> Line:
    return {
        "row": row.id,
        "claim": row.text,
        "source": columns[statement.column].name,
        "stance": statement.stance,
        "certainty": statement.certainty,
        "outlet": ledger.articles[statement.document].outlet,
        "document": statement.document,
    }
