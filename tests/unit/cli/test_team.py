"""Giving out sentences and leaving, as a coordinator does it on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.unit.cli.conftest import Run
from tests.unit.cli.test_schemas import check
from workbench.project import open_project

TERMS = ("--by", "sentence", "--overlap", "20%", "--stances", "deny,decline,doubt", "--seed", "3")


@pytest.fixture
def articles(run: Run, place: Path, tmp_path: Path) -> Path:
    """Give a project with ten articles of four sentences."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(10):
        lines = [f"Notice {number}.{place} is posted at the pier." for place in range(4)]
        (folder / f"n{number}.txt").write_text("\n".join(lines))
    run("ingest", folder, "-p", place)
    return place


def assign(run: Run, place: Path, *arguments: str) -> dict[str, Any]:
    ran = run("assign", *arguments, "-p", place, "--json")
    assert ran.status == 0, ran.err
    check("assign", ran.out)
    answer: dict[str, Any] = json.loads(ran.out)
    return answer


def annotate(place: Path, name: str, stance: str | None = None) -> str:
    """Decide the sentence that a person comes to first; return it as ``document.sentence``."""
    with open_project(place) as project:
        session = project.session(name)
        session.do("next_open")
        where = f"{session.sheet.id}.{session.focus.sentence}"
        if stance is None:
            session.do("decide", status="done", nothing=True)
        else:
            session.do("mark", role="claim", spans=session.find("is posted at the pier"))
            session.do("mark", role="source", spans=session.find("Notice"))
            session.do("stance", value=stance)
            session.do("mark", role="cue", spans=session.find("posted"))
            session.do("decide", status="done")
        return where


def test_sentences_are_given_out_and_the_same_again_changes_nothing(
    run: Run, articles: Path
) -> None:
    first = assign(run, articles, "Amal", "Basil", *TERMS)
    assert first["is_changed"]
    assert first["read_by_several"] == {"overlap": 8}
    assert [each["assigned"] for each in first["people"]] == [24, 24]
    assert all(each["is_new"] and each["name"] is None for each in first["people"])
    again = assign(run, articles)
    assert not again["is_changed"]
    assert again["sha256"] == first["sha256"]
    assert [each["came"] + each["went"] for each in again["people"]] == [0, 0]
    with open_project(articles) as project:
        assert project.store.check() == ()


def test_a_dry_run_says_the_same_and_keeps_nothing(run: Run, articles: Path) -> None:
    planned = assign(run, articles, "Amal", "Basil", "--dry-run")
    status = json.loads(run("status", "-p", articles, "--json").out)
    assert (status["layers"], status["ungiven"]) == ([], None)
    done = assign(run, articles, "Amal", "Basil")
    assert {**planned, "is_dry_run": False} == done


def test_a_second_reader_comes_once_the_first_has_found_a_denial(run: Run, articles: Path) -> None:
    assign(run, articles, "Amal", "Basil", "--stances", "deny,decline")
    denied = annotate(articles, "Amal", "deny")
    annotate(articles, "Basil", "affirm")
    again = assign(run, articles)
    assert again["read_by_several"] == {"stance": 1}
    assert [each["came"] for each in again["people"]] == [0, 1]
    with open_project(articles) as project:
        frame = project.assignment()
        readers = frame[frame.document + "." + frame.sentence == denied]
        assert sorted(readers.annotator) == ["a01", "a02"]
        assert set(readers.why) == {"stance"}
        assert sorted(readers.status) == ["done", "open"]


def test_people_come_and_go_and_what_is_done_stays(run: Run, articles: Path) -> None:
    assign(run, articles, "Amal", "Basil")
    done = annotate(articles, "Basil")
    shown = run("assign", "Amal", "Cem", "-p", articles, "--dry-run").out
    assert "Would give" in shown
    assert "(new)" in shown
    assert "(reads no more)" in shown
    after = assign(run, articles, "Amal", "Cem", "--names")
    counts = {each["name"]: (each["assigned"], each["done"]) for each in after["people"]}
    assert counts == {"Amal": (20, 0), "Basil": (1, 1), "Cem": (19, 0)}
    with open_project(articles) as project:
        basils = project.assignment().query("annotator == 'a02'")
        assert [f"{row.document}.{row.sentence}" for row in basils.itertuples()] == [done]


def test_status_says_who_has_how_many_and_what_nobody_has(
    run: Run, articles: Path, tmp_path: Path
) -> None:
    assign(run, articles, "Amal", "Basil")
    annotate(articles, "Amal")
    late = tmp_path / "late.txt"
    late.write_text("A late notice is posted.")
    run("ingest", late, "-p", articles)
    ran = run("status", "-p", articles, "--json")
    check("status", ran.out)
    status = json.loads(ran.out)
    amal = status["layers"][0]
    assert (amal["assigned"], amal["done"], amal["left"]) == (20, 1, 19)
    assert status["ungiven"] == 1
    assert amal["name"] is None
    assert '"Amal"' in run("status", "-p", articles, "--json", "--names").out
    shown = run("status", "-p", articles).out
    assert "1 given to nobody" in shown
    assert "assigned" in shown
    assert assign(run, articles)["people"][0]["assigned"] in {20, 21}
    assert run("assign", "--clear", "-p", articles).status == 0
    assert json.loads(run("status", "-p", articles, "--json").out)["ungiven"] is None


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "names of those who read"),
        (("Amal", "--overlap", "lots"), "share such as 20%"),
        (("Amal", "--overlap", "120%"), "share such as 20%"),
        (("Amal", "--by", "word"), "document or sentence"),
        (("Amal", "Basil", "--readers", "3"), "2 to 2 readers"),
        (("Amal", "--stances", "deny,maybe"), "maybe"),
        (("Amal", "--clear"), "--clear alone"),
    ],
)
def test_mistakes_are_one_sentence(
    run: Run, articles: Path, arguments: tuple[str, ...], said: str
) -> None:
    ran = run("assign", *arguments, "-p", articles)
    assert ran.status == 2
    assert said in ran.err
    assert "Traceback" not in ran.err
    with open_project(articles) as project:
        assert project.store.assignment() is None


# ---------------------------------------------------------------- leaving


def withdraw(run: Run, place: Path, *arguments: str) -> dict[str, Any]:
    ran = run("withdraw", *arguments, "-p", place, "--json")
    assert ran.status == 0, ran.err
    check("withdraw", ran.out)
    answer: dict[str, Any] = json.loads(ran.out)
    return answer


def test_a_person_leaves_everything_and_comes_back(run: Run, articles: Path) -> None:
    for name in ("Amal", "Basil", "Cem"):
        annotate(articles, name)
    out = withdraw(run, articles, "annotator:Basil", "--reason", "asked for it", "--by", "Dana")
    assert [out["decisions"][0][name] for name in ("subject", "by")] == ["a02", "Dana"]
    layers = [
        each["layer"] for each in json.loads(run("status", "-p", articles, "--json").out)["layers"]
    ]
    assert layers == ["annotator:a01", "annotator:a03"]
    agreement = json.loads(run("agreement", "-p", articles, "--json").out)
    assert "a02" not in json.dumps(agreement)
    for command in (
        ("export", "--layer", "annotator:Basil"),
        ("export", "--layer", "annotator:a02", "--format", "history"),
        ("assign", "Basil"),
        ("check", "--layer", "annotator:a02"),
    ):
        ran = run(*command, "-p", articles)
        assert ran.status == 1, command
        assert "withdrawn" in ran.err
    withdraw(run, articles, "annotator:a02", "--reason", "came back", "--take-back")
    assert run("export", "--layer", "annotator:Basil", "-p", articles).status == 0
    listed = withdraw(run, articles, "--list")
    assert [each["decision"] for each in listed["decisions"]] == ["withdrawn", "taken back"]
    assert "asked for it" in run("withdraw", "--list", "-p", articles).out


def test_a_withdrawn_document_is_in_no_export_and_nobodys_queue(
    run: Run, filled: Path, tmp_path: Path
) -> None:
    target = tmp_path / "gold.jsonl"
    run("export", "--layer", "gold", "-p", filled, "--out", target)
    first = json.loads(target.read_text().splitlines()[0])["document"]["id"]
    before = json.loads(run("assign", "Amal", "-p", filled, "--json").out)["people"][0]["assigned"]
    withdraw(run, filled, first, "--reason", "the publisher's wish")
    for form in ("documents", "sentences", "triples", "history"):
        run("export", "--layer", "gold", "--format", form, "-p", filled, "--out", target)
        assert f'"{first}"' not in target.read_text(), form
    after = json.loads(run("assign", "-p", filled, "--json").out)["people"][0]["assigned"]
    assert after < before
    status = json.loads(run("status", "-p", filled, "--json").out)
    assert status["withdrawn_documents"] == 1
    assert "1 document withdrawn" in run("status", "-p", filled).out


def test_erasing_asks_twice_and_names_what_it_could_not_reach(run: Run, articles: Path) -> None:
    annotate(articles, "Amal", "deny")
    (articles / "workbench.sqlite.version-0001.backup").write_bytes(b"old")
    erase = ("annotator:Amal", "--reason", "asked for it", "--erase")
    refused = run("withdraw", *erase, "-p", articles)
    assert refused.status == 2
    assert "--yes" in refused.err
    planned = withdraw(run, articles, *erase, "--dry-run")
    assert planned["is_dry_run"]
    assert planned["decisions"][0]["erased"]["claims"] == 1
    ran = run("withdraw", *erase, "--yes", "-p", articles)
    assert ran.status == 0
    assert "1 claim" in ran.out
    assert "version-0001.backup" in ran.err
    assert "releases" in ran.err
    assert b"is posted at the pier" in (articles / "workbench.sqlite").read_bytes()
    assert b"Amal" not in (articles / "workbench.sqlite").read_bytes()
    again = run("withdraw", "annotator:a01", *erase[1:], "--yes", "-p", articles)
    assert (again.status, "Was erased" in again.out) == (0, True)  # only the file is rewritten
    assert [each["decision"] for each in withdraw(run, articles, "--list")["decisions"]] == [
        "withdrawn", "erased",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("n1",), 2, "--reason"),
        (("nothing-there", "--reason", "x"), 1, "nothing-there"),
        (("annotator:Nobody", "--reason", "x"), 2, "annotator"),
        (("n1", "--reason", "x", "--erase", "--take-back"), 2, "both"),
    ],
)
def test_leaving_by_mistake_is_one_sentence(
    run: Run, articles: Path, arguments: tuple[str, ...], status: int, said: str
) -> None:
    ran = run("withdraw", *arguments, "-p", articles)
    assert (ran.status, said in ran.err) == (status, True)


# ---------------------------------------------------------------- pseudonyms


def test_own_names_are_in_nothing_that_is_passed_on(
    run: Run, articles: Path, tmp_path: Path
) -> None:
    assign(run, articles, "Amal Example", "Basil Example", "--overlap", "1")
    for name in ("Amal Example", "Basil Example"):
        annotate(articles, name, "deny")
    exports = tmp_path / "exports"
    exports.mkdir()
    for form in ("documents", "sentences", "triples", "history", "w3c", "cas-json", "csv"):
        run(
            "export", "--layer", "annotator:Amal Example", "--format", form,
            "--out", exports / f"a.{form}", "-p", articles,
        )  # fmt: skip
    released = run(
        "release", "r1", "--layer", "annotator:Amal Example", "--out", exports, "-p", articles
    )
    assert released.status == 0, released.err
    for path in exports.rglob("*"):
        if path.is_file():
            assert b"Example" not in path.read_bytes(), path
            assert b"a01" in b"".join(each.read_bytes() for each in exports.glob("a.documents*"))
    for command in (("status",), ("agreement",), ("check",), ("assign",), ("withdraw", "--list")):
        assert "Example" not in run(*command, "--json", "-p", articles).out, command
