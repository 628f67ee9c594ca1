"""Texts that are hard on offsets, each a case of its own; as a browser may meet them, not NFC."""

from __future__ import annotations

from itertools import pairwise

from workbench.exchange.formats.ranges import trim_range
from workbench.model import (
    SCHEMA_VERSION,
    Claim,
    Decision,
    Document,
    Provenance,
    Record,
    Segment,
    Sentence,
    Span,
    compute_text_sha256,
)

HARD_TEXTS = {
    "emoji": "قال 😀 الوزير 🚢 إن",
    "skin tone": "رفع 👍🏽 يده 👋🏿 ثم",
    "family": "عائلة 👩‍👩‍👧‍👦 في 🏳️‍🌈 بيت",
    "mathematical letters": "رمز 𝔘𝔫𝔦 ثم 𐐀𐐨 هنا",
    "composed": "آل أحمد وإن café é",
    "decomposed": "ا\u0653ل cafe\u0301 n\u0303o أ",
    "line ends": "سطر أول\r\nسطر ثان\r\n\r\nثالث\rرابع",
    "blank lines": "أول\n\n\nثان\n\nثالث",
    "spaces": "  بين  كلمتين   ثلاث  ",
    "tabs": "قال\tالوزير\t\tأمس",
    "other spaces": "رقم\u00a0واحد\u2003اثنان\u3000ثلاثة",
    "tatweel": "صحيـــفة كـبـيرة ــ جدا",
    "harakat": "كَتَبَ مُحَمَّدٌ إنَّ",
    "joiners": "می\u200cشود و\u200dه نمی\u200cخواهد",
    "bidi marks": "ab\u200fcd \u202bعرب\u202c x\u2066y\u2069z أ\u061cب",
    "unseen": "أ\u200bب \ufeffوسط ك\u2060ل",
    "markup": '<b>قال</b> &amp; <script>"إن"</script> \\n {{x}}',
    "other line ends": "أول\u2028ثان\u2029ثالث\x85رابع\x0bخامس\x0cسادس",
    "presentation forms": "ﷺ ﻻ ﺍﻟﻠﻪ ﬁ",
}


def join_hard_texts(size: int) -> dict[str, str]:
    """Return the texts in groups, each as one text: a page that shows one shows them all."""
    names = list(HARD_TEXTS)
    groups = [names[start : start + size] for start in range(0, len(names), size)]
    return {", ".join(group): "\n".join(HARD_TEXTS[each] for each in group) for group in groups}


def mark_hard_text(name: str, text: str, *, every: bool = True) -> Record:
    """Return a record of `text` whose claims lie over its stretches.

    Parameters
    ----------
    every
        Every stretch that a span may cover; otherwise each word, and each pair of words.
    """
    edges = list(range(len(text) + 1))
    if not every:
        starts = [i for i in edges[:-1] if i == 0 or text[i - 1].isspace()]
        edges = sorted({*starts, *(i for i in edges if i == len(text) or text[i].isspace())})
        words = [pair for pair in pairwise(edges) if text[slice(*pair)].strip()]
        pairs = words + [(first[0], last[1]) for first, last in pairwise(words)]
    else:
        pairs = [(i, j) for i in edges for j in edges if i < j]
    found = [pair for pair in pairs if trim_range(text, *pair) == pair]
    claims = tuple(
        Claim(f"c{n:05}", "s1", (Span(i, j, text[i:j]),), "author")
        for n, (i, j) in enumerate(sorted(found))
    )
    return Record(
        SCHEMA_VERSION,
        Document(name, "ar", None, None, None, None, {}, text, compute_text_sha256(text)),
        (Segment(0, len(text), "body"),),
        (Sentence("s1", 0, len(text)),),
        claims,
        (),
        (Decision("s1", "done"),),
        Provenance("gold", ("a01",), None, None, "claims-sources-stances", "1.0"),
    )
