"""From articles on disk to a valid line of gold, through JupyterLab, a reload and a crash."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.jupyterlab import JupyterLab, Notebook
from tests.browser.page_fixture import EDGES
from workbench.project import open_project

ROOT = Path(__file__).parents[2]
CELL = "from workbench import open_project\nproject = open_project('.')\nproject.annotate('amal')"
# Words of a sentence, counted from 0: only their places matter here, so that no words of the real
# articles are needed.
CLAIM, OFFICIAL, SAID = (6, 9), (4, 5), (5, 6)
AGENCY, RELAYED = (1, 3), (0, 1)
MINISTRY, DENIED = (10, 11), (9, 10)
PALACE, DECLINED, TO_COMMENT = (12, 13), (11, 12), (13, 14)
WORDS_NEEDED = 15
PUNCTUATION = '،,.:؛"“”«»()'


@pytest.fixture(params=["samples", "real articles"])
def articles(request: pytest.FixtureRequest) -> Path:
    """Return the folder of our own samples, then the one of the real articles."""
    if request.param == "samples":
        return ROOT / "seeds"
    shared: Path = request.getfixturevalue("shared")
    return shared / "seeds"


def run(*arguments: str, cwd: Path) -> str:
    """Run a command as a person would, and return what it prints."""
    done = subprocess.run(
        [sys.executable, "-m", "workbench", *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


class Desk:
    """The annotator in a notebook: selections with the mouse, all else with keys."""

    def __init__(self, notebook: Notebook) -> None:
        self.page = notebook.page
        self.root = self.page.locator(".wb[data-ready]")
        self.root.wait_for()
        self.page.locator(".wb-pane").focus()

    def saved(self) -> None:
        expect(self.page.locator(".wb")).to_have_attribute("data-queue", "0", timeout=30_000)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.saved()

    def choose(self, index: int) -> None:
        """Put a sentence of the open article in focus."""
        self.page.locator(f".wb-row[data-index='{index}'] .wb-s").click()
        self.saved()

    def select(self, index: int, words: tuple[int, int]) -> None:
        """Drag over words of a sentence; the edges of letters come from the page."""
        text = self.page.locator(f".wb-row[data-index='{index}'] .wb-s")
        text.scroll_into_view_if_needed()
        all_words = (text.text_content() or "").split(" ")
        quote = " ".join(all_words[slice(*words)]).strip(PUNCTUATION)
        box = self.page.evaluate(EDGES, {"index": index, "words": quote})
        mouse = self.page.mouse
        mouse.move(box["from"]["x"], box["from"]["y"])
        mouse.down()
        mouse.move(box["to"]["x"], box["to"]["y"], steps=8)
        mouse.up()
        self.saved()


def find_long_sentence(project_folder: Path) -> tuple[int, int]:
    """Return the position in the project, and in its article, of a sentence with enough words.

    All words that the test marks differ from one another, so that each is found where it stands.
    """
    with open_project(project_folder) as project:
        store = project.session("amal").store
        for document_id in store.document_ids():
            stored = store.get_document(document_id)
            for index, sentence in enumerate(stored.sentences):
                text = stored.document.text[sentence.start : sentence.end]
                if sentence.kind == "body" and is_unambiguous(text):
                    return sentence.position, index
    raise AssertionError("no article has a sentence that is long enough")


def is_unambiguous(text: str) -> bool:
    """Answer whether there are enough words, and none of them a second time or inside another."""
    words = [word.strip(PUNCTUATION) for word in text.split(" ")[:WORDS_NEEDED]]
    return len(words) == WORDS_NEEDED and all(word and text.count(word) == 1 for word in words)


def tag_three_stances(desk: Desk, index: int) -> None:
    """One claim that a relayed official affirms, a ministry denies and a palace declines."""
    desk.select(index, CLAIM)
    desk.press("1")
    desk.select(index, OFFICIAL)  # the armed slot takes it
    desk.select(index, SAID)
    desk.press("3", "q", "l")
    desk.select(index, AGENCY)
    desk.select(index, RELAYED)
    desk.press("3")
    desk.select(index, MINISTRY)
    desk.press("2")
    desk.select(index, DENIED)
    desk.press("3", "w")
    desk.select(index, PALACE)
    desk.press("2")
    desk.select(index, DECLINED)
    desk.press("3")
    desk.select(index, TO_COMMENT)
    desk.press("Shift+3", "t")


@pytest.mark.timeout(600)
def test_an_article_becomes_a_valid_line_of_gold(
    lab: JupyterLab, open_notebook: Callable[..., Notebook], articles: Path, tmp_path: Path
) -> None:
    folder = lab.root / tmp_path.name
    run("init", str(folder), cwd=tmp_path)
    paths = [str(path) for path in sorted(articles.glob("*.txt"))]
    run("ingest", *paths, "--project", str(folder), cwd=tmp_path)
    position, index = find_long_sentence(folder)
    name = lab.write_notebook(f"{tmp_path.name}/annotate.ipynb", CELL)

    notebook = open_notebook(name)
    notebook.run_all()
    desk = Desk(notebook)
    desk.press("g")
    desk.page.keyboard.type(str(position + 1))
    desk.press("Enter")
    tag_three_stances(desk, index)
    rows = desk.page.locator(".wb-card [data-attribution]")
    expect(rows).to_have_count(4)
    notebook.save()

    notebook.reload()
    notebook.run_all()
    desk = Desk(notebook)
    expect(rows).to_have_count(4)

    lab.kill_kernel(name)
    desk.page.get_by_role("dialog").get_by_role("button", name="Ok").click()
    desk.page.locator(".wb-pane").focus()
    desk.page.keyboard.press("f")
    expect(desk.page.locator(".wb-save")).to_contain_text("NOT SAVED", timeout=15_000)
    notebook.wait_for_kernel()  # JupyterLab starts another one by itself
    notebook.run_all()
    desk = Desk(notebook)
    desk.saved()
    expect(rows).to_have_count(4)
    desk.press("Enter")
    expect(desk.page.locator(".wb-save")).to_contain_text("Saved")
    notebook.page_errors.clear()  # sending to a dead kernel is an error of JupyterLab's own

    run("export", "--layer", "annotator:a01", "--project", str(folder), cwd=tmp_path)
    (exported,) = (folder / "exports").glob("*.jsonl")
    run("validate", str(exported), cwd=tmp_path)
    (record,) = [json.loads(line) for line in exported.read_text("utf-8").splitlines()]
    check_record(record)


def check_record(record: dict) -> None:  # type: ignore[type-arg]
    """What was tagged is what is in the file: nested, denied, declined, flagged and done."""
    (claim,) = record["claims"]
    by_stance = {each["stance"]: each for each in record["attributions"]}
    (decision,) = [each for each in record["decisions"] if each["status"] == "done"]
    assert (decision["sentence"], decision["flagged"]) == (claim["sentence"], True)
    assert set(by_stance) == {"affirm", "report", "deny", "decline"}
    assert by_stance["report"]["targets"] == [by_stance["affirm"]["id"]]
    assert all(
        by_stance[each]["targets"] == [claim["id"]] for each in ("affirm", "deny", "decline")
    )
    assert len(by_stance["decline"]["cue"]) == 2
    assert claim["voice"] == "attributed"
