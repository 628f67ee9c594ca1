"""The annotator in a bare page: the built bundle, a model of anywidget's kind, and a real session.

The page's `model` hands its messages to Python through a function that Playwright exposes, so that
everything but Jupyter itself is real. What a test needs of the network, it does here: `offline`
makes sending throw, `deaf` loses what is sent, `busy` answers as a locked store does.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import pytest
from playwright.sync_api import Locator, Page, Route

from workbench.model import Document, Segment, SegmentKind, Sentence, compute_text_sha256
from workbench.scheme import load_scheme
from workbench.session import Session, SuggestionPlan
from workbench.store import ProjectInfo, Store, create_store

STATIC = Path(__file__).parents[2] / "workbench" / "widgets" / "static"
ADDRESS = "http://workbench.test/"

# An invented port, an invented agency: nobody real is given words.
BANNER = "القائمة الرئيسية — الطقس في مرسى النور 12 درجة"
HEADLINE = "جدل حول سفن الحبوب في مرسى النور"
ARRIVAL = "وصلت سفينتان إلى ميناء مرسى النور فجر الجمعة وسط إجراءات مشددة."
PORT = (
    "ونقلت وكالة المرفأ عن مسؤول لم تسمه قوله إن نحو 2000 طن من القمح وصلت إلى الميناء، "
    "ونفت وزارة البحر ذلك، فيما رفض القصر التعليق."
)
FIGURES = (
    "وكانت منظمة WGO قد قدّرت في 12/03/2024 أن ما بين 1500 و2500 طن قد تصل «قبل نهاية الشهر» 🚢."
)
CLOSING = "وأضافت أن الميناء سيغلق أسبوعا."
QUOTED = 'وقال المتحدث "سنعلن الأرقام غدا" في بيان من 3 صفحات.'
SHARE = "شارك الخبر: https://marsa.test/a/1"
LATER = "وكان البحر هادئا مساء السبت."

Line = tuple[str, str]
ARTICLE: tuple[Line, ...] = (
    ("boilerplate", BANNER),
    ("headline", HEADLINE),
    ("body", ARRIVAL),
    ("body", PORT),
    ("body", FIGURES),
    ("body", CLOSING),
    ("body", QUOTED),
    ("boilerplate", SHARE),
    ("body", LATER),
)

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>annotator</title>
<link rel="stylesheet" href="annotator.css"><style>body{margin:0;padding:8px}</style></head>
<body><main><h1 style="position:absolute;clip-path:inset(50%)">Annotator</h1>
<div id="cell"></div></main></body></html>"""

START = """async ({shadow}) => {
  const listeners = [];
  const traits = {};
  const model = window.model = {
    offline: false, deaf: false, sent: [],
    get: name => traits[name], set: (name, value) => { traits[name] = value; }, save_changes() {},
    on: (event, listener) => { if (event === 'msg:custom') listeners.push(listener); },
    off: (event, listener) => { listeners.splice(listeners.indexOf(listener), 1); },
    receive: message => listeners.slice().forEach(listener => listener(message)),
    send(message) {
      if (model.offline) throw new Error('Cannot send');
      model.sent.push(message);
      if (model.deaf) return;
      window.toPython(message).then(answers => JSON.parse(answers).forEach(model.receive));
    },
  };
  const cell = document.getElementById('cell');
  let el = cell;
  if (shadow) {
    const root = cell.attachShadow({mode: 'open'});
    root.append(document.querySelector('link').cloneNode());
    el = root.appendChild(document.createElement('div'));
  }
  const widget = (await import('/annotator.js')).default;
  window.closeWidget = widget.render({model, el});
}"""


def make_document(
    document_id: str,
    lines: Sequence[Line],
    *,
    language: str = "ar",
    published: str | None = "2024-10-23",
) -> tuple[Document, tuple[Segment, ...], tuple[Sentence, ...]]:
    """Return a document of one sentence a line, each with its kind."""
    text = "\n".join(line for _, line in lines)
    sentences: list[Sentence] = []
    segments: list[Segment] = []
    start = 0
    for number, (name, line) in enumerate(lines):
        kind = cast("SegmentKind", name)
        end = start + len(line)
        reason = "pattern:menu" if kind == "boilerplate" else None
        sentences.append(Sentence(f"{document_id}-s{number}", start, end))
        segments.append(Segment(start, end, kind, None, reason))
        start = end + 1
    document = Document(
        document_id,
        language,
        None,
        "صحيفة المرفأ",
        None,
        published,
        {},
        text,
        compute_text_sha256(text),
    )
    return document, tuple(segments), tuple(sentences)


def make_store(folder: Path, *documents: tuple[Document, Any, Any]) -> Store:
    """Return a new store that holds `documents`."""
    info = ProjectInfo("0" * 32, "harbour", "claims-sources-stances", "1.0", "1.0", ())
    store = create_store(folder / "workbench.sqlite", info)
    for _ in store.add_documents(documents or [make_document("port", ARTICLE)]):
        pass
    return store


def open_session(
    store: Store,
    annotator: str = "amal",
    at: str | None = "port-s3",
    suggestions: SuggestionPlan | None = None,
) -> Session:
    """Return a session with a sentence in focus."""
    scheme = load_scheme("claims-sources-stances")
    session = Session(store, scheme, annotator, suggestions=suggestions)
    if at is not None:
        session.do("goto", id=at)
    return session


@pytest.fixture
def annotator(page: Page, tmp_path: Path) -> Iterator[AnnotatorPage]:
    """Return an open annotator on the invented article; an error on its page fails the test."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    with make_store(tmp_path) as store:
        yield AnnotatorPage(page, open_session(store)).open()
        page.evaluate("() => window.closeWidget?.()")
    assert errors == []


@dataclass
class AnnotatorPage:
    """One page with one annotator on it."""

    page: Page
    session: Session
    handled: list[dict[str, Any]] = field(default_factory=list)
    before: Callable[[dict[str, Any]], list[dict[str, Any]] | None] | None = None
    exposed: bool = False

    def open(self, *, shadow: bool = False) -> AnnotatorPage:
        """Load the page and wait until the article is there."""
        if not self.exposed:
            self.page.route(f"{ADDRESS}**", serve_widget)
            self.page.expose_function("toPython", self._to_python)
            self.exposed = True
        self.page.goto(ADDRESS)
        self.page.evaluate(START, {"shadow": shadow})
        self.root.wait_for()
        self.page.locator(".wb-pane").focus()
        return self

    def _to_python(self, message: dict[str, Any]) -> str:
        self.handled.append(message)
        answers = None if self.before is None else self.before(message)
        # what goes through a comm is JSON
        return json.dumps(self.session.handle(message) if answers is None else answers)

    @property
    def root(self) -> Locator:
        """The widget, once it shows an article."""
        return self.page.locator(".wb[data-ready]")

    @property
    def pane(self) -> Locator:
        return self.page.locator(".wb-pane")

    def sentence(self, index: int) -> Locator:
        """The text of a sentence of the open document."""
        return self.page.locator(f".wb-row[data-index='{index}'] .wb-s")

    def press(self, *keys: str) -> None:
        """Press keys one after another, each after the one before is settled."""
        for key in keys:
            self.page.keyboard.press(key)
            self.settle()

    def settle(self) -> None:
        """Wait until nothing is on its way."""
        self.page.wait_for_selector(".wb[data-queue='0']", state="attached")

    def edges(self, words: str, *, index: int = 3) -> dict[str, dict[str, float]]:
        """Where on the page `words` of a sentence begin and end."""
        self.sentence(index).scroll_into_view_if_needed()
        found: dict[str, dict[str, float]] = self.page.evaluate(
            EDGES, {"index": index, "words": words}
        )
        return found

    def select(self, words: str, *, index: int = 3) -> None:
        """Drag over `words` in a sentence, from their first letter to their last."""
        box = self.edges(words, index=index)
        self.drag(box["from"], box["to"])

    def drag(self, start: dict[str, float], end: dict[str, float]) -> None:
        mouse = self.page.mouse
        mouse.move(start["x"], start["y"])
        mouse.down()
        mouse.move((start["x"] + end["x"]) / 2, (start["y"] + end["y"]) / 2)
        mouse.move(end["x"], end["y"], steps=2)
        mouse.up()

    def selected(self) -> str | None:
        """The words that the annotator holds selected."""
        text: str | None = self.page.evaluate(
            "() => [...(CSS.highlights.get('wb-selection') ?? [])].map(String).join('|') || null"
        )
        return text

    def annotation(self, sentence: str | None = None) -> dict[str, Any]:
        """What is stored of a sentence, by default of the one in focus."""
        snapshot = json.loads(json.dumps(self.session.snapshot()))
        found: dict[str, Any] = snapshot["annotations"][sentence or snapshot["ui"]["sentence"]]
        return found


# Where the eye sees some words begin and end: the edges of their first and last line.
EDGES = """({index, words}) => {
  const root = document.querySelector('.wb') ?? document.getElementById('cell').shadowRoot;
  const text = root.querySelector(`.wb-row[data-index='${index}'] .wb-s`);
  const start = text.textContent.indexOf(words);
  if (start < 0) throw new Error('not in the sentence: ' + words);
  const range = document.createRange();
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let passed = 0;
  for (let node = walker.nextNode(); node; passed += node.length, node = walker.nextNode()) {
    const at = offset => offset >= passed && offset <= passed + node.length;
    if (at(start) && start < passed + node.length) range.setStart(node, start - passed);
    if (at(start + words.length)) { range.setEnd(node, start + words.length - passed); break; }
  }
  const boxes = [...range.getClientRects()];
  const line = box => boxes.filter(each => Math.abs(each.top - box.top) < box.height / 2);
  const [first, last] = [line(boxes[0]), line(boxes.at(-1))];
  const rtl = getComputedStyle(text).direction === 'rtl';
  const left = line => Math.min(...line.map(box => box.left)) + .5;
  const right = line => Math.max(...line.map(box => box.right)) - .5;
  const middle = line => (line[0].top + line[0].bottom) / 2;
  return {
    from: {x: rtl ? right(first) : left(first), y: middle(first)},
    to: {x: rtl ? left(last) : right(last), y: middle(last)},
  };
}"""


def serve_widget(route: Route) -> None:
    """Answer the page's requests: itself, and the built bundles."""
    name = route.request.url.removeprefix(ADDRESS).partition("?")[0]
    if not name:
        route.fulfill(body=PAGE, content_type="text/html")
    elif name.endswith((".js", ".css")):
        kind = "text/javascript" if name.endswith(".js") else "text/css"
        route.fulfill(body=(STATIC / name).read_text(encoding="utf-8"), content_type=kind)
    else:
        route.fulfill(status=204)
