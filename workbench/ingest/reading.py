"""Files and folders of articles, one article at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from workbench.errors import InputError, WorkbenchError
from workbench.ingest.article import Article, BadInput
from workbench.ingest.decoding import check_encoding, decode
from workbench.ingest.rows import check_language, check_text
from workbench.ingest.tables import iter_csv, iter_jsonl, iter_parquet

MAX_TEXT_BYTES = 1 << 30  # of one lone article: it is read whole
_FORMATS = (".txt", ".jsonl", ".ndjson", ".csv", ".tsv", ".parquet")
_EXPECTED = "expected .txt, .jsonl, .ndjson, .csv, .tsv or .parquet"


def iter_articles(
    paths: Iterable[Path], *, language: str | None = None, encoding: str | None = None
) -> Iterator[Article | BadInput]:
    """Yield every article of `paths`, and what was wrong wherever one could not be read.

    Parameters
    ----------
    paths
        Files (text, JSONL, CSV, Parquet; one of another name is read as text) and folders, which
        are walked in order of name, hidden files passed over.
    language
        The BCP 47 tag of articles that name none themselves; else it is told by script.
    encoding
        The encoding of text, JSONL and CSV files; else a byte order mark, UTF-8, or detected.

    Raises
    ------
    UsageError
        Where `language` or `encoding` is not one.
    """
    check_language(language)
    check_encoding(encoding)
    behind = 0
    for found in _iter_files(paths):
        if isinstance(found, BadInput):
            yield replace(found, read_bytes=behind)
            continue
        for item in _iter_file(found, language, encoding):
            yield replace(item, read_bytes=behind + item.read_bytes)
        behind += _size(found)


def count_bytes(paths: Iterable[Path]) -> int:
    """Return the size of all files that `iter_articles` would read, for a progress bar's total."""
    return sum(_size(found) for found in _iter_files(paths) if isinstance(found, Path))


def read_text(path: Path, encoding: str | None = None) -> str:
    """Return the stored text of the one article in the text file `path`.

    Raises
    ------
    InputError
        Where the file cannot be opened, is empty, binary or too large; a `DecodingError` where
        its bytes are not text in any encoding that can be told for sure.
    """
    try:
        size = path.stat().st_size
        if size > MAX_TEXT_BYTES:
            raise InputError(
                f"Expected an article of at most {MAX_TEXT_BYTES} bytes, got {size}: {path.name}.",
                hint="Split it, or give many articles as JSONL.",
                subject=path,
            )
        data = path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from None
    return check_text(decode(data, path, encoding))


def _iter_file(
    path: Path, language: str | None, encoding: str | None
) -> Iterator[Article | BadInput]:
    read_bytes = 0
    try:
        for item in _reader_of(path)(path, language, encoding):
            read_bytes = item.read_bytes
            yield item
    except WorkbenchError as error:
        yield BadInput(path, None, error, read_bytes)
    except OSError as error:
        yield BadInput(path, None, _unreadable(path, error), read_bytes)


_Reader = Callable[[Path, str | None, str | None], Iterator[Article | BadInput]]


def _reader_of(path: Path) -> _Reader:
    match path.suffix.lower():
        case ".jsonl" | ".ndjson":
            return iter_jsonl
        case ".csv" | ".tsv":
            return iter_csv
        case ".parquet":
            return iter_parquet
        case _:
            return _iter_txt


def _iter_txt(path: Path, language: str | None, encoding: str | None) -> Iterator[Article]:
    yield Article(read_text(path, encoding), path, language=language, read_bytes=_size(path))


def _iter_files(paths: Iterable[Path]) -> Iterator[Path | BadInput]:
    for path in paths:
        if path.is_dir():
            yield from _walk(path, set())
        elif path.exists():
            yield path
        else:
            missing = InputError(f"Expected a file or folder, got none: {path}.", subject=path)
            yield BadInput(path, None, missing)


def _walk(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Path | BadInput]:
    """Yield the files under `folder`, each folder once, however links lead back to it."""
    try:
        status = folder.stat()
        children = sorted(folder.iterdir())
    except OSError as error:
        yield BadInput(folder, None, _unreadable(folder, error))
        return
    if (status.st_dev, status.st_ino) in seen:
        return
    seen.add((status.st_dev, status.st_ino))
    for path in children:
        if path.name.startswith("."):
            continue
        if path.is_dir():
            yield from _walk(path, seen)
        elif not path.exists():
            yield BadInput(path, None, InputError(f"Expected a file, got a broken link: {path}."))
        elif path.suffix.lower() in _FORMATS:
            yield path
        else:
            other = InputError(f"Passed over: {_EXPECTED}, got {path.name}.", subject=path)
            yield BadInput(path, None, other, is_other_kind=True)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _unreadable(path: Path, error: OSError) -> InputError:
    reason = error.strerror or error
    return InputError(f"Expected a readable file, got: {reason} ({path}).", subject=path)
