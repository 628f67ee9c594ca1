"""Edits that answer suggestions: taken into the annotator's own layer, or refused."""

from __future__ import annotations

import msgspec

from workbench.model import Attribution, Claim, Status
from workbench.session.desk import Desk, find_card
from workbench.session.focus import Armed, Focus
from workbench.session.offers import Look, Offer, arrange, find_dependents
from workbench.session.wording import refusal


def take(desk: Desk, suggestion: str | None = None, *, change: bool = False) -> None:
    """Copy a suggestion into the annotator's layer, with what it needs.

    A claim brings the attributions that speak of it, an attribution the claims and attributions
    that its chain goes through. What the annotator says already is used, not copied. With `change`
    the new card takes the focus, ready to be changed; otherwise the next suggestion does.
    """
    look = _look(desk, suggestion)
    chosen = _find_chosen(desk, look, suggestion)
    wanted = _spread(look, chosen, down=isinstance(chosen.item, Claim))
    own = dict(look.own)
    for number, offer in enumerate(wanted):
        own[offer.id] = _copy(desk, offer, own, number)
        desk.verdicts.append(desk.offers.say(offer.id, "taken", own[offer.id]))
    following = _find_next(desk, chosen, look)
    if change or following is None:
        _show_taken(desk, own[chosen.id], arm=change)
    else:
        desk.focus = Focus(desk.focus.sentence, suggestion=following)


def refuse(desk: Desk, suggestion: str | None = None) -> None:
    """Remember that a suggestion is not wanted, and with it what speaks of it."""
    look = _look(desk, suggestion)
    chosen = _find_chosen(desk, look, suggestion)
    wanted = find_dependents(look, chosen.id)
    desk.verdicts += [desk.offers.say(each.id, "refused") for each in wanted]
    desk.focus = Focus(desk.focus.sentence, suggestion=_find_next(desk, chosen, look))


def note_decision(desk: Desk, status: Status) -> None:
    """Keep what a decision says of the suggestions that were neither taken nor refused."""
    sentence = desk.focus.sentence
    if status == "open" or desk.draft.decision(sentence).status == status:
        return
    held = desk.offers.is_held(desk.draft, sentence)
    look = desk.offers.look(desk.draft, [sentence])
    for offer in desk.offers.near([sentence]):
        said = desk.offers.said(offer.id)
        if offer.item.sentence != sentence or said in ("taken", "refused"):
            continue
        if held:
            desk.verdicts.append(desk.offers.say(offer.id, "held"))
        elif offer.id in look.own and said != "matched":
            desk.verdicts.append(desk.offers.say(offer.id, "matched", look.own[offer.id]))
        elif offer.id in look.visible and said != "ignored":
            desk.verdicts.append(desk.offers.say(offer.id, "ignored"))


def _look(desk: Desk, suggestion: str | None) -> Look:
    """Return how the offers stand in the sentence in focus, and in that of a suggestion."""
    named = desk.offers.by_id.get(suggestion or "")
    return desk.offers.look(
        desk.draft, {desk.focus.sentence, named.item.sentence if named else desk.focus.sentence}
    )


def _find_chosen(desk: Desk, look: Look, suggestion: str | None) -> Offer:
    name = suggestion or desk.focus.suggestion
    if name is None:
        raise refusal("no_suggestion")
    if name not in look.visible:
        raise refusal("suggestion_answered", subject=name)
    return look.visible[name]


def _spread(look: Look, chosen: Offer, *, down: bool) -> list[Offer]:
    """Return what is taken with an offer, what is needed first: `down` says its dependents too."""
    wanted = {each.id for each in find_dependents(look, chosen.id)} if down else {chosen.id}
    waiting = list(wanted)
    while waiting:
        offer = look.visible[waiting.pop()]
        needs = offer.item.targets if isinstance(offer.item, Attribution) else ()
        new = {each for each in needs if each in look.visible} - wanted
        wanted |= new
        waiting.extend(new)
    return [each for each in look.visible.values() if each.id in wanted]


def _copy(desk: Desk, offer: Offer, own: dict[str, str], number: int) -> str:
    item = offer.item
    new_id = _choose_id(desk, item.id, "c" if isinstance(item, Claim) else "a", number)
    if isinstance(item, Claim):
        desk.draft.put(msgspec.structs.replace(item, id=new_id))
    else:
        targets = tuple(dict.fromkeys(own[each] for each in item.targets))
        desk.draft.put(msgspec.structs.replace(item, id=new_id, targets=targets))
    return new_id


def _choose_id(desk: Desk, wanted: str, letter: str, number: int) -> str:
    """Return the id that the system gave where it is free, else one of the operation's."""
    if desk.is_free(wanted):
        return wanted
    return f"{desk.new_id(letter)}.{number}"


def _find_next(desk: Desk, chosen: Offer, before: Look) -> str | None:
    """Return the suggestion after `chosen` that still waits, else the first one, if any."""
    sentence = desk.focus.sentence
    left = arrange(desk.offers.after(desk.verdicts).look(desk.draft, [sentence]), sentence)
    stops = list(arrange(before, sentence))
    at = stops.index(chosen.id) if chosen.id in stops else -1
    return next((each for each in [*stops[at + 1 :], *stops] if each in left), None)


def _show_taken(desk: Desk, own_id: str, *, arm: bool) -> None:
    """Put the card of what was taken in focus; `arm` its source, so that it can be changed."""
    if own_id in desk.draft.attributions:
        desk.show_attribution(own_id)
        attribution = own_id
    else:
        parents = desk.draft.parents(own_id)
        waits = desk.draft.voiced()[own_id].voice is None
        desk.show(own_id, None, Armed("source", claim=own_id) if waits else None)
        attribution = parents[0].id if parents else ""
    if arm and attribution:
        card = find_card(desk.draft, attribution)
        desk.show(card, attribution, Armed("source", attribution=attribution))
