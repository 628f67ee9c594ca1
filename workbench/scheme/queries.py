"""What a search asks for: words, and filters, which may be typed between them.

``stance:deny source:"وزارة البحر" date:2031-04 جسر`` asks for what the same filters ask for where
they are chosen by hand. Filters and labels are understood in English and in Arabic.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any

import msgspec
import regex

from workbench.errors import UsageError
from workbench.scheme.labels import RoleName
from workbench.scheme.scheme import Scheme
from workbench.text import find_bounds, fold_key, parse_query

ROLES: tuple[RoleName, ...] = ("claim", "source", "cue")
"""The roles that words can be looked for in."""

FILTERS: Mapping[str, tuple[str, ...]] = {
    "role": ("role", "دور"),
    "stance": ("stance", "موقف"),
    "source": ("source", "مصدر"),
    "published": ("published", "نشر"),
    "date": ("date", "تاريخ"),
}
"""What each filter may be called where it is typed, English first."""

_BY_NAME = {fold_key(name): key for key, names in FILTERS.items() for name in names}
_TYPED = regex.compile(
    r"(?<![^\s])(?P<name>\p{L}+):(?:[\"«“„](?P<quoted>[^\"«»“”„]*)[\"»”“]|(?P<plain>[^\s\"«»“”„]*))"
)


class Query(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A search: all that is given has to be met; at least one thing has to be.

    Parameters
    ----------
    words
        Words, and words in quotation marks, as `workbench.text.parse_query` reads them.
    role
        ``claim``, ``source`` or ``cue``: the words stand inside one, in the layer looked in.
    stance
        Of an attribution; with `source`, of one whose source that is.
    source
        Words in the name of a source.
    published
        When the text was published, in EDTF: what overlaps it is met.
    date
        The same, or the date that a claim is of.
    """

    words: str = ""
    role: str | None = None
    stance: str | None = None
    source: str | None = None
    published: str | None = None
    date: str | None = None

    @property
    def asks_layer(self) -> bool:
        """Whether it asks for what somebody said of the texts."""
        return any(each is not None for each in (self.role, self.stance, self.source))

    @property
    def is_empty(self) -> bool:
        """Whether it asks for nothing."""
        return not parse_query(self.words) and not any(
            (self.role, self.stance, self.source, self.published, self.date)
        )


def read_query(text: str, scheme: Scheme, **chosen: str | None) -> Query:
    """Return what `text` asks for, together with the filters that were `chosen` beside it.

    Raises
    ------
    UsageError
        A filter has no such value, or is given twice.
    """
    given = {key: [value] for key, value in chosen.items() if value}
    words: list[str] = []
    end = 0
    for match in _TYPED.finditer(text):
        key = _find_filter(match["name"])
        if key is not None:
            given.setdefault(key, []).append(match["quoted"] or match["plain"] or "")
            words.append(text[end : match.start()])
            end = match.end()
    values: dict[str, Any] = {key: _read_value(key, found, scheme) for key, found in given.items()}
    return Query(" ".join(" ".join([*words, text[end:]]).split()), **values)


def _find_filter(name: str) -> str | None:
    """Return the filter that is called so; None where it is a word with a colon after it."""
    folded = fold_key(name)
    if folded not in _BY_NAME and get_close_matches(folded, _BY_NAME, n=1, cutoff=0.8):
        known = ", ".join(FILTERS)
        raise UsageError(
            f"Expected a filter ({known}) before a colon, got {name}.",
            hint="Put words with a colon in quotation marks.",
            wording=("search_filter", {"name": name}),
        )
    return _BY_NAME.get(folded)


def _read_value(key: str, found: Sequence[str], scheme: Scheme) -> str:
    value = found[0]
    if len(set(found)) > 1:
        raise UsageError(
            f"Expected one value for {key}, got {' and '.join(found)}.",
            wording=("search_twice", {"name": f"search.{key}"}),
        )
    if key == "role":
        roles = [each for each in scheme.roles if each.value in ROLES]
        return _find_label(key, value, roles)
    if key == "stance":
        return _find_label(key, value, scheme.stances)
    if key == "source" and not regex.search(r"[\p{L}\p{N}]", value):
        raise UsageError(
            f"Expected words of a source's name, got {value!r}.", wording=("search_source", {})
        )
    return value if key == "source" else _read_date(value)


def _read_date(value: str) -> str:
    plain = "".join(str(unicodedata.decimal(each, each)) for each in value)
    if find_bounds(plain) == (None, None):
        raise UsageError(
            f"Expected a date or a stretch of time in EDTF, got {value!r}.",
            hint="Such as 2031-04, 2031-04-05/2031-06 or 2031/.. for 2031 and later.",
            wording=("search_date", {"got": value}),
        )
    first, last = find_bounds(plain)
    if first is not None and last is not None and first > last:
        raise UsageError(
            f"Expected a stretch of time with the end not before the start, got {value!r}.",
            wording=("search_date", {"got": value}),
        )
    return plain


def _find_label(key: str, value: str, labels: Sequence[Any]) -> str:
    """Return the label called `value`, or called so in English or Arabic."""
    wanted = _fold_label(value)
    names = {}
    for label in labels:
        for name in (label.value, label.name.en, label.name.ar):
            names[_fold_label(name)] = label.value
    if wanted not in names:
        known = ", ".join(f"{label.value} ({label.name.ar})" for label in labels)
        raise UsageError(
            f"Expected a {key}, one of {known}, got {value!r}.",
            wording=("search_label", {"name": f"search.{key}", "got": value, "known": known}),
        )
    return str(names[wanted])


def _fold_label(name: str) -> str:
    return " ".join(fold_key(name).replace("_", " ").split())
