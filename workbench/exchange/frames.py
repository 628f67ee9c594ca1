"""Pandas frames of what records hold: one row for each document, sentence, claim and so on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec

from workbench.errors import UsageError
from workbench.exchange.derived import (
    FactBank,
    find_relays,
    iter_sentence_lines,
    iter_triples,
    quote_claim,
    trace_path,
)
from workbench.model import Attribution, Claim, Record, Span, compute_leaf_claims

if TYPE_CHECKING:
    import pandas as pd

Row = dict[str, Any]

TEXT, NUMBER, FLAG, VALUE, TIME, SECONDS = "str", "Int64", "boolean", "object", "time", "Float64"

COLUMNS: dict[str, dict[str, str]] = {
    "documents": {
        "document": TEXT, "language": TEXT, "title": TEXT, "publisher": TEXT, "url": TEXT,
        "published": TEXT, "metadata": VALUE, "characters": NUMBER, "sentences": NUMBER,
    },
    "sentences": {
        "layer": TEXT, "document": TEXT, "sentence": TEXT, "start": NUMBER, "end": NUMBER,
        "text": TEXT, "kind": TEXT, "published": TEXT, "status": TEXT, "flagged": FLAG,
        "claims": NUMBER, "attributions": NUMBER,
    },
    "claims": {
        "layer": TEXT, "document": TEXT, "sentence": TEXT, "claim": TEXT, "start": NUMBER,
        "end": NUMBER, "spans": VALUE, "text": TEXT, "voice": TEXT, "proposition": TEXT,
        "cluster": TEXT, "features": VALUE, "origin": TEXT, "unsure": FLAG, "note": TEXT,
    },
    "attributions": {
        "layer": TEXT, "document": TEXT, "sentence": TEXT, "attribution": TEXT,
        "source": TEXT, "source_spans": VALUE, "realization": TEXT, "entities": VALUE,
        "cue": TEXT, "cue_spans": VALUE, "anchor": TEXT, "anchor_spans": VALUE,
        "targets": VALUE, "claims": VALUE, "path": VALUE, "stance": TEXT, "certainty": TEXT,
        "factbank": TEXT, "features": VALUE, "origin": TEXT, "unsure": FLAG, "note": TEXT,
    },
    "triples": {
        "layer": TEXT, "document": TEXT, "sentence": TEXT, "attribution": TEXT, "path": VALUE,
        "source": TEXT, "realization": TEXT, "claim": TEXT, "claim_text": TEXT, "stance": TEXT,
        "certainty": TEXT, "factbank": TEXT,
    },
    "decisions": {
        "layer": TEXT, "document": TEXT, "sentence": TEXT, "status": TEXT, "flagged": FLAG,
        "comment": TEXT,
    },
    "history": {
        "layer": TEXT, "document": TEXT, "sentence": TEXT, "revision": NUMBER, "at_utc": TIME,
        "active_s": SECONDS, "action": TEXT, "status": TEXT, "claims": NUMBER,
        "attributions": NUMBER, "content": VALUE,
    },
}  # fmt: skip
"""The columns of each kind of frame, and what they hold; they are there without rows too."""


def build_frame(kind: str, rows: Iterable[Row]) -> pd.DataFrame:
    """Return `rows` as a frame with the columns of `kind`, also where there is no row.

    Offsets are code points, ``[start, end)``. A column of spans holds lists of ``(start, end)``
    beside a column with their words, joined by a space. What is missing is ``NA``.
    """
    return build_table(COLUMNS[check_kind(kind)], rows)


def build_table(columns: Mapping[str, str], rows: Iterable[Row]) -> pd.DataFrame:
    """Return `rows` as a frame of `columns`, each with what it holds; missing values are ``NA``."""
    import pandas as pd

    rows = list(rows)
    return pd.DataFrame(
        {name: _build_series([row[name] for row in rows], held) for name, held in columns.items()}
    )


def check_kind(kind: str) -> str:
    """Return `kind` where a frame of it exists; otherwise the `UsageError` lists those that do."""
    if kind not in COLUMNS:
        raise UsageError(f"Expected one of {', '.join(COLUMNS)}, got {kind!r}.")
    return kind


def iter_rows(kind: str, record: Record, factbank: FactBank) -> Iterator[Row]:
    """Yield the rows that `record` gives to the frame of `kind` (any but documents and history)."""
    makers: dict[str, Callable[[Record], Iterator[Row]]] = {
        "sentences": _iter_sentence_rows,
        "claims": _iter_claim_rows,
        "attributions": partial(_iter_attribution_rows, factbank=factbank),
        "triples": partial(_iter_triple_rows, factbank=factbank),
        "decisions": _iter_decision_rows,
    }
    for row in makers[kind](record):
        yield {"layer": record.provenance.layer, "document": record.document.id, **row}


def _build_series(values: list[Any], held: str) -> pd.Series[Any]:
    import pandas as pd

    if held == TIME:
        return pd.to_datetime(pd.Series(values, dtype="str"), utc=True, format="ISO8601")
    return pd.Series(values, dtype=held)


def _iter_sentence_rows(record: Record) -> Iterator[Row]:
    for line in iter_sentence_lines(record):
        counts = {name: len(line[name]) for name in ("claims", "attributions")}
        yield {**line, **counts}


def _iter_claim_rows(record: Record) -> Iterator[Row]:
    for claim in record.claims:
        yield {
            **_common(claim),
            "claim": claim.id,
            "start": claim.spans[0].start if claim.spans else None,
            "end": claim.spans[-1].end if claim.spans else None,
            "spans": _edges(claim.spans),
            "text": quote_claim(claim),
            "voice": claim.voice,
            "proposition": claim.proposition,
            "cluster": claim.cluster,
        }


def _iter_attribution_rows(record: Record, factbank: FactBank) -> Iterator[Row]:
    by_id = {attribution.id: attribution for attribution in record.attributions}
    relays = find_relays(record.attributions)
    for each in record.attributions:
        yield {
            **_common(each),
            "attribution": each.id,
            "source": _quote(each.source.spans),
            "source_spans": _edges(each.source.spans),
            "realization": each.source.realization,
            "entities": list(each.source.entities),
            "cue": _quote(each.cue or ()),
            "cue_spans": _edges(each.cue or ()),
            "anchor": _quote(each.anchor),
            "anchor_spans": _edges(each.anchor),
            "targets": list(each.targets),
            "claims": list(compute_leaf_claims(each, by_id)),
            "path": trace_path(each.id, relays),
            "stance": each.stance,
            "certainty": each.certainty,
            "factbank": factbank(each.stance or "", each.certainty),
        }


def _iter_triple_rows(record: Record, factbank: FactBank) -> Iterator[Row]:
    for line in iter_triples(record, factbank):
        source, claim = line["source"], line["claim"]
        yield {
            **line,
            "source": _quote(source.spans),
            "realization": source.realization,
            "claim": claim["id"],
            "claim_text": claim["text"],
        }


def _iter_decision_rows(record: Record) -> Iterator[Row]:
    return (msgspec.structs.asdict(decision) for decision in record.decisions)


def _common(item: Claim | Attribution) -> Row:
    names = ("sentence", "features", "origin", "unsure", "note")
    return {name: getattr(item, name) for name in names}


def _quote(spans: Iterable[Span]) -> str | None:
    return " ".join(span.text for span in spans) or None


def _edges(spans: Iterable[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]
