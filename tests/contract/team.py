"""Simulated annotators: sessions of their own in processes of their own, who insist until saved."""

from __future__ import annotations

import faulthandler
import multiprocessing
import os
import random
import secrets
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.context import SpawnContext
from multiprocessing.process import BaseProcess
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from workbench.errors import ConflictError, StoreUnavailable
from workbench.model import Annotation
from workbench.project import Project, init_project, open_project
from workbench.session import Session

SOURCE, CUE, CLAIM = "بلدية مرسى", "أعلنت", "الجسر سيفتح"
SENTENCE = "أعلنت بلدية مرسى أن الجسر سيفتح بعد {} أيام أمام الشاحنات الصغيرة."
SENTENCES_PER_ARTICLE = 5
TRIES = 200
WAIT_S = 120

Acknowledged = tuple[str, str]
"""A layer, and the key of an operation of its."""

_DONE: Acknowledged = ("", "")
Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Office:
    """What all processes share: whether the server is there, and what was acknowledged."""

    up: Event
    acknowledged: Any
    processes: int

    @classmethod
    def open(cls, context: SpawnContext, processes: int) -> Office:
        up = context.Event()
        up.set()
        return cls(up, context.Queue(), processes)

    def collect(self, count: int) -> list[Acknowledged]:
        """Wait for so many acknowledged operations, and return them."""
        return [self.acknowledged.get(timeout=WAIT_S) for _ in range(count)]

    def collect_rest(self) -> list[Acknowledged]:
        """Return all that comes until every process has done its work."""
        found: list[Acknowledged] = []
        working = self.processes
        while working:
            (said,) = self.collect(1)
            working -= said == _DONE
            found += [] if said == _DONE else [said]
        return found


Work = Callable[[str, Sequence[str], int, Office], None]


@dataclass
class Annotator:
    """Somebody who sends an operation again, with its key, until it is acknowledged."""

    session: Session
    office: Office
    numbers: random.Random = field(default_factory=random.Random)

    def do(self, name: str, **args: Any) -> None:
        key = secrets.token_hex(16)
        insist(self.office, lambda: self.session.do(name, key=key, **args))
        self.office.acknowledged.put((self.session.layer, key))

    def finish_a_sentence(self) -> None:
        """Say one claim with its source, in the ways that people do, and go on."""
        for role, words in (("claim", CLAIM), ("source", SOURCE), ("cue", CUE)):
            self.do("mark", role=role, spans=self.session.find(words))
        self.do("stance", value="affirm")
        for _ in range(self.numbers.randint(0, 2)):
            self.do("undo")
            self.do("redo")
        self.do("decide", status="done")
        insist(self.office, lambda: self.session.do("next_open"))


def insist(office: Office, call: Callable[[], Answer]) -> Answer:
    """Return what `call` returns, however often the store is away before."""
    for _ in range(TRIES):
        assert office.up.wait(WAIT_S), "the server did not come back"
        try:
            return call()
        except StoreUnavailable:
            continue
    raise AssertionError(f"the store was away {TRIES} times")


def make_project(folder: Path, store: str | None, articles: int) -> None:
    """Make a project of short articles of our own."""
    texts = folder.with_name(f"{folder.name}-texts")
    texts.mkdir()
    for article in range(articles):
        first = article * SENTENCES_PER_ARTICLE
        lines = [SENTENCE.format(first + each) for each in range(SENTENCES_PER_ARTICLE)]
        (texts / f"{article:03d}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    with init_project(folder, store=store) as project:
        assert project.ingest(texts).added == articles


def annotate_sentences(place: str, names: Sequence[str], sentences: int, office: Office) -> None:
    """Be one process: a thread for each name, each with connections of its own."""
    # Threads stand for kernels here. In a kernel msgspec meets each type in one thread at first,
    # and crashes where it is two.
    insist(office, lambda: _look_around(place, names[0]))
    with ThreadPoolExecutor(len(names)) as pool:
        list(pool.map(lambda name: _annotate(place, name, sentences, office), names))


def _look_around(place: str, name: str) -> None:
    msgspec.json.Decoder(Annotation)
    with open_project(place) as project:
        project.session(name).snapshot()


def _annotate(place: str, name: str, sentences: int, office: Office) -> None:
    project = insist(office, lambda: open_project(place))
    with project:
        session = insist(office, lambda: project.session(name))
        annotator = Annotator(session, office, random.Random(name))
        for _ in range(sentences):
            annotator.finish_a_sentence()


def fight_over_a_sentence(place: str, names: Sequence[str], times: int, office: Office) -> None:
    """Be a second notebook of the same person: what somebody saved first is looked at first."""
    (name,) = names
    with open_project(place) as project:
        annotator = Annotator(project.session(name), office)
        for number in range(times):
            try:
                annotator.do("comment", text=f"{secrets.token_hex(2)} {number}")
            except ConflictError:
                annotator.session.do("resolve", choice="theirs")


@contextmanager
def working(
    work: Work,
    place: str,
    shifts: Sequence[Sequence[str]],
    amount: int,
) -> Iterator[Office]:
    """Let a process work for each shift; all have ended well when the block is left."""
    context = multiprocessing.get_context("spawn")
    office = Office.open(context, len(shifts))
    children = [
        context.Process(target=_be_a_process, args=(work, place, names, amount, office))
        for names in shifts
    ]
    for child in children:
        child.start()
    try:
        yield office
        for child in children:
            child.join(WAIT_S)
        assert [child.exitcode for child in children] == [0] * len(children)
    except BaseException:
        for child in children:
            _say_where_it_stands(child)
        raise
    finally:
        for child in children:
            child.kill()
            child.join()


def _say_where_it_stands(child: BaseProcess) -> None:
    sys.stderr.write(f"{child.name}: exit code {child.exitcode}\n")
    if child.is_alive() and child.pid is not None:
        os.kill(child.pid, signal.SIGUSR1)
        child.join(1)


def _be_a_process(
    work: Work, place: str, names: Sequence[str], amount: int, office: Office
) -> None:
    faulthandler.enable()  # an interpreter that dies says where
    faulthandler.register(signal.SIGUSR1)
    try:
        work(place, names, amount, office)
    finally:
        office.acknowledged.put(_DONE)


def check_sentences(project: Project, name: str, sentences: int) -> None:
    """What `name` finished is there, each item once."""
    layer = project.session(name).layer
    assert project.store.progress(layer).done == sentences
    for document in project.store.document_ids():
        for stored in project.store.get_annotations(document, layer).values():
            (claim,), (attribution,) = stored.annotation.claims, stored.annotation.attributions
            assert claim.spans[0].text == CLAIM
            assert [span.text for span in attribution.source.spans] == [SOURCE]
            assert attribution.stance == "affirm"
