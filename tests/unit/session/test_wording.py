"""The interface's words: the same texts in each language, and numbers in their forms."""

from __future__ import annotations

import re
import string
from pathlib import Path
from typing import Any

import pytest

from workbench.errors import UsageError
from workbench.session import Session
from workbench.session.operations import EDITS
from workbench.session.wording import LANGUAGES, load_texts, name_of, plural_form, refusal, word

SESSION = Path(__file__).parents[3] / "workbench" / "session"


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
    assert keys
    for language in LANGUAGES:
        texts = load_texts(language)
        wanted = {key.split(".")[1] for key in texts if key.startswith("error.")}
        assert wanted == keys
        assert all(("hint" in key) <= (key.removesuffix(".hint") in texts) for key in texts)


def test_every_operation_says_something_in_each_language(session: Session) -> None:
    spoken = {"mark", "fill", "source_kind", "decide", "stance", "certainty", "flag", "unsure"}
    spoken |= {"choose", "gap"}
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
