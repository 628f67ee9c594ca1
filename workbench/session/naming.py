"""Saying who a source is: by its words where they stand in the sentence, else by who is meant."""

from __future__ import annotations

import msgspec

from workbench.errors import EditError
from workbench.model import Attribution, Source, Span
from workbench.session.desk import Desk
from workbench.session.marking import give_source
from workbench.session.wording import refusal
from workbench.text import fold


def name_source(desk: Desk, text: str, item_id: str | None = None) -> None:
    """Say who the source in focus is.

    An empty source becomes the words of the sentence that say `text`, letters compared folded;
    where there are none it is one that is understood from before. Who is meant by a source that has
    words of its own, or none here, is kept as the entities of the named attribution, or else in
    words as its note.

    Parameters
    ----------
    item_id
        The attribution of this article whose source is meant.
    """
    name = " ".join(text.split())
    if not name:
        raise refusal("no_name")
    known = desk.draft.attributions.get(item_id or "")
    attribution = _find_attribution(desk)
    if attribution is None or attribution.source.realization is None:
        spans = _find_words(desk, name)
        give_source(desk, Source(spans, "explicit" if spans else "pro_drop"))
        attribution = desk.draft.attributions.get(desk.focus.attribution or "")
        if spans or attribution is None:
            return
    _identify(desk, attribution, name, known)


def _find_attribution(desk: Desk) -> Attribution | None:
    armed = desk.focus.armed
    if armed and armed.slot == "source" and armed.claim and not armed.attribution:
        return None
    found = (armed.attribution if armed else None) or desk.focus.attribution
    if found is None and not (desk.focus.card or armed):
        raise refusal("no_claim")
    return desk.draft.attributions.get(found or "")


def _find_words(desk: Desk, name: str) -> tuple[Span, ...]:
    """Return the first place in the sentence in focus where `name` stands as whole words."""
    sentence = next(each for each in desk.draft.sentences if each.id == desk.focus.sentence)
    words = desk.draft.text[sentence.start : sentence.end]
    for start, end in fold(words).iter_matches(name):
        before, after = words[start - 1 : start], words[end : end + 1]
        if before.isalnum() or after.isalnum():
            continue
        span = Span(sentence.start + start, sentence.start + end, words[start:end])
        try:
            return desk.draft.check_spans([span])
        except EditError:
            continue
    return ()


def _identify(desk: Desk, attribution: Attribution, name: str, known: Attribution | None) -> None:
    entities = known.source.entities if known else ()
    if entities:
        source = msgspec.structs.replace(attribution.source, entities=entities)
        desk.draft.update(attribution.id, source=source)
    elif name not in (attribution.note or ""):
        note = f"{attribution.note}\n{name}" if attribution.note else name
        desk.draft.update(attribution.id, note=note)
