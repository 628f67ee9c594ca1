"""Three invented articles about a harbour, annotated: what the golden exports are made from."""

from __future__ import annotations

from typing import Any

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
    canonicalize,
    compute_text_sha256,
)

RELAYED = (
    "ونقلت وكالة المرفأ عن مسؤول لم تسمه قوله إن نحو 40 سفينة وصلت إلى الميناء، "
    "ونفت وزارة البحر ذلك، فيما رفض القصر التعليق."
)
HARBOUR = (
    "الميناء الشرقي يستقبل السفن 🚢",
    RELAYED,
    "وأضاف أن العاصفة قد تصل غدا.",
    "وكان البحر هادئا.",
    "اشترك في نشرتنا",
    "أغلقت السلطات الجسر القديم.",
)
PALACE = ("The palace declined to comment.", "The sea was calm \u2067(هادئ)\u2069.")
QUIET = ("Nothing <script>happened</script>.",)


def make_records(layer: str = "gold") -> tuple[Record, ...]:
    """Return the records of the three articles, by document id; nobody decided on the last one."""
    return tuple(
        canonicalize(record) for record in (_harbour(layer), _palace(layer), _quiet(layer))
    )


def find_span(text: str, quote: str) -> Span:
    """Return the one place where `quote` stands in `text`."""
    assert text.count(quote) == 1, quote
    start = text.index(quote)
    return Span(start, start + len(quote), quote)


def _harbour(layer: str) -> Record:
    text = "\n".join(HARBOUR)

    def at(*quotes: str) -> tuple[Span, ...]:
        return tuple(find_span(text, quote) for quote in quotes)

    def explicit(quote: str) -> Source:
        return Source(at(quote), "explicit")

    arrived = at("إن نحو 40 سفينة وصلت إلى الميناء")
    claims = (
        Claim("c1", "s2", arrived, "attributed", cluster="k1"),
        Claim("c2", "s3", at("أن العاصفة قد تصل غدا"), "attributed", unsure=True, note="غدا؟"),
        Claim("c3", "s4", at("كان البحر هادئا"), "author"),
    )
    attributions = (
        Attribution("a1", "s2", explicit("وكالة المرفأ"), at("نقلت"), ("a2",), (), "report"),
        Attribution(
            "a2", "s2", explicit("مسؤول لم تسمه"), at("قوله"), ("c1",), (), "affirm", "certain"
        ),
        Attribution(
            "a3", "s2", explicit("وزارة البحر"), at("نفت"), ("c1",), at("ذلك"), "deny", "certain"
        ),
        Attribution("a4", "s2", explicit("القصر"), at("رفض", "التعليق"), ("c1",), (), "decline"),
        Attribution(
            "a5", "s3", Source((), "pro_drop"), at("أضاف"), ("c2",), (), "affirm", "possible"
        ),
    )
    segments = [*_lines(HARBOUR)]
    segments[0] = Segment(segments[0].start, segments[0].end, "headline")
    ad, related = segments[4], segments[5]
    segments[4] = Segment(ad.start, ad.end, "boilerplate", None, "pattern:newsletter")
    segments[5] = Segment(related.start, related.end, "related", "2031-04?", "date:stated")
    statuses = ("done", "done", "done", "done", "open", "skipped")
    decisions = [Decision(f"s{number}", each) for number, each in enumerate(statuses, 1)]  # type: ignore[arg-type]
    decisions[5] = Decision("s6", "skipped", flagged=True, comment="another article\n«قديم»")
    document = _document(
        "harbour-2", "ar", text, title="الميناء", metadata={"z": 1, "a": [None, "é"]}
    )
    return _record(document, segments, claims, attributions, decisions, layer)


def _palace(layer: str) -> Record:
    text = "\n".join(PALACE)
    understood = Claim("c1", "s1", (), "attributed", proposition="the bridge is closed")
    attribution = Attribution(
        "a1",
        "s1",
        Source((find_span(text, "The palace"),), "explicit"),
        (find_span(text, "declined to comment"),),
        ("c1",),
        (),
        "decline",
    )
    decisions = [Decision("s1", "done"), Decision("s2", "done")]
    document = _document("harbour-10", "en", text, published="2031-05-02")
    return _record(document, _lines(PALACE), (understood,), (attribution,), decisions, layer)


def _quiet(layer: str) -> Record:
    document = _document("مرفأ", None, "\n".join(QUIET))
    return _record(document, _lines(QUIET), (), (), [Decision("s1")], layer)


def _document(document_id: str, language: str | None, text: str, **fields: Any) -> Document:
    known = dict.fromkeys(("title", "publisher", "url", "published"))
    return Document(
        id=document_id,
        language=language,
        text=text,
        text_sha256=compute_text_sha256(text),
        **{**known, "metadata": {}, **fields},
    )


def _lines(lines: tuple[str, ...]) -> list[Segment]:
    segments, start = [], 0
    for line in lines:
        segments.append(Segment(start, start + len(line), "body"))
        start += len(line) + 1
    return segments


def _record(
    document: Document,
    segments: list[Segment],
    claims: tuple[Claim, ...],
    attributions: tuple[Attribution, ...],
    decisions: list[Decision],
    layer: str,
) -> Record:
    sentences = [Sentence(f"s{n}", each.start, each.end) for n, each in enumerate(segments, 1)]
    name = layer.removeprefix("annotator:")
    provenance = Provenance(layer, (name if name != layer else "a01",), None, "1.0", *SCHEME)
    return Record(
        SCHEMA_VERSION,
        document,
        tuple(segments),
        tuple(sentences),
        claims,
        attributions,
        tuple(decisions),
        provenance,
    )


SCHEME = ("claims-sources-stances", "1.0")
