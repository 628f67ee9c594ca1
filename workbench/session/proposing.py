"""Who a source may be: entities proposed from its words, this article's first. Nothing is set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from workbench.model import Attribution
from workbench.model.register import Register, fold_name, words_of
from workbench.model.resolving import resolve_entities
from workbench.session.draft import Draft

MOST = 5
_VAGUE = 3
"""Words that are only a part of a name speak for an entity if at most so many have such a name."""
_LETTERS = str.maketrans("ؤئ", "وي", "ء")
_ARTICLE, _SHORTEST = "ال", 5


def propose_entities(
    attribution: Attribution, document: str, draft: Draft, register: Register
) -> list[str]:
    """Return the current entities that the source of an attribution may be, the likeliest first.

    First those that this article has by the same words; then those of the register with that
    name, with a name among the words, and those of whose name the words are a part. A source
    that is understood from before is who spoke last. An entity that belongs to another article
    is never among them.
    """
    here = _read_here(attribution, document, draft, register)
    words = fold_name(words_of(attribution))
    if not words:
        found = _find_last(attribution, here) if attribution.source.realization else []
    else:
        found = [each for other, ids in here if fold_name(words_of(other)) == words for each in ids]
        chosen = {each for _, ids in here for each in ids}
        found += _match(words, chosen, register)
        found = [each for each in found if may_be_here(each, document, chosen, register)]
    return list(dict.fromkeys(found))[:MOST]


def may_be_here(entity: str, document: str, chosen: set[str], register: Register) -> bool:
    """Answer whether an entity may be chosen in an article: bound ones only in their own."""
    if entity in chosen or not register.is_bound(entity):
        return True
    return register.home(entity) == document


def _read_here(
    attribution: Attribution, document: str, draft: Draft, register: Register
) -> list[tuple[Attribution, tuple[str, ...]]]:
    """Return the article's other attributions with entities, those before in front, near first."""
    order = {sentence.id: place for place, sentence in enumerate(draft.sentences)}
    place = order.get(attribution.sentence, 0)

    def distance(other: Attribution) -> tuple[bool, int]:
        there = order.get(other.sentence, 0)
        return there > place, abs(place - there)

    others = [
        each
        for each in draft.attributions.values()
        if each.source.entities and each.id != attribution.id
    ]
    return [
        (each, resolve_entities(each, document, register)) for each in sorted(others, key=distance)
    ]


def _find_last(
    attribution: Attribution, here: Sequence[tuple[Attribution, tuple[str, ...]]]
) -> list[str]:
    """Return who spoke last, for a subject that is understood; nobody for other sources."""
    if attribution.source.realization != "pro_drop":
        return []
    return [*here[0][1]] if here else []


def _match(words: str, chosen: set[str], register: Register) -> list[str]:
    """Return entities by how a name of theirs meets the words: as a whole, within, as a part."""
    whole = list(register.by_name.get(words, ()))
    own = _split(words)
    within: list[tuple[int, str]] = []
    part: list[str] = []
    for name, ids in _iter_alike(own, register):
        if _contains(own, name):
            within += [(-len(name), each) for each in ids]
        elif _contains(name, own):
            part += ids
    part = list(dict.fromkeys(part))
    if len(part) > _VAGUE:
        part = [each for each in part if each in chosen]
    ranked = [each for _, each in sorted(within, key=lambda pair: (pair[0], pair[1] not in chosen))]
    return [*sorted(whole, key=lambda each: each not in chosen), *ranked, *part]


def _iter_alike(
    words: Sequence[str], register: Register
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Give the names that share a word with `words`, as words, with the entities they name."""
    index = index_names(register)
    seen: dict[tuple[str, ...], tuple[str, ...]] = {}
    for word in words:
        seen |= index.get(word, {})
    yield from seen.items()


_Index = Mapping[str, Mapping[tuple[str, ...], tuple[str, ...]]]
_known: tuple[Register, _Index] | None = None


def index_names(register: Register) -> _Index:
    """Return the names of a register by each of their words; kept for the last one asked of."""
    global _known  # noqa: PLW0603 (one register is in use at a time, and it is cheap to make anew)
    if _known is not None and _known[0] is register:
        return _known[1]
    index: dict[str, dict[tuple[str, ...], tuple[str, ...]]] = {}
    for name, ids in register.by_name.items():
        words = _split(name)
        for word in words:
            known = index.setdefault(word, {})
            known[words] = tuple(dict.fromkeys((*known.get(words, ()), *ids)))
    _known = (register, index)
    return index


def _split(name: str) -> tuple[str, ...]:
    """Return folded words, without the article and with hamza however it is carried."""
    return tuple(map(_strip, name.translate(_LETTERS).split()))


def _strip(word: str) -> str:
    is_defined = word.startswith(_ARTICLE) and len(word) >= _SHORTEST
    return word.removeprefix(_ARTICLE) if is_defined else word


def _contains(words: Sequence[str], name: Sequence[str]) -> bool:
    """Answer whether `name` stands in `words` as words one after the other."""
    starts = range(len(words) - len(name) + 1)
    return bool(name) and any(words[at : at + len(name)] == name for at in starts)
