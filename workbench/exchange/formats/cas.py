"""UIMA CAS as JSON and XMI, with layers that INCEpTION takes from the type system.

A claim, source, cue or anchor is one annotation a fragment (INCEpTION has no split spans): the
fragments of a claim share their `item`. An attribution is an annotation where its cue begins, with
slots (a link feature) for the fragments of its source, cue and anchor and for its targets. What
has no feature of its own is JSON in a feature named ``workbench``. Offsets in both forms count
UTF-16 units, as UIMA does; dkpro-cassis converts them, the tests hold it against
`workbench.offsets`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, Literal

from workbench.exchange.formats.extras import import_extra
from workbench.exchange.formats.folders import File, name_file
from workbench.exchange.formats.found import carry_item, carry_record
from workbench.exchange.formats.losses import Fate, Losses
from workbench.model import Attribution, Claim, Record, Span
from workbench.scheme import Scheme

Form = Literal["json", "xmi"]

FATES: dict[str, Fate] = {
    "document fields": "kept",
    "segments": "kept",
    "decisions": "kept",
    "comments and flags": "kept",
    "provenance": "kept",
    "claims without spans": "kept",
    "voices": "kept",
    "entities": "kept",
    "features": "kept",
    "origins": "kept",
}

TYPE_SYSTEM = "TypeSystem.xml"
SENTENCE = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"
RECORD = "webanno.custom.ClaimsWorkbench"
CLAIM, SOURCE, CUE, ANCHOR, ATTRIBUTION, LINK = (
    f"webanno.custom.{name}"
    for name in ("Claim", "Source", "Cue", "Anchor", "Attribution", "AttributionArgumentsLink")
)

_UNPRINTABLE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STRING, _BOOLEAN = "uima.cas.String", "uima.cas.Boolean"
_ITEM = {"item": _STRING, "unsure": _BOOLEAN, "note": _STRING, "workbench": _STRING}


def import_cassis() -> Any:
    """Return the library that reads and writes CAS files, or say how it is had."""
    return import_extra("cassis", "cas")


def iter_cas_json(records: Iterable[Record], _scheme: Scheme, losses: Losses) -> Iterator[File]:
    """Yield one UIMA CAS JSON file a document; each holds the type system too."""
    for record in records:
        cas = build_cas(record, "json", losses)
        text = cas.to_json(pretty_print=True)
        yield f"{name_file(record.document.id)}.json", f"{text}\n".encode()


def iter_cas_xmi(records: Iterable[Record], _scheme: Scheme, losses: Losses) -> Iterator[File]:
    """Yield one XMI file a document, and the type system that all of them use."""
    yield TYPE_SYSTEM, build_types().to_xml().encode("utf-8")
    for record in records:
        cas = build_cas(record, "xmi", losses)
        yield f"{name_file(record.document.id)}.xmi", cas.to_xmi(pretty_print=True).encode("utf-8")


@lru_cache(maxsize=1)
def build_types() -> Any:
    """Return the type system: INCEpTION's sentence, and a layer for each role."""
    cassis = import_cassis()
    types = cassis.TypeSystem()
    annotation = "uima.tcas.Annotation"
    sentence = types.create_type(SENTENCE, annotation)
    types.create_feature(sentence, "id", _STRING)
    _create(types, RECORD, "uima.cas.AnnotationBase", {"record": _STRING})
    _create(types, CLAIM, annotation, {**_ITEM, "proposition": _STRING, "cluster": _STRING})
    for name in (SOURCE, CUE, ANCHOR):
        _create(types, name, annotation, {})
    _create(types, LINK, "uima.cas.TOP", {"role": _STRING, "target": annotation})
    labels = dict.fromkeys(("stance", "certainty", "realization"), _STRING)
    attribution = _create(types, ATTRIBUTION, annotation, {**_ITEM, **labels})
    types.create_feature(
        attribution, "arguments", "uima.cas.FSArray", elementType=types.get_type(LINK)
    )
    return types


def printable(text: str) -> str:
    """Return `text` with each character that XML cannot hold as U+FFFD."""
    return _UNPRINTABLE.sub("\ufffd", text)


def build_cas(record: Record, form: Form, losses: Losses) -> Any:
    """Return the CAS of `record`; for XMI without the characters that XML cannot hold."""
    losses.add_parts(record, FATES)
    return _Writer(record, form, losses).build()


def _create(types: Any, name: str, supertype: str, features: dict[str, str]) -> Any:
    created = types.create_type(name, supertype)
    for feature, kind in features.items():
        types.create_feature(created, feature, kind)
    return created


class _Writer:
    """Builds the CAS of one record."""

    def __init__(self, record: Record, form: Form, losses: Losses) -> None:
        self._record = record
        self._form = form
        self._losses = losses
        self._types = build_types()
        self._cas = import_cassis().Cas(typesystem=self._types)
        self._targets: dict[str, Any] = {}

    def build(self) -> Any:
        """Return the CAS."""
        document = self._record.document
        self._cas.sofa_string = self._clean(document.text, "characters of the text")
        self._cas.sofa_mime = "text/plain"
        self._cas.document_language = self._clean(document.language or "x-unspecified", "strings")
        for sentence in self._record.sentences:
            self._add(SENTENCE, begin=sentence.start, end=sentence.end, id=sentence.id)
        for claim in self._record.claims:
            self._add_claim(claim)
        for attribution in self._record.attributions:
            self._add_attribution(attribution)
        for attribution in self._record.attributions:
            self._tie(attribution)
        self._add(RECORD, record=self._dump_record())
        return self._cas

    def _dump_record(self) -> str:
        carried = carry_record(self._record)
        text = self._record.document.text
        if self._form == "xmi" and (found := list(_UNPRINTABLE.finditer(text))):
            carried["replaced"] = [[match.start(), match[0]] for match in found]
        return _dump(carried)

    def _add_claim(self, claim: Claim) -> None:
        for number, span in enumerate(claim.spans or self._sentence(claim.sentence)):
            fields: dict[str, Any] = {"item": claim.id}
            if number == 0:
                fields |= self._common(claim, is_marked=bool(claim.spans))
                fields |= {"proposition": self._string(claim.proposition), "cluster": claim.cluster}
            added = self._add(CLAIM, begin=span.start, end=span.end, **fields)
            self._targets.setdefault(claim.id, added)

    def _add_attribution(self, attribution: Attribution) -> None:
        source, cue = attribution.source, attribution.cue
        place = (cue or source.spans or self._sentence(attribution.sentence))[0]
        self._targets[attribution.id] = self._add(
            ATTRIBUTION,
            begin=place.start,
            end=place.end,
            item=attribution.id,
            stance=attribution.stance,
            certainty=attribution.certainty,
            realization=source.realization,
            **self._common(attribution, is_marked=True),
        )

    def _tie(self, attribution: Attribution) -> None:
        links = [
            self._link(role, self._add(name, begin=span.start, end=span.end))
            for role, name, spans in (
                ("source", SOURCE, attribution.source.spans),
                ("cue", CUE, attribution.cue or ()),
                ("anchor", ANCHOR, attribution.anchor),
            )
            for span in spans
        ]
        links += [self._link("target", self._targets[target]) for target in attribution.targets]
        array = self._types.get_type("uima.cas.FSArray")
        self._targets[attribution.id].arguments = array(elements=links)

    def _link(self, role: str, target: Any) -> Any:
        return self._types.get_type(LINK)(role=role, target=target)

    def _common(self, item: Claim | Attribution, *, is_marked: bool) -> dict[str, Any]:
        extra = carry_item(item)
        if not is_marked:
            extra["marked"] = False
        return {
            "unsure": item.unsure,
            "note": self._string(item.note),
            "workbench": _dump(extra),
        }

    def _string(self, text: str | None) -> str | None:
        return None if text is None else self._clean(text, "characters of notes and propositions")

    def _clean(self, text: str, what: str) -> str:
        if self._form == "json":
            return text
        clean = printable(text)
        changed = sum(a != b for a, b in zip(text, clean, strict=True)) if clean != text else 0
        self._losses.add(what, "kept", changed, "XML cannot hold them: U+FFFD in their place")
        return clean

    def _sentence(self, sentence_id: str) -> Sequence[Span]:
        found = next(each for each in self._record.sentences if each.id == sentence_id)
        return (Span(found.start, found.end, ""),)

    def _add(self, name: str, **fields: Any) -> Any:
        added = self._types.get_type(name)(**fields)
        self._cas.add(added)
        return added


def _dump(value: dict[str, Any]) -> str:
    # Escapes alone carry what XML cannot hold.
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"), allow_nan=False)
