"""Sentences with known answers: which of gold serve, and which of them a round is made of."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from workbench.exchange import split_record
from workbench.model import Annotation, Attribution, Claim, Record, Sentence, Span

NOTHING = "nothing"
"""What a sentence without a claim teaches, beside the stances."""


class KnownAnswer(NamedTuple):
    """A sentence of gold that can be answered by itself, and what it teaches: stances."""

    document: str
    annotation: Annotation
    teaches: frozenset[str]

    @property
    def place(self) -> tuple[str, str]:
        """The document and the sentence."""
        return self.document, self.annotation.sentence


def iter_known(record: Record) -> Iterator[KnownAnswer]:
    """Yield the sentences of a record of gold that serve.

    Those are done, not flagged, nobody was unsure of them, and all that is said of them stands in
    the sentence itself: what a learner marks elsewhere could not be compared.
    """
    boilerplate = [(s.start, s.end) for s in record.segments if s.kind == "boilerplate"]
    homes = {claim.id: claim.sentence for claim in record.claims}
    homes |= {attribution.id: attribution.sentence for attribution in record.attributions}
    outside = {
        home
        for each in record.attributions
        for target in each.targets
        for home in (each.sentence, homes[target])
        if homes[target] != each.sentence
    }
    answers = split_record(record)
    for sentence in record.sentences:
        annotation = answers[sentence.id]
        is_article = not any(start <= sentence.start < end for start, end in boilerplate)
        serves = annotation.status == "done" and not annotation.flagged
        if serves and is_article and sentence.id not in outside and _stands(annotation, sentence):
            stances = {each.stance for each in annotation.attributions if each.stance}
            teaches = stances if annotation.claims else {NOTHING}
            yield KnownAnswer(record.document.id, annotation, frozenset(teaches))


def _stands(annotation: Annotation, sentence: Sentence) -> bool:
    items: list[Claim | Attribution] = [*annotation.claims, *annotation.attributions]
    if any(item.unsure for item in items) or (annotation.attributions and not annotation.claims):
        return False
    spans = [span for item in items for span in _spans(item)]
    has_words = all(claim.spans for claim in annotation.claims)
    return has_words and all(
        sentence.start <= span.start and span.end <= sentence.end for span in spans
    )


def _spans(item: Claim | Attribution) -> tuple[Span, ...]:
    if isinstance(item, Claim):
        return item.spans
    return (*item.source.spans, *(item.cue or ()), *item.anchor)


def choose_known(known: Iterable[KnownAnswer], size: int, seed: int) -> list[KnownAnswer]:
    """Return the sentences of round `seed`: every stance, one without a claim, then others.

    Rounds come in a row: one takes sentences that those before it have not, while there are any.
    The same gold gives the same rounds to everybody.
    """
    everything = sorted(known, key=lambda each: each.place)
    used: set[tuple[str, str]] = set()
    chosen: list[KnownAnswer] = []
    for number in range(seed + 1):
        chosen = _choose(everything, size, number, used)
        used |= {each.place for each in chosen}
        if len(used) == len(everything):
            used = set()  # all have been had: from here they come again
    return sorted(chosen, key=lambda each: each.place)


def _choose(
    everything: Sequence[KnownAnswer], size: int, seed: int, used: Collection[tuple[str, str]]
) -> list[KnownAnswer]:
    order = list(everything)
    random.Random(seed).shuffle(order)  # noqa: S311 (which sentences, not a secret)
    order.sort(key=lambda each: each.place in used)
    counts = Counter(label for each in order for label in each.teaches)
    chosen: list[KnownAnswer] = []
    # The rarest first: what teaches two things is then taken once.
    for label in sorted(counts, key=lambda label: (counts[label], label)):
        if len(chosen) < size and not any(label in each.teaches for each in chosen):
            chosen.append(next(each for each in order if label in each.teaches))
    rest = [each for each in order if each not in chosen and NOTHING not in each.teaches]
    return [*chosen, *rest][:size]


def name_set(chosen: Iterable[KnownAnswer]) -> str:
    """Return a short name of a set: the same sentences have the same one."""
    text = "\n".join("\t".join(each.place) for each in chosen)
    return sha256(text.encode()).hexdigest()[:12]
