"""Two people link the sample articles through the annotator; agreement, gold and files follow."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec
import pytest
from jsonschema import Draft202012Validator
from playwright.sync_api import Page

from tests.browser.linking_robot import Linked, LinkingRobot, find_clusters, find_pairs
from tests.browser.page_fixture import AnnotatorPage
from workbench import init_project
from workbench.exchange import iter_records, read_registry
from workbench.model import DIRECTED, UNITING, ClaimRef, Record, dump_record
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

Said = dict[tuple[ClaimRef, ClaimRef], str]
Open = Callable[..., AnnotatorPage]


@pytest.fixture
def open_page(page: Page) -> Iterator[Open]:
    """Return ``open_page(project, name)``: a person's page; an error on it fails the test."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    pages: list[AnnotatorPage] = []

    def _open(project: Project, name: str, *, adjudicates: bool = False) -> AnnotatorPage:
        session = project.adjudication(name) if adjudicates else project.session(name)
        annotator = pages[0] if pages else AnnotatorPage(page, session)
        annotator.session = session
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


def list_claims(records: Sequence[Record]) -> dict[ClaimRef, str]:
    """Return all claims in the order of the articles, with their words."""
    return {
        ClaimRef(record.document.id, claim.id): " ".join(span.text for span in claim.spans)
        or (claim.proposition or "")
        for record in records
        for claim in record.claims
    }


def find_said(project: Project, layer: str) -> Said:
    """Return what a layer says of pairs, besides that they are the same."""
    links = project.store.links(layer)
    return {(each.start, each.end): each.relation for each in links if each.relation != "same"}


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


@pytest.fixture
def other_answer(answer: Linked) -> Linked:
    """Return what somebody else would say, who takes one claim for another and hears no copy."""
    (team,) = [
        ref
        for ref, cluster in answer.clusters.items()
        if cluster == "k:engineers-sent" and ref.claim == "c13"
    ]
    clusters = {ref: cluster for ref, cluster in answer.clusters.items() if ref != team}
    said = {pair: each for pair, each in answer.said.items() if each != "restates"}
    (figures,) = [pair for pair in said if (pair[0].claim, pair[1].claim) == ("c5", "c10")]
    return Linked(clusters, {**said, figures: "contradicts"})


@pytest.mark.timeout(900)
def test_two_people_link_the_samples_and_are_compared(
    open_page: Open,
    samples: list[Record],
    answer: Linked,
    other_answer: Linked,
    tmp_path: Path,
) -> None:
    claims = list_claims(samples)
    with make_project(tmp_path, resource_path("seeds"), samples, "amal", "badr") as project:
        LinkingRobot(open_page(project, "amal"), answer).link(claims)
        first = find_clusters(project.records("annotator:amal"))
        assert find_pairs(first) == find_pairs(answer.clusters)
        said: Said = {
            (start, end) if relation in DIRECTED or start < end else (end, start): relation
            for (start, end), relation in answer.said.items()
        }
        assert find_said(project, "annotator:a01") == said

        LinkingRobot(open_page(project, "badr"), other_answer).link(claims)
        second = find_clusters(project.records("annotator:badr"))
        assert find_pairs(second) == find_pairs(other_answer.clusters)
        check_agreement(project)

        assert project.make_gold(unanimous=True, adjudicator="noor").differences["link"] == 3
        page = open_page(project, "noor", adjudicates=True)
        robot = LinkingRobot(page, answer)
        assert robot.settle(project.store.document_ids()) == 3
        assert find_pairs(find_clusters(project.records("gold"))) == find_pairs(answer.clusters)
        assert find_said(project, "gold") == said
        assert project.make_gold().differences.get("link", 0) == 0
        claim = next(iter(answer.clusters))
        stated = (claim, robot.accept_proposition(claim))
        check_files(project, said, stated, tmp_path / "files")


def check_agreement(project: Project) -> None:
    """They agree on the words, and nearly so on what belongs together."""
    found = {each.name: each.value for each in project.agreement(resamples=0).coefficients}
    assert found["claim.strict"] == 1
    for name in ("b_cubed", "ceaf_e", "lea"):
        with_all, without = found[f"clusters.{name}"], found[f"clusters.{name}_without_singletons"]
        assert with_all is not None
        assert without is not None
        assert 0.75 < with_all < 1
        assert 0.75 < without < 1
    relation = found["relation.given_claims"]
    assert relation is not None
    assert 0.5 < relation < 1


def check_files(project: Project, said: Said, stated: tuple[ClaimRef, str], folder: Path) -> None:
    """What was linked is in the record, in the export of links and in the registry's files."""
    folder.mkdir()
    project.export("gold", out=folder / "gold.jsonl")
    exported = find_clusters(iter_records(folder / "gold.jsonl"))
    project.export("gold", "links", folder / "links.jsonl")
    lines = [json.loads(line) for line in (folder / "links.jsonl").read_text("utf-8").splitlines()]
    schema = json.loads((resource_path("schemas") / "link.schema.json").read_text("utf-8"))
    for line in lines:
        Draft202012Validator(schema).validate(line)
    found = {(ClaimRef(**line["from"]), ClaimRef(**line["to"])): line["relation"] for line in lines}
    assert {pair: each for pair, each in found.items() if each != "same"} == said
    assert {frozenset(pair) for pair, each in found.items() if each in UNITING} <= find_pairs(
        exported
    )
    project.write_registry("gold", folder / "registry")
    registry = read_registry(folder / "registry")
    assert set(registry.clusters) <= set(exported.values())
    assert registry.clusters[exported[stated[0]]].proposition == stated[1]


@pytest.mark.timeout(600)
def test_the_reference_is_linked_by_keys(open_page: Open, shared: Path, tmp_path: Path) -> None:
    records = list(iter_records(shared / "reference" / "gold-001-003.jsonl"))
    answer = Linked(find_clusters(records))
    with make_project(tmp_path, shared / "seeds", records, "amal") as project:
        LinkingRobot(open_page(project, "amal"), answer).link(list_claims(records))
        found = find_pairs(find_clusters(project.records("annotator:amal")))
        assert found == find_pairs(answer.clusters)
