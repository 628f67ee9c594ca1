"""Hugging Face `datasets`: a folder that `load_dataset` opens, with explicit features.

``data/train.parquet`` has one row a document with all that the record holds; ``features.json`` the
same features for those who read Parquet otherwise; ``README.md`` says which file is which split.
Labels are `ClassLabel`s of the scheme. What has no fixed keys (metadata, features) is JSON in a
string. Written only: the format `documents` is what an import reads.

The same state gives the same bytes with the same version of pyarrow, which writes its own number
into the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import islice
from typing import Any

import msgspec

from workbench.exchange.formats.extras import import_extra
from workbench.exchange.formats.folders import File, dump_json
from workbench.exchange.formats.losses import Fate, Losses
from workbench.model import REALIZATIONS, SEGMENT_KINDS, STATUSES, VOICES, Record, dump_line
from workbench.scheme import Scheme

FATES: dict[str, Fate] = {}

_ROWS = 500  # documents in a row group
_PATH = "data/train.parquet"


def iter_huggingface(records: Iterable[Record], scheme: Scheme, _losses: Losses) -> Iterator[File]:
    """Yield the files of a data set with the split ``train``."""
    features = build_features(scheme)
    pyarrow, parquet = (
        import_extra("pyarrow", "huggingface"),
        import_extra("pyarrow.parquet", "huggingface"),
    )
    schema = features.arrow_schema
    content = BytesIO()
    rows = (build_row(record) for record in records)
    with parquet.ParquetWriter(content, schema) as writer:
        while batch := list(islice(rows, _ROWS)):
            encoded = [features.encode_example(row) for row in batch]
            writer.write_table(pyarrow.Table.from_pylist(encoded, schema=schema))
    yield _PATH, content.getvalue()
    yield "features.json", dump_json(features.to_dict())
    yield "README.md", dump_card().encode("utf-8")


def build_features(scheme: Scheme) -> Any:
    """Return the features of a record: every column with its type, labels by name."""
    datasets = import_extra("datasets", "huggingface")
    text, flag = datasets.Value("string"), datasets.Value("bool")
    place = {"start": datasets.Value("int32"), "end": datasets.Value("int32")}

    def label(values: Iterable[str]) -> Any:
        return datasets.ClassLabel(names=list(values))

    def rows(**columns: Any) -> Any:
        return datasets.List(columns)

    def texts(*names: str) -> dict[str, Any]:
        return dict.fromkeys(names, text)

    spans = rows(**place, text=text)
    common = {**texts("features", "origin"), "unsure": flag, "note": text}
    source = {
        "spans": spans,
        "realization": label(REALIZATIONS),
        "entities": datasets.List(text),
    }
    document = ("id", "language", "title", "publisher", "url", "published", "metadata", "text")
    provenance = ("adjudicator", "guideline_version", "scheme", "scheme_version")
    return datasets.Features(
        {
            "schema_version": text,
            "document": texts(*document, "text_sha256"),
            "segments": rows(**place, kind=label(SEGMENT_KINDS), **texts("published", "reason")),
            "sentences": rows(id=text, **place),
            "claims": rows(
                **texts("id", "sentence"), spans=spans, voice=label(VOICES),
                **texts("cluster", "proposition"), **common,
            ),
            "attributions": rows(
                **texts("id", "sentence"), source=source, cue=spans,
                targets=datasets.List(text), anchor=spans,
                stance=label(each.value for each in scheme.stances),
                certainty=label(each.value for each in scheme.certainty_labels), **common,
            ),
            "decisions": rows(sentence=text, status=label(STATUSES), flagged=flag, comment=text),
            "provenance": {
                "layer": text, "annotators": datasets.List(text), **texts(*provenance),
            },
        }
    )  # fmt: skip


def build_row(record: Record) -> dict[str, Any]:
    """Return `record` as a row: plain data, with objects of free keys as JSON."""
    row: dict[str, Any] = msgspec.to_builtins(record)
    row["document"]["metadata"] = dump_line(record.document.metadata)
    for item in (*row["claims"], *row["attributions"]):
        item["features"] = dump_line(item["features"])
    return row


def dump_card() -> str:
    """Return the page that tells `load_dataset` where the rows are."""
    return (
        "---\nconfigs:\n- config_name: default\n  data_files:\n"
        f"  - split: train\n    path: {_PATH}\n---\n\n"
        "# Claims, sources and stances\n\n"
        "One row a document. Offsets count Unicode code points of `document.text`, `[start, end)`."
        " `metadata` and `features` are JSON in a string.\n\n"
        "```python\nfrom datasets import load_dataset\n\n"
        'load_dataset("PATH_OF_THIS_FOLDER", split="train")\n```\n'
    )
