"""Locked, cut, gone: one clear sentence, nothing half-saved, and the next call works again."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from tests.contract.building import INFO, LAYER, add, annotate, decide, make_action, make_document
from tests.contract.conftest import Place
from tests.postgresql import PostgresqlServer
from workbench.errors import StoreError, StoreUnavailable, StoreVersionError, UsageError
from workbench.store import Store, create_store, open_store


def test_a_store_that_somebody_else_keeps_locked_is_unavailable(place: Place) -> None:
    store, other = place.open(busy_timeout_s=0.1), place.open()
    add(store, make_document())
    decide(store, "s1")
    action = make_action(("d1", annotate("s2"), 0))
    with other.transaction():
        with pytest.raises(StoreUnavailable, match="locked"):
            store.save(action)
        if place.server is None:  # readers need no lock in either
            assert store.get_annotations("d1", LAYER).keys() == {"s1"}
    assert store.save(action).repeated is False
    assert store.check() == ()


def test_a_store_stays_usable_after_any_refusal(store: Store) -> None:
    add(store, make_document())
    for _ in range(40):  # more than there are connections
        with pytest.raises(StoreError):
            store.get_document("d9")
    decide(store, "s1")


def test_where_nothing_is_nothing_opens(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    with pytest.raises(StoreUnavailable, match="no store at"):
        open_store(path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "location", ["mysql://h/d", "sqlite://", ":memory:", "", "sqlite:///:memory:", "a://["]
)
def test_other_places_are_refused(location: str) -> None:
    with pytest.raises(UsageError, match="Expected the path"):
        open_store(location)


# ---------------------------------------------------------------- PostgreSQL


@pytest.fixture
def database(postgresql_server: PostgresqlServer, postgresql_template: str) -> str:
    return postgresql_server.make_database(postgresql_template)


@pytest.mark.postgres
def test_a_cut_connection_is_made_again(postgresql_server: PostgresqlServer, database: str) -> None:
    with open_store(postgresql_server.url(database)) as store:
        add(store, make_document())
        postgresql_server.cut_connections(database)
        decide(store, "s1")

        def cut_inside(step: str) -> None:
            if step == "inserted":
                postgresql_server.cut_connections(database)

        store._database.step = cut_inside
        action = make_action(("d1", annotate("s2"), 0))
        with pytest.raises(StoreUnavailable, match="cannot be reached"):
            store.save(action)
        store._database.step = lambda _step: None
        assert store.get_annotations("d1", LAYER).keys() == {"s1"}
        assert store.save(action).repeated is False
        assert store.check() == ()


@pytest.mark.postgres
def test_an_answer_that_was_lost_is_given_again(
    postgresql_server: PostgresqlServer, database: str
) -> None:
    with open_store(postgresql_server.url(database)) as store:
        add(store, make_document())

        def lose(step: str) -> None:
            if step == "committed":
                raise ConnectionResetError("lost")

        store._database.step = lose
        action = make_action(("d1", annotate(), 0))
        with pytest.raises(StoreUnavailable):
            store.save(action)
        store._database.step = lambda _step: None
        assert store.save(action).repeated is True


@pytest.mark.postgres
def test_a_server_that_is_not_there_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="cannot be reached"):
        open_store(f"postgresql://workbench:secret@/x?host={tmp_path}")
    with pytest.raises(StoreUnavailable) as caught:
        create_store(f"postgresql://workbench:secret@/x?host={tmp_path}", INFO)
    assert "secret" not in str(caught.value)


@pytest.mark.postgres
def test_a_database_that_is_not_there_is_unavailable(postgresql_server: PostgresqlServer) -> None:
    with pytest.raises(StoreUnavailable, match="nowhere"):
        open_store(postgresql_server.url("nowhere"))


@pytest.mark.postgres
def test_the_password_comes_from_the_environment(
    postgresql_server: PostgresqlServer, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = postgresql_server.guarded_url(database)
    monkeypatch.delenv("PGPASSWORD", raising=False)
    monkeypatch.setenv("PGPASSFILE", "/dev/null")
    with pytest.raises(StoreUnavailable):
        open_store(url)
    monkeypatch.setenv("PGPASSWORD", postgresql_server.password)
    with open_store(url) as store:
        assert store.info == INFO


@pytest.mark.postgres
def test_a_read_only_database_says_so(postgresql_server: PostgresqlServer, database: str) -> None:
    postgresql_server.run(f"ALTER DATABASE {database} SET default_transaction_read_only = on")
    with open_store(postgresql_server.url(database)) as store:
        assert store.people() == ()
        with pytest.raises(StoreUnavailable, match="read-only"):
            store.ensure_person("Amal")


@pytest.mark.postgres
def test_commits_are_synced_even_where_the_server_says_otherwise(
    postgresql_server: PostgresqlServer, database: str
) -> None:
    # The tests' server has it off.
    assert postgresql_server.run("SHOW synchronous_commit") == [("off",)]
    with (
        open_store(postgresql_server.url(database)) as store,
        store._database.writing() as connection,
    ):
        assert connection.scalar(text("SHOW synchronous_commit")) == "on"


@pytest.mark.postgres
def test_a_database_of_something_else_is_no_store(postgresql_server: PostgresqlServer) -> None:
    name = postgresql_server.make_database()
    postgresql_server.run("CREATE TABLE person (id int)", name)
    with pytest.raises(StoreVersionError, match="without a project"):
        open_store(postgresql_server.url(name))
    with pytest.raises(StoreError, match="something already"):
        create_store(postgresql_server.url(name), INFO)
    postgresql_server.run("DROP TABLE person", name)
    postgresql_server.run("CREATE TABLE theirs (id int)", name)
    with create_store(postgresql_server.url(name), INFO) as store:
        assert store.check() == ()
