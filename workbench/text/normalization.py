"""The stored form of a text: what every offset of the workbench counts over."""

from __future__ import annotations

import unicodedata

import regex

from workbench.errors import InputError

_BOM = "\ufeff"
_SURROGATE = regex.compile(r"[\ud800-\udfff]")


def normalize_text(raw: str) -> str:
    r"""Return the stored form of `raw`: one leading BOM off, NFC, ``\r\n`` and ``\r`` as ``\n``.

    Nothing else is changed: no-break spaces, tatweel, harakat, Persian letters, bidi marks and
    emoji stay as they are.

    Raises
    ------
    InputError
        Where the text holds U+0000 or half of a surrogate pair, which no record can carry.

    Examples
    --------
    >>> normalize_text("\ufeffe\u0301\r\n")
    'é\n'
    """
    _refuse(raw)
    text = raw.removeprefix(_BOM)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text)


def _refuse(raw: str) -> None:
    offset = raw.find("\0")
    if offset >= 0:
        raise InputError(
            f"Expected text, got the character U+0000 at offset {offset}.",
            hint="Is it a binary file, or text in another encoding?",
        )
    surrogate = None if raw.isascii() else _SURROGATE.search(raw)
    if surrogate:
        raise InputError(
            f"Expected characters, got half of a surrogate pair at offset {surrogate.start()}.",
            hint="Write the text again from its source, as UTF-8.",
        )
