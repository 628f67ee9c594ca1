"""Whose annotation it is: by e-mail address alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contract.building import INFO
from workbench.errors import UsageError
from workbench.store import Store, create_store
from workbench.sync.api import User
from workbench.sync.people import NEW, People

AMAL, BADR = User(7, "Amal@example.org"), User(8, "badr@example.org")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with create_store(tmp_path / "store.sqlite", INFO) as made:
        made.ensure_person("أمل")
        yield made


def test_the_settings_say_whose_an_address_is(store: Store) -> None:
    people = People(store, {"أمل": "amal@EXAMPLE.org"}, [AMAL, BADR])
    assert people.find_user("annotator:a01") == AMAL
    assert people.find_layer(7) == "annotator:a01"
    assert people.find_layer(8) == NEW
    assert people.find_layer(99) is None
    assert People(store, {"a01": "amal@example.org"}, [AMAL]).find_layer(7) == "annotator:a01"


def test_somebody_new_becomes_a_person_and_stays_one(store: Store) -> None:
    assert People(store, {}, [BADR]).make_layer(8) == "annotator:a02"
    again = People(store, {}, [BADR])
    assert (again.find_layer(8), again.find_user("annotator:a02")) == ("annotator:a02", BADR)
    assert [each.name for each in store.people()] == ["أمل", "badr@example.org"]


def test_somebody_who_is_named_gets_that_name_with_the_first_annotation(store: Store) -> None:
    people = People(store, {"بدر": "badr@example.org"}, [BADR])
    assert (people.find_layer(8), len(store.people())) == (NEW, 1)
    assert people.make_layer(8) == "annotator:a02"
    assert store.people()[1].name == "بدر"


def test_the_settings_come_before_what_was_found_before(store: Store) -> None:
    store.remotes.put_email("badr@example.org", "a01")
    store.ensure_person("بدر")
    assert People(store, {}, [BADR]).find_layer(8) == "annotator:a01"
    assert People(store, {"بدر": "badr@example.org"}, [BADR]).find_layer(8) == "annotator:a02"


def test_an_address_that_the_server_does_not_know_writes_for_nobody(store: Store) -> None:
    people = People(store, {"أمل": "amal@example.org"}, [BADR])
    assert people.find_email("annotator:a01") == "amal@example.org"
    assert people.find_user("annotator:a01") is None
    people.add_user(AMAL)
    assert people.find_user("annotator:a01") == AMAL


def test_what_is_no_address_is_refused(store: Store) -> None:
    with pytest.raises(UsageError, match="e-mail"):
        People(store, {"أمل": "amal"}, [])


def test_who_was_withdrawn_is_nobody_there_either(store: Store) -> None:
    store.remotes.put_email("badr@example.org", store.ensure_person("بدر").pseudonym)
    for name in ("أمل", "بدر"):
        store.withdraw("person", name, by="dana", reason="asked for it")
    people = People(store, {"أمل": "amal@example.org"}, [AMAL, BADR])
    assert (people.find_layer(7), people.find_layer(8), people.layers()) == (None, None, [])
    assert people.has_left("annotator:a01")
    store.take_back("person", "أمل", by="dana", reason="came back")
    assert People(store, {"أمل": "amal@example.org"}, [AMAL]).find_layer(7) == "annotator:a01"
