"""What a view is told of suggestions: only what changed, whatever their number."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import Mock

import pytest

from tests.unit.session.test_suggestions import FIRST, SECOND, SHIPS, at, import_layer, start
from workbench.errors import WorkbenchError
from workbench.model import Claim, Document, Segment, Sentence, Span, compute_text_sha256
from workbench.scheme import load_scheme
from workbench.session import Session, SuggestionPlan, offering, offers
from workbench.store import ProjectInfo, Store, create_store

__all__ = ["start"]  # a fixture


def follow(session: Session, told: dict[str, Any], name: str, **args: Any) -> dict[str, Any]:
    """Do an operation, and return what a view shows of suggestions after it."""
    try:
        reply = session.do(name, **args)
    except WorkbenchError:
        return told
    if reply.opened:
        return dict(session.snapshot()["suggestions"])
    return told | (reply.delta["suggestions"] or {})


def is_shown(part: dict[str, Any]) -> bool:
    return bool(part["items"] or part["held"] or part["revealed"])


@pytest.mark.parametrize("held_back", [0.0, 0.6])
def test_what_a_view_was_told_is_what_another_session_shows(
    store: Store, start: Callable[..., Session], held_back: float
) -> None:
    """Only what changed is told, however an item moves, whoever undoes what."""
    import_layer(store, FIRST, SECOND)
    for seed in range(6):
        dice = Random(seed)
        session, other = (start(held_back=held_back, annotator=f"p{seed}") for _ in range(2))
        told = session.snapshot()["suggestions"]
        for _ in range(25):
            name, args = dice.choice(STEPS)
            if name == "elsewhere":  # another notebook of the same person
                follow(other, {}, "undo")
            elif name == "move":
                own_claims = list(session.sheet.draft.claims)
                if own_claims:
                    moved = {"id": dice.choice(own_claims), "role": "claim", "spans": MOVED}
                    told = follow(session, told, "spans", **moved)
            elif name == "one":
                items = [each for part in told.values() for each in part["items"]]
                if items:
                    verb = dice.choice(["take", "refuse"])
                    told = follow(session, told, verb, suggestion=dice.choice(items)["id"])
            else:
                told = follow(session, told, name, **args)
        session.sheet.reload()
        told = follow(session, told, "focus")
        fresh = start(held_back=held_back, annotator=f"p{seed}")
        fresh.do("goto", id=session.focus.sentence, document=session.sheet.id)
        expected = fresh.snapshot()["suggestions"]
        assert {name: part for name, part in told.items() if is_shown(part)} == expected


MOVED = at("العاصفة")
STEPS: list[tuple[str, dict[str, Any]]] = [
    *[("one", {})] * 6,
    *[("move", {})] * 2,
    ("elsewhere", {}),
    ("undo", {}),
    ("undo", {}),
    ("redo", {}),
    ("delete", {}),
    ("mark", {"role": "claim", "spans": at(SHIPS)}),
    ("decide", {"status": "done"}),
    ("decide", {"status": "skipped"}),
    ("decide", {"status": "open"}),
    ("goto", {"id": "s1"}),
    ("goto", {"id": "s2"}),
    ("next", {}),
    ("flag", {}),
]


def test_an_operation_costs_no_more_where_an_article_has_many_suggestions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    described = Mock(wraps=offers.describe_item)
    dumped = Mock(wraps=offering.dump_offer)
    monkeypatch.setattr(offers, "describe_item", described)
    monkeypatch.setattr(offering, "dump_offer", dumped)
    costs = set()
    for count in (3, 60):
        with make_long_store(tmp_path / str(count), count) as store:
            plan = SuggestionPlan((suggest_in_each,))
            session = Session(store, load_scheme("claims-sources-stances"), "amal", None, plan)
            session.snapshot()
            described.reset_mock()
            dumped.reset_mock()
            for name in ("take", "next", "refuse", "flag", "undo", "next_open"):
                session.do(name)
            costs.add((described.call_count, dumped.call_count))
    assert len(costs) == 1
    assert costs.pop()[0] > 0


def make_long_store(folder: Path, count: int) -> Store:
    folder.mkdir()
    lines = [("body", f"وصلت السفينة رقم {number}.") for number in range(10, 10 + count)]
    text = "\n".join(line for _, line in lines)
    document = Document("long", "ar", None, None, None, None, {}, text, compute_text_sha256(text))
    length = len(lines[0][1]) + 1
    sentences = tuple(
        Sentence(f"s{number}", number * length, (number + 1) * length - 1)
        for number in range(count)
    )
    info = ProjectInfo("0" * 32, "long", "claims-sources-stances", "1.0", "1.0", ())
    store = create_store(folder / "workbench.sqlite", info)
    list(store.add_documents([(document, (Segment(0, len(text), "body"),), sentences)]))
    return store


def suggest_in_each(document: Document, sentences: Sequence[Sentence]) -> Iterator[Claim]:
    for sentence in sentences:
        start, end = sentence.start, sentence.end - 1
        span = Span(start, end, document.text[start:end])
        yield Claim(f"c{sentence.id}", sentence.id, (span,), "author")
