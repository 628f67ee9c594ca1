"""Differences between annotators are settled in the annotator itself, by keys or by mouse."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.page_fixture import AnnotatorPage, make_store, open_session
from tests.browser.test_widget_access import violations
from tests.browser.test_widget_marks import LAYOUT
from workbench.scheme import load_scheme
from workbench.session import AdjudicationPlan, Session
from workbench.store import Store

ARRIVED = "وصلت سفينتان إلى ميناء مرسى النور فجر الجمعة"
CLAIM, SHORTER = "إن نحو 2000 طن من القمح وصلت إلى الميناء", "نحو 2000 طن من القمح وصلت إلى الميناء"
SOME, MINISTRY = "مسؤول لم تسمه", "وزارة البحر"
CLOSED = "الميناء سيغلق أسبوعا"
PEOPLE = {"amal": "Amal Haddad", "badr": "Badr Salem", "dana": "Dana Aziz"}

Start = Callable[..., AnnotatorPage]


def answer(store: Store, name: str) -> None:
    """Answer five sentences as a person with a mind of their own."""
    session = open_session(store, PEOPLE[name], at="port-s2")

    def mark(role: str, words: str) -> None:
        session.do("mark", role=role, spans=session.find(words))

    mark("claim", ARRIVED)
    session.do("writer")
    session.do("decide", status="done", advance=True)
    mark("claim", SHORTER if name == "badr" else CLAIM)
    mark("source", SOME)
    session.do("stance", value="noncommittal" if name == "dana" else "affirm")
    if name == "amal":
        session.do("arm", slot="source", claim=session.focus.card, attribution=None)
        mark("source", MINISTRY)
        session.do("stance", value="deny")
    session.do("decide", status="done", advance=True)
    session.do("decide", status="done", nothing=True, advance=True)
    if name == "amal":
        mark("claim", CLOSED)
        session.do("source_kind", realization="pro_drop")
        session.do("stance", value="affirm")
    session.do("decide", status="done", nothing=name != "amal", advance=True)
    if name != "dana":  # who has not come to the last one yet
        session.do("decide", status="done", nothing=True)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with make_store(tmp_path) as store:
        for name in PEOPLE:
            answer(store, name)
        yield store


@pytest.fixture
def start(page: Page, store: Store) -> Iterator[Start]:
    """Return ``start(hide_names=False)``: a page of who adjudicates."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))

    def _start(*, at: str = "port-s3", **plan: Any) -> AnnotatorPage:
        scheme = load_scheme("claims-sources-stances")
        session = Session(store, scheme, "noor", adjudication=AdjudicationPlan(**plan))
        session.do("goto", id=at)
        return AnnotatorPage(page, session).open()

    yield _start
    page.evaluate("() => window.closeWidget?.()")
    assert errors == []


def here(annotator: AnnotatorPage) -> Locator:
    """The difference in focus."""
    return annotator.page.locator(".wb-difference.on")


def kinds(annotator: AnnotatorPage, settled: str) -> list[str]:
    found = annotator.page.locator(
        f".wb-difference[data-settled='{settled}'] .wb-difference-head b"
    )
    return found.all_inner_texts()


def golds(store: Store) -> dict[str, Any]:
    stored = store.get_annotations("port", "gold")
    return {sentence: each.annotation for sentence, each in stored.items()}


def focused(annotator: AnnotatorPage, selector: str) -> bool:
    found: bool = annotator.page.evaluate(
        "selector => document.activeElement.matches(selector)", selector
    )
    return found


def test_all_differences_are_settled_by_keyboard_alone(start: Start, store: Store) -> None:
    annotator = start()
    page = annotator.page
    annotator.press("z")
    assert focused(annotator, "[data-difference][aria-current='true']")
    assert sorted(kinds(annotator, "open")) == ["edges", "source", "stance"]
    for _ in range(20):
        if not kinds(annotator, "open"):
            break
        kind = here(annotator).locator(".wb-difference-head b").inner_text()
        takes_second = kind == "stance"
        if takes_second:
            # the same key under another layout: what it types does not matter
            page.evaluate(
                "() => document.activeElement.dispatchEvent(new KeyboardEvent('keydown',"
                " {code: 'Digit2', key: '٢', bubbles: true, composed: true, cancelable: true}))"
            )
            annotator.settle()
        else:
            annotator.press("1")
        expect(page.locator(".wb-live")).to_contain_text(f"Version {2 if takes_second else 1}")
        assert focused(annotator, ".wb-differences *")
    expect(page.locator(".wb-case")).to_have_attribute("data-case", "settled")
    annotator.press("Enter")  # on to the next open one: the focus stays among differences
    page.wait_for_selector(".wb[data-sentence='port-s4']")
    assert focused(annotator, ".wb-case")
    expect(page.locator(".wb-case")).to_contain_text("All agree: nothing here.")
    annotator.press("Enter")
    page.wait_for_selector(".wb[data-sentence='port-s5']")
    assert focused(annotator, "[data-difference]")
    assert kinds(annotator, "open") == ["not found by all"]
    annotator.press("n")  # one had found a claim; gold says that there is none
    page.wait_for_selector(".wb[data-sentence='port-s6']")
    expect(page.locator(".wb-incomplete")).to_contain_text("Not answered yet")
    annotator.press("Enter")
    page.wait_for_selector(".wb[data-sentence='port-s2']")
    annotator.press("Enter")
    expect(page.locator(".wb-save")).to_contain_text("Saved")
    gold = golds(store)
    done = [f"port-s{number}" for number in (2, 3, 4, 5, 6)]
    assert {sentence: gold[sentence].status for sentence in done} == dict.fromkeys(done, "done")
    assert [len(gold[sentence].claims) for sentence in done] == [1, 1, 0, 0, 0]
    stances = {each.source.spans[0].text: each.stance for each in gold["port-s3"].attributions}
    assert stances == {SOME: "noncommittal", MINISTRY: "deny"}


def test_edited_afresh_is_one_key_there_and_one_back(start: Start, store: Store) -> None:
    annotator = start()
    annotator.press("z")
    while "stance" not in here(annotator).inner_text():
        annotator.press("1")
    annotator.press("Escape")
    expect(annotator.pane).to_be_focused()
    annotator.press("e")  # a third stance, which nobody had
    annotator.press("z")
    assert focused(annotator, "[data-difference]")
    afresh = annotator.page.locator("[data-settled='own']", has_text="stance")
    expect(afresh).to_contain_text("edited afresh")
    stances = {each.stance for each in golds(store)["port-s3"].attributions}
    assert "doubt" in stances
    annotator.press("ArrowUp", "ArrowUp", "ArrowDown")
    assert focused(annotator, "[data-difference]")
    # with the focus in the text the same digit marks
    annotator.press("z")
    annotator.select("التعليق")
    annotator.press("1")
    assert "التعليق" in [
        span.text for claim in golds(store)["port-s3"].claims for span in claim.spans
    ]


def test_the_mouse_does_all_of_it_and_undo_takes_it_back(start: Start, store: Store) -> None:
    annotator = start()
    page = annotator.page
    edges = page.locator(".wb-difference", has_text="edges")
    edges.locator("[data-version='2']").click()
    annotator.settle()
    edges = page.locator(".wb-difference", has_text="edges")
    expect(edges).to_have_attribute("data-settled", "settled")
    assert golds(store)["port-s3"].claims[0].spans[0].text == SHORTER
    edges.click()
    expect(page.locator("[data-version='2'][data-verdict='accepted'] > i")).to_have_text("✓")
    expect(page.locator("[data-verdict='rejected'] > i").first).to_have_text("✗")
    annotator.press("Control+z")
    expect(page.locator(".wb-difference", has_text="edges")).to_have_attribute(
        "data-settled", "open"
    )
    page.locator(".wb-difference.on [data-operation='gap']").click()
    annotator.settle()
    expect(here(annotator).locator(".wb-gap")).to_contain_text("guideline gap")
    here(annotator).locator("[data-operation='ruling remark']").click()
    page.keyboard.type("انظر الفصل الثاني")
    page.locator("dialog .wb-primary").click()
    annotator.settle()
    expect(here(annotator).locator(".wb-remark")).to_have_text("انظر الفصل الثاني")


def test_what_all_agree_on_is_accepted_in_one_go(start: Start, store: Store) -> None:
    annotator = start()
    page = annotator.page
    annotator.press("Shift+KeyA")
    expect(page.locator("dialog")).to_contain_text("3 sentences of this article wait")
    page.keyboard.press("Escape")
    annotator.press("Shift+KeyA")
    page.locator("dialog .wb-primary").click()
    expect(page.locator(".wb-live")).to_contain_text("3 sentences accepted")
    done = {sentence for sentence, each in golds(store).items() if each.status == "done"}
    assert done == {"port-s2", "port-s4", "port-s6"}
    expect(page.locator(".wb-row[data-index='2'] .wb-m-status")).to_have_text("✓")
    expect(page.locator(".wb-row[data-index='5'] .wb-m-case")).to_contain_text("◇")


def test_a_version_outlines_its_words_and_moves_no_letter(start: Start) -> None:
    annotator = start()
    page = annotator.page
    before = page.evaluate(LAYOUT, 3)
    looked = annotator.sentence(3).locator("mark.wb-looked")
    edges = page.locator(".wb-difference", has_text="edges")
    edges.locator("[data-version='2']").hover()
    expect(looked.first).to_be_visible()
    assert "".join(looked.all_inner_texts()) == SHORTER
    assert page.evaluate(LAYOUT, 3) == [pytest.approx(box, abs=0.5) for box in before]
    annotator.pane.hover()
    expect(looked).to_have_count(0)
    annotator.press("z")
    while "edges" not in here(annotator).inner_text():
        annotator.press("ArrowDown")
    annotator.press("ArrowRight")  # by keys as well: the first version has the focus
    assert focused(annotator, "[data-version='1']")
    assert "".join(looked.all_inner_texts()) == CLAIM
    assert page.evaluate(LAYOUT, 3) == [pytest.approx(box, abs=0.5) for box in before]
    annotator.press("Enter")
    assert focused(annotator, ".wb-differences *")
    expect(page.locator(".wb-difference", has_text="edges")).to_have_attribute(
        "data-settled", "settled"
    )


def test_a_reload_in_the_middle_loses_nothing(start: Start, store: Store) -> None:
    annotator = start()
    page = annotator.page
    annotator.press("z", "1")
    settled = len(kinds(annotator, "settled"))
    assert settled > 0
    page.evaluate("() => { model.offline = true; }")
    page.keyboard.press("1")
    expect(page.locator("[data-save='unsaved']").first).to_contain_text("NOT SAVED 1")
    annotator.open()  # what was not saved is sent by the page that comes next
    annotator.settle()
    expect(page.locator("[data-settled='settled']")).to_have_count(settled + 1)
    expect(page.locator(".wb-save")).to_contain_text("Saved")
    annotator.press("Control+z", "Control+z", "Control+Shift+z")
    expect(page.locator("[data-settled='settled']")).to_have_count(settled)


def test_hidden_names_are_nowhere(start: Start) -> None:
    annotator = start(hide_names=True)
    told: list[str] = []
    handle = annotator.session.handle

    def listen(message: dict[str, Any]) -> list[dict[str, Any]]:
        answers = handle(message)
        told.append(str(answers))
        return answers

    annotator.session.handle = listen  # type: ignore[method-assign]
    annotator.open()
    page = annotator.page
    annotator.press("z", "1", "2", "Control+z", "Enter")
    expect(page.locator(".wb-people").first).to_have_text("A, B")
    everything = page.content() + "".join(told)
    people = annotator.session.store.people()
    others = [each for each in people if each.name != "noor"]
    secrets = {part for each in others for part in (each.name, each.pseudonym)}
    assert len(secrets) == 2 * len(PEOPLE)
    words = set(re.findall(r"\w+", everything))
    assert [each for each in secrets if set(str(each).split()) <= words] == []


@pytest.mark.parametrize(
    ("theme", "language"), [("light", "en"), ("dark", "ar"), ("contrast", "ar")]
)
def test_axe_finds_nothing(start: Start, theme: str, language: str) -> None:
    annotator = start()
    page = annotator.page
    page.emulate_media(reduced_motion="reduce")
    annotator.session.do("settings", theme=theme, language=language)
    annotator.open()
    assert violations(annotator) == []
    annotator.press("z", "1", "ArrowDown", "ArrowLeft", "Shift+KeyG")
    assert violations(annotator) == []
    page.keyboard.press("Shift+KeyA")
    assert violations(annotator) == []
    page.keyboard.press("Escape")
    # nothing is wider than a small window
    page.set_viewport_size({"width": 420, "height": 800})
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 420


def test_all_of_it_stands_in_one_window(start: Start) -> None:
    annotator = start()
    page = annotator.page
    page.set_viewport_size({"width": 1440, "height": 1000})
    annotator.press("z")
    height = "each => parseFloat(getComputedStyle(each).maxHeight)"
    panels = [annotator.page.locator(each) for each in (".wb-differences", ".wb-cards")]
    assert sum(each.evaluate(height) for each in panels) < 1000 * 2 / 3


def test_annotators_see_what_became_of_theirs_and_only_then(
    page: Page, store: Store, start: Start
) -> None:
    annotator = start()
    badr = open_session(store, PEOPLE["badr"], at="port-s3")
    assert not badr.snapshot()["outcome"]
    annotator.press("z")
    for _ in range(20):
        if not kinds(annotator, "open"):
            break
        annotator.press("1")
    annotator.press("Enter")
    page.evaluate("() => window.closeWidget()")
    badr_page = page.context.new_page()
    own = AnnotatorPage(badr_page, open_session(store, PEOPLE["badr"])).open()
    panel = badr_page.locator(".wb-outcome")
    expect(panel).to_contain_text("What became of it")
    expect(panel.locator("[data-fate]")).to_have_count(0)
    own.press("Shift+KeyZ")
    assert panel.locator("[data-fate='changed']").count() >= 1
    assert panel.locator("[data-fate='missed']").count() >= 1
    expect(panel).to_contain_text(CLAIM)
    expect(badr_page.locator(".wb-live")).to_contain_text("changed")
    assert panel.locator("select, input").count() == 0
    assert violations(own) == []
    # somebody who has not decided the sentence is told nothing of it
    late = open_session(store, "huda", at="port-s3")
    assert not late.snapshot()["outcome"]


def test_an_answer_that_comes_later_is_marked_and_settled_anew(start: Start, store: Store) -> None:
    annotator = start()
    page = annotator.page
    annotator.press("z")
    for _ in range(20):
        if not kinds(annotator, "open"):
            break
        annotator.press("1")
    annotator.press("Enter")
    badr = open_session(store, PEOPLE["badr"])
    (held,) = badr.snapshot()["annotations"]["port-s3"]["attributions"]
    badr.do("stance", value="doubt", attribution=held["id"])
    badr.do("decide", status="done")
    annotator.press("PageUp")
    expect(page.locator(".wb-case")).to_have_attribute("data-case", "late")
    expect(page.locator(".wb-row.on .wb-m-case")).to_have_text("↻1")
    expect(here(annotator)).to_contain_text("changed since it was settled")
    annotator.press("2", "Enter")
    page.wait_for_selector(".wb-row[data-index='3'][data-status='done']")
    assert {each.stance for each in golds(store)["port-s3"].attributions} == {"doubt", "deny"}
