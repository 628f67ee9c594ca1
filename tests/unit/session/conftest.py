"""A small project of invented articles, with one annotator at work on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from workbench.model import Document, Segment, SegmentKind, Sentence, compute_text_sha256
from workbench.scheme import load_scheme
from workbench.session import AdjudicationPlan, Session
from workbench.store import ProjectInfo, Store, create_store

PORT = (
    "ونقلت وكالة المرفأ عن مسؤول لم تسمه قوله إن نحو 40 سفينة 🚢 وصلت، ونفت وزارة البحر ذلك، "
    "فيما رفض القصر التعليق."
)
STORM = "وأضاف أن العاصفة قد تصل غدا."
QUIET = "وكان البحر هادئا."
MENU = "اشترك في نشرتنا"


def make_document(
    document_id: str, *lines: str, boilerplate: tuple[int, ...] = ()
) -> tuple[Document, tuple[Segment, ...], tuple[Sentence, ...]]:
    """A document of one sentence a line; `boilerplate` numbers the lines that are."""
    text = "\n".join(lines)
    sentences: list[Sentence] = []
    segments: list[Segment] = []
    start = 0
    for number, line in enumerate(lines):
        end = start + len(line)
        kind: SegmentKind = "boilerplate" if number in boilerplate else "body"
        sentences.append(Sentence(f"s{number + 1}", start, end))
        segments.append(Segment(start, end, kind))
        start = end + 1
    sha256 = compute_text_sha256(text)
    document = Document(document_id, "ar", None, None, None, None, {}, text, sha256)
    return document, tuple(segments), tuple(sentences)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    info = ProjectInfo(
        id="0" * 32,
        name="harbour",
        scheme="claims-sources-stances",
        scheme_version="1.0",
        guideline_version="1.0",
        features=(),
    )
    with create_store(tmp_path / "workbench.sqlite", info) as store:
        documents = [
            make_document("port", PORT, STORM, MENU, QUIET, boilerplate=(2,)),
            make_document("late", QUIET, STORM),
        ]
        assert all(added for _, added in store.add_documents(documents))
        yield store


@pytest.fixture
def open_session(store: Store) -> Callable[..., Session]:
    def open_session(annotator: str = "amal") -> Session:
        return Session(store, load_scheme("claims-sources-stances"), annotator)

    return open_session


@pytest.fixture
def open_adjudication(store: Store) -> Callable[..., Session]:
    def open_adjudication(adjudicator: str = "noor", **plan: Any) -> Session:
        scheme = load_scheme("claims-sources-stances")
        return Session(store, scheme, adjudicator, adjudication=AdjudicationPlan(**plan))

    return open_adjudication


@pytest.fixture
def session(open_session: Callable[..., Session]) -> Session:
    return open_session()
