"""How long it takes to find the claims that say nearly the same, among 100,000 of them.

The peer is scikit-learn's `TfidfVectorizer` over letters, with a product of sparse matrices: the
usual way. It has to be fitted anew when a claim comes, which is why both are compared twice: built,
and asked.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from itertools import accumulate
from statistics import median
from typing import Any

from workbench.model import ClaimRef
from workbench.similarity import ClaimIndex, IndexedClaim

CLAIMS, WORDS, QUESTIONS = 100_000, 11, 40
TARGET_S = 0.050

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
    ]  # fmt: skip


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
