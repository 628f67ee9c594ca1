"""How long it takes to find the claims that say nearly the same, among 100,000 of them.

The peer is scikit-learn's `TfidfVectorizer` over letters, with a product of sparse matrices: the
usual way. It has to be fitted anew when a claim comes. Measured are the index alone, and what a
person waits for: the first question after a project was opened, and one after an edit.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import accumulate, groupby
from pathlib import Path
from statistics import median
from typing import Any

from workbench.model import (
    Annotation,
    Claim,
    ClaimRef,
    Document,
    Segment,
    Sentence,
    Span,
    compute_text_sha256,
)
from workbench.session.candidates import find_candidates
from workbench.similarity import ClaimIndex, IndexedClaim
from workbench.store import Action, Change, ProjectInfo, Store, create_store, open_store

CLAIMS, WORDS, QUESTIONS = 100_000, 11, 40
BATCH = 50  # articles in one action
TARGET_S = 0.050
LAYER = "annotator:a01"

_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_STARTS = ("", "", "", "ال", "وال", "بال", "و", "لل")
_ENDS = ("", "", "", "ة", "ون", "ات", "ين", "ها")


def make_claims(number: int = CLAIMS) -> list[IndexedClaim]:
    """Return invented claims: words that mean nothing in several forms, and numbers."""
    chance = random.Random(11)
    stems = ["".join(chance.choices(_LETTERS, k=chance.randint(3, 6))) for _ in range(40_000)]
    weights = list(accumulate(1 / rank for rank in range(10, 40_010)))
    claims = []
    for place in range(number):
        words = [
            chance.choice(_STARTS) + stem + chance.choice(_ENDS)
            for stem in chance.choices(stems, cum_weights=weights, k=WORDS)
        ]
        if place % 3 == 0:
            words[chance.randrange(WORDS)] = f"{chance.randint(1, 40)} ألف"
        key = ClaimRef(f"d{place // 20:05d}", f"c{place % 20}")
        claims.append(IndexedClaim(key, (" ".join(words),)))
    return claims


def measure(number: int = CLAIMS) -> list[dict[str, Any]]:
    """Return the times of building and of asking, beside the peer's; and of a claim that comes."""
    claims = make_claims(number)
    asked = claims[:: max(1, number // QUESTIONS)][:QUESTIONS]
    built_s, index = _time(lambda: ClaimIndex(claims))
    ask_s = _ask(lambda each: index.query(each.texts, 5, each.key.document), asked)
    change_s = _ask(lambda each: _change(index, each), asked)
    peer_built_s, ask_peer = _time(lambda: _build_peer([each.texts[0] for each in claims]))
    peer_ask_s = _ask(lambda each: ask_peer(each.texts[0]), asked)
    peer, target = "TfidfVectorizer", f"< {TARGET_S * 1e3:.0f} ms"
    return [
        _row(f"index {number:,} claims", built_s, f"{peer}: fit", peer_built_s, "< 1"),
        _row("the five nearest", ask_s, f"{peer}: product", peer_ask_s, target),
        _row("a claim changes, and the five", change_s, f"{peer}: fit", peer_built_s, "< 0.01"),
        *_measure_project(claims, f"{peer}: fit", peer_built_s),
    ]  # fmt: skip


def _measure_project(
    claims: list[IndexedClaim], peer: str, peer_s: float
) -> Iterator[dict[str, Any]]:
    """Give the times of questions to a project that was just opened, and after an edit."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "project.sqlite")
        make_project(path, claims)
        with open_store(path) as store:
            first = claims[len(claims) // 2].key
            first_s, _ = _time(lambda: _find(store, first))
            yield _row("first question of a project", first_s, peer, peer_s, "< 2")
            asked = claims[:: max(1, len(claims) // QUESTIONS)][:QUESTIONS]
            next_s = median(_time(lambda each=each: _find(store, each.key))[0] for each in asked)  # type: ignore[misc]
            yield _row("question of a project", next_s, peer, peer_s, f"< {TARGET_S * 1e3:.0f} ms")
            edited_s = []
            for each in asked:
                _edit(store, each.key)
                edited_s.append(_time(lambda key=each.key: _find(store, key))[0])  # type: ignore[misc]
            yield _row("question after an edit", median(edited_s), peer, peer_s, "< 100 ms")


def _find(store: Store, key: ClaimRef) -> object:
    return find_candidates(store, LAYER, key.document, key.claim, 5)


def _edit(store: Store, key: ClaimRef) -> None:
    sentence = f"s{key.claim}"
    stored = store.get_annotations(key.document, LAYER)[sentence]
    claims = (*stored.annotation.claims, Claim("x", sentence, (), proposition="جسر جديد"))
    change = Change(key.document, Annotation(sentence, claims), stored.revision)
    store.save(Action(f"x.{key.document}.{key.claim}", LAYER, "mark claim", (change,)))


def make_project(path: Path, claims: list[IndexedClaim]) -> None:
    """Fill a store with articles whose sentences are claims, all of one annotator."""
    info = ProjectInfo("0" * 32, "benchmark", "claims-sources-stances", "1.0")
    with create_store(path, info) as store:
        articles = [list(each) for _, each in groupby(claims, key=lambda each: each.key.document)]
        for _ in store.add_documents(_make_document(each) for each in articles):
            pass
        for start in range(0, len(articles), BATCH):
            changes = [
                Change(claim.key.document, _annotate(claim), 0)
                for article in articles[start : start + BATCH]
                for claim in article
            ]
            store.save(Action(f"k{start}", LAYER, "mark claim", tuple(changes)))


def _make_document(
    article: list[IndexedClaim],
) -> tuple[Document, tuple[Segment, ...], tuple[Sentence, ...]]:
    text = "\n".join(claim.texts[0] for claim in article)
    sentences, start = [], 0
    for claim in article:
        end = start + len(claim.texts[0])
        sentences.append(Sentence(f"s{claim.key.claim}", start, end))
        start = end + 1
    name, digest = article[0].key.document, compute_text_sha256(text)
    document = Document(name, "ar", None, None, None, None, {}, text, digest)
    return document, (Segment(0, len(text), "body"),), tuple(sentences)


def _annotate(claim: IndexedClaim) -> Annotation:
    sentence, words = f"s{claim.key.claim}", claim.texts[0]
    span = Span(0, len(words), words)
    return Annotation(sentence, (Claim(claim.key.claim, sentence, (span,)),))


def _change(index: ClaimIndex, claim: IndexedClaim) -> None:
    index.replace(IndexedClaim(claim.key, (f"{claim.texts[0]} أمس",)))
    index.query(claim.texts, 5, claim.key.document)


def _build_peer(texts: list[str]) -> Callable[[str], Any]:
    import numpy as np
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), dtype=np.float32)
    matrix = vectorizer.fit_transform(texts)

    def ask(text: str) -> Any:
        scores = (matrix @ vectorizer.transform([text]).T).toarray().ravel()
        return np.argpartition(scores, -5)[-5:]

    return ask


def _time(run: Callable[[], Any]) -> tuple[float, Any]:
    started = time.perf_counter()
    made = run()
    return time.perf_counter() - started, made


def _ask(ask: Callable[[IndexedClaim], Any], claims: list[IndexedClaim]) -> float:
    return median(_time(lambda each=each: ask(each))[0] for each in claims)  # type: ignore[misc]


def _row(name: str, ours_s: float, peer: str, peer_s: float, target: str) -> dict[str, Any]:
    ratio = ours_s / peer_s
    return {
        "name": name, "ours_s": ours_s, "peer": peer, "peer_s": peer_s, "ratio": ratio,
        "target": target,
    }  # fmt: skip


if __name__ == "__main__":
    for row in measure(int(sys.argv[1]) if len(sys.argv) > 1 else CLAIMS):
        print(row)
