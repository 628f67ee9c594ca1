"""The formats of other programs: which there are, which way they go, and what they cannot hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from workbench.errors import InputError, UsageError
from workbench.exchange.formats import (
    brat,
    brat_reading,
    cas,
    cas_reading,
    conll,
    csv_tables,
    huggingface,
    label_studio,
    spacy_docbin,
    w3c,
    w3c_reading,
)
from workbench.exchange.formats.folders import File, load_json, read_bytes, write_folder, write_one
from workbench.exchange.formats.found import Ground
from workbench.exchange.formats.losses import Fate, Losses, LossReport
from workbench.model import Record
from workbench.scheme import Scheme

Write = Callable[[Iterable[Record], Scheme, Losses], Iterator[File]]
Read = Callable[[Path, Ground, Losses], Iterator[Record]]

RECORDS = "records"
"""The workbench's own lines, which every import understands."""

AUTO = "auto"


@dataclass(frozen=True)
class Format:
    """One format of other programs.

    Attributes
    ----------
    name
        What ``--format`` takes.
    title
        What people call it.
    fates
        The parts of a record that it has no place for, and what becomes of them in an export.
    write, read
        The converters; ``None`` where that direction is not there.
    suffix
        What the name of an export ends in; ``""`` for a folder named after the format.
    extra
        The extra of the distribution that brings its library, if it needs one.
    """

    name: str
    title: str
    fates: Mapping[str, Fate]
    write: Write | None = None
    read: Read | None = None
    suffix: str = ""
    extra: str | None = None

    @property
    def direction(self) -> Literal["both", "export", "import"]:
        """Which way records go."""
        if self.read is None:
            return "export"
        return "import" if self.write is None else "both"


FORMATS: dict[str, Format] = {
    each.name: each
    for each in (
        Format("brat", "brat standoff", brat.FATES, brat.iter_brat, brat_reading.iter_brat_records),
        Format(
            "cas-json", "UIMA CAS JSON", cas.FATES, cas.iter_cas_json,
            cas_reading.iter_cas_json_records, extra="cas",
        ),
        Format(
            "cas-xmi", "UIMA CAS XMI", cas.FATES, cas.iter_cas_xmi,
            cas_reading.iter_cas_xmi_records, extra="cas",
        ),
        Format("w3c", "W3C Web Annotation", w3c.FATES, w3c.iter_w3c, w3c_reading.iter_w3c_records),
        Format(
            "huggingface", "Hugging Face datasets", huggingface.FATES,
            huggingface.iter_huggingface, extra="huggingface",
        ),
        Format(
            "spacy", "spaCy DocBin", spacy_docbin.FATES, spacy_docbin.iter_spacy,
            suffix=".spacy", extra="spacy",
        ),
        Format("conll", "CoNLL-U Plus", conll.FATES, conll.iter_conll, suffix=".conllup"),
        Format("csv", "CSV tables", csv_tables.FATES, csv_tables.iter_csv),
        Format(
            "label-studio", "Label Studio JSON", {}, read=label_studio.iter_label_studio_records
        ),
    )
}  # fmt: skip


def find_format(name: str, direction: Literal["export", "import"]) -> Format:
    """Return the format `name`; one that does not go in `direction` is a `UsageError`."""
    able = [each for each in FORMATS.values() if each.direction in ("both", direction)]
    for each in able:
        if each.name == name:
            return each
    raise UsageError(
        f"Expected a format to {direction}, one of {', '.join(each.name for each in able)}, "
        f"got {name!r}."
    )


def write_format(
    chosen: Format, path: Path, records: Iterable[Record], scheme: Scheme
) -> tuple[int, LossReport]:
    """Write `records` to `path` and return the number of files and what was lost.

    A folder also gets a manifest with the hashes of its files and the loss report.

    Raises
    ------
    UsageError
        The format is not written, its library is not there, or `path` cannot be written.
    """
    if chosen.write is None:
        find_format(chosen.name, "export")
        raise AssertionError(chosen.name)
    losses = Losses()
    files = chosen.write(records, scheme, losses)
    if chosen.suffix:
        ((_, content),) = files
        write_one(path, content)
        return 1, losses.report(chosen.name, "export")

    def describe() -> dict[str, object]:
        lines = losses.report(chosen.name, "export").lines()
        return {"format": chosen.name, "losses": lines}

    count = write_folder(path, files, describe)
    return count, losses.report(chosen.name, "export")


def detect_format(path: Path) -> str:
    """Return the name of the format of a file or folder, or `RECORDS` where it is no other.

    Names decide, and for ``.json`` the keys of its first level.
    """
    if path.is_dir():
        for suffix, name in ((".ann", "brat"), (".xmi", "cas-xmi"), (".jsonld", "w3c")):
            if any(path.rglob(f"*{suffix}")):
                return name
        first = min(path.rglob("*.json"), default=None)
        return RECORDS if first is None else _detect_json(first)
    by_suffix = {".ann": "brat", ".xmi": "cas-xmi", ".jsonld": "w3c"}
    if path.suffix == ".json" and path.is_file():
        return _detect_json(path)
    return by_suffix.get(path.suffix, RECORDS)


def _detect_json(path: Path) -> str:
    try:
        data = load_json(read_bytes(path), str(path))
    except InputError:
        return RECORDS
    if isinstance(data, list) and data and all(label_studio.is_task(each) for each in data):
        return "label-studio"
    if isinstance(data, dict) and "%FEATURE_STRUCTURES" in data:
        return "cas-json"
    if isinstance(data, dict) and "@context" in data:
        return "w3c"
    return RECORDS
