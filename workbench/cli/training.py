"""The command that says who has practised, and with what score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.cli.app import JsonOption, ProjectOption, app
from workbench.cli.projects import open_named
from workbench.cli.team import NamesOption, hide_names
from workbench.cli.terminal import say, show, show_json

if TYPE_CHECKING:
    from workbench.project.training_reports import Calibration, TrainingReport


@app.command()
def training(
    as_json: JsonOption = False, names: NamesOption = False, project: ProjectOption = None
) -> None:
    """Show who has practised on known answers, with what score, and where people differ."""
    with open_named(project) as opened:
        report = opened.training_report()
    if as_json:
        show_json(hide_names(report.as_json(), names=names))
    else:
        _show_report(report)


def _show_report(report: TrainingReport) -> None:
    from workbench.project.training_reports import SHOWN, say_passed, say_share

    names = {each.layer: each.name or each.layer for each in report.people}
    for each in report.rounds:
        scores = ", ".join(
            f"{name} {say_share((each.scores or {}).get(name)) or '-'}" for name in SHOWN
        )
        show(
            f"{names[each.layer]}, round {each.number} (set {each.set}): "
            f"{each.answered} of {each.sentences} answered; {scores}; "
            f"passed at {each.pass_mark:.2f}: {say_passed(each.passed)}"
        )
    for calibration in report.calibrations:
        _show_calibration(calibration, names)
    passed = sum(each.passed for each in report.people)
    say(f"{passed:,} of {len(report.people):,} who have begun have passed.")


def _show_calibration(calibration: Calibration, names: dict[str, str]) -> None:
    show(f"set {calibration.set}, done by {', '.join(names[e] for e in calibration.layers)}:")
    for sentence in calibration.sentences:
        for answer in sentence.answers:
            if answer.different:
                show(
                    f"  {sentence.document} {sentence.sentence} {names[answer.layer]}: "
                    f"{answer.right} of {answer.fields} right, differs in "
                    f"{', '.join(answer.different)}"
                )
