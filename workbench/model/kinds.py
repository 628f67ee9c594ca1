"""What an entity may be, and how it may be named: two vocabularies kept as data."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Literal

import msgspec

Bound = Literal["never", "unaffiliated", "always"]


class EntityLabel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A value, what it is called, and whether such an entity belongs to a single article.

    `bound` matters to ways of being named: ``unaffiliated`` is bound unless somebody with a name
    stands behind it.
    """

    value: str
    en: str
    ar: str
    bound: Bound = "never"


class Vocabulary(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The kinds of entities, and the ways of being named."""

    kind: tuple[EntityLabel, ...]
    anonymity: tuple[EntityLabel, ...]

    def bound(self, anonymity: str | None) -> Bound:
        """Return how an entity of this anonymity is bound to its article; unknown ones always."""
        if anonymity is None:
            return "never"
        found = (each.bound for each in self.anonymity if each.value == anonymity)
        return next(found, "always")


@lru_cache
def load_vocabulary() -> Vocabulary:
    """Return the vocabularies that come with the workbench."""
    content = files("workbench.model").joinpath("entities.toml").read_bytes()
    return msgspec.toml.decode(content, type=Vocabulary)
