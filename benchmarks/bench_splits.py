"""How long it takes to split 100,000 articles so that no claim and no copy is torn apart."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from itertools import accumulate
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
    compute_text_sha256,
    dump_record,
    load_record,
)
from workbench.release import SplitPlan, compute_splits

DOCUMENTS, SENTENCES, WORDS = 100_000, 12, 20
COPIES = 20  # one article in so many is an edited copy of an earlier one
LIMIT_S = 300.0

_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_STANCES = ("affirm",) * 12 + ("report",) * 4 + ("deny", "doubt", "decline", "noncommittal")


def iter_records(documents: int = DOCUMENTS) -> Iterator[Record]:
    """Yield invented articles of words that mean nothing, some of them copies of others."""
    chance = random.Random(7)
    vocabulary = ["".join(chance.choices(_LETTERS, k=chance.randint(2, 8))) for _ in range(20_000)]
    weights = list(accumulate(1 / rank for rank in range(10, 20_010)))
    earlier: list[list[str]] = []
    for number in range(documents):
        if earlier and number % COPIES == 0:
            words = list(chance.choice(earlier))
            for place in chance.sample(range(len(words)), len(words) // 12):
                words[place] = chance.choice(vocabulary)
        else:
            words = chance.choices(vocabulary, cum_weights=weights, k=SENTENCES * WORDS)
        if number % 50 == 0:
            earlier.append(words)
        yield build_record(number, words, chance)


def build_record(number: int, words: list[str], chance: random.Random) -> Record:
    """Return the record of one article with one claim and one attribution in each sentence."""
    texts = [" ".join(words[at : at + WORDS]) + "." for at in range(0, len(words), WORDS)]
    text = " ".join(texts)
    ends = list(accumulate(len(each) + 1 for each in texts))
    starts = [0, *ends[:-1]]
    names = [f"s{place}" for place in range(len(texts))]
    spans = [Span(at, end - 2, text[at : end - 2]) for at, end in zip(starts, ends, strict=True)]
    shared = f"k{number // 3}" if number % 3 < 2 else None
    return Record(
        SCHEMA_VERSION,
        Document(
            f"d{number:06d}", "ar", None, f"outlet {number % 40}", None, None, {}, text,
            compute_text_sha256(text),
        ),
        (Segment(0, len(text), "body"),),
        tuple(Sentence(*each) for each in zip(names, starts, (e - 1 for e in ends), strict=True)),
        tuple(
            Claim(f"c{place}", names[place], (span,), "attributed", None if place else shared)
            for place, span in enumerate(spans)
        ),
        tuple(
            Attribution(
                f"a{place}", names[place], Source((), "implicit"), None, (f"c{place}",), (),
                chance.choice(_STANCES),
            )
            for place in range(len(spans))
        ),
        tuple(Decision(name, "done") for name in names),
        Provenance("gold", ("a01",), None, "1.0", "claims-sources-stances", "1.0"),
    )  # fmt: skip


def measure(documents: int = DOCUMENTS) -> list[dict[str, Any]]:
    """Return the CPU time of one split, beside that of reading the same records from lines."""
    splitting = _Timed(documents)
    splits = compute_splits(splitting.iter_records, SplitPlan())
    ours_s = time.process_time() - splitting.started - splitting.waited_s
    sample = [dump_record(record) for record in iter_records(min(documents, 2_000))]
    started = time.process_time()
    for line in sample:
        load_record(line)
    peer_s = (time.process_time() - started) * documents / len(sample)
    return [
        {
            "name": f"split {documents:,} articles, {splits.groups:,} groups",
            "ours_s": ours_s,
            "peer": "reading their records",
            "peer_s": peer_s,
            "ratio": ours_s / peer_s,
            "target": f"< {LIMIT_S:.0f} s for 100,000",
        }
    ]


class _Timed:
    """Gives records, and knows how long it took to invent them."""

    def __init__(self, documents: int) -> None:
        self._documents = documents
        self.started = time.process_time()
        self.waited_s = 0.0

    def iter_records(self) -> Iterator[Record]:
        """Yield the records."""
        records = iter_records(self._documents)
        while True:
            started = time.process_time()
            record = next(records, None)
            self.waited_s += time.process_time() - started
            if record is None:
                return
            yield record


if __name__ == "__main__":
    for row in measure(int(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS):
        print(row)
