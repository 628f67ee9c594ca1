from __future__ import annotations

import io
import json
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.cli.terminal import dump_json, printable, showing_progress

ANY_TEXT = st.text(st.characters())


@given(ANY_TEXT)
def test_nothing_that_steers_a_terminal_is_left(text: str) -> None:
    shown = printable(text)
    assert not [each for each in shown if unicodedata.category(each) in {"Cc", "Cs", "Zl", "Zp"}]
    assert not [
        each
        for each in shown
        if unicodedata.bidirectional(each) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI",
                                               "FSI", "PDI"}
    ]  # fmt: skip


@given(st.dictionaries(ANY_TEXT, ANY_TEXT | st.integers() | st.none(), max_size=3))
def test_json_escaped_for_a_terminal_says_the_same(value: dict[str, object]) -> None:
    assert json.loads(printable(dump_json(value))) == json.loads(json.dumps(value))
    dump_json(value).encode("utf-8")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_shown_in_a_terminal_and_nowhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    for stream, shows in ((Terminal(), True), (io.StringIO(), False)):
        monkeypatch.setattr(sys, "stderr", stream)
        with showing_progress() as progress:
            progress(0.5, "[red]a\u202eb.txt")
        shown = stream.getvalue()
        assert ("[red]a\\u202eb.txt" in shown, " 50%" in shown) == (shows, shows)
        assert "[progress" not in shown


def test_words_are_shown_as_they_are() -> None:
    for text in ("الوزارةُ صحيـــفة", "می\u200cشود", "👩\u200d👩\u200d👧 café", "a\\b"):
        assert printable(text) == text
