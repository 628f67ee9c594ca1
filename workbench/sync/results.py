"""Results as JSON: kept and compared by their bytes, and looked into only where those differ."""

from __future__ import annotations

import gc
import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import msgspec

from workbench.exchange.label_studio import canonicalize_result

Content = bytes
"""A result as compact JSON, as it was sent or as it came."""

_OBJECTS = 200_000
_REMEMBERED = 10_000
_hashes: dict[bytes, str] = {}


def dump_content(value: Any) -> Content:
    """Return a result, or what else a server sent, as compact JSON."""
    try:
        return msgspec.json.encode(value)
    except (UnicodeEncodeError, TypeError):
        # Servers send halves of surrogate pairs; as escapes any database takes them.
        return json.dumps(value, separators=(",", ":"), default=_to_plain).encode()


def load_content(content: bytes | str) -> Any:
    """Return what JSON says, with halves of surrogate pairs where it has them."""
    try:
        return msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeError):
        return json.loads(content)


def shrink_content(raw: bytes) -> Content:
    """Return JSON without the white space between its parts, decoded only where it has to be."""
    try:
        return msgspec.json.format(raw, indent=-1)
    except (msgspec.DecodeError, UnicodeError):
        return dump_content(json.loads(raw))


def hash_content(content: Content) -> str:
    """Return the SHA-256 of a result's bytes, as 64 hex digits.

    Equal ones say the same. Different ones may too: then `is_same_result` tells.
    """
    return hashlib.sha256(content).hexdigest()


def hash_result(result: Any) -> str:
    """Return the SHA-256 of what a result says, as 64 hex digits.

    Remembered by the bytes of the result: the same one is met several times on its way.
    """
    try:
        name = hashlib.sha256(msgspec.json.encode(result)).digest()
    except (UnicodeEncodeError, TypeError):
        return canonicalize_result(result).sha256
    found = _hashes.get(name)
    if found is None:
        if len(_hashes) >= _REMEMBERED:
            _hashes.clear()
        found = _hashes[name] = canonicalize_result(result).sha256
    return found


def is_same_result(one: Sequence[Any], other: Sequence[Any]) -> bool:
    """Answer whether two results say the same."""
    if one is other:
        return True
    if not one or not other:
        return not one and not other
    return dump_content(one) == dump_content(other) or hash_result(one) == hash_result(other)


def is_same_content(content: Content | str, sha256: str, other: Content) -> bool:
    """Answer whether `content`, whose bytes have the hash `sha256`, says the same as `other`."""
    if sha256 == hash_content(other):
        return True
    return is_same_result(as_result(load_content(content)), as_result(load_content(other)))


def _to_plain(value: Any) -> Any:
    if isinstance(value, msgspec.Raw):
        return load_content(bytes(value))
    fields = msgspec.structs.fields(value)
    return {each.encode_name: getattr(value, each.name) for each in fields}


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Look for cycles among objects seldom: a result is thousands of them, and has none.

    With the interpreter's own setting a third of a sync's time goes into looking.
    """
    before = gc.get_threshold()
    gc.set_threshold(_OBJECTS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def as_result(value: Any) -> list[Any]:
    """Return a result as a list; whatever else a server holds becomes its only entry."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]
