"""The register of entities: a log that everybody adds to, whatever the database."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import delete, update
from sqlalchemy.exc import DatabaseError

from tests.contract.building import add, local_mounts, make_document, make_key
from tests.contract.conftest import Place
from workbench.errors import ConflictError, EditError, StoreError
from workbench.model import Entity, Name
from workbench.model.register import Add, Deed, Edit, Merge, Register, Split, Undo
from workbench.store import Store, open_store
from workbench.store.tables import register

MINISTRY, PORTS = "ent:ministry", "ent:ports"
HOSTILE = '<img src=x onerror="alert(1)"> ؛ DROP TABLE register; -- 👩‍🚒 {name} %s'


def make_entity(entity: str, *names: str, **fields: str | None) -> Entity:
    words = tuple(Name(each, "ar") for each in names or (entity,))
    given = {"kind": "organization", "anonymity": "named", "affiliation": None, "note": None}
    return Entity(entity, names=words, **{**given, **fields})


def change(store: Store, *deeds: Deed, by: str | None = "a01", based_on: int | None = None) -> int:
    newest = len(store.register()) if based_on is None else based_on
    return store.change_register(make_key(), deeds, by=by, based_on=newest)[-1].number


@pytest.fixture
def two(store: Store) -> Store:
    change(
        store, Add(make_entity(MINISTRY, "وزارة النقل")), Add(make_entity(PORTS, "سلطة الموانئ"))
    )
    return store


def read(store: Store) -> Register:
    return Register(entries=store.register())


def test_the_log_comes_back_whole_and_in_order(place: Place, two: Store) -> None:
    change(two, Merge((PORTS,), MINISTRY))
    entries = place.open().register()
    assert [entry.number for entry in entries] == [1, 2, 3]
    assert entries[-1].deed == Merge((PORTS,), MINISTRY)
    assert entries[-1].by == "a01"
    assert place.open().register(since=2) == entries[2:]
    assert two.check() == ()


def test_a_merge_taken_back_leaves_exactly_what_was(two: Store) -> None:
    before = read(two).entities
    merge = change(two, Merge((PORTS,), MINISTRY))
    assert list(read(two).entities) == [MINISTRY]
    change(two, Undo(merge))
    assert read(two).entities == before
    assert two.check() == ()


def test_a_key_that_is_known_adds_nothing(two: Store) -> None:
    deeds = (Add(make_entity("ent:a")), Add(make_entity("ent:b")))
    first = two.change_register("once", deeds, by="a01", based_on=2)
    again = two.change_register("once", deeds, by="a01", based_on=0)
    assert again == first
    assert len(two.register()) == 4


def test_a_change_that_does_not_fit_adds_nothing_at_all(two: Store) -> None:
    with pytest.raises(EditError):
        change(two, Add(make_entity("ent:new")), Merge(("ent:unknown",), MINISTRY))
    assert len(two.register()) == 2


def test_who_has_not_seen_a_change_of_the_entity_is_refused(two: Store) -> None:
    change(two, Edit(make_entity(PORTS, "هيئة الموانئ")), by="a02", based_on=2)
    with pytest.raises(ConflictError) as refused:
        change(two, Edit(make_entity(PORTS, "الموانئ")), based_on=2)
    assert refused.value.theirs.by == "a02"
    change(two, Edit(make_entity(MINISTRY, "الوزارة")), based_on=2)  # of another entity
    change(two, Edit(make_entity(PORTS, "الموانئ")), based_on=3)
    assert [each.text for each in read(two).entities[PORTS].names] == ["الموانئ"]


def test_two_people_at_once_get_one_number_each(place: Place, two: Store) -> None:
    stores = [place.open(), place.open()]

    def merge_or_split(number: int) -> str:
        deeds: list[Deed] = [
            Merge((PORTS,), MINISTRY),
            Split(PORTS, make_entity("ent:quay"), documents=("d1",)),
        ]
        try:
            stores[number].change_register(f"k{number}", [deeds[number]], by=None, based_on=2)
        except ConflictError:
            return "refused"
        return "done"

    with ThreadPoolExecutor(2) as people:
        outcomes = sorted(people.map(merge_or_split, range(2)))
    assert outcomes == ["done", "refused"]
    assert [entry.number for entry in two.register()] == [1, 2, 3]
    assert two.check() == ()


def test_many_at_once_lose_nothing(place: Place, store: Store) -> None:
    stores = [place.open() for _ in range(4)]

    def add_ten(number: int) -> None:
        for each in range(10):
            deed = Add(make_entity(f"ent:{number}-{each}"))
            stores[number].change_register(f"{number}-{each}", [deed], by=None, based_on=0)

    with ThreadPoolExecutor(4) as people:
        list(people.map(add_ten, range(4)))
    assert [entry.number for entry in store.register()] == list(range(1, 41))
    assert len(read(store).entities) == 40


def test_a_hostile_name_is_only_a_name(place: Place, store: Store) -> None:
    change(store, Add(make_entity("ent:x", HOSTILE, note=HOSTILE)))
    (entity,) = read(place.open()).entities.values()
    assert entity.names[0].text == HOSTILE
    assert entity.note == HOSTILE


@pytest.mark.parametrize("name", ["", "  ", "a\u0000b", "a\u001bb", "\u202e", "ن" * 501, "\ud800"])
def test_what_is_no_name_is_refused(store: Store, name: str) -> None:
    with pytest.raises(EditError):
        change(store, Add(make_entity("ent:x", name)))
    assert store.register() == ()


def test_no_row_may_be_changed_or_deleted(two: Store) -> None:
    for statement in (delete(register), update(register).values(by="a99")):
        with pytest.raises((DatabaseError, StoreError)), two._database.writing() as connection:
            connection.execute(statement)
    assert [entry.by for entry in two.register()] == ["a01", "a01"]


def test_a_copy_has_the_register(two: Store, tmp_path: Path) -> None:
    change(two, Merge((PORTS,), MINISTRY))
    before, path = two.state_hash(), tmp_path / "copy.sqlite"
    assert two.copy_to(path) == before
    change(two, Undo(3))
    assert two.state_hash() != before
    with open_store(path, mounts=local_mounts) as copied:
        assert copied.register() == two.register()[:3]
        change(copied, Undo(3), based_on=3)
        assert read(copied).entities == read(two).entities


def test_an_erased_document_takes_its_unnamed_sources_words_along(two: Store) -> None:
    add(two, make_document("d1"), make_document("d2"))
    official = make_entity("ent:d1-official", "مسؤول كبير", anonymity="anonymous", note="ن")
    change(two, Add(official, document="d1"))
    two.withdraw("document", "d1", by="a01", reason="r")
    gone = two.erase("document", "d1", by="a01", reason="r")
    assert gone.erased["register"] == 1
    assert read(two).lines["ent:d1-official"].names == ()
    assert read(two).entities[MINISTRY].names
    assert two.check() == ()


def test_an_erased_person_takes_their_notes_along(two: Store) -> None:
    person = two.ensure_person("Lena")
    noted = make_entity("ent:noted", note="said by Lena")
    change(two, Add(noted), by=person.pseudonym)
    two.withdraw("person", "Lena", by="a01", reason="r")
    two.erase("person", "Lena", by="a01", reason="r")
    assert read(two).entities["ent:noted"].note is None
    assert read(two).entities["ent:noted"].names == noted.names
    assert two.check() == ()
