"""A session over sentences with known answers: each decision is answered at once.

It works in a room of its own, a store that holds copies of the articles and nothing of the
project's, so that whatever a learner does changes no real work. What was decided first counts, and
goes into the round that the project keeps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec

from workbench.model import Annotation
from workbench.scheme import Scheme
from workbench.session.feedback import Feedback, Said, compare
from workbench.session.focus import Focus
from workbench.session.linking import LINKING
from workbench.session.reply import Json, Reply
from workbench.session.session import Session
from workbench.session.sheet import Sheet
from workbench.session.wording import label_of, load_texts, refusal, word
from workbench.store import SentenceRef, Store

DECISION = "decide"
"""What the names of decisions begin with in the undo stack."""

SHARED = frozenset({"segment", "date", "split", "merge", *LINKING})
"""What changes an article for everybody: not for practice."""


COUNTED = ("has_claim", "claim", "triples")
"""The levels that have to reach the pass mark."""


class TrainingResult(msgspec.Struct, frozen=True):
    """What a round came to: the score of each level, 0 to 1, and whether those of `COUNTED` pass.

    A level that says nothing here is ``None`` and keeps nobody from passing.
    """

    scores: dict[str, float | None]
    pass_mark: float
    passed: bool


class TrainingPlan(msgspec.Struct, frozen=True):
    """What a training session needs of the project.

    Parameters
    ----------
    round
        The number of the round, and how many the person has begun before, itself included.
    known
        The known answers, by document and sentence, in the order of the articles.
    pass_mark
        What each level has to reach, 0 to 1.
    record
        Keeps an answer: called after each decision with the document and the annotation; harmless
        where it was called before.
    close
        Called once all is answered; returns what the round came to.
    keep_settings
        Keeps what the person chose for the interface, as JSON.
    """

    round: int
    known: Mapping[tuple[str, str], Annotation]
    pass_mark: float
    record: Callable[[str, Annotation], None]
    close: Callable[[], TrainingResult]
    keep_settings: Callable[[str], None]


class TrainingSession(Session):
    """One person at practice.

    Parameters
    ----------
    room
        A store with the articles, in which nothing else is kept.
    plan
        The sentences and their known answers.
    """

    def __init__(
        self, room: Store, scheme: Scheme, annotator: str, project_name: str, plan: TrainingPlan
    ) -> None:
        self.plan = plan
        self.result: TrainingResult | None = None
        self.refs = sorted((room.find_sentence(*place) for place in plan.known), key=_position)
        """The sentences of the round, in the order of the articles."""
        self._decided: set[tuple[str, str]] = set()
        super().__init__(room, scheme, annotator, project_name)
        self._catch_up_record()

    def feedback(self) -> Feedback | None:
        """Return what the known answer says to the sentence in focus, once it is decided."""
        if self._sheet is None or not self._is_answered(self._focus.sentence):
            return None
        sheet = self.sheet
        stored = self.store.get_annotations(sheet.id, self.layer)
        mine = {name: each.annotation for name, each in stored.items()}
        gold = self.plan.known[sheet.id, self._focus.sentence]
        return compare(sheet.stored, gold, mine, self.scheme)

    def answers(self) -> Iterator[tuple[str, Annotation]]:
        """Yield what is decided, with its document."""
        for document in dict.fromkeys(ref.document for ref in self.refs):
            for name, stored in self.store.get_annotations(document, self.layer).items():
                is_known = (document, name) in self.plan.known
                if is_known and stored.annotation.status == "done":
                    yield document, stored.annotation

    # -- what is different from real work ----------------------------------------------------

    def _do(self, name: str, key: str, active_s: float | None, args: Json) -> Reply:
        if name in SHARED:
            raise refusal("training_shared")
        if name == "undo" and (self.store.undo_names(self.layer)[0] or "").startswith(DECISION):
            raise refusal("training_answered")
        reply = super()._do(name, key, active_s, args)
        if name == "settings":
            self.plan.keep_settings(self.store.get_preferences(self.layer) or "{}")
        return reply

    def _edit(self, name: str, key: str, active_s: float | None, args: Json) -> Reply:
        if name != "decide":
            return super()._edit(name, key, active_s, args)
        if args.get("status") != "done":
            raise refusal("training_decide")
        advance = args.pop("advance", False)
        if self._is_answered(self._focus.sentence) and not self.store.has_action(key):
            return self._step(1, only_open=True) if advance else Reply(self._delta())
        reply = super()._edit(name, key, active_s, args)
        self._catch_up_record()
        # The answer was saved before the known one is shown.
        delta = {**reply.delta, **self._whereabouts()}
        return Reply(delta, f"{reply.say or ''} {self._say_feedback()}".strip(), reply.opened)

    def _save(
        self, key: str, name: str, changes: dict[str, Annotation], *rest: Any, **others: Any
    ) -> set[str]:
        for sentence in changes:
            if (self.sheet.id, sentence) not in self.plan.known:
                raise refusal("training_elsewhere")
            if self._is_answered(sentence):
                raise refusal("training_answered")
        return super()._save(key, name, changes, *rest, **others)

    def _open_first(self) -> None:
        self._decided = {(document, each.sentence) for document, each in self.answers()}
        ref = next((each for each in self.refs if not self._is_decided(each)), self.refs[0])
        self._sheet = Sheet(self.store, self.layer, ref.document)
        self._focus = Focus(ref.sentence)

    def _step(self, step: int, *, only_open: bool) -> Reply:
        """Go to the next sentence of the round; among the open ones, round the end as well."""
        here = self.sheet.ref(self._focus.sentence).position
        refs = self.refs if step > 0 else self.refs[::-1]
        beyond = [ref for ref in refs if (ref.position - here) * step > 0]
        if only_open:
            before = [ref for ref in refs if (ref.position - here) * step < 0]
            beyond = [ref for ref in [*beyond, *before] if not self._is_decided(ref)]
        if not beyond:
            if self.result is not None:
                return Reply(self._delta(), self._say_result(self.result))
            return Reply(self._delta(), self._word("no_open" if only_open else "no_sentence"))
        return self._move(beyond[0])

    def _whereabouts(self) -> Json:
        places = [(ref.document, ref.sentence) for ref in self.refs]
        done = len(self._decided)
        here = (self.sheet.id, self._focus.sentence)
        found = super()._whereabouts()
        progress = {
            **(found["progress"] or {}),
            "position": places.index(here) if here in places else 0,
            "sentences": len(places),
            "to_decide": len(places),
            "done": done,
            "skipped": 0,
        }
        training = {
            "round": self.plan.round,
            "answered": done,
            "sentences": len(places),
            "known": here in places,
            "result": msgspec.to_builtins(self.result),
            "feedback": msgspec.to_builtins(self.feedback()),
        }
        ui = found["ui"] or {}
        if (ui.get("undo") or "").startswith(DECISION):
            ui = {**ui, "undo": None}  # what counts cannot be taken back
        return {**found, "ui": ui, "progress": progress, "training": training}

    # -- answers -----------------------------------------------------------------------------

    def _is_decided(self, ref: SentenceRef) -> bool:
        return (ref.document, ref.sentence) in self._decided

    def _is_answered(self, sentence: str) -> bool:
        place = (self.sheet.id, sentence)
        # Another view may have decided it.
        is_done = self.sheet.draft.decision(sentence).status == "done"
        return place in self._decided or (place in self.plan.known and is_done)

    def _catch_up_record(self) -> None:
        """Tell the project all answers: again after a kernel that died between two stores."""
        answers = list(self.answers())
        self._decided = {(document, each.sentence) for document, each in answers}
        for document, annotation in answers:
            self.plan.record(document, annotation)
        if self.result is None and len(answers) == len(self.plan.known):
            self.result = self.plan.close()

    def _say_feedback(self) -> str:
        feedback = self.feedback()
        if feedback is None:
            return ""
        values = {"right": feedback.right, "count": len(feedback.rows)}
        parts = [word(self.language, "training.say", values)]
        for row in feedback.rows:
            if row.verdict != "right":
                field = load_texts(self.language).get(f"training.field.{row.field}", row.field)
                told = {
                    "field": field,
                    "yours": self._read(row.yours),
                    "gold": self._read(row.gold),
                }
                parts.append(word(self.language, f"training.say.{row.verdict}", told))
        if self.result is not None:
            parts.append(self._say_result(self.result))
        return " ".join(parts)

    def _say_result(self, result: TrainingResult) -> str:
        return word(self.language, f"training.{'passed' if result.passed else 'failed'}")

    def _read(self, said: Said | None) -> str:
        """Return words as they stand, or the name of a label."""
        if said is None:
            return word(self.language, "training.nothing")
        if said.label is None:
            return said.words or ""
        kind, _, value = said.label.partition(":")
        lists: dict[str, Any] = {
            "stance": self.scheme.stances,
            "certainty": self.scheme.certainty_labels,
            "realization": self.scheme.realizations,
        }
        for label in lists.get(kind, ()):
            if label.value == value:
                return label_of(self.language, label.name)
        return str(load_texts(self.language).get(f"training.{kind}.{value}", value))


def _position(ref: SentenceRef) -> int:
    return ref.position
