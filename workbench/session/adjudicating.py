"""The part of a session that adjudicates: reads the answers, takes over what is agreed."""

from __future__ import annotations

import hashlib
import string
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from workbench.curation.adjudication import Units, align_answers
from workbench.errors import ConflictError, EditError, UsageError
from workbench.model import Annotation, dump_line
from workbench.model.resolving import resolve_annotation
from workbench.scheme import Scheme
from workbench.session.bench import Bench, Seed, build_bench, list_seeds
from workbench.session.cases import Teller
from workbench.session.draft import Draft
from workbench.session.judging_links import JudgingLinks
from workbench.session.registrar import Registrar
from workbench.session.relating import Relating
from workbench.session.sheet import Sheet
from workbench.store import MERGE, SentenceRef, Store, StoredRule

Json = dict[str, Any]

GOLD = "gold"
_ANNOTATOR = "annotator:"


@dataclass(frozen=True)
class AdjudicationPlan:
    """Whose answers are compared, and how they are shown.

    Parameters
    ----------
    annotators
        Pseudonyms; None for everybody who has annotated.
    hide_names
        Whether people are shown as A, B, C, in an order that follows from `seed`.
    sample
        The share, 0 to 1, of unanimous sentences that are left to be looked at.
    """

    annotators: tuple[str, ...] | None = None
    hide_names: bool = False
    sample: float = 0.0
    seed: int = 0

    def __post_init__(self) -> None:
        """Refuse what is no share."""
        if not 0 <= self.sample <= 1:
            raise UsageError(f"Expected a share from 0 to 1 to look at, got {self.sample}.")

    def is_sampled(self, document: str, sentence: str, share: float | None = None) -> bool:
        """Answer whether a unanimous sentence is left to be looked at; the same on any machine."""
        said = f"{self.seed}/{document}/{sentence}".encode()
        number = int.from_bytes(hashlib.sha256(said).digest()[:8]) / 2**64
        return number < (self.sample if share is None else share)


class Adjudicating(JudgingLinks):
    """What annotators answered, for one adjudicator.

    Parameters
    ----------
    adjudicator
        A pseudonym; None where nobody has to rule.
    """

    def __init__(
        self,
        store: Store,
        scheme: Scheme,
        plan: AdjudicationPlan | None = None,
        adjudicator: str | None = None,
    ) -> None:
        self._store, self._scheme = store, scheme
        self.plan = plan or AdjudicationPlan()
        self.adjudicator = adjudicator
        self._units: tuple[Any, Units] | None = None
        self._seeds: list[Seed] = []
        self._bench: tuple[Bench, tuple[StoredRule, ...]] | None = None
        self._dumped: dict[str, tuple[tuple[Any, ...], Json]] = {}
        self._answered: dict[str, frozenset[str]] = {}
        self._waiting: dict[str, tuple[str, ...]] = {}
        self._told: Json = {}
        self.relating = Relating(store)
        self.registrar = Registrar(store)

    # -- reading ---------------------------------------------------------------------------------

    @property
    def people(self) -> tuple[str, ...]:
        """Whose answers are compared, by pseudonym, in the order of the names."""
        known = [person.pseudonym for person in self._store.people()]
        if self.plan.annotators is not None:
            return tuple(sorted(set(known).intersection(self.plan.annotators)))
        used = set(self._store.layers())
        return tuple(sorted(each for each in known if _ANNOTATOR + each in used))

    @property
    def order(self) -> tuple[str, ...]:
        """The people in the order in which they are shown: shuffled where names are hidden."""
        hidden = self.plan.hide_names
        return tuple(sorted(self.people, key=self._shuffle)) if hidden else self.people

    @property
    def shown(self) -> dict[str, str]:
        """What each person is called."""
        if not self.plan.hide_names:
            names = name_all(self._store)
            return {each: names.get(each, each) for each in self.people}
        return dict(zip(self.order, _iter_letters(), strict=False))

    def _shuffle(self, person: str) -> bytes:
        said = f"{self._store.info.id}/{self.plan.seed}/{person}"
        return hashlib.sha256(said.encode()).digest()

    def refresh(self, sheet: Sheet) -> Units:
        """Read what everybody answers in a document now."""
        self._answered = {}
        self.relating.forget()
        answers: dict[str, dict[str, Annotation]] = {}
        waiting: dict[str, list[str]] = {}
        register = self.registrar.register
        for person in self.people:
            stored = self._store.get_annotations(sheet.id, _ANNOTATOR + person)
            said = {
                each: resolve_annotation(found.annotation, sheet.id, register)
                for each, found in stored.items()
            }
            answers[person] = {s: each for s, each in said.items() if each.status == "done"}
            given = self._store.given(sheet.id, _ANNOTATOR + person)
            for ref in sheet.stored.sentences:
                is_asked = given is None or ref.sentence in given
                if is_asked and ref.sentence not in answers[person]:
                    waiting.setdefault(ref.sentence, []).append(person)
        self._waiting = {sentence: tuple(people) for sentence, people in waiting.items()}
        seeds = list_seeds(self._store.rules(sheet.id))
        known = self._units
        if known is None or known[1].answers != answers or self._seeds != seeds:
            known = (None, align_answers(answers, seeds))
        self._units, self._seeds = (_name_state(sheet), known[1]), seeds
        return known[1]

    def of(self, sheet: Sheet) -> Bench:
        """Return the bench of a document, with the rulings as they stand now."""
        known = self._units
        is_known = known is not None and known[0] == _name_state(sheet)
        units = known[1] if known is not None and is_known else self.refresh(sheet)
        rules = self._store.rules(sheet.id)
        if self._bench is not None and self._bench[0].units is units:
            bench, known_rules = self._bench
            if rules[: len(known_rules)] == known_rules:
                bench = bench.after(each.rule for each in rules[len(known_rules) :])
                self._bench = (bench, rules)
                return bench
        bench = build_bench(sheet.id, units.answers, rules, self.adjudicator, self.order, units)
        self._bench = (bench, rules)
        return bench

    def is_answered(self, ref: SentenceRef) -> bool:
        """Answer whether somebody has answered a sentence; kept for the last document asked of."""
        if ref.document not in self._answered:
            layers = [_ANNOTATOR + person for person in self.people]
            found = [self._store.get_annotations(ref.document, layer) for layer in layers]
            done = (
                s for each in found for s, said in each.items() if said.annotation.status == "done"
            )
            self._answered = {ref.document: frozenset(done)}
        return ref.sentence in self._answered[ref.document]

    # -- taking over -----------------------------------------------------------------------------

    def take_over(self, sheet: Sheet) -> set[str]:
        """Bring gold of a document up to what is agreed, and return the sentences to draw again.

        One transaction, and no action of anybody: an undo passes it over. A second call writes
        nothing.
        """
        self.refresh(sheet)
        try:
            return self._take_over(sheet)
        except ConflictError:  # another adjudicator came first, who has done the same
            sheet.reload()
            return self._take_over(sheet)

    def _take_over(self, sheet: Sheet) -> set[str]:
        bench = self.of(sheet)
        draft = sheet.draft.fork()
        try:
            bench.apply(draft)
        except EditError:  # answers came in that would close a circle with what was ruled
            return set()
        changes = draft.changes()
        if not changes:
            return set()
        nobody = build_bench(sheet.id, bench.units.answers, (), None, units=bench.units)
        rules = [
            nobody.make_mark(sentence, "merge", answered=list(bench.units.answered(sentence)))
            for sentence in changes
        ]
        return sheet.save(_make_key(sheet, changes), MERGE, changes, None, rules=rules)

    # -- telling ---------------------------------------------------------------------------------

    def dump(self, sheet: Sheet | None, language: str) -> Json:
        """Return what a view shows of the answers to the open document."""
        cases = {} if sheet is None else self._dump_cases(sheet, language)
        self._told = cases
        return {
            "people": [{"id": self.shown[each], "shown": self.shown[each]} for each in self.order],
            "hidden": self.plan.hide_names,
            "sample": self.plan.sample,
            "cases": cases,
            "progress": {**_count(cases), "links": self._count_links(sheet)},
        }

    def dump_changes(self, sheet: Sheet, language: str) -> Json:
        """Return the cases that a view shows otherwise now; ``None`` for one that is no more."""
        before = self._told
        now = self._told = self._dump_cases(sheet, language)
        changed: Json = {each: None for each in before if each not in now}
        changed |= {each: case for each, case in now.items() if case != before.get(each)}
        return {"cases": changed, "progress": {**_count(now), "links": self._count_links(sheet)}}

    def _count_links(self, sheet: Sheet | None) -> Json:
        pairs = [] if sheet is None else list(self.find_pairs(sheet).values())
        waiting = [each for each in pairs if each.state == "open"]
        ends = {end for each in waiting for end in (each.first, each.second)}
        return {
            "differences": sum(each.is_difference for each in pairs),
            "left": len(waiting),
            "claims": sorted(end.claim for end in ends if sheet and end.document == sheet.id),
        }

    def _dump_cases(self, sheet: Sheet, language: str) -> Json:
        bench, draft = self.of(sheet), sheet.draft
        teller = self.make_teller(bench, draft, language)
        before, self._dumped = self._dumped, {}
        number = self.registrar.register.number
        for sentence, case in bench.cases.items():
            # What a case shows is told again only where any of this is another.
            waiting = self._waiting.get(sentence, ())
            place = (teller.place(sentence), number)
            state = (language, case, waiting, draft.saved(sentence), place)
            known = before.get(sentence)
            if known is None or known[0] != state:
                known = (state, teller.dump_case(case, waiting))
            self._dumped[sentence] = known
        return {sentence: dumped for sentence, (_, dumped) in self._dumped.items()}

    def make_teller(self, bench: Bench, draft: Draft, language: str) -> Teller:
        """Return what says in a language what people's versions are."""
        names = name_all(self._store)
        if self.plan.hide_names:  # an adjudicator may be one of the people
            names = {each: name for each, name in names.items() if each == self.adjudicator}
        mapped, entities = bench.map(draft), self.registrar.register.entities
        return Teller(language, self._scheme, bench, draft, self.shown, mapped, names, entities)


def _count(cases: Json) -> Json:
    """Return how far the open article is; boilerplate is counted where somebody answered it."""
    found = list(cases.values())
    differences = [d for case in found for unit in case["units"] for d in unit["differences"]]
    left = [case for case in found if case["outcome"] == "differs"]
    return {
        "scope": "article",
        "sentences": len(found),
        "unanimous": sum(case["unanimous"] and case["status"] == "open" for case in found),
        "differing": len(left),
        "differences": len(differences),
        "settled": sum(each["chosen"] is not None for each in differences),
        "accepted": sum(case["status"] == "done" for case in found),
    }


def _name_state(sheet: Sheet) -> tuple[str, tuple[int, int]]:
    """Return what is another one once the sentences of a document are others."""
    return sheet.id, sheet.outline


def _make_key(sheet: Sheet, changes: dict[str, Annotation]) -> str:
    """Return a key that is the same for whoever takes over the same at the same time."""
    said = [sheet.id]
    for sentence, annotation in sorted(changes.items()):
        said += [sentence, str(sheet.revision(sentence)), dump_line(annotation)]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:32]


def _iter_letters() -> Iterator[str]:
    """Give A to Z, then AA and so on."""
    yield from string.ascii_uppercase
    for first in string.ascii_uppercase:
        yield from (first + second for second in string.ascii_uppercase)


def name_all(store: Store) -> dict[str, str]:
    """Return the name of each person of the project, by pseudonym."""
    return {each.pseudonym: each.name or each.pseudonym for each in store.people()}


def name_people(store: Store, annotators: Iterable[str]) -> tuple[str, ...]:
    """Return the pseudonyms of people given by name or pseudonym."""
    known = {person.pseudonym: person.pseudonym for person in store.people()}
    known |= {person.name.casefold(): person.pseudonym for person in store.people() if person.name}
    found = []
    for each in annotators:
        name = " ".join(each.removeprefix(_ANNOTATOR).split())
        if name not in known and name.casefold() not in known:
            raise UsageError(
                f"Expected somebody who annotates here, got {each!r}.",
                hint=f"Known: {', '.join(sorted({*known.values()})) or 'nobody'}.",
            )
        found.append(known.get(name) or known[name.casefold()])
    return tuple(dict.fromkeys(found))
