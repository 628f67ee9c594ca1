"""The same claim or copied words on two sides of a split, named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import islice

from workbench.errors import ReleaseError
from workbench.model import Record
from workbench.model.record import Frozen
from workbench.release.links import Links, Tie, find_links, iter_keys
from workbench.release.splits import Splits

ReadRecords = Callable[[], Iterable[Record]]
_SHOWN, _SHOWN_CHARACTERS = 5, 120
_WORDS = {
    "cluster": "the claim cluster",
    "claim": "the claim",
    "sentence": "the copied sentence",
    "outlet": "the outlet",
    "date": "the date",
}


class Leak(Frozen, frozen=True):
    """What stands on more than one side: its name, and one document of each side it stands on."""

    name: str
    documents: dict[str, str]

    def __str__(self) -> str:
        """Return the leak in words."""
        places = " and ".join(f"{side} ({each})" for side, each in self.documents.items())
        return f"{self.name} stands in {places}"


def find_leaks(
    read_records: ReadRecords, splits: Splits, *, with_copies: bool = True
) -> list[Leak]:
    """Return all that `splits` tear apart: clusters, copied claims and sentences, copies.

    Raises
    ------
    ReleaseError
        `splits` are not about these documents.
    """
    links = find_links(read_records(), splits.group_by, with_copies=with_copies)
    sides = splits.sides
    check_covered(links, sides)
    torn = {tie: found for tie in links.ties if len(found := _find_sides(links, tie, sides)) > 1}
    names = name_ties(torn, read_records)
    leaks = [Leak(names[tie], found) for tie, found in torn.items()]
    for pair in links.copies or ():
        one, other = (links.ids[number] for number in pair)
        if sides[one] != sides[other]:
            leaks.append(Leak("one article and its copy", {sides[one]: one, sides[other]: other}))
    return leaks


def check_leaks(read_records: ReadRecords, splits: Splits) -> None:
    """Raise `ReleaseError` where `splits` tear something apart; it names the first few."""
    leaks = find_leaks(read_records, splits)
    if leaks:
        first = "; ".join(map(str, leaks[:_SHOWN]))
        more = f"; and {len(leaks) - _SHOWN} more" if len(leaks) > _SHOWN else ""
        raise ReleaseError(
            f"Expected each claim and each copy on one side, got {len(leaks)} on several: "
            f"{first}{more}.",
            hint="Let the release split anew, or move the documents together.",
            subject=leaks,
        )


def check_covered(links: Links, sides: Mapping[str, str]) -> None:
    """Raise `ReleaseError` where documents have no side, or sides no document."""
    missing, extra = set(links.ids).difference(sides), set(sides).difference(links.ids)
    for found, got in ((missing, "no side for"), (extra, "a side for the unknown")):
        if found:
            shown = ", ".join(islice(sorted(found), _SHOWN))
            raise ReleaseError(
                f"Expected one side for each document, got {got} {len(found)}: {shown}.",
                subject=sorted(found),
            )


def name_tie(tie: Tie, read_records: ReadRecords) -> str:
    """Return what `tie` is, with its words."""
    return name_ties([tie], read_records)[tie]


def name_ties(ties: Iterable[Tie], read_records: ReadRecords) -> dict[Tie, str]:
    """Return what each of `ties` is, with its words."""
    waiting = {(tie.kind, tie.key): tie for tie in ties}
    named: dict[Tie, str] = {}
    for record in read_records() if waiting else ():
        for kind, key, words in iter_keys(record):
            tie = waiting.get((kind, key))
            if tie is not None and tie not in named:
                cut = words[:_SHOWN_CHARACTERS] + ("…" if len(words) > _SHOWN_CHARACTERS else "")
                named[tie] = f"{_WORDS[kind]} {cut!r}" if kind != "cluster" else (
                    f"{_WORDS[kind]} {cut}"
                )  # fmt: skip
    return named


def _find_sides(links: Links, tie: Tie, sides: Mapping[str, str]) -> dict[str, str]:
    """Return one document for each side that `tie` stands on."""
    found: dict[str, str] = {}
    for number in tie.documents:
        found.setdefault(sides[links.ids[number]], links.ids[number])
    return found
