"""What one edit works on: a draft of its own, the focus, the scheme, and the operation's key.

The functions of `marking`, `values`, `deciding` and `pointing` each take a `Desk` and change it.
Nothing there saves: the session does, and throws the desk away where that fails. Ids of new items
come from the operation's key, so that a repeated operation makes the same ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from workbench.errors import UsageError
from workbench.model import Annotation, Attribution, Claim
from workbench.scheme import Scheme
from workbench.session.bench import Bench
from workbench.session.draft import Draft
from workbench.session.elsewhere import Elsewhere
from workbench.session.focus import Armed, Focus, arm_next
from workbench.session.offers import Offers
from workbench.session.wording import refusal
from workbench.store import Rule, Verdict

_ID = re.compile(r"[A-Za-z0-9_.:-]{1,64}")

Role = Literal["claim", "source", "cue", "anchor"]


@dataclass
class Desk:
    """What one operation works on: a draft of its own, the focus, the scheme, and its key.

    `offers` is what is suggested, `verdicts` what the operation says of it; `bench` what annotators
    answered, where gold is adjudicated, and `rules` what the operation rules on it; `elsewhere`
    what is said in other articles.
    """

    draft: Draft
    focus: Focus
    scheme: Scheme
    key: str
    offers: Offers = field(default_factory=lambda: Offers(""))
    verdicts: list[Verdict] = field(default_factory=list)
    bench: Bench | None = None
    rules: list[Rule] = field(default_factory=list)
    elsewhere: Elsewhere | None = None

    def new_id(self, letter: str) -> str:
        """Return the id of the one item of a kind that this operation may make."""
        return f"{letter}{self.key[:16]}"

    def is_free(self, item_id: str) -> bool:
        """Answer whether a new item may have this id."""
        sentences = {each.id for each in self.draft.sentences}
        used = {*self.draft.claims, *self.draft.attributions, *sentences}
        return item_id not in used and _ID.fullmatch(item_id) is not None

    def changes(self) -> dict[str, Annotation]:
        """Return what to save: what came out different, and each sentence with a verdict."""
        changes = self.draft.changes()
        sentences = [*(v.sentence for v in self.verdicts), *(r.sentence for r in self.rules)]
        if self.elsewhere is not None:
            sentences += self.elsewhere.list_kept()
        for sentence in sentences:
            changes.setdefault(sentence, self.draft.saved(sentence))
        return changes

    def use_bench(self) -> Bench:
        """Return what annotators answered, with all that the operation has ruled so far."""
        if self.bench is None:
            raise refusal("not_adjudicating")
        return self.bench.after(self.rules)

    def use_elsewhere(self) -> Elsewhere:
        """Return what the layer says in other articles."""
        if self.elsewhere is None:
            raise UsageError("Expected an operation that knows the other articles, got another.")
        return self.elsewhere

    def merge_answers(self, sentences: Iterable[str]) -> None:
        """Bring gold up to what is agreed and ruled now, in `sentences` whatever their decision."""
        self.use_bench().apply(self.draft, sentences)

    def features(self, on: Literal["claims", "attributions"]) -> dict[str, str | None]:
        """Return the features that a new item carries, all unset."""
        return {feature.name: None for feature in self.scheme.features_on(on)}

    def show(
        self,
        card: str | None = None,
        attribution: str | None = None,
        armed: Armed | None = None,
    ) -> None:
        """Move the focus within the sentence."""
        self.focus = Focus(self.focus.sentence, card, attribution, armed)

    def go_to(self, sentence: str) -> None:
        """Put a sentence of the document in focus, with nothing on it, unless it is already."""
        if sentence != self.focus.sentence:
            self.focus = Focus(sentence)

    def show_attribution(self, attribution_id: str) -> None:
        """Put an attribution in focus, with the card of its claim, and arm its next empty slot."""
        given = self.scheme.relay_stance if self._relays(attribution_id) else None
        armed = arm_next(self.draft, attribution_id, given)
        self.show(find_card(self.draft, attribution_id), attribution_id, armed)

    def _relays(self, attribution_id: str) -> bool:
        targets = self.draft.attribution(attribution_id).targets
        return any(each in self.draft.attributions for each in targets)

    def target_attribution(self, attribution_id: str | None) -> Attribution:
        """Return the attribution that an operation is about: named, armed, or in focus."""
        armed = self.focus.armed.attribution if self.focus.armed else None
        found = attribution_id or armed or self.focus.attribution or _only_one(self)
        if found is None:
            raise refusal("no_attribution")
        return self.draft.attribution(found)

    def target_item(self, item_id: str | None) -> Claim | Attribution:
        """Return the item that an operation is about: named, or in focus."""
        found = item_id or self.focus.attribution or self.focus.card
        if found is None:
            raise refusal("no_card")
        return self.draft.item(found)


def find_card(draft: Draft, attribution_id: str) -> str | None:
    """Return the first claim that the chain of an attribution ends in."""
    seen: set[str] = set()
    stack = [attribution_id]
    while stack:
        node = stack.pop()
        if node in draft.claims:
            return node
        if node in draft.attributions and node not in seen:
            seen.add(node)
            stack.extend(reversed(draft.attributions[node].targets))
    return None


def _only_one(desk: Desk) -> str | None:
    parents = desk.draft.parents(desk.focus.card) if desk.focus.card else []
    return parents[0].id if len(parents) == 1 else None
