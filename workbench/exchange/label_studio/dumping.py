"""An annotation's result from a record: regions, what is said of them, and relations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any

import msgspec

from workbench.exchange.label_studio.controls import (
    ANCHOR,
    ARTICLE,
    ATTRIBUTION,
    CLAIM,
    CLAIMS,
    CUE,
    FEATURE,
    HUBS,
    PART,
    ROLE,
    SENTENCE,
    SOURCE,
    TEXT,
    UNDERSTOOD,
    YES,
    list_controls,
)
from workbench.exchange.label_studio.items import region_stem
from workbench.exchange.label_studio.loading import (
    Kept,
    ResultGround,
    claim_order,
    group_by_sentence,
    load_result,
)
from workbench.exchange.label_studio.parsing import as_dict, as_list, select_raw
from workbench.exchange.label_studio.places import Range, Ruler
from workbench.model import Annotation, Attribution, Claim, Decision, Record, Span, derive_voices
from workbench.scheme import Scheme

Item = dict[str, Any]


def dump_result(record: Record, scheme: Scheme, base: Sequence[Any] = ()) -> list[Any]:
    """Return the result of one annotation that says what `record` says.

    Parameters
    ----------
    record
        One layer over one document; its claims and attributions may be unfinished.
    base
        The result that this one follows, as a server holds it. Its regions keep their ids, people's
        own notes on them and everything that has no place in a record; where it says what `record`
        says already, it comes back as it is.
    """
    if not base:
        return _Writer(record, scheme, Kept(), ()).write()
    loaded = load_result(base, ResultGround(record.document, record.sentences, scheme))
    if loaded.annotations == _split(record):
        return deepcopy(list(base))
    return _Writer(record, scheme, loaded.kept, loaded.raw).write()


def dump_prediction(record: Record, scheme: Scheme, model_version: str) -> Item:
    """Return the answer of a system as a prediction, which a person starts from.

    It says nothing of sentences: that somebody looked at one is for people to say. What a system
    found is from here on a suggestion of its, and its origin says so.
    """
    claims = tuple(_suggest(each) for each in record.claims)
    attributions = tuple(_suggest(each) for each in record.attributions)
    shown = msgspec.structs.replace(record, claims=claims, attributions=attributions)
    writer = _Writer(shown, scheme, Kept(), ())
    return {"model_version": model_version, "result": writer.write(decided=False)}


def _suggest(item: Any) -> Any:
    kind, _, name = item.origin.partition(":")
    origin = f"suggestion:{name}" if kind == "system" else item.origin
    return msgspec.structs.replace(item, origin=origin)


def _split(record: Record) -> dict[str, Annotation]:
    """Return what `record` says by sentence, in the order and with the voices of a loaded one."""
    decisions = {each.sentence: each for each in record.decisions}
    voiced = derive_voices(record.claims, record.attributions)
    answers = {}
    claims_of, attributions_of = group_by_sentence(voiced, record.attributions)
    for sentence in record.sentences:
        claims, mine = claims_of[sentence.id], attributions_of[sentence.id]
        decision = decisions.get(sentence.id, Decision(sentence.id))
        answers[sentence.id] = Annotation(
            sentence.id,
            tuple(sorted(claims, key=claim_order)),
            tuple(sorted(mine, key=lambda each: each.id)),
            decision.status,
            decision.flagged,
            decision.comment,
        )
    return answers


class _Writer:
    def __init__(self, record: Record, scheme: Scheme, kept: Kept, raw: Sequence[Any]) -> None:
        self._record = record
        self._controls = list_controls(scheme)
        self._scheme = scheme
        self._text = record.document.text
        self._ruler = Ruler(self._text, record.sentences)
        self._claims = {claim.id: claim for claim in record.claims}
        self._kept = kept
        self._raw = raw
        self._results: list[Any] = []
        self._relations: dict[tuple[str, str], Item] = {}
        self._names: dict[tuple[str, str], list[str]] = {}
        self._places: dict[tuple[str, str], list[Range]] = {}
        self._edges: dict[str, Item] = {}

    def write(self, *, decided: bool = True) -> list[Any]:
        self._lay_out()
        if decided:
            self._write_article()
        for claim in self._record.claims:
            self._write_claim(claim)
        for attribution in self._record.attributions:
            self._write_attribution(attribution)
        decisions = {each.sentence: each for each in self._record.decisions}
        for sentence in self._record.sentences:
            decision = decisions.get(sentence.id, Decision(sentence.id))
            self._write_sentence(decision if decided else Decision(sentence.id))
        self._write_raw()
        return [*self._results, *self._relations.values()]

    # -- places and names --------------------------------------------------------------------

    def _lay_out(self) -> None:
        """Say where the regions of each item lie, and give them their ids."""
        for sentence in self._record.sentences:
            self._place(sentence.id, SENTENCE, sentence.id, self._ruler.place_sentence(sentence))
        for claim in self._record.claims:
            self._places[claim.id, CLAIM] = _ranges(claim.spans)
            if not claim.spans:
                start = self._ruler.place_start(claim.sentence)
                self._place(claim.id, UNDERSTOOD, claim.sentence, start)
        for each in self._record.attributions:
            self._places[each.id, CUE] = _ranges(each.cue or ())
            self._places[each.id, SOURCE] = _ranges(each.source.spans)
            self._places[each.id, ANCHOR] = _ranges(each.anchor)
            if not each.cue:
                sentence_id = None if each.source.spans else each.sentence
                hub = self._ruler.place_hub(each, self._claims)
                self._place(each.id, ATTRIBUTION, sentence_id, hub)
        taken = set(self._kept.regions) | {str(as_dict(each).get("id")) for each in self._raw}
        used: set[str] = set()
        for key, ranges in self._places.items():
            self._names[key] = self._reuse(key, ranges, used)
        for (item, label), names in self._names.items():
            for index, name in enumerate(names):
                if not name:
                    names[index] = _mint(f"{region_stem(item)}-{label.lower()}", index, taken)
                    taken.add(names[index])

    def _place(self, item: str, label: str, sentence: str | None, place: Range) -> None:
        """Place a region that covers no words of its own; where it stood, it stays."""
        before = self._kept.names.get((item, label), [])
        stood = [(start, end) for start, end, _ in before]
        fits = [each for each in stood if sentence in (None, self._ruler.sentence_at(each[0]))]
        self._places[item, label] = [fits[0] if fits else place]

    def _reuse(self, key: tuple[str, str], ranges: Sequence[Range], used: set[str]) -> list[str]:
        """Return the ids that regions over `ranges` had in the base, "" for those that need one."""
        free = [each for each in self._kept.names.get(key, []) if each[2] not in used]
        names = [""] * len(ranges)
        if not free:
            return names
        for is_same in (True, False):
            for index, edges in enumerate(ranges):
                fitting = [each for each in free if not is_same or each[:2] == edges]
                if not names[index] and fitting:
                    names[index] = fitting[0][2]
                    used.add(fitting[0][2])
                    free.remove(fitting[0])
        return names

    # -- items -------------------------------------------------------------------------------

    def _write_article(self) -> None:
        statuses = {each.status for each in self._record.decisions}
        said = "done" if statuses and "open" not in statuses else "open"
        value = {"choices": [said]}
        self._results.append(
            {
                "id": "wb-article",
                "from_name": ARTICLE,
                "to_name": TEXT,
                "type": "choices",
                "origin": "manual",
                "value": value,
            }
        )

    def _write_sentence(self, decision: Decision) -> None:
        name = self._write_regions(decision.sentence, SENTENCE, {})[0]
        status = decision.status if decision.status != "open" else None
        self._say(name, "status", status)
        self._say(name, "flag", YES["flag"] if decision.flagged else None)
        self._say(name, "comment", decision.comment)

    def _write_claim(self, claim: Claim) -> None:
        label = CLAIM if claim.spans else UNDERSTOOD
        names = self._names[claim.id, label]
        rel = [{"to": each, "as": PART} for each in names[1:]]
        head = self._write_regions(claim.id, label, _rest(claim), rel=rel)
        self._say(head[0], "voice", YES["voice"] if _is_own(claim) else None)
        self._say(head[0], "proposition", claim.proposition)
        self._say_common(head[0], claim, "claims")

    def _write_attribution(self, attribution: Attribution) -> None:
        label = CUE if attribution.cue else ATTRIBUTION
        more = _rest(attribution)
        sources = self._names[attribution.id, SOURCE]
        anchors = self._names[attribution.id, ANCHOR]
        rel = [
            *({"to": name, "as": PART} for name in self._names[attribution.id, label][1:]),
            *({"to": name, "as": "source"} for name in sources),
            *self._list_targets(attribution),
            *({"to": name, "as": "anchor"} for name in anchors),
        ]
        stance = {"stance": attribution.stance} if attribution.stance is not None else {}
        names = self._write_regions(attribution.id, label, {**more, **stance}, rel=rel)
        self._write_regions(attribution.id, SOURCE, more)
        self._write_regions(attribution.id, ANCHOR, more)
        self._say(names[0], "stance", attribution.stance)
        self._say(names[0], "certainty", attribution.certainty)
        self._say(names[0], "realization", attribution.source.realization)
        self._say_common(names[0], attribution, "attributions")

    def _list_targets(self, attribution: Attribution) -> Iterator[Item]:
        """Yield what ties a hub to each target; of a claim with what its own region carries.

        Should a person delete that region and mark the claim anew, it is known from here.
        """
        for target in attribution.targets:
            names = [self._names.get((target, label)) for label in (*CLAIMS, *HUBS)]
            found = next(filter(None, names), None)
            if found is not None:
                claim = self._claims.get(target)
                carried = {"item": target, **_rest(claim)} if claim else {}
                yield {"to": found[0], "as": "target", **carried}

    # -- results -----------------------------------------------------------------------------

    def _write_regions(
        self,
        item: str,
        label: str,
        more: Mapping[str, Any],
        *,
        rel: Sequence[Item] = (),
    ) -> list[str]:
        """Write the regions of one item and label, and the relations that the first one has."""
        names, places = self._names[item, label], self._places[item, label]
        for part, (name, (start, end)) in enumerate(zip(names, places, strict=True)):
            wb: Item = {"item": item, "label": label, "part": part, **more}
            if part == 0 and rel:
                wb["rel"] = list(rel)
            value = {"start": start, "end": end, "text": self._text[start:end], "labels": [label]}
            before = self._kept.regions.get(name)
            carried = dict(before.result) if before else {}
            meta = {**as_dict(carried.get("meta")), "wb": wb}
            head = {"id": name, "from_name": ROLE, "to_name": TEXT, "type": "labels"}
            self._edges[name] = {"start": start, "end": end, "text": value["text"]}
            self._results.append(
                {**head, "origin": "manual", **carried, "value": value} | {"meta": meta}
            )
        for tie in rel:
            self._relate(names[0], tie["to"], is_part=tie["as"] == PART)
        return names

    def _relate(self, source: str, target: str, *, is_part: bool) -> None:
        relation: Item = {"from_id": source, "to_id": target, "type": "relation"}
        relation["direction"] = "right"
        if is_part:
            relation["labels"] = [PART]
        drawn = [(source, target)]
        tied = self._kept.regions.get(target)
        if not is_part and tied is not None and tied.label not in HUBS:
            drawn.append((target, source))  # between two hubs the direction has a meaning
        for ends in drawn:
            before = self._kept.links.get(ends)
            if before is not None and (PART in as_list(before.get("labels"))) == is_part:
                relation = deepcopy(before)
                break
        self._relations[source, target] = relation

    def _say(self, name: str, control: str, said: str | None) -> None:
        if said is None or control not in self._controls:
            return
        kind = self._controls[control].kind
        key = "text" if kind == "textarea" else "choices"
        self._results.append(
            {
                "id": name,
                "from_name": control,
                "to_name": TEXT,
                "type": kind,
                "origin": "manual",
                "value": {**self._edges[name], key: [said]},
            }
        )

    def _say_common(self, name: str, item: Claim | Attribution, kind: str) -> None:
        for feature in self._scheme.features_on(kind):
            self._say(name, FEATURE + feature.name, item.features.get(feature.name))
        self._say(name, "unsure", YES["unsure"] if item.unsure else None)
        self._say(name, "note", item.note)

    def _write_raw(self) -> None:
        said = {(each["id"], each["from_name"]) for each in self._results}
        written = {name for name, control in said if control == ROLE}
        for each in select_raw(self._raw, written):
            item = as_dict(each)
            ends = (str(item.get("from_id")), str(item.get("to_id")))
            if item.get("type") == "relation" and ends not in self._relations:
                self._relations[ends] = each
            elif item.get("type") != "relation" and (
                (item.get("id"), item.get("from_name")) not in said
            ):
                self._results.append(each)


def _ranges(spans: Iterable[Span]) -> list[Range]:
    return [(span.start, span.end) for span in spans]


def _rest(item: Claim | Attribution) -> Item:
    """Return what of `item` no control shows."""
    rest: Item = {}
    if item.origin != "human":
        rest["origin"] = item.origin
    if item.features:
        rest["features"] = dict(item.features)
    if isinstance(item, Claim):
        return rest | ({"cluster": item.cluster} if item.cluster is not None else {})
    entities = list(item.source.entities)
    return rest | ({"entities": entities} if entities else {})


def _is_own(claim: Claim) -> bool:
    return claim.voice == "author" and bool(claim.spans)


def _mint(stem: str, number: int, taken: set[str]) -> str:
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"
