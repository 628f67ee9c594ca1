"""The interface's own words in English and Arabic, from the catalogue that the widgets read too."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from workbench.errors import EditError, UsageError, WorkbenchError
from workbench.scheme.labels import Wording

LANGUAGES = ("en", "ar")
"""The languages that every text of the interface exists in."""

Values = Mapping[str, str | int]


@lru_cache
def load_texts(language: str) -> dict[str, Any]:
    """Return all texts of a language: each a string, or one for each form of a number."""
    if language not in LANGUAGES:
        raise UsageError(f"Expected one of {', '.join(LANGUAGES)}, got {language!r}.")
    path = files("workbench.session").joinpath(f"texts-{language}.json")
    return dict(json.loads(path.read_text(encoding="utf-8")))


def plural_form(language: str, count: int) -> str:
    """Return the CLDR name of the form that goes with a whole number in a language."""
    if language != "ar":
        return "one" if count == 1 else "other"
    if count in (0, 1, 2):
        return ("zero", "one", "two")[count]
    rest = count % 100
    if 3 <= rest <= 10:
        return "few"
    return "many" if rest >= 11 else "other"


def word(language: str, key: str, values: Values | None = None) -> str:
    """Return a text with its places filled; ``count`` chooses among the forms of a number."""
    values = values or {}
    entry = load_texts(language)[key]
    if not isinstance(entry, str):
        count = int(values.get("count", 0))
        form = "zero" if count == 0 and "zero" in entry else plural_form(language, count)
        entry = entry.get(form, entry["other"])
    return str(entry).format_map({name: str(value) for name, value in values.items()})


def name_of(language: str, area: str, name: str) -> str:
    """Return the text of a name that comes as data; the name itself where there is none."""
    texts = load_texts(language)
    return str(texts.get(f"{area}.{name}", name))


def label_of(language: str, texts: Wording) -> str:
    """Return a label of the scheme in a language."""
    return texts.ar if language == "ar" else texts.en


def refusal(
    key: str, /, *, subject: Any = None, kind: type[WorkbenchError] = EditError, **values: Any
) -> WorkbenchError:
    """Return an error that knows its text in every language; its own message is the English one.

    Parameters
    ----------
    key
        Which of the catalogue's ``error`` texts it is.
    subject, kind
        The object that the error is about, and its class.
    values
        What fills the text's places. A value that is itself a key of the catalogue, such as
        ``slot.source``, is written in the language; a tuple becomes a list.
    """
    message, hint = _say_refusal("en", key, values)
    return kind(message, hint=hint, subject=subject, wording=(key, values))


def say_error(language: str, error: WorkbenchError) -> tuple[str, str | None]:
    """Return the message and the hint of an error in a language.

    An error that only a script, a broken view or a broken store meets is English inside a sentence
    of the language.
    """
    if language == "en":
        return error.message, error.hint
    if error.wording is not None:
        return _say_refusal(language, *error.wording)
    return _say_refusal(language, "other", {"message": f"\u2068{error}\u2069"})


def _say_refusal(language: str, key: str, values: Mapping[str, Any]) -> tuple[str, str | None]:
    filled = {name: _fill(language, value) for name, value in values.items()}
    hint = f"error.{key}.hint"
    return (
        word(language, f"error.{key}", filled),
        word(language, hint) if hint in load_texts(language) else None,
    )


def _fill(language: str, value: Any) -> str | int:
    if isinstance(value, tuple):
        separator = load_texts(language)["tools.separator"]
        return str(separator).join(str(_fill(language, each)) for each in value)
    if isinstance(value, int):
        return value
    return str(load_texts(language).get(value, value))
