"""What each layer says, as rows that a search can look up: claims, sources and cues, with words.

Derived from the heads, and brought along at each save by what the sentence gained and lost. The
words of a row stand under its number in the index `mention_text`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, delete, insert, select, update

from workbench.model import Annotation, Attribution, Claim
from workbench.store import tables
from workbench.store.dating import close_bounds
from workbench.store.words import WordIndex
from workbench.text import find_bounds, make_key

MENTION_TEXT = WordIndex("mention_text", "number")

_mention = tables.mention
_ADD = insert(_mention).returning(
    _mention.c.number, _mention.c.spot, _mention.c.item, _mention.c.role
)
_KEY = ("layer", "spot", "item", "role")
_SAID = ("unsure", "stance", "realization", "name", "entities", "since", "until")
_CHANGE = (
    update(_mention)
    .where(*(_mention.c[name] == bindparam(f"at_{name}") for name in _KEY))
    .values({name: bindparam(f"to_{name}") for name in _SAID})
)
_PAGE = 1_000
_PORTION = 400


class Mention(msgspec.Struct, frozen=True):
    """One row, and the words that are indexed with it."""

    item: str
    role: str
    words: str
    unsure: int
    stance: str | None = None
    realization: str | None = None
    name: str | None = None
    entities: str | None = None
    since: int | None = None
    until: int | None = None


class Place(msgspec.Struct, frozen=True):
    """A sentence: the number of its document, and its spot."""

    document: int
    spot: int


def list_mentions(annotation: Annotation) -> set[Mention]:
    """Return what an annotation says, for the index."""
    found = {_mention_claim(claim) for claim in annotation.claims}
    for attribution in annotation.attributions:
        found.add(_mention_source(attribution))
        if attribution.cue:
            found.add(_mention_cue(attribution))
    return found


def words_of_claim(claim: Claim) -> str:
    """Return the words of a claim: its spans, else what it says in other words."""
    return " ".join(span.text for span in claim.spans) or claim.proposition or ""


def words_of_source(attribution: Attribution) -> str:
    """Return the words of a source: its spans, else the note that says who is meant."""
    return " ".join(span.text for span in attribution.source.spans) or attribution.note or ""


def name_key(words: str) -> str:
    """Return the form in which the names of sources are compared."""
    return " ".join(make_key(words).split())


def change_mentions(
    connection: Connection,
    layer: str,
    places: Sequence[Place],
    before: Sequence[Annotation],
    after: Sequence[Annotation],
) -> None:
    """Bring the rows of a layer along, where `after` was said in place of `before`.

    One of each for each place; what nobody has said is an empty annotation.
    """
    gone: list[tuple[int, str, str]] = []
    came: list[tuple[Place, Mention]] = []
    changed: list[tuple[Place, Mention]] = []
    for place, old, new in zip(places, before, after, strict=True):
        if (old.claims, old.attributions) != (new.claims, new.attributions):
            was, now = _by_words(old), _by_words(new)
            gone += [(place.spot, item, role) for item, role, _ in was.keys() - now]
            came += [(place, now[each]) for each in sorted(now.keys() - was)]
            both = (each for each in now.keys() & was if now[each] != was[each])
            changed += [(place, now[each]) for each in sorted(both)]
    if gone:
        _remove(connection, layer, gone)
    _add(connection, layer, came)
    if changed:
        rows = [_make_row(layer, *each) for each in changed]
        connection.execute(_CHANGE, [_bind(row) for row in rows])


def remove_mentions(connection: Connection, layer: str, spots: Sequence[int]) -> None:
    """Take out all that a layer says of some sentences."""
    for start in range(0, len(spots), _PORTION):
        portion = spots[start : start + _PORTION]
        query = select(_mention.c.number).where(
            _mention.c.layer == layer, _mention.c.spot.in_(portion)
        )
        _remove_numbers(connection, list(connection.scalars(query)))


def fill_mentions(connection: Connection) -> None:
    """Make the rows of all heads; there are none before."""
    for heads in _iter_heads(connection):
        rows: dict[str, list[tuple[Place, Mention]]] = {}
        for layer, place, annotation in heads:
            listed = sorted(list_mentions(annotation), key=_sort_key)
            rows.setdefault(layer, []).extend((place, each) for each in listed)
        for layer, came in rows.items():
            _add(connection, layer, came)


def iter_mention_problems(connection: Connection) -> Iterator[str]:
    """Give a sentence for what is not kept as the heads say."""
    wanted: dict[tuple[Any, ...], tuple[Place, Mention]] = {}
    for heads in _iter_heads(connection):
        for layer, place, annotation in heads:
            for each in list_mentions(annotation):
                wanted[layer, place.spot, each.item, each.role] = (place, each)
    texts: dict[int, str] = {}
    found = set()
    for row in connection.execute(select(_mention)):
        key = (row.layer, row.spot, row.item, row.role)
        expected = wanted.get(key)
        if expected is None or key in found or not _is_row(row, *expected):
            yield f"what is kept to be searched of {key} is not what was said"
            continue
        found.add(key)
        if expected[1].words:
            texts[row.number] = expected[1].words
    for key in wanted.keys() - found:
        yield f"nothing is kept to be searched of {key}"
    wrong = MENTION_TEXT.find_different(connection, texts)
    if wrong or MENTION_TEXT.count(connection) != len(texts):
        yield f"the words of {len(wrong)} claims, sources and cues are not indexed as they are"


def _is_row(row: Any, place: Place, mention: Mention) -> bool:
    said = msgspec.structs.asdict(mention) | {"words": None}
    kept = {name: getattr(row, name, None) for name in said}
    return row.document == place.document and kept == said


def _mention_claim(claim: Claim) -> Mention:
    since, until = close_bounds(find_bounds(claim.features.get("date")))
    return Mention(
        claim.id, "claim", words_of_claim(claim), int(claim.unsure), since=since, until=until
    )


def _mention_source(attribution: Attribution) -> Mention:
    words, source = words_of_source(attribution), attribution.source
    return Mention(
        attribution.id,
        "source",
        words,
        int(attribution.unsure),
        attribution.stance,
        source.realization,
        name_key(words) or None,
        f" {' '.join(source.entities)} " if source.entities else None,
    )


def _mention_cue(attribution: Attribution) -> Mention:
    words = " ".join(span.text for span in attribution.cue or ())
    said = (attribution.stance, attribution.source.realization)
    return Mention(attribution.id, "cue", words, int(attribution.unsure), *said)


def _by_words(annotation: Annotation) -> dict[tuple[str, str, str], Mention]:
    """Return what an annotation says, by what the index of words knows of it."""
    return {(each.item, each.role, each.words): each for each in list_mentions(annotation)}


def _bind(row: Mapping[str, Any]) -> dict[str, Any]:
    at = {f"at_{name}": row[name] for name in _KEY}
    return at | {f"to_{name}": row[name] for name in _SAID}


def _sort_key(mention: Mention) -> tuple[str, str]:
    return mention.item, mention.role


def _add(connection: Connection, layer: str, came: Sequence[tuple[Place, Mention]]) -> None:
    if not came:
        return
    rows = [_make_row(layer, *each) for each in came]
    words = {(place.spot, each.item, each.role): each.words for place, each in came}
    numbers = connection.execute(_ADD, rows).all()
    texts = {row.number: words[row.spot, row.item, row.role] for row in numbers}
    MENTION_TEXT.add(connection, {number: each for number, each in texts.items() if each})


def _make_row(layer: str, place: Place, mention: Mention) -> dict[str, Any]:
    said: Mapping[str, Any] = msgspec.structs.asdict(mention)
    row = {name: value for name, value in said.items() if name != "words"}
    return {"layer": layer, "document": place.document, "spot": place.spot, **row}


def _remove(connection: Connection, layer: str, gone: Sequence[tuple[int, str, str]]) -> None:
    wanted = set(gone)
    spots = sorted({spot for spot, _, _ in gone})
    numbers: list[int] = []
    for start in range(0, len(spots), _PORTION):
        query = select(_mention.c.number, _mention.c.spot, _mention.c.item, _mention.c.role).where(
            _mention.c.layer == layer, _mention.c.spot.in_(spots[start : start + _PORTION])
        )
        rows = connection.execute(query)
        numbers += [row.number for row in rows if (row.spot, row.item, row.role) in wanted]
    _remove_numbers(connection, numbers)


def _remove_numbers(connection: Connection, numbers: Sequence[int]) -> None:
    MENTION_TEXT.remove(connection, numbers)
    for start in range(0, len(numbers), _PORTION):
        at = _mention.c.number.in_(numbers[start : start + _PORTION])
        connection.execute(delete(_mention).where(at))


def _iter_heads(connection: Connection) -> Iterator[list[tuple[str, Place, Annotation]]]:
    """Give what all layers say now, a page at a time, in the order in which it was said."""
    head, revision, sentence = tables.head, tables.revision, tables.sentence
    query = (
        select(head.c.layer, head.c.spot, sentence.c.document, revision.c.id, revision.c.content)
        .join(revision, revision.c.id == head.c.revision)
        .join(sentence, sentence.c.spot == head.c.spot)
        .order_by(revision.c.id)
    )
    after = 0
    while True:
        rows: Iterable[Any] = connection.execute(
            query.where(revision.c.id > after).limit(_PAGE)
        ).all()
        page = list(rows)
        yield [(row.layer, Place(row.document, row.spot), _load(row.content)) for row in page]
        if len(page) < _PAGE:
            return
        after = page[-1].id


def _load(content: str) -> Annotation:
    return msgspec.json.decode(content, type=Annotation)
