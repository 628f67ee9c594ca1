"""Figures: what a text says of how many or how much, and the one way they are written down.

A figure is a number, an interval, a bound or an approximation, with its unit. Its written form is::

    FIGURE = [part ][~]AMOUNT[ UNIT]
    AMOUNT = 1500 | 10000..12000 | >=10000 | >10000 | <=500 | <500

``part`` marks a figure that counts some of what another one counts (600 of them), ``~`` an
approximation. Several figures are joined by a semicolon and a space.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

import regex

from workbench.errors import InputError

MAX_LENGTH = 400
"""The longest written form, in characters."""

_NUMBER = r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,9})?"
_UNIT = r"[\p{L}%$€£°][^;\s]{0,40}(?:[ ][^;\s]{1,40}){0,3}"
_FIGURE = regex.compile(
    rf"(?P<part>part[ ])?(?P<approximate>~)?"
    rf"(?:(?P<low>{_NUMBER})(?:\.\.(?P<high>{_NUMBER}))?|(?P<bound>[<>]=?)(?P<limit>{_NUMBER}))"
    rf"(?:[ ](?P<unit>{_UNIT}))?"
)
_FORM = "figures such as '1500', '~12000 soldier', '>=10000', '10000..12000' or 'part 600 person'"


@dataclass(frozen=True, slots=True)
class Figure:
    """How many or how much.

    Parameters
    ----------
    low, high
        The bounds; ``None`` where there is none. A number alone is an interval with equal bounds.
    approximate
        Whether the text says about, some, nearly.
    unit
        What is counted or measured, in a word or a few: ``soldier``, ``%``. ``None`` where the
        text leaves it open.
    part
        Whether it counts some of what another figure beside it counts.
    low_open, high_open
        Whether the bound itself is left out: more than, less than.
    """

    low: Decimal | None
    high: Decimal | None
    approximate: bool = False
    unit: str | None = None
    part: bool = False
    low_open: bool = False
    high_open: bool = False

    @property
    def is_exact(self) -> bool:
        """Whether it is one number, not approximated."""
        return self.low is not None and self.low == self.high and not self.approximate

    def __str__(self) -> str:
        """Return the written form."""
        mark = "~" if self.approximate else ""
        unit = f" {self.unit}" if self.unit else ""
        return f"{'part ' if self.part else ''}{mark}{self._amount()}{unit}"

    def _amount(self) -> str:
        if self.low is None:
            return f"{'<' if self.high_open else '<='}{write_number(self.high or Decimal(0))}"
        if self.high is None:
            return f"{'>' if self.low_open else '>='}{write_number(self.low)}"
        if self.low == self.high:
            return write_number(self.low)
        return f"{write_number(self.low)}..{write_number(self.high)}"


def write_number(number: Decimal) -> str:
    """Return `number` in digits, without an exponent and without zeros that say nothing.

    Examples
    --------
    >>> write_number(Decimal("1.50")), write_number(Decimal("1E+4"))
    ('1.5', '10000')
    """
    digits = f"{number:f}"
    digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return "0" if digits in ("-0", "") else digits


def dump_figures(figures: Iterable[Figure]) -> str | None:
    """Return the written form of `figures`; ``None`` where there is none."""
    return "; ".join(map(str, figures)) or None


def load_figures(text: str) -> tuple[Figure, ...]:
    """Return the figures that `text` writes down.

    Spaces may be doubled and a percent sign may touch its number; `dump_figures` gives the one
    canonical form.

    Raises
    ------
    InputError
        If `text` is not a list of figures.

    Examples
    --------
    >>> [figure.low for figure in load_figures("~12000 soldier; part 600 killed")]
    [Decimal('12000'), Decimal('600')]
    """
    if len(text) > MAX_LENGTH:
        raise InputError(
            f"Expected at most {MAX_LENGTH} characters of figures, got {len(text)}.", subject=text
        )
    return tuple(_load_figure(piece, text) for piece in text.split(";"))


def is_figures(text: str) -> bool:
    """Answer whether `text` is the canonical written form of one figure or of several."""
    try:
        return dump_figures(load_figures(text)) == text
    except InputError:
        return False


def _load_figure(piece: str, text: str) -> Figure:
    plain = regex.sub(r"(?<=\d)%", " %", " ".join(piece.split()))
    match = _FIGURE.fullmatch(plain)
    if match is None:
        raise InputError(f"Expected {_FORM}, got {piece.strip()!r}.", subject=text)
    low, high = _read_bounds(match.groupdict())
    if low is not None and high is not None and high < low:
        raise InputError(f"Expected the smaller number first, got {piece.strip()!r}.", subject=text)
    return Figure(
        low,
        high,
        approximate=bool(match["approximate"]),
        unit=match["unit"],
        part=bool(match["part"]),
        low_open=match["bound"] == ">",
        high_open=match["bound"] == "<",
    )


def _read_bounds(groups: dict[str, str | None]) -> tuple[Decimal | None, Decimal | None]:
    if groups["low"] is not None:
        low = _read_number(groups["low"])
        return low, low if groups["high"] is None else _read_number(groups["high"])
    limit = _read_number(groups["limit"] or "0")
    return (limit, None) if (groups["bound"] or "").startswith(">") else (None, limit)


def _read_number(digits: str) -> Decimal:
    try:
        return Decimal(write_number(Decimal(digits)))
    except InvalidOperation as error:  # pragma: no cover - the pattern lets only digits through
        raise InputError(f"Expected a number, got {digits!r}.") from error
