"""The language of a text as its script tells it, and the direction of a language."""

from __future__ import annotations

from collections import Counter
from typing import Literal

import regex

UNDETERMINED = "und"
_SAMPLE = 100_000  # characters looked at: enough for any article

_SCRIPTS = {
    "Arabic": "ar", "Latin": "en", "Hebrew": "he", "Cyrillic": "ru", "Greek": "el", "Han": "zh",
    "Hiragana": "ja", "Katakana": "ja", "Hangul": "ko", "Devanagari": "hi", "Bengali": "bn",
    "Gurmukhi": "pa", "Gujarati": "gu", "Tamil": "ta", "Telugu": "te", "Kannada": "kn",
    "Malayalam": "ml", "Sinhala": "si", "Thai": "th", "Lao": "lo", "Khmer": "km", "Myanmar": "my",
    "Tibetan": "bo", "Georgian": "ka", "Armenian": "hy", "Ethiopic": "am", "Thaana": "dv",
}  # fmt: skip
_LETTERS = regex.compile(
    "|".join(rf"(?P<{script}>\p{{Script={script}}}+)" for script in _SCRIPTS), regex.VERSION1
)
# Letters that one language of a script writes and its sisters do not.
_ARABIC_SCRIPT = {
    "ar": regex.compile("[ةىأإؤيك]"),
    "fa": regex.compile("[پچژگیک]"),
    "ur": regex.compile("[ٹڈڑںےہھیگ]"),
    "ps": regex.compile("[ټډړښږځڅېۍګڼ]"),
    "ug": regex.compile("[ۇۆۈۋې]"),
    "ku": regex.compile("[ێۆڕڵەیگ]"),
}
_URDU_ONLY = regex.compile("[ٹڈڑںےہھ]")
_UKRAINIAN = regex.compile("[іїєґІЇЄҐ]")

_RTL = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "khw", "ks", "lrc"}
    | {"mzn", "nqo", "pnb", "ps", "sd", "syr", "ug", "ur", "yi"}
)
_RTL_SCRIPTS = frozenset(["arab", "hebr", "thaa", "syrc", "nkoo", "adlm", "rohg", "mand", "samr"])


def detect_language(text: str) -> str:
    """Return the ISO 639-1 code that the script of `text` suggests; ``und`` for no letters.

    Languages of the Arabic script are told apart by the letters that only some of them use. Of
    the languages in Latin letters it knows none from another and says ``en``: name the language
    when it is something else.

    Examples
    --------
    >>> detect_language("WHO: تحذير من موجة جديدة"), detect_language("42")
    ('ar', 'und')
    """
    sample = text[:_SAMPLE]
    counts: Counter[str] = Counter()
    for letters in _LETTERS.finditer(sample):
        counts[_SCRIPTS[letters.lastgroup or ""]] += letters.end() - letters.start()
    if not counts:
        return UNDETERMINED
    language = max(counts, key=lambda code: (counts[code], code))
    if language == "ar":
        return _tell_arabic_script(sample)
    if language == "zh" and counts["ja"] * 20 > counts["zh"]:
        return "ja"
    if language == "ru" and len(_UKRAINIAN.findall(sample)) * 40 > counts["ru"]:
        return "uk"
    return language


def _tell_arabic_script(sample: str) -> str:
    scores = {code: len(letters.findall(sample)) for code, letters in _ARABIC_SCRIPT.items()}
    if not _URDU_ONLY.search(sample):
        scores["ur"] = 0
    return max(scores, key=lambda code: scores[code])  # the first of equals: Arabic


def direction_of(language: str | None) -> Literal["rtl", "ltr"]:
    """Return the direction of a text in `language` (a BCP 47 tag), whatever its first letter.

    Examples
    --------
    >>> direction_of("ar-EG"), direction_of("ku-Arab"), direction_of("en"), direction_of(None)
    ('rtl', 'rtl', 'ltr', 'ltr')
    """
    subtags = (language or "").lower().replace("_", "-").split("-")
    for script in (subtag for subtag in subtags[1:] if len(subtag) == 4 and subtag.isalpha()):
        return "rtl" if script in _RTL_SCRIPTS else "ltr"
    return "rtl" if subtags[0] in _RTL else "ltr"
