"""A robot that works in Label Studio's own editor page as a person does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, Error, Locator, Page, Response

from dev import find_browser
from tests.browser.conftest import QUIET
from tests.label_studio.server import LabelStudio
from workbench.exchange.label_studio import dump_config
from workbench.scheme import load_scheme

_SHOWN = {
    (choices.get("name", ""), choice.get("alias", "")): choice.get("value", "")
    for choices in ET.fromstring(dump_config(load_scheme())).iter("Choices")
    for choice in choices.iter("Choice")
}
_HOTKEYS = {
    label.get("alias", ""): label.get("hotkey", "")
    for label in ET.fromstring(dump_config(load_scheme())).iter("Label")
}
# What the page says of itself; the robot looks there, and acts as a person does.
_STATE = """() => {
  const task = window.Htx?.annotationStore?.selected;
  if (!task || !document.querySelector('.lsf-richtext__line')) return null;
  const drawn = document.querySelectorAll('.htx-highlight').length > 0;
  const regions = [...task.regionStore.regions];
  if (regions.length && !drawn) return null;
  return {
    regions: regions.map(each => each.cleanId),
    relations: [...task.relationStore.relations].length,
    pairs: [...task.relationStore.relations].map(each => [each.node1.cleanId, each.node2.cleanId]),
    labels: [...document.querySelectorAll('.lsf-label_selected .lsf-label__text')].map(
      each => each.textContent.split(' · ')[1]),
    selected: regions.filter(each => each.inSelection).map(each => each.cleanId),
  };
}"""
_RECT = """([name, mark]) => {
  const found = [...document.querySelectorAll('.htx-highlight')].filter(each =>
    [...each.classList].some(c => c.startsWith(`htx-highlight-${name}-`)));
  if (!found.length) return null;
  found[0].scrollIntoView({block: 'center'});
  const box = found[0].getClientRects()[0];
  return [box.x + box.width / 2, box.y + box.height / 2];
}"""
_MARK = """([start, end]) => {
  const root = document.querySelector('.lsf-richtext__container');
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  let at = 0;
  const found = {};
  const look = (node, characters) => {
    for (const [name, wanted] of [['start', start], ['end', end]]) {
      const inside = wanted - at;
      const fits = name === 'start' ? inside < characters.length : inside <= characters.length;
      if (!(name in found) && inside >= 0 && fits) {
        found[name] = [node, characters.slice(0, inside).join('').length];
      }
    }
    at += characters.length;
  };
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeType === Node.TEXT_NODE) look(node, Array.from(node.data));
    else if (node.tagName === 'BR') at += 1;
  }
  window.lastMark = performance.now();
  getSelection().setBaseAndExtent(...found.start, ...found.end);
  const target = found.end[0].parentElement;
  for (const type of ['mousedown', 'mouseup', 'click']) {
    target.dispatchEvent(new MouseEvent(type, {bubbles: true, cancelable: true, view: window}));
  }
}"""


class Editor:
    """The editor page of one browser, signed in with the server's account."""

    def __init__(self, page: Page, server: LabelStudio) -> None:
        self.page = page
        self.errors: list[str] = []
        self._server = server
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def sign_in(self) -> None:
        """Sign in by the form."""
        self.page.goto(f"{self._server.url}/user/login/")
        self.page.fill("input[name=email]", self._server.account.email)
        self.page.fill("input[name=password]", self._server.account.password)
        self.page.click("button[type=submit]")
        self.page.wait_for_url("**/")

    def open(self, project: int, task: int, regions: int = 0) -> None:
        """Open a task and wait until all its regions are drawn."""
        self.page.goto(f"{self._server.url}/projects/{project}/data?task={task}")
        self._wait(f"state.regions.length === {regions}")
        self._submit.wait_for()
        # The page asks for the task once more, and what was marked before the answer is gone.
        with suppress(Error):
            self.page.wait_for_load_state("networkidle", timeout=5_000)

    @property
    def _submit(self) -> Locator:
        """The button Submit, or Update where there is an annotation already."""
        names = ("submit", "Submit current annotation")
        return self.page.locator(", ".join(f'button[aria-label="{name}"]' for name in names))

    @property
    def state(self) -> dict[str, Any]:
        """What the page shows: ids of regions, the number of relations, what is selected."""
        state: dict[str, Any] = self.page.wait_for_function(_STATE, timeout=60_000).json_value()
        return state

    def touch(self) -> None:
        """Change something and change it back, for only then can one save."""
        done = self.page.locator(f'input[name="{_SHOWN["article", "done"]}"]')
        order = ("open", "done") if done.is_checked() else ("done", "open")
        for value in order:
            self.say("article", value)

    def say(self, control: str, value: str, region: str | None = None) -> None:
        """Choose `value` of `control` for a region, or for the task."""
        if region is not None:
            self.select(region)
        shown = self.page.locator(f'input[name="{_SHOWN[control, value]}"]')
        shown.check(force=True)  # the circle that one sees lies over the input

    def write(self, text: str, region: str) -> None:
        """Write into the last field that a region has, and add what was written."""
        self.select(region)
        fields = self.page.locator(".wb-said").get_by_role("textbox")
        field = fields.locator("visible=true").last
        field.fill(text)
        field.press("Shift+Enter")

    def select(self, region: str) -> None:
        """Click a region, unless it is selected."""
        if self.state["selected"] != [region]:
            self.page.mouse.click(*self._find(region))
            self._wait(f"state.selected[0] === '{region}'")

    def mark(self, label: str, start: int, end: int) -> str:
        """Mark a stretch (in code points) with `label` and return the new region's id."""
        before = set(self.state["regions"])
        self.page.keyboard.press("Escape")
        # Within half a second the editor takes a second mark for a double click, and gives it the
        # label of the first.
        self._wait(
            "state.selected.length === 0 && performance.now() - (window.lastMark ?? 0) > 700"
        )
        self._take_up(label)
        made: set[str] = set()
        while not made:
            self.page.evaluate(_MARK, [start, end])
            self._wait(f"state.regions.length === {len(before) + 1}")
            made = set(self.state["regions"]) - before
        return made.pop()

    def _take_up(self, label: str) -> None:
        """Press the key of a label until it is taken up: a page that has just come is deaf."""
        for _ in range(12):
            if self.state["labels"] == [label]:
                return
            self.page.keyboard.press(_HOTKEYS[label])
            with suppress(Error):
                self._wait(f"state.labels[0] === '{label}'", timeout_ms=5_000)
        self._wait(f"state.labels[0] === '{label}'")

    def relate(self, start: str, end: str) -> None:
        """Draw a relation from one region to another."""
        number = self.state["relations"]
        self.select(start)
        self.page.keyboard.press("Alt+r")
        self.page.mouse.click(*self._find(end))
        self._wait(f"state.relations === {number + 1}")

    def part(self, start: str, end: str) -> None:
        """Take a relation away again, in the list of relations."""
        self.page.locator("#Relations-draggable").click()
        pair = self.state["pairs"].index([start, end])
        number = self.state["relations"]
        item = self.page.locator(".lsf-relations__item").nth(pair)
        item.hover()
        item.locator(".lsf-relations__action").last.click()
        self._wait(f"state.relations === {number - 1}")

    def delete(self, region: str) -> None:
        """Delete a region; its relations go with it."""
        self.select(region)
        self.page.keyboard.press("Backspace")
        self._wait(f"!state.regions.includes('{region}')")

    def save(self) -> list[Any]:
        """Press Submit or Update, and return the result that the server then holds."""

        def is_saved(response: Response) -> bool:
            saves = response.request.method in ("PATCH", "POST")
            return saves and "/annotations" in response.url

        with self.page.expect_response(is_saved) as saved:
            self.submit()
        assert saved.value.ok, saved.value.text()
        assert not self.errors, self.errors
        result: list[Any] = saved.value.json()["result"]
        return result

    def submit(self) -> None:
        """Press Submit, or Update."""
        self._submit.click()

    def _find(self, region: str) -> tuple[float, float]:
        found = self.page.evaluate(_RECT, [region, ""])
        assert found, f"the page does not show {region}"
        return (found[0], found[1])

    def _wait(self, condition: str, timeout_ms: float = 60_000) -> None:
        self.page.wait_for_function(
            f"() => {{ const state = ({_STATE})(); return state && {condition}; }}",
            timeout=timeout_ms,
        )


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Use the system's browser."""
    executable = find_browser()
    if executable is None:
        pytest.skip("no browser of Chromium's family: install chromium, or name one in CHROMIUM")
    return {**browser_type_launch_args, "executable_path": executable, "args": QUIET}


@pytest.fixture(scope="module")
def editor(browser: Browser, label_studio: LabelStudio) -> Iterator[Editor]:
    """Give the editor page, signed in."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    made = Editor(context.new_page(), label_studio)
    made.sign_in()
    yield made
    context.close()
