"""Figures and dates of claims that belong together and cannot both be true."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.record_strategies import small_record
from workbench.curation.checking import check_layer
from workbench.curation.conflicts import Stated, explain, find_figure_conflicts, list_row_conflicts
from workbench.model import ClaimRef, Link
from workbench.scheme import adopt_features, load_scheme, upgrade_record
from workbench.text import is_figures

ONE, OTHER = ClaimRef("a", "c1"), ClaimRef("b", "c1")


def in_cluster(first: str, second: str, feature: str = "figure") -> bool:
    """Answer whether two claims of one cluster are in conflict, whichever comes first."""
    pairs = [(ONE, OTHER), (OTHER, ONE)]
    found = [
        find_figure_conflicts(
            [Stated(one, "k", **{feature: first}), Stated(other, "k", **{feature: second})]
        )
        for one, other in pairs
    ]
    assert bool(found[0]) == bool(found[1])
    return bool(found[0])


@pytest.mark.parametrize(
    ("first", "second", "conflict"),
    [
        ("1500 soldier", "3000 soldier", True),
        ("1500 soldier", "1500 soldier", False),
        ("1500 soldier", "1500 ship", False),
        ("1500 soldier", "1600", True),
        ("1500 soldier; 5 base", "1600", False),
        ("~1500 soldier", "1600 soldier", False),
        ("~1500 soldier", "1700 soldier", True),
        (">=3000 soldier", "3000 soldier", False),
        (">3000 soldier", "3000 soldier", True),
        (">3000 soldier", "<=3000 soldier", True),
        (">3000", "<3001", False),
        ("10000..12000 soldier", "<=12000 soldier", False),
        ("10000..12000 soldier", "12001..13000 soldier", True),
        ("<=500", ">=501", True),
        ("4700 person; part 600 killed", "4700 person; part 700 killed", True),
        ("4700 person; part 600 person", "600 person", True),
        ("10 ship; 12 ship", "12 ship", False),
        ("many", "5", False),
    ],
)
def test_figures_of_one_cluster_have_to_meet(first: str, second: str, conflict: bool) -> None:
    assert in_cluster(first, second) is conflict


@pytest.mark.parametrize(
    ("first", "second", "conflict"),
    [
        ("2031-10", "2031-10-24", False),
        ("2031-10", "2031-11", True),
        ("2031-10-08/2031-10-13", "2031-10-13", False),
        ("2031-10/..", "2031-11", False),
        ("2031-22", "2031-12", True),
        ("no date", "2031", False),
    ],
)
def test_dates_of_one_cluster_have_to_meet(first: str, second: str, conflict: bool) -> None:
    assert in_cluster(first, second, "date") is conflict


@pytest.mark.parametrize(
    ("relation", "first", "second", "conflict"),
    [
        ("same", "1500", "3000", True),
        ("restates", "1500", "3000", True),
        ("part_of", "600 person", "4700 person", False),
        ("part_of", "part 600 person", "4700 person", False),
        ("part_of", "4700 person", "600 person", True),
        ("part_of", ">=600", "600", False),
        ("part_of", ">600", "600", True),
        ("contradicts", "1500", "3000", False),
        ("updates", "1500", "3000", False),
        ("none", "1500", "3000", False),
    ],
)
def test_a_link_says_what_has_to_fit(
    relation: str, first: str, second: str, conflict: bool
) -> None:
    claims = [Stated(ONE, figure=first), Stated(OTHER, figure=second)]
    found = find_figure_conflicts(claims, [Link(relation, ONE, OTHER)])  # type: ignore[arg-type]
    assert [each.tie for each in found] == ([relation] if conflict else [])


def test_a_pair_is_told_once_for_each_feature() -> None:
    claims = [Stated(ONE, "k", "5", "2031"), Stated(OTHER, "k", "6", "2032")]
    found = find_figure_conflicts(claims, [Link("same", ONE, OTHER)])
    assert [(each.tie, each.feature, each.cluster) for each in found] == [
        ("cluster", "date", "k"), ("cluster", "figure", "k"),
    ]  # fmt: skip


def test_links_of_claims_that_are_gone_say_nothing() -> None:
    assert find_figure_conflicts([Stated(ONE, figure="5")], [Link("same", ONE, OTHER)]) == []


_NUMBERS = st.integers(0, 40)
_FIGURES = st.one_of(
    _NUMBERS.map(str),
    _NUMBERS.map(lambda low: f"~{low}"),
    st.tuples(_NUMBERS, _NUMBERS).map(lambda pair: f"{min(pair)}..{max(pair) + 1}"),
    st.tuples(st.sampled_from([">=", "<=", ">", "<"]), _NUMBERS).map(
        lambda each: f"{each[0]}{each[1]}"
    ),
)


@given(_FIGURES, _FIGURES)
def test_it_does_not_matter_who_comes_first(first: str, second: str) -> None:
    assert is_figures(first)
    in_cluster(first, second)


@given(_FIGURES.filter(lambda text: text != "<0"))
def test_nobody_is_in_conflict_with_who_says_the_same(figure: str) -> None:
    assert not in_cluster(figure, figure)


def test_a_layer_and_a_ledger_are_told_of_conflicts() -> None:
    scheme = load_scheme(features=["figure"]).with_features(["figure"])
    record = adopt_features(upgrade_record(small_record(), "1.1"), scheme)
    figures = ["1500 soldier", "3000 soldier"]
    claims = tuple(
        msgspec.structs.replace(claim, cluster="k", features={"figure": figure})
        for claim, figure in zip(record.claims, figures, strict=False)
    )
    record = msgspec.structs.replace(record, claims=claims)
    (found,) = [each for each in check_layer([record]) if each.kind == "figure"]
    assert (found.items, found.elsewhere[0].item) == (("c1",), "c2")
    assert "1500 soldier" in found.why
    (clash,) = list_row_conflicts([record], [])["k"]
    assert explain(clash) == found.why
    assert (clash.first.value, clash.second.value) == ("1500 soldier", "3000 soldier")
    apart = tuple(msgspec.structs.replace(claim, cluster=None) for claim in claims)
    record = msgspec.structs.replace(record, claims=apart)
    ends = [ClaimRef(record.document.id, claim.id) for claim in claims]
    rows = list_row_conflicts([record], [Link("same", *ends)])
    assert list(rows) == [f"{ref.document} {ref.claim}" for ref in ends]
    assert list_row_conflicts([record], []) == {}
