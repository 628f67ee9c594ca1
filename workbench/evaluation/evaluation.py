"""A system scored against gold, level by level, and two systems compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench.evaluation.alignment import align_answers
from workbench.evaluation.answers import Answer, Grid, build_answer
from workbench.evaluation.counting import (
    BOILERPLATE,
    CLASSIFIED,
    CONTENT,
    COUNTED,
    DocumentCounts,
    classify_segments,
    count_document,
)
from workbench.evaluation.levels import ALL, build_class_scores, build_score, build_spans
from workbench.evaluation.mentions import Mentions, count_ceaf_resamples, score_clusters
from workbench.evaluation.pairing import Paired, pair_records
from workbench.evaluation.resampling import (
    FEW_DOCUMENTS,
    LEVEL,
    RESAMPLES,
    SEED,
    SHUFFLES,
    TOO_FEW_DOCUMENTS,
    compute_intervals,
    compute_p_values,
)
from workbench.evaluation.results import (
    AttributionScores,
    ClassScores,
    Comparison,
    Difference,
    DocumentScores,
    Evaluation,
    Extent,
    Interval,
    NestingScores,
    Resampling,
    Score,
    SourceScores,
)
from workbench.evaluation.scores import as_number
from workbench.evaluation.tables import Table, build_table, join_tables
from workbench.model import Record
from workbench.scheme import Scheme


def evaluate(
    gold: Iterable[Record],
    pred: Iterable[Record],
    scheme: Scheme,
    *,
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> Evaluation:
    """Score `pred` against `gold`.

    Parameters
    ----------
    gold, pred
        Records, one for each document, in any order. Gold's decisions decide what is scored.
    scheme
        The scheme of gold: its stances are the classes, its map gives the FactBank codes.
    resamples
        How many bootstrap resamples the intervals take; 0 for none.
    seed
        Where the random numbers start; the same seed gives the same intervals.

    Raises
    ------
    UsageError
        Gold is empty, or a side has two records of one document.
    InputError
        A document has another text on each side.
    RecordError
        A record whose spans or targets are broken.
    """
    counted = _count(pair_records(gold, pred), scheme)
    return _score(counted, scheme, resamples, seed)


def compare(
    gold: Iterable[Record],
    first: Iterable[Record],
    second: Iterable[Record],
    scheme: Scheme,
    *,
    shuffles: int = SHUFFLES,
    seed: int = SEED,
) -> Comparison:
    """Compare two systems on the same gold by paired approximate randomisation.

    All scores that add up over documents are compared. Those of clusters are not: a cluster runs
    across documents, so that documents of two systems cannot be exchanged.
    """
    golds = list(gold)
    left = _count(pair_records(golds, first), scheme)
    right = _count(pair_records(golds, second), scheme)
    tables = join_tables(left.table, right.table)
    names = [name for name in ALL if left.is_scored(name) and right.is_scored(name)]
    p_values = compute_p_values(*tables, names, shuffles, seed)
    return Comparison(
        left.paired.system,
        right.paired.system,
        shuffles,
        seed,
        tuple(_compare_one(name, *tables, p_values) for name in names),
    )


@dataclass(frozen=True)
class _Counted:
    paired: Paired
    table: Table
    mentions: Mentions
    extent: Extent

    def is_scored(self, name: str) -> bool:
        """Answer whether a score says anything: segments that nobody predicts do not."""
        if name == "factbank":
            return bool(self.table.labels["factbank"])
        present = [pred for _, pred in self.paired.records if pred is not None]
        return name != "segments" or not present or any(pred.segments for pred in present)


def _count(paired: Paired, scheme: Scheme) -> _Counted:
    documents: list[DocumentCounts] = []
    mentions = Mentions()
    sizes: Counter[str] = Counter()
    for number, (gold, pred) in enumerate(paired.records):
        grid = Grid(gold)
        left = build_answer(gold, grid)
        right = build_answer(pred, grid) if pred is not None else Answer()
        alignment = align_answers(left, right)
        counts = count_document(left, right, alignment, grid, scheme)
        counts.classes["segments"] = classify_segments(gold, pred)
        mentions.add(number, left, right, alignment)
        sizes.update(_measure(grid, left, right))
        documents.append(counts)
    extent = Extent(len(documents), paired.missing, paired.extra, **sizes)
    return _Counted(paired, build_table(documents, _find_labels(scheme)), mentions, extent)


def _find_labels(scheme: Scheme) -> dict[str, Sequence[str]]:
    rules = [rule for stance in scheme.stances for rule in stance.certainties]
    return {
        "segments": (CONTENT, BOILERPLATE),
        "stance": tuple(stance.value for stance in scheme.stances),
        "factbank": tuple(dict.fromkeys(rule.factbank for rule in rules if rule.factbank)),
    }


def _measure(grid: Grid, gold: Answer, pred: Answer) -> dict[str, int]:
    """Return what one document adds to the extent."""
    return {
        "sentences": len(grid.starts) - len(grid.open),
        "open_sentences": len(grid.open),
        "gold_claims": len(gold.claims),
        "gold_attributions": len(gold.attributions),
        "gold_unsure": gold.unsure,
        "predicted_claims": len(pred.claims),
        "predicted_attributions": len(pred.attributions),
        "predicted_unsure": pred.unsure,
        "dropped": pred.dropped,
    }


def _score(counted: _Counted, scheme: Scheme, resamples: int, seed: int) -> Evaluation:
    table, documents = counted.table, counted.extent.documents
    if documents < TOO_FEW_DOCUMENTS:
        resamples = 0
    ceaf_resamples = count_ceaf_resamples(counted.mentions, resamples)
    intervals: Mapping[str, Interval | None] = compute_intervals(table, ALL, resamples, seed)

    def score(name: str) -> Score:
        return build_score(table, name, intervals.get(name))

    def classes(name: str) -> ClassScores:
        return build_class_scores(table, name, intervals.get(name))

    return Evaluation(
        system=counted.paired.system,
        scheme=scheme.name,
        scheme_version=scheme.version,
        extent=counted.extent,
        resampling=Resampling(
            LEVEL, resamples, ceaf_resamples, seed, indicative=documents < FEW_DOCUMENTS
        ),
        segments=classes("segments") if counted.is_scored("segments") else None,
        has_claim=score("has_claim"),
        claim=build_spans(table, "claim", intervals),
        source=build_spans(table, "source", intervals),
        cue=build_spans(table, "cue", intervals),
        attribution=AttributionScores(score("attribution.strict"), score("attribution.lenient")),
        source_cases=SourceScores(
            score("source.case.explicit"),
            score("source.case.pro_drop"),
            score("source.case.implicit"),
            score("source.case.other_sentence"),
        ),
        nesting=NestingScores(score("nesting.parent_edge"), score("nesting.whole_chain")),
        stance=classes("stance"),
        triples=score("triples"),
        factbank=classes("factbank") if counted.is_scored("factbank") else None,
        clusters=score_clusters(counted.mentions, documents, resamples, seed),
        documents=_score_documents(counted),
    )


def _score_documents(counted: _Counted) -> tuple[DocumentScores, ...]:
    columns = {
        name: counted.table.compute(name)
        for name in (*COUNTED, *CLASSIFIED)
        if counted.is_scored(name)
    }
    return tuple(
        DocumentScores(
            gold.document.id,
            pred is None,
            {name: as_number(values[row]) for name, values in columns.items()},
        )
        for row, (gold, pred) in enumerate(counted.paired.records)
    )


def _compare_one(
    name: str, first: Table, second: Table, p_values: Mapping[str, float | None]
) -> Difference:
    left = as_number(first.compute(name, first.values.sum(axis=0)))
    right = as_number(second.compute(name, second.values.sum(axis=0)))
    difference = None if left is None or right is None else right - left
    return Difference(name, left, right, difference, p_values[name])
