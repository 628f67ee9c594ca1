"""The interface's words: the same texts in each language, and numbers in their forms."""

from __future__ import annotations

import re
import sqlite3
import string
import tomllib
from pathlib import Path
from typing import Any

import pytest

from workbench.errors import ConflictError, UsageError, WorkbenchError
from workbench.model import registering
from workbench.session import Session
from workbench.session.operations import EDITS
from workbench.session.wording import (
    LANGUAGES,
    load_texts,
    name_of,
    plural_form,
    refusal,
    say_error,
    word,
)
from workbench.store import failures

SESSION = Path(__file__).parents[3] / "workbench" / "session"
STORE = SESSION.parent / "store"
SCHEME = SESSION.parent / "scheme"
ARABIC = re.compile("[\u0621-\u064a]")


def say(session: Session, name: str, number: int, **args: Any) -> dict[str, Any]:
    """Ask for an operation in Arabic, and return the answer."""
    message = {"t": "do", "view": "v1", "key": f"{number:032x}", "name": name, "args": args}
    answer: dict[str, Any] = session.handle({**message, "language": "ar"})[0]
    return answer


@pytest.mark.parametrize(
    ("count", "form"),
    [
        *((0, "zero"), (1, "one"), (2, "two"), (3, "few"), (10, "few"), (11, "many"), (99, "many")),
        *((100, "other"), (102, "other"), (103, "few"), (111, "many"), (1000, "other")),
    ],
)
def test_arabic_numbers_take_their_form(count: int, form: str) -> None:
    assert plural_form("ar", count) == form


def test_english_has_two_forms_and_a_text_may_have_one_for_none() -> None:
    assert [plural_form("en", count) for count in (0, 1, 2)] == ["other", "one", "other"]
    assert word("en", "articles.count", {"count": 0}).startswith("Nothing new")
    assert word("ar", "articles.count", {"count": 2}) == "أُضيف مقالان."


def test_every_refusal_has_its_text_in_each_language() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in SESSION.glob("*.py"))
    keys = set(re.findall(r'\brefusal\(\s*"(\w+)"', source))
    below = [path for folder in (STORE, SCHEME) for path in folder.glob("*.py")]
    store = "\n".join(path.read_text(encoding="utf-8") for path in below)
    keys |= {*re.findall(r'\bwording ?= ?\("(\w+)"', store), "other"}
    keys |= {f"store_{name}" for name in failures._NAMES.values()}
    keys |= {f"entity_{name}" for name in registering._TEXTS}
    assert keys
    for language in LANGUAGES:
        texts = load_texts(language)
        wanted = {key.split(".")[1] for key in texts if key.startswith("error.")}
        assert wanted == keys
        assert all(("hint" in key) <= (key.removesuffix(".hint") in texts) for key in texts)


def find_kinds(kind: type[WorkbenchError]) -> list[type[WorkbenchError]]:
    return [kind, *(each for child in kind.__subclasses__() for each in find_kinds(child))]


def test_whatever_goes_wrong_is_told_in_arabic() -> None:
    # What other layers raise cannot come up through a session, and may not have been imported.
    reachable = ("workbench.errors", "workbench.session", "workbench.store")
    for kind in find_kinds(WorkbenchError):
        if not kind.__module__.startswith(reachable):
            continue
        given: dict[str, Any] = {"mine": {}, "theirs": {}} if kind is ConflictError else {}
        error = kind("Expected this, got that.", hint="Do so.", **given)
        message, _ = say_error("ar", error)
        assert ARABIC.search(message)
        assert "got that" in message
        assert say_error("en", error) == ("Expected this, got that.", "Do so.")


@pytest.mark.parametrize(
    ("code", "word"),
    [
        (sqlite3.SQLITE_BUSY, "محجوز"),
        (sqlite3.SQLITE_FULL, "ممتلئ"),
        (sqlite3.SQLITE_READONLY, "للقراءة فقط"),
        (sqlite3.SQLITE_CORRUPT, "تعذّرت قراءة"),
        (sqlite3.SQLITE_CANTOPEN, "تعذّر الوصول"),
        (sqlite3.SQLITE_CONSTRAINT, "رفض المخزن"),
    ],
)
def test_what_the_store_cannot_do_is_told_in_the_persons_language(
    session: Session, monkeypatch: pytest.MonkeyPatch, code: int, word: str
) -> None:
    def fail(*_: object) -> None:
        failure = sqlite3.OperationalError("no such luck")
        failure.sqlite_errorcode = code
        with failures.translated("harbour.sqlite"):
            raise failure

    monkeypatch.setattr(session.store, "save", fail)
    answer = say(session, "flag", 1)
    said = answer["message"] if answer["t"] == "later" else answer["error"]["message"]
    assert word in said
    assert "harbour.sqlite" in said
    english = {"t": "do", "view": "v1", "key": "2" * 32, "name": "flag", "language": "en"}
    answer = session.handle(english)[0]
    said = answer["message"] if answer["t"] == "later" else answer["error"]["message"]
    assert said.startswith(("The store harbour", "The disk of the store harbour"))
    assert "Try again" in said or code != sqlite3.SQLITE_BUSY


def test_the_catalogues_english_says_what_the_store_says() -> None:
    for sentence, name in failures._NAMES.items():
        values = {"place": "P", "reason": "R"}
        assert word("en", f"error.store_{name}", values) == sentence.format_map(values)
        assert word("en", f"error.store_{name}.hint") == failures._HINTS[sentence]


def test_why_a_stretch_is_what_it_is_has_its_words() -> None:
    patterns = tomllib.loads((SESSION.parent / "text" / "patterns.toml").read_text("utf-8"))
    names = set(re.findall(r"'name': '([a-z-]+)'", str(patterns)))
    assert "published" in names
    for language in LANGUAGES:
        assert {f"because.{name}" for name in names} <= load_texts(language).keys()


def test_every_operation_says_something_in_each_language(session: Session) -> None:
    spoken = {"mark", "fill", "source_kind", "decide", "stance", "certainty", "flag", "unsure"}
    spoken |= {"choose", "entities", "gap", "link"}
    for name in set(EDITS) - spoken:
        assert {name_of(language, "say.done", name) for language in LANGUAGES} & {name} == set()


def test_an_operation_is_said_and_refused_in_the_language_of_the_asker(session: Session) -> None:
    spans = [{"start": s.start, "end": s.end, "text": s.text} for s in session.find("وصلت")]
    assert (
        say(session, "mark", 1, role="claim", spans=spans)["say"] == "ادعاء: وصلت. التالي: المصدر."
    )
    refused = say(session, "decide", 2, status="done")["error"]
    assert refused["message"] == "تلزم ادعاءات مكتملة، وفيها خانة فارغة: المصدر."
    assert refused["hint"] == "املأ المعلَّم أو احذفه."
    assert say(session, "source_kind", 3, realization="implicit")["say"].startswith("المصدر: غير")
    assert say(session, "stance", 4, value="deny")["say"] == "نفي، مؤكد."
    assert say(session, "undo", 5)["say"] == "تراجُع: الموقف."


def test_an_error_itself_is_english() -> None:
    error = refusal("unfinished", count=2, slots=("slot.cue", "slot.source"))
    assert error.message == "Expected finished claims, 2 slots are empty: cue, source."
    assert str(error).endswith("Fill what is marked, or delete it.")


def test_the_catalogue_is_read_as_it_is_written() -> None:
    for language in LANGUAGES:
        for key, entry in load_texts(language).items():
            for form in entry.values() if isinstance(entry, dict) else (entry,):
                assert all(name for _, name, _, _ in string.Formatter().parse(form) if name), key
    with pytest.raises(UsageError):
        load_texts("xx")


def test_the_catalogues_english_says_what_the_register_says() -> None:
    for name, sentence in registering._TEXTS.items():
        assert load_texts("en")[f"error.entity_{name}"] == sentence
