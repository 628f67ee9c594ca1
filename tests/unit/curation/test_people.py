"""Who is out of line is found; small numbers say so, and hardly any say nothing."""

from __future__ import annotations

import random

import pytest

from workbench.curation import Finding, Worker, check_people


def make_worker(name: str, pace: float, count: int, *, deny: float = 0.2, seed: int = 1) -> Worker:
    draw = random.Random(f"{name} {seed}")
    keys = [("d", f"s{number}") for number in range(count)]
    stances = ["deny" if draw.random() < deny else "affirm" for _ in keys]
    return Worker(
        f"annotator:{name}",
        {key: pace * draw.uniform(0.7, 1.4) for key in keys},
        {key: ["claim", stance] for key, stance in zip(keys, stances, strict=True)},
    )


def find(workers: list[Worker]) -> list[Finding]:
    return check_people(workers)


def test_equal_people_are_not_found() -> None:
    assert find([make_worker(name, 5, 60) for name in ("a01", "a02", "a03")]) == []


@pytest.mark.parametrize(("pace", "word"), [(40, "faster"), (0.5, "slower")])
def test_somebody_far_faster_or_slower_is_found(pace: float, word: str) -> None:
    workers = [make_worker("a01", 5, 40), make_worker("a02", 6, 40), make_worker("a03", pace, 40)]
    odd = [finding for finding in find(workers) if finding.layer == "annotator:a03"]
    assert [finding.kind for finding in odd] == ["pace"]
    assert word in odd[0].why
    assert "few" not in odd[0].why
    assert odd[0].document == "d"


def test_one_odd_sentence_makes_nobody_odd() -> None:
    odd = make_worker("a02", 5, 40)
    odd = Worker(odd.layer, {**odd.pace, ("d", "s3"): 5000.0}, odd.labels)
    assert find([make_worker("a01", 5, 40), odd]) == []


def test_few_numbers_are_called_few_and_hardly_any_say_nothing() -> None:
    usual = make_worker("a01", 5, 40)
    few = [each for each in find([usual, make_worker("a02", 60, 8)]) if each.layer.endswith("2")]
    assert few
    assert "only a hint" in few[0].why
    assert find([usual, make_worker("a02", 60, 4)]) == []


def test_a_label_that_somebody_chooses_far_more_often_is_found() -> None:
    workers = [make_worker("a01", 5, 80, deny=0.1), make_worker("a02", 5, 80, deny=0.9)]
    found = {(each.layer, each.kind) for each in find(workers)}
    assert found == {("annotator:a01", "labels"), ("annotator:a02", "labels")}
    example = next(each for each in find(workers) if "chooses deny more" in each.why)
    assert "deny" in workers[1].labels[example.document, example.sentence]


def test_the_order_of_people_does_not_matter() -> None:
    workers = [make_worker(name, pace, 30) for name, pace in (("a01", 5), ("a02", 50), ("a03", 6))]
    assert find(workers) == find(workers[::-1])
