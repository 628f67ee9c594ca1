"""The sample articles linked by two people: agreement, adjudication, gold with its registry."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from workbench.evaluation import evaluate
from workbench.exchange import iter_records, read_links, write_lines
from workbench.model import ClaimRef, Record, dump_record
from workbench.project import Project, init_project
from workbench.resources import resource_path
from workbench.scheme import check_record
from workbench.session import Session

MISSED = "k:14-ships"
"""The cluster that one of the two does not see."""


@pytest.fixture(scope="module")
def samples() -> list[Record]:
    return list(iter_records(resource_path("exports") / "sample-gold.jsonl"))


def list_clusters(records: Iterable[Record]) -> dict[str, list[ClaimRef]]:
    found: dict[str, list[ClaimRef]] = {}
    for record in records:
        for claim in record.claims:
            if claim.cluster is not None:
                found.setdefault(claim.cluster, []).append(ClaimRef(record.document.id, claim.id))
    return found


def rename(record: Record, prefix: str) -> Record:
    """Return a record with ids of its own, and in no cluster."""
    claims = tuple(replace(each, id=prefix + each.id, cluster=None) for each in record.claims)
    attributions = tuple(
        replace(each, id=prefix + each.id, targets=tuple(prefix + t for t in each.targets))
        for each in record.attributions
    )
    return replace(record, claims=claims, attributions=attributions)


def link_all(project: Project, person: str, groups: Iterable[list[ClaimRef]], prefix: str) -> None:
    """Join the claims of each group with the key for it, claim by claim."""
    session = project.session(person)
    for group in groups:
        for one, other in pairwise(group):
            session.do("goto", id=prefix + one.claim, document=one.document)
            session.do("link", document=other.document, claim=prefix + other.claim, relation="same")


@pytest.fixture(scope="module")
def project(samples: list[Record], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """Two people mark the same; badr misses one cluster, and sees another relation once."""
    folder = tmp_path_factory.mktemp("linked")
    clusters = list_clusters(samples)
    with init_project(folder / "project") as project:
        for person in ("amal", "badr"):
            project.store.ensure_person(person)
            path = folder / f"{person}.jsonl"
            write_lines(path, (dump_record(rename(each, person[0])) for each in samples))
            project.import_records(path, f"annotator:{person}")
        link_all(project, "amal", clusters.values(), "a")
        others = [group for name, group in clusters.items() if name != MISSED]
        link_all(project, "badr", others, "b")
        session = project.session("badr")
        one, other = clusters[MISSED]
        session.do("goto", id="b" + one.claim, document=one.document)
        session.do("link", document=other.document, claim="b" + other.claim, relation="updates")
        yield project


def test_two_people_link_and_one_gold_comes_of_it(
    project: Project, samples: list[Record], tmp_path: Path
) -> None:
    found = project.agreement(resamples=0)
    for name in ("clusters.b_cubed", "clusters.ceaf_e", "clusters.lea"):
        value = found.coefficient(name).value
        assert value is not None
        assert 0.9 < value < 1
    missed = found.coefficient("clusters.lea_without_singletons").value
    assert missed is not None
    assert missed < 1
    relation = found.coefficient("relation.alpha")
    assert relation.observed is not None
    assert relation.observed < 1
    assert relation.support == sum(len(each) - 1 for each in list_clusters(samples).values())

    report = project.make_gold(unanimous=True)
    assert (report.differences["link"], report.differing) == (1, 0)
    assert report.linked == relation.support - 1

    judge = project.adjudication("noor")
    told = open_claim(judge, list_clusters(samples)[MISSED][0], samples)
    assert judge.snapshot()["adjudication"]["progress"]["links"]["left"] == 1
    (waits,) = [each for each in told["candidates"] if each["state"] == "open"]
    assert [each["relation"] for each in waits["versions"]] == ["same", "updates"]
    judge.do("link", document=waits["document"], claim=waits["claim"], relation="same")
    judge.do("cluster_proposition", text="In dock are 14 ships.")
    assert project.make_gold().differences["link"] == 0

    gold = tmp_path / "gold.jsonl"
    project.export("gold", out=gold)
    records = list(iter_records(gold))
    assert not [each for record in records for each in check_record(record) if not each.is_warning]
    # Clusters have other ids than in the samples, and are the same all the same.
    clusters = evaluate(samples, records, project.scheme, resamples=0).clusters
    for partition in (clusters.with_singletons, clusters.without_singletons):
        assert [partition.b_cubed.f1, partition.ceaf_e.f1, partition.lea.f1] == [1, 1, 1]

    project.export("gold", "links", tmp_path / "links.jsonl")
    assert len(list(read_links(tmp_path / "links.jsonl"))) == relation.support
    registry = project.write_registry("gold", tmp_path / "registry")
    assert registry.links == relation.support
    lines = (tmp_path / "registry" / "clusters.jsonl").read_text("utf-8").splitlines()
    said = [json.loads(line)["proposition"] for line in lines]
    assert "In dock are 14 ships." in said
    project.export("gold", "rulings", tmp_path / "rulings.jsonl")
    rulings = (tmp_path / "rulings.jsonl").read_text("utf-8").splitlines()
    how = [each["how"] for each in map(json.loads, rulings) if each["kind"] == "link"]
    assert sorted(set(how)) == ["agreed", "taken"]
    assert how.count("taken") == 1
    assert project.store.check() == ()


def open_claim(judge: Session, ref: ClaimRef, samples: list[Record]) -> dict[str, Any]:
    """Put gold's claim with the words of a sample's in focus, and ask what stands beside it."""
    record = next(each for each in samples if each.document.id == ref.document)
    spans = next(each.spans for each in record.claims if each.id == ref.claim)
    judge.do("goto", id=ref.document)
    claim = next(each for each in judge.sheet.draft.claims.values() if each.spans == spans)
    judge.do("goto", id=claim.id, document=ref.document)
    return judge.ask("candidates")
