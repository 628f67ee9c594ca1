"""Records for tests: one small invented one, and a strategy for valid random ones.

`records()` gives what `workbench validate` accepts without a violation: nested attributions, split
cues, claims without spans, hard text (emoji families, harakat, tatweel, bidi marks, Deseret).
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Any

import msgspec
from hypothesis import strategies as st

from workbench.model import (
    SCHEMA_VERSION,
    Attribution,
    Claim,
    Decision,
    Document,
    Provenance,
    Record,
    Segment,
    Sentence,
    Source,
    Span,
    Status,
    canonicalize,
    compute_text_sha256,
    derive_voices,
)
from workbench.scheme import load_scheme

# Whole grapheme clusters, each of which may begin and end a span.
WORDS = tuple(
    unicodedata.normalize("NFC", word)
    for word in (
        "نفت", "الوزارةُ", "وصولَ", "صحيـــفة", "می\u200cشود", "قال", "إنَّ", "مسؤولٌ",
        "2000", "10,000", "IMO", "«نحو»", "(إكس)", "x\u0301t\u0302", "👩‍👩‍👧", "🇱🇧", "👍🏽",
        "𐐀𐐨", "한국어", "नमस्ते", "ab\u200fcd", "x\u2066y\u2069z", "é",
    )
)  # fmt: skip
GAPS = (" ", "  ", "\u00a0", " \u200f ", "\u2028")
IDS = st.text("abcXYZ019_.:-", min_size=1, max_size=8)
DOCUMENT_IDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1, max_size=12
)
NOTES = st.none() | st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)
ORIGINS = st.sampled_from(
    ("human", "suggestion:cues@1.0", "system:model-x@2026-01", "aggregated:vote@1", "imported:csv")
)
DATES = st.sampled_from((None, "2025", "2025-04", "2025-04?", "2025-04-30", "2024~/..", "201X"))
METADATA = st.dictionaries(
    st.text(st.characters(codec="utf-8"), max_size=6),
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers(-(10**30), 10**30)
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.text(st.characters(codec="utf-8"), max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.text("kéلa", max_size=3), inner, max_size=3)
        ),
        max_leaves=6,
    ),
    max_size=3,
)


@dataclass(frozen=True)
class Words:
    """A text as the words it was made from, each with its place, sentence by sentence."""

    text: str
    sentences: tuple[tuple[tuple[int, int], ...], ...]

    def span(self, first: tuple[int, int], last: tuple[int, int]) -> Span:
        """Return the span from the start of word `first` to the end of word `last`."""
        return Span(first[0], last[1], self.text[first[0] : last[1]])


@st.composite
def texts(draw: st.DrawFn) -> Words:
    """Return a text of one to four sentences, NFC, one sentence a line."""
    text = ""
    sentences = []
    for number in range(draw(st.integers(1, 4))):
        text += "\n" * draw(st.integers(1, 2)) if number else ""
        places = []
        for index, word in enumerate(
            draw(st.lists(st.sampled_from(WORDS), min_size=2, max_size=8))
        ):
            text += draw(st.sampled_from(GAPS)) if index else ""
            places.append((len(text), len(text) + len(word)))
            text += word
        sentences.append(tuple(places))
    return Words(text, tuple(sentences))


@st.composite
def fragments(draw: st.DrawFn, words: Words, places: tuple[tuple[int, int], ...]) -> Any:
    """Return one or two disjoint spans over words of one sentence, in order."""
    count = 4 if len(places) >= 4 and draw(st.booleans()) else 2
    indices = sorted(
        draw(st.lists(st.integers(0, len(places) - 1), min_size=count, max_size=count, unique=True))
    )
    pairs = zip(indices[::2], indices[1::2], strict=True)
    return tuple(words.span(places[first], places[last]) for first, last in pairs)


@st.composite
def claims_and_attributions(draw: st.DrawFn, words: Words, ids: list[str]) -> Any:
    """Return claims and attributions over `words` that fit each other, with unused `ids`."""
    scheme = load_scheme()
    sentence_ids = ids[: len(words.sentences)]
    rest = iter(ids[len(words.sentences) :])

    def place() -> int:
        return draw(st.integers(0, len(words.sentences) - 1))

    def common() -> dict[str, Any]:
        return {"origin": draw(ORIGINS), "unsure": draw(st.booleans()), "note": draw(NOTES)}

    claims = []
    for _ in range(draw(st.integers(0, 3))):
        where = place()
        spans = draw(fragments(words, words.sentences[where])) if draw(st.booleans()) else ()
        claims.append(
            Claim(
                next(rest),
                sentence_ids[where],
                spans,
                voice="author",
                cluster=draw(st.none() | IDS),
                proposition="the bridge opens" if not spans else draw(NOTES),
                **common(),
            )
        )
    attributions: list[Attribution] = []
    for number in range(draw(st.integers(1, 4)) if claims else 0):
        targets = [claim.id for claim in claims] + [each.id for each in attributions]
        # A claim without spans has to be reached by somebody.
        unreached = [claim.id for claim in claims if not claim.spans] if number == 0 else []
        chosen = draw(st.lists(st.sampled_from(targets), min_size=1, max_size=2, unique=True))
        where = place()
        source_place = place()
        source = (
            draw(fragments(words, words.sentences[source_place])) if draw(st.booleans()) else ()
        )
        cue = draw(fragments(words, words.sentences[where])) if draw(st.booleans()) else None
        named = where if cue else source_place if source else where
        stance = draw(st.sampled_from([each.value for each in scheme.stances]))
        attributions.append(
            Attribution(
                next(rest),
                sentence_ids[named],
                Source(
                    source,
                    "explicit"
                    if source
                    else draw(st.sampled_from(("pro_drop", "implicit", "author"))),
                    tuple(draw(st.lists(IDS, max_size=2))),
                ),
                cue,
                tuple(dict.fromkeys([*unreached, *chosen])),
                draw(fragments(words, words.sentences[where])) if draw(st.booleans()) else (),
                stance,
                draw(st.sampled_from(scheme.certainties(stance))),
                **common(),
            )
        )
    return derive_voices(claims, attributions), tuple(attributions)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Return a valid record in canonical order."""
    words = draw(texts())
    ids = draw(st.lists(IDS, min_size=12, max_size=12, unique=True))
    claims, attributions = draw(claims_and_attributions(words, ids))
    sentences = tuple(
        Sentence(name, places[0][0], places[-1][1])
        for name, places in zip(ids, words.sentences, strict=False)
    )
    layer = draw(st.sampled_from(("gold", "annotator:a01", "system:model-x")))
    used = {item.sentence for item in (*claims, *attributions)}
    answered: st.SearchStrategy[Status] = st.sampled_from(("done", "skipped"))
    any_status: st.SearchStrategy[Status] = st.sampled_from(("open", "done", "skipped"))
    decisions = tuple(
        Decision(
            sentence.id,
            draw(answered if sentence.id in used else any_status),
            draw(st.booleans()),
            draw(NOTES),
        )
        for sentence in sentences
    )
    return canonicalize(
        Record(
            SCHEMA_VERSION,
            Document(
                draw(DOCUMENT_IDS),
                draw(st.sampled_from((None, "ar", "en"))),
                draw(NOTES),
                draw(NOTES),
                draw(NOTES),
                draw(DATES),
                draw(METADATA),
                words.text,
                compute_text_sha256(words.text),
            ),
            (Segment(0, len(words.text), "body", draw(DATES), None),),
            sentences,
            claims,
            attributions,
            decisions,
            Provenance(
                layer,
                ("a01", "a02") if layer == "gold" else (),
                draw(st.sampled_from((None, "a03"))),
                draw(st.sampled_from((None, "1.0"))),
                "claims-sources-stances",
                "1.0",
            ),
        )
    )  # fmt: skip


def small_record(document_id: str = "small-1") -> Record:
    """Return one invented record: a relayed official, a denial with an anchor, a split cue.

    Two sentences, two claims (the second is the writer's own), four attributions, one of them an
    outer level of nesting; every span was found by its words.
    """
    first = (
        "ونقلت إذاعة التلال عن مهندس في الميناء قوله إن الجسر الجديد أُغلق، "
        "ونفت البلدية ذلك، فيما رفض المقاول التعليق."
    )
    second = "ويمتد الجسر على 300 متر."
    text = f"{first}\n{second}"

    def span(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words), words)

    claims = (
        Claim("c1", "s1", (span("إن الجسر الجديد أُغلق"),), "attributed", cluster="k:bridge-shut"),
        Claim("c2", "s2", (span("يمتد الجسر على 300 متر"),), "author"),
    )
    attributions = (
        Attribution(
            "a1", "s1", Source((span("إذاعة التلال"),), "explicit", ("ent:radio",)),
            (span("نقلت"),), ("a2",), (), "report", None,
        ),
        Attribution(
            "a2", "s1", Source((span("مهندس في الميناء"),), "explicit"),
            (span("قوله"),), ("c1",), (), "affirm", "certain",
        ),
        Attribution(
            "a3", "s1", Source((span("البلدية"),), "explicit"),
            (span("نفت"),), ("c1",), (span("ذلك"),), "deny", "certain",
        ),
        Attribution(
            "a4", "s1", Source((span("المقاول"),), "explicit"),
            (span("رفض"), span("التعليق")), ("c1",), (), "decline", None,
        ),
    )  # fmt: skip
    return Record(
        SCHEMA_VERSION,
        Document(
            document_id, "ar", "جسر الميناء", "صحيفة المرفأ", None, "2031-05-02",
            {"edition": 2, "topics": ["جسور"]}, text, compute_text_sha256(text),
        ),
        (Segment(0, len(text), "body"),),
        (
            Sentence("s1", 0, len(first)),
            Sentence("s2", len(first) + 1, len(text)),
        ),
        claims,
        attributions,
        (Decision("s1", "done"), Decision("s2", "done")),
        Provenance("gold", ("a01", "a02"), "a03", "1.0", "claims-sources-stances", "1.0"),
    )  # fmt: skip


def plain(record: Record) -> dict[str, Any]:
    """Return `record` as plain data that a test may change."""
    data: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(record))
    return data
