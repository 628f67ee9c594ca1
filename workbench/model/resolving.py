"""Annotations read with the register: what the ids that were chosen stand for now."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from workbench.model.record import Annotation, Attribution, Record
from workbench.model.register import Register

Holder = TypeVar("Holder", Annotation, Record)


def resolve_entities(
    attribution: Attribution, document: str, register: Register
) -> tuple[str, ...]:
    """Return the entities of an attribution's source as the register has them now, each once.

    An id that the register does not know stays. Doing it again changes nothing.
    """
    found = (register.resolve(each, attribution, document) for each in attribution.source.entities)
    return tuple(dict.fromkeys(found))


def resolve_attributions(
    attributions: Iterable[Attribution], document: str, register: Register
) -> tuple[Attribution, ...]:
    """Return attributions with their entities resolved; one that stays the same is the same."""
    return tuple(_resolve(each, document, register) for each in attributions)


def resolve_annotation(annotation: Annotation, document: str, register: Register) -> Annotation:
    """Return what is said of a sentence, with all entities resolved."""
    return _resolve_all(annotation, document, register)


def resolve_record(record: Record, register: Register) -> Record:
    """Return a record with all its entities resolved."""
    return _resolve_all(record, record.document.id, register)


def _resolve_all(holder: Holder, document: str, register: Register) -> Holder:
    if not (register.merged or register.splits):
        return holder
    found = resolve_attributions(holder.attributions, document, register)
    return msgspec.structs.replace(holder, attributions=found)


def _resolve(attribution: Attribution, document: str, register: Register) -> Attribution:
    entities = resolve_entities(attribution, document, register)
    if entities == attribution.source.entities:
        return attribution
    source = msgspec.structs.replace(attribution.source, entities=entities)
    return msgspec.structs.replace(attribution, source=source)
