"""The form of a record's line: which keys, of which types; and what can be saved of a wrong one.

A well-formed line becomes a `FileRecord` at once. Of any other line, `salvage` reports each place
of a wrong form and returns what is readable, so that the rest is checked all the same.
"""

from __future__ import annotations

import typing
from collections.abc import Callable, Iterator
from types import GenericAlias
from typing import Any

import msgspec

from workbench.model import (
    REALIZATIONS,
    SEGMENT_KINDS,
    STATUSES,
    VOICES,
    Attribution,
    Claim,
    Decision,
    Document,
    Provenance,
    Realization,
    Record,
    Segment,
    Sentence,
    Source,
    Span,
    Voice,
)
from workbench.scheme.violations import Problem, escape_key, show, show_choices, show_text

Problems = list[Problem]
Reader = Callable[[Any, str, Problems], Any]


class Unreadable:
    """Stands where a value of the wrong form stood: empty, and equal to nothing else."""

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __reversed__(self) -> Iterator[Any]:
        return iter(())

    def __bool__(self) -> bool:
        return False

    def __len__(self) -> int:
        return 0


UNREADABLE = Unreadable()


def _strict(model: type[msgspec.Struct], **narrower: Any) -> Any:
    """Return `model` as files have it: every key required, and nothing left unfinished."""
    hints = typing.get_type_hints(model) | narrower
    fields = [(name, hints[name]) for name in model.__struct_fields__]
    # Records of a file are trees: without the collector's bookkeeping they are made faster.
    return msgspec.defstruct(
        model.__name__, fields, frozen=True, forbid_unknown_fields=True, gc=False
    )


def _many(item: Any) -> Any:
    return GenericAlias(tuple, (item, ...))


_SPAN_LIST = _many(_strict(Span))
_CLAIM_TYPE = _strict(Claim, spans=_SPAN_LIST, voice=Voice)
_ATTRIBUTION_TYPE = _strict(
    Attribution,
    source=_strict(Source, spans=_SPAN_LIST, realization=Realization),
    cue=_SPAN_LIST | None,
    anchor=_SPAN_LIST,
    stance=str,
)
FileRecord: Any = _strict(
    Record,
    document=_strict(Document),
    segments=_many(_strict(Segment)),
    sentences=_many(_strict(Sentence)),
    claims=_many(_CLAIM_TYPE),
    attributions=_many(_ATTRIBUTION_TYPE),
    decisions=_many(_strict(Decision)),
    provenance=_strict(Provenance),
)


def salvage(value: Any, problems: Problems) -> Any:
    """Append each wrong form in `value` to `problems`, and return what is readable of the record.

    What is not is `UNREADABLE`; lists keep their length, so that indices in pointers stay right.
    """
    return _RECORD(value, "", problems)


def _text(value: Any, at: str, problems: Problems) -> Any:
    if isinstance(value, str):
        return value
    return _refuse("a string", value, at, problems)


def _flag(value: Any, at: str, problems: Problems) -> Any:
    if isinstance(value, bool):
        return value
    return _refuse("true | false", value, at, problems)


def _offset(value: Any, at: str, problems: Problems) -> Any:
    if type(value) is int:
        return value
    return _refuse("an integer", value, at, problems)


def _any_object(value: Any, at: str, problems: Problems) -> Any:
    if isinstance(value, dict):
        return value
    return _refuse("an object", value, at, problems)


def _choice(*values: str) -> Reader:
    def read(value: Any, at: str, problems: Problems) -> Any:
        if isinstance(value, str) and value in values:
            return value
        return _refuse(show_choices(values), value, at, problems)

    return read


def _or_null(reader: Reader) -> Reader:
    def read(value: Any, at: str, problems: Problems) -> Any:
        if value is None:
            return None
        mine: Problems = []
        result = reader(value, at, mine)
        problems.extend(
            each._replace(expected=f"{each.expected} | null") if each.pointer == at else each
            for each in mine
        )
        return result

    return read


def _list(reader: Reader) -> Reader:
    def read(value: Any, at: str, problems: Problems) -> Any:
        if not isinstance(value, list):
            return _refuse("a list", value, at, problems)
        return tuple(reader(item, f"{at}/{index}", problems) for index, item in enumerate(value))

    return read


def _features(value: Any, at: str, problems: Problems) -> Any:
    if not isinstance(value, dict):
        return _refuse("an object", value, at, problems)
    read = _or_null(_text)
    return {key: read(item, f"{at}/{escape_key(key)}", problems) for key, item in value.items()}


def _object(make: Callable[..., Any], **readers: Reader) -> Reader:
    def read(value: Any, at: str, problems: Problems) -> Any:
        if not isinstance(value, dict):
            _refuse("an object", value, at, problems)
            return make(**{key: _blank(reader) for key, reader in readers.items()})
        for key in (key for key in value if key not in readers):
            expected = f"only {', '.join(readers)}"
            problems.append(Problem(f"{at}/{escape_key(key)}", expected, f"key {show_text(key)}"))
        parts = {}
        for key, reader in readers.items():
            if key in value:
                parts[key] = reader(value[key], f"{at}/{key}", problems)
            else:
                problems.append(Problem(at, f'the key "{key}"', "none"))
                parts[key] = _blank(reader)
        return make(**parts)

    return read


def _refuse(expected: str, value: Any, at: str, problems: Problems) -> Unreadable:
    problems.append(Problem(at, expected, show(value)))
    return UNREADABLE


def _blank(reader: Reader) -> Any:
    """Return what `reader` makes of nothing: an object whose parts are unreadable, if it is one."""
    return reader(UNREADABLE, "", [])


def _make_span(start: Any, end: Any, text: Any) -> Any:
    if start is UNREADABLE or end is UNREADABLE:
        return UNREADABLE
    return Span(start, end, text)


_NULLABLE = _or_null(_text)
_SPANS = _list(_object(_make_span, start=_offset, end=_offset, text=_text))
_DOCUMENT = _object(
    Document,
    id=_text,
    language=_NULLABLE,
    title=_NULLABLE,
    publisher=_NULLABLE,
    url=_NULLABLE,
    published=_NULLABLE,
    metadata=_any_object,
    text=_text,
    text_sha256=_text,
)
_SEGMENT = _object(
    Segment,
    start=_offset,
    end=_offset,
    kind=_choice(*SEGMENT_KINDS),
    published=_NULLABLE,
    reason=_NULLABLE,
)
_CLAIM = _object(
    Claim,
    id=_text,
    sentence=_text,
    spans=_SPANS,
    voice=_choice(*VOICES),
    cluster=_NULLABLE,
    proposition=_NULLABLE,
    features=_features,
    origin=_text,
    unsure=_flag,
    note=_NULLABLE,
)
_ATTRIBUTION = _object(
    Attribution,
    id=_text,
    sentence=_text,
    source=_object(
        Source, spans=_SPANS, realization=_choice(*REALIZATIONS), entities=_list(_text)
    ),
    cue=_or_null(_SPANS),
    targets=_list(_text),
    anchor=_SPANS,
    stance=_text,
    certainty=_NULLABLE,
    features=_features,
    origin=_text,
    unsure=_flag,
    note=_NULLABLE,
)  # fmt: skip
_DECISION = _object(
    Decision, sentence=_text, status=_choice(*STATUSES), flagged=_flag, comment=_NULLABLE
)
_PROVENANCE = _object(
    Provenance,
    layer=_text,
    annotators=_list(_text),
    adjudicator=_NULLABLE,
    guideline_version=_NULLABLE,
    scheme=_text,
    scheme_version=_text,
)
_RECORD = _object(
    Record,
    schema_version=_text,
    document=_DOCUMENT,
    segments=_list(_SEGMENT),
    sentences=_list(_object(Sentence, id=_text, start=_offset, end=_offset)),
    claims=_list(_CLAIM),
    attributions=_list(_ATTRIBUTION),
    decisions=_list(_DECISION),
    provenance=_PROVENANCE,
)
