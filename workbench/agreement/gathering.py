"""One walk over all documents that collects what every coefficient is computed from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from workbench.agreement.claims import FoundClaims
from workbench.agreement.continuum import Stretch
from workbench.agreement.features import Features
from workbench.agreement.pairs import (
    COUNTED,
    KINDS,
    ROLES,
    Common,
    PairCounts,
    compare_sides,
)
from workbench.agreement.reading import Held, Together
from workbench.agreement.relations import Relations
from workbench.agreement.tables import PairTable, Ratings
from workbench.agreement.units import Name, Unit, iter_units
from workbench.evaluation.mentions import Mention, Mentions
from workbench.model import Link
from workbench.scheme import Scheme

NOTHING = "none"
"""Stands for an attribution that an annotator has not."""

CLAIM_LABELS = ("claim", "no claim")
NO_DIFFERENCES = (0,) * len(KINDS)


@dataclass(slots=True)
class PairData:
    """What two annotators have in common, over all documents.

    `mentions` are claims in their clusters; `entities` the attributions that both found, each in
    the cluster of its source.
    """

    documents: int = 0
    sentences: int = 0
    stretches: dict[str, list[Stretch]] = field(
        default_factory=lambda: {role: [] for role in ROLES}
    )
    mentions: Mentions = field(default_factory=Mentions)
    entities: Mentions = field(default_factory=Mentions)


@dataclass(slots=True)
class Gathered:
    """Everything that the coefficients are computed from.

    `differences` counts each of `KINDS` by (document's number, sentence's place).
    """

    documents: Sequence[Together]
    pairs: Sequence[tuple[int, int]]
    pair_data: Sequence[PairData]
    table: PairTable
    has_claim: Ratings
    stance: Ratings
    stance_or_none: Ratings
    certainty: Ratings
    features: Features
    relations: Relations
    differences: dict[tuple[int, int], tuple[int, ...]] = field(default_factory=dict)

    @property
    def needs_claims(self) -> bool:
        """Answer whether anything is computed from which claims are one."""
        return self.features.is_on("claims") or self.relations.is_present


def gather(
    documents: Sequence[Together],
    layers: int,
    scheme: Scheme,
    links: Mapping[int, Sequence[Link]],
) -> Gathered:
    """Return what the coefficients of `documents` are computed from; `links` are by layer."""
    pairs = [
        pair
        for pair in combinations(range(layers), 2)
        if any(document.find_common(*pair) for document in documents)
    ]
    stances = [stance.value for stance in scheme.stances]
    certainties = [label.value for label in scheme.certainty_labels]
    features = Features(scheme, layers)
    gathered = Gathered(
        documents,
        pairs,
        [PairData() for _ in pairs],
        PairTable((*COUNTED, *features.counted)),
        has_claim=Ratings(CLAIM_LABELS, layers),
        stance=Ratings(stances, layers),
        stance_or_none=Ratings([*stances, NOTHING], layers, nothing=NOTHING),
        # The scheme lists the surest first; the distance is the same in either direction.
        certainty=Ratings(certainties, layers, "ordinal"),
        features=features,
        relations=Relations(links, pairs, layers),
    )
    for document in documents:
        _add_sentences(gathered, document)
        _add_document(gathered, document)
        document.forget()
    gathered.relations.finish()
    return gathered


def _add_sentences(gathered: Gathered, document: Together) -> None:
    claims = {layer: document.find_claims(layer) for layer in document.done}
    for place in range(len(document.sentences)):
        values = {
            layer: CLAIM_LABELS[place not in claims[layer]]
            for layer, done in document.done.items()
            if place in done
        }
        gathered.has_claim.add(document.number, values)


def _add_document(gathered: Gathered, document: Together) -> None:
    held: dict[Name, Held] = {}
    found: list[Common] = []
    claims = FoundClaims()
    for number, (first, second) in enumerate(gathered.pairs):
        common = document.find_common(first, second)
        if not common:
            continue
        left, right = document.build_side(first, common), document.build_side(second, common)
        counts, alignment = compare_sides(left, right)
        for side in (left, right):
            held.update({(side.layer, each.id): each for each in side.attributions})
        found.extend(counts.common)
        shared = claims.add(left, right, alignment) if gathered.needs_claims else ()
        gathered.relations.add_pair(number, document.number, document.id, claims)
        sources = [(one.said, other.said) for one, other in counts.matched]
        counts.counts.update(gathered.features.count(shared, sources))
        gathered.table.add(document.number, number, counts.counts)
        data = gathered.pair_data[number]
        data.documents += 1
        data.sentences += len(common)
        data.mentions.add(document.number, left.answer, right.answer, alignment)
        _add_entities(data.entities, document.number, counts)
        _add_units(data, document, counts)
        for place, kinds in counts.differences.items():
            known = gathered.differences.get((document.number, place), NO_DIFFERENCES)
            sums = tuple(old + kinds[kind] for old, kind in zip(known, KINDS, strict=True))
            gathered.differences[document.number, place] = sums
    for unit in iter_units(document, held, found):
        _add_ratings(gathered, document.number, unit)
        gathered.features.add(
            "attributions", document.number, {n: each.said for n, each in unit.found.items()}
        )
    for group in claims.group():
        gathered.features.add("claims", document.number, group)
    gathered.relations.add_units(document.number, document.id, claims)


def _add_entities(mentions: Mentions, document: int, counts: PairCounts) -> None:
    """Add the attributions that both found; sources of the same entities are one cluster."""
    for pair in counts.matched:
        name = len(mentions.gold)
        for side, held in zip((mentions.gold, mentions.pred), pair, strict=True):
            entities = " ".join(sorted(held.said.source.entities))
            side.append(Mention(name, document, entities or None))


def _add_units(data: PairData, document: Together, counts: PairCounts) -> None:
    for role, (first, second) in counts.units.items():
        data.stretches[role].append(Stretch(document.number, document.length, first, second))


def _add_ratings(gathered: Gathered, document: int, unit: Unit) -> None:
    stances = {layer: held.item.stance for layer, held in unit.found.items()}
    gathered.stance.add(document, stances)
    gathered.stance_or_none.add(document, {**stances, **dict.fromkeys(unit.absent, NOTHING)})
    certainties = {
        layer: held.item.certainty for layer, held in unit.found.items() if held.item.certainty
    }
    gathered.certainty.add(document, certainties)
