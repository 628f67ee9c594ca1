"""Who the sources are, in the annotator: a chip, a list to choose from, and the register."""

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
from workbench.model import Entity, Name
from workbench.model.register import Add
from workbench.store import Store

CLAIM = "إن نحو 2000 طن من القمح وصلت إلى الميناء"
MINISTRY, AGENCY, HOSTILE = "ent:sea-ministry", "ent:agency", "ent:hostile"
HOSTILE_NAME = '<img src=x onerror="window.pwned=1"><b>اسم</b> ' + "طويل" * 60
NORTH = (("body", "قالت وزارة البحر إن القمح وصل. وقال مسؤول لم تسمه إنه قليل."),)

Start = Callable[..., AnnotatorPage]


def add_entities(store: Store) -> None:
    lines = [
        Entity(AGENCY, "media", (Name("وكالة المرفأ", "ar"),), "named", None, None),
        Entity(MINISTRY, "organization", (Name("وزارة البحر", "ar"), Name("Sea Ministry", "en")),
               "named", None, None),
        Entity(HOSTILE, "person", (Name(HOSTILE_NAME, None),), "named", MINISTRY, HOSTILE_NAME),
    ]  # fmt: skip
    store.change_register("lines", [Add(each) for each in lines], by=None, based_on=0)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    documents = (make_document("port", ARTICLE), make_document("north", NORTH))
    with make_store(tmp_path, *documents) as store:
        add_entities(store)
        yield store


@pytest.fixture
def start(page: Page, store: Store) -> Iterator[Start]:
    """Return ``start(**settings)``: a page with a claim whose source has words."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))

    def _start(**settings: Any) -> AnnotatorPage:
        session = open_session(store)
        if settings:
            session.do("settings", **settings)
        session.do("goto", id="port-s3")
        session.do("mark", role="claim", spans=session.find(CLAIM))
        session.do("fill", spans=session.find("وزارة البحر"))
        session.do("stance", value="deny")
        annotator = AnnotatorPage(page, session).open()
        page.locator(".wb-entity-proposed").wait_for()
        return annotator

    yield _start
    page.evaluate("() => window.closeWidget?.()")
    assert page.evaluate("() => window.pwned") is None
    assert errors == []


def chosen(annotator: AnnotatorPage) -> tuple[str, ...]:
    """Return the entities of the attribution in focus, as they are saved."""
    session = annotator.session
    return session.sheet.draft.attribution(session.focus.attribution or "").source.entities


def box(annotator: AnnotatorPage) -> Locator:
    return annotator.page.locator("dialog[open]").last


def show_register(annotator: AnnotatorPage) -> Locator:
    annotator.page.keyboard.press("Semicolon")
    register = annotator.page.locator("dialog.wb-register")
    expect(register.locator(".wb-registered")).to_have_count(3)
    return register


def test_the_proposed_one_is_taken_by_one_key_and_never_before(start: Start) -> None:
    annotator = start()
    page = annotator.page
    expect(page.locator(".wb-entity-proposed")).to_contain_text("وزارة البحر")
    assert chosen(annotator) == ()
    annotator.press("'")
    expect(page.locator(f".wb-entity[data-entity='{MINISTRY}']")).to_contain_text("وزارة البحر")
    assert chosen(annotator) == (MINISTRY,)
    page.keyboard.press("Control+z")
    expect(page.locator(".wb-entity-proposed")).to_have_count(1)
    page.locator(".wb-entity-proposed").click()
    expect(page.locator(f".wb-entity[data-entity='{MINISTRY}']")).to_have_count(1)
    assert chosen(annotator) == (MINISTRY,)


def test_another_one_is_chosen_from_the_list_by_keys(start: Start) -> None:
    annotator = start()
    page = annotator.page
    page.keyboard.press("Shift+Quote")
    options = box(annotator).get_by_role("option")
    expect(options).to_have_count(3)
    expect(options.first).to_contain_text("Sea Ministry")
    page.keyboard.type("المرفأ")
    expect(options).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator(f".wb-entity[data-entity='{AGENCY}']")).to_have_count(1)
    page.keyboard.press("Shift+Quote")  # two hold it together
    expect(options).to_have_count(3)
    page.keyboard.type("Sea")
    expect(options).to_have_count(1)
    box(annotator).get_by_role("button", name="Add to those chosen").click()
    expect(page.locator(f".wb-entity[data-entity='{AGENCY}']")).to_contain_text("+1")
    assert chosen(annotator) == (AGENCY, MINISTRY)
    page.keyboard.press("Shift+Quote")
    box(annotator).get_by_role("button", name="Nobody").click()
    expect(page.locator(".wb-entity-proposed")).to_have_count(1)
    assert chosen(annotator) == ()


def test_a_new_one_is_made_of_the_words_in_one_step(start: Start, store: Store) -> None:
    annotator = start()
    page = annotator.page
    page.keyboard.press("Shift+Quote")
    box(annotator).get_by_role("button", name="New …").click()
    names = box(annotator).get_by_label("Names, one a line")
    expect(names).to_have_value("وزارة البحر")
    names.fill("وزارة البحر في الشمال\nen: Northern Sea Ministry")
    box(annotator).get_by_label("How it is named").select_option("anonymous")
    box(annotator).get_by_role("button", name="Add and take").click()
    expect(page.locator(".wb-entity i").first).to_have_text("◆")
    (new,) = chosen(annotator)
    deed = store.register()[-1].deed
    assert isinstance(deed, Add)
    assert (deed.entity.id, deed.document) == (new, "port")
    assert deed.entity.names[1] == Name("Northern Sea Ministry", "en")
    session = annotator.session
    session.do("goto", id="north")
    assert new not in session.ask("entities")["found"]


def test_entities_are_merged_split_and_undone_in_the_register(start: Start, store: Store) -> None:
    annotator = start()
    annotator.press("'")
    register = show_register(annotator)
    expect(register.locator(f"[data-entity='{MINISTRY}']")).to_contain_text("chosen once")
    for each in (AGENCY, MINISTRY):
        register.locator(f"[data-entity='{each}'] input").check()
    register.get_by_role("button", name="Merge the chosen").click()
    expect(register.locator(".wb-registered")).to_have_count(2)
    expect(register.locator(f"[data-entity='{AGENCY}']")).to_contain_text("stands for 1 more")
    assert chosen(annotator) == (MINISTRY,)  # as it was chosen
    assert annotator.session.snapshot()["entities"]["sources"].popitem()[1]["chosen"] == [AGENCY]
    register.locator(f"[data-entity='{AGENCY}'] [data-split]").click()
    split = box(annotator)
    split.get_by_label("Name of the new one").fill("البحر")
    split.get_by_label("وزارة البحر", exact=True).check()
    split.get_by_role("button", name="OK").click()
    expect(register.locator(".wb-registered")).to_have_count(3)
    expect(register.locator("[data-change='5']")).to_contain_text("split")
    expect(register.locator("[data-undo='4']")).to_have_count(0)  # the later one first
    register.locator("[data-undo='5']").click()
    register.locator("[data-undo='4']").click()
    expect(register.locator(f"[data-entity='{MINISTRY}']")).to_contain_text("chosen once")
    expect(register.locator("[data-change='4']")).to_contain_text("taken back")
    annotator.page.keyboard.press("Escape")
    expect(annotator.page.locator(f".wb-entity[data-entity='{MINISTRY}']")).to_have_count(1)
    assert store.check() == ()


def test_who_was_slower_is_told_in_the_register_itself(start: Start, store: Store) -> None:
    annotator = start()
    register = show_register(annotator)
    other = open_session(store, "bilal", at=None)
    other.do("entity_edit", entity=MINISTRY, fields={"note": "n"})
    register.locator(f"[data-entity='{MINISTRY}'] [data-edit]").click()
    box(annotator).get_by_label("Names, one a line").fill("وزارة")
    box(annotator).get_by_role("button", name="Save").click()
    expect(register.locator(".wb-register-said")).to_contain_text("changed since")
    expect(register.locator(f"[data-entity='{MINISTRY}']")).to_contain_text("وزارة البحر")


@pytest.mark.parametrize(("language", "theme"), [("en", "dark"), ("ar", "light")])
def test_hostile_names_are_only_names_and_axe_finds_nothing(
    start: Start, language: str, theme: str
) -> None:
    annotator = start(language=language, theme=theme)
    page = annotator.page
    page.emulate_media(reduced_motion="reduce")
    assert violations(annotator) == []
    page.keyboard.press("Shift+Quote")
    option = box(annotator).locator(f"[data-entity='{HOSTILE}']")
    expect(option).to_contain_text("<img src=x")
    expect(option.locator("img")).to_have_count(0)
    assert violations(annotator) == []
    page.keyboard.press("Escape")
    register = show_register(annotator)
    assert violations(annotator) == []
    wide = register.evaluate("(box) => box.scrollWidth - box.clientWidth")
    assert wide <= 1
    page.keyboard.press("Escape")
