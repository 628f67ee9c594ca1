"""The store: an annotator's step in a project of a million sentences, beside one of a hundred.

Three projects of 100, 10,000 and 1,000,000 sentences are filled through the store. The annotator
of each has decided the first nine tenths, and some sentences of each document after that. One
switch is what a person waits for: the next open sentence, its document and its annotations.
"""

from __future__ import annotations

import gc
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from workbench.model import (
    Annotation,
    Document,
    Segment,
    Sentence,
    compute_text_sha256,
)
from workbench.store import Action, Change, ProjectInfo, Store, create_store

SIZES = (100, 10_000, 1_000_000)
TARGET = 1.3
LAYER = "annotator:a01"

_PER_DOCUMENT = 20
_DECIDED = 0.9  # of all documents, from the first on
_SCATTERED = 0.3  # of the others: of their sentences
_BATCH = 50  # documents in one action
_ROUNDS = 40
_CALLS = 25


def measure() -> list[dict[str, Any]]:
    """Return one row for each operation and size: its median time beside that with 100."""
    with tempfile.TemporaryDirectory() as folder:
        stores = {size: make_project(Path(folder, f"{size}.sqlite"), size) for size in SIZES}
        try:
            times = _time_all(stores)
        finally:
            for store in stores.values():
                store.close()
    return [
        {
            "name": f"store: {name}, {size:,} sentences",
            "ours_s": seconds,
            "peer": f"{SIZES[0]} sentences",
            "peer_s": by_size[SIZES[0]],
            "ratio": seconds / by_size[SIZES[0]],
            "target": f"<= {TARGET}",
        }
        for name, by_size in times.items()
        for size, seconds in by_size.items()
        if size != SIZES[0]
    ]


def make_project(path: Path, size: int) -> Store:
    """Return a store of `size` sentences, most of them decided."""
    info = ProjectInfo("0" * 32, "benchmark", "claims-sources-stances", "1.0")
    store = create_store(path, info)
    for _ in store.add_documents(_iter_documents(size)):
        pass
    documents = size // _PER_DOCUMENT
    numbers = random.Random(1)
    every = list(range(_PER_DOCUMENT))
    some = [each for each in every if numbers.random() < _SCATTERED]
    decided = int(documents * _DECIDED)
    chosen = [(number, every if number < decided else some) for number in range(documents)]
    with store.transaction():
        for start in range(0, documents, _BATCH):
            _decide(store, f"k{start}", chosen[start : start + _BATCH])
    return store


def _time_all(stores: dict[int, Store]) -> dict[str, dict[int, float]]:
    """Time each operation on all sizes by turns, so that a busy moment hits all of them."""
    operations: dict[str, Callable[[Store, int], object]] = {
        "next open sentence": _next_open,
        "next open sentence, from the start": lambda store, _: _next_open(store, -1),
        "next sentence": _next,
        "one sentence": _read,
        "one switch": _switch,
        "progress": lambda store, _: store.progress(LAYER),
        "first page of a search": lambda store, _: store.search("جسر", count=20),
    }
    found: dict[str, dict[int, float]] = {}
    numbers = random.Random(2)
    gc.disable()
    try:
        for name, operation in operations.items():
            times: dict[int, list[float]] = {size: [] for size in stores}
            for _ in range(_ROUNDS):
                for size, store in stores.items():
                    for _ in range(_CALLS):
                        position = numbers.randrange(size)
                        started = time.perf_counter()
                        operation(store, position)
                        times[size].append(time.perf_counter() - started)
            found[name] = {size: statistics.median(each) for size, each in times.items()}
    finally:
        gc.enable()
    return found


def _next_open(store: Store, position: int) -> object:
    return store.next_sentence(position, layer=LAYER, step=1, only_open=True)


def _next(store: Store, position: int) -> object:
    return store.next_sentence(position, layer=LAYER, step=1, only_open=False)


def _read(store: Store, position: int) -> object:
    ref = store.sentence_at(position)
    assert ref is not None
    return store.get_document(ref.document), store.get_annotations(ref.document, LAYER)


def _switch(store: Store, position: int) -> object:
    ref = store.next_sentence(position, layer=LAYER, step=1, only_open=True)
    if ref is None:
        ref = store.next_sentence(-1, layer=LAYER, step=1, only_open=True)
    assert ref is not None
    return store.get_document(ref.document), store.get_annotations(ref.document, LAYER)


def _iter_documents(
    size: int,
) -> Iterator[tuple[Document, tuple[Segment, ...], tuple[Sentence, ...]]]:
    line = "قال الناطق إن الجسر سيفتح غدًا بعد أن تنتهي أعمال الصيانة.\n"
    text = line * _PER_DOCUMENT
    digest = compute_text_sha256(text)
    sentences = tuple(
        Sentence(f"s{number + 1}", number * len(line), (number + 1) * len(line) - 1)
        for number in range(_PER_DOCUMENT)
    )
    # The first line of each document is a menu: the walk has to pass over it.
    segments = (Segment(0, len(line), "boilerplate"), Segment(len(line), len(text), "body"))
    for number in range(size // _PER_DOCUMENT):
        name = f"d{number:06d}"
        document = Document(name, "ar", None, None, None, None, {}, text, digest)
        yield document, segments, sentences


def _decide(store: Store, key: str, chosen: list[tuple[int, list[int]]]) -> None:
    changes = tuple(
        Change(f"d{document:06d}", Annotation(f"s{number + 1}", status="done"), 0)
        for document, numbers in chosen
        for number in numbers
    )
    store.save(Action(key, LAYER, "decide", changes, 2.0))


if __name__ == "__main__":
    for row in measure():
        print(row)
