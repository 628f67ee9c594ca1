"""A stance against the one that its cue usually has."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from workbench.curation.finding import Finding, shorten
from workbench.curation.reading import Page
from workbench.model import Attribution, Record

OTHERS = 4
"""How many other attributions a cue needs before it has a usual stance."""
USUAL = 0.8
"""The share of the others from which a stance is the usual one."""

Key = tuple[tuple[str, ...], bool]


def find_unusual_stances(pages: Sequence[Page]) -> Iterator[Finding]:
    """Yield the attributions whose stance differs from that of nearly all others with their cue.

    A relay is compared with relays only: the same verb reports there and affirms elsewhere.
    """
    uses: dict[Key, list[tuple[Page, Attribution]]] = defaultdict(list)
    for page in pages:
        for attribution, key in _iter_cues(page, page.record):
            uses[key].append((page, attribution))
    for key in sorted(uses):
        counts = Counter(attribution.stance for _, attribution in uses[key])
        for page, attribution in uses[key]:
            finding = _judge(page, attribution, counts)
            if finding is not None:
                yield finding


def _iter_cues(page: Page, record: Record) -> Iterator[tuple[Attribution, Key]]:
    attributions = {each.id for each in record.attributions}
    for each in record.attributions:
        words = page.find_keys(each.cue or ())
        if words and each.stance is not None:
            yield each, (words, not attributions.isdisjoint(each.targets))


def _judge(page: Page, attribution: Attribution, counts: Counter[str | None]) -> Finding | None:
    others = counts - Counter([attribution.stance])
    total = others.total()
    # Of stances that are equally frequent none is usual, so that ties do not matter.
    usual, count = max(others.items(), key=lambda each: each[1], default=("", 0))
    if total < OTHERS or count < USUAL * total or usual == attribution.stance:
        return None
    cue = shorten(" … ".join(span.text for span in attribution.cue or ()))
    return Finding(
        "stance",
        page.layer,
        page.document,
        attribution.sentence,
        (attribution.id,),
        f"«{cue}» is {attribution.stance} here and {usual} in {count} of {total} other places.",
        round(count / (total + 1), 3),
    )
