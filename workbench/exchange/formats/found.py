"""What a reader finds in a file of another format, before it is a record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

import msgspec

from workbench.errors import InputError
from workbench.model import Decision, Document, Provenance, Record, Segment, Sentence
from workbench.model.record import Frozen
from workbench.scheme import Scheme

Part = TypeVar("Part")
Range = tuple[int, int]
"""A half-open range ``[start, end)`` in code points of the stored text."""


class Known(Frozen, frozen=True):
    """A document that is known already, with its segments and sentences."""

    document: Document
    segments: tuple[Segment, ...]
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class Ground:
    """What an import stands on.

    Attributes
    ----------
    scheme
        Its labels are the ones that a record may have.
    layer
        Whose answers the file holds.
    find
        Gives the known document of an id, or ``None``.
    default_stance
        The stance of attributions whose file states none; without it they are left out.
    """

    scheme: Scheme
    layer: str
    find: Callable[[str], Known | None] = lambda _id: None
    default_stance: str | None = None


class DocumentFields(Frozen, frozen=True):
    """A document without its text."""

    id: str
    language: str | None
    title: str | None
    publisher: str | None
    url: str | None
    published: str | None
    metadata: dict[str, Any]
    text_sha256: str


class Carried(Frozen, frozen=True):
    """What a format has no place for of a record, beside its claims and attributions."""

    schema_version: str
    document: DocumentFields
    segments: tuple[Segment, ...]
    sentences: tuple[Sentence, ...]
    decisions: tuple[Decision, ...]
    provenance: Provenance


class Extra(Frozen, frozen=True):
    """What a format has no place for of one claim or attribution."""

    id: str | None = None
    sentence: str | None = None
    voice: str | None = None
    cluster: str | None = None
    proposition: str | None = None
    entities: tuple[str, ...] = ()
    features: dict[str, str | None] | None = None
    origin: str | None = None
    unsure: bool = False
    note: str | None = None


@dataclass
class FoundClaim:
    """A claim as a file has it; `key` is what attributions name it by."""

    key: str
    ranges: list[Range]
    extra: Extra = field(default_factory=Extra)


@dataclass
class FoundAttribution:
    """An attribution as a file has it; `targets` are keys of claims and attributions."""

    key: str
    source: list[Range] = field(default_factory=list)
    cue: list[Range] = field(default_factory=list)
    anchor: list[Range] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    realization: str | None = None
    stance: str | None = None
    certainty: str | None = None
    extra: Extra = field(default_factory=Extra)


@dataclass
class FoundDocument:
    """A text and what a file says of it.

    Attributes
    ----------
    place
        The file, for messages.
    name
        The document's id, unless `carried` says otherwise.
    format
        The name in the origin of items: ``imported:NAME``.
    known
        The known document that the file names as its text.
    """

    place: str
    name: str
    format: str
    text: str
    carried: Carried | None = None
    known: Known | None = None
    language: str | None = None
    claims: list[FoundClaim] = field(default_factory=list)
    attributions: list[FoundAttribution] = field(default_factory=list)


def carry_record(record: Record) -> dict[str, Any]:
    """Return as plain data what `record` holds beside its text, claims and attributions."""
    fields = msgspec.structs.asdict(record.document)
    del fields["text"]
    carried = Carried(
        record.schema_version,
        DocumentFields(**fields),
        record.segments,
        record.sentences,
        record.decisions,
        record.provenance,
    )
    return _as_dict(carried)


def carry_item(item: Any) -> dict[str, Any]:
    """Return as plain data what a claim or an attribution holds beside spans, links and labels."""
    source = getattr(item, "source", None)
    extra = Extra(
        id=item.id,
        sentence=item.sentence,
        voice=getattr(item, "voice", None),
        cluster=getattr(item, "cluster", None),
        proposition=getattr(item, "proposition", None),
        entities=source.entities if source else (),
        features=item.features,
        origin=item.origin,
        unsure=item.unsure,
        note=item.note,
    )
    return _as_dict(extra)


def load_carried(data: Any, place: str) -> Carried:
    """Return what `carry_record` wrote; anything else is an `InputError` that names `place`."""
    return _convert(data, Carried, place)


def load_extra(data: Any, place: str) -> Extra:
    """Return what `carry_item` wrote; anything else is an `InputError` that names `place`."""
    return _convert(data, Extra, place)


def _convert(data: Any, kind: type[Part], place: str) -> Part:
    try:
        return msgspec.convert(data, kind)
    except (msgspec.ValidationError, RecursionError) as error:
        raise InputError(
            f"{place}: Expected what an export of this workbench puts there, got: {error}.",
            hint="Take the workbench's part out of the file to import the annotations alone.",
        ) from error


def _as_dict(part: Any) -> dict[str, Any]:
    data: dict[str, Any] = msgspec.to_builtins(part)
    return data
