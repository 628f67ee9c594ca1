"""Hypothesis strategies that several tests share: texts that are hard on offsets and rules."""

# ruff: noqa: E501  cases stand in tables, and paragraphs are whole

from __future__ import annotations

from hypothesis import strategies as st

_HARD_PIECES = (
    "كَتَبَ", "مُحَمَّد", "ـــ", "می\u200cشود", "لا", "ﷺ", "أحمد", "١٢٣", "قال.", "؟", "؛", "،",
    "word", "U.S.", "p.m.", "3.5", "No. 5", "e\u0301", "n\u0303o", "Å", "ﬁ", "İ", "ß", "क्षि", "한국어",
    "😀", "👨\u200d👩\u200d👧\u200d👦", "🇪🇬", "🇩🇪🇫🇷", "👍🏽", "❤\ufe0f", "1\ufe0f\u20e3", "𐤀𝔘",
    "\u200f", "\u200e", "\u202b", "\u202c", "\u2067", "\u2069", "\u061c", "\u0600", "\ufeff", "\u00ad",
    "\n", "\r\n", "\r", "\n\n", "\u2028", "\x85", "\x0b", " ", "  ", "\u00a0", "\t", "\u3000", "\u200b",
    '"', "“", "”", "«", "»", "'", "(", ")", "[1]", ".", "..", "...", "…", "!", "。", "！", "۔", "।",
    "—", "-", ":", "https://example.org/?p=1", "اقرأ أيضاً:", "المصدر: وكالة", "\u0301", "\u200d",
)  # fmt: skip
_characters = st.characters(exclude_categories=["Cs"], exclude_characters="\0")


def hard_text(max_pieces: int = 40) -> st.SearchStrategy[str]:
    """Return texts of emoji, families, flags, harakat, tatweel, joiners, bidi marks and breaks.

    They are as a file may hold them: neither NFC nor with LF alone; without U+0000 and surrogates.
    """
    piece = st.sampled_from(_HARD_PIECES) | st.text(_characters, max_size=3)
    return st.lists(piece, max_size=max_pieces).map("".join)
