from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.golden.export.invented import make_records
from workbench.errors import UsageError
from workbench.exchange import COLUMNS, build_frame, iter_rows

if TYPE_CHECKING:
    import pandas as pd

KINDS = [kind for kind in COLUMNS if kind not in {"documents", "history"}]


def make_frame(kind: str) -> pd.DataFrame:
    rows = (row for each in make_records() for row in iter_rows(kind, each, lambda *_: "Uu"))
    return build_frame(kind, rows)


@pytest.mark.parametrize("kind", COLUMNS)
def test_a_frame_without_rows_has_its_columns(kind: str) -> None:
    frame = build_frame(kind, [])
    assert (list(frame.columns), len(frame)) == (list(COLUMNS[kind]), 0)


@pytest.mark.parametrize("kind", KINDS)
def test_columns_hold_the_same_with_and_without_rows(kind: str) -> None:
    assert dict(make_frame(kind).dtypes) == dict(build_frame(kind, []).dtypes)


def test_offsets_cut_the_words_of_a_claim_out_of_the_text() -> None:
    texts = {each.document.id: each.document.text for each in make_records()}
    claims = make_frame("claims").dropna(subset=["start"])
    places = zip(claims["document"], claims["start"], claims["end"], strict=True)
    cut = [texts[document][start:end] for document, start, end in places]
    assert cut == claims["text"].tolist()


def test_a_claim_without_spans_has_no_offsets() -> None:
    claims = make_frame("claims")
    understood = claims[claims["document"] == "harbour-10"]
    assert understood["start"].isna().tolist() == [True]
    assert understood["spans"].tolist() == [[]]


def test_a_split_cue_is_joined_by_a_space() -> None:
    attributions = make_frame("attributions")
    split = attributions[attributions["cue_spans"].map(len) == 2]
    assert split["cue"].tolist() == ["رفض التعليق"]


def test_a_kind_that_is_none_is_refused_with_those_that_are() -> None:
    with pytest.raises(UsageError, match="documents, sentences, claims"):
        build_frame("verbs", [])
