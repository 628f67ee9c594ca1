"""Training: sentences of gold for new annotators, apart from all real work."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from workbench.errors import UsageError
from workbench.project.exporting import LayerReader, is_decided
from workbench.project.known_answers import choose_known, iter_known, name_set
from workbench.project.layers import ANNOTATOR
from workbench.project.rooms import Rooms
from workbench.project.training_reports import TrainingReport, TrainingSettings

if TYPE_CHECKING:
    from workbench.scheme import Scheme
    from workbench.session import TrainingResult, TrainingSession
    from workbench.store import Store, TrainingRound

PASS_MARK = 0.7
"""Near what people reach among themselves on the same fields (`docs/training.md`)."""
SENTENCES = 10


class Training:
    """The part of a project that new annotators practise with."""

    store: Store
    scheme: Scheme
    name: str
    directory: Path | None
    guideline_version: str | None

    def train(
        self,
        name: str,
        *,
        sentences: int = SENTENCES,
        seed: int | None = None,
        pass_mark: float = PASS_MARK,
    ) -> Any:
        """Return the widget in which the person `name` answers sentences whose answers are known.

        Each decision is answered at once, field by field, and the first decision counts. Nothing of
        it is in any layer, export or score of the project. A round that was begun is gone on with;
        after it another begins, with other sentences.

        Parameters
        ----------
        sentences
            How many a round has; every stance that gold has is among them, if there is room.
        seed
            Which round of sentences: 0 for the first, and so on; by default the person's next. Two
            who do the same can be compared: see `training_report`.
        pass_mark
            What the scores of claims, of who holds what with which stance, and of sentences that
            have a claim have to reach, each from 0 to 1.

        Raises
        ------
        UsageError
            There is no gold that serves, or a number is out of its bounds.
        """
        from workbench.widgets import Annotator

        return Annotator(
            self.training_session(name, sentences=sentences, seed=seed, pass_mark=pass_mark)
        )

    def training_session(
        self,
        name: str,
        *,
        sentences: int = SENTENCES,
        seed: int | None = None,
        pass_mark: float = PASS_MARK,
    ) -> TrainingSession:
        """Return the training of the person `name` without a widget; arguments as for `train`."""
        person = self.store.ensure_person(name)
        layer = ANNOTATOR + person.pseudonym
        rounds = self.store.training_rounds(layer)
        open_rounds = [each for each in rounds if each.result is None and each.items]
        if seed is not None:
            open_rounds = [each for each in open_rounds if _settings(each).seed == seed]
        if open_rounds:
            return self._resume(name, open_rounds[-1], len(rounds))
        return self._begin(name, layer, sentences, seed, pass_mark, rounds)

    def training_report(self) -> TrainingReport:
        """Return all rounds of training, who has passed, and where those differ who did the same.

        A person's own name stays in the project; `TrainingReport.has_passed` answers for a layer.
        """
        from workbench.project.training_scores import build_training_report

        return build_training_report(self.store, self.scheme)

    def _begin(
        self,
        name: str,
        layer: str,
        sentences: int,
        seed: int | None,
        pass_mark: float,
        rounds: tuple[TrainingRound, ...],
    ) -> TrainingSession:
        from workbench.store import Known

        if sentences < 1 or not 0 <= pass_mark <= 1 or (seed is not None and seed < 0):
            raise UsageError(
                "Expected one sentence or more, a pass mark from 0 to 1 and a seed from 0, got "
                f"{sentences}, {pass_mark} and {seed}."
            )
        had = {_settings(each).seed for each in rounds}
        number = min(set(range(len(had) + 1)) - had) if seed is None else seed
        reader = LayerReader(self.store, self.scheme, "gold", self.guideline_version)
        known = [each for record in reader.iter_records(is_decided) for each in iter_known(record)]
        if not known:
            raise UsageError(
                "Expected gold with sentences that can be answered by themselves, there is none.",
                hint="Import gold, or try it on `open_sample_project()`.",
            )
        chosen = choose_known(known, sentences, number)
        settings = TrainingSettings(number, len(chosen), pass_mark, "gold", name_set(chosen))
        made = self.store.add_round(
            layer,
            msgspec.json.encode(settings).decode(),
            [Known(each.document, each.annotation) for each in chosen],
        )
        return self._resume(name, made, len(rounds) + 1)

    def _resume(self, name: str, begun: TrainingRound, count: int) -> TrainingSession:
        from workbench.project.training_scores import score_round
        from workbench.session import TrainingPlan, TrainingSession

        settings = _settings(begun)
        room = self._rooms.open(self.store, self.scheme, self.name, name, begun)

        def close() -> TrainingResult:
            done = self.store.training_round(begun.number)
            result = score_round(room, self.scheme, done, settings.pass_mark)
            self.store.close_round(begun.number, msgspec.json.encode(result).decode())
            return result

        plan = TrainingPlan(
            round=count,
            known={(each.document, each.gold.sentence): each.gold for each in begun.items},
            pass_mark=settings.pass_mark,
            record=lambda document, answer: self.store.answer_round(begun.number, document, answer),
            close=close,
            keep_settings=lambda content: self.store.set_preferences(begun.layer, content),
        )
        return TrainingSession(room, self.scheme, name, self.name, plan)

    @property
    def _rooms(self) -> Rooms:
        rooms: Rooms = self.__dict__.setdefault("_open_rooms", Rooms(self.directory))
        return rooms


def _settings(begun: TrainingRound) -> TrainingSettings:
    return msgspec.json.decode(begun.settings, type=TrainingSettings)
