"""What every test may ask for, and what the closing lines of a run say."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent

# Busy machines are slow machines: a deadline would judge the neighbours, not the code.
settings.register_profile("workbench", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("fast", settings.get_profile("workbench"), max_examples=10)
settings.register_profile("thorough", settings.get_profile("workbench"), max_examples=2_000)
# What a change is judged by is the same each time; whoever works on it rolls the dice.
settings.register_profile("ci", settings.get_profile("workbench"), derandomize=True)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE", "ci" if "CI" in os.environ else "workbench")
)


# What shares something costly, or the first free port of the machine, one worker runs all of.
TOGETHER = {
    "tests/browser/": "browser",
    "tests/contract/test_setup.py": "set-up",
    "tests/label_studio/": "label studio",
    "tests/unit/sync/server/": "label studio",
    "tests/unit/test_packaging.py": "packaging",
}


# A run in the background ignores Ctrl+C and leaves that to its children; some tests press it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of real articles; their sentences stay out of the repository."""
    folder = Path(os.environ.get("WORKBENCH_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"the real articles are not in {folder} (WORKBENCH_SHARED names another place)")
    return folder


@pytest.fixture(autouse=True)
def no_project_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the developer's own project out of every test."""
    monkeypatch.delenv("WORKBENCH_PROJECT", raising=False)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Repeat the checks that failed before the tests began, where nobody scrolls back to."""
    failed = os.environ.get("WORKBENCH_FAILED_CHECKS")
    if failed:
        terminalreporter.write_line(f"CHECKS THAT FAILED BEFORE THE TESTS: {failed}", red=True)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Spread the tests over the workers, and keep together what belongs together.

    xdist's own groups are marks that it writes into ids of tests, which pytest 9.2 ignores.
    """
    from xdist.scheduler import LoadScopeScheduling

    class Scheduling(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            groups = (TOGETHER[path] for path in TOGETHER if nodeid.startswith(path))
            return next(groups, nodeid)

    return Scheduling(config, log)
