"""Links and clusters of a project: by call, out as files, and in again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from workbench.errors import ConflictError, RecordError, UsageError
from workbench.exchange import read_links
from workbench.model import ClaimRef, Link
from workbench.project import Project, init_project


def list_claims(project: Project) -> list[ClaimRef]:
    return [
        ClaimRef(record.document.id, claim.id)
        for record in project.records("gold")
        for claim in record.claims
        if claim.cluster is None
    ]


def pick(project: Project) -> tuple[ClaimRef, ClaimRef, ClaimRef]:
    """Return three claims, of more than one article."""
    first, *others = list_claims(project)
    other = next(each for each in others if each.document != first.document)
    third = next(each for each in others if each != other)
    return first, other, third


def read_cluster(project: Project, ref: ClaimRef) -> str | None:
    found = {
        ClaimRef(record.document.id, claim.id): claim.cluster
        for record in project.records("gold")
        for claim in record.claims
    }
    return found[ref]


def test_a_call_links_as_a_person_does(filled: Project) -> None:
    first, other, third = pick(filled)
    filled.link("gold", (first.document, first.claim), other, "restates")
    filled.link("gold", third, first, "contradicts")
    assert read_cluster(filled, first) == read_cluster(filled, other) is not None
    assert set(filled.links("gold")) == {
        Link("restates", first, other),
        Link("contradicts", *sorted((first, third))),
    }
    assert filled.store.undo_names("gold")[0] == "link"
    filled.store.undo("gold", "u1")
    filled.store.undo("gold", "u2")
    assert read_cluster(filled, first) is None
    assert filled.links("gold") == ()
    assert filled.store.check() == ()


def test_what_cannot_be_linked_is_refused(filled: Project) -> None:
    first, other, _ = pick(filled)
    with pytest.raises(UsageError, match="twice"):
        filled.link("gold", first, first, "same")
    with pytest.raises(UsageError, match="twin"):
        filled.link("gold", first, other, "twin")  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="not there"):
        filled.link("gold", first, ("nowhere", "c1"), "same")
    with pytest.raises(UsageError):
        filled.link("annotator:nobody", first, other, "same")
    assert filled.links("gold") == ()


def test_links_go_out_and_come_back(filled: Project, tmp_path: Path) -> None:
    first, other, third = pick(filled)
    filled.link("gold", first, other, "same")
    filled.link("gold", third, first, "updates")
    report = filled.export("gold", "links")
    assert (report.lines, report.left_out_unfinished) == (2, 0)
    assert [each.link for each in read_links(report.path)] == list(filled.links("gold"))
    filled.export("gold", out=tmp_path / "gold.jsonl")
    with init_project(tmp_path / "other") as project:
        project.import_records(tmp_path / "gold.jsonl", "gold")
        assert project.links("gold") == ()
        state = project.export("gold", out=tmp_path / "before.jsonl")
        taken = project.import_records(report.path, "gold", format="links")
        assert (taken.sentences, taken.unchanged) == (2, 0)
        assert project.links("gold") == filled.links("gold")
        again = project.import_records(report.path, "gold", format="links")
        assert (again.sentences, again.unchanged) == (0, 2)
        project.export("gold", out=tmp_path / "after.jsonl")
        assert (tmp_path / "after.jsonl").read_bytes() == state.path.read_bytes()
        assert project.store.undo_names("gold") == (None, None)
        assert project.store.check() == ()


def write_links(path: Path, *links: tuple[str, ClaimRef, ClaimRef], layer: str = "gold") -> Path:
    lines = [
        {"layer": layer, "relation": relation, "from": dump(start), "to": dump(end)}
        for relation, start, end in links
    ]
    path.write_text("".join(f"{json.dumps(each)}\n" for each in lines))
    return path


def dump(ref: ClaimRef) -> dict[str, Any]:
    return {"document": ref.document, "claim": ref.claim}


def test_an_import_of_links_makes_the_clusters(filled: Project, tmp_path: Path) -> None:
    first, other, third = pick(filled)
    path = write_links(
        tmp_path / "l.jsonl", ("same", other, first), ("none", third, other), layer="annotator:a07"
    )
    filled.import_records(path, "gold", format="links")
    assert read_cluster(filled, first) == read_cluster(filled, other) is not None
    assert len(filled.links("gold")) == 2
    assert filled.store.check() == ()


def test_links_that_cannot_be_imported_leave_everything(filled: Project, tmp_path: Path) -> None:
    first, other, third = pick(filled)
    filled.link("gold", first, other, "same")
    state = filled.store.state_hash()
    path = tmp_path / "l.jsonl"
    cases: list[tuple[Path, type[Exception], str]] = [
        (write_links(path, ("contradicts", first, other)), ConflictError, "Expected same of"),
    ]
    for given, kind, message in cases:
        with pytest.raises(kind, match=message):
            filled.import_records(given, "gold", format="links")
    gone = ClaimRef("nowhere", "c1")
    with pytest.raises(RecordError, match="not there"):
        filled.import_records(write_links(path, ("same", third, gone)), "gold", format="links")
    both = write_links(path, ("same", other, third), ("none", third, first))
    with pytest.raises(RecordError, match="all be true"):
        filled.import_records(both, "gold", format="links")
    twice = write_links(path, ("same", other, third), ("none", third, other))
    with pytest.raises(RecordError, match="once"):
        filled.import_records(twice, "gold", format="links")
    with pytest.raises(RecordError, match="one and the same"):
        filled.import_records(write_links(path, ("same", other, other)), "gold", format="links")
    path.write_text('{"relation":"same"}\n')
    with pytest.raises(RecordError, match="Expected a link"):
        filled.import_records(path, "gold", format="links")
    assert filled.store.state_hash() == state


def test_the_registry_of_a_layer_names_its_clusters(filled: Project, tmp_path: Path) -> None:
    first, other, _ = pick(filled)
    filled.link("gold", first, other, "same")
    cluster = read_cluster(filled, first)
    path = tmp_path / "clusters.jsonl"
    path.write_text(
        json.dumps({"id": cluster, "proposition": "The port is open.", "note": None})
        + '\n{"id":"k:unused","proposition":"Nobody says it.","note":null}\n'
    )
    taken = filled.import_records(path, "gold", format="clusters")
    assert (taken.sentences, taken.kept) == (1, 1)
    assert filled.import_records(path, "gold", format="clusters").unchanged == 1
    report = filled.write_registry("gold", tmp_path / "registry")
    assert (report.links, report.clusters) == (1, 2)
    lines = (tmp_path / "registry" / "clusters.jsonl").read_text().splitlines()
    written = {line["id"]: line["proposition"] for line in map(json.loads, lines)}
    assert written[cluster] == "The port is open."
    (silent,) = written.keys() - {cluster}
    assert written[silent] is None  # an id in a record is always that of a line
    again = filled.import_records(
        tmp_path / "registry" / "clusters.jsonl", "gold", format="clusters"
    )
    assert (again.unchanged, again.kept) == (1, 1)  # a line that says nothing changes nothing
    assert len(read_links(tmp_path / "registry" / "links.jsonl")) == 1
    path.write_text(json.dumps({"id": cluster, "proposition": "Another.", "note": None}))
    with pytest.raises(ConflictError, match="the stored line"):
        filled.import_records(path, "gold", format="clusters")


def test_a_cluster_that_came_with_records_is_joined_and_left_like_any_other(
    filled: Project,
) -> None:
    came = {
        claim.cluster: ClaimRef(record.document.id, claim.id)
        for record in filled.records("gold")
        for claim in record.claims
        if claim.cluster is not None
    }
    (cluster, imported), *_ = came.items()
    first, other, _ = pick(filled)
    before = filled.store.cluster_members("gold", [str(cluster)])[str(cluster)]
    filled.link("gold", first, other, "same")
    filled.link("gold", first, imported, "same")
    assert read_cluster(filled, other) is not None
    assert read_cluster(filled, first) == read_cluster(filled, imported)
    filled.link("gold", imported, other, "contradicts")
    assert read_cluster(filled, imported) is None
    for number in range(3):
        filled.store.undo("gold", f"u{number}")
    assert filled.store.cluster_members("gold", [str(cluster)])[str(cluster)] == before
    assert filled.store.check() == ()


def test_a_release_carries_the_links_of_its_layers(filled: Project, tmp_path: Path) -> None:
    first, other, _ = pick(filled)
    filled.link("gold", first, other, "same")
    filled.release("v1", out=tmp_path)
    (line,) = read_links(tmp_path / "v1" / "registry" / "links.jsonl")
    assert (line.layer, line.link) == ("gold", Link("same", *sorted((first, other))))
    assert (tmp_path / "v1" / "schemas" / "link.schema.json").exists()
