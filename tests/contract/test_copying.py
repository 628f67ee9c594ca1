"""A copy of a store holds all of it, of either kind, and lives on; half a copy is none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from tests.contract.building import (
    LAYER,
    OTHER,
    add,
    decide,
    local_mounts,
    make_clock,
    make_document,
    make_key,
)
from tests.contract.conftest import Place
from tests.postgresql import PostgresqlServer
from workbench.errors import StoreError
from workbench.store import Store, copying, open_store, tables


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give a place for a copy."""
    if request.param == "sqlite":
        yield str(tmp_path / "copy.sqlite")
        return
    server: PostgresqlServer = request.getfixturevalue("postgresql_server")
    name = server.make_database()
    yield server.url(name)
    server.drop_database(name)


def fill(store: Store) -> None:
    """Let two people work on three documents, and one of them change their mind."""
    store.ensure_person("أمل")
    store.ensure_person("Basil")
    add(store, *(make_document(name) for name in ("d1", "d2", "d3")))
    for document in ("d1", "d2"):
        decide(store, "s1", document=document)
        decide(store, "s2", "skipped", document=document, layer=OTHER)
    store.undo(LAYER, make_key())
    segments = store.get_document("d3").segments
    store.save_segments("d3", segments, based_on=1, layer=LAYER, key=make_key())
    store.set_place(LAYER, 4)


def test_a_copy_is_all_of_it(place: Place, target: str) -> None:
    store = place.open()
    fill(store)
    state = store.copy_to(target)
    with open_store(target, mounts=local_mounts) as copy:
        assert state == copy.state_hash() == store.state_hash()
        assert copy.check() == ()
        assert (copy.info, copy.people()) == (store.info, store.people())
        assert list(copy.history()) == list(store.history())
        assert list(copy.document_ids()) == ["d1", "d2", "d3"]
        for layer in (LAYER, OTHER):
            assert copy.progress(layer) == store.progress(layer)
            assert copy.undo_names(layer) == store.undo_names(layer)
        assert copy.get_place(LAYER) == 4


def test_people_work_on_in_a_copy(place: Place, target: str) -> None:
    store = place.open()
    fill(store)
    store.copy_to(target)
    with open_store(target, mounts=local_mounts, clock=make_clock()) as copy:
        assert copy.redo(LAYER, make_key()) is not None
        decide(copy, "s3", document="d3")
        add(copy, make_document("d4"))
        decide(copy, "s1", document="d4")
        assert copy.check() == ()
        assert copy.state_hash() != store.state_hash()


def test_there_and_back_is_the_same(place: Place, target: str, tmp_path: Path) -> None:
    store = place.open()
    fill(store)
    back = tmp_path / "back.sqlite"
    with_hash = store.copy_to(target)
    with open_store(target, mounts=local_mounts) as copy:
        assert copy.copy_to(back) == with_hash
    with open_store(back, mounts=local_mounts) as again:
        assert again.state_hash() == store.state_hash()


def test_a_copy_is_of_one_instant(place: Place, target: str) -> None:
    # Somebody goes on working while it is made: what came later is not in it, nor half of it.
    store = place.open()
    fill(store)
    before, worked = store.state_hash(), list[str]()
    colleague = place.open(busy_timeout_s=5)

    def work(_share: float, table: str) -> None:
        if not worked:
            decide(colleague, "s3", layer=OTHER)
            worked.append(table)

    assert store.copy_to(target, work) == before
    assert worked
    assert store.state_hash() != before
    with open_store(target, mounts=local_mounts) as copy:
        assert copy.state_hash() == before


def test_nothing_is_copied_over_something(place: Place, target: str) -> None:
    store = place.open()
    fill(store)
    store.copy_to(target)
    decide(store, "s3")
    with pytest.raises(StoreError, match="something already"):
        store.copy_to(target)
    with open_store(target, mounts=local_mounts) as copy:
        assert copy.state_hash() != store.state_hash()


def test_who_is_interrupted_has_no_half_copy(place: Place, target: str) -> None:
    store = place.open()
    fill(store)
    before = store.state_hash()

    def interrupt(share: float, _table: str) -> None:
        if share > 0.5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.copy_to(target, interrupt)
    assert store.state_hash() == before
    store.copy_to(target)
    with open_store(target, mounts=local_mounts) as copy:
        assert copy.state_hash() == before


def test_progress_ends_at_one(place: Place, target: str) -> None:
    store = place.open()
    fill(store)
    shares: list[float] = []
    store.copy_to(target, lambda share, _table: shares.append(share))
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_a_copy_that_differs_is_refused(
    place: Place, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied = copying._copy_rows

    def lose_some(reader: Connection, writer: Connection, *others: Any) -> None:
        copied(reader, writer, *others)
        writer.execute(tables.head.delete())

    store = place.open()
    fill(store)
    monkeypatch.setattr(copying, "_copy_rows", lose_some)
    with pytest.raises(StoreError, match="Expected the copy of"):
        store.copy_to(target)
    monkeypatch.undo()
    store.copy_to(target)
