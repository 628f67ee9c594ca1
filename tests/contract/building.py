"""Documents, annotations and actions of our own making, for the tests of the store."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from workbench.model import (
    Annotation,
    Attribution,
    Claim,
    Document,
    Segment,
    SegmentKind,
    Sentence,
    Span,
    Status,
    compute_text_sha256,
)
from workbench.store import Action, Change, ProjectInfo, Store

LAYER = "annotator:a01"
OTHER = "annotator:a02"
INFO = ProjectInfo(
    id="0123456789abcdef0123456789abcdef",
    name="تجربة",
    scheme="claims-sources-stances",
    scheme_version="1.0",
    guideline_version="1",
    features=("form",),
)
WORDS = ("قال الناطق إن الجسر سيفتح غدًا.", "نفت البلدية ذلك.", "The clerk 👩‍🚒 said no.")

NewDocument = tuple[Document, tuple[Segment, ...], tuple[Sentence, ...]]
_numbers = count(1)


def make_key() -> str:
    """Return a key that no other action of this run has."""
    return f"key-{next(_numbers)}"


def make_document(
    document_id: str = "d1", kinds: Iterable[SegmentKind] = ("body", "body", "body"), tail: str = ""
) -> NewDocument:
    """Return a document with one sentence, and one segment, for each of `kinds`."""
    parts, segments, sentences, offset = [], [], [], 0
    for number, kind in enumerate(kinds, 1):
        part = f"{number}: {WORDS[number % len(WORDS)]}{tail}"
        end = offset + len(part)
        parts.append(part)
        segments.append(Segment(offset, end, kind))
        sentences.append(Sentence(f"s{number}", offset, end))
        offset = end + 1
    text = "\n".join(parts)
    document = Document(
        id=document_id,
        language="ar",
        title="جسر",
        publisher=None,
        url=None,
        published="2031-04?",
        metadata={"b": [1, None, "ي"], "a": {"deep": True}},
        text=text,
        text_sha256=compute_text_sha256(text),
    )
    return document, tuple(segments), tuple(sentences)


def add(store: Store, *documents: NewDocument) -> list[tuple[str, bool]]:
    return list(store.add_documents(documents))


def annotate(
    sentence: str = "s1",
    status: Status = "open",
    comment: str | None = None,
    *,
    flagged: bool = False,
) -> Annotation:
    """Return an annotation with a claim that still waits for its source."""
    span = Span(0, 1, "1")
    return Annotation(
        sentence,
        claims=(Claim(f"c.{sentence}", sentence, (span,), note=comment),),
        attributions=(Attribution(f"a.{sentence}", sentence, targets=(f"c.{sentence}",)),),
        status=status,
        flagged=flagged,
        comment=comment,
    )


def make_action(
    *changes: tuple[str, Annotation, int],
    layer: str = LAYER,
    name: str = "mark claim",
    key: str | None = None,
    active_s: float | None = None,
) -> Action:
    """Return an action of ``(document, annotation, based_on)``."""
    return Action(
        key=key or make_key(),
        layer=layer,
        name=name,
        changes=tuple(Change(*change) for change in changes),
        active_s=active_s,
    )


def decide(
    store: Store,
    sentence: str,
    status: Status = "done",
    *,
    document: str = "d1",
    layer: str = LAYER,
) -> None:
    """Save a decision over whatever is there."""
    stored = store.get_annotations(document, layer).get(sentence)
    revision = 0 if stored is None else stored.revision
    action = make_action(
        (document, annotate(sentence, status), revision), layer=layer, name="decide"
    )
    store.save(action)


def make_clock() -> Callable[[], datetime]:
    """Return a clock that goes on by a second each time it is asked."""
    seconds = count()
    start = datetime(2031, 4, 5, 6, 7, 8, tzinfo=UTC)
    return lambda: start + timedelta(seconds=next(seconds))


def local_mounts() -> list[tuple[str, str]]:
    return [("/", "ext4")]


def sqlite_path(location: str) -> Path:
    return Path(location.removeprefix("sqlite:///"))
