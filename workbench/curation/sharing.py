"""Who reads what: sentences shared out over people, balanced, seeded, changed as little as can be.

What somebody has begun is theirs. Open sentences stay where they are as long as everybody has about
as many; only what is missing is given out, what is too much taken away, and what is out of balance
moved. Nothing depends on the order of anything that is given.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from workbench.errors import UsageError
from workbench.model.record import Frozen

By = Literal["document", "sentence"]
Name = tuple[str, str]
"""The ids of a document and of one of its sentences."""


class Shareable(Frozen, frozen=True):
    """A sentence that is to be decided.

    `begun` are those who have said anything of it, `decided` those of them who have decided it, and
    `given` those who have been given it; `wanted` says that what it holds asks for several readers.
    """

    document: str
    sentence: str
    begun: frozenset[str] = frozenset()
    decided: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()
    wanted: bool = False


class Terms(Frozen, frozen=True):
    """On which terms sentences are shared out.

    Parameters
    ----------
    people
        Who reads from now on.
    by
        Whether an article stays together or each sentence is given by itself.
    overlap
        The share of sentences, 0 to 1, that several people read.
    readers
        How many read what several read.
    seed
        Which sentences these are, and who gets what.
    """

    people: tuple[str, ...]
    by: By = "document"
    overlap: float = 0.0
    readers: int = 2
    seed: int = 0


@dataclass(frozen=True)
class Shares:
    """Who reads which sentences, and why several do: ``single``, ``overlap``, ``stance``.

    `short` counts the readings that are wanted and that there is nobody left for.
    """

    given: Mapping[str, frozenset[Name]]
    why: Mapping[Name, str]
    short: int

    @property
    def sha256(self) -> str:
        """A hash of all of it: the same input gives the same, byte for byte."""
        digest = hashlib.sha256()
        for person in sorted(self.given):
            for name in sorted(self.given[person]):
                digest.update("\x1f".join((person, *name, self.why[name])).encode() + b"\n")
        return digest.hexdigest()


def share_out(sentences: Iterable[Shareable], terms: Terms) -> Shares:
    """Return who is to read what.

    Raises
    ------
    UsageError
        Nobody is named, somebody twice, or a number is out of bounds.
    """
    check_terms(terms)
    work = _Work(sorted(sentences, key=_name), terms)
    work.drop_surplus()
    work.fill()
    work.balance()
    return work.answer()


def check_terms(terms: Terms) -> None:
    """Raise `UsageError` where nobody could be given anything on these terms."""
    if not terms.people or len(set(terms.people)) != len(terms.people):
        raise UsageError("Expected people to give sentences to, each once.")
    if terms.by not in ("document", "sentence"):
        raise UsageError(f"Expected document or sentence, got {terms.by!r}.")
    if not 0 <= terms.overlap <= 1:
        raise UsageError(f"Expected a share from 0 to 1 that several read, got {terms.overlap}.")
    if not 2 <= terms.readers <= max(2, len(terms.people)):
        raise UsageError(
            f"Expected 2 to {max(2, len(terms.people))} readers of what several read, "
            f"got {terms.readers}."
        )


@dataclass
class _Place:
    """One sentence, and who has it now: done by anybody, or open with somebody who reads on."""

    sentence: Shareable
    needed: int
    why: str
    fixed: set[str] = field(default_factory=set)
    open: set[str] = field(default_factory=set)

    @property
    def readers(self) -> set[str]:
        return self.fixed | self.open


class _Work:
    """A plan while it is made."""

    def __init__(self, sentences: Sequence[Shareable], terms: Terms) -> None:
        self._terms = terms
        self._people = sorted(terms.people)
        self._salt = {person: _number(terms.seed, "person", person) for person in self._people}
        self._places = self._make_places(sentences)
        self._groups: dict[str, list[_Place]] = defaultdict(list)
        for place in self._places:
            self._groups[self._unit(place.sentence)].append(place)
        self._loads = dict.fromkeys(self._people, 0)
        for place in self._places:
            for person in place.readers & self._loads.keys():
                self._loads[person] += 1
        self._short = 0

    def _unit(self, sentence: Shareable) -> str:
        """Return what the sentence is given together with: its article, or itself alone."""
        if self._terms.by == "document":
            return sentence.document
        return f"{sentence.document}\x1f{sentence.sentence}"

    def _make_places(self, sentences: Sequence[Shareable]) -> list[_Place]:
        doubled = self._choose_overlap(sentences)
        people = set(self._people)
        places = []
        for each in sentences:
            why = (
                "overlap" if self._unit(each) in doubled else "stance" if each.wanted else "single"
            )
            needed = 1 if why == "single" else self._terms.readers
            fixed = set(each.decided | (each.begun & people))
            places.append(_Place(each, needed, why, fixed, set(each.given & people) - fixed))
        return places

    def _choose_overlap(self, sentences: Sequence[Shareable]) -> set[str]:
        """Return the units that several read: those of the lowest hashes, up to the share."""
        sizes: dict[str, int] = defaultdict(int)
        for each in sentences:
            sizes[self._unit(each)] += 1
        goal = self._terms.overlap * len(sentences)
        chosen: set[str] = set()
        reached = 0
        for unit in sorted(sizes, key=lambda name: (_number(self._terms.seed, "unit", name), name)):
            # The nearest to the goal that whole articles come to.
            if abs(reached + sizes[unit] - goal) < abs(reached - goal):
                chosen.add(unit)
                reached += sizes[unit]
        return chosen

    def drop_surplus(self) -> None:
        """Take open sentences from those who need not read them any more."""
        for unit, places in self._groups.items():
            for place in places:
                surplus = len(place.readers) - place.needed
                order = sorted(place.open, key=lambda each: self._rank(unit, each), reverse=True)
                for person in order[: max(0, surplus)]:
                    place.open.discard(person)
                    self._loads[person] -= 1

    def fill(self) -> None:
        """Give what lacks a reader to whoever has least; an article to one person if it can be."""
        order = sorted(
            self._groups, key=lambda unit: (-self._lacking(unit), self._hash(unit), unit)
        )
        for unit in order:
            places = self._groups[unit]
            while lacking := [each for each in places if len(each.readers) < each.needed]:
                if not self._fill_once(unit, lacking):
                    self._short += sum(each.needed - len(each.readers) for each in lacking)
                    break

    def _fill_once(self, unit: str, lacking: Sequence[_Place]) -> bool:
        """Give sentences of one unit to one person; False where nobody is left."""
        whole = self._find_free(unit, lacking)
        if whole is not None:
            self._give(whole, lacking)
            return True
        for place in lacking:
            person = self._find_free(unit, [place])
            if person is not None:
                mine = [each for each in lacking if person not in each.readers]
                self._give(person, mine)
                return True
        return False

    def _find_free(self, unit: str, places: Sequence[_Place]) -> str | None:
        free = [
            person
            for person in self._people
            if not any(person in each.fixed or person in each.open for each in places)
        ]
        # Who has begun the article goes on with it.
        begun = {person for each in self._groups[unit] for person in each.fixed | each.open}
        own = [person for person in free if person in begun]
        if own and len(places) < len(self._groups[unit]):
            free = own
        return min(free, key=lambda each: (self._loads[each], self._rank(unit, each)), default=None)

    def _give(self, person: str, places: Sequence[_Place]) -> None:
        for place in places:
            place.open.add(person)
        self._loads[person] += len(places)

    def balance(self) -> None:
        """Move open sentences from who has most to who has least, as long as that helps."""
        movable = {person: self._list_movable(person) for person in self._people}
        while move := self._find_move(movable):
            giver, taker, unit, places = move
            for place in places:
                place.open.discard(giver)
                place.open.add(taker)
            self._loads[giver] -= len(places)
            self._loads[taker] += len(places)
            del movable[giver][unit]
            if self._is_movable(unit, taker):
                movable[taker][unit] = self._held(unit, taker)

    def _find_move(
        self, movable: Mapping[str, Mapping[str, Sequence[_Place]]]
    ) -> tuple[str, str, str, Sequence[_Place]] | None:
        order = sorted(self._people, key=lambda each: (self._loads[each], self._salt[each]))
        for giver in reversed(order):
            for taker in order:
                gap = self._loads[giver] - self._loads[taker]
                if gap <= 1:
                    break
                for unit, places in movable[giver].items():
                    # Less than the gap, so that the two come closer and never change places.
                    if len(places) < gap and not any(taker in each.readers for each in places):
                        return giver, taker, unit, places
        return None

    def _list_movable(self, person: str) -> dict[str, Sequence[_Place]]:
        units = sorted(
            (unit for unit in self._groups if self._is_movable(unit, person)),
            key=lambda unit: (-len(self._held(unit, person)), self._hash(unit), unit),
        )
        return {unit: self._held(unit, person) for unit in units}

    def _held(self, unit: str, person: str) -> list[_Place]:
        return [each for each in self._groups[unit] if person in each.open]

    def _is_movable(self, unit: str, person: str) -> bool:
        """Answer whether all that a person has of a unit is open: what was begun stays."""
        places = self._groups[unit]
        return any(person in each.open for each in places) and not any(
            person in each.fixed for each in places
        )

    def answer(self) -> Shares:
        given: dict[str, set[Name]] = {person: set() for person in self._people}
        why: dict[Name, str] = {}
        for place in self._places:
            name = _name(place.sentence)
            why[name] = place.why
            for person in place.readers:
                given.setdefault(person, set()).add(name)
        frozen = {person: frozenset(names) for person, names in given.items()}
        return Shares(frozen, why, self._short)

    def _lacking(self, unit: str) -> int:
        return sum(max(0, each.needed - len(each.readers)) for each in self._groups[unit])

    def _hash(self, unit: str) -> int:
        return _number(self._terms.seed, "unit", unit)

    def _rank(self, unit: str, person: str) -> tuple[int, str]:
        # Another order of people for each unit, so that everybody reads with everybody.
        salt = self._salt.get(person, 0)
        return _mix(self._hash(unit), salt), person


def _name(sentence: Shareable) -> Name:
    return sentence.document, sentence.sentence


def _number(seed: int, what: str, name: str) -> int:
    said = f"{seed}\x1f{what}\x1f{name}".encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(said, digest_size=8).digest())


def _mix(left: int, right: int) -> int:
    return ((left ^ right) * 0x9E3779B97F4A7C15) & (2**64 - 1)
