"""The ledger on a page: a table to look at, that opens the sentences behind each cell."""

from __future__ import annotations

import base64
import json
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.page_fixture import ADDRESS, serve_widget
from tests.ledgers import make_many
from workbench.ledger import build_ledger
from workbench.ledger.shapes import choose_shapes
from workbench.project import Project, open_sample_project
from workbench.scheme import load_scheme
from workbench.widgets.ledger import LedgerWidget

pytestmark = pytest.mark.browser

SCHEME = load_scheme("claims-sources-stances")
START = """async settings => {
  localStorage.setItem('workbench:settings', JSON.stringify(settings));
  const listeners = [];
  const model = {
    get: () => null,
    on: (event, listener) => { if (event === 'msg:custom') listeners.push(listener); },
    off: (event, listener) => { listeners.splice(listeners.indexOf(listener), 1); },
    send(message) {
      window.toPython(message).then(text => {
        const {answer, buffers} = JSON.parse(text);
        const views = buffers.map(each => new DataView(Uint8Array.from(atob(each), one => one.charCodeAt(0)).buffer));
        if (answer) listeners.slice().forEach(listener => listener(answer, views));
      });
    },
  };
  const link = document.querySelector('link');
  await new Promise(loaded => { link.onload = loaded; link.href = '/ledger.css'; });
  const widget = (await import('/ledger.js')).default;
  window.closeWidget = widget.render({model, el: document.getElementById('cell')});
}"""  # noqa: E501
Open = Callable[..., Locator]


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with open_sample_project(tmp_path / "story", "story") as opened:
        yield opened


@pytest.fixture
def open_view(page: Page) -> Iterator[Open]:
    """Shows a ledger widget on a bare page; an error on the page fails the test."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    shown: list[LedgerWidget] = []

    def opened(widget: LedgerWidget, language: str = "en", theme: str = "light") -> Locator:
        shown.append(widget)

        def answer(message: dict[str, Any]) -> str:
            found, buffers = widget.handle(message)
            return json.dumps(
                {"answer": found, "buffers": [base64.b64encode(each).decode() for each in buffers]}
            )

        page.route(f"{ADDRESS}**", serve_widget)
        page.expose_function("toPython", answer)
        page.goto(ADDRESS)
        page.evaluate(START, {"language": language, "theme": theme})
        root = page.locator(".wb-ledger[data-ready]")
        root.wait_for()
        return root

    yield opened
    page.evaluate("() => window.closeWidget?.()")
    for widget in shown:  # ipywidgets keeps each one until it is closed
        if widget.annotator is not None:
            widget.annotator.close()
        widget.close()
    assert errors == []


def row(view: Locator, text: str) -> Locator:
    return view.locator("tr[data-row]", has=view.page.locator("th", has_text=text))


def test_a_cell_opens_its_sentences_with_their_words_marked(
    project: Project, open_view: Open
) -> None:
    view = open_view(project.ledger())
    crack = row(view, "تصدع جدار سد القصب")
    cell = crack.locator("[data-column='ent:ministry']")
    # declined, denied, admitted: three positions, in order of time
    assert cell.locator("svg").count() == 3
    expect(cell).to_have_attribute(
        "aria-label", "Water ministry of Sahwan: decline, deny certain, affirm certain"
    )
    cell.click()
    pane = view.locator(".wb-pane-said")
    expect(pane.locator(".wb-statements > li")).to_have_count(3)
    assert pane.locator("mark.wb-claim").first.text_content() == "تصدع جدار السد"
    dates = pane.locator(".wb-date").all_text_contents()
    assert dates == sorted(dates)
    assert pane.locator(".wb-quote").nth(1).get_attribute("dir") == "ltr"
    assert pane.locator(".wb-quote").nth(0).get_attribute("dir") == "rtl"


def test_copies_and_relays_are_no_witnesses(project: Project, open_view: Open) -> None:
    view = open_view(project.ledger())
    length = row(view, "صدع طوله أمتار")
    label = length.locator("th").get_attribute("aria-label") or ""
    assert "4 witnesses" in label
    assert "2 copies" in label
    length.locator("th").click()
    clashes = view.locator(".wb-clashes")
    clashes.locator("summary").click()
    expect(clashes.locator("p")).to_have_count(6)
    copies = view.locator(".wb-statements > li[data-part='copy']")
    expect(copies.first).to_contain_text("no second witness")


def test_the_keyboard_walks_opens_and_closes(page: Page, project: Project, open_view: Open) -> None:
    view = open_view(project.ledger())
    view.locator("[role=tab][aria-selected=true]").focus()
    first = view.locator("tr[data-row] > [data-column]").first
    first.focus()
    page.keyboard.press("ArrowRight")
    said = view.locator(".wb-said-cell:focus")
    expect(said).to_have_count(1)
    page.keyboard.press("Enter")
    expect(view.locator(".wb-pane-heading")).to_be_focused()
    page.keyboard.press("Escape")
    expect(view.locator(".wb-pane-said")).to_be_hidden()
    expect(said).to_have_count(1)
    page.keyboard.press("ArrowDown")
    assert view.locator("tr[data-row]").nth(1).locator(":focus").count() == 1
    page.keyboard.press("Home")
    expect(view.locator("tr[data-row]").nth(1).locator("th")).to_be_focused()
    assert view.locator(".wb-matrix [tabindex='0']").count() == 1


def test_filters_groups_and_sides_change_what_is_shown(project: Project, open_view: Open) -> None:
    view = open_view(project.ledger())
    rows = view.locator("tr[data-row]")
    expect(rows).to_have_count(11)
    view.get_by_label("find claims or sources").fill("أسره")
    expect(rows).to_have_count(4)
    view.get_by_label("find claims or sources").fill("")
    view.locator("select[data-name='shown']").select_option("disputed")
    expect(rows).to_have_count(4)
    view.locator("select[data-name='group']").select_option("standing")
    expect(view.locator(".wb-group")).to_have_count(1)
    heads = view.locator(".wb-source-head")
    before = heads.count()
    view.get_by_role("button", name="join who belong together").click()
    assert heads.count() < before
    expect(view.locator(".wb-count")).to_have_text("4 of 11 claims")


def test_figures_stand_in_order_of_time_and_unconfirmed_ones_are_hollow(
    project: Project, open_view: Open
) -> None:
    view = open_view(project.ledger())
    view.get_by_role("tab", name="Figures in time").click()
    families = view.locator(".wb-figures").first
    assert families.locator(".wb-amount bdi").all_text_contents()[:3] == [
        "≥ 1,200",
        "≥ 1,200",
        "≈ 3,000",
    ]
    dates = families.locator(".wb-date").all_text_contents()
    assert dates == sorted(dates)
    assert families.locator("tr[data-proposed]").count() == 2
    families.locator(".wb-figure-who").first.click()
    expect(view.locator(".wb-pane-said")).to_be_visible()


def test_who_relays_whom_opens_the_sentences(project: Project, open_view: Open) -> None:
    view = open_view(project.ledger())
    view.get_by_role("tab", name="Who relays whom").click()
    assert view.locator(".wb-node").count() == 6
    view.locator(".wb-relay-list button", has_text="copies").click()
    expect(view.locator(".wb-pane-said .wb-quote")).to_have_count(3)


@pytest.mark.parametrize("kind", ["svg", "png", "csv"])
def test_it_is_saved_as_a_file(
    page: Page, project: Project, open_view: Open, tmp_path: Path, kind: str
) -> None:
    view = open_view(project.ledger(), language="ar")
    with page.expect_download() as waiting:
        view.locator(f".wb-file-kind[data-kind='{kind}']").click()
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    assert path.name == f"gold.ledger.{kind}"
    content = path.read_bytes()
    if kind == "svg":
        assert ET.fromstring(content).tag.endswith("svg")
    elif kind == "png":
        assert content.startswith(b"\x89PNG")
    else:
        assert len(content.decode("utf-8-sig").splitlines()) == 12
    expect(view.locator(".wb-notice")).to_be_visible()


def test_a_sentence_opens_in_the_annotator(project: Project, open_view: Open) -> None:
    annotator = project.annotate("amal")
    view = open_view(project.ledger(annotator=annotator))
    row(view, "فُتحت البوابات بعد إنذار").locator("th").click()
    view.get_by_role("button", name="open in the annotator").click()
    expect(view.locator(".wb-notice")).to_have_text("Opened in the annotator.")
    session = annotator.session
    ref = session.sheet.ref(session.focus.sentence)
    assert "20 دقيقة" in session.sheet.stored.document.text[ref.start : ref.end]


def test_two_hundred_claims_stay_legible(page: Page, open_view: Open) -> None:
    records, registry = make_many()
    ledger = build_ledger(records, SCHEME, registry)
    widget = LedgerWidget(ledger, SCHEME.as_json(), choose_shapes(SCHEME), lambda *_: b"")
    view = open_view(widget, language="ar", theme="dark")
    expect(view.locator("tr[data-row]")).to_have_count(200)
    box = view.locator(".wb-matrix")
    last = view.locator("tr[data-row]").last
    last.scroll_into_view_if_needed()
    outer, head = box.bounding_box(), view.locator("thead").bounding_box()
    claim = last.locator("th").bounding_box()
    assert outer is not None
    assert head is not None
    assert claim is not None
    # names of sources stay above, and claims at the side where reading begins
    assert abs(head["y"] - outer["y"]) < 3
    assert abs(claim["x"] + claim["width"] - outer["x"] - outer["width"]) < 20
    view.get_by_role("button", name="مكثّف").click()
    compact = last.bounding_box()
    assert compact is not None
    assert compact["height"] < 32
    assert page.locator("body").evaluate("body => body.scrollWidth <= innerWidth")


@pytest.mark.parametrize(("language", "theme"), [("en", "light"), ("ar", "dark")])
def test_axe_finds_nothing(
    page: Page, project: Project, open_view: Open, language: str, theme: str
) -> None:
    view = open_view(project.ledger(), language=language, theme=theme)
    view.locator(".wb-said-cell").first.click()
    for number in range(3):
        view.locator("[role=tab]").nth(number).click()
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()
