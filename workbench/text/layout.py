"""The layout of an article: what each line of it is, told by patterns, length, stop and place.

Patterns come first (`patterns`), then what follows "read also", then the head (headline, deck,
summary bullets), the subheadings inside, and what is left over at the end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, islice

import regex

from workbench.text.dates import is_date_line
from workbench.text.folding import fold_key
from workbench.text.lines import iter_lines
from workbench.text.patterns import LONGEST_LINE, Kind, Pattern, match_pattern
from workbench.text.sentences import ends_with_stop

_CJK = regex.compile(r"[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]")
_BULLET = regex.compile(r"[-–—•*▪●◾■◆►·‣⁃➤✓]\s+\S")
_OPEN_ENDED = regex.compile(r"[:،,;؛\-–—]\Z")
_QUOTED = regex.compile(r"[\"“”«‘„].*[\"“”»’]\Z")
_TOKEN = regex.compile(r"[\p{L}\p{N}]{2,}")
_ARTICLE_AND = regex.compile(r"^(?:و?ال|لل)(?=\w{3})")

_HEADING_WORDS = 18
_HEADING_LENGTH = 140
_LABEL_WORDS = 2  # of a menu or kicker
_TAIL_WORDS = 4
_SHORT_HEADING_WORDS = 8  # where an article's paragraphs have no full stops either
_PARAGRAPH_LENGTH = 120
_END_LINES = 12  # looked at above "read also" for the end of the article
# What stands between the end of an article and the next one that is spliced in.
_END_MARKS = frozenset({"source", "keywords", "copyright", "comments", "share", "previous-next"})


@dataclass(eq=False)
class Line:
    """A line that is not blank: its range, and what it turns out to be."""

    text: str
    start: int
    end: int
    kind: Kind | None = None
    reason: str | None = None
    pattern: str | None = None

    @cached_property
    def is_short(self) -> bool:
        """Whether it is short enough to be anything but prose."""
        return self.end - self.start <= LONGEST_LINE

    @cached_property
    def key(self) -> str:
        """Its text, folded; empty for a long line."""
        return fold_key(self.content).strip() if self.is_short else ""

    @property
    def content(self) -> str:
        """Its own text."""
        return self.text[self.start : self.end]

    @cached_property
    def words(self) -> int:
        """How many words it has; two characters count as one in scripts without spaces."""
        head = self.text[self.start : min(self.end, self.start + LONGEST_LINE)]
        return max(len(head.split()), len(_CJK.findall(head)) // 2)

    @cached_property
    def has_stop(self) -> bool:
        """Whether it ends as a sentence does."""
        return ends_with_stop(self.text, self.start, self.end)

    @cached_property
    def is_bullet(self) -> bool:
        """Whether it begins with a bullet or dash."""
        return bool(_BULLET.match(self.text, self.start, self.end))

    @cached_property
    def is_heading(self) -> bool:
        """Whether it has the form of a heading: short, without a stop, and complete."""
        return not self.has_stop and self.has_heading_form

    @cached_property
    def has_heading_form(self) -> bool:
        """Whether it has the form of a heading, its stop left aside."""
        if self.words > _HEADING_WORDS or self.end - self.start > _HEADING_LENGTH or self.is_bullet:
            return False
        content = self.content
        if _OPEN_ENDED.search(content) or _QUOTED.match(content):
            return False
        return not content[0].islower()

    @cached_property
    def tokens(self) -> frozenset[str]:
        """Its folded words without the article, for comparing lines."""
        words = _TOKEN.findall(fold_key(self.content[:2000]))
        return frozenset(_ARTICLE_AND.sub("", word) for word in words)

    @cached_property
    def is_question(self) -> bool:
        """Whether it has the form of a heading that asks."""
        asks = self.is_short and self.content.rstrip("\"'”»").endswith(("؟", "?"))
        return asks and self.has_heading_form

    def mark(self, kind: Kind, reason: str | None) -> None:
        """Say what the line is."""
        self.kind, self.reason = kind, reason


def read_lines(text: str) -> list[Line]:
    """Return the lines of `text` that are not blank, not yet classified."""
    return [Line(text, start, end) for start, end in iter_lines(text)]


def classify(lines: Sequence[Line]) -> None:
    """Mark every line with its kind and reason."""
    _mark_patterns(lines)
    _mark_related(lines)
    open_lines = [line for line in lines if line.kind is None]
    first = next((n for n, line in enumerate(open_lines) if _ends_head(line)), None)
    if first is None:
        _mark_without_paragraph(open_lines)
    else:
        _mark_head(open_lines[:first])
        _mark_inside(open_lines[first:])
    _mark_banner(lines)
    for line in lines:
        if line.kind is None:
            line.mark("body", None)


def _is_paragraph(line: Line) -> bool:
    if line.is_bullet:
        return False
    return line.has_stop or not line.has_heading_form


def _ends_head(line: Line) -> bool:
    return _is_paragraph(line) and not line.is_question


# ---------------------------------------------------------------- patterns
def _mark_patterns(lines: Sequence[Line]) -> None:
    matches = [match_pattern(line.content) if line.key else None for line in lines]
    prose = [n for n, line in enumerate(lines) if matches[n] is None and _is_paragraph(line)]
    first, last = (prose[0], prose[-1]) if prose else (len(lines), -1)
    for number, (line, pattern) in enumerate(zip(lines, matches, strict=True)):
        if pattern and _counts(pattern, number, first, last, lines):
            line.pattern = pattern.name
            line.mark(pattern.kind, f"pattern:{pattern.name}")
        elif pattern is None and line.is_short and is_date_line(line.content):
            line.pattern = "date-line"
            line.mark("boilerplate", "pattern:date-line")
        elif line.end > line.start and not line.key and line.is_short:
            line.mark("boilerplate", "pattern:punctuation")  # nothing but invisible marks


def _counts(pattern: Pattern, number: int, first: int, last: int, lines: Sequence[Line]) -> bool:
    """Answer whether `pattern` counts at line `number` of an article from `first` to `last`."""
    head, tail = number < first, number > last
    if pattern.where == "outside":
        # Inside, a line directly above a paragraph may be a subheading that says the same.
        return head or tail or not _is_paragraph(lines[number + 1])
    places = {"any": True, "head": head, "tail": tail, "edges": head or tail}
    return places[pattern.where]


def _mark_banner(lines: Sequence[Line]) -> None:
    """Tell the date of a page banner, beside a menu or the weather, from the article's own."""
    for _, group in groupby(lines, key=lambda line: line.kind == "boilerplate"):
        block = list(group)
        if not any(line.pattern in {"weather", "menu", "breadcrumbs"} for line in block):
            continue
        if any(line.pattern in {"published", "updated"} for line in block):
            continue
        for line in block:
            if line.pattern == "date-line":
                line.mark("boilerplate", "pattern:date-banner")


# ---------------------------------------------------------------- related
def _mark_related(lines: Sequence[Line]) -> None:
    """Mark what follows "read also": links, or the whole rest where another article begins."""
    after_prose = False
    for number, line in enumerate(lines):
        after_prose = after_prose or _is_prose(line)
        if line.pattern != "read-also" or not after_prose:
            continue
        links, following = _links_below(lines, number)
        at_end = following is None
        if at_end or _article_ended(lines, number) or _begins_article(links, following):
            for later in lines[number + 1 :]:
                if later.kind is None:
                    later.mark("related", "pattern:read-also")
            return
        # Links are whole headlines: a short line above a paragraph is the article's subheading.
        if len(links) > 1 and links[-1].words <= _TAIL_WORDS:
            links.pop()
        for link in links:
            link.mark("related", "pattern:read-also")


def _is_prose(line: Line) -> bool:
    return line.kind is None and _is_paragraph(line)


def _links_below(lines: Sequence[Line], number: int) -> tuple[list[Line], Line | None]:
    """Return the headings below line `number`, and what stops them; ``None`` is the end."""
    links: list[Line] = []
    for line in islice(lines, number + 1, None):
        if line.pattern == "read-also" or _is_prose(line):
            return links, line
        if line.kind is None:
            links.append(line)
    return links, None


def _article_ended(lines: Sequence[Line], number: int) -> bool:
    """Answer whether a source, keywords or the like stand directly above line `number`."""
    for line in reversed(lines[max(0, number - _END_LINES) : number]):
        if line.kind not in {"boilerplate", "credit"}:
            return False
        if line.pattern in _END_MARKS:
            return True
    return False


def _begins_article(links: Sequence[Line], following: Line | None) -> bool:
    """Answer whether the paragraph under the last link tells the story that the link names."""
    if not links or following is None or following.pattern:
        return False
    heading = links[-1].tokens
    return len(heading) >= 4 and len(heading & following.tokens) * 2 >= len(heading)


# ---------------------------------------------------------------- head
def _mark_head(head: Sequence[Line]) -> None:
    bullets = [line for line in head if line.is_bullet]
    headings = [line for line in head if not line.is_bullet]
    for line in bullets:
        line.mark("summary", "position:summary")
    if not headings:
        return
    main = next((line for line in headings if line.words > _LABEL_WORDS), headings[0])
    titles = [n for n, line in enumerate(headings) if line is main or _is_alike(line, main)]
    for number, line in enumerate(headings):
        if number in titles:
            line.mark("headline", "position:headline")
        elif number < titles[-1] and line.words <= _LABEL_WORDS:
            line.mark("boilerplate", "position:menu")
        else:
            line.mark("subheading", "position:subheading")


def _is_alike(line: Line, other: Line) -> bool:
    common = len(line.tokens & other.tokens)
    return common * 2 >= len(line.tokens | other.tokens) and common > 0


def _mark_without_paragraph(lines: Sequence[Line]) -> None:
    """Mark an article without one complete sentence: a headline at most, and body."""
    if len(lines) > 1 and lines[0].has_heading_form and lines[1].words > lines[0].words:
        lines[0].mark("headline", "position:headline")


# ---------------------------------------------------------------- inside and tail
def _mark_inside(lines: Sequence[Line]) -> None:
    """Mark subheadings between paragraphs, and what is left after the last paragraph."""
    longest = _SHORT_HEADING_WORDS if _lacks_stops(lines) else _HEADING_WORDS
    groups = [
        (heading, list(group))
        for heading, group in groupby(lines, key=lambda line: _is_subheading(line, longest))
    ]
    for number, (heading, group) in enumerate(groups):
        if heading and number == len(groups) - 1:
            _mark_tail(group)
        elif heading and len(group) <= 2:
            for line in group:
                line.mark("subheading", "position:subheading")


def _is_subheading(line: Line, longest: int) -> bool:
    if line.is_question:
        return line.words <= _SHORT_HEADING_WORDS  # a longer one is a question of the text
    return line.is_heading and line.words <= longest


def _lacks_stops(lines: Sequence[Line]) -> bool:
    long = [line for line in lines if line.end - line.start > _PARAGRAPH_LENGTH]
    return sum(line.has_stop for line in long) * 2 < len(long)


def _mark_tail(lines: Sequence[Line]) -> None:
    for line in lines:
        if line.words <= _TAIL_WORDS:
            line.mark("boilerplate", "position:tail")
    links = [line for line in lines if line.kind is None]
    if len(links) >= 3:
        for line in links:
            line.mark("related", "position:tail")
