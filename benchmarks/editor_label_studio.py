"""A practised person at Label Studio's editor: hotkeys for all that has one, drags for words."""

from __future__ import annotations

import json
import time
from typing import Any
from xml.etree import ElementTree as ET

from playwright.sync_api import Browser, Page

from benchmarks.editor_task import PLACE, Hand, Said, Task, list_said
from tests.label_studio.server import LabelStudio
from workbench.exchange.label_studio import ResultGround, dump_config, load_result
from workbench.model import Attribution, Span
from workbench.scheme import Scheme

LABELS = {"claim": "1", "source": "2", "cue": "3", "anchor": "4"}
CERTAINTIES = {"certain": "z", "probable": "x", "possible": "c"}
KEPT = {"continuousLabeling": True, "selectAfterCreate": True}
TEXT = ".lsf-richtext__container"

# What the editor holds, counted; a drag, a choice or a link is entered when a number has grown.
HELD = """() => {
  const entries = window.Htx.annotationStore.selected.serializeAnnotation();
  const count = type => entries.filter(each => each.type === type).length;
  return [count('labels'), count('choices'), count('relation')].join();
}"""


def build_config(scheme: Scheme) -> str:
    """Return the configuration of our bridge, made quicker to work in.

    Certainties get keys; the question on the whole article, which only the bridge needs, is gone.
    """
    root = ET.fromstring(dump_config(scheme))
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag == "Choices" and child.get("name") == "article":
                parent.remove(child)
    for choice in root.iter("Choice"):
        key = CERTAINTIES.get(choice.get("alias", ""))
        if key:
            choice.set("hotkey", key)
    return ET.tostring(root, encoding="unicode")


class LabelStudioEditor:
    """One task in the editor of a real server.

    Parameters
    ----------
    by_label
        Whether all claims are marked first, then all sources, then all cues, with the label and the
        selection kept: fewer keys, and the article is read several times. Otherwise each
        attribution is finished before the next one.
    """

    def __init__(self, server: LabelStudio, task: Task, scheme: Scheme, *, by_label: bool) -> None:
        self._server, self._task, self._scheme = server, task, scheme
        self._by_label = by_label
        self._defaults = {each.value: each.default_certainty for each in scheme.stances}
        project = server.make_project("Benchmark", build_config(scheme))
        data = {"text": task.record.document.text}
        server.call("POST", f"projects/{project}/import", [{"data": data}])
        (self._number,) = [each["id"] for each in server.export(project)]
        self._project = project

    def open(self, browser: Browser) -> None:
        """Sign in and open the task."""
        context = browser.new_context(viewport={"width": 1600, "height": 1200})
        self._page: Page = context.new_page()
        self._page.set_default_timeout(60_000)
        self._page.goto(f"{self._server.url}/user/login/")
        self._page.fill("input[name=email]", self._server.account.email)
        self._page.fill("input[name=password]", self._server.account.password)
        self._page.keyboard.press("Enter")
        self._page.wait_for_url(lambda url: "login" not in url, wait_until="domcontentloaded")
        settings = json.dumps(KEPT if self._by_label else {})
        self._page.evaluate("each => localStorage.setItem('labelStudio:settings', each)", settings)
        self._page.goto(f"{self._server.url}/projects/{self._project}/data?task={self._number}")
        self._page.get_by_role("button", name="Submit").wait_for()
        self._page.locator(f"{TEXT} .lsf-richtext__line").first.wait_for()
        self.hand = Hand(self._page)

    def enter(self) -> float:
        """Enter the task and send it to the server; return the seconds."""
        started = time.perf_counter()
        if self._by_label:
            self._enter_by_label()
        else:
            self._enter_by_sentence()
        with self._page.expect_response(lambda answer: "/annotations" in answer.url):
            self.hand.press("Control+Enter")
        return time.perf_counter() - started

    def read(self) -> list[Said]:
        """Return what the server holds."""
        ((annotation,),) = [task["annotations"] for task in self._server.export(self._project)]
        document, sentences = self._task.record.document, self._task.record.sentences
        ground = ResultGround(document, sentences, self._scheme)
        found = load_result(_name_parts(annotation["result"]), ground).annotations.values()
        claims = [claim for each in found for claim in each.claims]
        return list_said(claims, [a for each in found for a in each.attributions], self._scheme)

    # -- the two orders of work ------------------------------------------------------------------

    def _enter_by_sentence(self) -> None:
        entered: set[str] = set()
        for attribution in self._task.attributions:
            for claim in self._task.new_claims(attribution, entered):
                self._mark("claim", claim.spans)
                entered.add(claim.id)
            self._mark("source", attribution.source.spans)
            self._mark("cue", attribution.cue or ())
            self._mark("anchor", attribution.anchor)
            self._select(self._hub(attribution))
            self._choose(attribution)
            self._link(attribution, selected=True)

    def _enter_by_label(self) -> None:
        every = self._task.attributions
        marks = {
            "claim": [span for claim in self._task.claims.values() for span in claim.spans],
            "source": [span for each in every for span in each.source.spans],
            "anchor": [span for each in every for span in each.anchor],
        }
        for label, spans in marks.items():
            self._mark(label, spans, keep=True)
            self.hand.press("Escape")  # otherwise the next label's key renames the last mark
        self.hand.press(LABELS["cue"])
        for attribution in every:
            for number, span in enumerate(attribution.cue or ()):
                self._drag(span)
                if number == 0:
                    self._choose(attribution)  # what was just marked is selected
        self.hand.press("Escape")
        for attribution in every:
            self._link(attribution, selected=False)

    # -- what a hand does --------------------------------------------------------------------------

    def _mark(self, label: str, spans: Any, *, keep: bool = False) -> None:
        for number, span in enumerate(spans):
            if number == 0 or not keep:
                self.hand.press(LABELS[label])
            self._drag(span)

    def _choose(self, attribution: Attribution) -> None:
        self._changing(lambda: self.hand.press(_key(self._scheme, attribution.stance)))
        default = self._defaults[attribution.stance or ""]
        if attribution.certainty and attribution.certainty != default:
            key = CERTAINTIES[attribution.certainty]
            self._changing(lambda: self.hand.press(key))
        keys = {"pro_drop": "p", "implicit": "i", "author": "9"}
        if attribution.source.realization in keys:
            key = keys[attribution.source.realization]
            self._changing(lambda: self.hand.press(key))

    def _link(self, attribution: Attribution, *, selected: bool) -> None:
        """Link the cue with all that belongs to it, and fragments with their first one."""
        hub = self._hub(attribution)
        others = [attribution.cue or (), attribution.source.spans, attribution.anchor]
        ends = [spans[0] for spans in others[1:] if spans]
        parts = [(spans[0], span) for spans in others for span in spans[1:]]
        for each in attribution.targets:
            claim = self._task.claims.get(each)
            ends.append(claim.spans[0] if claim else self._hub(self._find(each)))
            if claim and claim.id in self._first_links.setdefault(attribution.id, set()):
                parts += [(claim.spans[0], span) for span in claim.spans[1:]]
        for start, end in [*((hub, end) for end in ends), *parts]:
            if not selected:
                self._select(start)
            selected = False  # a link takes the selection away
            self.hand.press("Alt+r")
            self._changing(lambda end=end: self.hand.click(self._place(self._inside(end))))

    @property
    def _first_links(self) -> dict[str, set[str]]:
        """The claims that each attribution is the first to reach: their fragments are tied once."""
        found: dict[str, set[str]] = {}
        seen: set[str] = set()
        for attribution in self._task.attributions:
            found[attribution.id] = set(attribution.targets) - seen
            seen |= set(attribution.targets)
        return found

    def _select(self, span: Span) -> None:
        self.hand.click(self._place(self._inside(span)))
        self._page.wait_for_function(
            "words => window.Htx.annotationStore.selected.selectedRegions"
            ".some(each => each.text === words)",
            arg=span.text,
        )

    def _drag(self, span: Span) -> None:
        self._changing(lambda: self.hand.drag(self._place((span.start, span.end))))

    def _changing(self, do: Any) -> None:
        """Do something, and wait until the editor holds more for it."""
        before = self._page.evaluate(HELD)
        do()
        self._page.wait_for_function(f"before => ({HELD})() !== before", arg=before)

    def _hub(self, attribution: Attribution) -> Span:
        assert attribution.cue, "each of the chosen attributions has a cue"
        return attribution.cue[0]

    def _find(self, name: str) -> Attribution:
        (found,) = [each for each in self._task.attributions if each.id == name]
        return found

    def _inside(self, span: Span) -> tuple[int, int]:
        """Return a letter of `span` that no other mark lies on."""
        task = self._task
        every = [span for claim in task.claims.values() for span in claim.spans]
        for each in task.attributions:
            every += [*each.source.spans, *(each.cue or ()), *each.anchor]
        for offset in range(span.start, span.end):
            if sum(other.start <= offset < other.end for other in every) == 1:
                return offset, offset + 1
        raise AssertionError(f"every letter of {span} has another mark")

    def _place(self, offsets: tuple[int, int]) -> Any:
        start, end = offsets
        return self._page.locator(TEXT).evaluate(PLACE, {"start": start, "end": end})


def _key(scheme: Scheme, stance: str | None) -> str:
    (found,) = [each.hotkey for each in scheme.stances if each.value == stance]
    return str(found).removeprefix("Key").lower()


def _name_parts(result: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Say which links tie fragments: those of two claims, or of a cue to one without a stance.

    A person would have to name them, with two clicks more for each; they are not asked for here.
    """
    labels = {each["id"]: each["value"]["labels"][0] for each in result if each["type"] == "labels"}
    hubs = {each["id"] for each in result if each.get("from_name") == "stance"}
    for each in result:
        if each["type"] == "relation":
            start, end = each["from_id"], each["to_id"]
            if labels[start] == labels[end] and end not in hubs:
                each["labels"] = ["part"]
    return result
