"""The labeling configuration of a project there: extended where it has to be, never cut."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from xml.etree import ElementTree as ET

from workbench.errors import RemoteError

Names = dict[str, set[str]]
"""What a configuration can say: the values of each control."""


def read_names(config: str | None) -> Names:
    """Return the controls of a configuration with their values; the relations' are under ``""``.

    Nothing is found in what is no XML.
    """
    try:
        # A server's answer: no file is named by it, and Python's parser loads none.
        root = ET.fromstring(config or "<View/>")  # noqa: S314
    except ET.ParseError:
        return {}
    names: Names = {}
    for element in root.iter():
        if element.tag in {"Relations", "Relation"}:
            names.setdefault("", set())
        if element.tag == "Relation" and "value" in element.attrib:
            names[""].add(element.attrib["value"])
        if "name" in element.attrib:
            values = {
                each.attrib.get("alias") or each.attrib["value"]
                for each in element.iter()
                if each.tag in {"Label", "Choice"} and "value" in each.attrib
            }
            names.setdefault(element.attrib["name"], set()).update(values)
    return names


def is_enough(there: str | None, ours: str) -> bool:
    """Answer whether the configuration there can say all that ours can."""
    found = read_names(there)
    return all(name in found and values <= found[name] for name, values in read_names(ours).items())


def check_nothing_lost(there: str | None, ours: str, used: Mapping[str, set[str]]) -> None:
    """Raise where our configuration lacks something that annotations there use.

    Raises
    ------
    RemoteError
        It names the control and the labels.
    """
    known = read_names(ours)
    for name, values in sorted(used.items()):
        if name not in read_names(there):
            continue
        lost = sorted(values - known.get(name, set())) if name in known else sorted(values)
        lost = lost if known.get(name) or name not in known else []  # a control of free text
        if lost or (name not in known and values):
            shown = ", ".join(lost[:5]) or "its values"
            raise RemoteError(
                f"Expected a labeling configuration that keeps what is in use, got one without "
                f"{shown} of the control {name!r}.",
                hint="Turn the feature on again in workbench.toml, or give the server another "
                "project.",
            )


def collect_used(results: Iterable[Any]) -> Names:
    """Return the labels and choices that results use, by control."""
    used: Names = {}
    for result in results:
        for each in result if isinstance(result, list) else []:
            name = each.get("from_name") if isinstance(each, dict) else None
            value = each.get("value") if isinstance(each, dict) else None
            if isinstance(name, str) and isinstance(value, dict):
                listed = value.get(str(each.get("type")))
                words = listed if isinstance(listed, list) else []
                said = {word for word in words if isinstance(word, str)}
                if said and each.get("type") != "textarea":
                    used.setdefault(name, set()).update(said)
    return used
