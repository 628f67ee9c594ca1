"""An evaluation as tables for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from workbench.cli.terminal import printable

if TYPE_CHECKING:
    from workbench.evaluation import Evaluation, Report

TOO_FEW_DOCUMENTS = 6
STANCE_ROWS = ("stance", "triples", "FactBank")


def show_report(report: Report) -> None:
    """Write the tables of a report to standard output."""
    console = Console(markup=False, highlight=False)
    for evaluation in (report.evaluation, report.second):
        if evaluation is not None:
            _show_evaluation(console, evaluation, report.baselines)
    if report.comparison is not None:
        _show_comparison(console, report)


def _show_evaluation(
    console: Console, evaluation: Evaluation, baselines: tuple[Evaluation, ...]
) -> None:
    extent, resampling = evaluation.extent, evaluation.resampling
    console.print(
        f"{printable(evaluation.system)}: {extent.documents:,} documents "
        f"({len(extent.missing):,} missing, {len(extent.extra):,} extra), "
        f"{extent.sentences:,} sentences; unsure: {extent.gold_unsure:,} in gold, "
        f"{extent.predicted_unsure:,} predicted; {extent.dropped:,} predicted in open sentences"
    )
    names = [f"F1 {each.system.removeprefix('system:')}" for each in baselines]
    table = _new_table("", "P", "R", "F1", "95 %", "macro F1", "gold", "predicted", *names)
    columns = [dict(_iter_rows(each)) for each in baselines]
    for name, row in _iter_rows(evaluation):
        beside = (
            column[name][2] if name in column and _says_something(each, name) else ""
            for each, column in zip(baselines, columns, strict=True)
        )
        table.add_row(name, *row, *beside)
    console.print(table)
    _show_classes(console, evaluation)
    if extent.documents < TOO_FEW_DOCUMENTS:
        _show_documents(console, evaluation)
    elif resampling.indicative:
        console.print("Fewer than 20 documents: the intervals are only indicative.")


def _says_something(baseline: Evaluation, row: str) -> bool:
    # The majority system has gold's own spans and links: only what its stances change is a score.
    return baseline.system != "system:majority-stance" or row.startswith(STANCE_ROWS)


def _iter_rows(evaluation: Evaluation) -> Iterator[tuple[str, list[str]]]:
    """Yield the name and the cells of each level, in the order of the data model's table."""
    if evaluation.segments is not None:
        yield "segments, macro-F1", _class_cells(evaluation.segments)
    yield "sentence has a claim", _cells(evaluation.has_claim)
    for role in ("claim", "source", "cue"):
        for how in ("strict", "partial", "character"):
            yield f"{role.upper()} {how}", _cells(getattr(getattr(evaluation, role), how))
    for how in ("strict", "lenient"):
        yield f"attribution {how}", _cells(getattr(evaluation.attribution, how))
    for case in ("explicit", "pro_drop", "implicit", "other_sentence"):
        yield f"source {case}", _cells(getattr(evaluation.source_cases, case))
    yield "nesting, parent edge", _cells(evaluation.nesting.parent_edge)
    yield "nesting, whole chain", _cells(evaluation.nesting.whole_chain)
    yield "stance given pairs, macro-F1", _class_cells(evaluation.stance)
    yield "triples", _cells(evaluation.triples)
    if evaluation.factbank is not None:
        yield "FactBank code, macro-F1", _class_cells(evaluation.factbank)
    for how in ("with_singletons", "without_singletons"):
        partition = getattr(evaluation.clusters, how)
        for measure, name in (("b_cubed", "B3"), ("ceaf_e", "CEAFe"), ("lea", "LEA")):
            label = f"clusters {name}, {how.replace('_', ' ')}"
            yield label, _cluster_cells(partition, getattr(partition, measure))


def _cells(score: Any) -> list[str]:
    return [
        *map(_number, (score.precision, score.recall, score.f1)),
        _interval(score.interval),
        _number(score.macro.f1),
        f"{score.gold:,.0f}",
        f"{score.predicted:,.0f}",
    ]


def _class_cells(scores: Any) -> list[str]:
    macro = _number(scores.macro_documents)
    support = f"{scores.support:,}"
    return ["", "", _number(scores.macro_f1), _interval(scores.interval), macro, support, ""]


def _cluster_cells(partition: Any, score: Any) -> list[str]:
    return [
        *map(_number, (score.precision, score.recall, score.f1)),
        _interval(score.interval),
        "",
        f"{partition.gold_mentions:,}",
        f"{partition.predicted_mentions:,}",
    ]


def _show_classes(console: Console, evaluation: Evaluation) -> None:
    """Show each stance with its support and where its pairs went, and the majority baseline."""
    stance = evaluation.stance
    labels = [each.label for each in stance.classes]
    table = _new_table("stance (gold by predicted)", "support", "P", "R", "F1", *labels, "none")
    counts = {(cell.gold, cell.predicted): cell.count for cell in stance.confusion}
    for each in stance.classes:
        confused = (str(counts.get((each.label, other), "")) for other in (*labels, None))
        scores = map(_number, (each.precision, each.recall, each.f1))
        table.add_row(printable(each.label), f"{each.support:,}", *scores, *confused)
    console.print(table)
    majority = stance.majority
    if majority is not None:
        console.print(
            f"Support 5 and more: macro-F1 {_number(stance.macro_f1_supported)}. "
            f"Accuracy {_number(stance.accuracy)}. Always {printable(majority.label)}: "
            f"accuracy {_number(majority.accuracy)}, macro-F1 {_number(majority.macro_f1)}."
        )


def _show_documents(console: Console, evaluation: Evaluation) -> None:
    names = ("claim.partial", "source.partial", "cue.partial", "attribution.lenient", "triples")
    table = _new_table("F1 by document", *names)
    for document in evaluation.documents:
        values = (_number(document.scores[name]) for name in names)
        table.add_row(printable(document.document), *values)
    console.print(table)
    console.print("Fewer than 6 documents: no intervals.")


def _show_comparison(console: Console, report: Report) -> None:
    comparison = report.comparison
    if comparison is None:
        return
    table = _new_table("F1", comparison.first, comparison.second, "difference", "p")
    for each in comparison.differences:
        cells = (each.first, each.second, each.difference)
        p_value = "" if each.p_value is None else f"{each.p_value:.4f}"
        table.add_row(each.score, *map(_number, cells), p_value)
    console.print(table)


def _new_table(first: str, *others: str) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column(Text(printable(first)), no_wrap=True)
    for name in others:
        table.add_column(Text(printable(name)), justify="right")
    return table


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _interval(interval: Any) -> str:
    return "" if interval is None else f"{interval.low:.3f}-{interval.high:.3f}"
