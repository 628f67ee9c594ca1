"""One record checked: from a line of a file, or from the model."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

import msgspec

from workbench.model import Record
from workbench.scheme.catalog import load_scheme, shipped_schemes
from workbench.scheme.form import FileRecord, Problems, salvage
from workbench.scheme.invariants import check_invariants
from workbench.scheme.parsing import (
    MAX_DEPTH,
    has_fraction,
    is_deep,
    iter_value_problems,
    parse_line,
)
from workbench.scheme.scheme import Scheme
from workbench.scheme.violations import Problem, Violation, show_choices, show_text

_decode_record = msgspec.json.Decoder(FileRecord).decode
_encode = msgspec.json.Encoder().encode

_METADATA_DEPTH = 3


class SchemeFinder:
    """Finds the scheme that a record names: the given one, or one that ships with the workbench."""

    def __init__(self, given: Scheme | None) -> None:
        self._given = given
        self._find = lru_cache(maxsize=64)(self._look_up)

    def __call__(self, name: str, version: str, problems: Problems) -> Scheme | None:
        """Return the scheme, or append what is unknown to `problems` and return ``None``."""
        found, problem = self._find(name, version)
        if problem is not None:
            problems.append(problem)
        return found

    def _look_up(self, name: str, version: str) -> tuple[Scheme | None, Problem | None]:
        known = list(shipped_schemes())
        if self._given is not None:
            if (name, version) == (self._given.name, self._given.version):
                return self._given, None
            known.append((self._given.name, self._given.version))
        if (name, version) in known:
            return load_scheme(name, version), None
        versions = [each for scheme, each in known if scheme == name]
        if versions:
            pointer, choices, got = "/provenance/scheme_version", versions, version
        else:
            pointer, choices, got = "/provenance/scheme", [scheme for scheme, _ in known], name
        return None, Problem(pointer, show_choices(dict.fromkeys(choices)), show_text(got))


def check_record(record: Record, scheme: Scheme | None = None) -> list[Violation]:
    """Return every violation and warning of `record`, as for a line 0 of no file.

    Parameters
    ----------
    record
        A record of the model. What is unfinished in it (a claim without a voice, an attribution
        without a stance) is a violation here: it has no place in files.
    scheme
        A scheme besides those that ship with the workbench, or one of them with features on.
    """
    find_scheme = SchemeFinder(scheme)
    problems: Problems = []
    try:
        plain = msgspec.to_builtins(record)
        readable = _convert(plain)
        # msgspec would write NaN as null, so that fractions are looked at one by one.
        if readable is not None and not has_fraction(record.document.metadata):
            check_invariants(readable, find_scheme, problems)
        else:
            problems, _ = _check_slowly(json.dumps(plain), find_scheme)
    except RecursionError:
        problems = [_describe_depth()]
    return [Violation("<record>", 0, *problem) for problem in problems]


def check_line(line: bytes, find_scheme: SchemeFinder) -> tuple[Problems, Any]:
    """Return what is wrong with one line of UTF-8, and its record as far as it is readable.

    Raises
    ------
    UnicodeDecodeError
        If the line is not UTF-8.
    """
    record = _read_quickly(line)
    if record is None:
        return _check_slowly(line.decode("utf-8"), find_scheme)
    problems: Problems = []
    check_invariants(record, find_scheme, problems)
    return problems, record


def _read_quickly(line: bytes) -> Any:
    """Return the record of a line that surely hides nothing, or ``None`` where that is unsure.

    msgspec takes the last of duplicate keys and reads ``-0`` as 0. So its record is written again:
    no other way to write it is shorter, spaces apart, and a line of the same length has therefore
    neither. Only a fraction could be written shorter, which the user's metadata may hold.
    """
    try:
        record = _decode_record(line)
        again = _encode(record)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
    metadata = record.document.metadata
    if again != line and (has_fraction(metadata) or not _is_as_long(line, again)):
        return None
    return None if is_deep(metadata, _METADATA_DEPTH) else record


def _is_as_long(line: bytes, again: bytes) -> bool:
    """Answer whether `line` is as long as the canonical `again`, without counting spaces."""
    length = len(line) - line.count(b" ")
    if length == len(again) - again.count(b" "):
        return True
    if not line.isascii():
        return False
    # All other characters are escapes then, of six bytes for each UTF-16 unit.
    text = again.decode("utf-8")
    ascii_only = text.encode("ascii", "ignore")
    escapes = len(text.encode("utf-16-le")) // 2 - len(ascii_only)
    return length == len(ascii_only) - ascii_only.count(b" ") + 6 * escapes


def _convert(value: Any) -> Any:
    try:
        record = msgspec.convert(value, FileRecord)
        _encode(record)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
    return None if is_deep(record.document.metadata, _METADATA_DEPTH) else record


def _check_slowly(text: str, find_scheme: SchemeFinder) -> tuple[Problems, Any]:
    """Parse and check a line exactly, whatever it is."""
    start = text.lstrip(" \t\r\n")
    if not start:
        return [Problem("", "a record", "a blank line")], None
    if not start.startswith("{"):
        return [Problem("", "a JSON object", show_text(start))], None
    try:
        value = parse_line(text)
    except json.JSONDecodeError as error:
        return [_describe(error)], None
    except RecursionError:
        return [_describe_depth()], None
    problems = list(iter_value_problems(value))
    record = salvage(value, problems)
    check_invariants(record, find_scheme, problems)
    return problems, record


def _describe_depth() -> Problem:
    return Problem("", f"at most {MAX_DEPTH} levels of nesting", "more")


def _describe(error: json.JSONDecodeError) -> Problem:
    reason = error.msg[0].lower() + error.msg[1:]
    if error.pos >= len(error.doc.rstrip()):
        return Problem("", "a whole JSON object", f"the end of the line ({reason})")
    if error.msg == "Extra data":
        rest = show_text(error.doc[error.pos :])
        return Problem("", "one object a line", f"{rest} after it")
    near = show_text(error.doc[error.pos : error.pos + 20])
    return Problem("", "JSON", f"{near} at character {error.pos + 1} ({reason})")
