"""What suggestions change: sentences decided with them in view, against those decided without."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from statistics import median
from typing import TYPE_CHECKING, Any, Literal

from workbench.model.record import Frozen

if TYPE_CHECKING:
    import pandas as pd

    from workbench.store import HistoryRow, Store, StoredVerdict, Verdict

Json = dict[str, Any]
Condition = Literal["with", "without"]

DECIDED = ("done", "skipped")
ANSWERS = ("taken", "changed", "refused", "ignored", "matched")


class SentenceInfluence(Frozen, frozen=True):
    """One sentence for which something was suggested, as its annotator first decided it.

    `condition` says whether the suggestions were in view. `suggested` counts them, `answered` what
    the annotator said then, and `same` what both say. `taken` to `matched` count what has become
    of the suggestions until now; `active_s` are the seconds of work until the first decision.
    """

    layer: str
    document: str
    sentence: str
    condition: Condition
    suggested: int
    answered: int
    same: int
    taken: int
    changed: int
    refused: int
    ignored: int
    matched: int
    active_s: float


class ConditionInfluence(Frozen, frozen=True):
    """All sentences of one annotator in one condition.

    `agreement` is the Dice coefficient of what was suggested and what was answered, 0 to 1, over
    all sentences together; ``None`` where there is neither. `median_active_s` is for a sentence.
    """

    layer: str
    condition: Condition
    sentences: int
    suggested: int
    taken: int
    changed: int
    refused: int
    ignored: int
    matched: int
    agreement: float | None
    median_active_s: float | None


class InfluenceReport(Frozen, frozen=True):
    """What suggestions changed, by annotator and condition; `sentences` has the single ones."""

    conditions: tuple[ConditionInfluence, ...]
    sentences: tuple[SentenceInfluence, ...]

    def frame(self) -> pd.DataFrame:
        """Return a row for each sentence that was decided and had suggestions."""
        import pandas as pd

        columns = list(SentenceInfluence.__struct_fields__)
        rows = [[getattr(each, name) for name in columns] for each in self.sentences]
        return pd.DataFrame(rows, columns=columns)

    def __str__(self) -> str:
        """Return a line for each annotator and condition."""
        return "\n".join(map(_describe, self.conditions)) or "Nothing was decided with suggestions."

    def _repr_html_(self) -> str:
        """Return a table for a notebook; names are text, never HTML."""
        if not self.conditions:
            return f"<p>{escape(str(self))}</p>"
        names = ConditionInfluence.__struct_fields__
        head = "".join(f"<th>{escape(name.replace('_', ' '))}</th>" for name in names)
        rows = "".join(
            "<tr>" + "".join(f"<td>{_show(getattr(each, name))}</td>" for name in names) + "</tr>"
            for each in self.conditions
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def compute_influence(store: Store, layers: Iterable[str]) -> InfluenceReport:
    """Return how sentences were decided with suggestions in view, and how without.

    A sentence counts from its first decision on, and only where something was suggested for it;
    those decided before there were suggestions are left out.
    """
    sentences = tuple(each for layer in layers for each in _compute_layer(store, layer))
    names = dict.fromkeys((each.layer, each.condition) for each in sentences)
    return InfluenceReport(
        tuple(
            _sum_up([each for each in sentences if (each.layer, each.condition) == name])
            for name in sorted(names)
        ),
        sentences,
    )


def _compute_layer(store: Store, layer: str) -> list[SentenceInfluence]:
    verdicts: dict[tuple[str, str], list[StoredVerdict]] = {}
    for each in store.verdicts(layer):
        verdicts.setdefault((each.verdict.document, each.verdict.sentence), []).append(each)
    if not verdicts:
        return []
    revisions: dict[tuple[str, str], list[HistoryRow]] = {}
    for row in store.history(layer):
        if (row.document, row.sentence) in verdicts:
            revisions.setdefault((row.document, row.sentence), []).append(row)
    # What was taken may have moved to another sentence since.
    now = {
        item["id"]: item
        for document in {document for document, _ in verdicts}
        for item in _iter_items(store, layer, document)
    }
    found = (_compute_sentence(verdicts[name], revisions[name], now) for name in verdicts)
    return [each for each in found if each is not None]


def _iter_items(store: Store, layer: str, document: str) -> list[Json]:
    import msgspec

    stored = store.get_annotations(document, layer).values()
    contents = [msgspec.to_builtins(each.annotation) for each in stored]
    return [item for content in contents for item in _items(content)]


def _compute_sentence(
    verdicts: Sequence[StoredVerdict], revisions: Sequence[HistoryRow], now: Mapping[str, Json]
) -> SentenceInfluence | None:
    first = verdicts[0]
    decided = next((each for each in revisions if each.content["status"] in DECIDED), None)
    if decided is None or decided.revision < first.revision:
        return None
    condition: Condition = "without" if first.verdict.verdict == "held" else "with"
    # Undone verdicts say so themselves: the newest of each suggestion counts.
    newest = {each.verdict.item: each.verdict for each in verdicts}
    known = [each for each in verdicts if each.revision <= decided.revision]
    suggested = [*{each.verdict.item: each.verdict.content for each in known}.values()]
    answered = _items(decided.content)
    counts = Counter(_name_answer(each, now.get(each.own or "")) for each in newest.values())
    same = Counter(map(_describe_item, suggested)) & Counter(map(_describe_item, answered))
    times = [each.active_s or 0.0 for each in revisions if each.revision <= decided.revision]
    return SentenceInfluence(
        first.layer,
        first.verdict.document,
        first.verdict.sentence,
        condition,
        suggested=len(suggested),
        answered=len(answered),
        same=same.total(),
        active_s=round(sum(times), 3),
        **{name: counts[name] for name in ANSWERS},
    )


def _name_answer(said: Verdict, own: Json | None) -> str:
    """Return what became of a suggestion: taken as it was, or taken and changed (or deleted)."""
    if said.verdict != "taken":
        return said.verdict
    kept = own is not None and _describe_item(own) == _describe_item(said.content)
    return "taken" if kept else "changed"


def _items(content: Mapping[str, Any]) -> list[Json]:
    return [*content["claims"], *content["attributions"]]


def _describe_item(item: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return what an item says without its links: words, kind of source, stance, certainty."""
    if "source" not in item:
        return (_places(item["spans"]), None if item["spans"] else item["proposition"])
    return (
        _places(item["source"]["spans"]),
        item["source"]["realization"],
        _places(item["cue"]),
        item["stance"],
        item["certainty"],
    )


def _places(spans: Iterable[Mapping[str, Any]] | None) -> tuple[tuple[int, int], ...]:
    return tuple((span["start"], span["end"]) for span in spans or ())


def _sum_up(sentences: Sequence[SentenceInfluence]) -> ConditionInfluence:
    both = sum(each.suggested + each.answered for each in sentences)
    return ConditionInfluence(
        sentences[0].layer,
        sentences[0].condition,
        len(sentences),
        sum(each.suggested for each in sentences),
        agreement=2 * sum(each.same for each in sentences) / both if both else None,
        median_active_s=median(each.active_s for each in sentences),
        **{name: sum(getattr(each, name) for each in sentences) for name in ANSWERS},
    )


def _describe(each: ConditionInfluence) -> str:
    answers = ", ".join(f"{getattr(each, name):,} {name}" for name in ANSWERS)
    return (
        f"{each.layer}, {each.condition} suggestions in view: {each.sentences:,} sentences, "
        f"{each.suggested:,} suggestions ({answers}); agreement {_show(each.agreement)}, "
        f"median {_show(each.median_active_s)} s."
    )


def _show(value: object) -> str:
    if value is None:
        return "–"
    return f"{value:.2f}" if isinstance(value, float) else escape(str(value))
