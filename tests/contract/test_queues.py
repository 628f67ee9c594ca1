"""Each person has a queue of their own; it follows what is decided, corrected, split and merged."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.contract.building import LAYER, OTHER, add, decide, local_mounts, make_document, make_key
from workbench.model import SegmentKind
from workbench.store import Progress, Store, open_store

SHA = "0" * 64


@pytest.fixture
def project(store: Store) -> Store:
    """Give three documents of four sentences, the second of each boilerplate, and two people."""
    for name in ("Amal", "Basil"):
        store.ensure_person(name)
    kinds: tuple[SegmentKind, ...] = ("body", "boilerplate", "body", "body")
    add(store, *(make_document(name, kinds) for name in ("d1", "d2", "d3")))
    return store


def give(store: Store, **documents: list[str]) -> None:
    """Give whole documents to the people ``a01``, ``a02``."""
    given = {
        f"annotator:{person}": {
            each.spot: "single" for each in store.readings() if each.document in names
        }
        for person, names in documents.items()
    }
    store.assign(given, settings="{}", sha256=SHA)


def walk(store: Store, layer: str, *, only_open: bool, step: int = 1) -> list[str]:
    """Return the sentences of a queue, in the order in which a person comes to them."""
    position = -1 if step > 0 else 1000
    found: list[str] = []
    while True:
        ref = store.next_sentence(position, layer=layer, step=step, only_open=only_open, given=True)
        if ref is None:
            return found
        found.append(f"{ref.document}.{ref.sentence}")
        position = ref.position


def test_without_an_assignment_everything_is_everybodys(project: Store) -> None:
    assert len(walk(project, LAYER, only_open=True)) == 9
    assert project.given("d1", LAYER) is None
    assert project.assignment() is None
    assert project.progress(LAYER, given=True) == project.progress(LAYER)


def test_each_walks_their_own_queue_in_the_order_of_the_texts(project: Store) -> None:
    give(project, a01=["d1", "d3"], a02=["d2", "d3"])
    own = ["d1.s1", "d1.s3", "d1.s4", "d3.s1", "d3.s3", "d3.s4"]
    assert walk(project, LAYER, only_open=True) == own
    assert walk(project, LAYER, only_open=True, step=-1) == own[::-1]
    assert walk(project, OTHER, only_open=False)[0] == "d2.s1"
    assert walk(project, "annotator:a09", only_open=False) == []
    assert project.given("d2", LAYER) == frozenset()
    assert project.given("d2", OTHER) == frozenset(("s1", "s3", "s4"))
    assert project.given("d2", "gold") is None


def test_a_queue_follows_decisions_and_their_undo(project: Store) -> None:
    give(project, a01=["d1", "d3"])
    decide(project, "s1")
    decide(project, "s3", "skipped")
    decide(project, "s1", document="d2")  # not in the queue: kept, and not counted in it
    assert walk(project, LAYER, only_open=True) == ["d1.s4", "d3.s1", "d3.s3", "d3.s4"]
    assert len(walk(project, LAYER, only_open=False)) == 6
    assert project.progress(LAYER, given=True) == Progress(12, 6, 1, 1, 0)
    for _ in range(2):
        project.undo(LAYER, make_key())
    assert walk(project, LAYER, only_open=True)[:2] == ["d1.s3", "d1.s4"]
    assert project.progress(LAYER, given=True) == Progress(12, 6, 1, 0, 0)


def test_what_was_decided_before_counts_in_a_queue(project: Store) -> None:
    decide(project, "s1")
    give(project, a01=["d1"])
    assert project.progress(LAYER, given=True) == Progress(12, 3, 1, 0, 0)
    give(project)
    assert project.progress(LAYER, given=True) == Progress(12, 9, 1, 0, 0)
    assert len(walk(project, LAYER, only_open=True)) == 8


def test_a_queue_follows_the_kinds_of_sentences(project: Store) -> None:
    give(project, a01=["d1"])
    decide(project, "s4")
    stored = project.get_document("d1")
    segments = tuple(
        type(each)(each.start, each.end, "body" if each.kind == "boilerplate" else "boilerplate")
        for each in stored.segments
    )
    project.save_segments("d1", segments, based_on=1, layer=OTHER, key=make_key())
    assert walk(project, LAYER, only_open=False) == []  # s2 was given to nobody
    assert project.progress(LAYER, given=True) == Progress(12, 0, 0, 0, 0)
    project.save_segments("d1", stored.segments, based_on=2, layer=OTHER, key=make_key())
    assert walk(project, LAYER, only_open=True) == ["d1.s1", "d1.s3"]


@pytest.mark.parametrize("undo", [False, True])
def test_a_split_and_a_merge_stay_with_those_who_had_the_sentences(
    project: Store, *, undo: bool
) -> None:
    give(project, a01=["d1"], a02=["d2"])
    decide(project, "s3")
    made = project.split_sentence(
        "d1", "s3", find_gap(project, "s3"), based_on=1, layer=OTHER, key=make_key()
    )
    new = [f"d1.{each.id}" for each in made.came]
    assert [each for each in walk(project, LAYER, only_open=True) if each in new] == new
    assert not set(new) & set(walk(project, OTHER, only_open=False))
    if undo:
        project.undo(OTHER, make_key())
        assert set(walk(project, LAYER, only_open=False)) == {"d1.s1", "d1.s3", "d1.s4"}
        assert project.progress(LAYER, given=True).done == 1
    else:
        merged = project.merge_sentences(
            "d1", made.came[0].id, based_on=2, layer=OTHER, key=make_key()
        )
        assert f"d1.{merged.came[0].id}" in walk(project, LAYER, only_open=True)


def find_gap(store: Store, sentence: str) -> int:
    """Return a place between two words of a sentence."""
    ref = store.find_sentence("d1", sentence)
    text = store.get_document("d1").document.text
    return text.index(" ", ref.start + 4) + 1


def test_an_assignment_lives_on_in_a_copy(project: Store, tmp_path: Path) -> None:
    give(project, a01=["d1"], a02=["d2"])
    project.copy_to(tmp_path / "copy.sqlite")
    with open_store(tmp_path / "copy.sqlite", mounts=local_mounts) as copy:
        assert walk(copy, LAYER, only_open=True) == walk(project, LAYER, only_open=True)
        assert copy.assignment() == project.assignment()
        assert copy.check() == ()


def test_what_nobody_has_is_counted(project: Store) -> None:
    assert project.count_ungiven() == 9
    give(project, a01=["d1"], a02=["d2"])
    assert project.count_ungiven() == 3
    project.withdraw("person", "Basil", by="Amal", reason="left")
    assert project.count_ungiven() == 6
