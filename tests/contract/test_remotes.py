"""What is kept about Label Studio servers, in every database."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.contract.building import LAYER, OTHER, add, annotate, make_action, make_document
from tests.contract.conftest import Place
from workbench.errors import UsageError
from workbench.store import Store
from workbench.store.remote_values import (
    JournalEntry,
    Other,
    RemoteAnnotation,
    RemoteTask,
)

SERVER = "http://127.0.0.1:8080/"
TASK = RemoteTask("doc:d1", 7, "a" * 64, "b" * 64, "2031-04-05T06:07:08.000000Z")
MADE = RemoteAnnotation(
    "doc:d1",
    LAYER,
    annotation=3,
    unique_id="0f0e",
    author="amal@example.org",
    base_sha256="c" * 64,
    base='[{"text":"\\ud800"}]',
)


def test_a_project_on_a_server_is_known_once(place: Place) -> None:
    store = place.open()
    first = store.remotes.ensure(SERVER, "u1")
    assert store.remotes.ensure(SERVER, "u1") == first
    assert store.remotes.ensure(SERVER, "u2").number != first.number
    store.remotes.update(first.number, project=12, cursor="2031", pulls=3)
    assert place.open().remotes.ensure(SERVER, "u1") == replace(
        first, project=12, cursor="2031", pulls=3
    )
    assert len(store.remotes.all()) == 2


def test_tasks_and_annotations_come_back_and_are_replaced(store: Store) -> None:
    one, two = (store.remotes.ensure(SERVER, each).number for each in ("u1", "u2"))
    store.remotes.put_tasks(one, [TASK, replace(TASK, wb_id="doc:d2")])
    store.remotes.put_tasks(one, [replace(TASK, task=None, state="gone")])
    assert store.remotes.tasks(one)["doc:d1"] == replace(TASK, task=None, state="gone")
    assert store.remotes.tasks(two) == {}
    store.remotes.put_annotations(one, [MADE, replace(MADE, layer=OTHER)])
    store.remotes.put_annotations(one, [replace(MADE, state="skipped", earlier="[]")])
    found = store.remotes.annotations(one, ["doc:d1", "doc:d9"])
    assert found["doc:d1", LAYER] == replace(MADE, state="skipped", earlier="[]")
    assert found["doc:d1", OTHER].base == '[{"text":"\\ud800"}]'
    mark = store.remotes.marks(one)["doc:d1", LAYER]
    assert (mark.state, mark.base_sha256, hasattr(mark, "base")) == ("skipped", "c" * 64, False)


def test_more_rows_than_a_statement_takes(store: Store) -> None:
    remote = store.remotes.ensure(SERVER, "u1").number
    ids = [f"doc:{number}" for number in range(1201)]
    store.remotes.put_tasks(remote, (replace(TASK, wb_id=each) for each in ids))
    store.remotes.put_annotations(remote, (replace(MADE, wb_id=each) for each in ids))
    assert len(store.remotes.tasks(remote)) == len(store.remotes.annotations(remote, ids)) == 1201


def test_a_stamp_moves_with_each_revision_of_its_layer_alone(store: Store) -> None:
    add(store, make_document("d1"), make_document("d2"))
    assert store.remotes.stamps(LAYER) == {}
    store.save(make_action(("d1", annotate("s1"), 0), ("d2", annotate("s2"), 0)))
    before = store.remotes.stamps(LAYER)
    assert set(before) == {"d1", "d2"}
    store.save(make_action(("d1", annotate("s1", "done"), 1)))
    store.save(make_action(("d2", annotate("s1"), 0), layer=OTHER))
    after = store.remotes.stamps(LAYER)
    assert (after["d1"] != before["d1"], after["d2"] == before["d2"]) == (True, True)


def test_the_journal_lists_what_is_not_confirmed(store: Store) -> None:
    remote = store.remotes.ensure(SERVER, "u1").number
    store.remotes.put_journal(remote, [JournalEntry("a", "planned"), JournalEntry("b", "sent")])
    store.remotes.put_journal(remote, [JournalEntry("b", "confirmed", "d" * 64)])
    assert store.remotes.journal(remote) == {"a": JournalEntry("a", "planned")}


def test_a_conflict_is_kept_once_and_settled(store: Store) -> None:
    remote = store.remotes.ensure(SERVER, "u1").number
    values = {"base": "affirm", "ours": ["deny"], "theirs": None}
    first = store.remotes.add_conflict(remote, "doc:d1", LAYER, "r1/stance", values)
    assert (first.state, first.base, first.ours, first.theirs) == (
        "open", "affirm", ["deny"], None,
    )  # fmt: skip
    again = store.remotes.add_conflict(remote, "doc:d1", LAYER, "r1/stance", values)
    assert again == first
    other = {**values, "theirs": "doubt"}
    newer = store.remotes.add_conflict(remote, "doc:d1", LAYER, "r1/stance", other)
    assert store.remotes.conflicts(remote) == (newer,)
    chosen = store.remotes.resolve(newer.number, "theirs")
    assert (chosen.state, chosen.choice) == ("resolved", "theirs")
    assert store.remotes.add_conflict(remote, "doc:d1", LAYER, "r1/stance", other) == chosen
    store.remotes.settle([newer.number])
    assert store.remotes.conflicts(remote) == ()
    assert len(store.remotes.conflicts(remote, None)) == 2
    with pytest.raises(UsageError, match="open conflict"):
        store.remotes.resolve(newer.number, "ours")


def test_other_things_are_kept_by_kind(store: Store) -> None:
    remote = store.remotes.ensure(SERVER, "u1").number
    draft = Other("draft", "5", '[{"text":"\\u0000"}]', "doc:d1", "amal@example.org")
    store.remotes.put_others(remote, [draft, replace(draft, kind="task")])
    assert store.remotes.others(remote, "draft") == (draft,)
    store.remotes.drop_others(remote, "draft", ["doc:d1"])
    assert store.remotes.others(remote, "draft") == ()
    assert len(store.remotes.others(remote, "task")) == 1


def test_addresses_are_compared_without_regard_to_case(store: Store) -> None:
    store.remotes.put_email("Amal@Example.org", "a01")
    store.remotes.put_email("amal@example.org", "a02")
    assert store.remotes.emails() == {"amal@example.org": "a02"}


def test_what_is_done_in_a_transaction_is_taken_back_whole(store: Store) -> None:
    remote = store.remotes.ensure(SERVER, "u1").number

    def fail() -> None:
        with store.transaction():
            store.remotes.put_tasks(remote, [TASK])
            store.remotes.put_journal(remote, [JournalEntry("a", "sent")])
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert store.remotes.tasks(remote) == {}
    assert store.remotes.journal(remote) == {}


def test_an_action_of_sync_does_not_lie_on_the_undo_stack(store: Store) -> None:
    add(store, make_document("d1"))
    store.save(make_action(("d1", annotate("s1"), 0)))
    store.save(make_action(("d1", annotate("s2"), 0), name="sync"))
    assert store.undo_names(LAYER) == ("mark claim", None)
