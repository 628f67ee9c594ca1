"""How gold came to what it says of pairs of claims: the lines of an export."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from workbench.curation.adjudication import ANNOTATOR
from workbench.curation.adjudication.linking import Pair, Said
from workbench.model import ClaimRef, make_link
from workbench.session.adjudicating import GOLD, Adjudicating
from workbench.session.bench import LINK
from workbench.session.sheet import Sheet
from workbench.store import Store

Json = dict[str, Any]

_HOW = {"agreed": "agreed", "implied": "implied", "open": "late"}


def iter_link_lines(store: Store, judge: Adjudicating, sheet: Sheet) -> Iterator[Json]:
    """Yield one line for each pair of claims that anybody linked, at the first of its claims.

    Both claims stand in sentences that gold has decided. The keys are those of the other rulings;
    `how` may be ``implied`` too, where gold's clusters came to say it.
    """
    pairs = judge.find_pairs(sheet)
    documents = {end.document for pair in pairs.values() for end in (pair.first, pair.second)}
    times = {stored.rule.item: stored.at_utc for stored in store.link_rules(sorted(documents))}
    places = {each: _find_decided(store, each) for each in documents}
    for name, pair in pairs.items():
        sentence = places[pair.first.document].get(pair.first.claim)
        is_decided = sentence and pair.second.claim in places[pair.second.document]
        if is_decided and pair.first.document == sheet.id and pair.state != "unsaid":
            item = f"{LINK}:{name.partition(':')[2]}"
            head = {"document": sheet.id, "sentence": sentence, "kind": "link"}
            yield {**head, **_tell(judge, pair, times.get(item))}


def _find_decided(store: Store, document: str) -> Mapping[str, str]:
    """Return the sentences of gold's claims in decided sentences, by the id of the claim."""
    stored = store.get_annotations(document, GOLD).values()
    done = [each.annotation for each in stored if each.annotation.status != "open"]
    return {claim.id: claim.sentence for annotation in done for claim in annotation.claims}


def _tell(judge: Adjudicating, pair: Pair, at: str | None) -> Json:
    ruling = pair.ruling if pair.state == "ruled" else None
    choice = None if ruling is None else ruling.choice
    how = _HOW.get(pair.state, "taken" if choice and choice.startswith(ANNOTATOR) else "own")
    same = [person for person, said in sorted(pair.said.items()) if said == pair.value]
    return {
        "item": pair.first.claim,
        "field": "relation",
        "how": how,
        "version_of": choice.removeprefix(ANNOTATOR) if choice and how == "taken" else None,
        "people": list(ruling.people) if ruling else [] if how == "late" else same,
        "adjudicator": ruling.adjudicator if ruling else None,
        "at_utc": at if ruling else None,
        "value": _dump(pair.first, pair.second, pair.value),
        "versions": [
            {"people": list(people), "value": _dump(pair.first, pair.second, said)}
            for people, said in pair.versions(judge.order)
        ],
        "comment": None,
        "guideline_gap": False,
    }


def _dump(first: ClaimRef, second: ClaimRef, said: Said | None) -> Any:
    if said is None:
        return None
    ends = (second, first) if said.reversed else (first, second)
    return msgspec.to_builtins(make_link(said.relation, *ends))
