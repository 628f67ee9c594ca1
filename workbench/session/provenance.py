"""Who made gold, and whose version each of its fields is: read from the rulings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from workbench.model import Provenance
from workbench.session.bench import MARK
from workbench.store import StoredRule

_KIND = "decision"


def find_decisions(rules: Iterable[StoredRule]) -> dict[str, StoredRule]:
    """Return the ruling with which each sentence was decided, as far as it stands."""
    found: dict[str, StoredRule] = {}
    for stored in rules:
        rule = stored.rule
        if rule.item == f"{_KIND}:{rule.sentence}":
            found.pop(rule.sentence, None)
            if rule.content is not None and rule.content.get("status") != "open":
                found[rule.sentence] = stored
    return found


def find_adjudicators(rules: Iterable[StoredRule]) -> dict[str, str | None]:
    """Return who decided each sentence in gold; None where all agreed and nobody had to."""
    return {each: stored.rule.adjudicator for each, stored in find_decisions(rules).items()}


def add_adjudication(known: Provenance, rules: Iterable[StoredRule]) -> Provenance:
    """Return the provenance of a document's gold with those whose answers were compared.

    The adjudicator is the one who decided most sentences, by name where several did as many; where
    nobody had to, it is as it was known before.
    """
    decisions = find_decisions(rules)
    people = {name for each in decisions.values() for name in _answered(each.rule.content)}
    counts = Counter(each.rule.adjudicator for each in decisions.values())
    del counts[None]
    names = sorted(counts, key=lambda name: (-counts[name], str(name)))
    return msgspec.structs.replace(
        known,
        annotators=tuple(sorted({*known.annotators, *people})),
        adjudicator=names[0] if names else known.adjudicator,
    )


def _answered(content: Mapping[str, Any] | None) -> list[str]:
    found = (content or {}).get("answered", [])
    return [str(each) for each in found] if MARK in (content or {}) else []
