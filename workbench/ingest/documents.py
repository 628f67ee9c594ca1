"""From an article to a document of the data model, with its segments and sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workbench.ingest.article import Article
from workbench.model import Document, Segment, Sentence, compute_text_sha256
from workbench.text import Segmentation, segment_text

_ID_DIGITS = 16


def build_document(article: Article) -> tuple[Document, tuple[Segment, ...], tuple[Sentence, ...]]:
    """Return the document of `article`, its segments and its sentences ``s1`` to ``sN``.

    The id is the given one, else the first 16 hex digits of the SHA-256 of the text. The title is
    the given one; of a lone text file it is the first headline, where there is one. Only a related
    segment has a date of its own here: an inferred one, which says so (``2025-04?``).
    """
    segmentation = segment_text(article.text, article.language)
    digest = compute_text_sha256(article.text)
    document = Document(
        id=article.id or digest[:_ID_DIGITS],
        language=segmentation.language,
        title=article.title or _find_title(article, segmentation),
        publisher=article.publisher,
        url=article.url,
        published=article.published,
        metadata=article.metadata,
        text=article.text,
        text_sha256=digest,
    )
    segments = tuple(
        Segment(stretch.start, stretch.end, stretch.kind, stretch.published, stretch.reason)
        for stretch in segmentation.stretches
    )
    sentences = tuple(
        Sentence(f"s{number}", start, end)
        for number, (start, end) in enumerate(segmentation.sentences, start=1)
    )
    return document, segments, sentences


def segment_lines(text: str, language: str | None = None) -> Iterator[dict[str, Any]]:
    """Yield ``start end kind text`` of each sentence of the stored text `text`.

    The kind is that of the segment that holds its start.
    """
    segmentation = segment_text(text, language)
    stretches = iter(segmentation.stretches)
    stretch = next(stretches, None)
    for start, end in segmentation.sentences:
        while stretch is not None and stretch.end <= start:
            stretch = next(stretches, None)
        kind = stretch.kind if stretch else "body"
        yield {"start": start, "end": end, "kind": kind, "text": text[start:end]}


def _find_title(article: Article, segmentation: Segmentation) -> str | None:
    """Return the first line of the first headline of a lone text file."""
    headlines = (stretch for stretch in segmentation.stretches if stretch.kind == "headline")
    headline = next(headlines, None)
    if headline is None or article.line is not None:
        return None
    return article.text[headline.start : headline.end].split("\n", 1)[0].strip()
