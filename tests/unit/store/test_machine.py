"""Any order of calls: the store does what a dictionary and two lists would do."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.contract.building import (
    INFO,
    LAYER,
    OTHER,
    annotate,
    local_mounts,
    make_action,
    make_document,
    make_key,
)
from workbench.errors import ConflictError
from workbench.model import Annotation, SegmentKind, Status
from workbench.store import Action, Saved, Store, Undone, create_store, open_store
from workbench.store.documents import find_document

Name = tuple[str, str]
_layers = st.sampled_from([LAYER, OTHER])
_statuses = st.sampled_from(get_args(Status))
_kinds = st.lists(st.sampled_from(["body", "boilerplate", "related"]), max_size=5)
_numbers = st.integers(0, 1000)


class _Layer:
    """One layer of the model: what stands, and two stacks of (name, {sentence: before, after})."""

    def __init__(self) -> None:
        self.contents: dict[Name, list[Annotation]] = {}
        self.undo: list[tuple[str, dict[Name, tuple[Annotation, Annotation]]]] = []
        self.redo: list[tuple[str, dict[Name, tuple[Annotation, Annotation]]]] = []

    def read(self, name: Name) -> Annotation:
        return self.contents[name][-1] if name in self.contents else Annotation(name[1])

    def revision(self, name: Name) -> int:
        return len(self.contents.get(name, ()))

    def write(self, name: Name, annotation: Annotation) -> int:
        self.contents.setdefault(name, []).append(annotation)
        return len(self.contents[name])


class StoreMachine(RuleBasedStateMachine):
    """Drives a store and a model of it side by side."""

    template: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.mkdtemp(dir=self.template.parent)
        self.path = Path(self.folder, "store.sqlite")
        shutil.copy(self.template, self.path)
        self.store = self._open()
        self.layers = {LAYER: _Layer(), OTHER: _Layer()}
        self.kinds: dict[str, list[SegmentKind]] = {}
        self.segmentations: dict[str, int] = {}
        self.given: dict[str, set[Name]] | None = None
        self.saved: list[tuple[Action, Saved]] = []

    def _open(self) -> Store:
        return open_store(self.path, mounts=local_mounts)

    def teardown(self) -> None:
        assert self.store.check() == ()
        self.store.close()
        shutil.rmtree(self.folder)

    @property
    def names(self) -> list[Name]:
        """Every sentence, by position."""
        return [(d, f"s{n}") for d, kinds in self.kinds.items() for n in range(1, len(kinds) + 1)]

    @property
    def walkable(self) -> list[bool]:
        return [kind != "boilerplate" for kinds in self.kinds.values() for kind in kinds]

    @rule(kinds=_kinds)
    def add_document(self, kinds: list[SegmentKind]) -> None:
        document = f"d{len(self.kinds)}"
        new = make_document(document, kinds)
        assert list(self.store.add_documents([new, new])) == [(document, True), (document, False)]
        self.kinds[document] = kinds
        self.segmentations[document] = 1

    @precondition(lambda self: self.names)
    @rule(
        layer=_layers,
        picks=st.lists(_numbers, min_size=1, max_size=3),
        status=_statuses,
        comment=st.sampled_from([None, "أ", "b"]),
        flagged=st.booleans(),
        stale=st.sampled_from([False, False, False, True]),
        is_import=st.sampled_from([False, False, False, True]),
    )
    def save(
        self,
        layer: str,
        picks: list[int],
        status: Status,
        comment: str | None,
        flagged: bool,
        stale: bool,
        is_import: bool,
    ) -> None:
        model = self.layers[layer]
        names = list(dict.fromkeys(self.names[pick % len(self.names)] for pick in picks))
        after = {name: annotate(name[1], status, comment, flagged=flagged) for name in names}
        changes = [(n[0], after[n], model.revision(n) + (stale and n == names[-1])) for n in names]
        action = make_action(*changes, layer=layer, name="import" if is_import else status)
        if stale:
            with pytest.raises(ConflictError) as caught:
                self.store.save(action)
            (theirs,) = caught.value.theirs.values()
            assert theirs.annotation == model.read(names[-1])
            return
        saved = self.store.save(action)
        self.saved.append((action, saved))
        if not is_import:
            model.undo.append((status, {n: (model.read(n), after[n]) for n in names}))
            model.redo.clear()
        assert saved.revisions == {n: model.write(n, after[n]) for n in names}

    @precondition(lambda self: self.saved)
    @rule(pick=_numbers)
    def save_again(self, pick: int) -> None:
        action, saved = self.saved[pick % len(self.saved)]
        assert self.store.save(action) == msgspec.structs.replace(saved, repeated=True)

    @rule(layer=_layers)
    def undo(self, layer: str) -> None:
        model = self.layers[layer]
        self._take_back(layer, model.undo, model.redo, back=True)

    @rule(layer=_layers)
    def redo(self, layer: str) -> None:
        model = self.layers[layer]
        self._take_back(layer, model.redo, model.undo, back=False)

    def _take_back(self, layer: str, stack: Any, other: Any, *, back: bool) -> None:
        model, call = self.layers[layer], self.store.undo if back else self.store.redo
        if not stack:
            assert call(layer, make_key()) is None
            return
        name, changes = stack[-1]
        pairs = {n: pair if back else pair[::-1] for n, pair in changes.items()}
        if any(model.read(n) != left for n, (_, left) in pairs.items()):
            with pytest.raises(ConflictError):
                call(layer, make_key())
            return
        key = make_key()
        done = call(layer, key)
        other.append(stack.pop())
        numbers = {n: model.write(n, wanted) for n, (wanted, _) in pairs.items()}
        assert done == Undone(name, next(iter(numbers))[0], tuple(numbers), Saved(key, numbers))
        again = call(layer, key)
        assert again is not None
        assert again.saved.repeated

    @precondition(lambda self: self.names)
    @rule(pick=_numbers, kind=st.sampled_from(["body", "boilerplate"]))
    def change_kind(self, pick: int, kind: SegmentKind) -> None:
        document, sentence = self.names[pick % len(self.names)]
        kinds = self.kinds[document]
        kinds[int(sentence[1:]) - 1] = kind
        segments = make_document(document, kinds)[1]
        self.segmentations[document] = self.store.save_segments(
            document,
            segments,
            based_on=self.segmentations[document],
            layer=LAYER,
            key=make_key(),
        )

    @precondition(lambda self: self.names)
    @rule(picks=st.lists(st.tuples(_layers, _numbers), max_size=8))
    def assign(self, picks: list[tuple[str, int]]) -> None:
        """Give out sentences anew, or (without any) leave everything to everybody."""
        self.given = {layer: set() for layer in self.layers} if picks else None
        spots: dict[str, dict[int, str]] = {}
        for layer, pick in picks:
            name = self.names[pick % len(self.names)]
            assert self.given is not None
            self.given[layer].add(name)
            spots.setdefault(layer, {})[self._find_spot(name)] = "single"
        self.store.assign(spots, settings="{}", sha256="0" * 64)

    def _find_spot(self, name: Name) -> int:
        with self.store._database.reading() as connection:
            row = find_document(connection, name[0])
        return int(row.first_spot) + self.store.find_sentence(*name).start

    @invariant()
    def queues_agree(self) -> None:
        for layer, model in self.layers.items():
            given = None if self.given is None else self.given[layer]
            own = [
                (position, model.read(name))
                for position, (name, walkable) in enumerate(
                    zip(self.names, self.walkable, strict=True)
                )
                if walkable and (given is None or name in given)
            ]
            progress = self.store.progress(layer, given=True)
            assert (progress.to_decide, progress.done, progress.skipped, progress.flagged) == (
                len(own),
                sum(said.status == "done" for _, said in own),
                sum(said.status == "skipped" for _, said in own),
                sum(said.flagged for _, said in own),
            )
            left = [position for position, said in own if said.status == "open"]
            assert self._walk(layer, 1, only_open=True, given=True) == left
            everything = [position for position, _ in own]
            assert self._walk(layer, -1, only_open=False, given=True) == everything[::-1]

    @rule()
    def open_again(self) -> None:
        self.store.close()
        self.store = self._open()

    @invariant()
    def reads_agree(self) -> None:
        for layer, model in self.layers.items():
            for document in self.kinds:
                stored = self.store.get_annotations(document, layer)
                assert {(document, s): (a.annotation, a.revision) for s, a in stored.items()} == {
                    n: (model.read(n), model.revision(n))
                    for n in model.contents
                    if n[0] == document
                }
            tops = tuple(stack[-1][0] if stack else None for stack in (model.undo, model.redo))
            assert self.store.undo_names(layer) == tops

    @invariant()
    def counts_agree(self) -> None:
        for layer, model in self.layers.items():
            pairs = zip(self.names, self.walkable, strict=True)
            shown = [model.read(name) for name, walkable in pairs if walkable]
            progress = self.store.progress(layer)
            assert (progress.sentences, progress.to_decide) == (len(self.names), len(shown))
            assert (progress.done, progress.skipped, progress.flagged) == (
                sum(each.status == "done" for each in shown),
                sum(each.status == "skipped" for each in shown),
                sum(each.flagged for each in shown),
            )

    @invariant()
    def walks_agree(self) -> None:
        for layer, model in self.layers.items():
            for only_open in (False, True):
                expected = [
                    position
                    for position, (name, walkable) in enumerate(
                        zip(self.names, self.walkable, strict=True)
                    )
                    if walkable and not (only_open and model.read(name).status != "open")
                ]
                assert self._walk(layer, 1, only_open=only_open) == expected
                assert self._walk(layer, -1, only_open=only_open) == expected[::-1]

    def _walk(self, layer: str, step: int, *, only_open: bool, given: bool = False) -> list[int]:
        found: list[int] = []
        position = -1 if step > 0 else len(self.names)
        while ref := self.store.next_sentence(
            position, layer=layer, step=step, only_open=only_open, given=given
        ):
            assert (ref.document, ref.sentence) == self.names[ref.position]
            position = ref.position
            found.append(position)
        return found


def test_any_order_of_calls(tmp_path: Path) -> None:
    template = tmp_path / "template.sqlite"
    create_store(template, INFO, mounts=local_mounts).close()
    StoreMachine.template = template
    run_state_machine_as_test(
        StoreMachine,
        settings=settings(
            max_examples=20,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
