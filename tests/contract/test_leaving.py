"""Documents and people leave, come back, and are erased; what is left agrees with itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import text

from tests.contract.building import (
    LAYER,
    OTHER,
    add,
    annotate,
    decide,
    make_action,
    make_document,
    make_key,
    sqlite_path,
)
from tests.contract.conftest import Place
from workbench.errors import DocumentError, StoreError, UsageError, WithdrawnError
from workbench.store import Rule, Store, Verdict

WHO = {"by": "Dana", "reason": "asked for it"}
SECRET = "zanzibarium"
"""A word that stands in one document and in one person's comments alone."""


@pytest.fixture
def project(store: Store) -> Store:
    """Give three documents and two people who have worked in two of them."""
    for name in ("Amal Zanzibarium", "Basil"):
        store.ensure_person(name)
    add(store, make_document("d1"), make_document("d2", tail=f" {SECRET}"), make_document("d3"))
    for document in ("d1", "d2"):
        for layer in (LAYER, OTHER):
            decide(store, "s1", document=document, layer=layer)
    return store


def comment(store: Store, words: str, *, document: str = "d1", layer: str = LAYER) -> None:
    annotation = annotate("s3", "done", words)
    store.save(make_action((document, annotation, 0), layer=layer, active_s=3.5))


# ---------------------------------------------------------------- withdrawing


def test_a_withdrawn_document_is_nobodys_to_decide(project: Store) -> None:
    before = project.progress(LAYER)
    project.withdraw("document", "d2", **WHO)
    assert list(project.document_ids()) == ["d1", "d3"]
    assert not project.has_document("d2")
    after = project.progress(LAYER)
    assert (after.to_decide, after.done) == (before.to_decide - 3, before.done - 1)
    ref = project.next_sentence(2, layer=LAYER, step=1, only_open=False)
    assert ref is not None
    assert ref.document == "d3"
    assert project.count_withdrawn() == (1, 3)


def test_whoever_asks_for_a_withdrawn_document_is_told_so(project: Store) -> None:
    project.withdraw("document", "d2", **WHO)
    for ask in (
        lambda: project.get_document("d2"),
        lambda: project.find_sentence("d2", "s1"),
        lambda: project.get_annotations("d2", LAYER),
        lambda: project.given("d2", LAYER) or project.get_touched("d2", ["s1"]),
        lambda: project.save(make_action(("d2", annotate("s2"), 0))),
        lambda: project.save(make_action(("d1", annotate("s2"), 0), ("d2", annotate("s2"), 0))),
        lambda: project.save_segments("d2", (), based_on=1, layer=LAYER, key=make_key()),
        lambda: project.split_sentence("d2", "s1", 5, based_on=1, layer=LAYER, key=make_key()),
        lambda: project.withdraw("document", "d2", **WHO),
    ):
        with pytest.raises(WithdrawnError, match="withdrawn"):
            ask()


def test_nothing_of_a_withdrawn_document_is_found_or_told(project: Store) -> None:
    assert len(project.search(SECRET).hits) == 3
    project.withdraw("document", "d2", **WHO)
    assert list(project.get_documents(["d1", "d2"])) == ["d1"]
    assert list(project.get_many_annotations(["d1", "d2"], LAYER)) == ["d1"]
    assert project.search(SECRET).hits == ()
    assert project.documents_with("c.s1") == ("d1",)
    assert {row.document for row in project.history()} == {"d1"}


def test_a_sync_knows_nothing_of_a_withdrawn_document(project: Store) -> None:
    project.withdraw("document", "d2", **WHO)
    assert list(project.remotes.documents()) == ["d1", "d3"]
    assert list(project.remotes.stamps(LAYER)) == ["d1"]
    assert project.withdrawn_subjects("document") == frozenset({"d2"})
    project.take_back("document", "d2", **WHO)
    assert list(project.remotes.documents()) == ["d1", "d2", "d3"]
    assert project.withdrawn_subjects("document") == frozenset()


def test_a_withdrawn_document_comes_back_with_all_that_was_said(project: Store) -> None:
    before = project.progress(LAYER), project.get_annotations("d2", OTHER)
    project.withdraw("document", "d2", **WHO)
    project.take_back("document", "d2", **WHO)
    assert (project.progress(LAYER), project.get_annotations("d2", OTHER)) == before
    assert [each.decision for each in project.withdrawals()] == ["withdrawn", "taken back"]
    with pytest.raises(UsageError, match="part of the project"):
        project.take_back("document", "d2", **WHO)


def test_the_decision_is_kept_with_who_when_and_why(project: Store) -> None:
    project.withdraw("document", "d1", by=" amal zanzibarium ", reason="an agency's wish")
    found = project.withdrawals()[0]
    assert (found.kind, found.subject, found.by) == ("document", "d1", "a01")
    assert found.reason == "an agency's wish"
    assert found.at_utc.endswith("Z")
    for by, reason in (("", "why"), ("who", " "), ("who", "x" * 1001)):
        with pytest.raises(UsageError):
            project.withdraw("document", "d3", by=by, reason=reason)


def test_a_withdrawn_person_is_out_and_cannot_go_on(project: Store) -> None:
    project.withdraw("person", "basil", **WHO)
    assert [each.pseudonym for each in project.people()] == ["a01"]
    assert len(project.people(withdrawn=True)) == 2
    assert project.layers() == (LAYER,)
    assert {row.layer for row in project.history()} == {LAYER}
    for go_on in (
        lambda: project.ensure_person("Basil"),
        lambda: project.save(make_action(("d1", annotate("s2"), 0), layer=OTHER)),
        lambda: project.undo(OTHER, make_key()),
        lambda: project.save_segments("d1", (), based_on=1, layer=OTHER, key=make_key()),
        lambda: project.merge_sentences("d1", "s1", based_on=1, layer=OTHER, key=make_key()),
    ):
        with pytest.raises(WithdrawnError, match="a02"):
            go_on()
    project.take_back("person", "a02", **WHO)
    decide(project, "s2", layer=OTHER)
    assert project.layers() == (LAYER, OTHER)


def test_nobody_leaves_who_is_not_there(project: Store) -> None:
    with pytest.raises(DocumentError):
        project.withdraw("document", "d9", **WHO)
    with pytest.raises(UsageError, match="annotator"):
        project.withdraw("person", "Nobody", **WHO)
    with pytest.raises(UsageError, match="document, person"):
        project.withdraw("sentence", "s1", **WHO)


# ---------------------------------------------------------------- erasing


def test_only_what_was_withdrawn_is_erased_and_once(project: Store) -> None:
    for kind, subject in (("document", "d2"), ("person", "Basil")):
        with pytest.raises(UsageError, match="withdrawn"):
            project.erase(kind, subject, **WHO)
    project.withdraw("document", "d2", **WHO)
    project.erase("document", "d2", **WHO)
    for go_on in (project.erase, project.take_back):
        with pytest.raises(WithdrawnError, match="erased"):
            go_on("document", "d2", **WHO)


def test_an_erased_document_is_named_by_id_and_counts(project: Store) -> None:
    project.withdraw("document", "d2", **WHO)
    project.erase("document", "d2", **WHO)
    found = project.withdrawals()[-1]
    assert found.decision == "erased"
    assert found.erased["sentences"] == 3
    assert found.erased["revisions"] == 2
    assert found.erased["claims"] == 1
    rows = [row for row in project.history() if row.document == "d2"]
    assert [(row.layer, row.action) for row in rows] == [(LAYER, "erased"), (OTHER, "erased")]
    assert all(not row.content["claims"] and row.content["comment"] is None for row in rows)
    with pytest.raises(DocumentError, match="erased on request"):
        add(project, make_document("d2", tail=f" {SECRET}"))


def test_the_others_stay_as_they_were(project: Store) -> None:
    comment(project, "كلمة")
    kept = project.get_document("d3"), project.get_annotations("d1", LAYER)
    project.withdraw("document", "d2", **WHO)
    project.erase("document", "d2", **WHO)
    assert (project.get_document("d3"), project.get_annotations("d1", LAYER)) == kept
    with pytest.raises(WithdrawnError):  # an undo does not bring back what was erased
        project.undo(OTHER, make_key())
    add(project, make_document("d4"))
    decide(project, "s1", document="d4")


@pytest.mark.parametrize("table", ["revision", "segmentation", "withdrawal"])
def test_what_only_grows_is_as_safe_as_before(project: Store, table: str) -> None:
    project.withdraw("document", "d2", **WHO)
    project.erase("document", "d2", **WHO)
    with pytest.raises(StoreError, match="append-only"):
        run(project, f"DELETE FROM {table}")


def run(store: Store, statement: str) -> None:
    with store._database.writing() as connection:
        connection.execute(text(statement))


def test_only_the_owner_of_a_server_may_erase(backend: str, place: Place) -> None:
    if place.server is None:
        pytest.skip("whoever may write an SQLite file owns it")
    store = place.open()
    add(store, make_document("d1"))
    decide(store, "s1")
    store.withdraw("document", "d1", **WHO)
    role = f"r{make_key().replace('-', '')}"
    run(store, f"CREATE ROLE {role}; GRANT ALL ON ALL TABLES IN SCHEMA public TO {role}")
    with pytest.raises(UsageError, match="owner"):
        erase_as(store, role)
    run(store, f"DROP OWNED BY {role}; DROP ROLE {role}")
    assert store.check() == ()


def erase_as(store: Store, role: str) -> None:
    with store.transaction():
        run(store, f"SET LOCAL ROLE {role}")
        store.erase("document", "d1", **WHO)


# ---------------------------------------------------------------- gone from the disk


def read_bytes(place: Place) -> Iterator[tuple[str, bytes]]:
    """Give all files of a SQLite store."""
    path = sqlite_path(place.location)
    for each in sorted(path.parent.glob(f"{path.name}*")):
        yield each.name, each.read_bytes()


def find_words(place: Place, store: Store, word: str) -> list[str]:
    """Return where a word still stands: the files, or the tables of a server."""
    if place.server is None:
        wanted = word.lower().encode()
        return [name for name, content in read_bytes(place) if wanted in content.lower()]
    found = []
    with store._database.reading() as connection:
        listed = (
            connection.execute(
                text(
                    "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
                )
            )
            .scalars()
            .all()
        )
        for table in listed:
            rows = connection.execute(text(f'SELECT t::text FROM "{table}" t')).scalars()
            found += [table] if any(word in str(row).lower() for row in rows) else []
    return found


def test_the_words_of_an_erased_document_are_nowhere(place: Place) -> None:
    store = place.open()
    store.ensure_person("Amal")
    add(store, make_document("d1"), make_document("d2", tail=f" {SECRET}"), make_document("d3"))
    annotation = annotate("s1", "done", f"about {SECRET}")
    said = Verdict("d2", "s1", "x", "refused", None, {"text": SECRET})
    action = make_action(("d2", annotation, 0))
    store.save(msgspec.structs.replace(action, verdicts=(said,)))
    segments = store.get_document("d2").segments
    reasons = tuple(type(each)(each.start, each.end, each.kind, None, SECRET) for each in segments)
    store.save_segments("d2", reasons, based_on=1, layer=LAYER, key=make_key())
    assert find_words(place, store, SECRET)
    store.withdraw("document", "d2", **WHO)
    store.erase("document", "d2", **WHO)
    assert store.scrub()
    assert find_words(place, store, SECRET) == []
    assert store.check() == ()


def test_the_name_and_the_words_of_an_erased_person_are_nowhere(place: Place) -> None:
    store = place.open()
    store.ensure_person("Amal Zanzibarium")
    store.ensure_person("Basil")
    add(store, make_document("d1"))
    comment(store, f"I, {SECRET}, was here")
    comment(store, "so was I", layer=OTHER)
    store.set_preferences(LAYER, f'"{SECRET}"')
    store.remotes.put_email(f"{SECRET}@example.org", "a01")
    store.withdraw("person", "a01", by="Amal Zanzibarium", reason="my own wish")
    store.erase("person", "a01", by="Amal Zanzibarium", reason="my own wish")
    assert store.scrub()
    assert find_words(place, store, SECRET) == []
    assert store.get_annotations("d1", OTHER)["s3"].annotation.comment == "so was I"
    assert store.ensure_person("Amal Zanzibarium").pseudonym == "a03"
    assert store.check() == ()


def rule(store: Store, sentence: str, *, adjudicator: str, based_on: int) -> None:
    """Save gold with a ruling on answers of both people, and a comment on it."""
    content = {
        "refs": [["a01", "c.s1"], ["a02", "c.s1"]],
        "seen": [SECRET, "other"],
        "comment": f"not {SECRET}",
    }
    rule = Rule("d2", sentence, "x", content, adjudicator)
    annotation = annotate(sentence, "done")
    action = make_action(("d2", annotation, based_on), layer="gold")
    store.save(msgspec.structs.replace(action, rules=(rule,)))


def test_rulings_forget_what_somebody_said_and_stay_in_order(place: Place) -> None:
    store = place.open()
    for name in ("Amal", "Basil"):
        store.ensure_person(name)
    add(store, make_document("d2"))
    rule(store, "s1", adjudicator="a01", based_on=0)
    rule(store, "s1", adjudicator="a02", based_on=1)
    store.withdraw("person", "a01", **WHO)
    store.erase("person", "a01", **WHO)
    first, second = (each.rule.content or {} for each in store.rules())
    assert (first["comment"], first["seen"], first["refs"]) == (None, [], [["a02", "c.s1"]])
    assert (second["comment"], second["seen"]) == (f"not {SECRET}", [])
    assert store.check() == ()
    store.withdraw("document", "d2", **WHO)
    store.erase("document", "d2", **WHO)
    assert store.scrub()
    assert find_words(place, store, SECRET) == []
    assert store.check() == ()


def test_a_reader_elsewhere_keeps_a_file_from_forgetting_and_it_is_said(
    backend: str, place: Place, tmp_path: Path
) -> None:
    if backend != "sqlite":
        pytest.skip("a server writes its tables anew when its readers are done")
    store = place.open(busy_timeout_s=0.1)
    add(store, make_document("d1", tail=f" {SECRET}"))
    store.withdraw("document", "d1", **WHO)
    with sqlite3.connect(sqlite_path(place.location)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM revision").fetchone()
        store.erase("document", "d1", **WHO)
        assert not store.scrub()
    reader.close()
    assert store.scrub()
    assert find_words(place, store, SECRET) == []
