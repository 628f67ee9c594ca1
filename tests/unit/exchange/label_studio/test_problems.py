"""What is refused before it is sent: each case breaks a server's project or its editor."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from tests.record_strategies import small_record
from tests.unit.exchange.label_studio.conftest import relation
from workbench.exchange.label_studio import dump_result, list_problems
from workbench.scheme import load_scheme

SCHEME = load_scheme()
SMALL = small_record()
TEXT = SMALL.document.text
GOOD = dump_result(SMALL, SCHEME)


def set_value(index: int, **fields: Any) -> Callable[[list[Any]], None]:
    return lambda result: result[index]["value"].update(fields)


STANCE = next(n for n, each in enumerate(GOOD) if each.get("from_name") == "stance")
CASES: dict[str, tuple[Callable[[list[Any]], None], str]] = {
    "past the end": (set_value(1, end=len(TEXT) + 1), "/1/value"),
    "empty": (set_value(1, end=GOOD[1]["value"]["start"]), "/1/value"),
    "negative": (set_value(1, start=-1), "/1/value"),
    "no integer": (set_value(1, start=4.0), "/1/value"),
    "other words": (set_value(1, text="XXX"), "/1/value/text"),
    "unknown label": (set_value(1, labels=["Person"]), "/1/value/labels"),
    "two labels": (set_value(1, labels=["CLAIM", "CUE"]), "/1/value/labels"),
    "unknown choice": (set_value(STANCE, choices=["maybe"]), f"/{STANCE}/value/choices"),
    "half a pair": (set_value(1, text="\ud800"), "/1/value/text"),
    "U+0000": (set_value(1, text="a\0"), "/1/value/text"),
    "a sign": (lambda result: result[1].update(id="a#b"), "/1/id"),
    "one id twice": (lambda result: result.append(deepcopy(result[1])), f"/{len(GOOD)}/id"),
    "dangling": (lambda result: result.append(relation("a1-cue-0", "gone")), f"/{len(GOOD)}/to_id"),
    "a pair twice": (lambda result: result.append(deepcopy(result[-1])), f"/{len(GOOD)}"),
    "unknown control": (
        lambda result: result[STANCE].update(from_name="x"),
        f"/{STANCE}/from_name",
    ),
    "wrong label": (lambda result: result[STANCE].update(id="c1-claim-0"), f"/{STANCE}/from_name"),
    "two for the article": (lambda result: result.append(deepcopy(result[0])), f"/{len(GOOD)}"),
    "other object": (lambda result: result[1].update(to_name="img"), "/1/to_name"),
    "no object": (lambda result: result.append(3), f"/{len(GOOD)}"),
    "relation label": (lambda result: result[-1].update(labels=["x"]), f"/{len(GOOD) - 1}/labels"),
}


def test_what_the_workbench_writes_has_no_problem() -> None:
    assert list_problems(GOOD, TEXT, SCHEME) == ()


@pytest.mark.parametrize("case", CASES)
def test_each_problem_is_named_at_its_place(case: str) -> None:
    spoil, pointer = CASES[case]
    result = deepcopy(GOOD)
    spoil(result)
    problems = list_problems(result, TEXT, SCHEME)
    assert pointer in {problem.pointer for problem in problems}
    assert not any(word in problem.got for problem in problems for word in TEXT.split())


def test_all_problems_are_listed_at_once() -> None:
    result = deepcopy(GOOD)
    for case in ("past the end", "unknown choice", "no object"):
        CASES[case][0](result)
    assert len(list_problems(result, TEXT, SCHEME)) >= 3


def test_what_the_server_holds_already_is_not_judged_but_for_dangling_relations() -> None:
    odd = {**GOOD[1], "id": "odd", "from_name": "other"}
    result = [*GOOD, odd, relation("a1-cue-0", "gone")]
    assert [each.pointer for each in list_problems(result, TEXT, SCHEME, result)] == [
        f"/{len(GOOD) + 1}/to_id"
    ]


@pytest.mark.parametrize("case", CASES)
def test_a_glance_passes_nothing_that_a_closer_look_refuses(case: str) -> None:
    result = deepcopy(GOOD)
    CASES[case][0](result)
    # With a base every entry is looked at closely; none of this one is in the result.
    closely = list_problems(result, TEXT, SCHEME, [{"id": "elsewhere"}])
    assert list_problems(result, TEXT, SCHEME) == closely
