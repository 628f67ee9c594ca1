"""brat standoff: folders of .txt and .ann files, with the types of the PolNeAR corpus.

An attribution is an event, as in PolNeAR: its trigger (type ``Attribution``, or
``Attribution-no-source``) repeats the words of the cue, its arguments are ``Source``, ``Cue`` and
``Content``. Beyond PolNeAR there are ``Anchor``, events as ``Content`` (nesting), attributes for
stance, certainty, realization and doubt, and notes. Offsets are code points of the .txt file, which
brat reads as it is, so that each character of a line end counts.

What brat has no place for stands in a .json file beside each pair, which brat does not read.
Format: https://brat.nlplab.org/standoff.html; corpus: Newell, Margolin and Ruths, LREC 2018.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from workbench.exchange.formats.folders import File, dump_json, name_file
from workbench.exchange.formats.found import Range, carry_item, carry_record
from workbench.exchange.formats.losses import Fate, Losses
from workbench.model import Attribution, Claim, Record, Span
from workbench.scheme import Scheme

FATES: dict[str, Fate] = {
    "document fields": "kept",
    "segments": "kept",
    "sentences": "kept",
    "decisions": "kept",
    "comments and flags": "kept",
    "provenance": "kept",
    "ids": "kept",
    "claims without spans": "kept",
    "voices": "kept",
    "clusters": "kept",
    "propositions": "kept",
    "entities": "kept",
    "features": "kept",
    "origins": "kept",
}

CONTENT, SOURCE, CUE, ANCHOR = "Content", "Source", "Cue", "Anchor"
EVENT, EVENT_WITHOUT_SOURCE = "Attribution", "Attribution-no-source"
STANCE, CERTAINTY, REALIZATION, UNSURE = "Stance", "Certainty", "Realization", "Unsure"
NOTE = "AnnotatorNotes"

LINE_END = re.compile("[\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""Whatever ends a line for brat, which reads .ann files by lines of Unicode."""


def iter_brat(records: Iterable[Record], scheme: Scheme, losses: Losses) -> Iterator[File]:
    """Yield the files of a brat collection: two configurations, and three files a document."""
    yield "annotation.conf", dump_annotation_conf(scheme).encode("utf-8")
    yield "visual.conf", dump_visual_conf(scheme).encode("utf-8")
    for record in records:
        losses.add_parts(record, FATES)
        name = name_file(record.document.id)
        writer = _Writer(record, losses)
        lines = writer.write()
        yield f"{name}.txt", record.document.text.encode("utf-8")
        yield f"{name}.ann", "".join(f"{line}\n" for line in lines).encode("utf-8")
        yield f"{name}.json", dump_json(writer.carried)


def dump_annotation_conf(scheme: Scheme) -> str:
    """Return the configuration that tells brat which types there are."""
    arguments = (
        f"{CUE}*:{CUE}, {SOURCE}*:{SOURCE}, "
        f"{CONTENT}*:{CONTENT}|{EVENT}|{EVENT_WITHOUT_SOURCE}, {ANCHOR}*:{ANCHOR}"
    )
    stances = "|".join(each.value for each in scheme.stances)
    certainties = "|".join(each.value for each in scheme.certainty_labels)
    realizations = "|".join(each.value for each in scheme.realizations)
    return (
        f"[entities]\n{CONTENT}\n{SOURCE}\n{CUE}\n{ANCHOR}\n\n"
        "[relations]\n<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>\n\n"
        f"[events]\n{EVENT}\t{arguments}\n{EVENT_WITHOUT_SOURCE}\t{arguments}\n\n"
        f"[attributes]\n{STANCE}\tArg:<EVENT>, Value:{stances}\n"
        f"{CERTAINTY}\tArg:<EVENT>, Value:{certainties}\n"
        f"{REALIZATION}\tArg:<EVENT>, Value:{realizations}\n"
        f"{UNSURE}\tArg:<EVENT>|{CONTENT}\n"
    )


def dump_visual_conf(scheme: Scheme) -> str:
    """Return the configuration that tells brat how labels are drawn; text runs right to left."""
    names = {"claim": CONTENT, "source": SOURCE, "cue": CUE, "anchor": ANCHOR}
    drawn = "".join(
        f"{names[role.value]}\tfgColor:white, bgColor:{role.colour.light}\n"
        for role in scheme.roles
    )
    return f"[options]\nText\tdirection:rtl\n\n[labels]\n\n[drawing]\n{drawn}"


def split_at_newlines(text: str, spans: Iterable[Span]) -> list[Range]:
    """Return the ranges of `spans`, cut so that none holds a line end."""
    ranges = []
    for span in spans:
        start = span.start
        for line in LINE_END.split(text[span.start : span.end]):
            if line:
                ranges.append((start, start + len(line)))
            start += len(line) + 1
    return ranges


def is_line_gap(gap: str) -> bool:
    """Answer whether `gap` between two fragments is a line end and nothing but white space."""
    return LINE_END.search(gap) is not None and not gap.strip()


def flatten(note: str) -> str:
    """Return `note` on one line, as brat's notes have to be."""
    return " ".join(note.split())


class _Writer:
    """Writes the lines of one .ann file, and what goes beside them."""

    def __init__(self, record: Record, losses: Losses) -> None:
        self._record = record
        self._text = record.document.text
        self._claims = {claim.id: claim for claim in record.claims}
        self._losses = losses
        self._lines: list[str] = []
        self._counts = dict.fromkeys("TEA#", 0)
        self._names: dict[str, str] = {}
        self.carried: dict[str, Any] = {}

    def write(self) -> list[str]:
        """Return the lines."""
        claims, attributions = self._record.claims, self._record.attributions
        kept: dict[str, Any] = {"claims": {}, "attributions": {}, "unmarked": []}
        for claim in claims:
            if claim.spans:
                self._names[claim.id] = self._text_bound(CONTENT, claim.spans)
                kept["claims"][self._names[claim.id]] = self._carry(claim, claim.spans)
            else:
                kept["unmarked"].append(carry_item(claim))
        for number, each in enumerate(attributions, 1):
            self._names[each.id] = f"E{number}"
        for each in attributions:
            kept["attributions"][self._names[each.id]] = self._event(each)
        for claim in claims:
            self._mark(claim)
        for each in attributions:
            self._attribute(STANCE, each.id, each.stance)
            self._attribute(CERTAINTY, each.id, each.certainty)
            self._attribute(REALIZATION, each.id, each.source.realization)
            self._mark(each)
        self.carried = {"record": carry_record(self._record), **kept}
        return self._lines

    def _carry(self, item: Claim | Attribution, *roles: tuple[Span, ...]) -> dict[str, Any]:
        carried = carry_item(item)
        exact = [[[span.start, span.end] for span in spans] for spans in roles]
        return {**carried, "spans": exact} if self._is_cut(roles) else carried

    def _is_cut(self, roles: Iterable[tuple[Span, ...]]) -> bool:
        spans = [span for role in roles for span in role]
        ranges = [(span.start, span.end) for span in spans]
        is_cut = split_at_newlines(self._text, spans) != ranges
        # Two fragments with a line end between them would be taken for one span that was cut.
        apart = (self._text[a.end : b.start] for a, b in pairwise(spans))
        return is_cut or any(is_line_gap(gap) for gap in apart)

    def _event(self, attribution: Attribution) -> dict[str, Any]:
        source, cue = attribution.source.spans, attribution.cue or ()
        targets = [self._claims[each] for each in attribution.targets if each in self._claims]
        trigger = cue or source or next((each.spans for each in targets if each.spans), ())
        arguments = []
        for role, spans in ((CUE, cue), (SOURCE, source)):
            if spans:
                arguments.append((role, self._text_bound(role, spans)))
        arguments += [(CONTENT, self._names[t]) for t in attribution.targets if t in self._names]
        if attribution.anchor:
            arguments.append((ANCHOR, self._text_bound(ANCHOR, attribution.anchor)))
        kind = EVENT if source else EVENT_WITHOUT_SOURCE
        name = self._text_bound(kind, trigger or self._whole_sentence(attribution.sentence))
        listed = " ".join(f"{role}:{argument}" for role, argument in number_roles(arguments))
        self._lines.append(f"{self._names[attribution.id]}\t{kind}:{name} {listed}".rstrip())
        carried = self._carry(attribution, source, cue, attribution.anchor)
        return {**carried, "targets": list(attribution.targets)}

    def _whole_sentence(self, sentence_id: str) -> tuple[Span, ...]:
        sentence = next(each for each in self._record.sentences if each.id == sentence_id)
        words = self._text[sentence.start : sentence.end]
        return (Span(sentence.start, sentence.end, words),)

    def _text_bound(self, kind: str, spans: tuple[Span, ...]) -> str:
        ranges = split_at_newlines(self._text, spans)
        self._losses.add(
            "spans", "kept", int(len(ranges) > len(spans)), "cut at line ends, whole beside it"
        )
        name = self._next("T")
        edges = ";".join(f"{start} {end}" for start, end in ranges)
        words = " ".join(self._text[start:end] for start, end in ranges)
        self._lines.append(f"{name}\t{kind} {edges}\t{words}")
        return name

    def _mark(self, item: Claim | Attribution) -> None:
        if item.id not in self._names:
            return
        if item.unsure:
            self._lines.append(f"{self._next('A')}\t{UNSURE} {self._names[item.id]}")
        if item.note is not None:
            note = flatten(item.note)
            name = self._next("#")
            self._lines.append(f"{name}\t{NOTE} {self._names[item.id]}\t{note}")

    def _attribute(self, kind: str, item_id: str, value: str | None) -> None:
        if value is not None:
            self._lines.append(f"{self._next('A')}\t{kind} {self._names[item_id]} {value}")

    def _next(self, letter: str) -> str:
        self._counts[letter] += 1
        return f"{letter}{self._counts[letter]}"


def number_roles(arguments: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield `arguments` with brat's numbers: the second of a role is ``Source2``, and so on."""
    seen: dict[str, int] = {}
    for role, argument in arguments:
        seen[role] = seen.get(role, 0) + 1
        yield (role if seen[role] == 1 else f"{role}{seen[role]}"), argument
