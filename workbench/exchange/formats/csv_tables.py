"""CSV tables that no spreadsheet takes for formulas: one for each kind of thing; written only.

RFC 4180: commas, CRLF after each row, every field in quotes, a header. UTF-8 with a BOM, without
which Excel reads Arabic as another encoding (read it with ``encoding="utf-8-sig"``). Lists are
JSON.

A field whose first visible character is one of ``= + - @`` (or its full-width twin), or that starts
with a tab, a CR or an apostrophe, gets an apostrophe in front; so does such a character after a
semicolon or a tab inside a field, where a spreadsheet that splits at these would begin a cell.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from workbench.exchange.formats.folders import File
from workbench.exchange.formats.losses import Fate, Losses
from workbench.exchange.frames import COLUMNS, iter_rows
from workbench.model import Record
from workbench.scheme import Scheme

FATES: dict[str, Fate] = {"segments": "dropped", "provenance": "dropped"}

KINDS = ("documents", "sentences", "claims", "attributions", "triples", "decisions")

_HIDDEN = "\\s\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0000-\u001f"
_FORMULA = "[=+\\-@\uff1d\uff0b\uff0d\uff20\u2212]"
_START = re.compile(f"^(?:['\t\r]|[{_HIDDEN}]*{_FORMULA})")
_INSIDE = re.compile(f"(?<=[;\t])(?=[{_HIDDEN}\"']*{_FORMULA})")


def iter_csv(records: Iterable[Record], scheme: Scheme, losses: Losses) -> Iterator[File]:
    """Yield one table for each of `KINDS`."""
    tables = {kind: _Table(list(COLUMNS[kind]), losses) for kind in KINDS}
    tables["documents"] = _Table([*COLUMNS["documents"], "text", "text_sha256"], losses)
    for record in records:
        losses.add_parts(record, FATES)
        document = msgspec.structs.asdict(record.document)
        counts = {"characters": len(record.document.text), "sentences": len(record.sentences)}
        tables["documents"].add({"document": record.document.id, **document, **counts})
        for kind in KINDS[1:]:
            for row in iter_rows(kind, record, scheme.factbank):
                tables[kind].add(row)
    for kind, table in tables.items():
        yield f"{kind}.csv", table.dump()


def guard(text: str) -> str:
    """Return `text` so that a spreadsheet shows it and computes nothing.

    Examples
    --------
    >>> guard("=1+1"), guard("a;=1+1"), guard("2+2"), guard("'quoted'")
    ("'=1+1", "a;'=1+1", '2+2', "''quoted'")
    """
    inside = _INSIDE.sub("'", text)
    return f"'{inside}" if _START.match(text) else inside


def dump_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Return one table as a file, each of its fields and names guarded."""
    table = _Table([guard(each) for each in columns], Losses())
    for row in rows:
        table.add({guard(each): row.get(each) for each in columns})
    return table.dump()


class _Table:
    """The rows of one file."""

    def __init__(self, columns: list[str], losses: Losses) -> None:
        self._columns = columns
        self._losses = losses
        self._file = io.StringIO(newline="")
        self._writer = csv.writer(self._file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        self._writer.writerow(columns)

    def add(self, row: dict[str, Any]) -> None:
        """Add a row; of its values those that are columns."""
        self._writer.writerow([self._show(row.get(column)) for column in self._columns])

    def dump(self) -> bytes:
        """Return the file."""
        return self._file.getvalue().encode("utf-8-sig")

    def _show(self, value: Any) -> str:
        if value is None or isinstance(value, int | float):
            # Numbers here count something, and are never negative.
            return "" if value is None else json.dumps(value)
        text = value if isinstance(value, str) else _dump(value)
        self._losses.add("cells", "changed", int(value == ""), "empty text looks like no value")
        guarded = guard(text)
        self._losses.add("cells", "changed", int(guarded != text), "an apostrophe before a formula")
        return guarded


def _dump(value: Any) -> str:
    plain = msgspec.to_builtins(value)
    return json.dumps(plain, ensure_ascii=False, sort_keys=isinstance(plain, dict))
