"""Stores of other versions: older ones are backed up and migrated, newer ones are refused."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import MetaData, create_engine

from tests.contract.building import INFO, LAYER, OTHER, annotate, local_mounts, make_clock
from tests.contract.conftest import Place
from tests.contract.make_release_database import FOLDER, fill
from tests.postgresql import PostgresqlServer
from workbench.errors import StoreError, StoreUnavailable, StoreVersionError
from workbench.store import Progress, StoredAnnotation, create_store, open_store
from workbench.store.migration import MIGRATIONS, _run_scripts
from workbench.store.tables import STORE_VERSION

NOW = int(STORE_VERSION)
LATER = f"{NOW + 1:04d}"
RELEASES = sorted(FOLDER.glob("release-*.sqlite"))

_NEXT = '''"""A later release."""
import sqlalchemy as sa
from alembic import op
revision = "{revision}"
down_revision = "{down}"
def upgrade():
    op.add_column("place", sa.Column("scroll", sa.Integer(), nullable=True))
    {more}
'''


def make_later(tmp_path: Path, more: str = "pass") -> Path:
    """Return the migrations of a release after this one."""
    scripts = tmp_path / "100% later"
    shutil.copytree(MIGRATIONS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    content = _NEXT.format(revision=LATER, down=STORE_VERSION, more=more)
    (scripts / "versions" / f"r{LATER}_later.py").write_text(content, encoding="utf-8")
    return scripts


def set_version(location: Place, version: str) -> None:
    if location.server is None:
        with closing(sqlite3.connect(location.location)) as connection, connection:
            connection.execute("UPDATE alembic_version SET version_num = ?", (version,))
    else:
        name = location.location.split("/")[3].split("?")[0]
        location.server.run(f"UPDATE alembic_version SET version_num = '{version}'", name)


def test_there_is_a_database_of_the_first_release() -> None:
    assert FOLDER / "release-0.1.sqlite" in RELEASES


@pytest.mark.parametrize("release", RELEASES, ids=lambda path: path.stem)
def test_the_database_of_each_release_opens_for_ever(release: Path, tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    shutil.copy(release, path)
    with open_store(path, mounts=local_mounts) as store:
        assert store.check() == ()
        assert store.info == INFO
        assert list(store.document_ids()) == ["d1", "d2"]
        assert store.layers() == (LAYER, OTHER)
        assert store.progress(LAYER) == Progress(6, 5, 1, 1, 1)
        assert store.get_annotations("d2", LAYER) == {
            "s2": StoredAnnotation(annotate("s2", "skipped", flagged=True), 1)
        }
        assert store.undo_names(LAYER) == ("decide", "mark claim")
        assert store.get_place(LAYER) == 4
        assert store.get_document("d2").segmentation == 2
        assert [row.action for row in store.history(LAYER)] == [
            "decide",
            "decide",
            "mark claim",
            "undo mark claim",
        ]
        assert [hit.sentence for hit in store.search("الجسر").hits] == ["s3", "s3"]
        assert store.redo(LAYER, "k9") is not None
        assert store.check() == ()


def test_what_the_script_writes_is_what_is_kept(tmp_path: Path) -> None:
    shutil.copy(FOLDER / "release-0.1.sqlite", tmp_path / "kept.sqlite")
    with (
        create_store(tmp_path / "new.sqlite", INFO, clock=make_clock()) as new,
        open_store(tmp_path / "kept.sqlite") as kept,
    ):
        fill(new)
        assert new.state_hash() == kept.state_hash()


def test_an_older_store_is_backed_up_then_migrated(tmp_path: Path) -> None:
    path = tmp_path / "a % b" / "store.sqlite"
    path.parent.mkdir()
    with create_store(path, INFO, mounts=local_mounts) as store:
        fill(store)
        before = store.state_hash()
        # Still open, with all of it in the write-ahead log: the backup has to have it too.
        with open_store(path, migrations=make_later(tmp_path)) as migrated:
            assert migrated.state_hash() == before
            assert migrated.check() == ()
            (said,) = migrated.warnings
    backup = path.with_name(f"store.sqlite.version-{STORE_VERSION}.backup")
    assert sorted(each.name for each in path.parent.iterdir()) == ["store.sqlite", backup.name]
    assert (f"from version {NOW} to {NOW + 1}" in said, str(backup) in said) == (True, True)
    with closing(sqlite3.connect(path)) as connection:
        assert "scroll" in [row[1] for row in connection.execute("PRAGMA table_info(place)")]
    with open_store(backup) as old:
        assert old.state_hash() == before
    with pytest.raises(StoreVersionError, match=f"version {NOW} or older, got version {NOW + 1}"):
        open_store(path)


def test_a_migration_that_fails_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    create_store(path, INFO).close()
    scripts = make_later(tmp_path, 'op.execute("INSERT INTO nowhere VALUES (1)")')
    for _ in range(2):
        with pytest.raises(StoreError, match="nowhere"):
            open_store(path, migrations=scripts)
    with open_store(path) as store:
        assert store.check() == ()
    assert len(list(tmp_path.glob("*.backup"))) == 2


@pytest.mark.postgres
def test_an_older_store_on_a_server_is_migrated(
    postgresql_server: PostgresqlServer, postgresql_template: str, tmp_path: Path
) -> None:
    url = postgresql_server.url(postgresql_server.make_database(postgresql_template))
    with open_store(url) as store:
        fill(store)
        before = store.state_hash()
    with open_store(url, migrations=make_later(tmp_path)) as store:
        assert store.state_hash() == before
        (said,) = store.warnings
        assert (f"from version {NOW} to {NOW + 1}" in said, "copy" in said) == (True, False)
    with pytest.raises(StoreVersionError, match=f"version {NOW} or older, got version {NOW + 1}"):
        open_store(url)


def test_a_newer_store_is_refused_naming_both_versions(place: Place) -> None:
    set_version(place, "0042")
    with pytest.raises(
        StoreVersionError, match=f"version {NOW} or older, got version 42"
    ) as caught:
        place.open()
    assert caught.value.hint == "Upgrade the workbench, then open it again."


def test_a_version_that_is_none_of_ours_is_refused(place: Place) -> None:
    set_version(place, "ae1027a6acf")
    with pytest.raises(StoreVersionError, match="ae1027a6acf"):
        place.open()


@pytest.mark.parametrize(
    "content", [b"", b"claims", b"\x89PNG\r\n\x1a\n" + bytes(5000), b"SQLite format 2\0"]
)
def test_another_kind_of_file_is_refused_and_not_touched(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    path.write_bytes(content)
    with pytest.raises(StoreVersionError, match="Expected a store"):
        open_store(path)
    with pytest.raises(StoreError, match="something already"):
        create_store(path, INFO)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_a_database_of_another_program_is_refused_and_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE moz_places (id INTEGER)")
    before = path.read_bytes()
    with pytest.raises(StoreVersionError, match="without a project"):
        open_store(path)
    assert path.read_bytes() == before


def test_a_damaged_database_is_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    path.write_bytes(b"SQLite format 3\0" + b"\xa5" * 8192)
    with pytest.raises(StoreUnavailable, match="cannot be read"):
        open_store(path)


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreVersionError, match="a folder"):
        open_store(tmp_path)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="nowhere"):
        create_store(tmp_path / "nowhere" / "store.sqlite", INFO)


@pytest.mark.postgres
def test_the_first_release_on_a_server_is_migrated_with_all_it_holds(
    postgresql_server: PostgresqlServer, tmp_path: Path
) -> None:
    url = postgresql_server.url(postgresql_server.make_database())
    scripts = tmp_path / "first"
    ignored = shutil.ignore_patterns("r000[2-9]*", "r00[1-9]*", "__pycache__")
    shutil.copytree(MIGRATIONS, scripts, ignore=ignored)
    copy_release(FOLDER / "release-0.1.sqlite", url, scripts)
    shutil.copy(FOLDER / "release-0.1.sqlite", tmp_path / "store.sqlite")
    with (
        open_store(tmp_path / "store.sqlite", mounts=local_mounts) as expected,
        open_store(url) as store,
    ):
        assert store.check() == ()
        assert store.state_hash() == expected.state_hash()
        assert store.search("الجسر").hits == expected.search("الجسر").hits != ()
        assert store.get_place(LAYER) == 4
        assert store.next_sentence(-1, layer=LAYER, step=1, only_open=True) is not None


def copy_release(path: Path, url: str, scripts: Path) -> None:
    """Put what a database of the first release holds into a server's tables of that release."""
    server = create_engine(url)
    with server.begin() as writer:
        _run_scripts(writer, scripts)
    known = MetaData()
    known.reflect(server)
    with closing(sqlite3.connect(path)) as reader, server.begin() as writer:
        for table in known.sorted_tables:
            if table.name != "alembic_version":
                cursor = reader.execute(f'SELECT * FROM "{table.name}"')
                names = [column[0] for column in cursor.description]
                rows = [dict(zip(names, row, strict=True)) for row in cursor]
                if rows:
                    writer.execute(table.insert(), rows)
    server.dispose()
