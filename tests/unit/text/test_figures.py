"""The written form of figures."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import InputError
from workbench.text import Figure, dump_figures, is_figures, load_figures

_UNITS = st.sampled_from(["soldier", "%", "square kilometre", "دولار", None])
_NUMBERS = st.decimals(min_value=0, max_value=10**12, places=2) | st.integers(0, 10**15).map(
    Decimal
)


@st.composite
def _figures(draw: st.DrawFn) -> Figure:
    low, high = sorted([draw(_NUMBERS), draw(_NUMBERS)])
    bounds = draw(st.sampled_from(["number", "range", "least", "most"]))
    approximate, unit, part, is_open = draw(
        st.tuples(st.booleans(), _UNITS, st.booleans(), st.booleans())
    )
    if bounds == "least":
        return Figure(low, None, approximate, unit, part, low_open=is_open)
    if bounds == "most":
        return Figure(None, high, approximate, unit, part, high_open=is_open)
    return Figure(low, high if bounds == "range" else low, approximate, unit, part)


@given(st.lists(_figures(), min_size=1, max_size=4))
def test_what_is_written_down_is_read_again(figures: list[Figure]) -> None:
    text = dump_figures(figures)
    assert text is not None
    assert load_figures(text) == tuple(figures)
    assert is_figures(text)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("1500", "1500"),
        ("~12000 soldier;part 600 killed", "~12000 soldier; part 600 killed"),
        ("45%", "45 %"),
        (" >=10000 ", ">=10000"),
        ("10000..12000  soldier", "10000..12000 soldier"),
        ("1.50 dollar", "1.5 dollar"),
        ("part ~>200", "part ~>200"),
    ],
)
def test_figures_have_one_canonical_form(text: str, canonical: str) -> None:
    assert dump_figures(load_figures(text)) == canonical
    assert is_figures(text) == (text == canonical)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soldier",
        "12000..10000",
        "1,500",
        "1e4",
        "5 ;",
        ">=",
        "~",
        "12 .. 15",
        "NaN",
        "5 a;b",
        "٣",
        "1" * 500,
    ],
)
def test_what_is_no_figure_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        load_figures(text)
    assert not is_figures(text)


def test_no_figures_are_no_text() -> None:
    assert dump_figures([]) is None


def test_a_figure_says_whether_it_is_one_number() -> None:
    assert [figure.is_exact for figure in load_figures("5; ~5; 5..6; >=5")] == [
        True,
        False,
        False,
        False,
    ]
