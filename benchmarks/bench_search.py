"""The search: the first page of hits in a project of a million sentences and 100,000 claims.

The peer is SQLite's FTS5 with its own tokenizer and none of our rules, over the same sentences, or
over the words of the same claims, with what is filtered by in an indexed column beside them. Its
query gives the texts of 20 hits; ours the same hits with their places, spans and holders. Both are
timed one after the other in one process, on files that were just written. A second row of each
query holds ours against ours in a project of a fiftieth of the size: what grows with the project.
"""

from __future__ import annotations

import gc
import os
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import accumulate, islice
from pathlib import Path
from typing import Any

from workbench.model import (
    Annotation,
    Attribution,
    Claim,
    Document,
    Segment,
    Sentence,
    Source,
    Span,
    compute_text_sha256,
)
from workbench.scheme import Query
from workbench.store import Action, Change, ProjectInfo, Store, create_store

SENTENCES = int(os.environ.get("SEARCH_SENTENCES", "1000000"))
CLAIM_EVERY = 10
LAYER = "annotator:a01"
PAGE = 20

_PER_DOCUMENT = 20
_BATCH = 50
_ROUNDS = 15
_STANCES = ("affirm", "affirm", "affirm", "deny", "report", "doubt")
_SOURCES = [f"وزارة {name}" for name in ("البحر", "الجسور", "الطرق", "المرافئ", "الحصاد")]
_LETTERS = "ابتجحدرزسشصطعفقكلمنهوي"

Peer = sqlite3.Connection
Ask = tuple[str, Query, str, dict[str, Any]]

_TEXT = "SELECT rowid, words FROM texts WHERE words MATCH :q {more} ORDER BY rowid LIMIT 20"
_CLAIM = (
    "SELECT c.rowid, c.words FROM claims c JOIN about a ON a.number = c.rowid"
    " WHERE c.words MATCH :q {more} ORDER BY c.rowid LIMIT 20"
)
_MONTH = (
    "SELECT t.rowid, t.words FROM texts t CROSS JOIN dates d ON d.number = t.rowid"
    " WHERE t.words MATCH :q AND d.month = '2031-05' ORDER BY t.rowid LIMIT 20"
)
_DENIED = (
    "SELECT c.rowid, c.words FROM about a JOIN claims c ON c.rowid = a.number"
    " WHERE a.stance = 'deny' AND a.source = :source ORDER BY a.number LIMIT 20"
)


def measure() -> list[dict[str, Any]]:
    """Return one row for each kind of query: its median time beside the peer's."""
    with tempfile.TemporaryDirectory() as folder:
        peer = sqlite3.connect(Path(folder, "peer.sqlite"))
        unused = sqlite3.connect(":memory:")
        small = make_project(Path(folder, "small.sqlite"), unused, SENTENCES // 50)
        store = make_project(Path(folder, "store.sqlite"), peer, SENTENCES)
        try:
            return [row for ask in _list_queries() for row in _time(store, small, peer, ask)]
        finally:
            for each in (store, small, peer, unused):
                each.close()


def _list_queries() -> list[Ask]:
    common, rare, phrase = "الجسر", _make_words()[4_000], '"قال الناطق"'
    denied = "AND a.stance = 'deny' AND a.source = :source"
    source = {"source": _SOURCES[1]}
    return [
        ("a word of every third sentence", Query(common), _TEXT, {"q": common}),
        ("a rare word", Query(rare), _TEXT, {"q": f'"{rare}"*'}),
        ("words in a row", Query(phrase), _TEXT, {"q": phrase}),
        (
            "a word, published in one month of twelve",
            Query(common, published="2031-05"),
            _MONTH,
            {"q": common},
        ),
        ("a word in a claim", Query(common, role="claim"), _CLAIM, {"q": common}),
        ("a rare word in a claim", Query(rare, role="claim"), _CLAIM, {"q": f'"{rare}"*'}),
        (
            "claims with a word that a source denies",
            Query(common, role="claim", stance="deny", source=_SOURCES[1]),
            _CLAIM.format(more=denied),
            {"q": common, **source},
        ),
        (
            "claims that a source denies",
            Query(stance="deny", source=_SOURCES[1]),
            _DENIED,
            source,
        ),
    ]


def _time(store: Store, small: Store, peer: Peer, ask: Ask) -> Iterator[dict[str, Any]]:
    name, query, sql, given = ask
    statement = sql.format(more="")
    peers = {
        "a bare FTS5 query": lambda: len(peer.execute(statement, given).fetchall()),
        f"{SENTENCES // 50:,} sentences": lambda: _search(small, query),
    }
    assert _search(store, query), "a query that finds nothing measures nothing"
    ours = _repeat(lambda: _search(store, query))
    for other, asks in peers.items():
        theirs = _repeat(asks)
        yield {
            "name": f"search: {name}, {SENTENCES:,} sentences",
            "ours_s": ours,
            "peer": other,
            "peer_s": theirs,
            "ratio": ours / theirs,
            "target": "-",
        }


def _search(store: Store, query: Query) -> int:
    return len(store.search(query, layer=LAYER, count=PAGE).hits)


def _repeat(ask: Callable[[], int]) -> float:
    found = ask()
    times = []
    gc.disable()
    try:
        for _ in range(_ROUNDS):
            started = time.perf_counter()
            assert ask() == found
            times.append(time.perf_counter() - started)
    finally:
        gc.enable()
    return statistics.median(times)


# ---------------------------------------------------------------- the project


def make_project(path: Path, peer: Peer, size: int) -> Store:
    """Return a store of so many sentences, each tenth with a claim; the peer gets the same."""
    info = ProjectInfo("0" * 32, "benchmark", "claims-sources-stances", "1.0")
    store = create_store(path, info)
    numbers = random.Random(1)
    for _ in store.add_documents(_iter_documents(size)):
        pass
    peer.executescript(
        "CREATE VIRTUAL TABLE texts USING fts5(words); CREATE VIRTUAL TABLE claims USING"
        " fts5(words); CREATE TABLE about(number INTEGER PRIMARY KEY, stance TEXT, source TEXT);"
        " CREATE INDEX i ON about(stance, source, number);"
        " CREATE TABLE dates(number INTEGER PRIMARY KEY, month TEXT)"
    )
    spot = 0
    with store.transaction():
        documents = _iter_documents(size)
        while batch := list(islice(documents, _BATCH)):
            changes: list[Change] = []
            for document, _, sentences in batch:
                changes += _annotate(document, sentences, spot, numbers, peer)
                spot += len(document.text) + 1
            store.save(Action(f"k{spot}", LAYER, "mark", tuple(changes), 2.0))
    peer.commit()
    return store


def _annotate(
    document: Document,
    sentences: tuple[Sentence, ...],
    spot: int,
    numbers: random.Random,
    peer: Peer,
) -> Iterator[Change]:
    month = (document.published or "")[:7]
    for number, sentence in enumerate(sentences):
        at = spot + sentence.start
        words = document.text[sentence.start : sentence.end]
        peer.execute("INSERT INTO texts(rowid, words) VALUES (?, ?)", (at, words))
        peer.execute("INSERT INTO dates VALUES (?, ?)", (at, month))
        if number % CLAIM_EVERY == 0:
            stance, source = numbers.choice(_STANCES), numbers.choice(_SOURCES)
            begin = sentence.start + words.index("إن")
            said = document.text[begin : sentence.end - 1]
            peer.execute("INSERT INTO claims(rowid, words) VALUES (?, ?)", (at, said))
            peer.execute("INSERT INTO about VALUES (?, ?, ?)", (at, stance, source))
            claim = Claim(f"c{number}", sentence.id, (Span(begin, sentence.end - 1, said),))
            name = (Span(sentence.start, sentence.start + len(source), source),)
            attribution = Attribution(
                f"a{number}",
                sentence.id,
                Source(name, "explicit"),
                targets=(claim.id,),
                stance=stance,
            )
            yield Change(document.id, Annotation(sentence.id, (claim,), (attribution,), "done"), 0)


def _make_words() -> list[str]:
    numbers = random.Random(3)
    return ["".join(numbers.choices(_LETTERS, k=numbers.randint(4, 7))) for _ in range(30_000)]


def _iter_documents(
    size: int,
) -> Iterator[tuple[Document, tuple[Segment, ...], tuple[Sentence, ...]]]:
    """Give the documents, the same ones each time."""
    numbers = random.Random(2)
    words = _make_words()
    weights = list(accumulate(1 / (rank + 20) for rank in range(len(words))))
    for number in range(size // _PER_DOCUMENT):
        lines = []
        filling = iter(numbers.choices(words, cum_weights=weights, k=_PER_DOCUMENT * 8))
        for place in range(_PER_DOCUMENT):
            bridge = "الجسر " if place % 3 == 0 else ""
            said = " ".join(next(filling) for _ in range(8))
            lines.append(f"قال الناطق إن {bridge}{said}.")
        text = "\n".join(lines)
        sentences, start = [], 0
        for place, line in enumerate(lines):
            sentences.append(Sentence(f"s{place}", start, start + len(line)))
            start += len(line) + 1
        published = f"2031-{number % 12 + 1:02}-03"
        digest = compute_text_sha256(text)
        document = Document(f"d{number:06d}", "ar", None, None, None, published, {}, text, digest)
        yield document, (Segment(0, len(text), "body"),), tuple(sentences)


if __name__ == "__main__":
    for row in measure():
        print(row)
