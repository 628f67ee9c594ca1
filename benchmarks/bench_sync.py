"""Push and pull with a real Label Studio, against the bare requests that carry the same.

Ours counts everything: reading the store, building and checking results, the requests, looking at
what has arrived, and keeping it. The peer sends the very same tasks in batches of the same size,
and fetches the same exports, in the same run; a push does both, for it looks at what has arrived.

The client's own share is told twice: of the time that passes, as that in which no request of ours
is under way; and of the processor's time that client and server take together, which does not
depend on who else uses the machine, nor on how much is done while the server works.
"""

from __future__ import annotations

import json
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import psutil

from benchmarks.bench_validate import make_record
from tests.label_studio.server import ACCOUNT, LabelStudio, make_server
from workbench.exchange import write_lines
from workbench.model import Record, dump_record
from workbench.project import Project, init_project, open_project
from workbench.sync import Remote, Settings, Sync, Token, parse_address

ARTICLES, SHORT = 300, 10_000
ARTICLE_SENTENCES, SHORT_SENTENCES = 52, 1
TARGET, OWN_SHARE = 1.5, 0.20
BATCH, EXPORTED = 500, 50


class Meter:
    """Reads what client and server have used so far, at each request."""

    def __init__(self, server: LabelStudio) -> None:
        self._client = psutil.Process()
        self._server = psutil.Process(server.server.process.pid)
        self._memory_mb: list[float] = []
        self._start = self._read()
        self._sent: float | None = None
        self.spent_s = self.own_s = self.both_s = self.alone_s = 0.0

    def step(self, name: str) -> None:
        """Take note of the requests, of which one is under way at most, and of the memory."""
        if name.startswith("send:"):
            self._sent = time.perf_counter()
        elif name.startswith("received:") and self._sent is not None:
            self.alone_s -= time.perf_counter() - self._sent
            self._sent = None
        if "imported" in name or "export" in name:
            self._memory_mb.append(self._client.memory_info().rss / 1e6)

    def stop(self) -> None:
        """Take note of the times, in seconds."""
        spent, own, other = (
            end - start for start, end in zip(self._start, self._read(), strict=True)
        )
        self.spent_s, self.own_s, self.both_s = spent, own, own + other
        self.alone_s += spent

    def _read(self) -> tuple[float, float, float]:
        own, other = self._client.cpu_times(), self._server.cpu_times()
        return time.perf_counter(), own.user + own.system, other.user + other.system

    @property
    def growth_mb(self) -> float:
        """How much more memory it took after the first sixth of the articles than until then."""
        sixth = len(self._memory_mb) // 6
        return max(self._memory_mb[sixth:]) - max(self._memory_mb[:sixth])


def measure(articles: int = ARTICLES, short: int = SHORT) -> Iterator[dict[str, Any]]:
    """Yield both times in seconds, and what share of ours was not the server's."""
    with tempfile.TemporaryDirectory() as folder:
        server = make_server(Path(folder) / "server")
        server.start()
        try:
            for name, count, sentences in (
                ("articles", articles, ARTICLE_SENTENCES),
                ("short ones", short, SHORT_SENTENCES),
            ):
                yield from _measure(
                    server, Path(folder) / name, f"{count:,} {name}", count, sentences
                )
        finally:
            server.stop()


def _measure(
    server: LabelStudio, folder: Path, name: str, count: int, sentences: int
) -> Iterator[dict[str, Any]]:
    here, elsewhere = _make_projects(folder, count, sentences)
    with closing(open_project(here)) as project:
        pushed = _run(project, server, Sync.push)
    number = server.call("GET", "projects", page_size=1)["results"][0]["id"]
    exported, export_s = _export(server, number)
    results = sum(len(each["result"]) for task in exported for each in task["annotations"])
    import_s = _import(server, [_make_body(task) for task in exported])
    with closing(open_project(elsewhere)) as project:
        pulled = _run(project, server, Sync.pull)
        assert sum(1 for _ in project.records("annotator:a01")) == count
    for verb, meter, peer, peer_s in (
        ("push", pushed, "bare imports and exports", import_s + export_s),
        ("pull", pulled, "bare exports", export_s),
    ):
        rate = f"{results:,} results, {results / meter.spent_s:,.0f}/s, {meter.growth_mb:+.0f} MB"
        yield _row(f"{verb} {name} ({rate})", peer, meter.spent_s, peer_s, TARGET)
        share = f"{verb} {name}: own share"
        yield _row(f"{share} of the time", "all", meter.alone_s, meter.spent_s, OWN_SHARE)
        yield _row(f"{share} of the processor's time", "all", meter.own_s, meter.both_s, OWN_SHARE)


def _make_projects(folder: Path, count: int, sentences: int) -> tuple[Path, Path]:
    """Return a project with somebody's answers, and a copy of it from before that person began."""
    chance = random.Random(20)
    records = [make_record(chance, f"doc-{number:06}", sentences) for number in range(count)]
    here, elsewhere = folder / "here", folder / "elsewhere"
    folder.mkdir()
    with closing(init_project(here)) as project:
        _import_records(project, records, "gold")
    shutil.copytree(here, elsewhere)
    with closing(open_project(here)) as project:
        _import_records(project, records, "annotator:a01")
    return here, elsewhere


def _import_records(project: Project, records: list[Record], layer: str) -> None:
    assert project.directory is not None
    path = project.directory / "records.jsonl"
    write_lines(path, map(dump_record, records))
    project.import_records(path, layer)


def _run(project: Project, server: LabelStudio, work: Callable[[Sync], Any]) -> Meter:
    address = parse_address(server.url)
    Remote(address, Token(ACCOUNT.token)).close()  # loads the SDK, which takes seconds, once
    meter = Meter(server)
    sync = Sync(
        project.store,
        project.scheme,
        address.url,
        lambda: Remote(address, Token(ACCOUNT.token), step=meter.step),
        settings=Settings(people={"a01": ACCOUNT.email}),
    )
    with closing(sync):
        work(sync)
    meter.stop()
    return meter


def _export(server: LabelStudio, number: int) -> tuple[list[dict[str, Any]], float]:
    listed = server.call(
        "GET", "tasks", project=number, fields="task_only", include="id", page_size=100_000
    )
    numbers = [each["id"] for each in listed["tasks"]]
    start = time.perf_counter()
    found: list[dict[str, Any]] = []
    for first in range(0, len(numbers), EXPORTED):
        found += server.export(number, *numbers[first : first + EXPORTED])
    return found, time.perf_counter() - start


def _make_body(task: dict[str, Any]) -> dict[str, Any]:
    annotations = [
        {"result": each["result"], "completed_by": {"email": ACCOUNT.email}, "ground_truth": False}
        for each in task["annotations"]
    ]
    return {"data": task["data"], "meta": task["meta"], "annotations": annotations}


def _import(server: LabelStudio, bodies: list[dict[str, Any]]) -> float:
    config = server.call("GET", "projects", page_size=1)["results"][0]["label_config"]
    number = server.make_project("A bare one", config)
    start = time.perf_counter()
    for first in range(0, len(bodies), BATCH):
        server.import_tasks(number, bodies[first : first + BATCH])
    spent = time.perf_counter() - start
    server.drop_project(number)
    return spent


def _row(name: str, peer: str, ours_s: float, peer_s: float, target: float) -> dict[str, Any]:
    return {
        "name": name,
        "peer": peer,
        "ours_s": ours_s,
        "peer_s": peer_s,
        "ratio": ours_s / peer_s,
        "target": f"<= {target}",
    }


if __name__ == "__main__":
    sizes = [int(each) for each in sys.argv[1:]]
    for row in measure(*sizes):
        print(json.dumps(row, ensure_ascii=False), flush=True)
