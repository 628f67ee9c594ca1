"""Suggestions: shown as what they are, taken, changed or refused, never silently."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import pytest
from msgspec.structs import replace

from tests.unit.session.conftest import MENU, PORT, QUIET, STORM
from workbench.errors import ConflictError, EditError, UsageError
from workbench.model import (
    Annotation,
    Attribution,
    Claim,
    Document,
    Sentence,
    Source,
    Span,
    Suggestion,
)
from workbench.scheme import load_scheme
from workbench.session import Session, SuggestionPlan
from workbench.store import Action, Change, Store

TEXT = f"{PORT}\n{STORM}\n{MENU}\n{QUIET}"
SHIPS, SOME, AGENCY = "إن نحو 40 سفينة 🚢 وصلت", "مسؤول لم تسمه", "وكالة المرفأ"
ORIGIN = "system:claimer@1"


def at(words: str) -> tuple[Span, ...]:
    start = TEXT.index(words)
    return (Span(start, start + len(words), words),)


CLAIM = Claim("c1", "s1", at(SHIPS), "attributed", origin=ORIGIN)
SAID = Attribution(
    "a1",
    "s1",
    Source(at(SOME), "explicit"),
    at("قوله"),
    ("c1",),
    stance="affirm",
    certainty="certain",
    origin=ORIGIN,
)
RELAY = Attribution(
    "a2", "s1", Source(at(AGENCY), "explicit"), at("نقلت"), ("a1",), (), "report", origin=ORIGIN
)
DENIAL = Attribution(
    "a3",
    "s1",
    Source(at("وزارة البحر"), "explicit"),
    at("نفت"),
    ("c1",),
    at("ذلك"),
    "deny",
    "certain",
    origin=ORIGIN,
)
STORM_CLAIM = Claim("c2", "s2", at("أن العاصفة قد تصل غدا"), "author", origin=ORIGIN)
FIRST = Annotation("s1", (CLAIM,), (SAID, RELAY, DENIAL))
SECOND = Annotation("s2", (STORM_CLAIM,))


def import_layer(store: Store, *annotations: Annotation, layer: str = "system:claimer") -> None:
    stored = store.get_annotations("port", layer)
    changes = tuple(
        Change("port", each, stored[each.sentence].revision if each.sentence in stored else 0)
        for each in annotations
    )
    store.save(Action(f"import-{len(list(store.history()))}", layer, "import", changes))


@pytest.fixture
def start(store: Store) -> Callable[..., Session]:
    def start(*sources: Any, held_back: float = 0.0, annotator: str = "amal") -> Session:
        plan = SuggestionPlan(sources or ("system:*",), held_back)
        scheme = load_scheme("claims-sources-stances")
        return Session(store, scheme, annotator, suggestions=plan)

    return start


@pytest.fixture
def session(store: Store, start: Callable[..., Session]) -> Session:
    import_layer(store, FIRST, SECOND)
    return start()


def shown(session: Session, sentence: str = "s1") -> list[dict[str, Any]]:
    part = session.snapshot()["suggestions"].get(sentence)
    return part["items"] if part else []


def words(item: dict[str, Any]) -> str:
    spans = item["spans"] if item["kind"] == "claim" else item["source"]["spans"]
    return str(spans[0]["text"])


def names(session: Session, sentence: str = "s1") -> list[str]:
    return [words(item) for item in shown(session, sentence)]


def id_of(session: Session, wanted: str) -> str:
    return next(str(item["id"]) for item in shown(session) if words(item) == wanted)


def own(session: Session, sentence: str = "s1") -> Annotation:
    stored = session.store.get_annotations("port", session.layer)
    return stored[sentence].annotation if sentence in stored else Annotation(sentence)


def verdicts(session: Session) -> dict[str, str]:
    said = [each.verdict for each in session.store.verdicts(session.layer)]
    return {each.item: each.verdict for each in said}


def focused(session: Session) -> str | None:
    return session.focus.suggestion


# ---------------------------------------------------------------- what is shown


def test_a_layer_of_a_system_is_shown_as_cards_of_its_own(session: Session) -> None:
    assert names(session) == [SHIPS, AGENCY, SOME, "وزارة البحر"]
    assert [item["depth"] for item in shown(session)] == [0, 0, 1, 0]
    assert {item["origin"] for item in shown(session)} == {ORIGIN}
    assert session.snapshot()["annotations"] == {}
    assert own(session) == Annotation("s1")


def test_the_first_suggestion_is_in_focus_on_arrival(session: Session) -> None:
    assert focused(session) == id_of(session, SHIPS)
    session.do("next")
    assert focused(session) == shown(session, "s2")[0]["id"]
    session.do("focus")
    assert focused(session) is None
    session.do("previous")
    session.do("focus", suggestion=id_of(session, AGENCY))
    assert focused(session) == id_of(session, AGENCY)
    with pytest.raises(EditError, match="suggestion"):
        session.do("focus", suggestion="nobody")


def test_without_a_source_nothing_is_suggested(store: Store, start: Callable[..., Session]) -> None:
    import_layer(store, FIRST)
    session = start("system:other", held_back=1.0)
    assert session.snapshot()["suggestions"] == {}
    with pytest.raises(EditError, match="in focus"):
        session.do("take")


def test_what_the_annotator_says_by_hand_is_not_suggested_again(session: Session) -> None:
    session.do("mark", role="claim", spans=at(SHIPS))
    assert names(session) == [AGENCY, SOME, "وزارة البحر"]
    mine = own(session).claims[0].id
    assert next(i for i in shown(session) if words(i) == SOME)["targets"] == [mine]
    session.do("undo")
    assert len(names(session)) == 4


# ---------------------------------------------------------------- taking


def test_a_claim_is_taken_with_all_that_speaks_of_it(session: Session) -> None:
    assert len(shown(session)) == 4
    reply = session.do("take")
    taken = own(session)
    assert [(each.id, each.origin) for each in taken.claims] == [("c1", ORIGIN)]
    assert {each.origin for each in taken.attributions} == {ORIGIN}
    assert {each.id: each.targets for each in taken.attributions} == {
        "a1": ("c1",),
        "a2": ("a1",),
        "a3": ("c1",),
    }
    assert names(session) == []
    assert reply.delta["suggestions"] == {"s1": {"held": False, "revealed": False, "items": []}}
    assert session.focus.card == "c1"
    session.do("decide", status="done")
    assert own(session).status == "done"


def test_an_attribution_brings_what_it_needs_and_leaves_the_rest(session: Session) -> None:
    session.do("take", suggestion=id_of(session, AGENCY))
    assert {each.id for each in own(session).attributions} == {"a1", "a2"}
    assert [each.id for each in own(session).claims] == ["c1"]
    assert names(session) == ["وزارة البحر"]
    assert session.focus.suggestion == id_of(session, "وزارة البحر")
    session.do("take")
    assert own(session).attributions[-1].targets == ("c1",)


def test_a_claim_marked_by_hand_is_used_and_not_copied(session: Session) -> None:
    session.do("mark", role="claim", spans=at(SHIPS))
    mine = own(session).claims[0].id
    session.do("take", suggestion=id_of(session, SOME))
    assert [each.id for each in own(session).claims] == [mine]
    assert own(session).attributions[0].targets == (mine,)
    assert own(session).claims[0].origin == "human"


def test_an_id_in_use_is_replaced_by_one_of_the_operation(
    store: Store, start: Callable[..., Session]
) -> None:
    crooked = Claim("s2", "s1", at("العاصفة"), "author", origin=ORIGIN)
    import_layer(store, Annotation("s1", (crooked,)))
    session = start()
    session.do("goto", id="s2")
    key = "0123456789abcdef" * 2
    session.do("take", key=key)
    assert [each.id for each in own(session, "s2").claims] == [f"c{key[:16]}.0"]
    before = own(session, "s2")
    session.do("take", key=key)
    assert own(session, "s2") == before


def test_taking_voids_a_decision_and_is_undone_whole(session: Session) -> None:
    session.do("decide", status="done", nothing=True)
    assert names(session) == [SHIPS, AGENCY, SOME, "وزارة البحر"]
    session.do("take", suggestion=id_of(session, SHIPS))
    assert own(session).status == "open"
    session.do("undo")
    assert (own(session).status, own(session).claims) == ("done", ())
    assert len(names(session)) == 4
    session.do("redo")
    assert (len(own(session).attributions), names(session)) == (3, [])


def test_changing_takes_it_and_arms_its_source_and_the_origin_stays(session: Session) -> None:
    session.do("take", suggestion=id_of(session, SOME), change=True)
    assert (session.focus.card, session.focus.attribution) == ("c1", "a1")
    assert session.focus.armed is not None
    assert session.focus.armed.slot == "source"
    session.do("fill", spans=at("القصر"))
    session.do("stance", value="deny")
    (changed,) = own(session).attributions
    assert (changed.source.spans, changed.stance, changed.origin) == (at("القصر"), "deny", ORIGIN)
    assert SOME not in names(session)


def test_what_was_taken_and_deleted_does_not_come_back(session: Session) -> None:
    session.do("take")
    session.do("delete", id="c1")
    assert names(session) == []
    assert own(session).attributions == ()


def test_the_history_names_what_was_done(session: Session) -> None:
    session.do("refuse", suggestion=id_of(session, AGENCY))
    session.do("take", suggestion=id_of(session, SOME), change=True)
    session.do("take", suggestion=id_of(session, "وزارة البحر"))
    actions = [row.action for row in session.store.history(session.layer)]
    assert actions == ["refuse suggestion", "change suggestion", "take suggestion"]


# ---------------------------------------------------------------- refusing


def test_what_is_refused_is_remembered_with_what_speaks_of_it(
    session: Session, start: Callable[..., Session], store: Store
) -> None:
    session.do("refuse", suggestion=id_of(session, SOME))
    assert names(session) == [SHIPS, "وزارة البحر"]
    assert own(session) == Annotation("s1")
    assert names(start()) == [SHIPS, "وزارة البحر"]
    assert len(names(start(annotator="badr"))) == 4
    # The same said again, by another version and under other ids, is not another suggestion.
    claim = replace(CLAIM, id="z1", origin="system:claimer@2")
    renamed = replace(SAID, id="z9", origin="system:claimer@2", targets=("z1",))
    import_layer(store, Annotation("s1", (claim,), (renamed,)))
    assert names(start()) == [SHIPS]


def test_a_refusal_leaves_the_decision_and_can_be_undone(session: Session) -> None:
    session.do("decide", status="done", nothing=True)
    session.do("refuse", suggestion=id_of(session, SHIPS))
    assert (names(session), own(session).status) == ([], "done")
    session.do("undo")
    assert len(names(session)) == 4
    assert set(verdicts(session).values()) == {"ignored"}
    session.do("redo")
    assert names(session) == []


def test_what_was_answered_cannot_be_answered_again(session: Session) -> None:
    name = id_of(session, SOME)
    session.do("refuse", suggestion=name)
    for operation in ("take", "refuse"):
        with pytest.raises(EditError, match="waits for an answer"):
            session.do(operation, suggestion=name)


# ---------------------------------------------------------------- deciding


def test_deciding_leaves_suggestions_untaken_and_says_so(session: Session) -> None:
    session.do("take", suggestion=id_of(session, SOME))
    reply = session.do("decide", status="done")
    assert "2 suggestions left untaken" in (reply.say or "")
    assert [each.id for each in own(session).attributions] == ["a1"]
    assert sorted(verdicts(session).values()) == ["ignored", "ignored", "taken", "taken"]
    assert names(session) == [AGENCY, "وزارة البحر"]


def test_what_was_said_by_hand_counts_as_the_same(session: Session) -> None:
    session.do("mark", role="claim", spans=at(SHIPS))
    session.do("writer")
    session.do("decide", status="done")
    assert sorted(verdicts(session).values()) == ["ignored", "ignored", "ignored", "matched"]


# ---------------------------------------------------------------- held back


def test_held_back_sentences_show_nothing_until_they_are_decided(
    store: Store, start: Callable[..., Session]
) -> None:
    import_layer(store, FIRST)
    session = start(held_back=1.0)
    assert session.snapshot()["suggestions"]["s1"] == {"held": True, "revealed": False, "items": []}
    # That nothing is suggested for a sentence is held back as well.
    assert session.snapshot()["suggestions"]["s2"]["held"]
    assert session.focus.suggestion is None
    session.do("decide", status="done", nothing=True)
    part = session.snapshot()["suggestions"]["s1"]
    assert (part["held"], part["revealed"], len(part["items"])) == (False, True, 4)
    assert set(verdicts(session).values()) == {"held"}
    # What was seen is not hidden again.
    session.do("undo")
    assert not session.snapshot()["suggestions"]["s1"]["held"]


def test_a_suggestion_that_would_reveal_a_held_back_one_waits_too(
    store: Store, start: Callable[..., Session]
) -> None:
    doubt = Attribution(
        "a9", "s2", Source((), "implicit"), at("أضاف"), ("c1",), (), "doubt", "probable"
    )
    import_layer(store, FIRST, Annotation("s2", (), (doubt,)))
    assert len(shown(start(), "s2")) == 1
    plans = [SuggestionPlan(("system:*",), 0.5, seed) for seed in range(64)]
    only_first = next(
        plan
        for plan in plans
        if plan.is_held_back("port", "s1") and not plan.is_held_back("port", "s2")
    )
    session = Session(store, load_scheme("claims-sources-stances"), "amal", None, only_first)
    assert shown(session, "s2") == []
    session.do("decide", status="skipped")
    assert len(shown(session, "s2")) == 1


def test_the_share_is_about_what_was_asked_for_and_follows_from_the_seed() -> None:
    plan = SuggestionPlan((), 0.2, seed=7)
    held = [plan.is_held_back("d", f"s{number}") for number in range(2000)]
    assert 340 < sum(held) < 460
    assert held == [plan.is_held_back("d", f"s{number}") for number in range(2000)]
    other = SuggestionPlan((), 0.2, seed=8)
    assert held != [other.is_held_back("d", f"s{number}") for number in range(2000)]
    everything = SuggestionPlan((), 1.0)
    assert all(everything.is_held_back("d", f"s{number}") for number in range(50))


@pytest.mark.parametrize("wrong", [{"held_back": 1.5}, {"sources": ("gold",)}, {"sources": (3,)}])
def test_a_plan_that_makes_no_sense_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match="Expected"):
        SuggestionPlan(**wrong)


# ---------------------------------------------------------------- functions


def suggest_ships(document: Document, sentences: Sequence[Sentence]) -> Iterator[Suggestion]:
    """Suggest every mention of ships, held by whoever said it."""
    for sentence in sentences:
        start = document.text.find(SHIPS, sentence.start, sentence.end)
        if start >= 0:
            span = Span(start, start + len(SHIPS), SHIPS)
            yield Suggestion(Claim(f"c.{sentence.id}", sentence.id, (span,), "author"), 0.875)


def test_a_function_suggests_with_a_score_and_a_name(start: Callable[..., Session]) -> None:
    session = start(suggest_ships)
    (item,) = shown(session)
    assert (item["origin"], item["score"]) == ("suggestion:suggest_ships@0", 0.875)
    session.do("take")
    assert own(session).claims[0].origin == "suggestion:suggest_ships@0"
    assert own(session).claims[0].voice == "author"


def test_a_function_is_asked_once_a_document_and_only_when_it_is_opened(
    start: Callable[..., Session],
) -> None:
    asked = []

    def count(document: Document, _: Sequence[Sentence]) -> Iterable[Claim]:
        asked.append(document.id)
        return []

    session = start(count)
    session.do("next")
    session.snapshot()
    assert asked == ["port"]
    session.do("goto", id="late")
    session.do("goto", id="port")
    assert asked == ["port", "late"]


def test_a_function_that_fails_breaks_nothing(store: Store, start: Callable[..., Session]) -> None:
    import_layer(store, FIRST)

    def fail(_: Document, __: Sequence[Sentence]) -> Iterator[Claim]:
        yield CLAIM
        raise SystemExit("<b>no model</b>")

    session = start(fail, "system:claimer")
    (warning,) = session.snapshot()["project"]["warnings"]
    assert "suggestion:fail@0" in warning
    assert "<b>no model</b>" in warning
    assert len(names(session)) == 4
    session.do("decide", status="skipped")
    assert own(session).status == "skipped"


@pytest.mark.parametrize(
    "wrong",
    [
        Claim("x", "s1", (Span(0, 5, "other"),), "author"),
        Claim("x", "s1", (Span(3, 900, "x"),), "author"),
        Claim("x", "s1", (Span(PORT.index(" "), PORT.index(" ") + 1, " "),), "author"),
        Claim("x", "nowhere", (), "author", proposition="نعم"),
        Claim("x", "s1", (), "author"),
        Claim("x", "s1", ("no span",), "author"),  # type: ignore[arg-type]
        Claim("x", "s1", (), "author", proposition="\ud800"),
        Attribution(
            "x", "s1", Source(at(SOME), "explicit"), None, ("gone",), (), "affirm", "certain"
        ),
        replace(SAID, id="x", targets=("gone",)),
        replace(SAID, id="x", targets=("x",)),
        replace(SAID, id="x", targets=()),
        replace(SAID, id="x", source=Source((), "explicit")),
        replace(SAID, id="x", stance="cheer", certainty=None),
        replace(SAID, id="x", certainty="sure"),
        replace(CLAIM, proposition="the same id twice"),
    ],
)
def test_what_does_not_fit_is_not_shown(
    start: Callable[..., Session], wrong: Claim | Attribution
) -> None:
    session = start(lambda *_: [CLAIM, wrong])
    assert names(session) == [SHIPS]
    (warning,) = session.snapshot()["project"]["warnings"]
    assert warning.startswith("1 suggestion of suggestion:_lambda_@0 did not fit")


def test_something_else_than_suggestions_is_told(start: Callable[..., Session]) -> None:
    session = start(lambda *_: ["a claim"])
    (warning,) = session.snapshot()["project"]["warnings"]
    assert "got a str" in warning


def test_features_that_the_project_has_not_turned_on_are_left_out(
    start: Callable[..., Session],
) -> None:
    claim = Claim("c1", "s1", at(SHIPS), "author", features={"claim_type": "event"})
    session = start(lambda *_: [claim])
    assert shown(session)[0]["features"] == {}


# ---------------------------------------------------------------- sentences that change


def test_what_was_said_of_suggestions_outlives_a_split_and_its_undo(session: Session) -> None:
    session.do("refuse", suggestion=id_of(session, AGENCY))
    session.do("take", suggestion=id_of(session, SOME))
    assert names(session) == ["وزارة البحر"]
    session.do("split", at=TEXT.index("ونفت وزارة البحر"), confirmed=True)
    first, second = (ref.sentence for ref in session.sheet.stored.sentences[:2])
    assert names(session, first) == []
    assert names(session, second) == ["وزارة البحر"]
    session.do("goto", id=second)
    session.do("take")
    assert [each.targets for each in own(session, second).attributions] == [("c1",)]
    for left in (["وزارة البحر"], ["وزارة البحر"]):
        session.do("undo")
        assert [words(item) for item in _all(session)] == left
    assert session.sheet.stored.sentences[0].sentence == "s1"
    session.do("undo")
    session.do("undo")
    assert names(session) == [SHIPS, AGENCY, SOME, "وزارة البحر"]
    assert session.store.check() == ()


def _all(session: Session) -> list[dict[str, Any]]:
    parts = session.snapshot()["suggestions"].values()
    return [item for part in parts for item in part["items"] if item["sentence"] != "s2"]


def test_who_settles_a_conflict_for_themselves_keeps_the_verdict(
    session: Session, store: Store
) -> None:
    change = Change("port", Annotation("s1", comment="from another notebook"), 0)
    store.save(Action("f" * 32, session.layer, "comment", (change,)))
    suggestion = id_of(session, SHIPS)
    with pytest.raises(ConflictError):
        session.do("take", suggestion=suggestion)
    assert store.verdicts(session.layer) == ()
    session.do("resolve", choice="mine")
    verdicts = [each.verdict for each in store.verdicts(session.layer)]
    assert suggestion in {each.item for each in verdicts if each.verdict == "taken"}
    assert {each.own for each in verdicts} <= {
        *(claim.id for claim in own(session).claims),
        *(attribution.id for attribution in own(session).attributions),
    }
    session.do("undo")
    assert suggestion in {each["id"] for each in shown(session)}
