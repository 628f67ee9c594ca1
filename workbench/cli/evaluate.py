"""The command that scores predictions against gold."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.app import PROBLEMS, JsonOption, app
from workbench.cli.terminal import printable, say, show_json
from workbench.errors import RecordError, UsageError

if TYPE_CHECKING:
    from workbench.evaluation import Anchoring, Report
    from workbench.model import Record
    from workbench.scheme import Scheme


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Option(metavar="FILE", help="Records of one layer: the truth.")],
    pred: Annotated[
        Path, typer.Option(metavar="FILE", help="Predictions: records, or triples with quotes.")
    ],
    pred2: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A second system, compared with the first."),
    ] = None,
    scheme: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="A label scheme, by file or name; else gold's own."),
    ] = None,
    baselines: Annotated[
        bool, typer.Option("--baselines", help="Score the cue-word and majority systems too.")
    ] = False,
    resamples: Annotated[
        int, typer.Option(min=0, help="Bootstrap resamples of the intervals; 0 for none.")
    ] = 1000,
    seed: Annotated[int, typer.Option(min=0, help="Where the random numbers start.")] = 20240229,
    as_json: JsonOption = False,
) -> None:
    """Score predictions against gold: spans, attributions, stances, triples, clusters."""
    from workbench.cli.evaluate_table import show_report
    from workbench.exchange import iter_records

    records = list(iter_records(gold))
    report = build_report(
        records,
        [_read_predictions(path, records) for path in (pred, pred2) if path is not None],
        _find_scheme(scheme, records),
        baselines=baselines,
        resamples=resamples,
        seed=seed,
    )
    for warning in report.warnings:
        say(f"Warning: {warning}")
    for anchoring in report.anchoring:
        _say_failures(anchoring)
    if as_json:
        show_json(report.as_json())
    else:
        show_report(report)
    if any(anchoring.failures for anchoring in report.anchoring):
        raise typer.Exit(PROBLEMS)


def build_report(
    gold: list[Record],
    predictions: list[tuple[list[Record], Anchoring | None]],
    scheme: Scheme,
    *,
    baselines: bool,
    resamples: int,
    seed: int,
) -> Report:
    """Return the report of one or two systems."""
    from workbench.evaluation import (
        Report,
        compare,
        evaluate,
        predict_cue_words,
        predict_majority,
    )

    systems = [pred for pred, _ in predictions]
    others = [predict_cue_words(gold), predict_majority(gold)] if baselines else []
    first, *rest = (
        evaluate(gold, pred, scheme, resamples=resamples, seed=seed) for pred in systems + others
    )
    second = rest.pop(0) if len(systems) > 1 else None
    return Report(
        first,
        second,
        compare(gold, systems[0], systems[1], scheme, seed=seed) if second else None,
        tuple(rest),
        tuple(anchoring for _, anchoring in predictions if anchoring is not None),
        tuple(
            f"{len(each.extent.extra)} predicted documents are not in gold and were not scored, "
            f"the first of them {each.extent.extra[0]}."
            for each in (first, second)
            if each is not None and each.extent.extra
        ),
    )


def _read_predictions(path: Path, gold: list[Record]) -> tuple[list[Record], Anchoring | None]:
    """Return the records of a file of predictions, and how its quotes were found if it had any."""
    from workbench.evaluation import anchor_triples, is_triple
    from workbench.exchange import iter_records

    first = next(_iter_objects(path), None)
    if first is None or not is_triple(first[1]):
        return list(iter_records(path)), None
    name = "".join(each if each.isascii() and each.isalnum() else "-" for each in path.stem)
    return anchor_triples(_iter_objects(path), gold, f"system:{name[:56] or 'triples'}")


def _iter_objects(path: Path) -> Iterator[tuple[int, Any]]:
    import msgspec

    from workbench.exchange import iter_lines

    for number, line in iter_lines(path):
        if line.strip():
            try:
                yield number, msgspec.json.decode(line)
            except (msgspec.DecodeError, RecursionError) as error:
                raise RecordError(f"{path}:{number}: Expected JSON, got: {error}.") from error


def _find_scheme(scheme: str | None, gold: list[Record]) -> Scheme:
    from workbench.scheme import load_scheme

    if scheme is not None:
        return load_scheme(scheme)
    named = {(each.provenance.scheme, each.provenance.scheme_version) for each in gold}
    if len(named) > 1:
        raise UsageError(
            f"Expected gold of one scheme, got {', '.join(sorted(map(' '.join, named)))}.",
            hint="Name one with --scheme.",
        )
    return load_scheme(*named.pop()) if named else load_scheme()


def _say_failures(anchoring: Anchoring) -> None:
    for failure in anchoring.failures:
        quote = f": {failure.quote}" if failure.quote else ""
        say(f"line {failure.line}: {failure.role or 'triple'} {failure.reason}{printable(quote)}")
    if anchoring.failures:
        say(f"{len(anchoring.failures):,} of {anchoring.lines:,} triples could not be anchored.")
