"""What is told about the work: people, progress, times, history, provenance, the state's hash."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
import pytest

from tests.contract.building import (
    INFO,
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
from workbench.errors import DocumentError, UsageError
from workbench.model import Provenance, dump_line
from workbench.store import Person, Progress, Store, create_store


def test_people_get_pseudonyms_in_turn(place: Place, store: Store) -> None:
    assert store.people() == ()
    amal = store.ensure_person("  أمل \n حسن ")
    assert amal == Person("a01", "أمل حسن")
    assert store.ensure_person("Zoë") == Person("a02", "Zoë")
    assert store.ensure_person("ZOË") == store.ensure_person("Zoe\u0308") == Person("a02", "Zoë")
    assert place.open().ensure_person("a01") == amal
    assert store.people() == (amal, Person("a02", "Zoë"))


def test_a_pseudonym_that_came_from_elsewhere_is_kept(store: Store) -> None:
    assert store.ensure_person("a07") == Person("a07", None)
    assert store.ensure_person("Amal").pseudonym == "a08"
    assert store.ensure_person("a07") == Person("a07", None)


@pytest.mark.parametrize("name", ["", "  ", "a\0b", "\ud800", "x" * 256])
def test_what_is_no_name_is_refused(store: Store, name: str) -> None:
    with pytest.raises(UsageError, match="name"):
        store.ensure_person(name)


def test_two_arriving_at_once_under_one_name_are_one(store: Store) -> None:
    with ThreadPoolExecutor(8) as pool:
        people = set(pool.map(store.ensure_person, ["Amal", "Badr"] * 8))
    assert {person.name for person in people} == {"Amal", "Badr"}
    assert len(people) == len(store.people()) == 2


def test_progress_counts_outside_boilerplate(store: Store) -> None:
    assert store.progress(LAYER) == Progress(0, 0, 0, 0, 0)
    add(store, make_document(kinds=("body", "body", "body", "boilerplate")))
    assert store.progress(LAYER) == Progress(4, 3, 0, 0, 0)
    decide(store, "s1")
    decide(store, "s2", "skipped")
    decide(store, "s4")
    store.save(make_action(("d1", annotate("s3", flagged=True), 0)))
    assert store.progress(LAYER) == Progress(4, 3, 1, 1, 1)
    store.save(make_action(("d1", annotate("s1"), 1), ("d1", annotate("s3", "done"), 1)))
    assert store.progress(LAYER) == Progress(4, 3, 1, 1, 0)


def test_recent_times_are_those_of_decided_sentences(store: Store) -> None:
    add(store, make_document())
    assert store.recent_active_s(LAYER, 5) == []
    save = store.save
    save(make_action(("d1", annotate("s1"), 0), active_s=2.0))
    save(make_action(("d1", annotate("s2", "done"), 0), active_s=4.5))
    save(make_action(("d1", annotate("s1", "done"), 1), ("d1", annotate("s3"), 0), active_s=1.0))
    assert store.recent_active_s(LAYER, 5) == [3.0, 4.5]
    assert store.recent_active_s(LAYER, 1) == [3.0]
    assert store.recent_active_s(OTHER, 5) == []
    save(make_action(("d1", annotate("s1"), 2)))
    assert store.recent_active_s(LAYER, 5) == [4.5]


def test_history_tells_everything_in_order(store: Store) -> None:
    add(store, make_document())
    first, second = annotate("s1"), annotate("s2", "done", "نعم")
    store.save(make_action(("d1", first, 0), ("d1", second, 0), name="mark", active_s=2.5))
    store.save(make_action(("d1", second, 0), layer=OTHER, name="import"))
    store.undo(LAYER, make_key())
    rows = list(store.history())
    assert [(r.sentence, r.layer, r.revision, r.action, r.active_s) for r in rows] == [
        ("s1", LAYER, 1, "mark", 2.5),
        ("s2", LAYER, 1, "mark", None),
        ("s2", OTHER, 1, "import", None),
        ("s1", LAYER, 2, "undo mark", None),
        ("s2", LAYER, 2, "undo mark", None),
    ]
    assert [r.at_utc for r in rows] == sorted(r.at_utc for r in rows)
    assert rows[0].at_utc == "2031-04-05T06:07:09.000Z"
    assert rows[1].content == json.loads(dump_line(second))
    assert [r.layer for r in store.history(OTHER)] == [OTHER]


def test_a_long_history_comes_in_pages(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.store.history._PAGE", 2)
    add(store, make_document())
    for sentence in ("s1", "s2", "s3", "s1"):
        decide(store, sentence)
    rows = store.history()
    assert next(rows).sentence == "s1"
    decide(store, "s2")  # a reader that has not finished keeps nobody from saving
    assert [row.sentence for row in rows] == ["s2", "s3", "s1", "s2"]


def test_provenance_is_kept_by_document_and_layer(place: Place, store: Store) -> None:
    add(store, make_document())
    said = Provenance("gold", ("a01", "a02"), "a03", None, "claims-sources-stances", "1.0")
    assert store.get_provenance("d1", "gold") is None
    store.set_provenance("d1", "gold", said)
    assert place.open().get_provenance("d1", "gold") == said
    changed = msgspec.structs.replace(said, adjudicator=None)
    store.set_provenance("d1", "gold", changed)
    assert store.get_provenance("d1", "gold") == changed
    assert store.get_provenance("d1", LAYER) is None
    with pytest.raises(DocumentError):
        store.set_provenance("d9", "gold", said)


def test_the_hash_does_not_depend_on_the_order_of_arrival(store: Store, tmp_path: Path) -> None:
    now = make_clock()()

    def fill(store: Store, order: str) -> str:
        add(store, *(make_document(f"d{number}") for number in order))
        for number in order:
            # The same keys and times in both: only the order of documents differs.
            store.save(make_action((f"d{number}", annotate(), 0), key=f"k{number}"))
        return store.state_hash()

    with create_store(tmp_path / "other.sqlite", INFO, clock=lambda: now) as other:
        expected = fill(other, "312")
    store._clock = lambda: now
    assert fill(store, "123") == expected


def test_whatever_is_saved_changes_the_hash(store: Store) -> None:
    seen = {store.state_hash()}
    add(store, make_document())
    seen.add(store.state_hash())
    decide(store, "s1")
    seen.add(store.state_hash())
    store.save_segments("d1", (), based_on=1, layer=LAYER, key="g1")
    seen.add(store.state_hash())
    store.undo(LAYER, make_key())
    seen.add(store.state_hash())
    assert len(seen) == 5
    store.set_place(LAYER, 1)
    store.ensure_person("Amal")
    assert store.state_hash() in seen


def test_what_a_person_chose_for_the_interface_is_theirs_alone(place: Place, store: Store) -> None:
    assert store.get_preferences(LAYER) is None
    store.set_preferences(LAYER, '{"theme":"dark"}')
    store.set_preferences(OTHER, "{}")
    store.set_preferences(LAYER, '{"theme":"light"}')
    later = place.open()
    assert later.get_preferences(LAYER) == '{"theme":"light"}'
    assert later.get_preferences(OTHER) == "{}"
