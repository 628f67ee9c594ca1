"""The wheel carries what it needs, and works where nothing else is installed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from workbench.lab.card import NAME, write_labextension

ROOT = Path(__file__).resolve().parent.parent.parent

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel, built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", str(folder)]
    subprocess.run([*command, str(ROOT)], check=True, capture_output=True)
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def bare(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of commands of an environment that has the wheel and what it requires."""
    folder = tmp_path_factory.mktemp("bare")
    venv.create(folder, with_pip=False)
    pip = [sys.executable, "-m", "pip", "--python", str(folder / "bin" / "python"), "install"]
    pinned = ["--no-compile", "--no-input", "-c", str(ROOT / "constraints.txt")]
    ran = subprocess.run(
        [*pip, *pinned, str(wheel)], capture_output=True, text=True, check=False, cwd=folder
    )
    if "NewConnectionError" in ran.stderr:
        pytest.skip("the package index cannot be reached, so the wheel cannot be installed bare")
    assert ran.returncode == 0, ran.stderr
    return folder / "bin"


def run(command: list[str | Path], cwd: Path) -> str:
    """Return the standard output of a command that does well in `cwd`, far from the checkout."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    ran = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, check=False, encoding="utf-8"
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_the_wheel_carries_every_file_of_the_package_and_its_resources(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    folders = ("workbench", "schemas", "notebooks", "seeds", "exports/sample-gold.jsonl")
    tracked = run(["git", "ls-files", *folders], ROOT).split()
    wanted = {
        name if name.startswith("workbench/") else f"workbench/_resources/{name}"
        for name in tracked
        if (ROOT / name).exists()
    }
    assert len(wanted) > 50
    assert wanted - names == set()


def test_the_wheel_carries_nothing_of_the_house(wheel: Path) -> None:
    tops = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    name = "claims_workbench-0.1.0"
    assert tops == {"workbench", f"{name}.dist-info", f"{name}.data"}


def test_an_installed_wheel_has_the_card_where_every_jupyterlab_looks(
    bare: Path, tmp_path: Path
) -> None:
    write_labextension(tmp_path)
    installed = bare.parent / "share" / "jupyter" / "labextensions" / NAME
    assert read_files(installed) == read_files(tmp_path / NAME)


def read_files(folder: Path) -> dict[str, bytes]:
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


def test_the_command_helps(bare: Path, tmp_path: Path) -> None:
    assert "annotat" in run([bare / "workbench", "--help"], tmp_path)


def test_an_article_is_segmented_without_a_project(bare: Path, tmp_path: Path) -> None:
    text = "وصلت السفينة إلى الميناء صباح اليوم. ولم يصب أحد."
    (tmp_path / "article.txt").write_text(text, encoding="utf-8")
    output = run([bare / "workbench", "segment", "article.txt", "--json"], tmp_path)
    sentences = [json.loads(line) for line in output.splitlines()]
    assert [text[each["start"] : each["end"]] for each in sentences] == [
        "وصلت السفينة إلى الميناء صباح اليوم.",
        "ولم يصب أحد.",
    ]


def test_the_samples_go_through_the_installed_package(bare: Path, tmp_path: Path) -> None:
    script = (
        "from pathlib import Path; from workbench.lab.opening import prepare_project;"
        "import workbench; assert 'site-packages' in workbench.__file__;"
        "assert prepare_project(Path('project').absolute(), print)"
    )
    run([bare / "python", "-c", script], tmp_path)
    status = json.loads(run([bare / "workbench", "status", "--json", "-p", "project"], tmp_path))
    assert status["documents"] == 5


def test_the_sample_gold_validates(bare: Path, tmp_path: Path) -> None:
    script = "from workbench.resources import resource_path; print(resource_path('exports'))"
    folder = Path(run([bare / "python", "-c", script], tmp_path).strip())
    assert run([bare / "workbench", "validate", folder / "sample-gold.jsonl"], tmp_path) == ""
