"""Run the benchmarks and print one table of ratios: ``python -m benchmarks.run [NAME...]``.

A benchmark is a module ``bench_NAME.py`` with a function ``measure()`` that returns rows. Each row
compares ours with a peer that was measured in the same run, so that a table from a slow machine
reads like one from a fast machine: ``name``, ``ours_s``, ``peer``, ``peer_s``, ``ratio``, and the
``target`` that the ratio is held against. What is counted instead of timed says its ``unit``.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

HERE = Path(__file__).parent
COLUMNS = ("benchmark", "ours", "peer", "peer's", "ratio", "target")

Row = Mapping[str, Any]


def find_names() -> list[str]:
    """Return the names of all benchmarks."""
    return sorted(path.stem.removeprefix("bench_") for path in HERE.glob("bench_*.py"))


def iter_rows(names: list[str]) -> Iterator[Row]:
    """Measure one benchmark after the other."""
    for name in names:
        measured = importlib.import_module(f"benchmarks.bench_{name}").measure()
        yield from [measured] if isinstance(measured, Mapping) else measured


def main(arguments: list[str]) -> int:
    """Print the table; the exit status says whether a name was unknown."""
    known = find_names()
    unknown = sorted(set(arguments) - set(known))
    if unknown:
        print(f"Expected {', '.join(known)}, got {', '.join(unknown)}.", file=sys.stderr)
        return 2
    table = Table(*COLUMNS)
    for row in iter_rows(arguments or known):
        table.add_row(*_cells(row))
    Console(width=140).print(table)
    return 0


def _cells(row: Row) -> Iterator[str]:
    yield str(row["name"])
    yield _amount(row["ours_s"], row.get("unit"))
    yield str(row["peer"])
    yield _amount(row["peer_s"], row.get("peer_unit", row.get("unit")))
    yield f"{row['ratio']:.2f}"
    yield str(row["target"])


def _amount(value: float, unit: str | None) -> str:
    return _duration(value) if unit is None else f"{value:g} {unit}"


def _duration(seconds: float) -> str:
    for unit, size in (("s", 1.0), ("ms", 1e-3)):
        if seconds >= size:
            return f"{seconds / size:.2f} {unit}"
    return f"{seconds * 1e6:.0f} µs"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
