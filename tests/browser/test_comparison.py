"""Two answers beside each other: what differs is seen, and nothing can be changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page

from tests.browser.jupyterlab import JupyterLab, Notebook
from tests.browser.page_fixture import (
    ADDRESS,
    PORT,
    make_document,
    make_store,
    open_session,
    serve_widget,
)
from workbench.project import open_sample_project
from workbench.scheme import load_scheme
from workbench.session.comparing import dump_comparison
from workbench.store import Action, Change, Store

ROOT = Path(__file__).parents[2]
WHEAT = "إن نحو 2000 طن من القمح وصلت إلى الميناء"

START = """async content => {
  const listeners = [];
  const sent = window.sent = [];
  const model = {
    get: () => null,
    on: (event, listener) => { if (event === 'msg:custom') listeners.push(listener); },
    off: (event, listener) => { listeners.splice(listeners.indexOf(listener), 1); },
    send(message) {
      sent.push(message);
      queueMicrotask(() => listeners.forEach(listener => listener({t: 'comparison', ...content})));
    },
  };
  const el = document.getElementById('cell');
  document.querySelector('link').href = '/comparison.css';
  const widget = (await import('/comparison.js')).default;
  window.closeWidget = widget.render({model, el});
}"""


def fill(store: Store) -> None:
    """Let one person mark a sentence, and gold say the same with another edge and stance."""
    session = open_session(store)
    session.do("mark", role="claim", spans=session.find(WHEAT))
    session.do("mark", role="source", spans=session.find("مسؤول لم تسمه"))
    session.do("mark", role="cue", spans=session.find("نقلت"))
    session.do("stance", value="affirm")
    session.do("mark", role="claim", spans=session.find("ذلك"))
    found = store.get_annotations("port", session.layer)["port-s3"].annotation
    claims = [each for each in found.claims if each.spans[0].text == WHEAT]
    span = claims[0].spans[0]
    shorter = msgspec.structs.replace(span, end=span.end - 1, text=span.text[:-1])
    gold = msgspec.structs.replace(
        found,
        claims=(msgspec.structs.replace(claims[0], spans=(shorter,)),),
        attributions=tuple(
            msgspec.structs.replace(each, stance="deny") for each in found.attributions
        ),
        status="done",
    )
    store.save(Action("k", "gold", "import", (Change("port", gold, 0),)))


def open_view(page: Page, content: dict[str, Any]) -> Locator:
    page.route(f"{ADDRESS}**", serve_widget)
    page.goto(ADDRESS)
    page.evaluate(START, json.loads(json.dumps(content)))
    root = page.locator(".wb-comparison[data-ready]")
    root.wait_for()
    return root


@pytest.fixture
def content(tmp_path: Path) -> Iterator[dict[str, Any]]:
    with make_store(tmp_path) as store:
        fill(store)
        layers = ["gold", "annotator:a01"]
        place = {"document": "port", "sentence": "port-s3"}
        item = store.get_annotations("port", "gold")["port-s3"].annotation.claims[0].id
        scheme = load_scheme("claims-sources-stances")
        yield dump_comparison(store, scheme, layers, **place, item=item, side="gold")


@pytest.fixture
def view(page: Page, content: dict[str, Any]) -> Iterator[Locator]:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield open_view(page, content)
    page.evaluate("() => window.closeWidget()")
    assert errors == []


def side(view: Locator, number: int) -> Locator:
    return view.locator(f".wb-answer[data-side='{number}']")


def test_both_answers_are_shown_with_their_own_marks(view: Locator) -> None:
    assert view.locator(".wb-whose bdi").all_text_contents() == ["gold", "annotator:a01"]
    for number in (0, 1):
        text = side(view, number).locator(".wb-s")
        assert text.evaluate("element => element.textContent") == PORT
        assert text.get_attribute("dir") == "rtl"
        assert text.locator("mark mark").count() == 0
    assert side(view, 0).locator("mark.wb-claim").all_text_contents() == [WHEAT[:-1]]
    assert side(view, 1).locator("mark.wb-claim").all_text_contents() == [WHEAT, "ذلك"]
    assert side(view, 0).locator(".wb-stance").inner_text().endswith("deny")
    assert side(view, 1).locator(".wb-stance").inner_text().endswith("affirm")


def test_each_claim_says_how_it_stands_to_the_other_answer(view: Locator) -> None:
    cards = "[data-claim]"
    assert side(view, 0).locator(cards).get_attribute("data-likeness") == "edges"
    found = [card.get_attribute("data-likeness") for card in side(view, 1).locator(cards).all()]
    assert found == ["edges", "alone"]


def test_the_item_that_was_asked_for_is_pointed_out_and_a_click_points_out_another(
    view: Locator,
) -> None:
    assert side(view, 0).locator(".wb-card.on").count() == 1
    assert side(view, 0).locator("mark.wb-on-claim").all_text_contents() == [WHEAT[:-1]]
    assert side(view, 1).locator(".on").count() == 0
    side(view, 1).locator("[data-claim] .wb-open").nth(1).click()
    assert side(view, 1).locator("mark.wb-on-claim").all_text_contents() == ["ذلك"]
    assert side(view, 0).locator(".wb-card.on").count() == 0


def test_nothing_can_be_changed_and_nothing_is_sent(view: Locator, page: Page) -> None:
    for card in view.locator(".wb-open").all():
        card.click()
    for key in ("1", "d", "Delete", "Enter"):
        page.keyboard.press(key)
    assert view.locator(".wb-editor, .wb-mini, .wb-slot, .wb-lack, select, input").count() == 0
    assert page.evaluate("() => window.sent") == [{"t": "hello"}]


def test_the_keys_and_the_buttons_walk_through_the_document(view: Locator, page: Page) -> None:
    place = view.locator("[role='status'] b")
    assert place.inner_text() == "4"
    view.get_by_role("button", name="next").click()
    assert place.inner_text() == "5"
    assert view.locator(".wb-empty").count() == 2
    page.keyboard.press("ArrowUp")
    assert place.inner_text() == "4"
    for _ in range(6):
        page.keyboard.press("ArrowUp")
    assert place.inner_text() == "1"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(view: Locator, page: Page, scheme: Any) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.locator(f".wb[data-theme='{scheme}']").wait_for()
    found = Axe().run(page)
    assert [each["id"] for each in found.response["violations"]] == []


def test_a_narrow_cell_puts_one_answer_below_the_other(view: Locator, page: Page) -> None:
    page.set_viewport_size({"width": 480, "height": 800})
    first, second = (side(view, number).bounding_box() for number in (0, 1))
    assert first is not None
    assert second is not None
    assert second["y"] >= first["y"] + first["height"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_hostile_text_is_shown_and_not_obeyed(page: Page, tmp_path: Path) -> None:
    hostile = '<img src=x onerror="window.hacked = 1"> قال \u202eكذب'
    with make_store(tmp_path, make_document("evil", (("body", hostile),))) as store:
        session = open_session(store, at=None)
        session.do("mark", role="claim", spans=session.find(hostile[:39]))
        session.do("note", text="<script>window.hacked = 2</script>")
        place = {"document": "evil", "sentence": "evil-s0"}
        layers = [session.layer, "gold"]
        view = open_view(page, dump_comparison(store, session.scheme, layers, **place))
        assert side(view, 0).locator(".wb-s").evaluate("each => each.textContent") == hostile
        assert view.locator("img, script").count() == 0
        assert page.evaluate("() => window.hacked") is None


def test_the_gold_notebook_ends_with_an_error_side_by_side(
    lab: JupyterLab, open_notebook: Callable[..., Notebook]
) -> None:
    """All cells in a real JupyterLab: a picture is drawn, an error opens with gold first."""
    source = json.loads((ROOT / "notebooks" / "gold.ipynb").read_text("utf-8"))
    cells = ["".join(cell["source"]) for cell in source["cells"] if cell["cell_type"] == "code"]
    open_sample_project(lab.root / "gold").close()
    notebook = open_notebook(lab.write_notebook("gold/gold.ipynb", *cells))
    notebook.run_all(timeout_s=240)
    view = notebook.page.locator(".wb-comparison[data-ready]")
    view.wait_for(timeout=60_000)
    assert view.locator(".wb-whose bdi").all_text_contents() == ["gold", "system:cue-words"]
    assert view.locator(".wb-card.on").count() == 1
    assert notebook.page.locator(".jp-OutputArea-output img").count() >= 1
    notebook.save()
    saved = (lab.root / "gold" / "gold.ipynb").read_text("utf-8")
    assert '"sides"' not in saved  # what the comparison shows is nowhere in the file
