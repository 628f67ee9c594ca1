"""A project looks at its own answers: checks, systems, errors, and each opened in its place."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from workbench.curation import Finding
from workbench.errors import UsageError
from workbench.project import Project, open_project, open_sample_project

CUES, MAJORITY = "system:cue-words", "system:majority-stance"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sample project with two systems' answers, to be copied."""
    folder = tmp_path_factory.mktemp("samples") / "project"
    with open_sample_project(folder) as project:
        project.predict("cue-words")
        project.predict("majority")
    return folder


@pytest.fixture
def samples(template: Path, tmp_path: Path) -> Iterator[Project]:
    with open_project(shutil.copytree(template, tmp_path / "project")) as project:
        yield project


def test_the_sample_project_is_made_once_and_then_opened(tmp_path: Path) -> None:
    for _ in range(2):
        with open_sample_project(tmp_path / "samples") as project:
            assert project.layers == ["gold"]
            assert project.status().documents == 5


# -- check ----------------------------------------------------------------------------------------


def test_gold_and_annotators_are_checked_and_systems_when_asked(samples: Project) -> None:
    samples.session("amal")
    report = samples.check()
    assert report.layers == ("annotator:a01", "gold")
    assert all(finding.layer == "gold" for finding in report.findings)
    assert samples.check("gold").layers == ("gold",)
    assert {finding.layer for finding in samples.check(CUES).findings} == {CUES}


def test_a_persons_speed_is_read_from_the_history(samples: Project) -> None:
    for name, seconds in (("amal", 40.0), ("badr", 40.0), ("cyma", 1.0)):
        session = samples.session(name)
        for _ in range(24):
            session.do("next")
            session.do("decide", status="done", nothing=True, active_s=seconds, advance=False)
    odd = [finding for finding in samples.check().findings if finding.kind == "pace"]
    assert [finding.layer for finding in odd] == ["annotator:a03"]
    assert "faster" in odd[0].why
    assert samples.check("badr").findings == ()


def test_the_table_of_findings_shows_the_article_as_text(samples: Project) -> None:
    finding = Finding("edge", "gold", "<i>d</i>", "s1", (), "<script>alert(1)</script>", 0.5)
    report = type(samples.check("gold"))(("gold",), (finding,))
    assert "<script>" not in report._repr_html_()
    assert "&lt;script&gt;" in report._repr_html_()
    many = type(report)(("gold",), (finding,) * 60)
    assert many._repr_html_().count("<tr>") == 51
    assert "10 more" in many._repr_html_()


# -- systems --------------------------------------------------------------------------------------


def test_systems_answer_and_are_scored_like_any_layer(samples: Project) -> None:
    assert {CUES, MAJORITY} <= set(samples.layers)
    cues = samples.evaluate(CUES, resamples=0)
    majority = samples.evaluate(MAJORITY, resamples=0)
    assert majority.claim.strict.f1 == 1
    assert cues.system == CUES
    assert 0 < (cues.triples.f1 or 0) < (majority.triples.f1 or 0) < 1
    assert samples.predict("cue-words").sentences == 0
    with pytest.raises(UsageError, match="cue-words, majority"):
        samples.predict("oracle")


def test_gold_against_itself_has_no_errors(samples: Project) -> None:
    assert len(samples.errors("gold")) == 0


def test_errors_of_the_majority_are_stances_alone(samples: Project) -> None:
    errors = samples.errors(MAJORITY)
    matrix = samples.evaluate(MAJORITY, resamples=0).stance.confusion
    assert {finding.kind for finding in errors.findings} == {"other stance"}
    assert len(errors) == sum(each.count for each in matrix if each.gold != each.predicted)


def test_missed_and_extra_items_add_up_to_the_scores(samples: Project) -> None:
    score = samples.evaluate(CUES, resamples=0)
    kinds = [finding.kind for finding in samples.errors(CUES).findings]
    lenient = score.attribution.lenient
    assert kinds.count("missed attribution") == lenient.gold - lenient.matched
    assert kinds.count("extra attribution") == lenient.predicted - lenient.matched
    document = score.documents[0].document
    some = samples.errors(CUES, document=document).findings
    assert {finding.document for finding in some} == {document}
    assert len(some) < len(kinds)


# -- open -----------------------------------------------------------------------------------------


def first_claim(project: Project, layer: str) -> tuple[str, str, str]:
    record = next(iter(project.records(layer)))
    claim = record.claims[-1]
    return record.document.id, claim.sentence, claim.id


def test_a_persons_claim_opens_in_that_persons_widget(samples: Project) -> None:
    session = samples.session("amal")
    session.do("next")
    ref = session.sheet.ref(session.focus.sentence)
    words = session.sheet.stored.document.text[ref.start : ref.end].split()[0]
    session.do("mark", role="claim", spans=session.find(words))
    claim, sentence, document = session.focus.card, session.focus.sentence, session.sheet.id
    assert claim is not None
    widget: Any = samples.open(claim)
    focus = widget.session.focus
    assert widget.session.layer == "annotator:a01"
    assert (widget.session.sheet.id, focus.sentence, focus.card) == (document, sentence, claim)
    other: Any = samples.open(sentence, document=document, layer="amal")
    assert other.session.focus.sentence == sentence


def test_an_attribution_opens_on_the_card_that_it_speaks_of(samples: Project) -> None:
    session = samples.session("amal")
    session.do("next")
    ref = session.sheet.ref(session.focus.sentence)
    words = session.sheet.stored.document.text[ref.start : ref.end].split()
    session.do("mark", role="claim", spans=session.find(words[0]))
    session.do("mark", role="source", spans=session.find(words[1]))
    attribution = session.focus.attribution
    assert attribution is not None
    session.do("next")
    widget: Any = samples.open(attribution)
    assert widget.session.focus.attribution == attribution
    assert widget.session.focus.card is not None


def test_what_is_golds_opens_beside_the_system(samples: Project) -> None:
    document, sentence, claim = first_claim(samples, "gold")
    widget: Any = samples.open(claim, document=document)
    assert [side["name"] for side in widget.content["sides"]] == ["gold", CUES]
    assert widget.content["document"]["id"] == document
    assert (widget.content["sentence"], widget.content["item"]) == (sentence, claim)
    assert widget.content["side"] == 0
    other: Any = samples.open(claim, document=document, beside=MAJORITY)
    assert [side["name"] for side in other.content["sides"]] == ["gold", MAJORITY]


@pytest.mark.parametrize("system", [CUES, MAJORITY])
def test_every_kind_of_error_opens_with_gold_first(samples: Project, system: str) -> None:
    errors = {finding.kind: finding for finding in samples.errors(system).findings}
    for finding in errors.values():
        widget: Any = samples.open(finding)
        assert [side["name"] for side in widget.content["sides"]] == ["gold", system]
        layer = widget.content["sides"][widget.content["side"]]
        assert layer["name"] == finding.layer
        found = [
            item["id"]
            for annotation in layer["annotations"].values()
            for item in (*annotation["claims"], *annotation["attributions"])
        ]
        assert finding.items[0] in found


def test_every_finding_of_a_check_opens(samples: Project) -> None:
    for finding in samples.check("gold").findings:
        widget: Any = samples.open(finding)
        assert widget.content["sentence"] == finding.sentence


def test_an_id_of_many_documents_asks_for_one_and_an_unknown_id_is_named(samples: Project) -> None:
    with pytest.raises(UsageError, match=r"document=|is in") as caught:
        samples.open("c1")
    assert "document=" in (caught.value.hint or "")
    with pytest.raises(UsageError, match="nowhere"):
        samples.open("no-such-id")


def test_pictures_have_the_projects_numbers(samples: Project, tmp_path: Path) -> None:
    attributions = sum(len(record.attributions) for record in samples.records("gold"))
    pictures = samples.pictures
    labels = pictures.label_distribution().table
    assert sum(value or 0 for line in labels.cells for value in line) == attributions
    assert "person" in pictures.sources_by_kind().table.rows
    assert "وكالة المرسى" in pictures.stance_by_source().table.rows
    assert "(unnamed)" in pictures.stance_by_source(top=1000).table.rows
    evaluation = samples.evaluate(CUES, resamples=0)
    matrix = pictures.confusion(evaluation).table
    assert sum(value or 0 for line in matrix.cells for value in line) == evaluation.stance.support
    assert pictures.span_lengths().save(tmp_path / "lengths.svg").exists()


def test_agreement_over_time_has_a_point_for_each_day(samples: Project) -> None:
    gold = samples.directory / "gold.jsonl"  # type: ignore[operator]
    samples.export("gold", out=gold)
    for name in ("amal", "badr"):
        samples.import_records(gold, f"annotator:{name}")
    agreement = samples.agreement(resamples=0)
    picture = samples.pictures.agreement_over_time(agreement)
    assert len(picture.table.rows) == 1
    assert picture.table.cells == ((1.0, 1.0, 1.0),)
    with pytest.raises(UsageError, match="nonsense"):
        samples.pictures.agreement_over_time(agreement, coefficients=["nonsense"])


# -- agreement ------------------------------------------------------------------------------------


def test_the_heat_map_has_all_and_each_pair(samples: Project) -> None:
    found = samples.agreement(["gold", MAJORITY], resamples=0)
    picture = samples.pictures.agreement(found)
    assert picture.table.rows == ("all", f"gold – {MAJORITY}")
    assert "stance.alpha" in picture.table.columns
    assert picture.table.cells[0] == picture.table.cells[1]  # there is one pair
    chosen = samples.pictures.agreement(found, coefficients=["certainty.alpha"])
    assert chosen.table.cells[0] == (found.coefficient("certainty.alpha").value,)
    with pytest.raises(UsageError, match="coefficients of agreement"):
        samples.pictures.agreement(found, coefficients=["mood.alpha"])
    stances = samples.pictures.confusion(found).table
    assert stances.rows == stances.columns


def test_the_worst_sentences_open_where_they_are_chosen(samples: Project) -> None:
    found = samples.agreement(["gold", MAJORITY], resamples=0)
    listed = samples.worst(found)
    assert len(listed.list.options) == len(found.worst)
    assert len(listed.children) == 1  # nothing is opened before it is chosen
    for number in (1, 0):
        listed.list.value = number
        (_, shown) = listed.children
        assert shown.content["sentence"] == found.worst[number].sentence
        assert [side["name"] for side in shown.content["sides"]] == list(found.worst[number].layers)
    listed.list.value = None
    assert len(listed.children) == 1


def test_where_all_agree_the_list_says_so(samples: Project) -> None:
    listed = samples.worst(samples.agreement(["gold", MAJORITY], resamples=0, worst=0))
    assert (listed.list.description, listed.list.options) == ("No differences", ())
