"""The ledger's parts: claims in rows, sources in columns, and what each source said of each claim.

All of it is plain frozen data: offsets are code points of the sentence that they stand in, dates
are EDTF, and nothing here knows a store, a frame or a page.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Part = Literal["witness", "own", "relay", "copy"]
"""As what a statement counts. A `witness` is a source that takes a position of its own; `own` is
what an article says in its writer's voice; a `relay` passes on what another one said; a `copy`
stands in a claim that restates another outlet's."""

Naming = Literal["entity", "words", "unnamed", "outlet"]
"""How a column's source is known: by its entity, by its words alone, not at all (told apart by the
article and by how it is realised), or as the outlet whose article it is."""

MarkRole = Literal["claim", "source", "cue", "anchor"]

Tie = Literal["cluster", "same", "restates", "part_of"]
"""Why the figures and dates of two claims have to agree: they stand in one cluster, or somebody
said this of them."""


class Piece(msgspec.Struct, frozen=True):
    """The base of all parts of a ledger: immutable and compared by value."""


class Article(Piece, frozen=True):
    """What the ledger says of a document: never more of its text than the sentences it shows."""

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    language: str | None
    direction: str

    @property
    def outlet(self) -> str:
        """What it is called in a table: its publisher, else its title, else its id."""
        return self.publisher or self.title or self.id


class Mark(Piece, frozen=True):
    """Words of a sentence and what they are: ``[start, end)`` in code points of the sentence."""

    role: MarkRole
    start: int
    end: int


class Quote(Piece, frozen=True):
    """A sentence of a document with the words in it that matter here."""

    document: str
    sentence: str
    marks: tuple[Mark, ...]


class Column(Piece, frozen=True):
    """One source.

    Parameters
    ----------
    id
        The entity's id; or ``words``, ``kind`` or ``outlet`` and what tells it from others.
    name
        What it is called in the ledger.
    names
        What it is called by language (BCP 47), as far as the registry knows.
    side
        The id of whom it belongs to in the end, by affiliation; its own where it belongs to nobody.
    side_name, side_names
        What that one is called, and by language.
    document
        The only article that it can occur in; ``None`` for whoever can be known again.
    claims
        How many rows it says something in.
    """

    id: str
    name: str
    names: dict[str, str]
    naming: Naming
    side: str
    side_name: str
    side_names: dict[str, str]
    kind: str | None = None
    anonymity: str | None = None
    document: str | None = None
    claims: int = 0


class Statement(Piece, frozen=True):
    """What one source said of one claim in one article.

    Parameters
    ----------
    number
        Its place in the ledger, from 0.
    column
        Whose it is.
    via
        The columns of those who relay it, the outermost first.
    stance
        ``None`` where the writer states the claim in the article's own voice.
    date
        When it was published (EDTF): the segment's own date, else the document's.
    day
        The first day that `date` can mean: a number that compares as days do
        (`workbench.text.find_bounds`).
    inferred
        Whether nobody gave that date: it is the likeliest one that the text itself states.
    claim, attribution
        Their ids in the document's record.
    copy_of
        The document whose claim this one restates.
    """

    number: int
    column: str
    part: Part
    via: tuple[str, ...]
    stance: str | None
    certainty: str | None
    date: str | None
    day: int | None
    document: str
    sentence: str
    claim: str
    attribution: str | None
    realization: str | None
    unsure: bool
    quotes: tuple[Quote, ...]
    copy_of: str | None = None
    inferred: bool = False


class Amount(Piece, frozen=True):
    """A figure of a claim: bounds that may be missing, open (not the bound itself) or rough.

    `text` is the figure in its written form (`docs/figures.md`). `proposed` says that rules read it
    off the claim's words and nobody has confirmed it.
    """

    text: str
    low: float | None
    high: float | None
    low_open: bool = False
    high_open: bool = False
    approximate: bool = False
    part: bool = False
    unit: str | None = None
    proposed: bool = False


class Point(Piece, frozen=True):
    """A figure as somebody stated it: one for each amount of a claim and each who speaks of it.

    `date` is that of the claim where it has one (`dated`), else when it was published.
    """

    row: str
    statement: int
    amount: Amount
    date: str | None
    day: int | None
    dated: bool


class Related(Piece, frozen=True):
    """Another row that a claim was linked to; `reversed` where the link comes from there."""

    relation: str
    row: str
    reversed: bool


class Stating(Piece, frozen=True):
    """What one claim states: its words, shortened, and its figures or its date as written."""

    document: str
    words: str
    value: str


class Clash(Piece, frozen=True):
    """Two claims whose figures or dates cannot both be true; of ``part_of`` `first` is the part."""

    tie: Tie
    first: Stating
    second: Stating


class Row(Piece, frozen=True):
    """One claim, in however many articles it stands.

    Parameters
    ----------
    id
        The cluster's id, or the document's and the claim's where it is in none.
    text
        The cluster's proposition, else the claim's own, else its words.
    direction
        ``rtl`` or ``ltr``, by the letters of `text`.
    statements
        In order of time; within a day, as the articles stand.
    witnesses
        How many sources take a position of their own, by the stance that they took last. Relays
        and copies are no witnesses, and a source counts once however often it is quoted.
    own
        How many outlets say it in their own voice.
    relays, copies
        How many statements pass on what another said, and how many stand in restated claims.
    disputed
        Whether some hold it to be true and others hold or suspect it to be false.
    changed
        The columns whose position is not the same in all that they say here.
    related
        Rows that are linked to it without being the same: what contradicts, updates, is a part.
    conflicts
        Figures or dates of its claims that cannot both be true; whoever shows them words them.
    """

    id: str
    cluster: str | None
    text: str
    direction: str
    documents: tuple[str, ...]
    claims: int
    statements: tuple[Statement, ...]
    witnesses: dict[str, int]
    own: int
    relays: int
    copies: int
    disputed: bool
    changed: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    conflicts: tuple[Clash, ...] = ()

    @property
    def witness_count(self) -> int:
        """How many sources take a position of their own."""
        return sum(self.witnesses.values())

    def of(self, column: str) -> tuple[Statement, ...]:
        """Return what the source of `column` says of this claim, in order of time."""
        return tuple(each for each in self.statements if each.column == column)


class Relay(Piece, frozen=True):
    """Who passes on whom (`relay`), or which outlet restates which (`copy`), and how often."""

    start: str
    end: str
    kind: Literal["relay", "copy"]
    count: int
    documents: tuple[str, ...]
    quotes: tuple[Quote, ...]


class Ledger(Piece, frozen=True):
    """Who says what: see `build_ledger`.

    `sentences` has the text of each sentence that is quoted, by document and sentence.
    """

    layer: str
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    points: tuple[Point, ...]
    relays: tuple[Relay, ...]
    articles: dict[str, Article]
    sentences: dict[str, dict[str, str]]

    def statement(self, number: int) -> Statement:
        """Return a statement by its number; a `KeyError` where there is none."""
        for row in self.rows:
            for each in row.statements:
                if each.number == number:
                    return each
        raise KeyError(number)
