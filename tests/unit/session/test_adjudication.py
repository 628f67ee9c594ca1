"""Adjudication: answers side by side, differences settled, gold as it follows from that."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from workbench.errors import ConflictError, EditError, UnfinishedError
from workbench.scheme import load_scheme
from workbench.session import AdjudicationPlan, Session
from workbench.store import Store

CLAIM = "نحو 40 سفينة 🚢 وصلت"
LONGER = "إن نحو 40 سفينة 🚢 وصلت"

Open = Callable[..., Session]


def annotate(session: Session, quote: str = CLAIM, stance: str = "affirm") -> None:
    """Mark one claim of the first sentence, with a source and a stance, and decide it."""
    session.do("goto", position=0)
    session.do("mark", role="claim", spans=session.find(quote))
    session.do("fill", spans=session.find("مسؤول لم تسمه"))
    session.do("mark", role="cue", spans=session.find("قوله"))
    session.do("stance", value=stance)
    session.do("decide", status="done")


def nothing(session: Session, position: int = 0) -> None:
    session.do("goto", position=position)
    session.do("decide", status="done", nothing=True)


def case_of(session: Session, sentence: str = "s1") -> dict[str, Any]:
    case: dict[str, Any] = session.snapshot()["adjudication"]["cases"][sentence]
    return case


def differences(session: Session, sentence: str = "s1") -> list[dict[str, Any]]:
    return [each for unit in case_of(session, sentence)["units"] for each in unit["differences"]]


def gold(session: Session, sentence: str = "s1") -> dict[str, Any]:
    return dict(session.snapshot()["annotations"].get(sentence, {}))


def test_what_all_agree_on_is_taken_over_already(
    open_session: Open, open_adjudication: Open
) -> None:
    annotate(open_session("amal"))
    annotate(open_session("badr"))
    judge = open_adjudication()
    judge.do("goto", position=0)
    case = case_of(judge)
    assert (case["unanimous"], case["outcome"], differences(judge)) == (True, "agreed", [])
    (claim,), (attribution,) = gold(judge)["claims"], gold(judge)["attributions"]
    assert claim["spans"][0]["text"] == CLAIM
    assert (attribution["stance"], attribution["targets"]) == ("affirm", (claim["id"],))
    assert gold(judge)["status"] == "open"


@pytest.mark.parametrize(("language", "label"), [("en", "type of claim"), ("ar", "نوع الادعاء")])
def test_a_difference_of_a_feature_is_told_by_the_features_name(
    store: Store, language: str, label: str
) -> None:
    scheme = load_scheme("claims-sources-stances").with_features(["claim_type"])
    for name, value in (("amal", "event"), ("badr", "quantity")):
        session = Session(store, scheme, name)
        annotate(session)
        session.do("goto", position=0)
        session.do("focus", card=next(iter(session.sheet.draft.claims)))
        session.do("feature", name="claim_type", value=value)
        session.do("decide", status="done")
    judge = Session(store, scheme, "noor", adjudication=AdjudicationPlan())
    judge.language = language
    judge.do("goto", position=0)
    (found,) = differences(judge)
    assert (found["kind"], found["field"]) == ("feature", "feature:claim_type")
    assert found["label"].startswith(f"{label}: ")


def test_a_difference_is_settled_by_one_choice(open_session: Open, open_adjudication: Open) -> None:
    annotate(open_session("amal"))
    annotate(open_session("badr"), stance="deny")
    judge = open_adjudication()
    judge.do("goto", position=0)
    (found,) = differences(judge)
    assert (found["kind"], found["chosen"]) == ("stance", None)
    assert [each["people"] for each in found["versions"]] == [["amal"], ["badr"]]
    assert [each["value"] for each in found["versions"]] == ["affirm", "deny"]
    with pytest.raises(UnfinishedError, match="stance"):
        judge.do("decide", status="done")
    reply = judge.do("choose", difference=found["id"], version=2)
    assert "All settled" in (reply.say or "")
    (found,) = differences(judge)
    assert (found["chosen"], found["stale"], found["by"]) == (2, False, "noor")
    assert gold(judge)["attributions"][0]["stance"] == "deny"
    judge.do("decide", status="done")
    assert (gold(judge)["status"], case_of(judge)["outcome"]) == ("done", "done")


def test_boundary_and_stance_differ_and_gold_waits_for_the_words(
    open_session: Open, open_adjudication: Open
) -> None:
    annotate(open_session("amal"))
    annotate(open_session("badr"), quote=LONGER, stance="deny")
    judge = open_adjudication()
    judge.do("goto", position=0)
    assert [each["kind"] for each in differences(judge)] == ["boundary", "stance"]
    assert gold(judge) == {}
    judge.do("choose", difference=differences(judge)[0]["id"], version=2)
    assert gold(judge)["claims"][0]["spans"][0]["text"] == LONGER
    assert gold(judge)["attributions"][0]["stance"] is None
    judge.do("choose", version=1)
    assert gold(judge)["attributions"][0]["stance"] == "affirm"
    judge.do("decide", status="done")


def test_undo_takes_ruling_and_revision_back(
    open_session: Open, open_adjudication: Open, store: Store
) -> None:
    annotate(open_session("amal"))
    annotate(open_session("badr"), quote=LONGER, stance="deny")
    judge = open_adjudication()
    judge.do("goto", position=0)
    before = differences(judge)
    judge.do("choose", version=1)
    settled = differences(judge)
    judge.do("undo")
    assert differences(judge) == before
    judge.do("redo")
    assert differences(judge) == settled
    assert store.check() == ()


def test_a_missed_claim_is_taken_with_all_that_hangs_on_it_or_not_at_all(
    open_session: Open, open_adjudication: Open
) -> None:
    annotate(open_session("amal"))
    nothing(open_session("badr"))
    judge = open_adjudication()
    judge.do("goto", position=0)
    (found,) = differences(judge)
    assert found["kind"] == "missed"
    assert [each["absent"] for each in found["versions"]] == [False, True]
    judge.do("choose", version=1, difference=found["id"])
    assert len(gold(judge)["attributions"]) == 1
    judge.do("choose", version=2, difference=found["id"])
    assert gold(judge)["claims"] == []
    judge.do("decide", status="done")
    assert gold(judge)["status"] == "done"


def test_nothing_here_is_an_answer_whatever_anybody_marked(
    open_session: Open, open_adjudication: Open
) -> None:
    annotate(open_session("amal"))
    annotate(open_session("badr"), stance="deny")
    judge = open_adjudication()
    judge.do("goto", position=0)
    judge.do("nothing")
    assert (gold(judge)["claims"], gold(judge)["status"]) == ([], "done")
    judge.do("undo")
    assert [each["kind"] for each in differences(judge)] == ["stance"]
    assert len(gold(judge)["claims"]) == 1


def test_an_edit_afresh_settles_what_it_changes(
    open_session: Open, open_adjudication: Open
) -> None:
    annotate(open_session("amal"))
    annotate(open_session("badr"), stance="deny")
    judge = open_adjudication()
    judge.do("goto", position=0)
    attribution = gold(judge)["attributions"][0]["id"]
    judge.do("stance", value="doubt", attribution=attribution)
    (found,) = [each for each in differences(judge) if each["kind"] == "stance"]
    assert found["chosen"] == "own"
    assert gold(judge)["attributions"][0]["stance"] == "doubt"
    judge.do("decide", status="done")


def test_words_marked_afresh_bring_along_what_was_agreed(
    open_session: Open, open_adjudication: Open
) -> None:
    annotate(open_session("amal"))
    annotate(open_session("badr"), quote=LONGER)
    judge = open_adjudication()
    judge.do("goto", position=0)
    judge.do("mark", role="claim", spans=judge.find("نحو 40 سفينة"))
    (claim,) = gold(judge)["claims"]
    (attribution,) = gold(judge)["attributions"]
    assert claim["spans"][0]["text"] == "نحو 40 سفينة"
    assert attribution["targets"] == (claim["id"],)
    (found,) = differences(judge)
    assert (found["kind"], found["chosen"]) == ("boundary", "own")
    judge.do("decide", status="done")


def test_another_merge_keeps_rulings_and_says_what_changed(
    open_session: Open, open_adjudication: Open
) -> None:
    amal, badr = open_session("amal"), open_session("badr")
    annotate(amal)
    annotate(badr, stance="deny")
    judge = open_adjudication()
    judge.do("goto", position=0)
    judge.do("choose", version=2)
    judge.do("decide", status="done")
    annotate(open_session("carim"), stance="doubt")
    judge.do("goto", position=1)
    judge.do("goto", position=0)
    (found,) = differences(judge)
    assert (len(found["versions"]), found["chosen"], found["stale"]) == (3, 2, True)
    assert (gold(judge)["attributions"][0]["stance"], gold(judge)["status"]) == ("deny", "done")


def test_only_the_unanimous_are_accepted_in_one_go_and_a_share_is_left(
    open_session: Open, open_adjudication: Open
) -> None:
    for name in ("amal", "badr"):
        session = open_session(name)
        annotate(session)
        nothing(session, 1)
        nothing(session, 4)
    nothing(open_session("amal"), 5)
    judge = open_adjudication()
    reply = judge.do("accept_unanimous", scope="project", share=1.0)
    assert "0 sentences accepted, 3 left" in (reply.say or "")
    reply = judge.do("accept_unanimous", scope="project", share=0)
    assert "3 sentences accepted." in (reply.say or "")
    progress = judge.snapshot()["progress"]
    assert progress["done"] == 3
    judge.do("undo")
    assert judge.snapshot()["progress"]["done"] == 0


def test_names_are_hidden_on_request(open_session: Open, open_adjudication: Open) -> None:
    annotate(open_session("amal"))
    annotate(open_session("badr"), stance="deny")
    judge = open_adjudication(hide_names=True)
    judge.do("goto", position=0)
    snapshot = judge.snapshot()
    said = str({**snapshot, "project": {**snapshot["project"], "annotator": ""}})
    assert not any(name in said for name in ("amal", "badr", "a01", "a02"))
    (found,) = differences(judge)
    assert sorted(each["people"][0] for each in found["versions"]) == ["A", "B"]


def test_gold_that_was_there_before_is_kept(
    open_session: Open, open_adjudication: Open, store: Store
) -> None:
    annotate(open_session("amal"), stance="doubt")
    judge = open_adjudication(annotators=())
    annotate(judge, stance="deny")  # stands for gold that came from elsewhere
    annotate(open_session("badr"))
    later = open_adjudication("zaid")
    later.do("goto", position=0)
    assert gold(later)["status"] == "done"
    assert gold(later)["attributions"][0]["stance"] == "deny"


def test_annotators_see_what_became_of_their_work_only_after_both_decided(
    open_session: Open, open_adjudication: Open
) -> None:
    annotate(open_session("amal"))
    badr = open_session("badr")
    annotate(badr, stance="deny")
    judge = open_adjudication()
    judge.do("goto", position=0)
    (found,) = differences(judge)
    judge.do("choose", difference=found["id"], version=1)
    judge.do("remark", difference=found["id"], text="The verb only reports.")
    judge.do("gap", difference=found["id"])
    assert open_session("badr").snapshot()["outcome"] is None
    judge.do("decide", status="done")
    assert open_session("carim").snapshot()["outcome"] is None
    outcome = open_session("badr").snapshot()["outcome"]["s1"]
    claim, attribution = outcome["items"]
    assert (claim["verdict"], attribution["verdict"]) == ("taken", "changed")
    (change,) = [each for each in attribution["changes"] if each["field"] == "stance"]
    assert change["comment"] == "The verb only reports."
    assert change["gap"]
    assert open_session("amal").snapshot()["outcome"]["s1"]["items"][1]["verdict"] == "taken"


def test_an_annotator_cannot_rule(open_session: Open) -> None:
    with pytest.raises(EditError, match="adjudication"):
        open_session().do("choose", version=1)


def test_nobody_takes_back_what_another_adjudicator_did(
    open_session: Open, open_adjudication: Open
) -> None:
    annotate(open_session("amal"))
    annotate(open_session("badr"), stance="deny")
    first, second = open_adjudication(), open_adjudication("zaid")
    first.do("goto", position=0)
    first.do("choose", version=1)
    with pytest.raises(EditError, match="noor"):
        second.do("undo")
    first.do("undo")


def test_two_adjudicators_at_once_are_a_conflict_that_somebody_settles(
    open_session: Open, open_adjudication: Open
) -> None:
    annotate(open_session("amal"))
    annotate(open_session("badr"), stance="deny")
    first, second = open_adjudication(), open_adjudication("zaid")
    for each in (first, second):
        each.do("goto", position=0)
    (seen,) = differences(second)
    first.do("choose", version=1)
    with pytest.raises(ConflictError):
        second.do("choose", version=2, difference=seen["id"])
    assert gold(second)["attributions"][0]["stance"] == "affirm"
    second.do("resolve", choice="mine")
    (found,) = differences(second)
    assert (found["chosen"], found["by"]) == (2, "zaid")
    assert gold(second)["attributions"][0]["stance"] == "deny"


def test_a_choice_that_is_sent_again_is_made_once(
    open_session: Open, open_adjudication: Open, store: Store
) -> None:
    annotate(open_session("amal"))
    annotate(open_session("badr"), stance="deny")
    judge = open_adjudication()
    judge.do("goto", position=0)
    for _ in range(2):
        judge.do("choose", version=1, key="f" * 32)
    assert len([each for each in store.rules("port") if "choice" in (each.rule.content or {})]) == 1


def test_who_leaves_takes_their_answers_along_and_gold_stays(
    open_session: Open, open_adjudication: Open, store: Store
) -> None:
    annotate(open_session("amal"))
    annotate(open_session("badr"), stance="deny")
    judge = open_adjudication()
    judge.do("goto", position=0)
    judge.do("choose", version=2)
    store.withdraw("person", "badr", by="noor", reason="asked for it")
    judge.do("goto", position=1)
    judge.do("goto", position=0)
    assert case_of(judge)["answered"] == ["amal"]
    assert gold(judge)["attributions"][0]["stance"] == "deny"


def test_a_share_of_open_sentences_nobody_answered_is_passed_over(
    open_session: Open, open_adjudication: Open
) -> None:
    nothing(open_session("amal"), 3)
    nothing(open_session("badr"), 3)
    judge = open_adjudication()
    assert judge.focus.sentence == "s4"
    assert "no open sentence" in (judge.do("decide", status="done", advance=True).say or "")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_difference_is_said_in_the_language(
    open_session: Open, open_adjudication: Open, language: str
) -> None:
    annotate(open_session("amal"))
    annotate(open_session("badr"), quote=LONGER, stance="deny")
    judge = open_adjudication()
    judge.language = language
    judge.do("goto", position=0)
    for found in differences(judge):
        assert all(each["words"] in found["label"] for each in found["versions"])


def test_who_speaks_of_a_claim_of_another_sentence_waits_until_it_is_settled(
    open_session: Open, open_adjudication: Open
) -> None:
    for name, quote in (("amal", CLAIM), ("badr", LONGER)):
        session = open_session(name)
        annotate(session, quote=quote)
        (claim,) = gold(session)["claims"]
        session.do("goto", position=1)
        session.do("focus", card=claim["id"])
        session.do("mark", role="source", spans=session.find("العاصفة"))
        session.do("stance", value="deny")
        session.do("mark", role="cue", spans=session.find("وأضاف"))
        for position in (0, 1):
            session.do("goto", position=position)
            session.do("decide", status="done")
    judge = open_adjudication()
    judge.do("goto", position=1)
    assert gold(judge, "s2") == {}
    with pytest.raises(UnfinishedError, match="another sentence"):
        judge.do("decide", status="done")
    assert "0 sentences" in (judge.do("accept_unanimous", scope="document").say or "")
    judge.do("goto", position=0)
    judge.do("choose", version=1)
    (claim,) = gold(judge)["claims"]
    (attribution,) = gold(judge, "s2")["attributions"]
    assert attribution["targets"] == (claim["id"],)
    judge.do("decide", status="done")
    judge.do("goto", position=1)
    judge.do("decide", status="done")
    assert gold(judge, "s2")["status"] == "done"
