"""Candidates from Python: those of the panel, and how well they fit one's own clusters."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.errors import UsageError
from workbench.project import Project, init_project

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = init_project(tmp_path / "project")
    project.import_records(ROOT / "exports" / "sample-gold.jsonl", "gold")
    return project


def test_candidates_are_claims_of_other_articles_the_nearest_first(project: Project) -> None:
    (document, claims) = next(
        (each.document.id, each.claims) for each in project.records("gold") if each.claims
    )
    cluster = {
        (each.document.id, claim.id): claim.cluster
        for each in project.records("gold")
        for claim in each.claims
    }
    wanted = next(each for each in claims if each.cluster == "k:agreement-support")
    found = project.candidates("gold", (document, wanted.id), count=2)
    assert [cluster[ref.document, ref.claim] for ref, _ in found] == ["k:agreement-support"] * 2
    assert found[0][1] >= found[1][1] > 0
    assert all(ref.document != document for ref, _ in found)
    assert project.candidates("gold", (document, "none")) == ()
    with pytest.raises(UsageError):
        project.candidates("gold", (document, wanted.id), count=-1)


def test_a_project_measures_its_candidates_by_its_clusters(project: Project) -> None:
    scores = project.measure_candidates("gold")
    assert (scores.asked, scores.first) == (28, 5)
    assert (scores.recall or 0) > 0.75
    assert (project.measure_candidates("gold", count=50).recall or 0) > (scores.recall or 1)
    with pytest.raises(UsageError):
        project.measure_candidates("gold", count=0)
