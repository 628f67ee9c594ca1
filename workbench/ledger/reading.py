"""One record read for the ledger: who says what of which claim, with the sentences to show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from workbench.exchange.derived import find_published, find_relays, find_segment, trace_path
from workbench.ledger.columns import Columns
from workbench.ledger.ledger import Article, Mark, MarkRole, Part, Quote, Statement
from workbench.model import Attribution, Claim, Record, Span, compute_leaf_claims
from workbench.text import direction_of, find_bounds, propose_published


class Reading:
    """The statements and relays of one record.

    Parameters
    ----------
    relay_stance
        The scheme's stance of those who only pass on what another one says.
    """

    def __init__(self, record: Record, columns: Columns, relay_stance: str) -> None:
        self.record = record
        self._columns = columns
        self._relay_stance = relay_stance
        self._by_id = {each.id: each for each in record.attributions}
        self._claims = {each.id: each for each in record.claims}

    @property
    def article(self) -> Article:
        """What is said of the document."""
        document = self.record.document
        return Article(
            document.id,
            document.title,
            document.publisher,
            document.published,
            document.language,
            direction_of(document.language),
        )

    def iter_statements(self) -> Iterator[Statement]:
        """Yield each statement, without its number: attributions first, then the writer's own."""
        for attribution in self.record.attributions:
            for leaf in compute_leaf_claims(attribution, self._by_id):
                if leaf in self._claims:
                    for column in self._columns.find(attribution, self.record.document):
                        yield self._attributed(attribution, self._claims[leaf], column)
        for claim in self.record.claims:
            if claim.voice == "author":
                yield self._own(claim)

    def iter_relays(self) -> Iterator[tuple[str, str, Quote]]:
        """Yield who relays whom, by columns, with the sentence of the one who relays."""
        document = self.record.document
        for outer in self.record.attributions:
            for target in outer.targets:
                inner = self._by_id.get(target)
                if inner is None:
                    continue
                quote = self._quote(outer.sentence, [*_parts(outer), *_parts(inner)])
                for start in self._columns.find(outer, document):
                    for end in self._columns.find(inner, document):
                        if start != end:
                            yield start, end, quote

    def text(self, sentence: str) -> str:
        """Return the words of a sentence."""
        start, end = self._edges[sentence]
        return self.record.document.text[start:end]

    def quote_claim(self, claim: Claim) -> Quote:
        """Return the sentence of a claim with the claim's words marked."""
        return self._quote(claim.sentence, [("claim", claim.spans)])

    def find_date(self, sentence: str) -> tuple[str | None, bool]:
        """Return when what a sentence says was published (EDTF), and whether that is inferred."""
        segment = find_segment(self.record.segments, self._edges[sentence][0])
        published = find_published(self.record.document, segment)
        if published is not None or (segment is not None and segment.kind == "related"):
            return published, False
        return self._proposed, self._proposed is not None

    def _attributed(self, attribution: Attribution, claim: Claim, column: str) -> Statement:
        is_direct = claim.id in attribution.targets
        is_relay = not is_direct or attribution.stance == self._relay_stance
        path = trace_path(attribution.id, self._relays)[:-1]
        via = [
            column
            for outer in path
            for column in self._columns.find(self._by_id[outer], self.record.document)
        ]
        parts = [("claim", claim.spans), *_parts(attribution)]
        sentences = dict.fromkeys((attribution.sentence, claim.sentence))
        return self._make(
            claim,
            attribution.sentence,
            column,
            "relay" if is_relay else "witness",
            tuple(self._quote(each, parts) for each in sentences),
            attribution,
            tuple(dict.fromkeys(via)),
        )

    def _own(self, claim: Claim) -> Statement:
        column = self._columns.outlet(self.record.document)
        return self._make(claim, claim.sentence, column, "own", (self.quote_claim(claim),))

    def _make(
        self,
        claim: Claim,
        sentence: str,
        column: str,
        part: Part,
        quotes: tuple[Quote, ...],
        attribution: Attribution | None = None,
        via: tuple[str, ...] = (),
    ) -> Statement:
        published, is_inferred = self.find_date(sentence)
        return Statement(
            number=-1,
            column=column,
            part=part,
            via=via,
            stance=attribution.stance if attribution else None,
            certainty=attribution.certainty if attribution else None,
            date=published,
            day=find_bounds(published)[0],
            document=self.record.document.id,
            sentence=sentence,
            claim=claim.id,
            attribution=attribution.id if attribution else None,
            realization=attribution.source.realization if attribution else None,
            unsure=claim.unsure or bool(attribution and attribution.unsure),
            quotes=quotes,
            inferred=is_inferred,
        )

    def _quote(self, sentence: str, parts: Iterable[tuple[MarkRole, Sequence[Span]]]) -> Quote:
        """Return a sentence with those of the spans that reach into it."""
        start, end = self._edges[sentence]
        marks = {
            Mark(role, max(span.start, start) - start, min(span.end, end) - start)
            for role, spans in parts
            for span in spans
            if span.start < end and start < span.end
        }
        ordered = sorted(marks, key=lambda mark: (mark.start, mark.end, mark.role))
        return Quote(self.record.document.id, sentence, tuple(ordered))

    @cached_property
    def _proposed(self) -> str | None:
        """The likeliest publication date that the text states."""
        proposals = propose_published(self.record.document.text, self.record.segments)
        return proposals[0].edtf if proposals else None

    @cached_property
    def _relays(self) -> dict[str, str]:
        return find_relays(self.record.attributions)

    @cached_property
    def _edges(self) -> dict[str, tuple[int, int]]:
        return {each.id: (each.start, each.end) for each in self.record.sentences}


def _parts(attribution: Attribution) -> list[tuple[MarkRole, Sequence[Span]]]:
    return [
        ("source", attribution.source.spans),
        ("cue", attribution.cue or ()),
        ("anchor", attribution.anchor),
    ]
