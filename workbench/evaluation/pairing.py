"""Which prediction belongs to which document of gold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.errors import InputError, UsageError
from workbench.model import Record


@dataclass(frozen=True)
class Paired:
    """Gold's records, each with its prediction or ``None``, in the order of document ids.

    `missing` and `extra` are the ids of documents that only one side has.
    """

    records: Sequence[tuple[Record, Record | None]]
    missing: tuple[str, ...]
    extra: tuple[str, ...]
    system: str


def pair_records(gold: Iterable[Record], pred: Iterable[Record]) -> Paired:
    """Pair the records of two sides by their document's id.

    Raises
    ------
    UsageError
        Gold has no records, or a side has two records of one document.
    InputError
        A document has another text on each side.
    """
    golds, preds = _by_document(gold, "gold"), _by_document(pred, "the prediction")
    if not golds:
        raise UsageError("Expected at least one record of gold, got none.")
    for name, record in golds.items():
        other = preds.get(name)
        if other is not None and other.document.text != record.document.text:
            raise InputError(
                f"Expected the same text of document {name} on both sides, got two texts.",
                hint="Export gold and predictions from the same documents.",
                subject=name,
            )
    return Paired(
        tuple((golds[name], preds.get(name)) for name in sorted(golds)),
        tuple(sorted(golds.keys() - preds.keys())),
        tuple(sorted(preds.keys() - golds.keys())),
        " ".join(sorted({record.provenance.layer for record in preds.values()})) or "none",
    )


def _by_document(records: Iterable[Record], side: str) -> dict[str, Record]:
    found: dict[str, Record] = {}
    for record in records:
        name = record.document.id
        if name in found:
            raise UsageError(
                f"Expected one record of document {name} in {side}, "
                f"got {found[name].provenance.layer} and {record.provenance.layer}.",
                hint="Give a file of one layer.",
                subject=name,
            )
        found[name] = record
    return found
