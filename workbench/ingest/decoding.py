"""From bytes to text: the declared encoding, a byte order mark, UTF-8, or one that is detected.

No byte is ever replaced: what cannot be decoded for certain is an error that says what to do.
"""

from __future__ import annotations

import codecs
from pathlib import Path

from workbench.errors import DecodingError, InputError, UsageError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY_HEADS = {
    b"%PDF-": "a PDF", b"PK\x03\x04": "a ZIP archive or Office document", b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image", b"GIF8": "an image", b"\x1f\x8b": "a gzip archive",
    b"\xd0\xcf\x11\xe0": "an old Office document", b"{\\rtf": "an RTF document",
    b"SQLite format 3\0": "an SQLite database", b"PAR1": "a Parquet file", b"\x7fELF": "a program",
}  # fmt: skip
_SAMPLE = 65_536
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\x0b\x0c\x1b"))
_MARGIN = 0.05  # coherence by which the best encoding has to lead
_HINT = "Save it as UTF-8, or name its encoding, for example `--encoding cp1256`."


def decode(data: bytes, path: Path, encoding: str | None = None) -> str:
    """Return the text of `data`, the whole content of the file `path`.

    Raises
    ------
    DecodingError
        Where the bytes are not text in the declared encoding, or in one that can be told for sure.
    InputError
        Where the file is empty or binary.
    UsageError
        Where `encoding` is not the name of one.
    """
    if not data:
        raise InputError(f"Expected text, got an empty file: {path.name}.", subject=path)
    name = encoding or detect_encoding(data[:_SAMPLE], path, whole=len(data) <= _SAMPLE)
    try:
        return _decode_as(data, name, path)
    except DecodingError as error:
        if encoding or name != "utf-8":
            raise
        # The sample was ASCII; the letters that tell come later.
        offset = error.subject if isinstance(error.subject, int) else 0
        later = data[max(0, offset - 1024) : offset + _SAMPLE]
        return _decode_as(data, _detect_by_letters(later, path), path)


def detect_encoding(head: bytes, path: Path, *, whole: bool) -> str:
    """Return the encoding of the file that begins with `head`, by mark, form or letters.

    `whole` says that `head` is all of it, so that its last character is complete.
    """
    marked = detect_marked(head)
    if marked:
        return marked
    for magic, what in _BINARY_HEADS.items():
        if head.startswith(magic):
            raise InputError(f"Expected text, got {what}: {path.name}.", subject=path)
    if b"\0" in head:
        return _detect_wide(head, path)
    _refuse_controls(head, path)
    if _is_utf8(head, complete=whole):
        return "utf-8"
    return _detect_by_letters(head, path)


def detect_marked(head: bytes) -> str | None:
    """Return the encoding that a byte order mark at the start of `head` tells, if there is one."""
    return next((name for mark, name in _BOMS if head.startswith(mark)), None)


def check_encoding(encoding: str | None) -> None:
    """Refuse the name of an encoding that does not exist, or does not make text."""
    if encoding is None:
        return
    try:
        "".encode(encoding)
    except LookupError:
        raise UsageError(
            f"Expected the name of an encoding, got {encoding!r}.",
            hint="Try utf-8, cp1256, iso8859-6 or utf-16.",
            subject=encoding,
        ) from None


def _decode_as(data: bytes, encoding: str, path: Path) -> str:
    check_encoding(encoding)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DecodingError(
            f"Expected text in {encoding}, got other bytes at byte {error.start}: {path.name}.",
            hint=_HINT,
            subject=error.start,
        ) from None
    except UnicodeError:
        raise DecodingError(
            f"Expected text in {encoding}, got other bytes: {path.name}.", hint=_HINT, subject=path
        ) from None


def _is_utf8(data: bytes, *, complete: bool) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data, complete)
    except UnicodeDecodeError:
        return False
    return True


def _refuse_controls(head: bytes, path: Path) -> None:
    # A few stray control characters are text with faults; many are no text.
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls * 100 > len(head):
        raise InputError(
            f"Expected text, got a binary file: {path.name}.",
            hint="Articles are read from text, JSONL, CSV and Parquet files.",
            subject=path,
        )


def _detect_wide(head: bytes, path: Path) -> str:
    """Tell UTF-16 without a mark, whose zero bytes all stand on one side, from binary data."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    for name, zeros, others in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if zeros and not others:
            try:
                text = head[: len(head) // 2 * 2].decode(name)
            except UnicodeDecodeError:
                continue
            if sum(character.isalpha() or character.isspace() for character in text) * 2 > len(
                text
            ):
                return name
    raise InputError(
        f"Expected text, got a binary file: {path.name}.",
        hint="Articles are read from text, JSONL, CSV and Parquet files.",
        subject=path,
    )


def _detect_by_letters(head: bytes, path: Path) -> str:
    from charset_normalizer import from_bytes

    _refuse_damaged_utf8(head, path)
    matches = sorted(from_bytes(head), key=lambda match: -match.coherence)
    if not matches or matches[0].coherence <= 0:
        raise DecodingError(
            f"Expected UTF-8, got bytes of an encoding that cannot be told: {path.name}.",
            hint=_HINT,
            subject=path,
        )
    best = matches[0]
    rivals = [
        match.encoding
        for match in matches[1:]
        if best.coherence - match.coherence < _MARGIN and str(match) != str(best)
    ]
    if rivals:
        names = ", ".join([best.encoding, *rivals][:4])
        raise DecodingError(
            f"Expected UTF-8, got bytes that may be {names}: {path.name}.", hint=_HINT, subject=path
        )
    return best.encoding


def _refuse_damaged_utf8(head: bytes, path: Path) -> None:
    """Refuse UTF-8 with a few wrong bytes: any other encoding would make wrong letters of it."""
    text = head.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    right = sum(not character.isascii() for character in text) - wrong
    if right >= wrong:
        start = text.index("\ufffd")
        raise DecodingError(
            f"Expected UTF-8, got damaged UTF-8 after {start} characters: {path.name}.",
            hint="Get the file again from its source, or repair those bytes.",
            subject=path,
        )
