"""What `bench_editor` has entered, how it is compared, and the hand that counts what it does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from workbench.model import Attribution, Claim, Record, Span, load_record
from workbench.scheme import Scheme

GOLD = Path(__file__).resolve().parents[1] / "exports" / "sample-gold.jsonl"
COUNT = 20

Said = tuple[Any, ...]
"""One attribution by what it says: no ids, so that two editors can be compared."""

# Where the letters from `start` to `end` of `root` begin and end; `<br>` is one letter.
PLACE = """async (root, {start, end}) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
  let at = 0, first, last;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeName === 'BR') at += 1;
    if (node.nodeType !== Node.TEXT_NODE) continue;
    if (start >= at && start < at + node.length) first = [node, start - at];
    if (end > at && end <= at + node.length) last = [node, end - 1 - at];
    at += node.length;
  }
  const edge = ([node, index], isFirst) => {
    const range = document.createRange();
    let box;
    for (let letter = index; !box; letter += isFirst ? 1 : -1) {  // a vowel sign has no width
      range.setStart(node, letter);
      range.setEnd(node, letter + 1);
      box = [...range.getClientRects()].find(each => each.width > 0);
    }
    const toTheRight = /[0-9A-Za-z]/.test(node.data[index]);
    return {x: isFirst === toTheRight ? box.left + .5 : box.right - .5,
      y: (box.top + box.bottom) / 2, middle: (box.left + box.right) / 2};
  };
  const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
  const isHidden = ({x, y}) => !root.contains(document.elementFromPoint(x, y));
  if (isHidden(edge(first, true)) || isHidden(edge(last, false))) {
    first[0].parentElement.scrollIntoView({block: 'center'});
    await frame();  // rows that come into sight take their real height
    await frame();
  }
  return {from: edge(first, true), to: edge(last, false)};
}"""


@dataclass
class Hand:
    """A mouse and a keyboard that count: one for a key, a chord, a click, a drag."""

    page: Page
    events: Counter[str] = field(default_factory=Counter)

    def press(self, key: str) -> None:
        """Press a key, or a chord such as ``Shift+3``."""
        self.page.keyboard.press(key)
        self.events["keys"] += 1

    def click(self, place: Mapping[str, Any], *, holding: str | None = None) -> None:
        """Click the first letter of a place."""
        with self._holding([holding] if holding else []):
            self.page.mouse.click(place["from"]["middle"], place["from"]["y"])
        self.events["clicks"] += 1

    def drag(self, place: Mapping[str, Any], *, holding: Sequence[str] = ()) -> None:
        """Drag from the beginning of a place to its end."""
        with self._holding(holding):
            self._drag(place)
        self.events["drags"] += 1

    def _drag(self, place: Mapping[str, Any]) -> None:
        mouse, start, end = self.page.mouse, place["from"], place["to"]
        mouse.move(start["x"], start["y"])
        mouse.down()
        mouse.move((start["x"] + end["x"]) / 2, (start["y"] + end["y"]) / 2, steps=2)
        mouse.move(end["x"], end["y"], steps=4)
        mouse.up()

    @contextmanager
    def _holding(self, modifiers: Sequence[str]) -> Iterator[None]:
        for each in modifiers:
            self.page.keyboard.down(each)
        yield
        for each in modifiers:
            self.page.keyboard.up(each)

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.events.values())


@dataclass(frozen=True)
class Task:
    """The attributions to enter, a relay after what it relays, and the claims that they reach."""

    record: Record
    attributions: tuple[Attribution, ...]
    claims: Mapping[str, Claim]

    def new_claims(self, attribution: Attribution, entered: Iterable[str]) -> list[Claim]:
        """Return the claims that `attribution` is the first to speak of."""
        return [
            self.claims[each]
            for each in attribution.targets
            if each in self.claims and each not in entered
        ]


def choose_task() -> Task:
    """Return the first attributions of the sample gold, in the order in which they stand there.

    They are all in the first article: relays, second sources, split cues and claims, anchors,
    understood subjects, the writer's own doubt, claims of other sentences.
    """
    with GOLD.open(encoding="utf-8") as lines:
        record = load_record(next(lines))
    attributions = record.attributions[:COUNT]
    assert len(attributions) == COUNT, "the first article has too few attributions"
    claims = {claim.id: claim for claim in record.claims}
    reached = {each: claims[each] for a in attributions for each in a.targets if each in claims}
    relays = {a.id for a in attributions if not set(a.targets) <= set(reached)}
    order = {sentence.id: number for number, sentence in enumerate(record.sentences)}
    inside_out = sorted(attributions, key=lambda each: (order[each.sentence], each.id in relays))
    return Task(record, tuple(inside_out), reached)


def list_said(
    claims: Iterable[Claim], attributions: Sequence[Attribution], scheme: Scheme
) -> list[Said]:
    """Return what the attributions say, in an order of its own.

    A certainty that nobody gave is the default of the stance: an editor without defaults is not
    asked for more keys than one with them.
    """
    spans = {claim.id: _offsets(claim.spans) for claim in claims}
    by_id = {each.id: each for each in attributions}
    defaults = {stance.value: stance.default_certainty for stance in scheme.stances}

    def say(attribution: Attribution) -> Said:
        source = attribution.source
        targets = [
            spans[each] if each in spans else say(by_id[each]) for each in attribution.targets
        ]
        return (
            _offsets(source.spans) or source.realization,
            _offsets(attribution.cue or ()),
            _offsets(attribution.anchor),
            attribution.stance,
            attribution.certainty or defaults.get(attribution.stance or ""),
            tuple(sorted(map(repr, targets))),
        )

    return sorted(map(say, attributions), key=repr)


def _offsets(spans: Iterable[Span]) -> tuple[tuple[int, int], ...]:
    return tuple((span.start, span.end) for span in spans)
