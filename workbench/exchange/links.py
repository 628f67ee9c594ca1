"""The file of links: one line for what a layer says of a pair of claims."""

from __future__ import annotations

from pathlib import Path

import msgspec

from workbench.errors import RecordError
from workbench.exchange.files import iter_lines
from workbench.model import LinkLine, name_pair


def read_links(path: Path) -> tuple[LinkLine, ...]:
    """Return the links of a file.

    Raises
    ------
    InputError
        The file cannot be read.
    RecordError
        A line is no link, links a claim to itself, or speaks of a pair a second time.
    """
    found: dict[tuple[str, str], LinkLine] = {}
    for number, text in iter_lines(path):
        line = _load(text, f"{path}:{number}")
        name = line.layer, name_pair(line.start, line.end)
        if name in found:
            raise RecordError(f"{path}:{number}: Expected each pair of a layer once, got it again.")
        if line.start == line.end:
            raise RecordError(f"{path}:{number}: Expected two claims, got one and the same.")
        found[name] = line
    return tuple(found.values())


def _load(text: str, place: str) -> LinkLine:
    try:
        return msgspec.json.decode(text, type=LinkLine)
    except (msgspec.DecodeError, UnicodeEncodeError) as error:
        expected = ", ".join(LinkLine.__struct_encode_fields__)
        raise RecordError(f"{place}: Expected a link ({expected}), got: {error}.") from error
