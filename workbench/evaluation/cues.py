"""The cue-word system: claims, sources, cues and stances from a lexicon and a few rules.

A sentence is cut at its cue words. After an Arabic verb of saying come the source and then, from a
complementiser or a colon on, the claim; an English verb has its source before it; after words like
"according to" comes the source up to a comma, and the claim is the rest of the sentence.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from importlib.resources import files
from typing import NamedTuple

import msgspec
import regex

from workbench.model import (
    Attribution,
    Claim,
    Realization,
    Record,
    Sentence,
    Source,
    Span,
    derive_voices,
)
from workbench.text.folding import fold_key

_WORD = regex.compile(r"\S+")
_EDGE = "\"'«»“”()[].,،؛;:!?؟…"
_STOP = "،,؛;:."
_ORIGIN = "system:cue-words@1.0"


class Entry(msgspec.Struct, frozen=True):
    """Cue words of one kind: ``verb`` or ``before`` (the source follows: according to X)."""

    language: str
    kind: str
    stance: str
    certainty: str | None
    stems: tuple[str, ...]


class Lexicon(msgspec.Struct, frozen=True):
    """The file of cue words."""

    note: str
    prefixes: tuple[str, ...]
    endings: tuple[str, ...]
    complementisers: tuple[str, ...]
    cues: tuple[Entry, ...]


class Word(NamedTuple):
    """A word without the punctuation around it, its folded form, and whether a clause ends there.

    `start` and `end` are code points of the document.
    """

    start: int
    end: int
    key: str
    stops: bool


class Cue(NamedTuple):
    """The words ``[first, last)`` of a sentence that are a cue, after `proclitics` letters."""

    first: int
    last: int
    entry: Entry
    proclitics: int


class CueSystem:
    """Predicts records by cue words."""

    def __init__(self) -> None:
        text = files("workbench.evaluation").joinpath("cues.json").read_bytes()
        lexicon = msgspec.json.decode(text, type=Lexicon)
        self._prefixes = tuple(map(fold_key, lexicon.prefixes))
        self._endings = tuple(map(fold_key, lexicon.endings))
        self._complementisers = frozenset(map(fold_key, lexicon.complementisers))
        self._entries = {
            tuple(fold_key(stem).split()): entry for entry in lexicon.cues for stem in entry.stems
        }
        self._longest = max(map(len, self._entries))

    def predict(self, record: Record) -> Record:
        """Return `record` with the answers of the system in place of its own."""
        text = record.document.text
        claims: list[Claim] = []
        attributions: list[Attribution] = []
        skipped = [each for each in record.segments if each.kind == "boilerplate"]
        for sentence in record.sentences:
            if any(each.start <= sentence.start < each.end for each in skipped):
                continue
            for cue, source, claim in self._read(text, sentence):
                number = len(attributions) + 1
                target = f"c{number}"
                if claim:
                    claims.append(Claim(target, sentence.id, (claim,), origin=_ORIGIN))
                elif claims:  # "declined to comment" speaks of what was said before
                    target = claims[-1].id
                else:
                    continue
                realization: Realization = "explicit" if source else "pro_drop"
                attributions.append(
                    Attribution(
                        f"a{number}", sentence.id,
                        Source((source,) if source else (), realization), (cue[0],), (target,), (),
                        cue[1].stance, cue[1].certainty, origin=_ORIGIN,
                    )
                )  # fmt: skip
        return msgspec.structs.replace(
            record,
            segments=(),
            claims=derive_voices(claims, attributions),
            attributions=tuple(attributions),
        )

    def _read(
        self, text: str, sentence: Sentence
    ) -> Iterator[tuple[tuple[Span, Entry], Span | None, Span | None]]:
        """Yield each cue of a sentence with its source and its claim, where they are found."""
        words = list(_iter_words(text, sentence))
        cues = list(self._iter_cues(words))
        for number, cue in enumerate(cues):
            first = cues[number - 1].last if number else 0
            last = cues[number + 1].first if number + 1 < len(cues) else len(words)
            source, claim = self._divide(words, cue, first, last)
            if claim[0] >= claim[1] and cue.entry.stance != "decline":
                continue
            span = _span(text, words, cue.first, cue.last, cue.proclitics)
            if span:
                yield (span, cue.entry), _span(text, words, *source), _span(text, words, *claim)

    def _divide(
        self, words: Sequence[Word], cue: Cue, first: int, last: int
    ) -> tuple[tuple[int, int], tuple[int, int]]:
        """Return the words of the source and of the claim; an empty range where there are none."""
        stop = _find_stop(words, cue.last, last)
        if cue.entry.kind == "before":
            rest = (stop, last) if stop < last else (first, cue.first)
            return (cue.last, stop), rest
        if cue.entry.stance == "decline":
            return ((cue.last, stop) if cue.entry.language == "ar" else (first, cue.first)), (0, 0)
        opening = self._find_complementiser(words, cue.last, last)
        if cue.entry.language == "en":
            start = opening + 1 if opening is not None else cue.last
            return (first, cue.first), (start, last)
        if opening is not None:
            return (cue.last, min(opening, stop)), (opening, last)
        colon = stop < last
        return ((cue.last, stop), (stop, last)) if colon else ((0, 0), (cue.last, last))

    def _iter_cues(self, words: Sequence[Word]) -> Iterator[Cue]:
        place = 0
        while place < len(words):
            for length in range(min(self._longest, len(words) - place), 0, -1):
                found = self._look_up([word.key for word in words[place : place + length]])
                if found:
                    yield Cue(place, place + length, *found)
                    place += length
                    break
            else:
                place += 1

    def _look_up(self, keys: Sequence[str]) -> tuple[Entry, int] | None:
        """Return the entry of the words and how many letters stand before it as proclitics."""
        head, rest = keys[0], tuple(keys[1:])
        for prefix in ("", *self._prefixes):
            if head.startswith(prefix):
                stem = head[len(prefix) :]
                for ending in ("", *self._endings):
                    if stem.endswith(ending):
                        entry = self._entries.get((stem[: len(stem) - len(ending)], *rest))
                        if entry:
                            return entry, len(prefix)
        return None

    def _find_complementiser(self, words: Sequence[Word], first: int, last: int) -> int | None:
        return next(
            (place for place in range(first, last) if words[place].key in self._complementisers),
            None,
        )


def _iter_words(text: str, sentence: Sentence) -> Iterator[Word]:
    for match in _WORD.finditer(text, sentence.start, sentence.end):
        raw = match[0]
        bare = raw.strip(_EDGE)
        if bare:
            start = match.start() + raw.index(bare)
            stops = raw[raw.index(bare) + len(bare) :].strip("\"'«»“”()[]")[:1] in tuple(_STOP)
            yield Word(start, start + len(bare), fold_key(bare), stops)


def _find_stop(words: Sequence[Word], first: int, last: int) -> int:
    """Return the place after the first word from `first` on that ends a clause, else `last`."""
    return next((place + 1 for place in range(first, last) if words[place].stops), last)


def _span(
    text: str, words: Sequence[Word], first: int, last: int, proclitics: int = 0
) -> Span | None:
    """Return the span of words ``[first, last)`` without its first `proclitics` letters."""
    if first >= last:
        return None
    start, end = words[first].start, words[last - 1].end
    for _ in range(proclitics):
        start += 1
        while start < end and unicodedata.combining(text[start]):  # a haraka goes with its letter
            start += 1
    return Span(start, end, text[start:end])
