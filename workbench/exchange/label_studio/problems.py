"""What is wrong with a result before it is sent: a server refuses nothing, and its editor breaks.

A relation to a region that is not there, for example, makes the editor an empty page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from workbench.exchange.label_studio.canonical import is_region
from workbench.exchange.label_studio.controls import PART, ROLE, TEXT, Control, list_controls
from workbench.exchange.label_studio.parsing import as_dict, as_list
from workbench.exchange.label_studio.tasks import (
    is_sendable,
    is_sendable_json,
    iter_unsendable,
)
from workbench.scheme import Scheme
from workbench.scheme.violations import Problem, show, show_choices

Item = dict[str, Any]

_SAID = {"labels": "labels", "textarea": "text"}
"""Where in a value of each kind stands what is said; a choice otherwise."""


def list_problems(
    result: Sequence[Any],
    text: str,
    scheme: Scheme,
    base: Sequence[Any] = (),
    *,
    content: bytes | None = None,
) -> tuple[Problem, ...]:
    """Return all that is wrong with `result` over `text`; none of it repeats the article.

    Parameters
    ----------
    base
        What the server holds already: parts of it are not judged, except for relations to regions
        that are no longer there.
    content
        The result as JSON, where somebody has it already.
    """
    sendable = is_sendable(result) if content is None else is_sendable_json(content)
    checker = _Checker(result, text, scheme, base, sendable=sendable)
    is_usual = checker.is_usual if sendable and not base else _is_never
    for index, entry in enumerate(result):
        if not is_usual(entry):
            checker.check(entry, f"/{index}")
    return tuple(checker.problems)


class _Checker:
    def __init__(
        self,
        result: Sequence[Any],
        text: str,
        scheme: Scheme,
        base: Sequence[Any],
        *,
        sendable: bool,
    ) -> None:
        items = [each for each in result if isinstance(each, dict)]
        self._text = text
        self._controls = list_controls(scheme)
        self._there = {str(each["id"]) for each in items if "id" in each}
        self._labels = {str(each.get("id")): _label(each) for each in items if is_region(each)}
        self._base = defaultdict(list)
        for each in base:
            self._base[_name(each)].append(each)
        self._sendable = sendable
        self._seen: set[tuple[str, ...]] = set()
        self.problems: list[Problem] = []

    def is_usual(self, entry: Any) -> bool:
        """Answer whether a region, or what is said of one, is as nearly all are: nothing is wrong.

        What `check` looks for in one glance; `False` says only that it has to look.
        """
        try:
            name, kind, value = entry["id"], entry["type"], entry["value"]
            control = self._controls[entry["from_name"]]
            start, end = value["start"], value["end"]
            is_region = kind == "labels"
            said = value[_SAID.get(kind, "choices")]
            if not (
                type(name) is str
                and type(said) is list
                and len(said) == 1
                and (kind, entry["to_name"]) == (control.kind, TEXT)
                and (said[0] in control.values if control.values else type(said[0]) is str)
                and type(start) is int
                and type(end) is int
                and 0 <= start < end <= len(self._text)
            ):
                return False
            if is_region:
                key: tuple[str, ...] = ("region", name)
                if "#" in name or not name or value["text"] != self._text[start:end]:
                    return False
            else:
                key = ("value", control.name, name)
                if self._labels[name] not in control.labels:
                    return False
        except (KeyError, TypeError):
            return False
        if key in self._seen:
            return False
        self._seen.add(key)
        return True

    def check(self, entry: Any, at: str) -> None:
        """Append to `problems` what is wrong with one entry of the result."""
        if isinstance(entry, dict) and entry.get("type") == "relation":
            self._check_relation(entry, at)
        elif self._is_there(entry):
            return
        elif not isinstance(entry, dict):
            self._report(at, "an object", entry)
        else:
            if not self._sendable:
                self.problems.extend(iter_unsendable(entry, at))
            if is_region(entry):
                self._check_region(entry, at)
            else:
                self._check_value(entry, at)

    def _is_there(self, entry: Any) -> bool:
        return bool(self._base) and entry in self._base.get(_name(entry), ())

    def _report(self, at: str, expected: str, got: Any) -> None:
        self.problems.append(Problem(at, expected, show(got)))

    def _once(self, at: str, what: str, *key: str) -> None:
        if key in self._seen:
            self.problems.append(Problem(at, f"one {what}", "another"))
        self._seen.add(key)

    def _check_relation(self, relation: Item, at: str) -> None:
        ends = (str(relation.get("from_id")), str(relation.get("to_id")))
        for name, end in zip(("from_id", "to_id"), ends, strict=True):
            if end not in self._there:
                self._report(f"{at}/{name}", "the id of a region of this result", end)
        self._once(at, "relation from one region to another", "relation", *ends)
        if self._is_there(relation):
            return
        if relation.get("direction") not in ("right", "left", "bi"):
            self._report(f"{at}/direction", '"right" | "left" | "bi"', relation.get("direction"))
        for label in as_list(relation.get("labels")):
            if label != PART:
                self._report(f"{at}/labels", f'"{PART}"', label)

    def _check_region(self, region: Item, at: str) -> None:
        name, value = region.get("id"), as_dict(region.get("value"))
        if not isinstance(name, str) or not name or "#" in name:
            self._report(f"{at}/id", "a text without #", name)
        self._once(f"{at}/id", "region of an id", "region", str(name))
        self._check_names(region, self._controls.get(ROLE), at)
        labels = value.get("labels")
        values = self._controls[ROLE].values
        if not isinstance(labels, list) or len(labels) != 1 or labels[0] not in values:
            self._report(f"{at}/value/labels", f"one of {show_choices(values)}", labels)
        self._check_edges(value, value.get("text"), at)

    def _check_edges(self, value: Item, words: Any, at: str) -> None:
        start, end = value.get("start"), value.get("end")
        length = len(self._text)
        if type(start) is not int or type(end) is not int:
            limit = f"integers 0 <= start < end <= {length}"
            self._report(f"{at}/value", limit, [start, end])
        elif not 0 <= start < end <= length:
            limit = f"0 <= start < end <= {length}"
            self.problems.append(Problem(f"{at}/value", limit, f"{start} and {end}"))
        elif isinstance(words, str) and words != self._text[start:end]:
            got = f"other words of {len(words)} characters"
            self.problems.append(Problem(f"{at}/value/text", "the text at the offsets", got))

    def _check_value(self, result: Item, at: str) -> None:
        name = str(result.get("from_name"))
        control = self._controls.get(name)
        if control is None:
            self._report(f"{at}/from_name", "a control of the configuration", name)
            return
        self._check_names(result, control, at)
        self._check_owner(result, control, at)
        value = as_dict(result.get("value"))
        if control.kind == "textarea":
            said = value.get("text")
            if not isinstance(said, list) or not all(isinstance(each, str) for each in said):
                self.problems.append(Problem(f"{at}/value/text", "a list of texts", "another"))
        else:
            said = value.get("choices")
            known = isinstance(said, list) and all(each in control.values for each in said)
            if not known or len(as_list(said)) != 1:
                expected = f"one of {show_choices(control.values)}"
                self._report(f"{at}/value/choices", expected, said)

    def _check_owner(self, result: Item, control: Control, at: str) -> None:
        name = str(result.get("id"))
        if not control.labels:
            self._once(at, f"value of {control.name} for the article", "task", control.name)
            return
        self._once(at, f"value of {control.name} for a region", "value", control.name, name)
        if name not in self._labels:
            self._report(f"{at}/id", "the id of a region of this result", name)
        elif self._labels[name] not in control.labels:
            # The editor drops the value when somebody saves.
            expected = f"a region of {show_choices(control.labels)}"
            self._report(f"{at}/from_name", expected, self._labels[name])
        else:
            self._check_edges(as_dict(result.get("value")), None, at)

    def _check_names(self, result: Item, control: Control | None, at: str) -> None:
        if control is None:
            return
        named = (result.get("from_name"), result.get("to_name"), result.get("type"))
        if named == (control.name, TEXT, control.kind):
            return
        wanted = {"from_name": control.name, "to_name": TEXT, "type": control.kind}
        for key, value in wanted.items():
            if result.get(key) != value:
                self._report(f"{at}/{key}", f'"{value}"', result.get(key))


def _is_never(_entry: Any) -> bool:
    return False


def _name(entry: Any) -> tuple[str, ...]:
    """Return what equal entries share, so that few of them have to be compared."""
    return tuple(str(as_dict(entry).get(key)) for key in ("id", "from_name", "from_id", "to_id"))


def _label(region: Item) -> str:
    labels = as_list(as_dict(region.get("value")).get("labels"))
    return str(labels[0]) if labels else ""
