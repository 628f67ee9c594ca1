"""Saving: append-only, harmless to repeat, refused where somebody was first."""

from __future__ import annotations

import multiprocessing
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from msgspec.structs import replace
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from tests.contract.building import (
    LAYER,
    OTHER,
    add,
    annotate,
    decide,
    make_action,
    make_clock,
    make_document,
    make_key,
)
from tests.contract.conftest import Place
from workbench.errors import ConflictError, DocumentError, StoreError, UsageError
from workbench.model import Annotation, Cluster, Entity, Segment
from workbench.model.register import Add
from workbench.model.registry import Name
from workbench.store import (
    Action,
    ClusterLine,
    Rule,
    Saved,
    Store,
    StoredAnnotation,
    Verdict,
)
from workbench.store.tables import APPEND_ONLY


def read_rows(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows of the tables that only grow, as the database holds them."""
    with store._database.reading() as connection:
        return {
            table: [
                tuple(row)
                for row in connection.execute(text(f"SELECT * FROM {table} ORDER BY 1, 2"))
            ]
            for table in APPEND_ONLY
        }


def test_a_saved_annotation_comes_back_unfinished_parts_and_all(place: Place, store: Store) -> None:
    add(store, make_document())
    annotation = annotate("s2", comment='تعليق "\\ \0 \u202e 😀', flagged=True)
    saved = store.save(make_action(("d1", annotation, 0), key="k1"))
    assert saved == Saved("k1", {("d1", "s2"): 1}, repeated=False)
    assert store.get_annotations("d1", LAYER) == {"s2": StoredAnnotation(annotation, 1)}
    assert place.open().get_annotations("d1", LAYER) == {"s2": StoredAnnotation(annotation, 1)}


def test_annotations_come_in_the_order_of_sentences(store: Store) -> None:
    add(store, make_document())
    for sentence in ("s3", "s1", "s2"):
        decide(store, sentence)
    assert list(store.get_annotations("d1", LAYER)) == ["s1", "s2", "s3"]


def test_layers_do_not_see_one_another(store: Store) -> None:
    add(store, make_document())
    decide(store, "s1")
    assert store.get_annotations("d1", OTHER) == {}
    assert store.layers() == (LAYER,)
    mine = annotate("s1", "skipped")
    store.save(make_action(("d1", mine, 0), layer=OTHER))
    assert store.get_annotations("d1", OTHER)["s1"].annotation == mine
    assert store.get_annotations("d1", LAYER)["s1"].annotation.status == "done"
    assert (store.progress(LAYER).done, store.progress(OTHER).done) == (1, 0)
    assert store.undo(OTHER, make_key()) is not None
    assert store.get_annotations("d1", LAYER)["s1"].revision == 1
    assert store.layers() == (LAYER, OTHER)


def test_nothing_that_was_written_ever_changes(store: Store) -> None:
    add(store, make_document("d1"), make_document("d2"))
    seen = read_rows(store)

    def grow() -> None:
        nonlocal seen
        now = read_rows(store)
        for table, rows in seen.items():
            assert set(rows) <= set(now[table])
        assert now != seen
        seen = now

    decide(store, "s1")
    grow()
    decide(store, "s1", "skipped")
    grow()
    store.undo(LAYER, make_key())
    grow()
    store.redo(LAYER, make_key())
    grow()
    store.save_segments("d1", (Segment(0, 5, "body"),), based_on=1, layer=LAYER, key=make_key())
    grow()
    add(store, make_document("d3"))
    grow()
    with pytest.raises(ConflictError):
        store.save(make_action(("d1", annotate(), 0)))
    assert read_rows(store) == seen


@pytest.mark.parametrize("table", APPEND_ONLY)
@pytest.mark.parametrize("change", ["UPDATE {} SET {} = 'x'", "DELETE FROM {}"])
def test_the_database_itself_refuses_to_change_what_was_written(
    store: Store, table: str, change: str
) -> None:
    add(store, make_document())
    action = make_action(("d1", annotate("s1"), 0))
    store.save(
        replace(
            action,
            verdicts=(Verdict("d1", "s1", "i1", "refused"),),
            rules=(Rule("d1", "s1", "r1"),),
            links=(ClusterLine("d1", "s1", Cluster("k1", "It is so.", None)),),
        )
    )
    store.change_register(
        "r1",
        [Add(Entity("e1", None, (Name("Basil", None),), None, None, None))],
        by=None,
        based_on=0,
    )
    store.ensure_person("Amal")
    store.assign({LAYER: {0: "single"}}, settings="{}", sha256="0" * 64)
    store.withdraw("person", "Amal", by="Basil", reason="asked for it")
    before = read_rows(store)
    column = {
        "verdict": "item", "ruling": "item", "link": "item", "register": "content",
        "assignment": "settings", "withdrawal": "reason",
    }  # fmt: skip
    assert before[table]  # a trigger speaks of rows
    with (
        pytest.raises(DBAPIError, match="append-only"),
        store._database.engine.begin() as connection,
    ):
        connection.execute(text(change.format(table, column.get(table, "layer"))))
    assert read_rows(store) == before


# ---------------------------------------------------------------- again


def test_a_repeated_key_writes_nothing_and_answers_as_then(place: Place, store: Store) -> None:
    add(store, make_document())
    action = make_action(("d1", annotate("s1"), 0), ("d1", annotate("s2"), 0))
    first = store.save(action)
    decide(store, "s1")
    before = read_rows(store)
    again = place.open().save(action)
    assert again == Saved(action.key, first.revisions, repeated=True)
    # The client may have made the action again, on top of what it finds stored.
    store.save(make_action(("d1", annotate("s3"), 0), key=action.key))
    assert read_rows(store) == before
    assert store.has_action(action.key)
    assert not store.has_action("never")


def test_a_key_of_another_layer_is_refused(store: Store) -> None:
    add(store, make_document())
    store.save(make_action(("d1", annotate(), 0), key="k1"))
    with pytest.raises(UsageError, match="k1"):
        store.save(make_action(("d1", annotate(), 0), key="k1", layer=OTHER))


def test_undo_and_redo_may_be_repeated_too(store: Store) -> None:
    add(store, make_document())
    decide(store, "s1")
    decide(store, "s2")
    first = store.undo(LAYER, "u1")
    again = store.undo(LAYER, "u1")
    assert first is not None
    assert again is not None
    assert again.saved.repeated
    assert (again.name, again.sentences, again.saved.revisions) == (
        first.name,
        first.sentences,
        first.saved.revisions,
    )
    assert store.get_annotations("d1", LAYER)["s1"].revision == 1


def test_one_key_from_many_threads_is_saved_once(store: Store) -> None:
    add(store, make_document())
    action = make_action(("d1", annotate(), 0))
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(store.save, [action] * 16))
    assert sum(not each.repeated for each in answers) == 1
    assert {each.revisions["d1", "s1"] for each in answers} == {1}
    assert len(list(store.history())) == 1


def _save_in_child(place: Place, action: Action, queue: Any) -> None:
    with Place(place.location).open() as store:
        queue.put(store.save(action).repeated)


def test_one_key_from_many_processes_is_saved_once(place: Place, store: Store) -> None:
    add(store, make_document())
    action = make_action(("d1", annotate(), 0))
    context = multiprocessing.get_context("fork")
    queue = context.Queue()
    place_only = Place(place.location)
    children = [
        context.Process(target=_save_in_child, args=(place_only, action, queue)) for _ in range(4)
    ]
    for child in children:
        child.start()
    answers = sorted(queue.get(timeout=60) for _ in children)
    for child in children:
        child.join(60)
    assert answers == [False, True, True, True]
    assert len(list(store.history())) == 1


# ---------------------------------------------------------------- conflicts


def test_who_comes_second_is_shown_both(store: Store) -> None:
    add(store, make_document())
    theirs = annotate("s1", comment="first")
    store.save(make_action(("d1", theirs, 0)))
    mine, harmless = annotate("s1", comment="second"), annotate("s2")
    with pytest.raises(ConflictError) as caught:
        store.save(make_action(("d1", mine, 0), ("d1", harmless, 0)))
    assert caught.value.mine == {"s1": mine}
    assert caught.value.theirs == {"s1": StoredAnnotation(theirs, 1)}
    assert list(store.get_annotations("d1", LAYER)) == ["s1"]


def test_a_revision_from_the_future_is_a_conflict_with_the_empty_annotation(store: Store) -> None:
    add(store, make_document())
    with pytest.raises(ConflictError) as caught:
        store.save(make_action(("d1", annotate(), 3)))
    assert caught.value.theirs == {"s1": StoredAnnotation(Annotation("s1"), 0)}
    assert store.layers() == ()


def test_of_many_writers_on_one_revision_one_wins(store: Store) -> None:
    add(store, make_document())

    def save(number: int) -> str:
        try:
            store.save(make_action(("d1", annotate(comment=str(number)), 0)))
        except ConflictError:
            return "refused"
        return str(number)

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(save, range(16)))
    winners = [each for each in answers if each != "refused"]
    assert len(winners) == 1
    assert store.get_annotations("d1", LAYER)["s1"].annotation.comment == winners[0]


def test_many_threads_write_and_read_at_once(store: Store) -> None:
    add(store, *(make_document(f"d{number}") for number in range(4)))

    def work(number: int) -> None:
        layer = f"annotator:a{number:02d}"
        for sentence in ("s1", "s2", "s3"):
            decide(store, sentence, document=f"d{number % 4}", layer=layer)
            assert store.next_sentence(-1, layer=layer, step=1, only_open=True) is not None
        store.undo(layer, make_key())
        add(store, make_document(f"new{number}", ("body",)))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(12)))
    assert store.progress("annotator:a07").done == 2
    assert len(list(store.history())) == 12 * 4
    assert store.progress(LAYER).sentences == 4 * 3 + 12


# ---------------------------------------------------------------- refusing


@pytest.mark.parametrize(
    "action",
    [
        make_action(),
        make_action(("d1", annotate(), 0), ("d1", annotate(), 0)),
        make_action(("d1", annotate(), 0), key="two words"),
        make_action(("d1", annotate(), 0), layer=""),
        make_action(("d1", annotate(), 0), layer="annotator:أمل"),
        make_action(("d1", annotate(), 0), name=""),
        make_action(("d1", annotate(), 0), name="a\0b"),
        make_action(("d1", annotate(), 0), active_s=float("nan")),
        make_action(("d1", annotate(), 0), active_s=-1.0),
    ],
)
def test_an_action_that_makes_no_sense_is_refused(store: Store, action: Action) -> None:
    add(store, make_document())
    with pytest.raises(UsageError):
        store.save(action)
    assert store.layers() == ()


@pytest.mark.parametrize(
    ("document", "annotation"),
    [
        ("d9", annotate("s1")),
        ("d1", annotate("s9")),
        ("d1", annotate("s\0")),
        ("d1", annotate("s1", comment="half \ud83d")),
    ],
)
def test_what_is_unknown_or_no_text_is_a_document_error(
    store: Store, document: str, annotation: Annotation
) -> None:
    add(store, make_document())
    with pytest.raises(DocumentError) as caught:
        store.save(make_action(("d1", annotate("s2"), 0), (document, annotation, 0)))
    str(caught.value).encode()
    assert store.get_annotations("d1", LAYER) == {}


# ---------------------------------------------------------------- transactions


def test_a_transaction_is_saved_whole(store: Store) -> None:
    with store.transaction():
        add(store, make_document())
        decide(store, "s1")
        assert store.progress(LAYER).done == 1
    assert store.progress(LAYER).done == 1


def test_an_exception_takes_a_whole_transaction_back(store: Store) -> None:
    add(store, make_document())
    before = store.state_hash()
    with pytest.raises(FileNotFoundError, match="mine"), store.transaction():  # noqa: PT012
        add(store, make_document("d2"))
        decide(store, "s1", document="d2")
        decide(store, "s1")
        raise FileNotFoundError("mine")
    assert store.state_hash() == before
    assert not store.has_document("d2")
    decide(store, "s1")


def test_a_refusal_inside_a_transaction_leaves_the_rest_alone(store: Store) -> None:
    add(store, make_document())
    with store.transaction():
        decide(store, "s1")
        with pytest.raises(ConflictError):
            store.save(make_action(("d1", annotate("s2"), 0), ("d1", annotate("s1"), 0)))
        with pytest.raises(ConflictError):
            store.save(make_action(("d1", annotate("s2"), 4), layer=OTHER))
        decide(store, "s3")
    assert list(store.get_annotations("d1", LAYER)) == ["s1", "s3"]
    assert store.layers() == (LAYER,)


def test_a_transaction_belongs_to_its_thread(place: Place, store: Store) -> None:
    add(store, make_document())
    with ThreadPoolExecutor(1) as pool, store.transaction():
        decide(store, "s1")
        assert pool.submit(store.progress, LAYER).result().done == 0
    assert store.progress(LAYER).done == 1


def test_a_clock_without_a_zone_is_refused(place: Place) -> None:
    tick = make_clock()
    store = place.open(clock=lambda: tick().replace(tzinfo=None))
    with pytest.raises(UsageError, match="zone"):
        list(store.add_documents([make_document()]))
    assert not store.has_document("d1")


def test_a_row_that_the_database_refuses_is_an_error_of_the_store(store: Store) -> None:
    with pytest.raises(StoreError) as caught, store._database.writing() as connection:
        connection.execute(text("INSERT INTO run VALUES (NULL, NULL, NULL)"))
    assert "\n" not in str(caught.value)
    assert not isinstance(caught.value.__cause__, sqlite3.Error)


def test_what_is_said_of_many_documents_is_read_as_of_each_of_them(store: Store) -> None:
    names = ["d10", "d2", "d1"]
    add(store, *(make_document(each) for each in names))
    for name, sentence in (("d2", "s3"), ("d2", "s1"), ("d10", "s2")):
        store.save(make_action((name, annotate(sentence, "done"), 0), key=make_key()))
    found = store.get_many_annotations([*names, "unknown"], LAYER)
    assert found == {each: store.get_annotations(each, LAYER) for each in ("d2", "d10")}
    assert list(found["d2"]) == ["s1", "s3"]


@pytest.mark.parametrize("names", [["d10", "d2", "d1"], ["d1", "d10", "d2"]])
def test_an_action_over_many_documents_keeps_what_is_derived(
    store: Store, names: list[str]
) -> None:
    add(store, *(make_document(each) for each in ("d2", "d10", "d3", "d1")))
    decide(store, "s1", document="d3")
    said = {
        "s3": annotate("s3", "done"),
        "s1": annotate("s1", "skipped"),
        "s2": annotate("s2", "done"),
    }
    changes = [
        (name, annotation, 0)
        for name in names
        for sentence, annotation in said.items()
        if (name, sentence) != ("d10", "s2")
    ]
    store.save(make_action(*changes, key=make_key()))
    assert store.check() == ()
    assert store.progress(LAYER).done + store.progress(LAYER).skipped == 9
    with pytest.raises(DocumentError, match="s9"):
        store.save(
            make_action(("d1", annotate("s1"), 1), ("d2", annotate("s9"), 0), key=make_key())
        )
