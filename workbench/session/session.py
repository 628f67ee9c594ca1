"""The annotation loop of one person, without Jupyter: queue, focus, edits, decisions, undo, save.

A `Session` answers the messages of `docs/widget-protocol.md`; scripts and tests call `Session.do`.
Whatever it acknowledges is committed.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import msgspec

from workbench.errors import ConflictError, UsageError
from workbench.model import Annotation, Entity, Span
from workbench.scheme import Scheme
from workbench.session import say, stated, wire
from workbench.session.adjudicating import GOLD, Adjudicating, AdjudicationPlan
from workbench.session.boundaries import Boundaries, as_opened
from workbench.session.connecting import Connecting
from workbench.session.desk import Desk
from workbench.session.draft import Draft
from workbench.session.elsewhere import Elsewhere
from workbench.session.focus import Armed, Focus, load_focus, mend
from workbench.session.going import Going
from workbench.session.identifying import Identifying
from workbench.session.judging import Judging, Refused
from workbench.session.linking import close_clusters
from workbench.session.messages import answer
from workbench.session.offering import Offering
from workbench.session.operations import EDITS, FOCUS, STEPS, action_name, check_arguments
from workbench.session.outcomes import Outcomes
from workbench.session.queueing import Queueing
from workbench.session.registrar import Registrar
from workbench.session.reply import Json, Reply
from workbench.session.settings import change_settings, read_settings
from workbench.session.sheet import Sheet
from workbench.session.sources import SuggestionPlan
from workbench.session.stretches import Stretches
from workbench.session.wording import name_of, refusal, word
from workbench.store import Rule, SentenceRef, Store, Undone, Verdict


class Session(Boundaries, Connecting, Identifying, Going, Judging, Queueing, Stretches):
    """One person at work on a project.

    Parameters
    ----------
    store
        The project's store; several sessions may share it.
    scheme
        The label scheme, with the features that the project turned on.
    annotator
        A name or a pseudonym; a new one is added to the project's people.
    project_name
        What the widget shows; by default the name in the store.
    suggestions
        Who suggests what to the annotator; by default nobody.
    adjudication
        Whose answers are compared where the person adjudicates: gold is worked on then.
    entities
        Those that the project's files know; what the store's register says of them wins.
    """

    def __init__(
        self,
        store: Store,
        scheme: Scheme,
        annotator: str,
        project_name: str | None = None,
        suggestions: SuggestionPlan | None = None,
        adjudication: AdjudicationPlan | None = None,
        entities: Mapping[str, Entity] | None = None,
    ) -> None:
        self.id = secrets.token_hex(8)
        self.store, self.scheme = store, scheme
        self.person = store.ensure_person(annotator)
        self.own_layer = f"annotator:{self.person.pseudonym}"
        self.layer = self._place = self.own_layer
        self._judge: Adjudicating | None = None
        if adjudication is not None:
            self.layer, self._place = GOLD, f"adjudicator:{self.person.pseudonym}"
            self._judge = Adjudicating(store, scheme, adjudication, self.person.pseudonym)
        self.project_name = project_name or store.info.name
        self.language = "en"
        """What is said and refused in; a message of the widget may ask for another."""
        self._outcomes = Outcomes(store, scheme, self.layer)
        self._offering = Offering(store, scheme, self.layer, suggestions or SuggestionPlan())
        self._registrar = Registrar(store, entities, self.person.pseudonym)
        if self._judge is not None:
            self._judge.registrar = self._registrar
        self._lock = threading.RLock()
        self._sheet: Sheet | None = None
        self._fresh, self._focus = set[str](), Focus("")
        self._refused: Refused = ({}, (), ())
        self._open_first()

    def handle(self, message: Json) -> list[Json]:
        """Answer a message of the widget with the messages to send; nothing is raised."""
        return answer(self, message)

    def resume(self, known: Json) -> None:
        """Take over where a view of an earlier session was, as far as that still holds."""
        with self._lock:
            if self._sheet is None or known.get("session") == self.id:
                return
            document = known.get("document")
            if document not in (None, self._sheet.id) and self.store.has_document(document):
                self._sheet = Sheet(self.store, self.layer, document)
                self._focus = Focus(self._sheet.stored.sentences[0].sentence)
            if self._sheet.sentence_of(known.get("sentence") or "") is not None:
                focus = load_focus(known)
                self._focus = mend(focus or self._focus, self._sheet.draft)

    # -- reading -----------------------------------------------------------------------------

    @property
    def focus(self) -> Focus:
        """Where the annotator is."""
        return self._focus

    @property
    def sheet(self) -> Sheet:
        """The open document; a project without documents has none, which is a `UsageError`."""
        if self._sheet is None:
            raise refusal("no_document", kind=UsageError)
        return self._sheet

    def find(self, quote: str, occurrence: int = 0) -> list[Span]:
        """Return the span of `quote` in the sentence in focus, as `do("mark", spans=...)` takes it.

        `occurrence` counts from 0. Words that are not there are an `EditError`.
        """
        return [self.sheet.find(self._focus.sentence, quote, occurrence)]

    def snapshot(self) -> Json:
        """Return all that a view needs, as the message `snap` carries it."""
        with self._lock:
            people = self._list_people()
            document = None if self._sheet is None else self._sheet.dump_document()
            return {
                "session": self.id,
                "project": {
                    "id": self.store.info.id,
                    "name": self.project_name,
                    "annotator": self.person.name or self.person.pseudonym,
                    "annotators": people,
                    "warnings": [*self.store.warnings, *self._offering.problems(self._sheet)],
                },
                "scheme": self.scheme.as_json(),
                "keys": wire.load_keys(),
                "settings": msgspec.to_builtins(read_settings(self.store, self.own_layer)),
                "document": document,
                "empty": self._find_empty(),
                "annotations": {} if self._sheet is None else self._sheet.dump(),
                "suggestions": self._offering.dump(self._sheet),
                **self._judgement(self._sheet),
                "clusters": self._dump_clusters(),
                **self._whereabouts(),
            }

    def _whereabouts(self) -> Json:
        if self._sheet is None:
            return {"ui": None, "progress": None}
        position = self._sheet.ref(self._focus.sentence).position
        active_s = self.store.recent_active_s(self.layer, wire.PACE_DECISIONS)
        undo = self.store.undo_names(self.layer)
        return {
            "entities": self._dump_entities(),
            **stated.dump_proposals(self._sheet, self.scheme),
            "ui": wire.dump_ui(self._focus, self._sheet.draft, undo),
            "progress": wire.dump_progress(
                self.store.progress(self.layer, given=True), position, active_s
            ),
        }

    # -- operations --------------------------------------------------------------------------

    def do(
        self, name: str, /, *, key: str | None = None, active_s: float | None = None, **args: Any
    ) -> Reply:
        """Do one operation of `docs/widget-protocol.md`, and return what it led to.

        Parameters
        ----------
        name, args
            The operation and its arguments; ``spans`` may be `Span` objects or plain data.
        key
            Who repeats an operation repeats its key: it is then done once. Made here by default.
        active_s
            Seconds of work that the operation took, where somebody measured them.

        Raises
        ------
        WorkbenchError
            Nothing was saved then. `EditError` says what the model does not allow, `ConflictError`
            carries both contents, after `StoreUnavailable` the same call may be made again.
        """
        key = key or secrets.token_hex(16)
        if "spans" in args:
            args["spans"] = wire.load_spans(args["spans"])
        if "id" in args:
            args["item_id"] = args.pop("id")
        with self._lock:
            is_behind = self._catch_up(name, key)
            reply = self._do(name, key, active_s, args)
            return as_opened(reply) if is_behind else reply

    def _do(self, name: str, key: str, active_s: float | None, args: Json) -> Reply:
        if name in EDITS:
            return self._edit(name, key, active_s, args)
        if name in FOCUS:
            return self._point(name, key, args)
        if name in STEPS:
            step, only_open = STEPS[name]
            return self._step(step, only_open=only_open)
        others: dict[str, Callable[..., Reply]] = {
            "goto": self._goto,
            "undo": self._undo,
            "redo": self._redo,
            "segment": self._segment,
            "date": self._date,
            "resolve": self._resolve,
            "split": self._split,
            "merge": self._merge,
            "accept_unanimous": self._accept_unanimous,
            "settings": self._settings,
            **self._register_operations(),
        }
        if name not in others:
            names = ", ".join(sorted({*EDITS, *FOCUS, *STEPS, *others}))
            raise UsageError(f"Expected an operation ({names}), got {name!r}.")
        if name in ("split", "merge"):
            args["active_s"] = active_s
        check_arguments(others[name], name, {"key": key, **args})
        return others[name](key=key, **args)

    def _desk(self, key: str, elsewhere: Elsewhere | None = None) -> Desk:
        offers = self._offering.of(self.sheet)
        bench = None if self._judge is None else self._judge.of(self.sheet)
        draft = self.sheet.draft.fork()
        if elsewhere is not None:
            elsewhere.open(self.sheet.id, draft)
        return Desk(draft, self._focus, self.scheme, key, offers, bench=bench, elsewhere=elsewhere)

    def _edit(self, name: str, key: str, active_s: float | None, args: Json) -> Reply:
        if self.store.has_action(key):
            return self._repeat(key)
        self._refuse_not_given(name)
        advance = name in ("decide", "nothing") and args.pop("advance", False)
        with Elsewhere(self.store, self.layer) as elsewhere:
            redraw = self._look_again(name, elsewhere)
            desk = self._desk(key, elsewhere)
            edit = self._find_edit(name, EDITS[name])
            check_arguments(edit, name, {"desk": desk, **args})
            edit(desk, **args)
            close_clusters(desk, self.sheet.draft)
            self._rule(name, desk, self.sheet.draft, args)
            said = (desk.verdicts, desk.rules, elsewhere)
            redraw |= self._save(key, action_name(name, args), desk.changes(), active_s, *said)
        before, self._focus = self._focus, mend(desk.focus, self.sheet.draft)
        if self._focus.sentence != before.sentence:
            self.store.set_place(self._place, self.sheet.ref(self._focus.sentence).position)
        spoken = self._describe(name, args, self.sheet.draft, desk)
        if advance:
            moved = self._step(1, only_open=True)
            drawn = self.sheet.dump({*redraw, *moved.delta["annotations"]})
            delta = {**moved.delta, "annotations": drawn}
            return Reply(delta, f"{spoken} {moved.say or ''}".strip(), moved.opened)
        return Reply(self._delta(redraw), spoken)

    def _save(
        self,
        key: str,
        name: str,
        changes: dict[str, Annotation],
        active_s: float | None,
        verdicts: Sequence[Verdict] = (),
        rules: Sequence[Rule] = (),
        elsewhere: Elsewhere | None = None,
    ) -> set[str]:
        if not changes:
            return set()
        try:
            return self.sheet.save(key, name, changes, active_s, verdicts, rules, elsewhere)
        except ConflictError:
            # Both contents are in the error; what was refused waits for the person's word.
            self._refused = (changes, tuple(verdicts), tuple(rules))
            self.sheet.reload()
            self._focus = mend(self._focus, self.sheet.draft)
            raise

    def _repeat(self, key: str) -> Reply:
        """Answer an operation that is committed already: only the focus is brought up to it."""
        self.sheet.reload()  # it may have been this session's, whose answer was lost on the way
        desk = self._desk(key)
        claim, attribution = desk.new_id("c"), desk.new_id("a")
        if attribution in desk.draft.attributions:
            desk.show_attribution(attribution)
        elif claim in desk.draft.claims:
            waits = desk.draft.voiced()[claim].voice is None
            desk.show(claim, None, Armed("source", claim=claim) if waits else None)
        self._focus = desk.focus
        return Reply(self._delta(self.sheet.dump()), None)

    def _describe(self, name: str, args: Json, draft: Draft, desk: Desk) -> str:
        spoken = say.describe(self.language, self.scheme, name, args, self._focus, draft)
        said = [spoken, self._say_link(name, args, desk), self._say_entities(name, args)]
        said.append(self._say_ruling(name, args, desk))
        spoken = " ".join(filter(None, said))
        return say.add_suggestions(self.language, spoken, desk, self._focus)

    def _word(self, key: str, **values: str | int) -> str:
        return word(self.language, f"say.{key}", values)

    def _delta(self, sentences: Iterable[str] = (), *, segments: bool = False) -> Json:
        return {
            "annotations": self.sheet.dump({*sentences, *self._use_fresh()}),
            "segments": wire.dump_segments(self.sheet.stored) if segments else None,
            "suggestions": self._offering.dump_changes(self.sheet),
            **self._judgement(self.sheet, changes=True),
            "clusters": self._dump_clusters(),
            **self._whereabouts(),
        }

    # -- focus and navigation ----------------------------------------------------------------

    def _point(self, name: str, key: str, args: Json) -> Reply:
        desk = self._desk(key)
        check_arguments(FOCUS[name], name, {"desk": desk, **args})
        FOCUS[name](desk, **args)
        self._focus = desk.focus
        return Reply(self._delta(), self._describe(name, args, desk.draft, desk))

    def _open_first(self) -> None:
        """Open the document where the annotator was, or the first open sentence."""
        ref = self._find_first()
        if ref is not None:
            self._sheet = Sheet(self.store, self.layer, ref.document)
            self._take_over()
            self._focus = self._offering.arrive(self._sheet, ref.sentence)

    def _move(self, ref: SentenceRef) -> Reply:
        opened = self._sheet is None or ref.document != self._sheet.id
        if opened:
            self._sheet = Sheet(self.store, self.layer, ref.document)
        self._take_over()
        self._focus = self._offering.arrive(self.sheet, ref.sentence)
        self.store.set_place(self._place, ref.position)
        words = say.shorten(self.sheet.stored.document.text[ref.start : ref.end])
        return Reply(self._delta(), words, opened)

    # -- undo, settings -----------------------------------------------------------

    def _undo(self, *, key: str) -> Reply:
        with self._own_step("undo"):
            undone = self.store.undo(self.layer, key)
        return self._take_back("undo", undone)

    def _redo(self, *, key: str) -> Reply:
        with self._own_step("redo"):
            undone = self.store.redo(self.layer, key)
        return self._take_back("redo", undone)

    def _take_back(self, name: str, undone: Undone | None) -> Reply:
        if undone is None:
            return Reply(self._delta(), self._word(f"no_{name}"))
        touched = dict(reversed(undone.sentences))
        opened = self.sheet.id not in touched
        if opened:
            self._sheet = Sheet(self.store, self.layer, undone.document)
        else:
            before = self.sheet.outline
            self.sheet.reload()
            opened = before != self.sheet.outline
        sentence = touched[self.sheet.id]
        here = Focus(sentence) if sentence != self._focus.sentence else self._focus
        self._focus = self._offering.mend(here, self.sheet)
        self.store.set_place(self._place, self.sheet.ref(sentence).position)
        action = name_of(self.language, "action", undone.name)
        return Reply(self._delta(self.sheet.dump()), self._word(name, action=action), opened)

    def _settings(self, *, key: str, **changes: Any) -> Reply:
        """Keep what the person chose for the interface."""
        del key
        settings = change_settings(self.store, self.own_layer, self.scheme, changes)
        delta = {**self._delta(), "settings": msgspec.to_builtins(settings)}
        return Reply(delta, self._word("done.settings"))
