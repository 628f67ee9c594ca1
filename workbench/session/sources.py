"""Where suggestions come from: layers of systems in the store, and Python functions."""

from __future__ import annotations

import hashlib
import logging
import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

import msgspec

from workbench.errors import UsageError
from workbench.model import Attribution, Claim, Document, Sentence, Suggestion
from workbench.scheme import Scheme
from workbench.session.fitting import make_offers
from workbench.session.offers import Offer
from workbench.store import Store, StoredDocument

Suggester = Callable[[Document, Sequence[Sentence]], Iterable[Claim | Attribution | Suggestion]]
"""What may suggest: called with a document and its sentences, once for each document opened.

Ids need to be unique within what one call returns, an attribution's targets are ids among them.
The function's attributes `name` and `version` say who suggests; by default its own name and ``0``.
"""

ALL_SYSTEMS = "system:*"
AGGREGATED = "system:aggregated-"
"""What the layers begin with that were made of people's answers."""
_LAYER = re.compile(r"system:[A-Za-z0-9_.:*?-]{1,64}")
_MACHINE = re.compile(r"(?:suggestion|system|aggregated):")
_ERROR_LENGTH = 200

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class SuggestionPlan:
    """What is suggested to an annotator, and where nothing is at first.

    Parameters
    ----------
    sources
        Names of layers (``system:NAME``; ``*`` stands for any characters) and functions.
    held_back
        The share of sentences, 0 to 1, that are shown without suggestions until they are decided.
    seed
        Which sentences these are: the same for the same seed, on any machine.
    """

    sources: tuple[str | Suggester, ...] = ()
    held_back: float = 0.0
    seed: int = 0

    def __post_init__(self) -> None:
        """Refuse what is no share, and what is neither a layer nor a function."""
        if not 0 <= self.held_back <= 1:
            raise UsageError(f"Expected a share from 0 to 1 to hold back, got {self.held_back}.")
        for source in self.sources:
            _check_source(source)

    def is_held_back(self, document_id: str, sentence_id: str) -> bool:
        """Answer whether a sentence is among those that are first shown without suggestions."""
        name = f"{self.seed}\n{document_id}\n{sentence_id}".encode("utf-8", "surrogatepass")
        number = int.from_bytes(hashlib.sha256(name).digest()[:8])
        return number < self.held_back * 2**64


def _check_source(source: object) -> None:
    if isinstance(source, str) and not _LAYER.fullmatch(source):
        raise UsageError(
            f"Expected a layer of suggestions (system:NAME), got {source!r}.",
            hint="Import one with `workbench import FILE --layer system:NAME`.",
        )
    if not isinstance(source, str) and not callable(source):
        kind = type(source).__name__
        raise UsageError(f"Expected a layer or a function that suggests, got a {kind}.")


def read_offers(
    store: Store, scheme: Scheme, plan: SuggestionPlan, stored: StoredDocument
) -> tuple[list[Offer], list[str]]:
    """Return what is suggested for a document, and a sentence for each thing that went wrong.

    Nothing that a function does is raised: the annotator goes on without its suggestions.
    """
    offers: dict[str, Offer] = {}
    problems = []
    for name, suggestions in _iter_sources(store, plan, stored):
        try:
            made, misfits = make_offers(name, suggestions(), stored, scheme)
        except (Exception, SystemExit) as error:
            logger.warning("%s could not suggest anything", name, exc_info=error)
            said = f"{type(error).__name__}: {error}"[:_ERROR_LENGTH]
            problems.append(f"There are no suggestions of {name} for this article: {said}.")
            continue
        offers.update((each.id, each) for each in made)
        if misfits:
            number = f"{misfits} suggestion{'s' if misfits > 1 else ''} of {name}"
            problems.append(f"{number} did not fit this article and are not shown.")
    return list(offers.values()), problems


def has_sources(store: Store, plan: SuggestionPlan) -> bool:
    """Answer whether anything may be suggested at all."""
    return any(not isinstance(each, str) or _find_layers(store, each) for each in plan.sources)


def _iter_sources(
    store: Store, plan: SuggestionPlan, stored: StoredDocument
) -> Iterator[tuple[str, Callable[[], Iterable[Suggestion]]]]:
    """Give the name of each source, and a function that asks it."""
    seen: set[str] = set()
    for source in plan.sources:
        if not isinstance(source, str):
            name = name_suggester(source)
            yield name, lambda source=source, name=name: _ask(source, name, stored)  # type: ignore[misc]
            continue
        for layer in _find_layers(store, source):
            if layer not in seen:
                seen.add(layer)
                yield layer, lambda layer=layer: _read_layer(store, layer, stored)  # type: ignore[misc]


def _find_layers(store: Store, pattern: str) -> list[str]:
    return [each for each in store.layers() if matches_layer(each, pattern)]


def matches_layer(layer: str, pattern: str) -> bool:
    """Answer whether `layer` is a system's, and one that `pattern` (``system:*``) stands for.

    What people said and a vote made one of is nobody's guess: it has to be named in full, so that
    who still has to decide does not see what others have decided.
    """
    if layer.startswith(AGGREGATED):
        return layer == pattern
    return layer.startswith("system:") and fnmatchcase(layer, pattern)


def _read_layer(store: Store, layer: str, stored: StoredDocument) -> Iterator[Suggestion]:
    for found in store.get_annotations(stored.document.id, layer).values():
        items: list[Claim | Attribution] = [*found.annotation.claims]
        for item in [*items, *found.annotation.attributions]:
            origin = item.origin if _MACHINE.match(item.origin) else f"{layer}@unversioned"
            yield Suggestion(msgspec.structs.replace(item, origin=origin))


def _ask(suggester: Suggester, origin: str, stored: StoredDocument) -> list[Suggestion]:
    sentences = [Sentence(each.sentence, each.start, each.end) for each in stored.sentences]
    suggestions = []
    for given in suggester(stored.document, sentences):
        each = _load_suggestion(given)
        item = msgspec.structs.replace(each.item, origin=origin)
        suggestions.append(Suggestion(item, _load_score(each.score)))
    return suggestions


def _load_suggestion(given: object) -> Suggestion:
    if isinstance(given, Claim | Attribution):
        return Suggestion(given)
    if isinstance(given, Suggestion):
        return given
    kind = type(given).__name__
    raise UsageError(f"Expected claims, attributions or suggestions, got a {kind}.")


def _load_score(score: object) -> float | None:
    if score is None:
        return None
    number = float(str(score))
    return number if math.isfinite(number) else None


def name_suggester(suggester: Suggester) -> str:
    """Return the origin of what a function suggests: ``suggestion:NAME@VERSION``."""
    name = getattr(suggester, "name", None) or getattr(suggester, "__name__", None)
    version = str(getattr(suggester, "version", None) or "0")
    cleaned = re.sub(r"[^A-Za-z0-9_.:-]", "_", str(name or type(suggester).__name__))[:64]
    return f"suggestion:{cleaned}@{re.sub(r'[^!-~]', '_', version)[:64]}"
