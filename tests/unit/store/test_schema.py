"""The tables as the code knows them are the tables that the migrations make."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import String

from tests.contract.building import INFO
from workbench.store import create_store
from workbench.store.mentions import MENTION_TEXT
from workbench.store.migration import MIGRATIONS
from workbench.store.searching import SENTENCE_TEXT
from workbench.store.tables import STORE_VERSION, metadata


def test_the_migrations_make_exactly_the_tables(tmp_path: Path) -> None:
    with (
        create_store(tmp_path / "store.sqlite", INFO) as store,
        store._database.reading() as connection,
    ):
        # the index of words is made of tables that SQLAlchemy knows nothing of
        ours = (SENTENCE_TEXT.name, MENTION_TEXT.name)
        options = {"include_name": lambda name, *_: not str(name).startswith(ours)}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []


def test_the_version_that_is_written_is_that_of_the_newest_migration() -> None:
    scripts = ScriptDirectory(MIGRATIONS)
    assert scripts.get_heads() == [STORE_VERSION]
    assert all(each.revision.isdigit() for each in scripts.walk_revisions())


@pytest.mark.slow
def test_opening_a_present_store_does_not_load_the_migrations(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    create_store(path, INFO).close()
    code = (
        "import sys; from workbench.store import open_store; open_store(sys.argv[1]).close();"
        "print('alembic' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[3],
    )
    assert done.stdout == "False\n"


EMPTIED = {
    *("document", "email", "named_source", "person", "place", "preference", "provenance", "queue"),
    *("link", "mention", "register"),
    *("remote_annotation", "remote_conflict", "remote_other", "revision", "ruling", "segmentation"),
    *("training_item", "training_round", "verdict"),
}
"""Tables with words of documents or people: erasing empties them, as the contract's tests say."""
WORDLESS = {
    *("action", "assignment", "head", "layer", "remote", "remote_journal", "remote_task", "run"),
    *("claim", "sentence", "withdrawal", "workbench_project", "workload"),
}
"""Tables with ids, keys, hashes, counts and times alone, and what was decided about leaving."""


def test_it_was_thought_of_for_each_table_whether_it_holds_words_to_erase() -> None:
    with_text = {
        name
        for name, table in metadata.tables.items()
        if any(isinstance(column.type, String) for column in table.columns)
    }
    assert with_text <= EMPTIED | WORDLESS
    assert not EMPTIED & WORDLESS
