"""Conversions in a folder of their own, and what they lost."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from workbench.exchange.formats.found import Ground
from workbench.exchange.formats.losses import Losses, LossReport
from workbench.exchange.formats.registry import FORMATS
from workbench.model import Record
from workbench.scheme import load_scheme

TWO_WAY = sorted(name for name, each in FORMATS.items() if each.direction == "both")
WRITTEN = sorted(name for name, each in FORMATS.items() if each.write is not None)


def export(name: str, records: Iterable[Record], folder: Path) -> LossReport:
    """Write `records` into `folder` in the format `name`, without a manifest."""
    losses, write = Losses(), FORMATS[name].write
    assert write is not None
    for file, content in write(records, load_scheme(), losses):
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return losses.report(name, "export")


def read(
    name: str, path: Path, layer: str = "system:other", *, ground: Ground | None = None
) -> tuple[list[Record], LossReport]:
    """Return the records of `path` in the format `name`, and what did not come along."""
    losses, reader = Losses(), FORMATS[name].read
    assert reader is not None
    records = list(reader(path, ground or Ground(load_scheme(), layer), losses))
    return records, losses.report(name, "import")


def round_trip(name: str, record: Record) -> tuple[list[Record], LossReport, LossReport]:
    """Write and read `record`; return the records, and the losses of both ways."""
    with tempfile.TemporaryDirectory() as folder:
        out = export(name, [record], Path(folder))
        records, back = read(name, Path(folder), record.provenance.layer)
    return records, out, back


@pytest.fixture
def with_stance() -> Ground:
    """The ground of an import whose attributions affirm where their file says nothing."""
    return Ground(load_scheme(), "system:other", default_stance="affirm")
