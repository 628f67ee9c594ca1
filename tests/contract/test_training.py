"""Rounds of training: beside annotations and never among them, erased with whom they are of."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.contract.building import LAYER, OTHER, add, local_mounts, make_document
from workbench.errors import UsageError
from workbench.model import Annotation, Claim, Span
from workbench.store import Known, Store, TrainingRound, open_store


@pytest.fixture
def project(store: Store) -> Store:
    """Give two documents and two people."""
    for name in ("Amal", "Basil"):
        store.ensure_person(name)
    add(store, make_document("d1"), make_document("d2"))
    return store


def say(sentence: str) -> Annotation:
    claim = Claim("c1", sentence, (Span(0, 1, "w"),), "author")
    return Annotation(sentence, (claim,), status="done")


def begin(store: Store, layer: str = LAYER) -> TrainingRound:
    known = [Known("d1", say("s1")), Known("d2", Annotation("s1", status="done"))]
    return store.add_round(layer, '{"seed":1}', known)


def test_the_first_answer_stays(project: Store) -> None:
    number = begin(project).number
    project.answer_round(number, "d1", say("s1"))
    project.answer_round(number, "d1", Annotation("s1", status="done"))
    first, second = project.training_round(number).items
    assert (first.document, first.answer, first.gold) == ("d1", say("s1"), say("s1"))
    assert first.at_utc is not None
    assert (second.document, second.answer) == ("d2", None)


def test_the_first_result_stays(project: Store) -> None:
    number = begin(project).number
    assert project.training_round(number).result is None
    project.close_round(number, '{"passed":false}')
    project.close_round(number, '{"passed":true}')
    assert project.training_round(number).result == '{"passed":false}'


def test_no_layer_and_no_history_knows_of_it(project: Store) -> None:
    before = project.state_hash()
    number = begin(project).number
    project.answer_round(number, "d1", say("s1"))
    assert project.layers() == ()
    assert list(project.history()) == []
    assert project.state_hash() == before
    assert project.progress(LAYER).done == 0


def test_rounds_are_each_persons_own(project: Store) -> None:
    first, second = begin(project), begin(project, OTHER)
    assert [each.number for each in project.training_rounds()] == [first.number, second.number]
    assert [each.number for each in project.training_rounds(OTHER)] == [second.number]
    with pytest.raises(UsageError, match="round of training"):
        project.training_round(second.number + 1)


def test_a_copy_has_them_all(project: Store, tmp_path: Path) -> None:
    number = begin(project).number
    project.answer_round(number, "d1", say("s1"))
    project.copy_to(tmp_path / "copy.db")
    with open_store(tmp_path / "copy.db", mounts=local_mounts) as copy:
        assert copy.training_rounds() == project.training_rounds()
        assert begin(copy).number == number + 1


def test_they_leave_with_their_person(project: Store) -> None:
    begin(project)
    begin(project, OTHER)
    project.withdraw("person", "a01", by="Basil", reason="asked to")
    assert [each.layer for each in project.training_rounds()] == [OTHER]
    project.erase("person", "a01", by="Basil", reason="asked to")
    assert project.training_rounds(LAYER) == ()
    assert len(project.training_rounds()) == 1


def test_a_documents_words_leave_them_too(project: Store) -> None:
    number = begin(project).number
    project.withdraw("document", "d1", by="Basil", reason="not ours")
    assert [each.document for each in project.training_round(number).items] == ["d2"]
    project.erase("document", "d1", by="Basil", reason="not ours")
    assert [each.document for each in project.training_round(number).items] == ["d2"]
