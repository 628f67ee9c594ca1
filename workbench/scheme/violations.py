"""What is wrong at which place of a file, and how it is shown."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

SHOWN_LENGTH = 60


class Problem(NamedTuple):
    """What is wrong inside one record; `pointer` is a JSON pointer (RFC 6901) into its line."""

    pointer: str
    expected: str
    got: str
    is_warning: bool = False


@dataclass(frozen=True)
class Violation:
    """What is wrong at one place of one file.

    Parameters
    ----------
    file
        The file as it was named.
    line
        The line's number, from 1; 0 for a record that is in no file.
    pointer
        A JSON pointer into the line (RFC 6901); ``""`` is the line as a whole.
    expected, got
        What belongs there and what stands there, shortened and escaped for a terminal.
    is_warning
        Whether the record is valid all the same.
    """

    file: str
    line: int
    pointer: str
    expected: str
    got: str
    is_warning: bool = False

    def __str__(self) -> str:
        """Return ``FILE:LINE: /json/pointer: expected ..., got ...``."""
        kind = "warning: " if self.is_warning else ""
        place = f"{escape(self.pointer)}: " if self.pointer else ""
        said = f"{kind}{place}expected {self.expected}, got {self.got}"
        return f"{escape(self.file)}:{self.line}: {said}"


def escape(text: str) -> str:
    r"""Return `text` with every character that shows nothing, or moves others, as an escape.

    Examples
    --------
    >>> escape("a\u202eb\tc")
    'a\\u202eb\\u0009c'
    """
    if text.isprintable():  # no control, bidi override, surrogate, or space but U+0020
        return text
    return "".join(each if each.isprintable() else _escape_one(each) for each in text)


def show(value: Any) -> str:
    """Return a JSON value for a message: escaped, and shortened to about 60 characters."""
    if isinstance(value, str):
        return show_text(value)
    if isinstance(value, dict):
        return f"an object of {len(value)} keys" if value else "{}"
    if isinstance(value, list | tuple):
        return f"a list of {len(value)}" if value else "[]"
    try:
        return _shorten(json.dumps(value), SHOWN_LENGTH)
    except (TypeError, ValueError):  # a literal that is no number, or an integer of endless digits
        return _shorten(str(value), SHOWN_LENGTH)


def show_text(text: str) -> str:
    """Return `text` in quotation marks, escaped, shortened with its length in characters."""
    if len(text) <= SHOWN_LENGTH:
        return f'"{_quote(text)}"'
    return f'"{_quote(text[:SHOWN_LENGTH])}"... ({len(text)} characters)'


def show_choices(values: Iterable[Any]) -> str:
    """Return the values of which one was expected, as JSON writes them."""
    return " | ".join(json.dumps(value, ensure_ascii=False) for value in values)


def escape_key(key: str) -> str:
    """Return an object's key as a JSON pointer writes it: ``~`` as ``~0``, ``/`` as ``~1``."""
    short = key if len(key) <= SHOWN_LENGTH else f"{key[:SHOWN_LENGTH]}..."
    return short.replace("~", "~0").replace("/", "~1")


def _quote(text: str) -> str:
    return escape(text.replace("\\", "\\\\").replace('"', '\\"'))


def _shorten(text: str, length: int) -> str:
    return escape(text if len(text) <= length else f"{text[:length]}...")


def _escape_one(character: str) -> str:
    number = ord(character)
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"
