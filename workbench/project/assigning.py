"""What a project says of who reads what, and gives out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import median
from typing import TYPE_CHECKING, Any

import msgspec

from workbench.curation.sharing import By, Shareable, Shares, Terms, check_terms, share_out
from workbench.errors import UsageError
from workbench.project.layers import ANNOTATOR, find_person, list_layers
from workbench.project.leaving import trying
from workbench.project.pacing import Day, compute_pace
from workbench.project.reports import (
    AssignReport,
    LayerStatus,
    PersonShare,
    StatusReport,
    SuggestionCounts,
)

if TYPE_CHECKING:
    import pandas as pd

    from workbench.scheme import Scheme
    from workbench.store import Reading, Store


PACE_DECISIONS, PACE_MINIMUM = 20, 5
"""How many of the last decisions make a pace, and how few make none."""


class Sharing:
    """The part of a project that gives out sentences, and says how far everybody is."""

    store: Store
    scheme: Scheme
    name: str

    if TYPE_CHECKING:

        def is_suggested(self, layer: str) -> bool: ...  # noqa: D102

    def status(self) -> StatusReport:
        """Return how many documents and sentences there are, and how far everybody is."""
        people = {layer: find_person(self.store, layer) for layer in list_layers(self.store)}
        overall = self.store.progress("gold")
        assignment = self.store.assignment()
        withdrawn, hidden = self.store.count_withdrawn()
        return StatusReport(
            project=self.name,
            documents=sum(1 for _ in self.store.document_ids()),
            sentences=overall.sentences - hidden,
            to_decide=overall.to_decide,
            withdrawn_documents=withdrawn,
            withdrawn_people=len(self.store.people(withdrawn=True)) - len(self.store.people()),
            ungiven=None if assignment is None else self.store.count_ungiven(),
            layers=tuple(
                self._layer_status(layer, person.name if person else None)
                for layer, person in people.items()
            ),
        )

    def assign(
        self,
        people: Iterable[str] | None = None,
        *,
        by: By | str | None = None,
        overlap: float | None = None,
        readers: int | None = None,
        stances: Iterable[str] | None = None,
        seed: int | None = None,
        dry_run: bool = False,
    ) -> AssignReport:
        """Give out sentences to people, or change who has what; `docs/team.md` says how.

        What somebody has begun stays theirs: only open sentences move, and only as many as must.
        What is left out is as it was the last time, so that without arguments the same terms are
        applied again: to new articles, and to sentences whose first annotations hold one of
        `stances`.

        Parameters
        ----------
        people
            The names of all who read from now on; somebody new becomes known with it.
        by
            ``document`` (the default) keeps articles together, ``sentence`` does not.
        overlap
            The share of sentences, 0 to 1, that several people read; 0 by default.
        readers
            How many people that is; 2 by default.
        stances
            Sentences whose suggestions or annotations hold one of these are read by several.
        seed
            Who gets what, and which are read by several; 0 by default.
        dry_run
            Only say what would be done.

        Raises
        ------
        UsageError
            Nobody is named, a number is out of bounds, or the scheme has no such stance.
        """
        with trying(self.store, dry_run=dry_run):
            known = {each.pseudonym for each in self.store.people()}
            settings = self._choose_settings(people, by, overlap, readers, stances, seed)
            return self._assign(settings, known, dry_run=dry_run)

    def unassign(self) -> None:
        """Make all sentences everybody's again; annotations stay as they are."""
        if self.store.assignment() is not None:
            self.store.assign({}, settings="{}", sha256="0" * 64)

    def assignment(self) -> pd.DataFrame:
        """Return who has been given which sentence, one a row, in the order of the texts.

        `why` is ``single``, ``overlap`` (drawn, so that agreement on these stands for all) or
        ``stance``; `status` how far the person is with it.
        """
        import pandas as pd

        columns = ("document", "sentence", "annotator", "why", "status")
        rows = [
            (each.document, each.sentence, layer.removeprefix(ANNOTATOR), why,
             each.status.get(layer, "open"))
            for each in self.store.readings()
            for layer, why in sorted(each.given.items())
        ]  # fmt: skip
        return pd.DataFrame(rows, columns=list(columns)).astype("string")

    def _layer_status(self, layer: str, name: str | None) -> LayerStatus:
        is_given = layer.startswith(ANNOTATOR) and self.store.assignment() is not None
        progress = self.store.progress(layer, given=is_given)
        paces = self.store.recent_active_s(layer, PACE_DECISIONS)
        left = max(0, progress.to_decide - progress.done - progress.skipped)
        hours = round(self.store.active_s(layer) / 3600, 4)
        return LayerStatus(
            layer,
            name,
            progress.done,
            progress.skipped,
            progress.flagged,
            left,
            hours,
            SuggestionCounts(**self.store.count_verdicts(layer)),
            progress.to_decide if is_given else None,
            round(median(paces), 1) if len(paces) >= PACE_MINIMUM else None,
        )

    def pace(self) -> pd.DataFrame:
        """Return what each annotator did on each day (UTC), one row each.

        `decided` counts sentences on the day of their last decision, `active_h` the hours of work,
        `pace_s` the seconds of work for each sentence decided.
        """
        import pandas as pd

        rows = [msgspec.structs.astuple(each) for each in self.iter_days()]
        frame = pd.DataFrame(rows, columns=list(Day.__struct_fields__))
        return frame.astype({"day": "string", "annotator": "string", "pace_s": "Float64"})

    def iter_days(self) -> Iterator[Day]:
        """Yield the days of all annotators, those of one after the other."""
        for layer in list_layers(self.store):
            if layer.startswith(ANNOTATOR):
                name = layer.removeprefix(ANNOTATOR)
                yield from compute_pace(name, self.store.history(layer))

    # -- giving out --------------------------------------------------------------------------

    def _choose_settings(
        self,
        people: Iterable[str] | None,
        by: By | str | None,
        overlap: float | None,
        readers: int | None,
        stances: Iterable[str] | None,
        seed: int | None,
    ) -> dict[str, Any]:
        """Return the terms: what is given, else those in force, else the defaults."""
        before = self.store.assignment()
        settings: dict[str, Any] = {
            "by": "document", "overlap": 0.0, "people": [], "readers": 2, "seed": 0, "stances": [],
        }  # fmt: skip
        if before is not None:
            settings |= json.loads(before.settings)
        there = {each.pseudonym for each in self.store.people()}
        settings["people"] = [each for each in settings["people"] if each in there]
        given = {"by": by, "overlap": overlap, "readers": readers, "seed": seed}
        settings |= {name: value for name, value in given.items() if value is not None}
        if people is not None:
            names = [people] if isinstance(people, str) else list(people)
            pseudonyms = {self.store.ensure_person(each).pseudonym for each in names}
            settings["people"] = sorted(pseudonyms)
        if stances is not None:
            settings["stances"] = self._check_stances(stances)
        return settings

    def _check_stances(self, stances: Iterable[str]) -> list[str]:
        known = [each.value for each in self.scheme.stances]
        wanted = {stances} if isinstance(stances, str) else set(stances)
        unknown = sorted(wanted - set(known))
        if unknown:
            raise UsageError(f"Expected stances of {', '.join(known)}, got {', '.join(unknown)}.")
        return sorted(wanted)

    def _assign(
        self, settings: Mapping[str, Any], known: set[str], *, dry_run: bool
    ) -> AssignReport:
        if not settings["people"]:
            raise UsageError(
                "Expected the names of those who read, got none.",
                hint="Name them once; after that they are known.",
            )
        terms = Terms(
            tuple(ANNOTATOR + each for each in settings["people"]),
            settings["by"],
            float(settings["overlap"]),
            int(settings["readers"]),
            int(settings["seed"]),
        )
        check_terms(terms)
        readings = self.store.readings()
        wanted = self._find_wanted(frozenset(settings["stances"]))
        shares = share_out((_as_shareable(each, wanted) for each in readings), terms)
        spots = {(each.document, each.sentence): each.spot for each in readings}
        given = {
            person: {spots[name]: shares.why[name] for name in names}
            for person, names in shares.given.items()
            if names
        }
        text = json.dumps(settings, sort_keys=True)
        before = self.store.assignment()
        held = {(each.spot, layer, why) for each in readings for layer, why in each.given.items()}
        asked = {(at, layer, why) for layer, queue in given.items() for at, why in queue.items()}
        is_same = before is not None and (before.settings, held) == (text, asked)
        if not is_same:
            self.store.assign(given, settings=text, sha256=shares.sha256)
        return AssignReport(
            is_dry_run=dry_run,
            is_changed=not is_same,
            by=terms.by,
            overlap=terms.overlap,
            readers=terms.readers,
            stances=tuple(settings["stances"]),
            seed=terms.seed,
            sentences=len(readings),
            read_by_several=dict(Counter(why for why in shares.why.values() if why != "single")),
            short=shares.short,
            sha256=shares.sha256,
            people=self._tell_people(readings, shares, settings["people"], known),
        )

    def _find_wanted(self, stances: frozenset[str]) -> frozenset[int]:
        """Return the spots of sentences whose suggestions or annotations hold one of `stances`."""
        if not stances:
            return frozenset()
        layers = self.store.layers()
        asked = [each for each in layers if each.startswith(ANNOTATOR) or self.is_suggested(each)]
        return frozenset(
            spot
            for layer in asked
            for spot, annotation in self.store.iter_answers(layer)
            if any(each.stance in stances for each in annotation.attributions)
        )

    def _tell_people(
        self,
        readings: Sequence[Reading],
        shares: Shares,
        people: Sequence[str],
        known: set[str],
    ) -> tuple[PersonShare, ...]:
        names = {ANNOTATOR + each.pseudonym: each.name for each in self.store.people()}
        reading_on = {ANNOTATOR + each for each in people}
        before: dict[str, set[tuple[str, str]]] = {}
        decided: Counter[str] = Counter()
        for each in readings:
            name = (each.document, each.sentence)
            for layer in each.given:
                before.setdefault(layer, set()).add(name)
            for layer, status in each.status.items():
                decided[layer] += status != "open" and name in shares.given.get(layer, frozenset())
        told = []
        for layer in sorted({*shares.given, *before}):
            had, has = before.get(layer, set()), shares.given.get(layer, frozenset())
            told.append(
                PersonShare(
                    layer=layer,
                    name=names.get(layer),
                    is_new=layer.removeprefix(ANNOTATOR) not in known,
                    reads_on=layer in reading_on,
                    assigned=len(has),
                    documents=len({document for document, _ in has}),
                    done=decided[layer],
                    left=len(has) - decided[layer],
                    came=len(has - had),
                    went=len(had - has),
                )
            )
        return tuple(told)


def _as_shareable(reading: Reading, wanted: frozenset[int]) -> Shareable:
    return Shareable(
        document=reading.document,
        sentence=reading.sentence,
        begun=frozenset(reading.status),
        decided=frozenset(layer for layer, status in reading.status.items() if status != "open"),
        given=frozenset(reading.given),
        wanted=reading.spot in wanted,
    )
