"""Whatever happens on the way: nothing is lost, nothing is twice, and the sentence is clear."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.label_studio.faults import Fault, Faults, between
from tests.label_studio.server import ACCOUNT, LabelStudio
from tests.label_studio.syncing import (
    add_here,
    change_here,
    change_there,
    drop,
    ensure_user,
    find_project,
    find_stance,
    find_stance_there,
    make_project,
    make_sync,
    read_there,
)
from workbench.errors import RemoteError
from workbench.project import Project
from workbench.sync import Sync

# Where a write may be hit: method and path of the request.
WRITES = {
    "project": ("POST", r"/projects/$"),
    "import": ("POST", r"/import\b"),
    "annotation": ("POST", r"/annotations/$"),
    "change": ("PATCH", r"/annotations/\d+/$"),
}
READS = {
    "version": ("GET", r"/version"),
    "export": ("GET", r"/export"),
    "tasks": ("GET", r"/tasks"),
}
KINDS: dict[str, dict[str, Any]] = {
    "drop_request": {},
    "drop_reply": {},
    "429": {"kind": "answer", "status": 429},
    "500": {"kind": "answer", "status": 500},
    "502 after": {"kind": "answer_after", "status": 502},
    "html": {},
    "truncate": {},
    "empty": {},
    "wrong_type": {},
    "cut": {},
    "stall": {},
}


@pytest.fixture
def project(label_studio: LabelStudio, tmp_path: Path) -> Iterator[Project]:
    ensure_user(label_studio)
    with make_project(tmp_path / "project") as project:
        yield project
        drop(label_studio, project)


@pytest.fixture
def faults(label_studio: LabelStudio) -> Iterator[Faults]:
    with between(label_studio.url) as faults:
        yield faults


def spoil(faults: Faults, kind: str, place: tuple[str, str], **more: Any) -> Fault:
    method, path = place
    options = {"kind": kind, **KINDS[kind], **more}
    return faults.spoil(options.pop("kind"), method=method, path=path, **options)


def insist(work: Any, attempts: int = 3) -> list[str]:
    """Do `work` until it ends well; return the sentences of the errors before that."""
    sentences = []
    for _ in range(attempts):
        try:
            work()
        except RemoteError as error:
            sentences.append(str(error))
        else:
            return sentences
    raise AssertionError(sentences)


def check_says_nothing(said: str, project: Project) -> None:
    """Check that neither the token nor a sentence of an article is in `said`."""
    assert ACCOUNT.token not in said
    for document in project.store.document_ids():
        for line in project.store.get_document(document).document.text.splitlines():
            assert line not in said


def check_sentences(sentences: list[str], project: Project) -> None:
    for sentence in sentences:
        assert sentence.startswith("Expected"), sentence
        check_says_nothing(sentence, project)


def count_annotations(label_studio: LabelStudio, project: Project) -> dict[str, int]:
    found = read_there(label_studio, find_project(label_studio, project))
    return {key: len(annotations) for key, (_, annotations) in found.items()}


def check_nothing_is_left_to_do(sync: Sync, faults: Faults) -> None:
    faults.forget()
    sync.push()
    sync.pull(full=True)
    assert faults.writes == []
    status = sync.status()
    assert (status.conflicts, status.unfinished, status.foreign, status.gone) == (0, 0, 0, 0)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("place", ["project", "import"])
def test_a_first_push(
    label_studio: LabelStudio, project: Project, faults: Faults, kind: str, place: str
) -> None:
    fault = spoil(faults, kind, WRITES[place])
    with closing(make_sync(project, faults.url)) as sync:
        sentences = insist(sync.push)
        assert fault.spoiled == 1, [each.path for each in faults.writes]
        check_sentences(sentences, project)
        assert sorted(count_annotations(label_studio, project).values()) == [0, 1, 2]
        check_nothing_is_left_to_do(sync, faults)


@pytest.mark.parametrize("kind", KINDS)
def test_a_later_push(
    label_studio: LabelStudio, project: Project, faults: Faults, kind: str, tmp_path: Path
) -> None:
    with closing(make_sync(project, faults.url)) as sync:
        sync.push()
        change_here(project, "doubt")
        add_here(project, tmp_path)
        struck = [spoil(faults, kind, WRITES[place]) for place in ("annotation", "change")]
        check_sentences(insist(sync.push), project)
        assert [each.spoiled for each in struck] == [1, 1], [each.path for each in faults.writes]
        assert sorted(count_annotations(label_studio, project).values()) == [0, 2, 2]
        number = find_project(label_studio, project)
        assert find_stance_there(label_studio, number, "a3") == "doubt"
        check_nothing_is_left_to_do(sync, faults)


@pytest.mark.parametrize("kind", KINDS)
def test_a_pull(label_studio: LabelStudio, project: Project, faults: Faults, kind: str) -> None:
    with closing(make_sync(project, faults.url)) as sync:
        sync.push()
        change_there(label_studio, find_project(label_studio, project), "doubt")
        struck = [spoil(faults, kind, place) for place in READS.values()]
        check_sentences(insist(sync.pull, attempts=5), project)
        assert [each.spoiled for each in struck] == [1] * len(struck)
        assert find_stance(project, "a4") == "doubt"
        check_nothing_is_left_to_do(sync, faults)


@pytest.mark.parametrize("kind", ["drop_request", "429", "500", "html", "cut"])
def test_a_server_that_goes_on_failing_ends_the_run(
    project: Project, faults: Faults, kind: str
) -> None:
    fault = spoil(faults, kind, ("", ""), times=1_000)
    with closing(make_sync(project, faults.url)) as sync:
        with pytest.raises(RemoteError) as failed:
            sync.push()
        check_sentences([str(failed.value)], project)
        assert fault.spoiled <= 10
        assert sync.status().project is None


def test_a_server_that_is_killed_and_comes_back(
    own_label_studio: LabelStudio, tmp_path: Path
) -> None:
    server = own_label_studio
    ensure_user(server)
    port = server.server.port

    def kill_it(method: str, path: str) -> None:
        if method == "POST" and "/import" in path and server.is_running:
            server.kill()

    def start_it_again(_seconds: float) -> None:
        if not server.is_running:
            server.start(port)

    with between(server.url) as faults, make_project(tmp_path / "project") as project:
        faults.between = kill_it  # after it has done what was asked, before anybody hears of it
        with closing(make_sync(project, faults.url, sleep=start_it_again)) as sync:
            check_sentences(insist(sync.push), project)
            faults.between = lambda _method, _path: None
            assert sorted(count_annotations(server, project).values()) == [0, 1, 2]
            check_nothing_is_left_to_do(sync, faults)


def test_nothing_that_is_written_says_the_token(
    label_studio: LabelStudio,
    project: Project,
    faults: Faults,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    with closing(make_sync(project, faults.url)) as sync:
        plan = sync.plan()
        plan.write(tmp_path / "plan.jsonl")
        spoil(faults, "502 after", WRITES["import"])
        shown = [repr(sync), repr(plan), str(plan), *insist(sync.push)]
        change_there(label_studio, find_project(label_studio, project), "doubt")
        report = sync.pull()
        shown += [repr(report), str(report), repr(sync.status())]
    out, err = capfd.readouterr()
    assert caplog.records, "nothing was logged, so this test would see nothing"
    said = "\n".join([*shown, out, err, caplog.text, (tmp_path / "plan.jsonl").read_text("utf-8")])
    check_says_nothing(said, project)
    for path in (tmp_path / "project").rglob("*"):
        assert not path.is_file() or ACCOUNT.token.encode() not in path.read_bytes(), path
