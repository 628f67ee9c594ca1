"""Files of records validated line by line, however large they are."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from workbench.errors import InputError
from workbench.scheme.form import Problems
from workbench.scheme.records import SchemeFinder, check_line
from workbench.scheme.scheme import Scheme
from workbench.scheme.violations import Problem, Violation, show_text

# A longer line is skipped in pieces of this size, and reported; shorter ones are held in memory.
MAX_LINE_BYTES = 256 * 1024 * 1024
_PIECE_BYTES = 1024 * 1024
_BOM = b"\xef\xbb\xbf"


def iter_violations(
    path_or_stream: str | os.PathLike[str] | BinaryIO,
    scheme: Scheme | None = None,
    *,
    name: str | None = None,
) -> Iterator[Violation]:
    """Yield every violation of the data model in a file of records, and every warning.

    Parameters
    ----------
    path_or_stream
        A file of records, one JSON object a line, or an open binary stream of one. It is read once
        and line by line: memory is bounded by the longest line (at most `MAX_LINE_BYTES`; a longer
        one is a violation) and some hundred bytes a record.
    scheme
        A scheme besides those that ship with the workbench, or one of them with features on.
    name
        How the file is called in what is yielded; a path's own name by default.

    Raises
    ------
    InputError
        If the file cannot be opened or read.
    """
    if not isinstance(path_or_stream, str | os.PathLike):
        yield from _iter_stream(path_or_stream, scheme, name or "<stream>")
        return
    path = Path(path_or_stream)
    try:
        with path.open("rb") as stream:
            yield from _iter_stream(stream, scheme, name or os.fspath(path_or_stream))
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(
            f"Expected a file of records at {path}, got: {reason}.", subject=path
        ) from error


def _iter_stream(stream: BinaryIO, scheme: Scheme | None, name: str) -> Iterator[Violation]:
    lines = _Lines(scheme)
    number = 0
    offset = 0
    while line := stream.readline(MAX_LINE_BYTES + 1):
        number += 1
        size = len(line)
        if size > MAX_LINE_BYTES and not line.endswith(b"\n"):
            size += _skip_line(stream, line)
            problems = [_describe_size(size)]
        else:
            problems = lines.check(line, number, offset)
        offset += size
        del line  # so that two long lines are never held at once
        for problem in problems:
            yield Violation(name, number, *problem)
    if lines.is_empty:
        yield Violation(name, max(number, 1), "", "a record", "none in the file", is_warning=True)


class _Lines:
    """What is remembered from line to line: which documents were there."""

    def __init__(self, scheme: Scheme | None) -> None:
        self._find_scheme = SchemeFinder(scheme)
        self._seen: dict[bytes, int] = {}
        self.is_empty = True

    def check(self, line: bytes, number: int, offset: int) -> Problems:
        """Return what is wrong with one line, which starts at byte `offset` of its file."""
        problems: Problems = []
        self.is_empty = self.is_empty and not line.strip()
        if number == 1 and line.startswith(_BOM):
            problems.append(Problem("", "UTF-8 without BOM", "a BOM at the start of the file"))
            line, offset = line[len(_BOM) :], offset + len(_BOM)
            if not line.strip():
                return problems
        body = line.removesuffix(b"\n")
        if b"\r" in body:
            problems.append(_describe_return(body))
            body = body.removesuffix(b"\r")
        try:
            found, record = check_line(body, self._find_scheme)
        except UnicodeDecodeError as error:
            got = f"byte 0x{body[error.start]:02x} at byte {offset + error.start} of the file"
            return [*problems, Problem("", "UTF-8", f"{got} ({error.reason})")]
        return [*problems, *found, *self._check_unique(record, number)]

    def _check_unique(self, record: Any, number: int) -> Problems:
        if record is None:
            return []
        document_id, layer = record.document.id, record.provenance.layer
        if not isinstance(document_id, str) or not isinstance(layer, str):
            return []
        key = f"{layer}\0{document_id}".encode("utf-8", "surrogatepass")
        first = self._seen.setdefault(hashlib.blake2b(key, digest_size=16).digest(), number)
        if first == number:
            return []
        expected = f"one record for the layer {show_text(layer)} of a document"
        got = f"{show_text(document_id)} again, as in line {first}"
        return [Problem("/document/id", expected, got)]


def _skip_line(stream: BinaryIO, line: bytes) -> int:
    """Read on to the end of a line that is too long; return how many bytes that were."""
    skipped = 0
    piece = line
    while piece and not piece.endswith(b"\n"):
        piece = stream.readline(_PIECE_BYTES)
        skipped += len(piece)
    return skipped


def _describe_size(size: int) -> Problem:
    limit = f"at most {MAX_LINE_BYTES // 1024 // 1024} MiB a line"
    return Problem("", limit, f"{size // 1024 // 1024} MiB")


def _describe_return(body: bytes) -> Problem:
    if body.endswith(b"\r") and body.count(b"\r") == 1:
        return Problem("", "LF at the end of the line", "CR LF")
    return Problem("", "LF as the only line end", f"CR at byte {body.index(bytes([13])) + 1}")
