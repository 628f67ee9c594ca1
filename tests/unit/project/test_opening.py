from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.disks import unprivileged
from workbench import UsageError, WorkbenchError, init_project, open_project
from workbench.errors import InputError, SchemeError, StoreError, StoreVersionError
from workbench.project.config import CONFIG_NAME, ENVIRONMENT_VARIABLE, locate_store
from workbench.resources import resource_path

__all__ = ["unprivileged"]

ROOT = Path(__file__).resolve().parents[3]


def test_a_project_that_was_made_opens_again(tmp_path: Path) -> None:
    with init_project(tmp_path / "مرفأ", name='har"bour\\') as made:
        project_id = made.store.info.id
    with open_project(tmp_path / "مرفأ") as project:
        assert (project.name, project.store.info.id) == ('har"bour\\', project_id)
        assert (project.scheme.name, project.guideline_version) == ("claims-sources-stances", "1.0")


def test_a_project_is_called_as_its_folder(tmp_path: Path) -> None:
    with init_project(tmp_path / "harbour") as project:
        assert project.name == "harbour"


def test_the_place_comes_from_the_environment_else_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    init_project(tmp_path / "one").close()
    init_project(tmp_path / "two").close()
    monkeypatch.delenv(ENVIRONMENT_VARIABLE, raising=False)
    monkeypatch.chdir(tmp_path / "one")
    with open_project() as project:
        assert project.name == "one"
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, str(tmp_path / "two"))
    with open_project() as project:
        assert project.name == "two"


def test_a_folder_becomes_a_project_when_that_is_asked_for(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        open_project(tmp_path / "new")
    with open_project(tmp_path / "new", create=True) as project:
        project.session("amal")
        made = project.store.info.id
    with open_project(tmp_path / "new", create=True) as project:
        assert project.store.info.id == made
        assert project.layers == ["annotator:a01"]


def test_an_address_never_becomes_a_project(tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError):
        open_project(f"sqlite:///{tmp_path / 'new.sqlite'}", create=True)
    assert list(tmp_path.iterdir()) == []


def test_an_address_opens_without_a_folder(tmp_path: Path) -> None:
    init_project(tmp_path / "one").close()
    with open_project(f"sqlite:///{tmp_path / 'one' / 'workbench.sqlite'}") as project:
        assert (project.name, project.directory) == ("one", None)


def test_a_moved_folder_takes_its_store_along(tmp_path: Path) -> None:
    init_project(tmp_path / "old").close()
    (tmp_path / "old").rename(tmp_path / "new")
    with open_project(tmp_path / "new") as project:
        assert project.name == "old"


def test_a_scheme_file_is_copied_into_the_project(tmp_path: Path) -> None:
    source = tmp_path / "mine.json"
    source.write_bytes((resource_path("schemas") / "sdqc-1.0.json").read_bytes())
    init_project(tmp_path / "one", scheme=source).close()
    source.unlink()
    with open_project(tmp_path / "one") as project:
        assert project.scheme.name == "sdqc"


def test_a_scheme_is_found_by_name(tmp_path: Path) -> None:
    with init_project(tmp_path / "one", scheme="sdqc") as project:
        assert project.store.info.scheme == "sdqc"


def test_a_scheme_that_is_unknown_leaves_no_project(tmp_path: Path) -> None:
    with pytest.raises(SchemeError):
        init_project(tmp_path / "one", scheme="sdqd")
    assert not (tmp_path / "one").exists()


def test_a_second_project_in_one_folder_is_refused(tmp_path: Path) -> None:
    with init_project(tmp_path) as project:
        before = project.store.info.id
    with pytest.raises(UsageError, match="without a project"):
        init_project(tmp_path)
    with open_project(tmp_path) as project:
        assert project.store.info.id == before


def test_a_store_that_is_there_already_stays(tmp_path: Path) -> None:
    (tmp_path / "workbench.sqlite").write_bytes(b"precious")
    with pytest.raises(StoreError):
        init_project(tmp_path)
    assert (tmp_path / "workbench.sqlite").read_bytes() == b"precious"
    assert not (tmp_path / CONFIG_NAME).exists()


def test_a_folder_that_is_read_only_is_refused(tmp_path: Path, unprivileged: list[str]) -> None:
    tmp_path.chmod(0o500)
    program = (
        "import sys, workbench\n"
        "try: workbench.init_project(sys.argv[1])\n"
        "except workbench.UsageError as error: sys.exit(str(error))"
    )
    command = [*unprivileged, sys.executable, "-c", program]
    for place in (tmp_path, tmp_path / "below"):
        ran = subprocess.run(
            [*command, place], capture_output=True, text=True, cwd=ROOT, check=False
        )
        assert ran.returncode == 1
        assert ran.stderr.startswith("Expected a folder")
        assert ran.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_no_folder_for_a_project(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for place in ("file", "file/below"):
        with pytest.raises(UsageError, match="folder for the project"):
            init_project(tmp_path / place)


@pytest.mark.parametrize(
    "url",
    [
        "postgresql+psycopg://amal:secret@server/harbour",
        "postgresql://server/harbour?password=secret",
    ],
)
def test_a_password_is_refused_and_not_repeated(tmp_path: Path, url: str) -> None:
    with pytest.raises(UsageError, match="PGPASSWORD") as caught:
        init_project(tmp_path / "one", store=url)
    assert "secret" not in str(caught.value)
    assert not (tmp_path / "one").exists()
    (tmp_path / CONFIG_NAME).write_text(f'name = "x"\nstore = "{url}"\n')
    with pytest.raises(UsageError, match="PGPASSWORD"):
        open_project(tmp_path)


@pytest.mark.parametrize("name", ["", "a\nb", "x" * 201, "\ud800"])
def test_a_name_that_is_none_is_refused(tmp_path: Path, name: str) -> None:
    if name:
        with pytest.raises(UsageError, match="project name"):
            init_project(tmp_path / "one", name=name)


def test_a_folder_without_a_project_is_named(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "missing"):
        with pytest.raises(UsageError, match=r"workbench init") as caught:
            open_project(place)
        assert str(place) in str(caught.value)


@pytest.mark.parametrize(
    "content",
    [b"name = ", b"\xff", b"", b"name = 1", b'name = "x"\ncolour = "red"\n', b'name = "x"\x00'],
)
def test_settings_that_are_none_are_named(tmp_path: Path, content: bytes) -> None:
    init_project(tmp_path).close()
    (tmp_path / CONFIG_NAME).write_bytes(content)
    with pytest.raises(InputError, match=CONFIG_NAME):
        open_project(tmp_path)


def test_settings_whose_store_is_gone_are_an_error_of_the_store(tmp_path: Path) -> None:
    init_project(tmp_path).close()
    (tmp_path / "workbench.sqlite").unlink()
    with pytest.raises(StoreError):
        open_project(tmp_path)
    assert not (tmp_path / "workbench.sqlite").exists()


def test_a_foreign_store_is_refused(tmp_path: Path) -> None:
    init_project(tmp_path).close()
    (tmp_path / "workbench.sqlite").write_bytes(b"something else entirely" * 100)
    with pytest.raises(StoreVersionError):
        open_project(tmp_path)


def test_settings_that_an_editor_marked_as_unicode_are_read(tmp_path: Path) -> None:
    init_project(tmp_path, name="harbour").close()
    config = tmp_path / CONFIG_NAME
    config.write_bytes(b"\xef\xbb\xbf" + config.read_bytes())
    with open_project(tmp_path) as project:
        assert project.name == "harbour"


@pytest.mark.parametrize("scheme", ["sdqc", "./mine.json"])
def test_another_scheme_than_at_the_beginning_is_refused(tmp_path: Path, scheme: str) -> None:
    init_project(tmp_path).close()
    shutil.copy(resource_path("schemas") / "sdqc-1.0.json", tmp_path / "mine.json")
    config = tmp_path / CONFIG_NAME
    config.write_text(config.read_text().replace("claims-sources-stances", scheme))
    with pytest.raises(SchemeError, match=r"claims-sources-stances 1\.0, got sdqc 1\.0"):
        open_project(tmp_path)


def test_a_feature_of_no_scheme_closes_the_store_again(tmp_path: Path) -> None:
    init_project(tmp_path).close()
    config = tmp_path / CONFIG_NAME
    config.write_text(config.read_text().replace("features = []", 'features = ["colour"]'))
    with pytest.raises(WorkbenchError, match="feature"):
        open_project(tmp_path)


def test_a_feature_that_is_turned_on_is_on(tmp_path: Path) -> None:
    init_project(tmp_path).close()
    config = tmp_path / CONFIG_NAME
    config.write_text(config.read_text().replace("features = []", 'features = ["form"]'))
    with open_project(tmp_path) as project:
        assert project.scheme.enabled == ("form",)


def test_addresses_are_relative_to_the_folder(tmp_path: Path) -> None:
    here = f"sqlite:///{tmp_path}/a.sqlite"
    assert locate_store("sqlite:///a.sqlite", tmp_path) == here
    assert locate_store("a.sqlite", tmp_path) == here
    assert locate_store(here, tmp_path / "other") == here
    assert locate_store("postgresql://server/x", tmp_path) == "postgresql://server/x"
