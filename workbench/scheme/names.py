"""Ids, layers and origins: the alphabets that the data model allows."""

from __future__ import annotations

import re
import unicodedata

ID_FORM = "1 to 64 of A-Z a-z 0-9 _ . : -"
LAYER_FORM = "gold | annotator:NAME | system:NAME"
ORIGIN_FORM = "human | suggestion:, system: or aggregated:NAME@VERSION | imported:NAME"
DOCUMENT_ID_FORM = "1 to 255 characters, no control characters"

_NAME = r"[A-Za-z0-9_.:-]{1,64}"
_LAYER = re.compile(rf"gold|(?:annotator|system):{_NAME}")
_ORIGIN = re.compile(
    rf"human|(?:suggestion|system|aggregated):{_NAME}@[!-~]{{1,64}}|imported:{_NAME}"
)

is_id = re.compile(_NAME).fullmatch


class _Origins(dict[str, bool]):
    """Which origins are right; a corpus has few different ones, so each is judged once."""

    def __missing__(self, origin: str) -> bool:
        right = _ORIGIN.fullmatch(origin) is not None
        if len(self) < 10_000:
            self[origin] = right
        return right


_ORIGINS = _Origins()


def is_origin(origin: str) -> bool:
    """Answer whether `origin` says where a claim or an attribution came from."""
    return _ORIGINS[origin]


def is_layer(layer: str) -> bool:
    """Answer whether `layer` names whose answer a record is."""
    return _LAYER.fullmatch(layer) is not None


def is_document_id(name: str) -> bool:
    """Answer whether `name` may be a document's id."""
    return 0 < len(name) <= 255 and not any(unicodedata.category(each) == "Cc" for each in name)
