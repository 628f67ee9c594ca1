"""Whatever a person does: links hold, the store agrees, and undo goes all the way back."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from msgspec import convert

from tests.unit.session.conftest import PORT, STORM, make_document
from workbench.errors import WorkbenchError
from workbench.model import Attribution, Claim, Document, Sentence, Source, Span, find_cycle
from workbench.scheme import load_scheme
from workbench.session import Session, SuggestionPlan
from workbench.store import ProjectInfo, create_store

INFO = ProjectInfo("0" * 32, "laws", "claims-sources-stances", "1.0", None, ())
ROLES = st.sampled_from(["claim", "source", "cue", "anchor"])
NUMBERS = st.integers(0, 30)


def suggest(document: Document, _: Sequence[Sentence]) -> Iterator[Claim | Attribution]:
    """Suggest a claim in each sentence, one held by an unnamed source of the other sentence."""

    def at(words: str) -> tuple[Span, ...]:
        start = document.text.index(words)
        return (Span(start, start + len(words), words),)

    yield Claim("c1", "s1", at("إن نحو 40"))
    yield Claim("c2", "s2", at("العاصفة"), "author")
    unnamed = Source((), "implicit")
    said = ("affirm", "certain")
    yield Attribution("a1", "s1", unnamed, at("نقلت"), ("c1",), (), *said)
    yield Attribution("a2", "s2", unnamed, at("أضاف"), ("a1", "c2"), (), *said)


class Work(RuleBasedStateMachine):
    """Random operations on two sentences, refused ones included."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.store = create_store(Path(self.folder.name) / "laws.sqlite", INFO)
        list(self.store.add_documents([make_document("port", PORT, STORM)]))
        self.scheme = load_scheme("claims-sources-stances")
        plan = SuggestionPlan((suggest,))
        self.session = Session(self.store, self.scheme, "amal", suggestions=plan)
        self.edits = 0

    def teardown(self) -> None:
        for _ in range(self.edits):
            self.session.do("undo")
        left = self.store.get_annotations("port", self.session.layer)
        assert not any(each.annotation.claims for each in left.values())
        assert not any(each.annotation.attributions for each in left.values())
        assert not any(each.annotation.status != "open" for each in left.values())
        assert self.store.check() == ()
        assert self._suggested() == {"إن نحو 40", "العاصفة", "نقلت", "أضاف"}
        self.store.close()
        self.folder.cleanup()

    def _do(self, name: str, **args: Any) -> None:
        before = self.session.snapshot()["annotations"]
        try:
            self.session.do(name, **args)
        except WorkbenchError:
            assert self.session.snapshot()["annotations"] == before
        else:
            self.edits += self.session.snapshot()["annotations"] != before

    def _suggested(self) -> set[str]:
        parts = self.session.snapshot()["suggestions"].values()
        items = [item for part in parts for item in part["items"]]
        return {(item.get("spans") or item["cue"])[0]["text"] for item in items}

    def _pick(self, number: int) -> str:
        draft = self.session.sheet.draft
        ids = sorted([*draft.claims, *draft.attributions])
        return ids[number % len(ids)] if ids else "nobody"

    @rule(role=ROLES, first=NUMBERS, count=st.integers(1, 4), append=st.booleans())
    def mark(self, role: str, first: int, count: int, append: bool) -> None:
        ref = self.session.sheet.ref(self.session.focus.sentence)
        text = self.session.sheet.stored.document.text
        words = text[ref.start : ref.end].split(" ")
        first %= len(words)
        quote = " ".join(words[first : first + count])
        start = ref.start + len(" ".join([*words[:first], ""]))
        span = {"start": start, "end": start + len(quote), "text": quote}
        self._do("mark", role=role, spans=[span], append=append)

    @rule(value=st.sampled_from(["affirm", "deny", "doubt", "decline", "report"]))
    def stance(self, value: str) -> None:
        self._do("stance", value=value)

    @rule(name=st.sampled_from(["certainty", "writer", "relay", "unsure", "flag", "undo", "redo"]))
    def press(self, name: str) -> None:
        if name == "undo":
            # Counted back at the end, so a redo is as good as an edit.
            self.edits = max(0, self.edits - 1)
            self.session.do("undo")
        elif name == "redo":
            self.edits += self.session.snapshot()["ui"]["redo"] is not None
            self.session.do("redo")
        else:
            self._do(name)

    @rule(value=st.sampled_from(["pro_drop", "implicit", "author"]))
    def source_kind(self, value: str) -> None:
        self._do("source_kind", realization=value)

    @rule(number=NUMBERS, other=NUMBERS, on=st.booleans())
    def target(self, number: int, other: int, on: bool) -> None:
        self._do("target", attribution=self._pick(number), target=self._pick(other), on=on)

    @rule(number=NUMBERS)
    def delete(self, number: int) -> None:
        self._do("delete", id=self._pick(number))

    @rule(number=NUMBERS)
    def focus(self, number: int) -> None:
        picked = self._pick(number)
        self._do("focus", **{"card" if picked[0] == "c" else "attribution": picked})

    @rule(number=NUMBERS, name=st.sampled_from(["take", "refuse"]), change=st.booleans())
    def answer(self, number: int, name: str, change: bool) -> None:
        parts = self.session.snapshot()["suggestions"].values()
        items = [item for part in parts for item in part["items"]]
        if items:
            more = {"change": change} if name == "take" else {}
            self._do(name, suggestion=items[number % len(items)]["id"], **more)

    @rule(status=st.sampled_from(["done", "skipped", "open"]), nothing=st.booleans())
    def decide(self, status: str, nothing: bool) -> None:
        self._do("decide", status=status, nothing=nothing)

    @rule(name=st.sampled_from(["next", "previous", "next_open"]))
    def step(self, name: str) -> None:
        self.session.do(name)

    @invariant()
    def links_hold(self) -> None:
        draft = self.session.sheet.draft
        for attribution in draft.attributions.values():
            assert all(draft.item(target) for target in attribution.targets)
            assert len(set(attribution.targets)) == len(attribution.targets)
            spans = attribution.cue or attribution.source.spans
            if spans:
                assert attribution.sentence == draft.sentence_at(spans[0].start)
        for claim in draft.claims.values():
            assert claim.sentence == draft.sentence_at(claim.spans[0].start)
        assert not find_cycle(draft.attributions)

    @invariant()
    def nothing_is_suggested_that_is_said(self) -> None:
        draft = self.session.sheet.draft
        said = {claim.spans for claim in draft.claims.values()}
        parts = self.session.snapshot()["suggestions"].values()
        for item in (item for part in parts for item in part["items"]):
            assert item["id"] not in draft.claims
            if item["kind"] == "claim":
                assert tuple(convert(span, Span) for span in item["spans"]) not in said

    @invariant()
    def done_means_finished(self) -> None:
        snapshot = self.session.snapshot()
        here = snapshot["annotations"].get(self.session.focus.sentence)
        if here and here["status"] == "done":
            assert not [claim for claim in here["claims"] if claim["voice"] is None]
            assert not [a for a in here["attributions"] if not (a["stance"] and a["targets"])]

    @invariant()
    def the_store_agrees(self) -> None:
        fresh = Session(self.store, self.scheme, "amal")
        assert fresh.sheet.dump() == self.session.sheet.dump()


Work.TestCase.settings = settings(max_examples=12, stateful_step_count=25, deadline=None)
test_whatever_a_person_does = pytest.mark.slow(Work.TestCase)
