"""One suite, two databases: every test of the contract runs on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.contract.building import INFO, local_mounts, make_clock
from tests.postgresql import PostgresqlServer, postgresql_server
from workbench.store import Store, create_store, open_store

__all__ = ["postgresql_server"]


@dataclass
class Place:
    """Where a store is; opening it again is what a new day does."""

    location: str
    server: PostgresqlServer | None = None
    opened: list[Store] = field(default_factory=list)

    def open(self, **settings: Any) -> Store:
        given = {"mounts": local_mounts, "clock": make_clock(), **settings}
        store = open_store(self.location, **given)
        self.opened.append(store)
        return store


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "store.sqlite"
    create_store(path, INFO, mounts=local_mounts).close()
    return path


@pytest.fixture(scope="session")
def postgresql_template(postgresql_server: PostgresqlServer) -> str:
    name = postgresql_server.make_database()
    create_store(postgresql_server.url(name), INFO).close()
    return name


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def backend(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def empty_location(backend: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """Give a place without a store."""
    if backend == "sqlite":
        yield str(tmp_path / "store.sqlite")
        return
    server: PostgresqlServer = request.getfixturevalue("postgresql_server")
    name = server.make_database()
    yield server.url(name)
    server.drop_database(name)


@pytest.fixture
def place(backend: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Place]:
    """Give a place with an empty store."""
    if backend == "sqlite":
        path = tmp_path / "store.sqlite"
        template: Path = request.getfixturevalue("sqlite_template")
        path.write_bytes(template.read_bytes())
        place = Place(str(path))
        yield place
    else:
        server: PostgresqlServer = request.getfixturevalue("postgresql_server")
        name = server.make_database(request.getfixturevalue("postgresql_template"))
        place = Place(server.url(name), server)
        yield place
        server.drop_database(name)
    for store in place.opened:
        store.close()


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    """Give an empty store; whatever a test did, what is kept agrees with the revisions."""
    store = place.open()
    yield store
    assert store.check() == ()
