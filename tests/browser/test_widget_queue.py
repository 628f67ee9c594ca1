"""The widget follows its person's queue: steps, bar, and what lies around, which is only read."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.page_fixture import (
    ADDRESS,
    START,
    AnnotatorPage,
    make_store,
    open_session,
    serve_widget,
)
from workbench.store import Store


def give(store: Store, name: str, sentences: list[str]) -> None:
    spots = {each.sentence: each.spot for each in store.readings()}
    layer = f"annotator:{store.ensure_person(name).pseudonym}"
    given = {layer: {spots[each]: "single" for each in sentences}}
    store.assign(given, settings="{}", sha256="0" * 64)


def test_a_queue_is_followed_by_keyboard(page: Page, tmp_path: Path) -> None:
    with make_store(tmp_path) as store:
        names = [each.sentence for each in store.readings()]
        mine = [names[1], names[3], names[4]]
        give(store, "amal", mine)
        annotator = AnnotatorPage(page, open_session(store, at=None)).open()
        root = page.locator(".wb")
        progress = page.get_by_role("progressbar")
        expect(root).to_have_attribute("data-sentence", mine[0])
        expect(progress).to_have_attribute("aria-valuemax", "3")
        expect(page.locator(".wb-row[data-context]")).to_have_count(
            page.locator(".wb-row").count() - 3
        )
        expect(page.locator(".wb-row[data-context] .wb-m-context").first).to_have_attribute(
            "title", "given to others: not to be decided here"
        )
        annotator.press("n")
        expect(root).to_have_attribute("data-sentence", mine[1])
        expect(progress).to_have_attribute("aria-valuenow", "1")
        annotator.press("n")
        expect(root).to_have_attribute("data-sentence", mine[2])
        annotator.press("n")
        expect(progress).to_have_attribute("aria-valuenow", "3")
        # A sentence around can be read, and is not this person's to decide.
        annotator.sentence(int(names[2].rpartition("s")[2])).click()
        expect(root).to_have_attribute("data-sentence", names[2])
        annotator.press("n")
        expect(page.locator(".wb-notice")).to_contain_text("given to others")
        assert store.check() == ()
        page.evaluate("() => window.closeWidget?.()")


def test_who_was_given_nothing_reads_so(page: Page, tmp_path: Path) -> None:
    with make_store(tmp_path) as store:
        give(store, "badr", [store.readings()[0].sentence])
        session = open_session(store, at=None)
        page.route(f"{ADDRESS}**", serve_widget)
        page.expose_function("toPython", lambda message: json.dumps(session.handle(message)))
        page.goto(ADDRESS)
        page.evaluate(START, {"shadow": False})
        expect(page.locator(".wb-message-empty")).to_contain_text("given to you yet")
        page.evaluate("() => window.closeWidget?.()")
