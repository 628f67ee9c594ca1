"""What a project says of its own answers: checks, scores, errors, pictures, and each in place."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.errors import UsageError
from workbench.project.exporting import LayerReader, is_decided
from workbench.project.layers import ANNOTATOR, find_layer, find_person, list_layers

if TYPE_CHECKING:
    from workbench.aggregation import Aggregation
    from workbench.agreement import Agreement
    from workbench.curation import Finding, Place
    from workbench.evaluation import Comparison, Evaluation
    from workbench.model import Record
    from workbench.project.checking import CheckReport
    from workbench.project.pictures import Pictures
    from workbench.project.reports import ImportReport
    from workbench.scheme import Scheme
    from workbench.session import Session
    from workbench.store import Store

GOLD = "gold"


class Quality:
    """The part of a project that looks at answers that are there."""

    store: Store
    scheme: Scheme
    directory: Path | None
    guideline_version: str | None

    if TYPE_CHECKING:

        def session(self, name: str) -> Session: ...  # noqa: D102
        def records(self, layer: str) -> Iterator[Record]: ...  # noqa: D102
        def import_records(  # noqa: D102
            self,
            path: Path,
            layer: str,
            replace: bool = False,  # noqa: FBT001, FBT002
        ) -> ImportReport: ...

    def check(self, layer: str | None = None) -> CheckReport:
        """Return the annotations that look wrong, the surest first; `docs/checks.md` has the kinds.

        Parameters
        ----------
        layer
            The one layer to check; without it gold and all annotators. An annotator is compared
            with all the others in any case.
        """
        from workbench.project.checking import check_layers

        existing = list_layers(self.store)
        chosen = [self._find(layer)] if layer else _exclude_systems(existing)
        return check_layers(self._read, chosen, existing)

    def agreement(
        self,
        layers: Iterable[str] | None = None,
        *,
        seed: int = 0,
        resamples: int = 1000,
        worst: int = 50,
    ) -> Agreement:
        """Return how far annotators agree, level by level, with gates and the worst sentences.

        Parameters
        ----------
        layers
            The layers to compare, two or more; without them those of all annotators. The name of
            an annotator will do for the layer.
        seed
            Where the random numbers start; the same seed gives the same intervals.
        resamples
            How many bootstrap resamples of the documents the intervals take; 0 for none.
        worst
            How many of the worst sentences are listed.
        """
        from workbench.agreement import compute_agreement

        wanted = [each for each in list_layers(self.store) if each.startswith(ANNOTATOR)]
        if layers is not None:
            named = [each if ":" in each or each == "gold" else ANNOTATOR + each for each in layers]
            wanted = [find_layer(self.store, layer) for layer in named]
        records = {layer: self.records(layer) for layer in wanted}
        links = {layer: self.store.links(layer) for layer in wanted}
        return compute_agreement(
            records, self.scheme, links=links, seed=seed, resamples=resamples, worst=worst
        )

    def aggregate(
        self,
        method: str = "majority",
        layers: Iterable[str] | None = None,
        *,
        save: bool = True,
    ) -> Aggregation:
        """Make one answer from those of three annotators or more, by vote, without an adjudicator.

        Labels are voted on, spans never: a claim or attribution is taken only where everybody who
        looked has it with the same spans; `docs/aggregation.md` says how.

        Parameters
        ----------
        method
            ``majority`` (more than half), or ``dawid-skene``, which weighs annotators by how they
            err and needs the extra ``aggregation``.
        layers
            Whose answers; by default all annotators'. The name of an annotator will do.
        save
            Whether the layer ``system:aggregated-METHOD`` is made to say this; otherwise nothing is
            written.

        Raises
        ------
        UsageError
            There are fewer than three annotators, or no such method.
        """
        from workbench.aggregation import aggregate
        from workbench.project.aggregating import choose_annotators, choose_voter, save_records

        voter = choose_voter(method)
        wanted = choose_annotators(self.store, layers)
        answers = {layer: self.records(layer) for layer in wanted}
        report, records = aggregate(answers, self.scheme, voter)
        if save:
            save_records(self.store, report.layer, records)
        return report

    def worst(self, agreement: Agreement) -> Any:
        """Return a widget that lists the worst sentences, and shows the chosen one in its article.

        All who have done the sentence are shown side by side, read-only.

        Parameters
        ----------
        agreement
            What `agreement` returned.
        """
        from workbench.project.showing import choose_worst

        return choose_worst(self.store, self.scheme, agreement.worst)

    @property
    def pictures(self) -> Pictures:
        """What can be drawn; each method returns one picture."""
        from workbench.project.pictures import Pictures

        return Pictures(self.store, self.scheme, self._read, self.directory)

    def predict(self, system: str, gold: str = GOLD) -> ImportReport:
        """Let a simple system answer the documents of a layer, and keep what it says as a layer.

        Parameters
        ----------
        system
            ``cue-words``, which reads the articles alone, or ``majority``, which is `gold` with
            every stance replaced by the most frequent one.
        gold
            The layer whose documents are answered.
        """
        from workbench.evaluation import predict_cue_words, predict_majority
        from workbench.exchange import write_lines
        from workbench.model import dump_record

        systems = {"cue-words": predict_cue_words, "majority": predict_majority}
        if system not in systems:
            raise UsageError(f"Expected one of {', '.join(systems)}, got {system!r}.")
        records = systems[system](self._iter_decided(gold))
        if not records:
            raise UsageError(f"Expected decided documents in {gold}, there are none.")
        with tempfile.TemporaryDirectory(prefix="workbench-") as folder:
            path = Path(folder) / "predictions.jsonl"
            write_lines(path, map(dump_record, records))
            return self.import_records(path, records[0].provenance.layer, replace=True)

    def evaluate(self, pred: str, gold: str = GOLD, *, resamples: int = 1000) -> Evaluation:
        """Score the layer `pred` against the layer `gold`; `docs/evaluation.md` says how.

        Parameters
        ----------
        resamples
            Bootstrap resamples of the intervals; 0 for none.
        """
        from workbench.evaluation import evaluate

        sides = self._iter_decided(gold), self._iter_all(pred)
        return evaluate(*sides, self.scheme, resamples=resamples)

    def compare(self, first: str, second: str, gold: str = GOLD) -> Comparison:
        """Return which scores of two layers differ by more than chance, on the same gold."""
        from workbench.evaluation import compare

        return compare(
            self._iter_decided(gold), self._iter_all(first), self._iter_all(second), self.scheme
        )

    def errors(self, pred: str, gold: str = GOLD, *, document: str | None = None) -> CheckReport:
        """Return where the layer `pred` differs from `gold`, item by item, in the text's order.

        Parameters
        ----------
        document
            The id of the only document to look at.
        """
        from workbench.project.checking import CheckReport
        from workbench.project.errors import find_errors

        layers = self._find(gold), self._find(pred)
        left, right = (
            [each for each in records if document in (None, each.document.id)]
            for records in (self._iter_decided(gold), self._iter_all(pred))
        )
        return CheckReport(layers, tuple(find_errors(left, right)))

    def open(
        self,
        item: str | Finding,
        *,
        document: str | None = None,
        layer: str | None = None,
        beside: str | None = None,
    ) -> Any:
        """Return a widget that shows a sentence, a claim or an attribution in its article.

        What an annotator said is shown in that person's annotation widget, ready to be changed.
        What is of another layer, or is compared with one, is shown side by side and read-only.

        Parameters
        ----------
        item
            A finding, or the id of a sentence, a claim or an attribution.
        document
            Where the id is, if it repeats over documents.
        layer
            Whose answer; a person's own name is understood. By default the layer that has the id;
            for a sentence the only annotator, else gold.
        beside
            A second layer to show beside it, without which gold is shown with the first system.

        Raises
        ------
        UsageError
            The id is nowhere, or in several places.
        """
        place, other = self._locate(item, document, layer)
        person = find_person(self.store, place.layer)
        if person is not None and beside is None:
            from workbench.project.showing import show_annotator

            return show_annotator(self.session(person.name or person.pseudonym), place)
        from workbench.project.showing import show_comparison

        return show_comparison(
            self.store, self.scheme, place, self._choose_sides(place, beside or other)
        )

    def _locate(
        self, item: str | Finding, document: str | None, layer: str | None
    ) -> tuple[Place, str | None]:
        """Return the place to show, and the layer that a finding compares it with."""
        from workbench.project.places import as_place, find_place

        if not isinstance(item, str):
            others = [each.layer for each in item.elsewhere if each.document == item.document]
            return as_place(item), next((each for each in others if each != item.layer), None)
        if layer is not None:
            named = self._find(layer)
            return find_place(self.store, item, [named], document, named), None
        layers = list_layers(self.store)  # people first, then gold, then systems
        people = [each for each in layers if each.startswith(ANNOTATOR)]
        home = people[0] if len(people) == 1 else GOLD
        return find_place(self.store, item, layers, document, home), None

    def _choose_sides(self, place: Place, beside: str | None) -> list[str]:
        """Return the layers to show, gold first."""
        if beside is not None:
            other = self._find(beside)
        elif place.layer != GOLD:
            other = GOLD
        else:
            others = (each for each in list_layers(self.store) if not each.startswith(ANNOTATOR))
            other = next((each for each in others if each != GOLD), GOLD)
        return sorted({place.layer, other}, key=lambda each: (each != GOLD, each))

    def _find(self, layer: str) -> str:
        """Return the layer that is meant; the name of an annotator will do."""
        is_name = ":" not in layer and layer != GOLD
        return find_layer(self.store, ANNOTATOR + layer if is_name else layer)

    def _read(self, layer: str) -> LayerReader:
        return LayerReader(self.store, self.scheme, self._find(layer), self.guideline_version)

    def _iter_decided(self, layer: str) -> Iterator[Record]:
        return self._read(layer).iter_records(is_decided)

    def _iter_all(self, layer: str) -> Iterator[Record]:
        # A system decides on nothing, it only answers.
        return self._read(layer).iter_records(bool)


def _exclude_systems(layers: list[str]) -> list[str]:
    return [layer for layer in layers if not layer.startswith("system:")]
