"""Invented articles for releases: about a lighthouse, a mill and a bridge that are nowhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from workbench.exchange import write_lines
from workbench.model import (
    SCHEMA_VERSION,
    Attribution,
    Claim,
    Decision,
    Document,
    Provenance,
    Record,
    Segment,
    Sentence,
    Source,
    Span,
    canonicalize,
    compute_text_sha256,
    derive_voices,
    dump_record,
)
from workbench.project import Project, init_project
from workbench.release import Material
from workbench.scheme import load_scheme

Stances = Sequence[str]

LIGHTHOUSE = (
    "قال حارس المنارة القديمة إن الضوء انطفأ ليلة أمس بسبب عطل في المولد.",
    "ونفت بلدية الجزيرة أن يكون الضوء قد انطفأ في أي ليلة من هذا الشهر.",
)
MILL = (
    "أعلنت طحانة القرية أن الطاحونة ستعمل من جديد بعد موسم الحصاد المقبل.",
    "ورفض مالك الأرض التعليق على خبر عودة الطاحونة إلى العمل هذا العام.",
)
BRIDGE = (
    "The bridge keeper said that the wooden bridge would close for seven weeks.",
    "A fisherman doubted that the wooden bridge needed any repair at all.",
)


def make_record(
    document_id: str,
    sentences: Sequence[str] = LIGHTHOUSE,
    *,
    layer: str = "gold",
    clusters: Sequence[str | None] = (),
    stances: Stances = (),
    entities: Sequence[str] = (),
    comment: str | None = None,
    **fields: Any,
) -> Record:
    """Return a record with one claim and one attribution in each sentence, all of it decided.

    The first word of a sentence is the source, the second the cue, the rest the claim.
    """
    text = "\n".join(sentences)
    claims, attributions, places = [], [], []
    start = 0
    for number, sentence in enumerate(sentences):
        name = f"s{number + 1}"
        words = sentence.rstrip(".").split(" ")
        first, second = len(words[0]), len(words[0]) + 1 + len(words[1])
        end = start + len(sentence.rstrip("."))

        def span(begin: int, stop: int) -> Span:
            return Span(begin, stop, text[begin:stop])

        cluster = clusters[number] if number < len(clusters) else None
        stance = stances[number] if number < len(stances) else "affirm"
        certainty = load_scheme().default_certainty(stance)
        source = Source((span(start, start + first),), "explicit", tuple(entities))
        cue = (span(start + first + 1, start + second),)
        claims.append(Claim(f"c{number}", name, (span(start + second + 1, end),), cluster=cluster))
        attributions.append(
            Attribution(
                f"a{number}", name, source, cue, (f"c{number}",), (), stance, certainty
            )
        )  # fmt: skip
        places.append(Sentence(name, start, start + len(sentence)))
        start += len(sentence) + 1
    given: dict[str, Any] = {
        "language": "ar", "title": None, "publisher": None, "url": None, "published": None,
        "metadata": {}, **fields,
    }  # fmt: skip
    name = layer.removeprefix("annotator:")
    return canonicalize(
        Record(
            SCHEMA_VERSION,
            Document(document_id, **given, text=text, text_sha256=compute_text_sha256(text)),
            (Segment(0, len(text), "body"),),
            tuple(places),
            derive_voices(claims, attributions),
            tuple(attributions),
            tuple(Decision(each.id, "done", False, comment) for each in places),
            Provenance(
                layer, ("a01",) if name == layer else (name,), None, "1.0",
                "claims-sources-stances", "1.0",
            ),
        )
    )  # fmt: skip


def write_records(path: Path, records: Iterable[Record]) -> Path:
    """Write `records` as a canonical file, by document id."""
    ordered = sorted(records, key=lambda record: record.document.id)
    write_lines(path, map(dump_record, ordered))
    return path


MakeMaterial = Callable[..., Material]
MakeProject = Callable[..., Project]


@pytest.fixture
def make_material(tmp_path: Path) -> MakeMaterial:
    """Make the material of a release from records."""

    def make(records: Iterable[Record], **fields: Any) -> Material:
        layers = fields.pop("layers", {})
        annotators = {
            layer: write_records(tmp_path / f"{layer}.jsonl", found)
            for layer, found in layers.items()
        }
        gold = write_records(tmp_path / "gold.jsonl", records)
        given = {"name": "lamps-1", "layer": "gold", "scheme": load_scheme(), **fields}
        return Material(gold=gold, annotators=annotators, **given)

    return make


@pytest.fixture
def make_project(tmp_path: Path) -> Iterator[MakeProject]:
    """Make projects with records in them, in the order given."""
    made: list[Project] = []

    def make(name: str, records: Iterable[Record]) -> Project:
        project = init_project(tmp_path / name, name=name)
        made.append(project)
        for record in records:
            path = write_records(tmp_path / "one.jsonl", [record])
            project.import_records(path, record.provenance.layer)
        return project

    yield make
    for project in made:
        project.close()


def read_tree(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file below `folder`, by name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
