"""Sentence splitting: line breaks first, then what ends a clause inside a line.

No quotation mark is ever matched with another, so that an unbalanced one cannot swallow what
follows, and each character is looked at a bounded number of times.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import regex

from workbench.text.lines import iter_lines

_STOPS = r"\p{SB=STerm}\p{SB=ATerm}…"
_CLOSERS = r"\p{Pe}\p{Pf}\p{Pi}\"'"
_MARKS = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_RUN = regex.compile(rf"[{_STOPS}](?:[{_STOPS}{_CLOSERS}{_MARKS}]|\[\d{{1,3}}\])*+")
_STOP = regex.compile(rf"[{_STOPS}]")
_QUOTE_IN_RUN = regex.compile(r"[\"\p{Pf}\p{Pi}]")
_ENDS_WITH_STOP = regex.compile(rf"[{_STOPS}][{_CLOSERS}{_MARKS}\s]*+\Z")
_BREAKS_WITHOUT_SPACE = frozenset("。！？｡．")
_ASKED = regex.compile(r"[！？][」』”’]\Z")  # who asked follows
_OPENERS = regex.compile(r"[\p{Pi}]+\Z")
_NEXT = regex.compile(r"\s++")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}.'’-]{1,24}")
_TOKEN = regex.compile(r"[\p{L}\p{M}\p{N}.'’_-]+\Z")
_GOES_ON = regex.compile(rf"[\p{{Ll}}\p{{M}}\p{{Pe}},;:،؛{_STOPS}]|[\p{{Pf}}\p{{Pi}}](?:\s|\Z)")
_DASH = regex.compile(r"[\p{Pd}ـ]+\s")
_SPEECH_VERB = regex.compile(r"(?:قال|قالت|قالوا|تساءل|تساءلت|سأل|سألت|هتف|هتفت|صرخ|صرخت)\b")
_HAS_WORD = regex.compile(r"[\p{L}\p{N}\p{Extended_Pictographic}]")
_ENUMERATOR = regex.compile(r"[(\[]?(?:\p{Nd}{1,3}|\p{L}|[ivxIVX]{1,4})\Z")
_ROMAN_OR_NUMBER = regex.compile(r"\p{N}|[IVXLC]+\b")
_ACRONYM = regex.compile(r"\p{L}{1,2}(?:\.\p{L}{1,2})++")
_AFTER_NUMBER = regex.compile(r"\p{N}\s*+\p{L}\Z")
_REST = 8  # characters that a line may end with after its last sentence without a word
_TOKEN_LENGTH = 24
_HEADING_LENGTH = 160


@dataclass(frozen=True, slots=True)
class _Abbreviations:
    never: frozenset[str]
    before_number: frozenset[str]
    sometimes: frozenset[str]
    starters: frozenset[str]
    after_number: frozenset[str]


def split_sentences(text: str, language: str | None = None) -> list[tuple[int, int]]:
    """Return the ranges of the sentences of `text`, in order, in code points.

    Parameters
    ----------
    text
        Any text; a line break always ends a sentence.
    language
        Its BCP 47 tag, which chooses the abbreviations that are known; those of English where
        there are none of its own, or none is given.

    Returns
    -------
    list of (start, end)
        Disjoint ranges that cover every character that is not white space; none begins or ends
        with white space.

    Examples
    --------
    >>> split_sentences("وصل الوفد. ولم يعلق أحد.")
    [(0, 10), (11, 24)]
    """
    abbreviations = _load_abbreviations((language or "en").split("-")[0].lower())
    sentences: list[tuple[int, int]] = []
    for start, end in iter_lines(text):
        _split_line(text, start, end, abbreviations, sentences)
    return sentences


def ends_with_stop(text: str, start: int, end: int) -> bool:
    """Answer whether ``text[start:end]`` ends as a sentence does, closing quotes left aside."""
    return bool(_ENDS_WITH_STOP.search(text, max(start, end - 12), end))


def _split_line(
    text: str,
    start: int,
    end: int,
    abbreviations: _Abbreviations,
    sentences: list[tuple[int, int]],
) -> None:
    line = _Line(text, start, end, abbreviations)
    for run in _RUN.finditer(text, start, end):
        if run.end() == end:
            break
        stop, following = _find_edge(text, run, end)
        if following is None or line.goes_on(run, following):
            continue
        sentences.append((start, stop))
        start = following
    sentences.append((start, end))


def _find_edge(text: str, run: regex.Match[str], end: int) -> tuple[int, int | None]:
    """Return where a sentence could end with `run`, and where the next would begin, if at all."""
    space = _NEXT.match(text, run.end(), end)
    if space:
        return run.end(), space.end()
    if run[0][0] not in _BREAKS_WITHOUT_SPACE or _ASKED.search(run[0][-8:]):
        return run.end(), None
    opening = _OPENERS.search(run[0][-8:])
    stop = run.end() - len(opening[0]) if opening else run.end()
    return stop, stop


@dataclass(slots=True)
class _Line:
    """A line, and what decides whether a sentence goes on behind a run of stops in it."""

    text: str
    start: int
    end: int
    abbreviations: _Abbreviations
    heading: bool | None = None

    def goes_on(self, run: regex.Match[str], following: int) -> bool:
        if _GOES_ON.match(self.text, following, self.end):
            return True
        rest = self.end - following
        if rest <= _REST and not _HAS_WORD.search(self.text, following, self.end):
            return True
        stops = "".join(_STOP.findall(run[0][:8]))
        if len(stops) > 1 or stops == "…":
            dots = stops == ".." or (stops[0] in ".…" and stops[-1] in ".…" and self.is_heading())
            if dots:
                return True
        if _QUOTE_IN_RUN.search(run[0][:8]) and self._is_attribution(following, stops):
            return True
        return stops == "." and self._is_abbreviation(run.start(), following)

    def is_heading(self) -> bool:
        if self.heading is None:
            short = self.end - self.start <= _HEADING_LENGTH
            self.heading = short and not ends_with_stop(self.text, self.start, self.end)
        return self.heading

    def _is_attribution(self, following: int, stops: str) -> bool:
        """Answer whether who said it follows: after a dash, or after a question as a verb."""
        if _DASH.match(self.text, following, self.end):
            return True
        asks = stops[:1] in {"?", "!", "؟"}
        return asks and bool(_SPEECH_VERB.match(self.text, following, self.end))

    def _is_abbreviation(self, stop: int, following: int) -> bool:
        token = _TOKEN.search(self.text[max(self.start, stop - _TOKEN_LENGTH) : stop])
        if token is None:
            return False
        if _ENUMERATOR.fullmatch(self.text, self.start, stop):
            return True
        return self._belongs_to_next(token[0], stop, following)

    def _belongs_to_next(self, token: str, stop: int, following: int) -> bool:
        key, known = token.casefold(), self.abbreviations
        word = _WORD.match(self.text, following)
        following_word = word[0].casefold().rstrip(".") if word else ""
        opens = following_word in known.starters
        if key in known.never or key.isdigit():
            return key in known.never or following_word in known.after_number
        if key in known.before_number and _ROMAN_OR_NUMBER.match(self.text, following):
            return True
        if _ACRONYM.fullmatch(key):
            # In Arabic a clause that follows begins with waw.
            return not (opens or (_is_arabic(key) and self.text[following] == "و"))
        if len(token) == 1 and _is_arabic(token):
            return token.isalpha() and not _AFTER_NUMBER.search(self.text, max(0, stop - 4), stop)
        initial = len(token) == 1 and token.isupper() and self.text[following].isupper()
        return (key in known.sometimes or initial) and not opens


def _is_arabic(token: str) -> bool:
    return "\u0621" <= token[0] <= "\u06ff"


@cache
def _load_abbreviations(language: str) -> _Abbreviations:
    tables = tomllib.loads(files(__package__).joinpath("abbreviations.toml").read_text("utf-8"))
    own = tables["any"], tables.get(language) or {}, tables["en"]

    def gather(name: str) -> frozenset[str]:
        # English is always there too: its names and titles stand in texts of any language.
        return frozenset(item for table in own for item in table.get(name, ()))

    return _Abbreviations(
        gather("never"),
        gather("before_number"),
        gather("sometimes"),
        gather("starters"),
        gather("after_number"),
    )
