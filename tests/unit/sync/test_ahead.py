"""Reading one step ahead keeps the order, the errors and the number of reads on their way."""

from __future__ import annotations

from threading import Event, Lock

import pytest

from workbench.sync.ahead import iter_ahead

PATIENCE_S = 30


def test_answers_come_in_order() -> None:
    assert list(iter_ahead([1, 2, 3], str)) == ["1", "2", "3"]
    assert list(iter_ahead([1], str)) == ["1"]
    assert list(iter_ahead([], str)) == []


def test_the_next_is_read_while_the_one_before_is_taken_in() -> None:
    began = {number: Event() for number in range(4)}

    def fetch(number: int) -> int:
        began[number].set()
        return number

    for answer in iter_ahead(range(4), fetch):
        if answer < 3:
            assert began[answer + 1].wait(PATIENCE_S)
        assert not any(began[number].is_set() for number in range(answer + 2, 4))


def test_never_two_at_once() -> None:
    only = Lock()

    def fetch(number: int) -> int:
        assert only.acquire(blocking=False)
        only.release()
        return number

    assert list(iter_ahead(range(50), fetch)) == list(range(50))


def test_an_error_is_raised_in_its_place() -> None:
    def fetch(number: int) -> int:
        if number == 2:
            raise ValueError("no answer")
        return number

    answers = iter_ahead(range(4), fetch)
    assert [next(answers), next(answers)] == [0, 1]
    with pytest.raises(ValueError, match="no answer"):
        next(answers)


def test_who_stops_early_waits_for_nothing() -> None:
    going, done = Event(), Event()

    def fetch(number: int) -> int:
        if number == 1:
            going.set()
            assert done.wait(PATIENCE_S)
        return number

    answers = iter_ahead(range(2), fetch)
    assert next(answers) == 0
    assert going.wait(PATIENCE_S)
    answers.close()
    assert not done.is_set()
    done.set()
