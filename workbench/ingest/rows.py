"""From a row of a table to an article: which fields are known, and what each may hold."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, time, timedelta
from decimal import Decimal
from math import isfinite, isnan
from pathlib import Path
from typing import Any

import regex

from workbench.errors import InputError, RecordError, UsageError, WorkbenchError
from workbench.ingest.article import Article, BadInput
from workbench.text import is_edtf, normalize_text

KNOWN_FIELDS = ("id", "title", "publisher", "url", "published", "language")
_CONTROL = regex.compile(r"\p{Cc}")
_LANGUAGE = regex.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*")
_ID_LENGTH = 255
_SPACED_TIME = regex.compile(r"(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.\d+)?")


def build_article(
    row: Mapping[str, Any], path: Path, line: int, language: str | None, read_bytes: int = 0
) -> Article | BadInput:
    """Return the article that `row` (JSON values) holds, or what is wrong with the row."""
    try:
        return _build(row, path, line, language, read_bytes)
    except WorkbenchError as error:
        return BadInput(path, line, error, read_bytes)


def check_text(raw: str) -> str:
    """Return the stored text of `raw`; a blank one is an `InputError`."""
    text = normalize_text(raw)
    if not text or text.isspace():
        raise InputError("Expected text, got nothing but white space.")
    return text


def check_language(language: str | None) -> None:
    """Refuse what cannot be a language tag."""
    if language is not None and not _LANGUAGE.fullmatch(language):
        raise UsageError(
            f"Expected a language tag such as ar, en or fa, got {language!r}.", subject=language
        )


def to_json_value(value: Any) -> Any:
    """Return `value` of a table as JSON carries it.

    Dates and times become ISO 8601 strings, decimals strings with all their digits, NaN ``None``,
    infinities strings, durations seconds, bytes text where they are UTF-8 and hex where not.
    """
    match value:
        case None | bool() | int() | str():
            plain: Any = value
        case float():
            plain = value if isfinite(value) else (None if isnan(value) else str(value))
        case date() | time():  # a datetime is a date
            plain = value.isoformat()
        case timedelta():
            plain = value.total_seconds()
        case Decimal():
            plain = None if value.is_nan() else str(value)
        case bytes():
            plain = _from_bytes(value)
        case Mapping():
            plain = {str(key): to_json_value(item) for key, item in value.items()}
        case list() | tuple():
            plain = [to_json_value(item) for item in value]
        case _:
            plain = str(value)
    return plain


def _from_bytes(value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.hex()


def _build(
    row: Mapping[str, Any], path: Path, line: int, language: str | None, read_bytes: int
) -> Article:
    if not isinstance(row.get("text"), str):
        raise _no_text(row)
    known = {name: _read_known(row, name) for name in KNOWN_FIELDS}
    metadata = _gather_metadata(row)
    notes: tuple[str, ...] = ()
    known["published"], note = _read_published(known["published"])
    if note:
        metadata["published"] = row["published"]
        notes = (note,)
    _check_id(known["id"])
    check_language(known["language"])
    known["language"] = known["language"] or language
    return Article(
        check_text(row["text"]),
        path,
        line,
        **known,
        metadata=metadata,
        notes=notes,
        read_bytes=read_bytes,
    )


def _no_text(row: Mapping[str, Any]) -> RecordError:
    if "schema_version" in row and "document" in row:
        return RecordError(
            "Expected an article, got an annotated record.",
            hint="Bring it in with `workbench import FILE --layer L`.",
        )
    got = "no such field" if "text" not in row else f"{_name_type(row['text'])}"
    fields = ", ".join(map(str, list(row)[:12]))
    return RecordError(
        f"Expected text in the field `text`, got {got}.", hint=f"The row has: {fields}."
    )


def _name_type(value: Any) -> str:
    names = {type(None): "nothing", bool: "a boolean", int: "a number", float: "a number"}
    return names.get(type(value), "a list or object")


def _read_known(row: Mapping[str, Any], name: str) -> str | None:
    value = row.get(name)
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if not isinstance(value, str):
        raise RecordError(f"Expected text in the field `{name}`, got {_name_type(value)}.")
    _refuse_surrogates(value, name)
    return value.strip() if name != "id" else value


def _gather_metadata(row: Mapping[str, Any]) -> dict[str, Any]:
    others = {
        name: value
        for name, value in row.items()
        if name not in KNOWN_FIELDS and name not in {"text", "metadata"}
    }
    given = row.get("metadata")
    if isinstance(given, Mapping):
        twice = given.keys() & others.keys()
        if twice:
            raise RecordError(f"Expected `{min(twice)}` once, got it in `metadata` too.")
        others = {**given, **others}
    elif given is not None:
        others["metadata"] = given
    _refuse_surrogates(others, "metadata")
    return others


def _refuse_surrogates(value: Any, name: str) -> None:
    try:
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode("utf-8")
    except UnicodeEncodeError:
        raise RecordError(
            f"Expected whole characters in `{name}`, got half of a surrogate pair."
        ) from None
    except (ValueError, TypeError, RecursionError) as error:
        raise RecordError(f"Expected JSON values in `{name}`, got others: {error}.") from None


def _read_published(value: str | None) -> tuple[str | None, str | None]:
    """Return `value` as EDTF; or ``None``, and a note that says so."""
    if value is None or is_edtf(value):
        return value, None
    spaced = _SPACED_TIME.match(value)
    if spaced and is_edtf(candidate := f"{spaced[1]}T{spaced[2]}{value[spaced.end() :]}"):
        return candidate, None
    whole = regex.sub(r"(T\d\d:\d\d:\d\d)\.\d+", r"\1", value)
    if is_edtf(whole):
        return whole, None
    return (
        None,
        f"Expected an EDTF date (2024-10-24) in `published`, got {value[:60]!r}: kept in metadata.",
    )


def _check_id(given: str | None) -> None:
    if given is None:
        return
    if len(given) > _ID_LENGTH or _CONTROL.search(given):
        raise RecordError(
            f"Expected an id of 1 to {_ID_LENGTH} characters without control characters, "
            f"got {len(given)} characters: {given[:40]!r}."
        )
