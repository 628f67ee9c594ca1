"""Claims of other articles stand beside the one in focus: keys and mouse say how they relate."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.page_fixture import (
    ARTICLE,
    AnnotatorPage,
    make_document,
    make_store,
    open_session,
)
from tests.browser.test_widget_access import violations
from workbench.store import Store

CLAIM = "إن نحو 2000 طن من القمح وصلت إلى الميناء"
CLOSED = "الميناء سيغلق أسبوعا"
AGENCY = "إن نحو 2000 طن من القمح وصلت إلى الميناء الشمالي"
OLD = "إن القمح في الميناء قديم"
MORE = "أن نحو 2500 طن من القمح وصلت إلى الميناء"
ARRIVAL = "وصول القمح إلى الميناء"
NORTH = (
    ("headline", "قمح الشمال"),
    ("body", f"قالت وكالة المرفأ {AGENCY}."),
    ("body", f"قال بحار {OLD}."),
)
SOUTH = (
    ("headline", "قمح الجنوب"),
    ("body", f"أعلنت وزارة البحر {MORE}."),
    ("body", f"نفى القصر {ARRIVAL}."),
)
LAYER = "annotator:a01"

Start = Callable[..., AnnotatorPage]


def annotate(store: Store) -> None:
    """Mark five claims in three articles, each with who holds it."""
    session = open_session(store, at=None)
    held = [
        ("port-s3", CLAIM, "مسؤول لم تسمه", "affirm"),
        ("port-s5", CLOSED, None, "affirm"),
        ("north-s1", AGENCY, "وكالة المرفأ", "affirm"),
        ("north-s2", OLD, "بحار", "affirm"),
        ("south-s1", MORE, "وزارة البحر", "affirm"),
        ("south-s2", ARRIVAL, "القصر", "deny"),
    ]
    for sentence, words, source, stance in held:
        session.do("goto", id=sentence, document=sentence.partition("-")[0])
        session.do("mark", role="claim", spans=session.find(words))
        if source is None:
            session.do("source_kind", realization="pro_drop")
        else:
            session.do("mark", role="source", spans=session.find(source))
        session.do("stance", value=stance)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    lines = {"port": ARTICLE, "north": NORTH, "south": SOUTH}
    with make_store(
        tmp_path, *(make_document(name, each) for name, each in lines.items())
    ) as store:
        annotate(store)
        yield store


@pytest.fixture
def start(page: Page, store: Store) -> Iterator[Start]:
    """Return ``start(**settings)``: a page with the claim of the port in focus."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))

    def _start(**settings: Any) -> AnnotatorPage:
        session = open_session(store)
        if settings:
            session.do("settings", **settings)
        (claim,) = store.get_annotations("port", LAYER)["port-s3"].annotation.claims
        session.do("goto", id=claim.id)
        annotator = AnnotatorPage(page, session).open()
        page.locator(".wb-other").first.wait_for()
        return annotator

    yield _start
    page.evaluate("() => window.closeWidget?.()")
    assert errors == []


def other(annotator: AnnotatorPage, words: str) -> Locator:
    return annotator.page.locator(".wb-other", has=annotator.page.get_by_text(words, exact=True))


def here(annotator: AnnotatorPage) -> Locator:
    return annotator.page.locator(".wb-other:focus")


def go_to(annotator: AnnotatorPage, words: str) -> None:
    """Bring the focus of the panel to a candidate, by its number."""
    number = other(annotator, words).locator("kbd").first.inner_text()
    annotator.press(f"Digit{number}")
    expect(here(annotator)).to_contain_text(words)


def said(store: Store) -> set[tuple[str, str, str]]:
    """What was said of pairs: the relation, from which article, to which."""
    return {(each.relation, each.start.document, each.end.document) for each in store.links(LAYER)}


def clusters(store: Store) -> dict[str, str | None]:
    """The cluster of each claim, by its words."""
    stored = [store.get_annotations(each, LAYER) for each in ("port", "north", "south")]
    return {
        claim.spans[0].text: claim.cluster
        for each in stored
        for one in each.values()
        for claim in one.annotation.claims
    }


def test_relations_are_said_by_keyboard_alone(start: Start, store: Store) -> None:
    annotator = start()
    page = annotator.page
    expect(page.locator(".wb-other")).to_have_count(4)  # not the claim of its own article
    expect(page.locator(".wb-linking-head")).to_contain_text("0 of 4 judged")
    annotator.press("8")
    expect(here(annotator)).to_have_attribute("aria-current", "true")
    go_to(annotator, AGENCY)
    # the same key under an Arabic layout: what it types does not matter
    page.evaluate(
        "() => document.activeElement.dispatchEvent(new KeyboardEvent('keydown',"
        " {code: 'KeyS', key: 'س', bubbles: true, composed: true, cancelable: true}))"
    )
    annotator.settle()
    expect(other(annotator, AGENCY)).to_have_attribute("data-relation", "same")
    expect(page.locator(".wb-card.on .wb-cluster")).to_contain_text("2 claims, 2 articles")
    go_to(annotator, MORE)
    annotator.press("c")
    go_to(annotator, ARRIVAL)
    annotator.press("Shift+U")
    expect(other(annotator, ARRIVAL)).to_have_attribute("data-relation", "updates reversed")
    expect(here(annotator)).to_contain_text(OLD)  # the only one left
    annotator.press("n")
    expect(page.locator(".wb-linking-head")).to_contain_text("4 of 4 judged")
    assert said(store) == {
        ("same", "north", "port"),
        ("contradicts", "port", "south"),
        ("updates", "south", "port"),
        ("none", "north", "port"),
    }
    found = clusters(store)
    assert found[CLAIM] == found[AGENCY] is not None
    assert {found[each] for each in (OLD, MORE, ARRIVAL, CLOSED)} == {None}
    annotator.press("Control+z")
    expect(other(annotator, OLD)).to_have_attribute("data-relation", "open")
    go_to(annotator, MORE)
    annotator.press("Delete")
    expect(other(annotator, MORE)).to_have_attribute("data-relation", "open")
    annotator.press("]")
    page.wait_for_selector(".wb[data-sentence='port-s5']")
    assert page.evaluate("() => document.activeElement.closest('.wb-linking') !== null")
    annotator.press("Escape")
    expect(annotator.pane).to_be_focused()


def test_where_the_panel_goes_away_the_text_has_the_focus(start: Start) -> None:
    annotator = start()
    annotator.press("8", "PageDown")  # a sentence without claims
    annotator.page.wait_for_selector(".wb[data-sentence='port-s4']")
    expect(annotator.page.locator(".wb-linking")).to_be_hidden()
    expect(annotator.pane).to_be_focused()
    annotator.press("f")
    assert annotator.annotation()["flagged"]


def test_a_second_key_is_about_the_next_claim_however_quick(start: Start, store: Store) -> None:
    annotator = start()
    annotator.press("8", "1")
    first = here(annotator).get_attribute("data-other")
    annotator.page.keyboard.press("s")
    annotator.page.keyboard.press("n")
    annotator.settle()
    expect(annotator.page.locator("[data-relation='none']")).to_have_count(1)
    (same,) = [each for each in store.links(LAYER) if each.relation == "same"]
    ends = {f"{each.document} {each.claim}" for each in (same.start, same.end)}
    assert first in ends
    assert [each.relation for each in store.links(LAYER)].count("none") == 1


def test_no_key_among_other_articles_changes_the_claim(start: Start, store: Store) -> None:
    annotator = start()
    before = annotator.annotation()
    annotator.press("8", "w", "t", "Space", "9", "x")
    assert annotator.annotation() == before
    expect(here(annotator)).to_be_visible()


def test_an_answer_for_a_claim_that_is_left_is_dropped(start: Start) -> None:
    annotator = start()
    page = annotator.page
    late: list[dict[str, Any]] = []

    def keep(message: dict[str, Any]) -> list[dict[str, Any]] | None:
        if message.get("name") != "candidates" or late:
            return None
        late.append(message)
        return []

    annotator.before = keep
    annotator.press("g")
    page.keyboard.type("6")
    annotator.press("Enter")
    page.locator(".wb-card").click()
    closed = page.locator(".wb-card.on").get_attribute("data-claim")
    page.wait_for_function(
        "id => model.sent.some(each => each.name === 'candidates' && each.args.id === id)",
        arg=closed,
    )
    annotator.press("g")
    page.keyboard.type("4")
    annotator.press("Enter")
    page.locator(".wb-card").click()
    page.locator(".wb-other").first.wait_for()
    before = page.locator(".wb-linking").inner_text()
    for message in late:
        answer = {"t": "answer", "view": message["view"], "key": message["key"], "error": None}
        page.evaluate(
            "answer => model.receive(answer)",
            {
                **answer,
                "result": {"claim": message["args"]["id"], "cluster": None, "candidates": []},
            },
        )
    assert page.locator(".wb-linking").inner_text() == before


def test_the_mouse_does_all_of_it(start: Start, store: Store) -> None:
    annotator = start()
    page = annotator.page
    other(annotator, MORE).click()
    other(annotator, MORE).locator("[data-operation='linking contradicts']").click()
    expect(other(annotator, MORE)).to_have_attribute("data-relation", "contradicts")
    other(annotator, AGENCY).click()
    other(annotator, AGENCY).locator("summary").click()
    other(annotator, AGENCY).locator("[data-operation='linking restates reversed']").click()
    expect(other(annotator, AGENCY)).to_have_attribute("data-relation", "restates reversed")
    assert said(store) == {("contradicts", "port", "south"), ("restates", "north", "port")}
    other(annotator, MORE).click()
    other(annotator, MORE).locator("[data-operation='linking clear']").click()
    expect(other(annotator, MORE)).to_have_attribute("data-relation", "open")
    page.locator(".wb-linking-head").click()
    expect(page.locator(".wb-other")).to_have_count(0)
    page.locator(".wb-linking-head").click()
    other(annotator, AGENCY).click()
    other(annotator, AGENCY).locator("[data-operation='linking open']").click()
    page.wait_for_selector(".wb[data-document='north'][data-sentence='north-s1']")
    expect(page.locator(".wb-card.on")).to_contain_text(AGENCY)
    expect(page.locator(".wb-card.on .wb-cluster")).to_contain_text("2 claims, 2 articles")
    page.locator(".wb-origin").click()
    page.wait_for_selector(".wb[data-document='port'][data-sentence='port-s3']")
    page.keyboard.press("Shift+L")
    expect(page.locator(".wb-listed .wb-cluster")).to_contain_text(["2 claims, 2 articles"])


def test_a_clusters_proposition_is_proposed_and_written(start: Start, store: Store) -> None:
    annotator = start()
    page = annotator.page
    annotator.press("8", "e")
    expect(page.locator(".wb-notice")).to_contain_text("in no cluster")
    go_to(annotator, AGENCY)
    annotator.press("s")
    expect(page.locator(".wb-own-cluster .wb-hollow")).to_be_visible()
    assert all(each.proposition is None for each in store.cluster_lines(LAYER).values())
    annotator.press("e")
    field = page.locator("dialog textarea")
    expect(field).to_have_value("نحو 2000 طن من القمح وصلت إلى الميناء")
    field.fill("وصل إلى الميناء نحو 2000 طن من القمح.")
    page.locator("dialog .wb-primary").click()
    annotator.settle()
    written = page.locator(".wb-own-cluster .wb-words")
    expect(written).to_have_text("وصل إلى الميناء نحو 2000 طن من القمح.")
    expect(page.locator(".wb-own-cluster .wb-hollow")).to_have_count(0)
    (line,) = store.cluster_lines(LAYER).values()
    assert line.proposition == "وصل إلى الميناء نحو 2000 طن من القمح."
    assert page.evaluate("() => document.activeElement.closest('.wb-linking') !== null")


def test_what_is_refused_is_said_and_waits_again(start: Start, store: Store) -> None:
    annotator = start()
    annotator.press("8")
    go_to(annotator, OLD)
    colleague = open_session(store, at=None)
    (claim,) = store.get_annotations("north", LAYER)["north-s2"].annotation.claims
    colleague.do("goto", id=claim.id, document="north")
    colleague.do("delete")
    annotator.press("s")
    expect(annotator.page.locator(".wb-notice.wb-error")).to_be_visible()
    expect(annotator.page.locator("[data-pending]")).to_have_count(0)
    expect(other(annotator, OLD)).to_have_count(0)
    assert store.links(LAYER) == ()


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_axe_finds_nothing(start: Start, theme: str, language: str) -> None:
    annotator = start(theme=theme, language=language)
    annotator.page.emulate_media(reduced_motion="reduce")
    annotator.press("8")
    go_to(annotator, AGENCY)
    annotator.press("s", "c")
    annotator.page.locator(".wb-own-cluster").wait_for()
    assert violations(annotator) == []


def test_in_arabic_the_panel_runs_from_right_to_left(start: Start) -> None:
    annotator = start(language="ar")
    page = annotator.page
    annotator.press("8")
    head = page.locator(".wb-linking-head")
    expect(head).to_contain_text("في مقالات أخرى")
    cap, name = head.locator("kbd").bounding_box(), head.locator("b").bounding_box()
    assert cap
    assert name
    assert cap["x"] > name["x"]
    told = here(annotator).get_attribute("aria-label") or ""
    assert "ينتظر الحكم" in told


def test_who_has_one_article_sees_no_panel(annotator: AnnotatorPage) -> None:
    annotator.select(CLAIM)
    annotator.press("1", "8")
    expect(annotator.page.locator(".wb-linking")).to_contain_text("No claim of another article")
    annotator.press("Escape")
    expect(annotator.page.locator(".wb-linking")).to_be_hidden()


def test_a_claim_with_no_word_in_common_is_found_by_its_own(start: Start, store: Store) -> None:
    annotator = start()
    page = annotator.page
    annotator.press("8", "f")
    page.locator("dialog input").fill("سيغلق أسبوعا")
    annotator.press("Enter")
    expect(page.locator(".wb-linking > .wb-hint")).to_contain_text("سيغلق أسبوعا")
    expect(here(annotator)).to_contain_text(CLOSED)  # of the same article
    annotator.press("s")
    expect(other(annotator, CLOSED)).to_have_attribute("data-relation", "same")
    found = clusters(store)
    assert found[CLAIM] == found[CLOSED] is not None
    annotator.press("f")
    page.locator("dialog input").fill("")
    annotator.press("Enter")
    expect(page.locator(".wb-linking > .wb-hint")).to_have_count(0)
    expect(other(annotator, AGENCY)).to_be_visible()


def test_more_shows_the_claims_of_the_same_article(start: Start) -> None:
    annotator = start()
    annotator.press("8")
    expect(other(annotator, CLOSED)).to_have_count(0)
    annotator.press("m")
    expect(other(annotator, CLOSED)).to_contain_text("this article")
