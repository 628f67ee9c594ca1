"""The checks of a project's layers, and what they found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from html import escape
from typing import TYPE_CHECKING

from workbench.curation import (
    Finding,
    Worker,
    build_worker,
    check_layer,
    check_people,
    order_findings,
    read_pages,
)
from workbench.curation.people import FEW
from workbench.model.record import Frozen
from workbench.project.exporting import LayerReader
from workbench.project.layers import ANNOTATOR

if TYPE_CHECKING:
    from workbench.store import Store

SHOWN = 50
"""How many findings a notebook shows."""


class CheckReport(Frozen, frozen=True):
    """What looks wrong in some layers, the surest first.

    `notes` say what could not be judged.
    """

    layers: tuple[str, ...]
    findings: tuple[Finding, ...]
    notes: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.findings)

    def __getitem__(self, place: int) -> Finding:
        return self.findings[place]

    def _repr_html_(self) -> str:
        """Return the findings as a table for a notebook; what the article says stays text."""
        head = "<tr><th>kind</th><th>layer</th><th>where</th><th>why</th><th>score</th></tr>"
        rows = "".join(map(_show_row, self.findings[:SHOWN]))
        rest = len(self.findings) - SHOWN
        said = (f"{rest:,} more are in `findings`.", *self.notes) if rest > 0 else self.notes
        notes = "".join(f"<p>{escape(note)}</p>" for note in said)
        return f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>{notes}"


def check_layers(
    make_reader: Callable[[str], LayerReader], chosen: Iterable[str], existing: Iterable[str]
) -> CheckReport:
    """Check the `chosen` layers; annotators are compared with all the `existing` ones.

    Each layer is read once.
    """
    layers = tuple(dict.fromkeys(chosen))
    people = [layer for layer in existing if layer.startswith(ANNOTATOR)]
    compared = people if any(layer in people for layer in layers) else []
    findings: list[Finding] = []
    workers: list[Worker] = []
    for layer in dict.fromkeys([*layers, *compared]):
        reader = make_reader(layer)
        records = list(reader.iter_records(bool))
        if layer in layers:
            findings += check_layer(records, reader.store.links(layer))
        if layer in compared:
            seconds = _count_seconds(reader.store, layer)
            workers.append(build_worker(layer, read_pages(records), seconds))
    findings += [each for each in check_people(workers) if each.layer in layers]
    return CheckReport(layers, tuple(order_findings(findings)), _note(workers, layers))


def _count_seconds(store: Store, layer: str) -> dict[tuple[str, str], float]:
    """Return the seconds of work on each sentence, over all its revisions."""
    seconds: dict[tuple[str, str], float] = defaultdict(float)
    for row in store.history(layer):
        seconds[row.document, row.sentence] += row.active_s or 0.0
    return seconds


def _note(workers: Iterable[Worker], layers: Iterable[str]) -> tuple[str, ...]:
    people = list(workers)
    if len(people) == 1:
        return (f"Speed and labels of {people[0].layer} were compared with nobody's.",)
    return tuple(
        f"The speed of {worker.layer} is not judged: under {FEW} of its sentences were timed."
        for worker in people
        if worker.layer in layers and len(worker.pace) < FEW
    )


def _show_row(finding: Finding) -> str:
    where = " ".join([finding.document, finding.sentence, *finding.items])
    cells = (finding.kind, finding.layer, where, finding.why, f"{finding.score:.2f}")
    return "<tr>" + "".join(f'<td dir="auto">{escape(cell)}</td>' for cell in cells) + "</tr>"
