"""Builds the sample gold from the articles in `seeds/` and the answers beside this file.

Run it from anywhere: ``python seeds/gold/build.py`` writes ``exports/sample-gold.jsonl`` anew, and
beside it the registry lines of the entities and clusters that it names, which git ignores. They are
kept as TOML here, so that a folder of articles holds no other file that ingest would read.

Each article has one TOML file of its name. It lists every sentence outside boilerplate, in order,
by the words it begins with: a sentence without claims and attributions is one where somebody
looked and found nothing. Spans are quotes. A quote has to occur exactly once in its sentence, or
says which occurrence it is (``nth``, from 1), or in which other sentence it stands (``in``: how
that begins); a list of quotes is one span of several fragments. ``realization`` is ``explicit``
where there is a ``source``; ``certainty`` is the scheme's default of the stance; a ``cue`` that is
left out is none. ``corrections`` give the kind of a line that ingest takes for another.
"""  # noqa: INP001 (a script that is run by its path)

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Literal

import msgspec

from workbench.errors import WorkbenchError
from workbench.ingest import Article, build_document, read_text
from workbench.model import (
    SCHEMA_VERSION,
    Attribution,
    Claim,
    Decision,
    Document,
    Provenance,
    Realization,
    Record,
    Segment,
    SegmentKind,
    Sentence,
    Source,
    Span,
    derive_voices,
    dump_record,
)
from workbench.scheme import Scheme, load_scheme

ANSWERS = Path(__file__).resolve().parent
ARTICLES = ANSWERS.parent
EXPORTS = ARTICLES.parent / "exports"
GUIDELINE_VERSION = "1.0"


class SampleError(WorkbenchError):
    """The answers and the articles do not fit together."""


class Quote(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of a sentence: the occurrence `nth`, in the sentence that begins with `sentence`."""

    text: str
    nth: int | None = None
    sentence: str | None = msgspec.field(default=None, name="in")


Words = str | Quote
Quotes = Words | tuple[Words, ...]


class ClaimAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A claim as it is written down by hand."""

    id: str
    text: Quotes = ()
    cluster: str | None = None
    proposition: str | None = None
    features: dict[str, str] = msgspec.field(default_factory=dict)
    unsure: bool = False
    note: str | None = None


class AttributionAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An attribution as it is written down by hand."""

    id: str
    targets: tuple[str, ...]
    stance: str
    certainty: str | None = None
    source: Quotes = ()
    realization: Realization = "explicit"
    entities: tuple[str, ...] = ()
    cue: Quotes | None = None
    anchor: Quotes = ()
    unsure: bool = False
    note: str | None = None


class SentenceAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What was decided on one sentence."""

    begins: str
    claims: tuple[ClaimAnswer, ...] = ()
    attributions: tuple[AttributionAnswer, ...] = ()
    flagged: bool = False
    comment: str | None = None


class LineAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The kind of the sentence that begins with `begins`, where ingest takes it for another."""

    begins: str
    kind: SegmentKind


class ArticleAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What was decided on one article: its sentences, and corrections of its segments."""

    sentence: tuple[SentenceAnswer, ...]
    corrections: tuple[LineAnswer, ...] = ()


class Entity(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody or something that holds claims, with its names in Arabic and English."""

    kind: Literal["person", "group", "organization", "state", "media", "document"]
    ar: tuple[str, ...]
    en: tuple[str, ...] = ()
    anonymity: Literal["role_only", "anonymous", "generic"] | None = None
    affiliation: str | None = None
    note: str | None = None


class Cluster(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the claims of a cluster state."""

    proposition: str
    note: str | None = None


class Registry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The entities and clusters by id."""

    entities: dict[str, Entity]
    clusters: dict[str, Cluster]


class Finder:
    """Finds the quotes of one article's answers, and fails loudly where a quote is ambiguous."""

    def __init__(self, document: Document, sentences: Sequence[Sentence]) -> None:
        self._document = document
        self._sentences = sentences

    def spans(self, quotes: Quotes, sentence: Sentence) -> tuple[Span, ...]:
        """Return the span of each of `quotes`, in the order of the text."""
        words = quotes if isinstance(quotes, tuple) else (quotes,)
        found = (self._span(each, sentence) for each in words)
        return tuple(sorted(found, key=lambda span: span.start))

    def _span(self, words: Words, sentence: Sentence) -> Span:
        quote = words if isinstance(words, Quote) else Quote(words)
        if quote.sentence is not None:
            sentence = self.sentence(quote.sentence)
        starts = [m.start() for m in re.finditer(re.escape(quote.text), self._text(sentence))]
        if not starts or (quote.nth is None and len(starts) > 1) or (quote.nth or 1) > len(starts):
            raise SampleError(
                f"Expected {quote.text!r} once (or nth {quote.nth}) in {self._text(sentence)!r}, "
                f"got {len(starts)} occurrences.",
                subject=self._document.id,
            )
        start = sentence.start + starts[(quote.nth or 1) - 1]
        return Span(start, start + len(quote.text), quote.text)

    def sentence(self, begins: str) -> Sentence:
        """Return the only sentence that begins with the words `begins`."""
        found = [each for each in self._sentences if self._text(each).startswith(begins)]
        if len(found) != 1:
            raise SampleError(
                f"Expected one sentence that begins with {begins!r}, got {len(found)}.",
                subject=self._document.id,
            )
        return found[0]

    def _text(self, sentence: Sentence) -> str:
        return self._document.text[sentence.start : sentence.end]


def load_answers(path: Path) -> ArticleAnswer:
    """Return the answers in the TOML file `path`."""
    try:
        return msgspec.toml.decode(path.read_bytes(), type=ArticleAnswer)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SampleError(
            f"Expected answers, got something else: {error}.", subject=path
        ) from error


def ingest_article(path: Path) -> tuple[Document, tuple[Segment, ...], tuple[Sentence, ...]]:
    """Return what ingest makes of the text file `path`."""
    return build_document(Article(read_text(path), path))


def build_record(article: Path, answers: ArticleAnswer, scheme: Scheme) -> Record:
    """Return the gold record of the text file `article`."""
    return annotate(ingest_article(article), answers, scheme)


def annotate(
    ingested: tuple[Document, tuple[Segment, ...], tuple[Sentence, ...]],
    answers: ArticleAnswer,
    scheme: Scheme,
) -> Record:
    """Return the gold record of an article that was taken in, with `answers`."""
    document, segments, sentences = ingested
    finder = Finder(document, sentences)
    segments = tuple(_iter_segments(segments, sentences, answers.corrections, finder))
    pairs = tuple(_pair(document, segments, sentences, answers.sentence))
    attributions = tuple(
        make_attribution(answer, sentence, finder, scheme)
        for sentence, decided in pairs
        for answer in decided.attributions
    )
    claims = tuple(
        make_claim(answer, sentence, finder)
        for sentence, decided in pairs
        for answer in decided.claims
    )
    decided = {sentence.id: answer for sentence, answer in pairs}
    return Record(
        schema_version=SCHEMA_VERSION,
        document=document,
        segments=segments,
        sentences=sentences,
        claims=derive_voices(claims, attributions),
        attributions=attributions,
        decisions=tuple(_decision(sentence.id, decided) for sentence in sentences),
        provenance=Provenance(
            layer="gold",
            annotators=("a01", "a02"),
            adjudicator="a03",
            guideline_version=GUIDELINE_VERSION,
            scheme=scheme.name,
            scheme_version=scheme.version,
        ),
    )


def _iter_segments(
    segments: Sequence[Segment],
    sentences: Sequence[Sentence],
    corrections: Sequence[LineAnswer],
    finder: Finder,
) -> Iterator[Segment]:
    """Yield the segments anew, sentence by sentence, with the kinds that a person corrected."""
    kinds = {finder.sentence(each.begins).id: each.kind for each in corrections}
    for (kind, reason, published), group in groupby(
        sentences, key=lambda sentence: _mark(sentence, segments, kinds)
    ):
        members = list(group)
        yield Segment(members[0].start, members[-1].end, kind, published, reason)


def _mark(
    sentence: Sentence, segments: Sequence[Segment], kinds: Mapping[str, SegmentKind]
) -> tuple[SegmentKind, str | None, str | None]:
    segment = segment_of(sentence, segments)
    if sentence.id not in kinds:
        return segment.kind, segment.reason, segment.published
    if kinds[sentence.id] == segment.kind:
        raise SampleError(f"Expected a correction that changes something, got {segment.kind!r}.")
    return kinds[sentence.id], "hand:correction", segment.published


def _pair(
    document: Document,
    segments: Sequence[Segment],
    sentences: Sequence[Sentence],
    answers: Sequence[SentenceAnswer],
) -> Iterator[tuple[Sentence, SentenceAnswer]]:
    """Yield each sentence outside boilerplate with its answer; both have to be as many."""
    to_decide = [each for each in sentences if segment_of(each, segments).kind != "boilerplate"]
    for number in range(max(len(to_decide), len(answers))):
        sentence = to_decide[number] if number < len(to_decide) else None
        answer = answers[number] if number < len(answers) else None
        text = document.text[sentence.start : sentence.end] if sentence else None
        if sentence is None or answer is None or not (text or "").startswith(answer.begins):
            raise SampleError(
                f"Expected a sentence and its answer in the same place, got the sentence {text!r} "
                f"and the answer that begins with {answer and answer.begins!r}.",
                subject=document.id,
            )
        yield sentence, answer


def segment_of(sentence: Sentence, segments: Sequence[Segment]) -> Segment:
    """Return the segment that holds the start of `sentence`."""
    return next(each for each in segments if each.start <= sentence.start < each.end)


def make_claim(answer: ClaimAnswer, sentence: Sentence, finder: Finder) -> Claim:
    """Return the claim that `answer` describes."""
    # A claim that no attribution reaches is the writer's own: the samples hold nothing unfinished.
    return Claim(
        id=answer.id,
        sentence=sentence.id,
        spans=finder.spans(answer.text, sentence),
        voice="author",
        cluster=answer.cluster,
        proposition=answer.proposition,
        features=dict(answer.features),
        unsure=answer.unsure,
        note=answer.note,
    )


def make_attribution(
    answer: AttributionAnswer, sentence: Sentence, finder: Finder, scheme: Scheme
) -> Attribution:
    """Return the attribution that `answer` describes."""
    default = next(each for each in scheme.stances if each.value == answer.stance).default_certainty
    source = Source(finder.spans(answer.source, sentence), answer.realization, answer.entities)
    return Attribution(
        id=answer.id,
        sentence=sentence.id,
        source=source,
        cue=None if answer.cue is None else finder.spans(answer.cue, sentence),
        targets=answer.targets,
        anchor=finder.spans(answer.anchor, sentence),
        stance=answer.stance,
        certainty=answer.certainty or default,
        unsure=answer.unsure,
        note=answer.note,
    )


def _decision(sentence: str, decided: Mapping[str, SentenceAnswer]) -> Decision:
    answer = decided.get(sentence)
    if answer is None:
        return Decision(sentence)
    return Decision(sentence, "done", answer.flagged, answer.comment)


def load_registry(path: Path = ANSWERS / "registry.toml") -> Registry:
    """Return the entities and clusters in the TOML file `path`."""
    return msgspec.toml.decode(path.read_bytes(), type=Registry)


def dump_entities(registry: Registry) -> str:
    """Return the registry lines of the entities, by id."""
    return _dump_lines(
        {
            "id": name,
            "kind": entity.kind,
            "names": [
                {"text": text, "language": language}
                for language, texts in (("ar", entity.ar), ("en", entity.en))
                for text in texts
            ],
            "anonymity": entity.anonymity,
            "affiliation": entity.affiliation,
            "note": entity.note,
        }
        for name, entity in sorted(registry.entities.items())
    )


def dump_clusters(registry: Registry) -> str:
    """Return the registry lines of the clusters, by id."""
    return _dump_lines(
        {"id": name, "proposition": cluster.proposition, "note": cluster.note}
        for name, cluster in sorted(registry.clusters.items())
    )


def _dump_lines(lines: Iterable[dict[str, object]]) -> str:
    # Not `dump_line`, which would sort the keys: they have an order of their own here.
    return "".join(
        f"{json.dumps(line, ensure_ascii=False, separators=(',', ':'))}\n" for line in lines
    )


def dump_gold() -> str:
    """Return the sample gold: one canonical line for each article, by document id."""
    scheme = load_scheme("claims-sources-stances")
    records = [
        build_record(article, load_answers(ANSWERS / f"{article.stem}.toml"), scheme)
        for article in sorted(ARTICLES.glob("*.txt"))
    ]
    records.sort(key=lambda record: record.document.id)
    return "".join(f"{dump_record(record)}\n" for record in records)


def main() -> None:
    """Write the gold and the registry lines."""
    registry = load_registry()
    for name, text in (
        ("gold", dump_gold()),
        ("entities", dump_entities(registry)),
        ("clusters", dump_clusters(registry)),
    ):
        path = EXPORTS / f"sample-{name}.jsonl"
        path.write_text(text, encoding="utf-8", newline="\n")
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
