"""Segmentation: the kind of each stretch of a text, with the reason, and its sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from workbench.text.dates import infer_related_date
from workbench.text.languages import detect_language
from workbench.text.layout import Line, classify, read_lines
from workbench.text.patterns import Kind
from workbench.text.sentences import split_sentences


@dataclass(frozen=True, slots=True)
class Stretch:
    """A half-open range of a text, in code points, of one kind.

    Attributes
    ----------
    start, end
        The range, without white space at its edges.
    kind
        One of the kinds of a segment.
    reason
        Why it was marked (``pattern:url``, ``position:headline``); ``None`` for plain body text.
    published
        When a related article may be from, as uncertain EDTF (``2025-04?``); else ``None``.
    """

    start: int
    end: int
    kind: Kind
    reason: str | None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Segmentation:
    """What was made of a text: its language, its stretches and its sentences, each in order.

    Both stretches and sentences are disjoint and cover every character that is not white space;
    no sentence runs over the edge of a stretch.
    """

    language: str
    stretches: tuple[Stretch, ...]
    sentences: tuple[tuple[int, int], ...]


def segment_text(text: str, language: str | None = None) -> Segmentation:
    r"""Return the stretches and sentences of `text`.

    Parameters
    ----------
    text
        A stored text (see `normalize_text`).
    language
        Its BCP 47 tag; detected by script where it is not given.

    Examples
    --------
    >>> segmentation = segment_text("عودة السفن إلى الميناء\nعادت السفن أمس. ولم يعلق أحد.")
    >>> [(stretch.kind, stretch.reason) for stretch in segmentation.stretches]
    [('headline', 'position:headline'), ('body', None)]
    >>> len(segmentation.sentences)
    3
    """
    language = language or detect_language(text)
    lines = read_lines(text)
    classify(lines)
    stretches = tuple(_iter_stretches(text, lines))
    return Segmentation(language, stretches, tuple(split_sentences(text, language)))


def _iter_stretches(text: str, lines: list[Line]) -> Iterator[Stretch]:
    """Yield one stretch for each run of lines of the same kind and reason."""
    for (kind, reason), group in groupby(lines, key=lambda line: (line.kind, line.reason)):
        members = list(group)
        start, end = members[0].start, members[-1].end
        published = infer_related_date(text[start:end]) if kind == "related" else None
        yield Stretch(start, end, kind or "body", reason, published)
