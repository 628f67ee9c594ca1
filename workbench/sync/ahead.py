"""Reading one step ahead: while one answer is taken in, the server works on the next."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from threading import Thread
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")


class _Fetch(Thread, Generic[R]):
    """One read on its way, in a thread that nobody has to wait for when the program ends."""

    def __init__(self, fetch: Callable[[], R]) -> None:
        super().__init__(name="read ahead", daemon=True)
        self._fetch = fetch
        self._answer: list[R] = []
        self._error: BaseException | None = None
        self.start()

    def run(self) -> None:
        """Read, and keep what comes of it for the one who takes it."""
        try:
            self._answer.append(self._fetch())
        except BaseException as error:  # noqa: BLE001  raised where it is taken
            self._error = error

    def take(self) -> R:
        """Wait for the answer and return it, or raise what the read has raised."""
        self.join()
        if self._error is not None:
            raise self._error
        return self._answer.pop()


def iter_ahead(parts: Sequence[T], fetch: Callable[[T], R]) -> Generator[R, None, None]:
    """Give what `fetch` returns for each part, in their order.

    The next part is fetched while the caller works with the one before; never more than one is on
    its way. What a fetch raises is raised where its answer would have been given. A caller who
    stops early waits for nothing.
    """
    if len(parts) == 1:
        yield fetch(parts[0])
        return
    coming: _Fetch[R] | None = None
    for number in range(len(parts)):
        here = coming or _start(parts[number], fetch)
        answer = here.take()
        is_last = number + 1 == len(parts)
        coming = None if is_last else _start(parts[number + 1], fetch)
        yield answer
        del answer  # two are in memory, never three


def _start(part: T, fetch: Callable[[T], R]) -> _Fetch[R]:
    return _Fetch(lambda: fetch(part))
