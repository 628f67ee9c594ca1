"""Records as canonical lines: the bytes that every export writes."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import msgspec

from workbench.errors import RecordError
from workbench.model.record import Annotation, Attribution, Claim, Record

_ENCODER = msgspec.json.Encoder(order="deterministic")


def compute_text_sha256(text: str) -> str:
    """Return the SHA-256 of a document's text in UTF-8, as 64 lower-case hex digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def dump_line(value: Any) -> str:
    """Return `value` (a type of the model, or plain data) as one line of JSON without its LF.

    Keys stand in the order of the types; plain objects (metadata, features) are sorted by key.
    No white space, only the escapes that JSON requires.
    """
    if type(value) is Annotation:
        # It holds no floats, of which every encoder has its own spelling.
        try:
            return _ENCODER.encode(value).decode()
        except UnicodeEncodeError:
            pass
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def dump_record(record: Record) -> str:
    """Return the canonical line of `record`, whatever the order of its parts."""
    return dump_line(canonicalize(record))


def load_record(line: str | bytes) -> Record:
    """Return the record that `line` holds; a line of any other form is a `RecordError`."""
    try:
        return msgspec.convert(json.loads(line), Record)
    except (ValueError, RecursionError, msgspec.ValidationError) as error:
        raise RecordError(
            f"Expected a record, got something else: {error}.",
            hint="Run `workbench validate FILE` to see every violation.",
        ) from error


def canonicalize(record: Record) -> Record:
    """Return `record` with all its lists in canonical order."""
    sentences = tuple(sorted(record.sentences, key=lambda each: (each.start, each.end)))
    order = {sentence.id: number for number, sentence in enumerate(sentences)}
    last = len(order)

    def claim_key(claim: Claim) -> tuple[Any, ...]:
        # Claims without spans come last, by sentence.
        if claim.spans:
            return (0, claim.spans[0].start, claim.spans[0].end, claim.id)
        return (1, order.get(claim.sentence, last), 0, claim.id)

    def attribution_key(attribution: Attribution) -> tuple[int, str]:
        return (order.get(attribution.sentence, last), attribution.id)

    return msgspec.structs.replace(
        record,
        segments=tuple(sorted(record.segments, key=lambda segment: (segment.start, segment.end))),
        sentences=sentences,
        claims=tuple(sorted(record.claims, key=claim_key)),
        attributions=tuple(sorted(record.attributions, key=attribution_key)),
        decisions=tuple(sorted(record.decisions, key=lambda d: order.get(d.sentence, last))),
    )


def _plain(value: Any) -> Any:
    """Turn structs into dicts in field order, and sort the keys of plain dicts."""
    if isinstance(value, msgspec.Struct):
        names = zip(value.__struct_encode_fields__, value.__struct_fields__, strict=True)
        return {encoded: _plain(getattr(value, name)) for encoded, name in names}
    if isinstance(value, dict):
        return {key: _plain(value[key]) for key in sorted(value)}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value
