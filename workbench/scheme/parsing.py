"""Lines of JSON, read so that nothing is lost: duplicate keys, odd numbers, lone surrogates."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterator
from typing import Any

from workbench.scheme.violations import Problem, escape_key, show, show_text

MAX_DEPTH = 100

# More than this many digits Python refuses to read as an integer (`sys.int_info`).
_MAX_DIGITS = 4300


class Pairs(dict[str, Any]):
    """An object of a line that has a key more than once, with these keys."""

    twice: tuple[str, ...] = ()


class Number:
    """A number as it was written, where Python's own number would not show that it is odd."""

    def __init__(self, written: str) -> None:
        self.written = written

    def __str__(self) -> str:
        return self.written


def parse_line(text: str) -> Any:
    """Return the value of one line; what has a key twice as `Pairs`, odd numbers as `Number`.

    Raises
    ------
    json.JSONDecodeError, RecursionError
        If the line is no JSON, or is nested so deeply that it cannot be read.
    """
    return _DECODER.decode(text)


def iter_value_problems(value: Any) -> Iterator[Problem]:
    """Yield what no place may hold: a key twice, NaN, half a character, endless nesting."""
    stack: list[tuple[str, Any, int]] = [("", value, 1)]
    while stack:
        pointer, item, depth = stack.pop()
        if isinstance(item, str):
            if not _is_text(item):
                yield Problem(pointer, "no lone surrogate", show_text(item))
        elif isinstance(item, Number):
            yield from _iter_number_problems(pointer, item.written)
        elif isinstance(item, dict | list):
            if depth > MAX_DEPTH:
                yield Problem(pointer, f"at most {MAX_DEPTH} levels of nesting", "more")
                continue
            if isinstance(item, dict):
                yield from _iter_key_problems(pointer, item)
            children = list(_iter_children(pointer, item))
            stack.extend((place, child, depth + 1) for place, child in reversed(children))


def is_deep(value: Any, depth: int = 1) -> bool:
    """Answer whether `value`, which stands at level `depth`, has more levels than `MAX_DEPTH`."""
    level = [value]
    while level:
        if depth > MAX_DEPTH:
            return True
        inner: list[Any] = []
        for item in level:
            children = item.values() if isinstance(item, dict) else item
            inner.extend(child for child in children if isinstance(child, dict | list))
        level = inner
        depth += 1
    return False


def has_fraction(value: Any) -> bool:
    """Answer whether `value` holds a number with a fraction or an exponent anywhere."""
    stack = [value]
    while stack:
        item = stack.pop()
        for child in item.values() if isinstance(item, dict) else item:
            if isinstance(child, float):
                return True
            if isinstance(child, dict | list):
                stack.append(child)
    return False


def _iter_number_problems(pointer: str, written: str) -> Iterator[Problem]:
    if written in ("NaN", "Infinity", "-Infinity"):
        yield Problem(pointer, "a number that JSON knows", written)
    elif written.lstrip("-").isdecimal():
        if len(written.lstrip("-")) > _MAX_DIGITS:
            yield Problem(pointer, f"at most {_MAX_DIGITS} digits", f"{len(written)}")
    elif math.isinf(float(written)):
        yield Problem(pointer, "a number that 64 bits can hold", show(Number(written)))


def _iter_key_problems(pointer: str, item: dict[str, Any]) -> Iterator[Problem]:
    for key in item.twice if isinstance(item, Pairs) else ():
        yield Problem(f"{pointer}/{escape_key(key)}", "each key once", f"{show_text(key)} again")
    for key in item:
        if not _is_text(key):
            yield Problem(f"{pointer}/{escape_key(key)}", "no lone surrogate", show_text(key))


def _iter_children(pointer: str, item: dict[str, Any] | list[Any]) -> Iterator[tuple[str, Any]]:
    pairs = item.items() if isinstance(item, dict) else enumerate(item)
    for key, child in pairs:
        if isinstance(child, str | dict | list | Number):
            yield f"{pointer}/{escape_key(str(key))}", child


def _is_text(text: str) -> bool:
    return text.isascii() or not any("\ud800" <= each <= "\udfff" for each in text)


def _read_pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) == len(pairs):
        return value
    doubled = Pairs(pairs)
    counts = Counter(key for key, _ in pairs)
    doubled.twice = tuple(key for key, count in counts.items() if count > 1)
    return doubled


def _read_integer(written: str) -> int | Number:
    if written == "-0" or len(written.lstrip("-")) > _MAX_DIGITS:
        return Number(written)
    return int(written)


_DECODER = json.JSONDecoder(
    object_pairs_hook=_read_pairs,
    parse_int=_read_integer,
    parse_float=Number,
    parse_constant=Number,
)
