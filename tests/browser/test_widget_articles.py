"""Files dropped or chosen become articles, and what became of each is said."""

from __future__ import annotations

import threading
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.page_fixture import ADDRESS, serve_widget
from workbench.errors import InputError
from workbench.widgets import Articles

START = """async () => {
  const listeners = [];
  const model = {
    get: () => 3_000_000, on: (event, listener) => listeners.push(listener), off() {},
    send(message, callbacks, [buffer]) {
      const parts = Array.from({length: Math.ceil(buffer.byteLength / 8192)}, (_, index) =>
        String.fromCharCode(...new Uint8Array(buffer).subarray(index * 8192, (index + 1) * 8192)));
      window.toPython(message, btoa(parts.join('')))
        .then(answer => listeners.forEach(listener => listener(answer)));
    },
  };
  const widget = (await import('/articles.js')).default;
  widget.render({model, el: document.getElementById('cell')});
}"""


@pytest.fixture
def added(page: Page) -> Iterator[dict[str, bytes]]:
    """Open the drop zone; what is added comes here."""
    contents: dict[str, bytes] = {}

    def add(name: str, content: bytes) -> list[str]:
        if b"\0" in content:
            raise InputError("Expected a text, got a binary file.", hint="Save it as UTF-8.")
        contents[name] = content
        return ["a1", "a2"] if name.endswith(".jsonl") else []

    articles = Articles(add)
    lock = threading.Lock()

    def to_python(message: dict[str, Any], content: str) -> dict[str, Any]:
        with lock:
            return articles._take(message, [b64decode(content)])

    page.route(f"{ADDRESS}**", serve_widget)
    page.expose_function("toPython", to_python)
    page.goto(ADDRESS)
    page.evaluate(START)
    yield contents
    articles.close()


def test_chosen_files_arrive_whole_and_their_outcome_is_told(
    page: Page, added: dict[str, bytes], tmp_path: Path
) -> None:
    large = bytes(range(1, 251)) * 9_000  # three pieces
    files = {"خبر.txt": "نص".encode(), "many.jsonl": b"{}", "large.csv": large, "bad.txt": b"\0"}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    page.locator("input[type=file]").set_input_files([tmp_path / name for name in files])
    rows = page.locator(".wb-files > li")
    expect(rows).to_have_count(4)
    expect(page.locator(".wb-files > [data-outcome='added']")).to_have_count(3)
    expect(rows.nth(1)).to_contain_text("2 articles added")
    expect(rows.nth(0)).to_contain_text("already")
    expect(rows.nth(3)).to_contain_text("Expected a text, got a binary file. Save it as UTF-8.")
    assert added == {name: content for name, content in files.items() if name != "bad.txt"}


def test_files_are_dropped_onto_it(page: Page, added: dict[str, bytes]) -> None:
    page.evaluate(
        """() => {
          const data = new DataTransfer();
          data.items.add(new File(['نص'], 'dropped.txt'));
          data.items.add(new File([new Uint8Array(3_000_001)], 'huge.csv'));
          const event = new DragEvent('drop', {dataTransfer: data, cancelable: true});
          document.querySelector('.wb-drop').dispatchEvent(event);
        }"""
    )
    expect(page.locator(".wb-files > [data-outcome='added']")).to_have_count(1)
    expect(page.locator(".wb-files > [data-outcome='refused']")).to_contain_text("larger than 3 MB")
    assert added == {"dropped.txt": "نص".encode()}
