"""Agreement as tables for people."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from workbench.cli.terminal import printable

if TYPE_CHECKING:
    from workbench.agreement import Agreement
    from workbench.agreement.results import Coefficient, Gate

NAMES = {
    "has_claim.alpha": "sentence has a claim, alpha",
    "claim.strict": "CLAIM, F1 strict",
    "claim.overlap": "CLAIM, F1 overlap",
    "claim.u_alpha": "CLAIM, u-alpha",
    "source.strict": "SOURCE, F1 strict",
    "source.overlap": "SOURCE, F1 overlap",
    "source.u_alpha": "SOURCE, u-alpha",
    "cue.strict": "CUE, F1 strict",
    "cue.overlap": "CUE, F1 overlap",
    "cue.u_alpha": "CUE, u-alpha",
    "link.given_spans": "link given matched spans, F1",
    "link.end_to_end": "link end to end, F1",
    "stance.alpha": "stance given the attribution, alpha",
    "stance.alpha_with_none": "stance with none as a label, alpha",
    "certainty.alpha": "certainty, alpha ordinal",
    **{
        f"{group}.{measure}{end}": f"{group}, {shown}{words}"
        for group in ("clusters", "entities")
        for end, words in (("", ""), ("_without_singletons", " without singletons"))
        for measure, shown in (("b_cubed", "B3"), ("ceaf_e", "CEAFe"), ("lea", "LEA"))
    },
    "relation.alpha": "relation of claims that both judged, alpha",
    "relation.alpha_with_none": "relation with none as a label, alpha",
    "relation.given_claims": "relation given the claims, F1",
    "relation.end_to_end": "relation end to end, F1",
    "entity.given_attributions": "entity given the attribution, F1",
}
OPTIONAL = {
    "clusters": "clusters",
    "relation": "relations",
    "entity": "entities",
    "entities": "entities",
}
"""What not every project annotates, by the first part of a name: no rows where there is nothing."""
SHORT = {
    "has_claim.alpha": "has claim",
    "claim.overlap": "CLAIM",
    "source.overlap": "SOURCE",
    "link.end_to_end": "link",
    "stance.alpha": "stance",
    "stance.alpha_with_none": "with none",
}
WORST_SHOWN = 10
TOO_FEW_DOCUMENTS = 6
VERDICTS = {True: "pass", False: "FAIL", None: "undefined"}


def show_agreement(agreement: Agreement) -> None:
    """Write the tables of `agreement` to standard output."""
    console = Console(file=sys.stdout, markup=False, highlight=False)
    extent = agreement.extent
    console.print(
        f"{len(agreement.layers):,} layers; {extent.documents:,} documents with "
        f"{extent.sentences:,} sentences that two of them or more have done"
    )
    console.print(_table_coefficients(agreement))
    for names, reason in _iter_reasons(agreement):
        console.print(f"{names}: {printable(reason)}")
    for line in _iter_remarks(agreement):
        console.print(line)
    if agreement.pairs:
        console.print(_table_pairs(agreement))
        console.print(_table_labels(agreement))
    if 1 < extent.documents < TOO_FEW_DOCUMENTS:
        console.print(_table_documents(agreement))
    if agreement.worst:
        console.print(_table_worst(agreement))


def _table_coefficients(agreement: Agreement) -> Table:
    table = _new_table("", "value", "95 %", "observed", "items")
    table.add_column("gate")
    absent = _find_absent(agreement)
    for each in agreement.coefficients:
        if _find_group(each.name) in absent:
            continue
        name = name_coefficient(each.name)
        interval = each.interval
        bounds = "" if interval is None else f"{interval.low:.3f} to {interval.high:.3f}"
        gates = ", ".join(map(_describe_gate, each.gates))
        observed = "" if each.observed is None else f"{each.observed:.3f}"
        table.add_row(name, _number(each.value), bounds, observed, f"{each.support:,}", gates)
    return table


def name_coefficient(name: str) -> str:
    """Return what a coefficient is called in a table."""
    if name.startswith("feature."):
        _, feature, kind = name.split(".")
        return f"{feature}, {'alpha' if kind == 'alpha' else 'F1'}"
    return NAMES.get(name, name)


def _find_group(name: str) -> str | None:
    return OPTIONAL.get(name.partition(".")[0])


def _find_absent(agreement: Agreement) -> set[str | None]:
    """Return the groups of which no coefficient has a value."""
    groups = {_find_group(each.name) for each in agreement.coefficients}
    found = {_find_group(each.name) for each in agreement.coefficients if each.value is not None}
    return groups - found - {None}


def _iter_reasons(agreement: Agreement) -> Iterator[tuple[str, str]]:
    """Yield why coefficients are undefined, once for a group that is not there at all."""
    absent = _find_absent(agreement)
    told: dict[str, str] = {}
    for each in agreement.coefficients:
        group = _find_group(each.name)
        if each.reason is None:
            continue
        if group is not None and group in absent:
            told.setdefault(group, each.reason)
        else:
            yield name_coefficient(each.name), each.reason
    yield from told.items()


def _describe_gate(gate: Gate) -> str:
    purpose = f" to {gate.name}" if gate.name == "publish" else " to call it gold" * bool(gate.name)
    return f"{VERDICTS[gate.passed]} (>= {gate.minimum:.2f}{purpose})"


def _iter_remarks(agreement: Agreement) -> Iterator[str]:
    resampling, documents = agreement.resampling, agreement.extent.documents
    if documents < TOO_FEW_DOCUMENTS:
        yield f"Fewer than {TOO_FEW_DOCUMENTS} documents: no intervals."
    elif resampling.indicative:
        yield "Fewer than 20 documents: the intervals are only indicative."
    failed = [each for each in agreement.coefficients if _has_failed(each)]
    if failed:
        names = "; ".join(name_coefficient(each.name) for each in failed)
        yield f"Gates failed: {names}."
    elif agreement.passed:
        yield "All gates passed."


def _has_failed(coefficient: Coefficient) -> bool:
    return any(gate.passed is False for gate in coefficient.gates)


def _table_pairs(agreement: Agreement) -> Table:
    """Return each pair of layers, and each layer as the mean of its pairs."""
    table = _new_table("pair, and mean of each layer's pairs", "sentences", *SHORT.values())
    for pair in agreement.pairs:
        name = f"{pair.first} - {pair.second}"
        _add_values(table, name, pair.sentences, (pair.values[each] for each in SHORT))
    for layer in agreement.layers:
        values = (layer.values.get(each) for each in SHORT)
        _add_values(table, layer.layer, layer.sentences, values)
    return table


def _table_documents(agreement: Agreement) -> Table:
    table = _new_table("document", "sentences", *SHORT.values())
    for document in agreement.documents:
        values = (document.values[each] for each in SHORT)
        _add_values(table, document.document, document.sentences, values)
    return table


def _add_values(table: Table, name: str, sentences: int, values: Iterable[float | None]) -> None:
    table.add_row(printable(name), f"{sentences:,}", *map(_number, values))


def _table_labels(agreement: Agreement) -> Table:
    """Return each stance against the rest, and what it is confused with."""
    rows = [each for each in agreement.labels if each.coefficient == "stance_with_none"]
    labels = [each.label for each in rows]
    table = _new_table("stance, pairs of answers", "given", "agreed", "alpha", *labels)
    counts = {(cell.first, cell.second): cell.count for cell in agreement.confusion}
    for place, each in enumerate(rows):
        cells = [
            "" if other < place else str(counts.get((each.label, label), ""))
            for other, label in enumerate(labels)
        ]
        numbers = (f"{each.values:,.0f}", _number(each.agreement), _number(each.alpha))
        table.add_row(printable(each.label), *numbers, *cells)
    return table


def _table_worst(agreement: Agreement) -> Table:
    kinds = list(agreement.worst[0].differences)
    table = _new_table("worst sentences: document", "sentence", "differences", *kinds)
    for each in agreement.worst[:WORST_SHOWN]:
        counts = (str(each.differences[kind] or "") for kind in kinds)
        names = printable(each.document), printable(each.sentence)
        table.add_row(*names, f"{each.score:.1f}", *counts)
    return table


def _new_table(first: str, *others: str) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column(Text(printable(first)), no_wrap=True)
    for name in others:
        table.add_column(Text(printable(name)), justify="right")
    return table


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
