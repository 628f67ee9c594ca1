"""CoNLL-U Plus columns: one token a line, one BIO column for each role; written only.

The columns are named in the first line, as CoNLL-U Plus asks. A token is a run of letters and
digits with their marks, or any other single character. The last column has the token's place in the
document, in code points (``TokenRange=START:END``), so that exact offsets can be had again.

A span that begins or ends inside a token (Arabic proclitics are outside spans) is widened to whole
tokens; a column holds no two spans at a place, so of those that overlap the longest stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex

from workbench.exchange.formats.folders import File
from workbench.exchange.formats.losses import Fate, Losses
from workbench.model import Record, Sentence, Span
from workbench.scheme import Scheme

FATES: dict[str, Fate] = {
    "document fields": "dropped",
    "segments": "dropped",
    "decisions": "dropped",
    "comments and flags": "dropped",
    "provenance": "dropped",
    "ids": "dropped",
    "claims without spans": "dropped",
    "split spans": "changed",
    "voices": "dropped",
    "clusters": "dropped",
    "propositions": "dropped",
    "links": "dropped",
    "nested attributions": "dropped",
    "stances": "dropped",
    "certainties": "dropped",
    "realizations": "dropped",
    "entities": "dropped",
    "features": "dropped",
    "origins": "dropped",
    "unsure": "dropped",
    "notes": "dropped",
}

ROLES = ("CLAIM", "SOURCE", "CUE", "ANCHOR")
COLUMNS = ("ID", "FORM", *(f"WORKBENCH:{role}" for role in ROLES), "MISC")

# Letters and digits with their marks and joiners, figures with their separators, or one character.
_TOKEN = regex.compile(
    r"[\p{L}\p{N}\p{M}\u200c\u200d\u0640]+(?:[.,٫٬](?=\p{N})[\p{N}]+)*|\X", regex.UNICODE
)


@dataclass(frozen=True)
class Token:
    """One token: its place in the document's text, in code points."""

    start: int
    end: int


def iter_conll(records: Iterable[Record], scheme: Scheme, losses: Losses) -> Iterator[File]:
    """Yield the one file of an export."""
    lines = iter_conll_lines(records, scheme, losses)
    yield "data.conllup", "".join(f"{line}\n" for line in lines).encode("utf-8")


def iter_conll_lines(records: Iterable[Record], _scheme: Scheme, losses: Losses) -> Iterator[str]:
    """Yield the lines of one file, without their LF."""
    yield f"# global.columns = {' '.join(COLUMNS)}"
    for record in records:
        losses.add_parts(record, FATES)
        yield f"# newdoc id = {_one_line(record.document.id)}"
        spans = {role: _choose(found, losses) for role, found in collect_spans(record).items()}
        for sentence in record.sentences:
            yield from _iter_sentence(record, sentence, spans, losses)


def collect_spans(record: Record) -> dict[str, list[Span]]:
    """Return the spans of each role of `record`, each once."""
    found: dict[str, dict[Span, None]] = {role: {} for role in ROLES}
    for claim in record.claims:
        found["CLAIM"].update(dict.fromkeys(claim.spans))
    for each in record.attributions:
        found["SOURCE"].update(dict.fromkeys(each.source.spans))
        found["CUE"].update(dict.fromkeys(each.cue or ()))
        found["ANCHOR"].update(dict.fromkeys(each.anchor))
    return {role: list(spans) for role, spans in found.items()}


def split_tokens(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of ``text[start:end]``; white space belongs to none."""
    found = _TOKEN.finditer(text, start, end)
    return [Token(*match.span()) for match in found if not match[0].isspace()]


def _choose(spans: Sequence[Span], losses: Losses) -> list[Span]:
    """Return those of `spans` that do not overlap, the longest first to stay, in order."""
    chosen: list[Span] = []
    for span in sorted(spans, key=lambda each: (each.start - each.end, each.start)):
        if any(span.start < other.end and other.start < span.end for other in chosen):
            losses.add("spans", "dropped", why="nested in or overlapping one of their role")
        else:
            chosen.append(span)
    return sorted(chosen, key=lambda each: each.start)


def _iter_sentence(
    record: Record, sentence: Sentence, spans: dict[str, list[Span]], losses: Losses
) -> Iterator[str]:
    text = record.document.text
    tokens = split_tokens(text, sentence.start, sentence.end)
    columns = [_tag(tokens, spans[role], sentence, role, losses) for role in ROLES]
    yield f"# sent_id = {sentence.id}"
    yield f"# text = {_one_line(text[sentence.start : sentence.end])}"
    for number, token in enumerate(tokens):
        tags = [column[number] for column in columns]
        misc = [f"TokenRange={token.start}:{token.end}"]
        if token.end < len(text) and not text[token.end].isspace():
            misc.insert(0, "SpaceAfter=No")
        form = text[token.start : token.end]
        yield "\t".join((str(number + 1), form, *tags, "|".join(misc)))
    yield ""


def _tag(
    tokens: Sequence[Token], spans: Sequence[Span], sentence: Sentence, role: str, losses: Losses
) -> list[str]:
    """Return the BIO tag of each token."""
    tags = ["O"] * len(tokens)
    for span in spans:
        if span.end <= sentence.start or span.start >= sentence.end:
            continue
        covered = [n for n, t in enumerate(tokens) if t.start < span.end and span.start < t.end]
        free = [number for number in covered if tags[number] == "O"]
        if not free:
            losses.add("spans", "dropped", why="inside a token that another of their role has")
            continue
        if span.start < sentence.start:
            losses.add("spans", "changed", why="cut where a sentence ends")
        edges = (tokens[covered[0]].start, tokens[covered[-1]].end)
        inside = (max(span.start, sentence.start), min(span.end, sentence.end))
        losses.add("spans", "changed", int(edges != inside), "widened to whole tokens")
        for number in free:
            tags[number] = f"I-{role}"
        tags[free[0]] = f"B-{role}"
    return tags


def _one_line(text: str) -> str:
    return " ".join(text.split())
