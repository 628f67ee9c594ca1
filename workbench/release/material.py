"""What a release is made of, before it is a folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from workbench.errors import ReleaseError, UsageError
from workbench.exchange import iter_records
from workbench.model import LinkLine, Record
from workbench.model.registry import Registry
from workbench.release.tally import Tally, count_records
from workbench.scheme import Scheme

_NAME_CHARACTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-")


@dataclass(frozen=True, slots=True)
class Material:
    """What a release is made of.

    Attributes
    ----------
    name
        What the release is called.
    layer, gold
        The layer that is released as gold, and the file of its canonical records, by document id.
    annotators
        By layer, the files of the annotators' own records on the same documents.
    registry
        All entities and clusters of the project; those that are referred to are released.
    links
        What the released layers say of pairs of their claims.
    guidelines
        The text of the guidelines that were followed, where there is one.
    license
        The licence of the release: an SPDX id, an address or a sentence.
    notes
        What else a reader has to know, one sentence each.
    """

    name: str
    layer: str
    gold: Path
    scheme: Scheme
    annotators: Mapping[str, Path] = field(default_factory=dict)
    registry: Registry = field(default_factory=Registry)
    links: tuple[LinkLine, ...] = ()
    guidelines: str | None = None
    license: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def prefix(self) -> str:
        """What the names of the layer's files begin with."""
        return name_file(self.layer)

    def iter_gold(self) -> Iterator[Record]:
        """Yield the records that are released as gold."""
        return iter_records(self.gold)

    def count_gold(self) -> Tally:
        """Return what is counted in them.

        Raises
        ------
        ReleaseError
            There is none.
        """
        tally = count_records(self.iter_gold())
        if not tally.documents:
            raise ReleaseError(
                f"Expected documents with a decision in the layer {self.layer}, got none.",
                hint="Adjudicate or import it first, or name another one with --layer.",
            )
        return tally


def check_release_name(name: str) -> str:
    """Return `name` where it can name a release: 1 to 64 of ``A-Z a-z 0-9 _ . -``, no dot first."""
    if not 0 < len(name) <= 64 or not _NAME_CHARACTERS.issuperset(name) or name.startswith("."):
        raise UsageError(
            f"Expected a name of 1 to 64 of A-Z a-z 0-9 _ . - without a dot first, got {name!r}."
        )
    return name


def name_file(layer: str) -> str:
    """Return `layer` as a part of a file's name."""
    return layer.replace(":", "-")
