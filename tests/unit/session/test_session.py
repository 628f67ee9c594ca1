"""One person at work: everything that the widget can do, without a widget."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from workbench.errors import (
    ConflictError,
    EditError,
    StoreUnavailable,
    UnfinishedError,
    UsageError,
)
from workbench.model import Annotation, Attribution, Claim
from workbench.session import Session
from workbench.store import Action, Change, Store


def saved(session: Session, sentence: str = "s1", document: str = "port") -> Annotation:
    """What is in the store now, read afresh."""
    stored = session.store.get_annotations(document, session.layer)
    return stored[sentence].annotation if sentence in stored else Annotation(sentence)


def claims(session: Session) -> tuple[Claim, ...]:
    return saved(session).claims


def attributions(session: Session) -> dict[str, Attribution]:
    return {each.id: each for each in saved(session).attributions}


def mark(session: Session, role: str, *quotes: str, append: bool = False) -> None:
    spans = [span for quote in quotes for span in session.find(quote)]
    session.do("mark", role=role, spans=spans, append=append)


def tag_ships(session: Session) -> None:
    """One finished claim: an unnamed official affirms that the ships arrived."""
    mark(session, "claim", "إن نحو 40 سفينة 🚢 وصلت")
    mark(session, "source", "مسؤول لم تسمه")
    mark(session, "cue", "قوله")
    session.do("stance", value="affirm")


def test_five_operations_make_a_finished_claim(session: Session) -> None:
    tag_ships(session)
    session.do("decide", status="done")

    annotation = saved(session)
    (claim,), (attribution,) = annotation.claims, annotation.attributions
    assert annotation.status == "done"
    assert claim.spans[0].text == "إن نحو 40 سفينة 🚢 وصلت"
    assert attribution.source.realization == "explicit"
    assert attribution.source.spans[0].text == "مسؤول لم تسمه"
    assert attribution.cue is not None
    assert attribution.cue[0].text == "قوله"
    assert (attribution.stance, attribution.certainty) == ("affirm", "certain")
    assert attribution.targets == (claim.id,)


def test_each_slot_is_armed_after_the_one_before(session: Session) -> None:
    slots = []
    for role, quote in [
        ("claim", "إن نحو 40 سفينة 🚢 وصلت"),
        ("source", "مسؤول لم تسمه"),
        ("cue", "قوله"),
    ]:
        mark(session, role, quote)
        slots.append(session.focus.armed.slot if session.focus.armed else None)
    session.do("stance", value="affirm")
    assert slots == ["source", "cue", "stance"]
    assert session.focus.armed is None


def test_a_relay_waits_for_its_cue_although_its_stance_is_given(session: Session) -> None:
    tag_ships(session)
    session.do("relay")
    mark(session, "source", "وكالة المرفأ")
    assert session.focus.armed is not None
    assert session.focus.armed.slot == "cue"
    mark(session, "cue", "نقلت")
    assert session.focus.armed is None


def test_a_stance_may_come_with_its_certainty(session: Session) -> None:
    tag_ships(session)
    session.do("stance", value="doubt", certainty="possible")
    (attribution,) = attributions(session).values()
    assert (attribution.stance, attribution.certainty) == ("doubt", "possible")
    with pytest.raises(EditError, match="probable, possible"):
        session.do("stance", value="doubt", certainty="certain")
    (attribution,) = attributions(session).values()
    assert (attribution.stance, attribution.certainty) == ("doubt", "possible")


def test_the_armed_slot_takes_the_next_selection(session: Session) -> None:
    mark(session, "claim", "إن نحو 40 سفينة 🚢 وصلت")
    session.do("fill", spans=session.find("مسؤول لم تسمه"))
    session.do("fill", spans=session.find("قوله"))
    (attribution,) = attributions(session).values()
    assert attribution.source.spans[0].text == "مسؤول لم تسمه"
    assert attribution.cue is not None
    with pytest.raises(EditError, match="armed slot"):
        session.do("fill", spans=session.find("قوله"))


def test_three_stances_on_one_claim_with_a_relay_an_anchor_and_a_split_cue(
    session: Session,
) -> None:
    tag_ships(session)
    inner = session.focus.attribution
    assert inner is not None
    session.do("relay")
    mark(session, "source", "وكالة المرفأ")
    mark(session, "cue", "نقلت")
    mark(session, "source", "وزارة البحر")
    mark(session, "cue", "نفت")
    mark(session, "anchor", "ذلك")
    session.do("stance", value="deny")
    mark(session, "source", "القصر")
    mark(session, "cue", "رفض", "التعليق")
    session.do("stance", value="decline")
    session.do("decide", status="done")

    (claim,) = claims(session)
    by_source = {a.source.spans[0].text: a for a in attributions(session).values()}
    assert by_source["وكالة المرفأ"].targets == (inner,)
    assert by_source["وكالة المرفأ"].stance == "report"
    assert by_source["وزارة البحر"].anchor[0].text == "ذلك"
    assert [span.text for span in by_source["القصر"].cue or ()] == ["رفض", "التعليق"]
    assert {a.stance for a in by_source.values() if claim.id in a.targets} == {
        "affirm",
        "deny",
        "decline",
    }
    assert by_source["القصر"].certainty is None


def test_a_second_fragment_is_appended(session: Session) -> None:
    mark(session, "claim", "إن نحو 40 سفينة")
    mark(session, "claim", "وصلت", append=True)
    mark(session, "source", "القصر")
    mark(session, "cue", "رفض")
    mark(session, "cue", "التعليق", append=True)
    (attribution,) = attributions(session).values()
    assert [span.text for span in claims(session)[0].spans] == ["إن نحو 40 سفينة", "وصلت"]
    assert [span.text for span in attribution.cue or ()] == ["رفض", "التعليق"]


@pytest.mark.parametrize("realization", ["pro_drop", "implicit", "author"])
def test_a_source_may_have_no_words(session: Session, realization: str) -> None:
    session.do("next")
    mark(session, "claim", "أن العاصفة قد تصل غدا")
    session.do("source_kind", realization=realization)
    session.do("stance", value="affirm")
    session.do("certainty", value="possible")
    session.do("decide", status="done")
    (attribution,) = saved(session, "s2").attributions
    assert attribution.source.realization == realization
    assert attribution.source.spans == ()
    assert attribution.certainty == "possible"


def test_the_writers_own_claim_is_finished_without_a_source(session: Session) -> None:
    mark(session, "claim", "إن نحو 40 سفينة 🚢 وصلت")
    with pytest.raises(UnfinishedError) as refused:
        session.do("decide", status="done")
    assert refused.value.subject == [claims(session)[0].id]
    session.do("writer")
    session.do("decide", status="done")
    assert saved(session).status == "done"
    assert claims(session)[0].voice == "author"


def test_an_anchor_first_waits_for_the_claim_that_is_picked(session: Session) -> None:
    tag_ships(session)
    claim = claims(session)[0].id
    session.do("focus")
    mark(session, "anchor", "ذلك")
    assert session.focus.armed is not None
    assert session.focus.armed.slot == "target"
    session.do("target", target=claim)
    mark(session, "source", "وزارة البحر")
    mark(session, "cue", "نفت")
    session.do("stance", value="deny")
    denial = next(a for a in attributions(session).values() if a.anchor)
    assert (denial.targets, denial.stance) == ((claim,), "deny")


def test_looked_and_found_nothing_differs_from_not_looked(session: Session) -> None:
    assert saved(session).status == "open"
    with pytest.raises(UnfinishedError):
        session.do("decide", status="done")
    session.do("decide", status="done", nothing=True)
    assert saved(session).status == "done"


def test_nothing_here_is_refused_where_something_is(session: Session) -> None:
    tag_ships(session)
    with pytest.raises(EditError, match="has 2"):
        session.do("decide", status="done", nothing=True)


def test_an_edit_voids_the_decision_and_a_flag_does_not(session: Session) -> None:
    tag_ships(session)
    session.do("decide", status="done")
    session.do("flag")
    session.do("comment", text="ask the desk")
    assert (saved(session).status, saved(session).flagged) == ("done", True)
    session.do("focus", card=claims(session)[0].id)
    session.do("unsure")
    assert (saved(session).status, saved(session).comment) == ("open", "ask the desk")


def test_accepting_moves_to_the_next_open_sentence_past_boilerplate(session: Session) -> None:
    session.do("next")
    session.do("decide", status="skipped", advance=True)
    assert session.focus.sentence == "s4"
    session.do("decide", status="done", nothing=True, advance=True)
    assert (session.sheet.id, session.focus.sentence) == ("late", "s1")
    session.do("goto", id="s2")
    session.do("decide", status="skipped", advance=True)
    assert (session.sheet.id, session.focus.sentence) == ("port", "s1")


def test_the_next_day_begins_where_yesterday_ended(
    session: Session, open_session: Callable[..., Session]
) -> None:
    tag_ships(session)
    session.do("next")
    assert open_session().focus.sentence == "s2"


def test_undo_takes_yesterdays_work_back_and_redo_restores_it(
    session: Session, open_session: Callable[..., Session]
) -> None:
    tag_ships(session)
    complete = saved(session)
    today = open_session()
    for _ in range(4):
        today.do("undo")
    assert saved(today) == Annotation("s1")
    for _ in range(4):
        today.do("redo")
    assert saved(today) == complete
    today.do("redo")
    assert saved(today) == complete


def test_deleting_a_claim_takes_what_reaches_nothing_else(session: Session) -> None:
    tag_ships(session)
    session.do("relay")
    mark(session, "source", "وكالة المرفأ")
    session.do("delete", id=claims(session)[0].id)
    assert saved(session) == Annotation("s1")
    session.do("undo")
    assert len(attributions(session)) == 2


def test_deleting_the_inner_attribution_hands_its_target_to_the_relay(session: Session) -> None:
    tag_ships(session)
    inner = session.focus.attribution
    session.do("relay")
    session.do("delete", id=inner)
    (relay,) = attributions(session).values()
    assert relay.targets == (claims(session)[0].id,)


def test_a_target_may_lie_in_another_sentence(session: Session) -> None:
    tag_ships(session)
    session.do("decide", status="done")
    claim = claims(session)[0].id
    session.do("next")
    session.do("focus", card=claim)
    session.do("source_kind", realization="pro_drop")
    session.do("stance", value="doubt")
    (doubt,) = saved(session, "s2").attributions
    assert (doubt.sentence, doubt.targets, doubt.certainty) == ("s2", (claim,), "probable")
    assert saved(session).status == "done"


def test_deleting_across_sentences_is_one_action_and_one_undo(session: Session) -> None:
    test_a_target_may_lie_in_another_sentence(session)
    claim = claims(session)[0].id
    session.do("delete", id=claim)
    assert saved(session, "s2").attributions == ()
    session.do("undo")
    assert claims(session)[0].id == claim
    assert len(saved(session, "s2").attributions) == 1


def test_a_circle_of_relays_is_refused(session: Session) -> None:
    tag_ships(session)
    inner = session.focus.attribution
    session.do("relay")
    outer = session.focus.attribution
    with pytest.raises(EditError, match="circle"):
        session.do("target", attribution=inner, target=outer)


def test_a_certainty_that_the_stance_does_not_allow_is_refused(session: Session) -> None:
    tag_ships(session)
    session.do("stance", value="decline")
    with pytest.raises(EditError, match="decline"):
        session.do("certainty", value="certain")


def test_the_certainty_key_goes_round(session: Session) -> None:
    tag_ships(session)
    seen = []
    for _ in range(3):
        session.do("certainty")
        seen.append(next(iter(attributions(session).values())).certainty)
    assert sorted(filter(None, seen)) == ["certain", "possible", "probable"]


@pytest.mark.parametrize(
    ("start", "end", "text", "message"),
    [
        (1, 5, "خطأ", "another text"),
        (-1, 5, "ونقلت", "0 <= start"),
        (5, 5, "", "0 <= start"),
        (0, 9999, "ونقلت", "0 <= start"),
        (5, 6, " ", "white space"),
    ],
)
def test_spans_that_do_not_fit_the_text_are_refused(
    session: Session, start: int, end: int, text: str, message: str
) -> None:
    with pytest.raises(EditError, match=message):
        session.do("mark", role="claim", spans=[{"start": start, "end": end, "text": text}])
    assert saved(session) == Annotation("s1")


def test_a_repeated_key_is_done_once(
    session: Session, open_session: Callable[..., Session]
) -> None:
    spans = session.find("إن نحو 40 سفينة 🚢 وصلت")
    session.do("mark", key="a" * 32, role="claim", spans=spans)
    session.do("mark", key="a" * 32, role="claim", spans=spans)
    restarted = open_session()
    restarted.do("mark", key="a" * 32, role="claim", spans=spans)
    assert len(claims(restarted)) == 1
    # The slot that the first try armed is armed again: what follows in the outbox finds it.
    restarted.do("fill", spans=restarted.find("مسؤول لم تسمه"))
    assert len(attributions(restarted)) == 1


def test_a_toggle_that_is_sent_twice_is_done_once(session: Session) -> None:
    session.do("flag", key="b" * 32)
    session.do("flag", key="b" * 32)
    assert saved(session).flagged


def write_elsewhere(store: Store, session: Session) -> None:
    """A second notebook of the same person comments on the sentence."""
    change = Change("port", Annotation("s1", comment="from another notebook"), 0)
    store.save(Action("f" * 32, session.layer, "comment", (change,)))


@pytest.mark.parametrize(
    ("choice", "comment"), [("mine", None), ("theirs", "from another notebook")]
)
def test_who_saves_second_decides(
    session: Session, store: Store, choice: str, comment: str | None
) -> None:
    write_elsewhere(store, session)
    with pytest.raises(ConflictError) as refused:
        session.do("flag")
    assert refused.value.mine["s1"].flagged
    assert refused.value.theirs["s1"].annotation.comment == "from another notebook"
    assert saved(session).comment == "from another notebook"
    session.do("resolve", choice=choice)
    assert saved(session).comment == comment
    assert saved(session).flagged == (choice == "mine")


def break_at(store: Store, step: str) -> None:
    """Let the connection break once, at a border of a save."""

    def fail(reached: str) -> None:
        if reached == step:
            store._database.step = lambda _step: None
            raise ConnectionResetError("cut")

    store._database.step = fail


def test_after_a_lost_answer_work_goes_on_where_it_was(session: Session, store: Store) -> None:
    spans = session.find("إن نحو 40 سفينة 🚢 وصلت")
    break_at(store, "committed")
    with pytest.raises(StoreUnavailable):
        session.do("mark", key="a" * 32, role="claim", spans=spans)
    reply = session.do("mark", key="a" * 32, role="claim", spans=spans)
    assert len(reply.delta["annotations"]["s1"]["claims"]) == 1
    session.do("fill", spans=session.find("مسؤول لم تسمه"))
    assert len(claims(session)) == len(attributions(session)) == 1


def test_a_choice_that_could_not_be_saved_can_be_made_again(session: Session, store: Store) -> None:
    write_elsewhere(store, session)
    with pytest.raises(ConflictError):
        session.do("flag")
    break_at(store, "begin")
    with pytest.raises(StoreUnavailable):
        session.do("resolve", key="c" * 32, choice="mine")
    session.do("resolve", key="c" * 32, choice="mine")
    assert saved(session).flagged


def test_layers_do_not_see_each_other(open_session: Callable[..., Session]) -> None:
    first, second = open_session("amal"), open_session("basim")
    tag_ships(first)
    assert saved(second) == Annotation("s1")
    assert first.layer != second.layer


def test_a_stretch_of_boilerplate_can_be_taken_back_and_stays_so(
    session: Session, open_session: Callable[..., Session]
) -> None:
    menu = next(ref for ref in session.sheet.stored.sentences if ref.kind == "boilerplate")
    session.do("segment", start=menu.start, end=menu.end, kind="body")
    session.do("next")
    session.do("next")
    assert session.focus.sentence == menu.sentence
    segment = open_session().sheet.stored.segments[2]
    assert (segment.kind, segment.reason) == ("body", "person")


def test_a_publication_date_is_set_on_the_article_and_must_be_one(session: Session) -> None:
    session.do("date", published="2031-05-02")
    dated = {segment.kind: segment.published for segment in session.sheet.stored.segments}
    assert dated == {"body": "2031-05-02", "boilerplate": None}
    with pytest.raises(EditError):
        session.do("date", published="next Friday")


def test_progress_counts_decisions_outside_boilerplate(session: Session) -> None:
    session.do("decide", status="done", nothing=True, active_s=3.5)
    session.do("flag", value=True)
    progress = session.snapshot()["progress"]
    assert (progress["sentences"], progress["to_decide"]) == (6, 5)
    assert (progress["done"], progress["flagged"], progress["position"]) == (1, 1, 0)


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("fly", {}),
        ("stance", {}),
        ("stance", {"value": "affirm", "mood": "good"}),
        ("goto", {"position": 99}),
        ("goto", {"id": "nobody"}),
        ("mark", {"role": "verb", "spans": []}),
        ("mark", {"role": "claim", "spans": [{"start": 0.5}]}),
        ("focus", {"card": "nobody"}),
        ("decide", {"status": "maybe"}),
    ],
)
def test_what_makes_no_sense_is_refused_in_one_sentence(
    session: Session, name: str, args: dict[str, Any]
) -> None:
    before = session.store.state_hash()
    with pytest.raises((UsageError, EditError), match="Expected"):
        session.do(name, **args)
    assert session.store.state_hash() == before


def test_work_goes_on_in_the_sentence_whose_words_were_marked(
    session: Session, open_session: Callable[..., Session]
) -> None:
    # With the mouse, words of another sentence than the one in focus can be marked.
    session.do("goto", id="s2")
    spans = session.find("العاصفة قد تصل غدا")
    session.do("goto", id="s1")
    session.do("mark", role="claim", spans=spans)
    (claim,) = saved(session, "s2").claims
    assert session.focus.sentence == "s2"
    assert session.focus.card == claim.id
    mark(session, "cue", "أضاف")
    assert [each.sentence for each in saved(session, "s2").attributions] == ["s2"]
    assert open_session().focus.sentence == "s2"


def test_a_source_in_another_sentence_leaves_the_focus_where_its_claim_is(
    session: Session,
) -> None:
    session.do("goto", id="s2")
    mark(session, "claim", "العاصفة قد تصل غدا")
    session.do("goto", id="s1")
    spans = session.find("مسؤول لم تسمه")
    session.do("goto", id="s2")
    card = saved(session, "s2").claims[0].id
    session.do("arm", slot="source", claim=card, attribution=None)
    session.do("fill", spans=spans)
    assert session.focus.sentence == "s2"
    assert saved(session, "s1").attributions[0].targets == (card,)


def test_who_comes_back_after_an_undo_comes_to_where_it_was(
    open_session: Callable[..., Session],
) -> None:
    session = open_session()
    session.do("flag")
    where = session.focus.sentence
    session.do("next")
    session.do("undo")
    assert session.focus.sentence == where
    assert open_session().focus.sentence == where


@pytest.mark.parametrize("slot", ["source", "cue", "stance", "target"])
def test_arming_with_nothing_in_focus_says_what_to_do_first(session: Session, slot: str) -> None:
    with pytest.raises(EditError, match="in focus, there is none") as refused:
        session.do("arm", slot=slot)
    assert refused.value.hint
    assert refused.value.wording is not None


def test_arming_a_slot_on_a_card_with_one_attribution_means_that_one(session: Session) -> None:
    session.do("mark", role="claim", spans=session.find("وصلت"))
    session.do("source_kind", realization="implicit")
    claim = session.focus.card
    session.do("focus", card=claim)
    session.do("arm", slot="target")
    armed = session.focus.armed
    assert armed is not None
    assert armed.attribution == saved(session).attributions[0].id
