"""Two people link the sample articles through the annotator; agreement, gold and files follow."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec
import pytest
from playwright.sync_api import Page

from tests.browser.linking_robot import Linked, LinkingRobot, find_clusters, find_pairs
from tests.browser.page_fixture import AnnotatorPage
from workbench import init_project
from workbench.exchange import iter_records
from workbench.model import ClaimRef, Record, dump_record
from workbench.project import Project
from workbench.resources import resource_path

# Articles by the number that their file begins with, claims by the sample gold's own ids.
SAID = {
    (("04", "c5"), ("01", "c10")): "updates",
    (("03", "c20"), ("01", "c3")): "updates",
    (("03", "c16"), ("01", "c6")): "updates",
    (("04", "c23"), ("03", "c20")): "contradicts",
    (("05", "c18"), ("04", "c5")): "contradicts",
    (("02", "c4"), ("04", "c13")): "part_of",
    (("03", "c8"), ("04", "c10")): "restates",
}

Open = Callable[[Project, str], AnnotatorPage]


@pytest.fixture
def open_page(page: Page) -> Iterator[Open]:
    """Return ``open_page(project, name)``: the annotator of a person; its errors fail the test."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    pages: list[AnnotatorPage] = []

    def _open(project: Project, name: str) -> AnnotatorPage:
        annotator = pages[0] if pages else AnnotatorPage(page, project.session(name))
        annotator.session = project.session(name)
        pages.append(annotator)
        return annotator.open()

    yield _open
    page.evaluate("() => window.closeWidget?.()")
    assert errors == []


def unlink(record: Record) -> Record:
    """Return the record as somebody has it who linked nothing."""
    claims = tuple(msgspec.structs.replace(each, cluster=None) for each in record.claims)
    return msgspec.structs.replace(record, claims=claims)


def make_project(folder: Path, articles: Path, records: Sequence[Record], *people: str) -> Project:
    """Return a project in which people have the same claims, and linked none."""
    project = init_project(folder / "project")
    project.ingest(sorted(articles.glob("*.txt")))
    answers = folder / "answers.jsonl"
    answers.write_text("".join(dump_record(unlink(each)) + "\n" for each in records), "utf-8")
    for name in people:
        project.session(name)
        project.import_records(answers, layer=f"annotator:{name}")
    return project


def list_claims(records: Sequence[Record], answer: Linked) -> list[ClaimRef]:
    """Return the claims that there is something to say of, in the order of the articles."""
    refs = [ClaimRef(each.document.id, claim.id) for each in records for claim in each.claims]
    return [ref for ref in refs if answer.has(ref)]


@pytest.fixture(scope="module")
def samples() -> list[Record]:
    return list(iter_records(resource_path("exports") / "sample-gold.jsonl"))


@pytest.fixture
def answer(samples: list[Record]) -> Linked:
    """Return the samples' own clusters, and what else can be said of their figures."""
    by_number = {}
    for path in sorted(resource_path("seeds").glob("*.txt")):
        (found,) = [each for each in samples if each.document.text == path.read_text("utf-8")]
        by_number[path.name[:2]] = found.document.id
    refs = {end: ClaimRef(by_number[end[0]], end[1]) for pair in SAID for end in pair}
    said = {(refs[start], refs[end]): relation for (start, end), relation in SAID.items()}
    return Linked(find_clusters(samples), said)


@pytest.mark.timeout(600)
def test_samples(open_page: Open, samples: list[Record], answer: Linked, tmp_path: Path) -> None:
    with make_project(tmp_path, resource_path("seeds"), samples, "amal", "badr") as project:
        robot = LinkingRobot(open_page(project, "amal"), answer)
        import time
        t=time.time()
        robot.link(list_claims(samples, answer))
        print("pressed", robot.pressed, time.time()-t)
        found = find_pairs(find_clusters(project.records("annotator:amal")))
        wanted = find_pairs(answer.clusters)
        print(len(found), len(wanted), len(found-wanted), wanted-found)
        print(project.store.links("annotator:a01"))
        raise SystemExit
