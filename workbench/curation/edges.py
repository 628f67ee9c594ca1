"""Edges of claims and cues against the guideline: proclitics, punctuation, cut words.

The guideline (`docs/guidelines.md`, "Its edges") leaves the proclitics و ف ب ل ك outside. Whether a
first letter is one is not written in Arabic: particles are known by heart, for other words the rest
has to be a word of the same articles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import regex

from workbench.curation.finding import Finding, shorten
from workbench.curation.reading import Mark, Page
from workbench.curation.words import load_words
from workbench.model import Span
from workbench.text import fold_key

PROCLITICS = "وفبلك"
CERTAIN, ATTESTED, SHAPED, PUNCTUATION, CUT = 0.95, 0.6, 0.5, 0.9, 0.7

# The article, or the future's س with a verb, after a conjunction or preposition; not after ك, with
# which many foreign names begin.
_SHAPES = regex.compile(r"[وفب]ال\w{3,}|[وف]س[يتن]\w{3,}")
_MINIMUM = 3
_ENDS = regex.compile(r"[.،؛,;:!?؟…]$")
_PAIRS = {"«": "»", '"': '"', "“": "”", "‹": "›", "'": "'", "‘": "’"}


def find_edges(pages: Sequence[Page]) -> Iterator[Finding]:
    """Yield the claims and cues whose edges are against the guideline."""
    known = Counter(word.key for page in pages for word in page.words)
    for page in pages:
        for mark in page.marks:
            if mark.role in ("claim", "cue"):
                for score, why in _judge(page, mark, known):
                    items = (mark.item,)
                    yield Finding(
                        "edge", page.layer, page.document, mark.sentence, items, why, score
                    )


def _judge(page: Page, mark: Mark, known: Counter[str]) -> Iterator[tuple[float, str]]:
    first, last = mark.spans[0], mark.spans[-1]
    quoted = f"{mark.role} «{shorten(mark.text)}»"
    score, letter = find_proclitic(first.text, known) if _begins_word(page, first) else (0.0, "")
    if score:
        yield score, f"The {quoted} begins with the proclitic {letter}, which stays outside."
    cut = _find_cut(page, first)
    if cut:
        yield CUT, f"The {quoted} begins inside a word: {cut} before it is no proclitic."
    if mark.role == "claim" and _ENDS.search(last.text) and not _is_abbreviation(last.text):
        yield PUNCTUATION, f"The {quoted} ends with punctuation, which stays outside."
    if mark.role == "claim" and len(mark.spans) == 1 and _is_enclosed(first.text):
        yield PUNCTUATION, f"The quotation marks around the whole {quoted} stay outside."


def find_proclitic(text: str, known: Counter[str]) -> tuple[float, str]:
    """Return how surely `text` begins with a proclitic, and which; ``(0, "")`` where it does not.

    Parameters
    ----------
    known
        How often each folded word occurs in the articles.

    Examples
    --------
    >>> find_proclitic("بأن الجسر مغلق", Counter())
    (0.95, 'ب')
    >>> find_proclitic("وزارة النقل", Counter())
    (0.0, '')
    """
    word = next(iter(fold_key(text).split()), "")
    letter, rest = word[:1], word[1:]
    if not letter or letter not in PROCLITICS or word in load_words("whole"):
        return 0.0, ""
    if rest in load_words("particles"):
        return CERTAIN, letter
    # A rest that is rarer than the whole is mostly a coincidence: بيان, and يان in some name.
    if len(rest) >= _MINIMUM and known[rest] and known[rest] >= known[word]:
        return ATTESTED, letter
    return (SHAPED, letter) if _SHAPES.fullmatch(word) else (0.0, "")


def _begins_word(page: Page, span: Span) -> bool:
    return any(word.start == span.start for word in page.words_of(span.start, span.start + 1))


def _find_cut(page: Page, span: Span) -> str:
    """Return the letters before `span` in its first word, unless they are proclitics."""
    for word in page.words_of(span.start, span.start + 1):
        before = page.record.document.text[word.start : span.start]
        if word.start < span.start < word.end and not _are_proclitics(fold_key(before)):
            return before
    return ""


def _are_proclitics(letters: Iterable[str]) -> bool:
    # The future's س is one too where the verb after it is marked.
    return all(letter in PROCLITICS + "س" for letter in letters)


def _is_abbreviation(text: str) -> bool:
    return bool(regex.search(r"\b\p{L}\.(?:\p{L}\.)*$", text))


def _is_enclosed(text: str) -> bool:
    close = _PAIRS.get(text[:1])
    return close is not None and len(text) > 2 and text.endswith(close) and close not in text[1:-1]
