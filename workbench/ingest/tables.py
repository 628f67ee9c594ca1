"""Tables of articles, one a row, streamed: JSONL, CSV and Parquet."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from workbench.errors import DecodingError, InputError, RecordError, UsageError, WorkbenchError
from workbench.ingest.article import Article, BadInput
from workbench.ingest.decoding import check_encoding, detect_encoding, detect_marked
from workbench.ingest.rows import build_article, to_json_value

_SAMPLE = 1 << 20
_BATCH = 256
_DELIMITERS = ",;\t|"


def iter_jsonl(
    path: Path, language: str | None, encoding: str | None
) -> Iterator[Article | BadInput]:
    """Yield the article of each line of the JSONL file `path`; blank lines are passed over."""
    with path.open("rb") as file:
        name = encoding or _detect_marked(file, path)
        for number, line in enumerate(_iter_raw_lines(file, name), start=1):
            read_bytes = file.tell()
            try:
                row = _load_row(line, name)
            except WorkbenchError as error:
                yield BadInput(path, number, error, read_bytes)
                continue
            if row is not None:
                yield build_article(row, path, number, language, read_bytes)


def iter_csv(
    path: Path, language: str | None, encoding: str | None
) -> Iterator[Article | BadInput]:
    """Yield the article of each row of the CSV file `path`, whose first line names the fields.

    The fields stand between commas, semicolons, tabs or bars, whichever the first line has.
    """
    csv.field_size_limit(sys.maxsize)  # an article may be longer than the default allows
    with path.open("rb") as raw:
        head = raw.read(_SAMPLE)
        if not head:
            raise InputError(f"Expected rows, got an empty file: {path.name}.", subject=path)
        name = encoding or detect_encoding(head, path, whole=len(head) < _SAMPLE)
        raw.seek(0)
        with io.TextIOWrapper(raw, encoding=name, errors="strict", newline="") as file:
            yield from _iter_csv_rows(file, raw, path, language)


def iter_parquet(
    path: Path, language: str | None, _encoding: str | None = None
) -> Iterator[Article | BadInput]:
    """Yield the article of each row of the Parquet file `path`, one batch of rows at a time."""
    try:
        from pyarrow import ArrowException, parquet
    except ImportError:
        raise UsageError(
            f"Expected pyarrow for reading Parquet, got none: {path.name}.",
            hint='Install it with: pip install "claims-workbench[parquet]"',
            subject=path,
        ) from None
    try:
        with parquet.ParquetFile(path) as file:
            total, size, number = file.metadata.num_rows, path.stat().st_size, 0
            for batch in file.iter_batches(batch_size=_BATCH):
                for row in batch.to_pylist():
                    number += 1
                    values = {str(key): to_json_value(value) for key, value in row.items()}
                    yield build_article(values, path, number, language, size * number // total)
    except ArrowException as error:
        raise InputError(
            f"Expected a Parquet file, got something else: {path.name} ({error}).", subject=path
        ) from None


# ---------------------------------------------------------------- JSONL
def _detect_marked(file: IO[bytes], path: Path) -> str:
    """Return the encoding that a byte order mark tells; JSON without one is UTF-8."""
    head = file.read(4)
    file.seek(0)
    if not head:
        raise InputError(f"Expected lines, got an empty file: {path.name}.", subject=path)
    marked = detect_marked(head)
    return "utf-8" if marked in {None, "utf-8-sig"} else marked or "utf-8"


def _iter_raw_lines(file: IO[bytes], encoding: str) -> Iterator[bytes | str]:
    check_encoding(encoding)
    if "\n".encode(encoding)[-1:] == b"\n" and len("a".encode(encoding)) == 1:
        return iter(file)
    # The line feed of a wide encoding is no single byte.
    return _iter_wide_lines(file, encoding)


def _iter_wide_lines(file: IO[bytes], encoding: str) -> Iterator[str]:
    text = io.TextIOWrapper(file, encoding=encoding, errors="strict", newline="\n")
    try:
        while line := text.readline():
            yield line
    except UnicodeError as error:
        raise DecodingError(
            f"Expected {encoding}, got other bytes: {error}.", hint="Save the file as UTF-8."
        ) from None
    finally:
        text.detach()


def _load_row(line: bytes | str, encoding: str) -> dict[str, Any] | None:
    try:
        text = line if isinstance(line, str) else line.decode(encoding)
    except UnicodeDecodeError as error:
        raise DecodingError(
            f"Expected {encoding}, got other bytes at byte {error.start} of the line.",
            hint="Save the file as UTF-8, or name its encoding.",
        ) from None
    text = text.removeprefix("\ufeff").strip()
    if not text:
        return None
    try:
        row = json.loads(
            text, object_pairs_hook=_refuse_duplicates, parse_constant=_refuse_constant
        )
    except (ValueError, RecursionError) as error:
        raise RecordError(
            f"Expected one JSON object on the line, got something else: {error}."
        ) from None
    if not isinstance(row, dict):
        raise RecordError("Expected one JSON object on the line, got another JSON value.")
    return row


def _refuse_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    row = dict(pairs)
    if len(row) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise RecordError(f"Expected each key once, got {twice!r} twice.")
    return row


def _refuse_constant(name: str) -> Any:
    raise RecordError(f"Expected JSON, got {name}, which JSON does not have.")


# ---------------------------------------------------------------- CSV
def _iter_csv_rows(
    file: IO[str], raw: IO[bytes], path: Path, language: str | None
) -> Iterator[Article | BadInput]:
    header_line = file.readline().removeprefix("\ufeff")
    delimiter = max(_DELIMITERS, key=header_line.count)
    names = [name.strip() for name in next(csv.reader([header_line], delimiter=delimiter), [])]
    _check_header(names, path)
    reader = csv.reader(file, delimiter=delimiter, strict=True)
    start = 2
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            problem = RecordError(f"Expected a row of CSV, got something else: {error}.")
            yield BadInput(path, start, problem, raw.tell())
        except UnicodeDecodeError as error:
            raise DecodingError(
                f"Expected {error.encoding}, got other bytes after line {start}: {path.name}.",
                hint="Save it as UTF-8, or name its encoding.",
                subject=path,
            ) from None
        else:
            if cells:
                yield _build_csv_article(names, cells, path, start, language, raw.tell())
        start = reader.line_num + 2


def _check_header(names: list[str], path: Path) -> None:
    if "text" not in names:
        raise RecordError(
            f"Expected a first line with a field `text`, got: {', '.join(names)[:200]}.",
            subject=path,
        )
    if len(set(names)) != len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise RecordError(f"Expected each field once, got `{twice}` twice.", subject=path)


def _build_csv_article(
    names: list[str],
    cells: list[str],
    path: Path,
    line: int,
    language: str | None,
    read_bytes: int,
) -> Article | BadInput:
    if len(cells) != len(names):
        error = RecordError(f"Expected {len(names)} fields, got {len(cells)}.")
        return BadInput(path, line, error, read_bytes)
    return build_article(dict(zip(names, cells, strict=True)), path, line, language, read_bytes)
