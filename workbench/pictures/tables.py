"""The numbers behind each picture, counted from records."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.model import Attribution, Record, Span
from workbench.text import fold_key

SPAN_ROLES = ("claim", "source", "cue")


@dataclass(frozen=True)
class Table:
    """Counts by row and column, or values where a cell may be undefined (``None``)."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[float | None, ...], ...]

    def column(self, name: str) -> list[float]:
        """Return one column, with 0 for what is undefined."""
        place = self.columns.index(name)
        return [line[place] or 0.0 for line in self.cells]


def count_stances_by_source(
    records: Iterable[Record],
    stances: Sequence[str],
    names: Mapping[str, str],
    realizations: Mapping[str, str],
    top: int,
) -> Table:
    """Return how often each source takes each stance, the most frequent source first.

    A source is the entity that it is linked to, else what is written, in folded form. Sources that
    are not written are told apart by their realization. An entity without a name is called by the
    words that stand for it most often, else by its id.

    Parameters
    ----------
    names
        What the entities are called, by id.
    realizations
        What the realizations are called.
    top
        How many sources have a row of their own; the others share the last one.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for attribution in _iter_attributions(records):
        for key, shown in _name_sources(attribution, names, realizations):
            counts[key][attribution.stance or ""] += 1
            if shown:
                spellings[key][shown] += 1
    names_of = {key: _choose(spellings[key]) or key for key in counts}
    order = sorted(counts, key=lambda key: (-counts[key].total(), names_of[key]))
    rows = [(names_of[key], counts[key]) for key in order[:top]]
    rest = order[top:]
    if rest:
        rows.append((f"{len(rest)} others", sum((counts[key] for key in rest), Counter())))
    return _build(rows, stances)


def count_sources_by_kind(
    records: Iterable[Record], kinds: Mapping[str, str], realizations: Sequence[str]
) -> Table:
    """Return how often the source is of each kind of entity, by realization.

    Parameters
    ----------
    kinds
        The kinds of the entities, by id. An attribution of several entities counts for each kind
        once; one without any has the kind ``not linked``.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for attribution in _iter_attributions(records):
        linked = {kinds.get(entity, "unknown") for entity in attribution.source.entities}
        for kind in sorted(linked) or ["not linked"]:
            counts[kind][attribution.source.realization or ""] += 1
    order = sorted(counts, key=lambda kind: (-counts[kind].total(), kind))
    return _build([(kind, counts[kind]) for kind in order], realizations)


def count_labels(
    records: Iterable[Record], stances: Sequence[str], certainties: Sequence[str]
) -> Table:
    """Return how often each stance was chosen, by certainty; ``none`` where it takes no one."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for attribution in _iter_attributions(records):
        counts[attribution.stance or ""][attribution.certainty or "none"] += 1
    return _build([(stance, counts[stance]) for stance in stances], [*certainties, "none"])


def measure_spans(records: Iterable[Record]) -> dict[str, list[int]]:
    """Return the lengths of all marked spans in words (by white space), by role.

    The fragments of one claim, source or cue are added up.
    """
    lengths: dict[str, list[int]] = {role: [] for role in SPAN_ROLES}
    for record in records:
        for claim in record.claims:
            _measure(lengths["claim"], claim.spans)
        for attribution in record.attributions:
            _measure(lengths["source"], attribution.source.spans)
            _measure(lengths["cue"], attribution.cue or ())
    return lengths


def build_confusion(
    cells: Iterable[tuple[str, str | None, int]], labels: Sequence[str], *, with_none: bool = False
) -> Table:
    """Return a confusion matrix: gold by row, prediction by column, in the order of `labels`.

    Labels without any count have no row or column; ``none`` is a prediction that is missing.

    Parameters
    ----------
    with_none
        Whether what is missing has a row as well as a column.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for gold, predicted, count in cells:
        counts[gold, predicted or "none"] += count
    used = {label for pair in counts for label in pair}
    shown = [*(label for label in labels if label in used), *sorted(used.difference(labels))]
    columns = sorted(shown, key=lambda label: label == "none")
    rows = [label for label in columns if with_none or label != "none"]
    return Table(
        tuple(rows),
        tuple(columns),
        tuple(tuple(counts[row, column] for column in columns) for row in rows),
    )


def mirror(cells: Iterable[tuple[str, str, int]]) -> Iterator[tuple[str, str, int]]:
    """Yield counts of pairs without an order from either side; what is equal is there once."""
    for first, second, count in cells:
        yield first, second, count
        if first != second:
            yield second, first, count


def average_by_day(
    points: Iterable[tuple[str, str, float | None, int]], names: Sequence[str]
) -> Table:
    """Return the means of values by day, in the order of days.

    Parameters
    ----------
    points
        Day (ISO 8601), name, value and weight. What is undefined (``None``) is left out.
    """
    sums: dict[tuple[str, str], tuple[float, int]] = defaultdict(lambda: (0.0, 0))
    for day, name, value, weight in points:
        if value is not None and weight > 0:
            total, weights = sums[day, name]
            sums[day, name] = total + value * weight, weights + weight
    days = sorted({day for day, _ in sums})
    means = {key: total / weights for key, (total, weights) in sums.items()}
    lines = tuple(tuple(means.get((day, name)) for name in names) for day in days)
    return Table(tuple(days), tuple(names), lines)


def _build(rows: Sequence[tuple[str, Counter[str]]], columns: Sequence[str]) -> Table:
    cells = tuple(tuple(counts[column] for column in columns) for _, counts in rows)
    return Table(tuple(name for name, _ in rows), tuple(columns), cells)


def _iter_attributions(records: Iterable[Record]) -> Iterator[Attribution]:
    for record in records:
        yield from record.attributions


def _name_sources(
    attribution: Attribution, names: Mapping[str, str], realizations: Mapping[str, str]
) -> list[tuple[str, str]]:
    """Return a key for each source of an attribution, and how it is written (empty: not here)."""
    source = attribution.source
    words = " ".join(" ".join(span.text for span in source.spans).split())
    if source.entities:
        # Words that stand for several entities name none of them.
        own = words if len(source.entities) == 1 else ""
        return [(each, names.get(each, own)) for each in source.entities]
    if words:
        return [(f"words {fold_key(words)}", words)]
    realization = source.realization or ""
    return [(f"kind {realization}", f"({realizations.get(realization, realization)})")]


def _choose(spellings: Counter[str]) -> str:
    """Return the most frequent spelling, of equally frequent ones the first by code points."""
    return min(spellings, key=lambda each: (-spellings[each], each), default="")


def _measure(lengths: list[int], spans: Sequence[Span]) -> None:
    if spans:
        lengths.append(sum(len(span.text.split()) for span in spans))
