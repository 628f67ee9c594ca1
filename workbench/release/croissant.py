"""Metadata in the Croissant 1.1 format, which tools for data sets read.

Nothing in it comes from a clock: its dates are the days on which the articles were published.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from workbench.release.card import Card
from workbench.release.manifest import FileEntry
from workbench.release.places import DOCUMENTS, SENTENCES, TRIPLES

VERSION = "http://mlcommons.org/croissant/1.1"
_LINES = "application/jsonlines"
_FORMATS = {".jsonl": _LINES, ".json": "application/json", ".md": "text/markdown"}

# The terms of the format, as its specification lists them.
_TERMS = (
    "arrayShape", "citeAs", "column", "containedIn", "equivalentProperty", "extract", "field",
    "fileObject", "fileProperty", "fileSet", "format", "includes", "isArray", "isLiveDataset",
    "jsonPath", "key", "md5", "parentField", "path", "recordSet", "references", "regex", "repeated",
    "replace", "samplingRate", "separator", "source", "subField", "transform",
)  # fmt: skip
_CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "dct": "http://purl.org/dc/terms/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "sc": "https://schema.org/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "description": {"@container": "@language"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "name": {"@container": "@language"},
    **{term: f"cr:{term}" for term in _TERMS},
    "conformsTo": "dct:conformsTo",
}

Field = tuple[str, str, str, str | None, str]
"""Name, type, column of the line, path inside it where it is an object, and what it means."""

_TEXT, _NUMBER, _FLAG = "sc:Text", "sc:Integer", "sc:Boolean"
_FIELDS: dict[str, tuple[Field, ...]] = {
    DOCUMENTS: (
        ("id", _TEXT, "document", "$.id", "The document's id."),
        ("language", _TEXT, "document", "$.language", "Its language, BCP 47."),
        ("title", _TEXT, "document", "$.title", "Its title."),
        ("publisher", _TEXT, "document", "$.publisher", "Who published it."),
        ("url", _TEXT, "document", "$.url", "Where."),
        ("published", _TEXT, "document", "$.published", "When, EDTF."),
        ("text", _TEXT, "document", "$.text", "The text that all offsets count code points of."),
        ("text_sha256", _TEXT, "document", "$.text_sha256", "The SHA-256 of the text in UTF-8."),
    ),
    SENTENCES: (
        ("document", _TEXT, "document", None, "The document's id."),
        ("sentence", _TEXT, "sentence", None, "The sentence's id."),
        ("start", _NUMBER, "start", None, "Where it begins, in code points."),
        ("end", _NUMBER, "end", None, "Where it ends, in code points, exclusive."),
        ("text", _TEXT, "text", None, "Its words."),
        ("kind", _TEXT, "kind", None, "The kind of the segment it begins in."),
        ("published", _TEXT, "published", None, "The date that holds for it, EDTF."),
        ("status", _TEXT, "status", None, "open, done or skipped."),
        ("flagged", _FLAG, "flagged", None, "Whether somebody flagged it."),
    ),
    TRIPLES: (
        ("document", _TEXT, "document", None, "The document's id."),
        ("sentence", _TEXT, "sentence", None, "The sentence's id."),
        ("attribution", _TEXT, "attribution", None, "The attribution's id."),
        ("realization", _TEXT, "source", "$.realization", "How the source is realised."),
        ("claim", _TEXT, "claim", "$.id", "The claim's id."),
        ("claim_text", _TEXT, "claim", "$.text", "The claim's words."),
        ("stance", _TEXT, "stance", None, "The source's attitude to the claim."),
        ("certainty", _TEXT, "certainty", None, "How sure the source is, where that is said."),
        ("factbank", _TEXT, "factbank", None, "The FactBank code of the two."),
    ),
}  # fmt: skip


def dump_croissant(card: Card, files: Iterable[FileEntry]) -> str:
    """Return the metadata of the release; `files` are those that it hands out."""
    entries = list(files)
    data = {**_describe(card), "distribution": [_describe_file(entry) for entry in entries]}
    sets = [made for entry in entries if (made := _describe_records(entry, card)) is not None]
    if sets:
        data["recordSet"] = sets
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _describe(card: Card) -> dict[str, Any]:
    tally, manifest = card.tally, card.manifest
    texts = "" if manifest.texts == "included" else " Without the articles' texts."
    days = sorted(tally.days)
    optional: dict[str, Any] = {
        "license": manifest.license,
        "inLanguage": sorted(tally.languages),
        "datePublished": days[-1] if days else None,
        "temporalCoverage": f"{days[0]}/{days[-1]}" if days else None,
    }
    return {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": VERSION,
        "name": manifest.name,
        "description": (
            f"{tally.documents} news articles with {tally.claims} claims and "
            f"{tally.attributions} attributions: who affirms, denies, doubts or relays what. "
            f"Label scheme {manifest.scheme} {manifest.scheme_version}.{texts}"
        ),
        **{key: value for key, value in optional.items() if value},
    }


def _describe_file(entry: FileEntry) -> dict[str, Any]:
    end = entry.path[entry.path.rindex(".") :]
    return {
        "@type": "cr:FileObject",
        "@id": entry.path,
        "name": entry.path,
        "contentUrl": entry.path,
        "contentSize": f"{entry.bytes} B",
        "encodingFormat": _FORMATS[end],
        "sha256": entry.sha256,
    }


def _describe_records(entry: FileEntry, card: Card) -> dict[str, Any] | None:
    for end, fields in _FIELDS.items():
        if entry.path == f"{card.material.prefix}{end}" and entry.bytes:
            name = end.split(".")[1]
            return {
                "@type": "cr:RecordSet",
                "@id": name,
                "name": name,
                "field": list(_iter_fields(name, entry.path, fields)),
            }
    return None


def _iter_fields(records: str, path: str, fields: Iterable[Field]) -> Iterator[dict[str, Any]]:
    for name, kind, column, inside, said in fields:
        source: dict[str, Any] = {"fileObject": {"@id": path}, "extract": {"column": column}}
        if inside is not None:
            source["transform"] = {"jsonPath": inside}
        yield {
            "@type": "cr:Field",
            "@id": f"{records}/{name}",
            "name": name,
            "description": said,
            "dataType": kind,
            "source": source,
        }
