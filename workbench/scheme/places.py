"""Which sentence things belong to: claims, attributions, decisions; and the warnings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from workbench.scheme.form import UNREADABLE, Problems
from workbench.scheme.links import Leaves
from workbench.scheme.violations import Problem, show_text

Find = Callable[[int], str | None]


class Places:
    """The sentences of one record, by id and by offset (invariant 13)."""

    def __init__(self, record: Any, problems: Problems) -> None:
        self._record = record
        self._problems = problems
        self._sentences = {
            sentence.id: sentence
            for sentence in record.sentences
            if UNREADABLE not in (sentence.id, sentence.start, sentence.end)
        }
        # With a sentence that cannot be read, nobody can say what is missing.
        self._is_complete = len(self._sentences) == len(record.sentences) > 0
        self._has_sentences = record.sentences is not UNREADABLE

    def check_sentence(self, named: Any, spans: Any, at: str, what: str) -> None:
        """Check that `named` is the sentence that the first of `spans` starts in, if any."""
        first: Any = spans[0] if spans else UNREADABLE
        sentence = self._sentences.get(named)
        if sentence is None:
            self._check_missing(named, at)
        elif first is UNREADABLE or first.start < 0:
            return
        elif not sentence.start <= first.start < sentence.end:
            right = self._find(first.start)
            expected = "a sentence" if right is None else show_text(right)
            expected = f"{expected}, in which {what} starts"
            self._problems.append(Problem(f"{at}/sentence", expected, show_text(named)))

    def is_outside(self, named: Any, span: Any) -> bool:
        """Answer whether `span` starts outside the sentence `named`."""
        sentence = self._sentences.get(named)
        if sentence is None or span is UNREADABLE:
            return False
        return not sentence.start <= span.start < sentence.end

    def check_decisions(self) -> None:
        """Check that each sentence has one decision, in order, and is decided on in gold."""
        decisions, sentences = self._record.decisions, self._record.sentences
        if UNREADABLE in (decisions, sentences):
            return
        if [each.sentence for each in decisions] != [each.id for each in sentences]:
            self._check_pairs(decisions, [each.id for each in sentences])
        if self._record.provenance.layer == "gold":
            items = (*self._record.claims, *self._record.attributions)
            used = {item.sentence for item in items}
            for index, decision in enumerate(decisions):
                if decision.status == "open" and decision.sentence in used:
                    expected = '"done" | "skipped" in gold, since the sentence has annotations'
                    self._problems.append(Problem(f"/decisions/{index}/status", expected, '"open"'))

    def _check_pairs(self, decisions: Any, order: list[Any]) -> None:
        known = {name for name in order if name is not UNREADABLE}
        seen: Counter[str] = Counter()
        for index, decision in enumerate(decisions):
            name, at = decision.sentence, f"/decisions/{index}/sentence"
            if name is UNREADABLE:
                continue
            if name not in known:
                self._check_missing(name, f"/decisions/{index}")
            elif seen[name]:
                got = f"another for {show_text(name)}"
                self._problems.append(Problem(at, "one decision a sentence", got))
            seen[name] += 1
        if any(each.sentence is UNREADABLE for each in decisions):
            return
        lacking = [name for name in order if name in known and not seen[name]]
        for name in lacking:
            expected = f"a decision for sentence {show_text(name)}"
            self._problems.append(Problem("/decisions", expected, "none"))
        if len(decisions) == len(order) == len(known) and not lacking:
            self._check_order(decisions, order)

    def _check_order(self, decisions: Any, order: list[Any]) -> None:
        for index, (decision, name) in enumerate(zip(decisions, order, strict=True)):
            if decision.sentence != name:
                expected = f"{show_text(name)}, as in the order of the sentences"
                got = show_text(decision.sentence)
                self._problems.append(Problem(f"/decisions/{index}/sentence", expected, got))
                return

    def _check_missing(self, named: Any, at: str) -> None:
        if named is not UNREADABLE and self._has_sentences and not self._is_known(named):
            got = show_text(named)
            self._problems.append(Problem(f"{at}/sentence", "the id of a sentence", got))

    def _is_known(self, named: str) -> bool:
        if not self._is_complete:
            return any(each.id in (named, UNREADABLE) for each in self._record.sentences)
        return named in self._sentences

    def _find(self, offset: int) -> str | None:
        for sentence in self._sentences.values():
            if sentence.start <= offset < sentence.end:
                return str(sentence.id)
        return None


def warn(record: Any, leaves: Leaves, places: Places, problems: Problems) -> None:
    """Append the warnings: what is valid, and a mistake more often than not."""
    plates = [
        each
        for each in record.segments
        if each.kind == "boilerplate" and UNREADABLE not in (each.start, each.end)
    ]
    spans_of = {claim.id: claim.spans for claim in record.claims}
    for index, claim in enumerate(record.claims):
        if plates and _overlaps(claim.spans, plates):
            expected = "a claim outside boilerplate"
            _warn(problems, f"/claims/{index}/spans", expected, "one in a boilerplate segment")
    for index, attribution in enumerate(record.attributions):
        at, source = f"/attributions/{index}", attribution.source.spans
        for number, cue in enumerate(attribution.cue or ()):
            here = f"{at}/cue/{number}"
            if _overlaps((cue,), source):
                _warn(problems, here, "a cue outside its source", "one that overlaps it")
            for leaf in leaves.get(index, ()):
                if _overlaps((cue,), spans_of[leaf]):
                    got = f"one that overlaps {show_text(leaf)}"
                    _warn(problems, here, "a cue outside its claim", got)
        for number, span in enumerate(source):
            if places.is_outside(attribution.sentence, span):
                got = "one in another"
                expected = "a source in the attribution's sentence"
                _warn(problems, f"{at}/source/spans/{number}", expected, got)


def _warn(problems: Problems, at: str, expected: str, got: str) -> None:
    problems.append(Problem(at, expected, got, is_warning=True))


def _overlaps(spans: Any, others: Any) -> bool:
    return any(
        span.start < other.end and other.start < span.end
        for span in spans
        if span is not UNREADABLE
        for other in others
        if other is not UNREADABLE
    )
