"""Writes the database that this release leaves behind: ``python -m ... VERSION``, once a release.

A later workbench has to open it for ever; what it must then find is in `CONTENT`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.contract.building import (
    INFO,
    LAYER,
    OTHER,
    annotate,
    local_mounts,
    make_clock,
    make_document,
)
from workbench.model import Provenance
from workbench.store import Action, Change, Store, create_store

FOLDER = Path(__file__).with_name("databases")


def fill(store: Store) -> None:
    """Do a little of everything that a store keeps."""
    documents = [make_document("d1", ("headline", "body", "boilerplate")), make_document("d2")]
    list(store.add_documents(documents))
    store.ensure_person("أمل")
    done, skipped = annotate("s1", "done", "نعم"), annotate("s2", "skipped", flagged=True)
    changes = (Change("d1", done, 0), Change("d2", skipped, 0))
    store.save(Action("k1", LAYER, "decide", changes, 3.5))
    store.save(Action("k2", LAYER, "mark claim", (Change("d1", annotate("s2"), 0),)))
    store.undo(LAYER, "k3")
    store.save(Action("k4", OTHER, "import", (Change("d2", done, 0),)))
    store.save_segments("d2", documents[1][1][:2], based_on=1, layer=LAYER, key="g1")
    store.set_place(LAYER, 4)
    said = Provenance(LAYER, ("a01",), None, "1", "claims-sources-stances", "1.0")
    store.set_provenance("d1", LAYER, said)


def write_database(version: str) -> Path:
    """Write ``release-VERSION.sqlite``, which must not be there yet."""
    path = FOLDER / f"release-{version}.sqlite"
    with create_store(path, INFO, clock=make_clock(), mounts=local_mounts) as store:
        fill(store)
        with store._database.engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA journal_mode = DELETE")
            connection.exec_driver_sql("VACUUM")
    return path


if __name__ == "__main__":
    write_database(sys.argv[1])
