"""An annotator whose speed or whose labels are out of line with the others'.

Robust statistics: medians and the median absolute deviation, which one odd value does not move
(Iglewicz and Hoaglin, "How to detect and handle outliers", 1993), and log odds with a half added to
each count (Haldane 1956), which few values cannot drive to infinity.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from workbench.curation.finding import Finding
from workbench.curation.reading import Page

FEW, ENOUGH = 5, 20
"""Under `FEW` values of a person nothing is said; under `ENOUGH` the finding says how few."""
TIMES = 3.0
"""How many times as fast, or as often, is out of line."""
DEVIATIONS = 3.5
_NORMAL = 1.4826  # the standard deviation of a normal distribution, in median absolute deviations

Key = tuple[str, str]


@dataclass(frozen=True)
class Worker:
    """What one annotator did.

    Attributes
    ----------
    layer
        Whose work it is.
    pace
        Characters of a sentence for each second of work on it, by document and sentence; only
        where the work was timed.
    labels
        The labels given in each sentence that is done: ``claim`` or ``no claim``, and each stance.
    """

    layer: str
    pace: Mapping[Key, float]
    labels: Mapping[Key, Sequence[str]]


def build_worker(layer: str, pages: Iterable[Page], seconds: Mapping[Key, float]) -> Worker:
    """Return what an annotator did, from the records and the seconds of work on each sentence."""
    pace: dict[Key, float] = {}
    labels: dict[Key, list[str]] = {}
    for page in pages:
        for sentence in page.record.sentences:
            key = page.document, sentence.id
            if sentence.id in page.done:
                labels[key] = ["no claim"]
                if seconds.get(key, 0) > 0:
                    pace[key] = (sentence.end - sentence.start) / seconds[key]
        for claim in page.record.claims:
            if claim.sentence in page.done:
                labels[page.document, claim.sentence][0] = "claim"
        for each in page.record.attributions:
            if each.sentence in page.done and each.stance:
                labels[page.document, each.sentence].append(each.stance)
    return Worker(layer, pace, labels)


def find_odd_paces(workers: Sequence[Worker]) -> Iterator[Finding]:
    """Yield the annotators who are far faster or slower than the others."""
    for worker in workers:
        others = [each for each in workers if each is not worker and len(each.pace) >= FEW]
        if len(worker.pace) >= FEW and others:
            finding = _judge_pace(worker, others)
            if finding is not None:
                yield finding


def _judge_pace(worker: Worker, others: Sequence[Worker]) -> Finding | None:
    logs = [math.log(value) for value in worker.pace.values()]
    rest = [math.log(value) for other in others for value in other.pace.values()]
    middle = median(rest)
    spread = _NORMAL * median(abs(value - middle) for value in rest)
    difference = median(logs) - middle
    # The spread of single sentences: a person's median has to lie outside of what they do.
    if abs(difference) < math.log(TIMES) or abs(difference) * math.sqrt(len(logs)) < (
        DEVIATIONS * spread
    ):
        return None
    word = "faster" if difference > 0 else "slower"
    pick = max if difference > 0 else min
    key = pick(sorted(worker.pace), key=lambda each: worker.pace[each])
    why = (
        f"Works {math.exp(abs(difference)):.1f} times {word} than the others, by the median of "
        f"{len(logs)} timed sentences{_warn(len(logs), len(rest))}; this is the extreme one."
    )
    return _tell("pace", worker, key, why, difference)


def find_odd_labels(workers: Sequence[Worker]) -> Iterator[Finding]:
    """Yield the annotators who give a label far more or less often than the others.

    Where a person shares `ENOUGH` sentences with the others, only those are compared: articles
    differ in what they hold.
    """
    for worker in workers:
        shared, others = _choose_sentences(worker, workers)
        own = Counter(label for key in shared for label in worker.labels[key])
        rest = Counter(label for labels in others for label in labels)
        for label in sorted(own | rest):
            kinds = ("claim", "no claim")
            group = kinds if label in kinds else sorted((own | rest).keys() - set(kinds))
            if label != "no claim":  # the other side of `claim`
                counts = [own[label], sum(own[each] for each in group)]
                counts += [rest[label], sum(rest[each] for each in group)]
                finding = _judge_label(worker, shared, label, counts)
                if finding is not None:
                    yield finding


def _choose_sentences(
    worker: Worker, workers: Sequence[Worker]
) -> tuple[list[Key], list[Sequence[str]]]:
    """Return the person's sentences to compare, and the labels that others gave."""
    others = [each for each in workers if each is not worker]
    shared = [key for key in sorted(worker.labels) if any(key in each.labels for each in others)]
    if len(shared) >= ENOUGH:
        return shared, [each.labels[key] for each in others for key in shared if key in each.labels]
    labels = [labels for each in others for labels in each.labels.values()]
    return sorted(worker.labels), labels


def _judge_label(
    worker: Worker, keys: Sequence[Key], label: str, counts: Sequence[int]
) -> Finding | None:
    own, total, rest, rest_total = counts
    if total < FEW or rest_total < FEW:
        return None
    cells = [own + 0.5, total - own + 0.5, rest + 0.5, rest_total - rest + 0.5]
    odds = math.log(cells[0] * cells[3] / (cells[1] * cells[2]))
    error = math.sqrt(sum(1 / cell for cell in cells))
    if abs(odds) < math.log(TIMES) or abs(odds) < DEVIATIONS * error:
        return None
    word = "more" if odds > 0 else "less"
    has = [key for key in keys if (label in worker.labels[key]) == (odds > 0)]
    what = "finds a claim" if label == "claim" else f"chooses {label}"
    why = (
        f"This annotator {what} {word} often than the others: {own} of {total} times, they "
        f"{rest} of {rest_total}{_warn(total, rest_total)}; this is one of the sentences."
    )
    return _tell("labels", worker, (has or list(keys))[0], why, odds)


def _warn(own: int, rest: int) -> str:
    return " (few: only a hint)" if min(own, rest) < ENOUGH else ""


def _tell(kind: str, worker: Worker, key: Key, why: str, size: float) -> Finding:
    document, sentence = key
    score = round(1 - math.exp(-abs(size) / 2), 3)
    return Finding(kind, worker.layer, document, sentence, (), why, score)
