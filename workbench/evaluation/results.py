"""What an evaluation says: frozen, and plain data on demand."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec

from workbench.evaluation.scores import Prf, Share


class Result(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The base of all results: immutable and compared by value."""

    def as_json(self) -> dict[str, Any]:
        """Return the result as plain data, keys in the order of its fields."""
        data: dict[str, Any] = msgspec.to_builtins(self)
        return data


class Interval(Result, frozen=True):
    """The bounds of a percentile interval, each in [0, 1]."""

    low: Share
    high: Share


class Score(Result, frozen=True):
    """Precision, recall and F1 of counts: over all documents, and their mean over documents.

    `matched`, `gold` and `predicted` are the counts of the whole set; half a pair counts 0.5.
    `macro` is the mean over the documents where a value is defined. `interval` is that of `f1`.
    """

    matched: float
    gold: float
    predicted: float
    precision: Share | None
    recall: Share | None
    f1: Share | None
    macro: Prf
    interval: Interval | None


class ClassScore(Result, frozen=True):
    """One class: `support` gold items, how many were predicted as it, and its scores."""

    label: str
    support: int
    predicted: int
    precision: Share | None
    recall: Share | None
    f1: Share | None


class Cell(Result, frozen=True):
    """One cell of a confusion matrix; `predicted` is ``None`` where there was no prediction."""

    gold: str
    predicted: str | None
    count: int


class Majority(Result, frozen=True):
    """What always answering the most frequent gold class would score."""

    label: str
    accuracy: Share
    macro_f1: Share


class ClassScores(Result, frozen=True):
    """Scores of a classification.

    `macro_f1` is the mean F1 of all classes with gold support, `macro_f1_supported` of those with a
    support of 5 and more, `macro_documents` the mean of `macro_f1` over documents. `confusion`
    lists the cells that are not 0.
    """

    support: int
    accuracy: Share | None
    macro_f1: Share | None
    macro_f1_supported: Share | None
    macro_documents: Share | None
    interval: Interval | None
    majority: Majority | None
    classes: tuple[ClassScore, ...]
    confusion: tuple[Cell, ...]


class SpanScores(Result, frozen=True):
    """The scores of one role."""

    strict: Score
    partial: Score
    character: Score


class AttributionScores(Result, frozen=True):
    """The scores of whole attributions."""

    strict: Score
    lenient: Score


class SourceScores(Result, frozen=True):
    """Attributions that match leniently, by the case of their source."""

    explicit: Score
    pro_drop: Score
    implicit: Score
    other_sentence: Score


class NestingScores(Result, frozen=True):
    """Attributions of attributions."""

    parent_edge: Score
    whole_chain: Score


class ClusterScore(Result, frozen=True):
    """One measure of clusters; over the whole set, because clusters run across documents."""

    precision: Share | None
    recall: Share | None
    f1: Share | None
    interval: Interval | None


class PartitionScores(Result, frozen=True):
    """The measures of one pair of partitions, with how many mentions and clusters they have."""

    gold_mentions: int
    gold_clusters: int
    predicted_mentions: int
    predicted_clusters: int
    b_cubed: ClusterScore
    ceaf_e: ClusterScore
    lea: ClusterScore


class ClusterScores(Result, frozen=True):
    """The measures of clusters, with singletons and without."""

    with_singletons: PartitionScores
    without_singletons: PartitionScores


class DocumentScores(Result, frozen=True):
    """One document: F1 by the name of a score, macro-F1 where it is a classification."""

    document: str
    missing: bool
    scores: dict[str, Share | None]


class Extent(Result, frozen=True):
    """What was scored.

    `dropped` counts predicted items in sentences that gold leaves open; `unsure` items are scored
    like all others.
    """

    documents: int
    missing: tuple[str, ...]
    extra: tuple[str, ...]
    sentences: int
    open_sentences: int
    gold_claims: int
    gold_attributions: int
    gold_unsure: int
    predicted_claims: int
    predicted_attributions: int
    predicted_unsure: int
    dropped: int


class Resampling(Result, frozen=True):
    """How the intervals were made: percentile bootstrap over documents.

    `indicative` is true for fewer than 20 documents. With fewer than 6 there are no intervals:
    `resamples` is 0. CEAFe takes fewer in a large set, and none in a huge one: `ceaf_e_resamples`.
    """

    level: float
    resamples: int
    ceaf_e_resamples: int
    seed: int
    indicative: bool


class Evaluation(Result, frozen=True):
    """The scores of one system against gold, level by level; ``None`` is undefined (0/0)."""

    system: str
    scheme: str
    scheme_version: str
    extent: Extent
    resampling: Resampling
    segments: ClassScores | None
    has_claim: Score
    claim: SpanScores
    source: SpanScores
    cue: SpanScores
    attribution: AttributionScores
    source_cases: SourceScores
    nesting: NestingScores
    stance: ClassScores
    triples: Score
    factbank: ClassScores | None
    clusters: ClusterScores
    documents: tuple[DocumentScores, ...]


class Difference(Result, frozen=True):
    """One score of two systems.

    `p_value` is that of a paired approximate randomisation test, two-sided; ``None`` where a score
    is undefined.
    """

    score: str
    first: Share | None
    second: Share | None
    difference: Annotated[float, msgspec.Meta(ge=-1, le=1)] | None
    p_value: Share | None


class Comparison(Result, frozen=True):
    """Two systems on the same gold."""

    first: str
    second: str
    shuffles: int
    seed: int
    differences: tuple[Difference, ...]


class AnchorFailure(Result, frozen=True):
    """A line that could not be used: its number (from 1), and why."""

    line: int
    document: str | None
    role: str | None
    quote: str | None
    reason: str


class Anchoring(Result, frozen=True):
    """How the quotes of a file of triples were found in their documents.

    `exact`, `folded` and `nearest` count quotes: found as they are, found in folded form, and found
    several times and settled by the sentence that the line names. `given` had offsets.
    """

    lines: int
    used: int
    given: int
    exact: int
    folded: int
    nearest: int
    failures: tuple[AnchorFailure, ...]


class Report(Result, frozen=True):
    """What ``workbench evaluate --json`` prints.

    `second` and `comparison` are there with a second prediction; `anchoring` holds one entry for
    each prediction that came as triples; `baselines` are asked for.
    """

    evaluation: Evaluation
    second: Evaluation | None
    comparison: Comparison | None
    baselines: tuple[Evaluation, ...]
    anchoring: tuple[Anchoring, ...]
    warnings: tuple[str, ...]
