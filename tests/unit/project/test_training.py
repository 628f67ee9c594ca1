"""Training: sentences of gold, an answer at once, a score, and nothing of it in real work."""

from __future__ import annotations

import importlib.util
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from workbench.cli import app
from workbench.errors import EditError, StoreUnavailable, UsageError
from workbench.model import Annotation
from workbench.project import Project, open_project, open_sample_project
from workbench.resources import resource_path
from workbench.session import TrainingSession

SIZE = 6


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("training") / "sample"
    open_sample_project(folder).close()
    return folder


@pytest.fixture
def project(sample: Path, tmp_path: Path) -> Iterator[Project]:
    shutil.copytree(sample, tmp_path / "project")
    with open_project(tmp_path / "project") as project:
        yield project


def answer(session: TrainingSession, wanted: Annotation | None = None, **changes: Any) -> Any:
    """Answer the sentence in focus as gold does (or as `wanted`), item by item; decide it."""
    sentence = session.focus.sentence
    gold = wanted or session.plan.known[session.sheet.id, sentence]
    own: dict[str, str] = {}
    waiting = list(gold.attributions)
    for claim in gold.claims:
        session.do("mark", role="claim", spans=claim.spans)
        own[claim.id] = session.focus.card or ""
        if claim.voice == "author":
            session.do("writer", claim=own[claim.id])
    while waiting:
        each = next(one for one in waiting if all(target in own for target in one.targets))
        waiting.remove(each)
        own[each.id] = mark(session, each, own, **changes)
    reply = session.do("decide", status="done", nothing=not gold.claims, advance=True)
    assert session.focus.sentence == sentence
    return reply


def mark(session: TrainingSession, each: Any, own: dict[str, str], **changes: Any) -> str:
    target = own[each.targets[0]]
    if target in session.sheet.draft.claims:
        session.do("focus", card=target, attribution=None)
        session.do("arm", slot="source", claim=target, attribution=None)
    else:
        session.do("focus", attribution=target)
        session.do("relay")
    if each.source.spans:
        session.do("fill", spans=each.source.spans)
    else:
        session.do("source_kind", realization=each.source.realization)
    made = session.focus.attribution or ""
    for other in each.targets[1:]:
        session.do("target", attribution=made, target=own[other], on=True)
    if each.cue:
        session.do("mark", role="cue", spans=each.cue)
    if each.anchor:
        session.do("mark", role="anchor", spans=each.anchor)
    stance = changes.get("stance", each.stance)
    session.do("stance", value=stance, attribution=made)
    if stance == each.stance and each.certainty:
        session.do("certainty", value=each.certainty, attribution=made)
    return made


def finish(session: TrainingSession, **changes: Any) -> None:
    while session.result is None:
        answer(session, **changes)
        session.do("decide", status="done", nothing=True, advance=True)


def test_who_answers_as_gold_does_passes(project: Project) -> None:
    session = project.training_session("Amal", sentences=SIZE)
    finish(session)
    report = project.training_report()
    [begun] = report.rounds
    assert begun.scores is not None
    assert {begun.scores[name] for name in ("has_claim", "claim", "triples")} == {1.0}
    assert begun.passed
    assert report.has_passed("annotator:a01")
    assert (begun.sentences, begun.answered) == (SIZE, SIZE)


def test_who_gets_the_stances_wrong_does_not(project: Project) -> None:
    session = project.training_session("Amal", sentences=SIZE)
    finish(session, stance="noncommittal")
    [begun] = project.training_report().rounds
    assert begun.scores is not None
    assert begun.scores["claim"] == 1.0
    assert (begun.scores["triples"] or 0) < 0.7
    assert begun.passed is False


def test_the_answer_comes_at_once_field_by_field(project: Project) -> None:
    session = project.training_session("Amal", sentences=SIZE)
    assert session.snapshot()["training"]["feedback"] is None
    while not any(e.stance for e in known_here(session).attributions):
        answer(session)
        session.do("decide", status="done", nothing=True, advance=True)
    wanted = known_here(session).attributions[0].stance
    other = "deny" if wanted != "deny" else "affirm"
    reply = answer(session, stance=other)
    rows = reply.delta["training"]["feedback"]["rows"]
    [row, *_] = [each for each in rows if each["field"] == "stance"]
    assert (row["verdict"], row["yours"]["label"]) == ("wrong", f"stance:{other}")
    assert (row["gold"]["label"], row["guide"]) == (f"stance:{wanted}", f"stance:{wanted}")
    assert {each["verdict"] for each in rows if each["field"] in ("claim", "source", "cue")} == {
        "right"
    }
    assert "right" in reply.say
    assert "stance: you" in reply.say


def known_here(session: TrainingSession) -> Annotation:
    return session.plan.known[session.sheet.id, session.focus.sentence]


def test_what_was_missed_and_what_is_too_much_is_told(project: Project) -> None:
    session = project.training_session("Amal", sentences=SIZE)
    reply = session.do("mark", role="claim", spans=first_word(session))
    session.do("writer")
    reply = session.do("decide", status="done", advance=True)
    rows = reply.delta["training"]["feedback"]["rows"]
    assert {each["verdict"] for each in rows} & {"missed", "extra", "wrong"}
    known = known_here(session).attributions
    missed = [each["gold"]["label"] for each in rows if each["field"] == "stance"]
    assert missed == [f"stance:{each.stance}" for each in known]
    assert reply.delta["ui"]["undo"] is None


def first_word(session: TrainingSession) -> Any:
    ref = session.sheet.ref(session.focus.sentence)
    text = session.sheet.stored.document.text[ref.start : ref.end]
    return session.find(text.split()[0].strip("«»:،."))


def test_the_first_decision_counts(project: Project) -> None:
    session = project.training_session("Amal", sentences=SIZE)
    answer(session)
    for name, arguments in (
        ("undo", {}),
        ("flag", {}),
        ("mark", {"role": "claim", "spans": first_word(session)}),
        ("decide", {"status": "open"}),
        ("decide", {"status": "skipped"}),
        ("split", {"at": session.sheet.ref(session.focus.sentence).start + 5}),
        ("merge", {}),
    ):
        with pytest.raises(EditError):
            session.do(name, **arguments)


def test_other_sentences_are_only_read(project: Project) -> None:
    session = project.training_session("Amal", sentences=SIZE)
    known = {sentence for document, sentence in session.plan.known if document == session.sheet.id}
    other = next(
        ref.sentence for ref in session.sheet.stored.sentences if ref.sentence not in known
    )
    session.do("goto", id=other)
    with pytest.raises(EditError, match="only there to be read"):
        session.do("mark", role="claim", spans=first_word(session))
    assert session.snapshot()["training"]["known"] is False


def test_nothing_of_it_is_in_real_work(project: Project) -> None:
    before = project.store.state_hash(), [*project.records("gold")]
    finish(project.training_session("Amal", sentences=SIZE))
    assert (project.store.state_hash(), [*project.records("gold")]) == before
    assert project.store.layers() == ("gold",)
    assert [*project.records("annotator:Amal")] == []
    [status] = [each for each in project.status().layers if each.layer == "annotator:a01"]
    assert status.done == 0


def test_a_round_is_gone_on_with(project: Project) -> None:
    """What was decided and what was only begun are both there again."""
    session = project.training_session("Amal", sentences=SIZE)
    answer(session)
    session.do("decide", status="done", nothing=True, advance=True)
    here, claims = session.focus.sentence, known_here(session).claims
    if claims:
        session.do("mark", role="claim", spans=claims[0].spans)
    again = project.training_session("Amal")
    assert again.focus.sentence == here
    assert len(again.sheet.draft.items_of(here)[0]) == len(claims[:1])
    assert again.snapshot()["training"]["answered"] == 1
    assert len(project.training_report().rounds) == 1


def test_a_lost_room_is_made_again_from_the_answers(project: Project) -> None:
    session = project.training_session("Amal", sentences=SIZE)
    answer(session)
    project._rooms.close()  # as if the kernel had ended
    assert project.directory is not None
    for path in (project.directory / "training").iterdir():
        path.unlink()
    again = project.training_session("Amal")
    assert again.snapshot()["training"]["answered"] == 1
    finish(again)
    assert project.training_report().rounds[0].passed


def test_an_answer_that_could_not_be_kept_is_sent_again(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The room has it, the project's store was away: the same key makes it whole."""
    session = project.training_session("Amal", sentences=SIZE)
    session.do("mark", role="claim", spans=first_word(session))
    session.do("writer")
    message = {"t": "do", "view": "v", "key": "k" * 32, "name": "decide"}
    message["args"] = {"status": "done", "advance": True}  # type: ignore[assignment]

    def away(*_: object) -> None:
        raise StoreUnavailable("The store is away.")

    with monkeypatch.context() as patched:
        patched.setattr(project.store, "answer_round", away)
        [later] = session.handle(message)
    assert later["t"] == "later"
    assert project.training_report().rounds[0].answered == 0
    [ack] = session.handle(message)
    assert ack["delta"]["training"]["feedback"] is not None
    assert project.training_report().rounds[0].answered == 1


def test_the_next_round_has_other_sentences_and_all_stances(project: Project) -> None:
    first = project.training_session("Amal", sentences=SIZE)
    finish(first)
    second = project.training_session("Amal", sentences=SIZE)
    seen, new = (
        {place for place, known in each.plan.known.items() if not rare(known)}
        for each in (first, second)
    )
    assert seen.isdisjoint(new)
    stances = {e.stance for known in first.plan.known.values() for e in known.attributions}
    assert stances >= {"affirm", "deny", "doubt", "decline", "noncommittal"}


def rare(known: Annotation) -> bool:
    """Answer whether a sentence teaches a stance that few others do."""
    return any(each.stance in ("deny", "decline", "doubt") for each in known.attributions)


def test_everybody_is_given_the_same_rounds(project: Project) -> None:
    one = project.training_session("Amal", sentences=SIZE)
    other = project.training_session("Basil", sentences=SIZE)
    assert one.plan.known == other.plan.known
    assert project.training_session("Chada", seed=3, sentences=SIZE).plan.known != one.plan.known


def test_two_who_did_the_same_are_compared(project: Project) -> None:
    finish(project.training_session("Amal", sentences=SIZE))
    finish(project.training_session("Basil", sentences=SIZE), stance="noncommittal")
    [found] = project.training_report().calibrations
    assert found.layers == ("annotator:a01", "annotator:a02")
    assert len(found.sentences) == SIZE
    pairs = {(each.first, each.second): each.values for each in found.pairs}
    assert pairs["annotator:a01", "gold"]["stance.alpha"] == 1.0
    assert (pairs["annotator:a01", "annotator:a02"]["stance.alpha"] or 0) < 0.5
    different = {
        name
        for sentence in found.sentences
        for each in sentence.answers
        if each.layer == "annotator:a02"
        for name in each.different
    }
    assert different <= {"stance", "certainty"}
    assert "of" in found._repr_html_()


def test_settings_of_the_interface_are_the_persons_own(project: Project) -> None:
    project.session("Amal").do("settings", language="ar")
    session = project.training_session("Amal", sentences=SIZE)
    assert session.snapshot()["settings"]["language"] == "ar"
    session.do("settings", theme="dark")
    assert project.session("Amal").snapshot()["settings"]["theme"] == "dark"


@pytest.mark.parametrize("wrong", [{"sentences": 0}, {"pass_mark": 1.5}, {"seed": -1}])
def test_numbers_have_bounds(project: Project, wrong: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match="one sentence or more"):
        project.training_session("Amal", **wrong)


def test_without_gold_there_is_no_training(tmp_path: Path) -> None:
    from workbench.project import init_project

    with init_project(tmp_path / "empty") as project, pytest.raises(UsageError, match="gold"):
        project.training_session("Amal")


def test_erasing_takes_the_rooms_along(project: Project) -> None:
    """They hold copies of articles and answers; what others answered is made again."""
    first = project.training_session("Amal", sentences=SIZE)
    answer(first)
    other = project.training_session("Basil", sentences=SIZE)
    answer(other)
    assert project.directory is not None
    project.erase("annotator:Amal", "asked to")
    assert [*(project.directory / "training").iterdir()] == []
    assert [each.layer for each in project.training_report().rounds] == ["annotator:a02"]
    again = project.training_session("Basil")
    assert again.snapshot()["training"]["answered"] == 1


def test_a_project_that_is_only_an_address_keeps_no_room(sample: Path, tmp_path: Path) -> None:
    shutil.copytree(sample, tmp_path / "project")
    [path] = (tmp_path / "project").glob("*.sqlite")
    with open_project(f"sqlite:///{path}") as project:
        answer(project.training_session("Amal", sentences=SIZE))
        before = sorted(path.parent.iterdir())
    with open_project(f"sqlite:///{path}") as project:
        session = project.training_session("Amal")
        assert session.snapshot()["training"]["answered"] == 1
    assert not (tmp_path / "project" / "training").exists()
    assert path in before


def run(project: Project, *arguments: str) -> Any:
    place = ["-p", str(project.directory)]
    return CliRunner().invoke(app, ["training", *place, *arguments])


def test_the_command_says_who_has_passed(project: Project) -> None:
    finish(project.training_session("Amal", sentences=3))
    finish(project.training_session("Basil", sentences=3), stance="noncommittal")
    project.training_session("Basil", sentences=3)
    result = run(project)
    assert result.exit_code == 0, result.output
    assert "Amal, round 1" in result.stdout
    assert "passed at 0.70: yes" in result.stdout
    assert "not finished" in result.stdout
    assert "Basil: " in result.stdout.partition("done by")[2]


def test_json_is_as_its_schema_says(project: Project) -> None:
    finish(project.training_session("Amal", sentences=3))
    result = run(project, "--json")
    assert result.exit_code == 0, result.output
    path = resource_path("schemas") / "output-training.schema.json"
    data = json.loads(result.stdout)
    Draft202012Validator(json.loads(path.read_text("utf-8"))).validate(data)
    assert data["rounds"][0]["passed"] is True
    assert data["people"][0]["name"] is None  # what is passed on has pseudonyms alone
    named = json.loads(run(project, "--json", "--names").stdout)
    assert named["people"][0]["name"] == "Amal"


def test_the_schema_is_that_of_the_types() -> None:
    path = Path(__file__).resolve().parents[2] / "golden" / "training" / "renew.py"
    spec = importlib.util.spec_from_file_location("renew_training", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    schema = resource_path("schemas") / "output-training.schema.json"
    assert json.loads(schema.read_text("utf-8")) == module.build_schema()
