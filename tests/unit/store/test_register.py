"""What `Store.check` says of a register that was tampered with."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.contract.building import INFO, local_mounts
from workbench.model import Entity, Name
from workbench.model.register import Add
from workbench.store import create_store
from workbench.store.tables import register


@pytest.mark.parametrize(
    ("number", "content", "said"),
    [
        (9, '{"kind":"undo","of":1}', "do not count from 1 to 9"),
        (2, '{"kind":"undo","of":7}', "change 2 of the register"),
        (2, '{"kind":"merge","ids":["ent:b"],"into":"ent:a"}', "change 2 of the register"),
    ],
)
def test_a_change_that_does_not_follow_is_named(
    tmp_path: Path, number: int, content: str, said: str
) -> None:
    with create_store(tmp_path / "store.sqlite", INFO, mounts=local_mounts) as store:
        entity = Entity("ent:a", None, (Name("أ", "ar"),), None, None, None)
        store.change_register("k", [Add(entity)], by=None, based_on=0)
        assert store.check() == ()
        with store._database.writing() as connection:
            row = {"number": number, "key": "x", "at_utc": "", "by": None, "kind": "?"}
            connection.execute(register.insert(), {**row, "content": content})
        assert any(said in problem for problem in store.check())
