"""Two systems that a real one should beat: cue words by rule, and always the majority stance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from workbench.evaluation.cues import CueSystem
from workbench.model import Provenance, Record

CUE_WORDS = "system:cue-words"
MAJORITY = "system:majority-stance"


def predict_cue_words(gold: Iterable[Record]) -> list[Record]:
    """Return what a lexicon of cue words and a few rules find in the documents of `gold`.

    Only documents, sentences and segments are read, never an answer. The records say nothing of
    segments or clusters.
    """
    system = CueSystem()
    return [_as_system(system.predict(record), CUE_WORDS) for record in gold]


def predict_majority(gold: Iterable[Record]) -> list[Record]:
    """Return gold with every stance replaced by the one that is most frequent in it.

    The certainty is the most frequent one of that stance. Spans, sources and links stay gold's, so
    that only the scores of stances mean something: it is their floor. Of stances that are equally
    frequent the first in alphabetical order is taken.
    """
    records = list(gold)
    counts = Counter(
        (attribution.stance or "", attribution.certainty or "")
        for record in records
        for attribution in record.attributions
    )
    stances: Counter[str] = Counter()
    for (stance, _), count in counts.items():
        stances[stance] += count
    if not stances:
        return [_as_system(record, MAJORITY) for record in records]
    stance = min(stances, key=lambda each: (-stances[each], each))
    certainty = min(
        (each for each in counts if each[0] == stance), key=lambda each: (-counts[each], each)
    )[1]
    return [
        _as_system(
            msgspec.structs.replace(
                record,
                attributions=tuple(
                    msgspec.structs.replace(each, stance=stance, certainty=certainty or None)
                    for each in record.attributions
                ),
            ),
            MAJORITY,
        )
        for record in records
    ]


def _as_system(record: Record, layer: str) -> Record:
    given = record.provenance
    provenance = Provenance(layer, (), None, None, given.scheme, given.scheme_version)
    return msgspec.structs.replace(record, provenance=provenance)
