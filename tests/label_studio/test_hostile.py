"""Servers, tokens and texts that are not as one would like: a clear sentence, and no harm done."""

from __future__ import annotations

import json
import ssl
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import trustme

from tests.label_studio.faults import between
from tests.label_studio.server import ACCOUNT, LabelStudio
from tests.label_studio.syncing import (
    change_here,
    drop,
    ensure_user,
    find_project,
    find_there,
    make_project,
    make_sync,
    read_there,
)
from workbench.errors import AccessError, RemoteError, RemoteUnavailable, UsageError
from workbench.model import (
    Decision,
    Document,
    Provenance,
    Record,
    Segment,
    Sentence,
    canonicalize,
    compute_text_sha256,
)
from workbench.project import Project

# What editors, copies and old machines leave in a text.
HARD = {
    "emoji": "قال 👩‍🚒 إن 𝒳 و😀 وصلا. ",
    "lines": "سطر أول.\n\n\tسطر ثان.\n \nثالث.\n",
    "spaces": "\u00a0قالت\u00a0وكالة  سروند\u2003أمس\u202f.\u3000",
    "bidi": "\u200f\u202bقال\u202c \u2067(abc)\u2069 \u200eغدا\ufeff.",
    "separators": "أول\u2028ثان\u2029ثالث\u0085رابع\x0bخامس.",
    "harakat": "قَالَ المُتَحَدِّثُ إنَّ الجِسْرَ ســـيُفتح.",
}


@pytest.fixture
def project(label_studio: LabelStudio, tmp_path: Path) -> Iterator[Project]:
    ensure_user(label_studio)
    with make_project(tmp_path / "project") as project:
        yield project
        drop(label_studio, project)


def fail(project: Project, url: str, **options: Any) -> RemoteError:
    """Return the error of a push that cannot be."""
    with closing(make_sync(project, url, **options)) as sync, pytest.raises(RemoteError) as failed:
        sync.push()
    said = str(failed.value)
    assert said.startswith("Expected"), said
    assert options.get("token", ACCOUNT.token) not in said
    return failed.value


# ---------------------------------------------------------------- tokens


def test_a_wrong_token(label_studio: LabelStudio, project: Project) -> None:
    error = fail(project, label_studio.url, token="f" * 40)
    assert isinstance(error, AccessError)
    assert "LABEL_STUDIO_API_KEY" in str(error)


def test_a_personal_token_is_renewed_when_it_expires(
    label_studio: LabelStudio, project: Project
) -> None:
    with between(label_studio.url) as faults:
        token = label_studio.make_access_token()
        with closing(make_sync(project, faults.url, token=token)) as sync:
            sync.push()
            assert len(read_there(label_studio, find_project(label_studio, project))) == 3
            faults.spoil("answer", path="/version", status=401)
            with pytest.raises(AccessError, match="token"):
                sync.pull()
            sync.pull()


def test_a_personal_token_that_is_none_any_more(
    label_studio: LabelStudio, project: Project
) -> None:
    head, body, signature = label_studio.make_access_token().split(".")
    error = fail(project, label_studio.url, token=f"{head}.{body}.{signature[::-1]}")
    assert isinstance(error, AccessError)


def test_a_legacy_token_where_they_are_switched_off(
    own_label_studio: LabelStudio, tmp_path: Path
) -> None:
    own_label_studio.allow_tokens(legacy=False)
    with make_project(tmp_path / "project") as project:
        error = fail(project, own_label_studio.url)
    assert isinstance(error, AccessError)
    assert "legacy" in str(error)


# ---------------------------------------------------------------- addresses


def test_a_path_below_the_host(label_studio: LabelStudio, project: Project) -> None:
    with between(label_studio.url, prefix="/tools/label-studio") as faults:
        for token in (ACCOUNT.token, label_studio.make_access_token()):
            with closing(make_sync(project, faults.url, token=token)) as sync:
                sync.push()
                assert sync.pull(full=True).writes == 0
        error = fail(project, faults.url.removesuffix("/label-studio"))
        assert "address" in str(error)


def test_nobody_is_there(project: Project) -> None:
    error = fail(project, "http://127.0.0.1:9")
    assert isinstance(error, RemoteUnavailable)
    assert "no connection" in str(error)


@pytest.mark.parametrize("body", [b"<h1>It works</h1>", b"{}", b'{"release": 5}', b"[1]", b""])
def test_another_program_is_there(project: Project, body: bytes) -> None:
    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        error = fail(project, f"http://127.0.0.1:{server.server_address[1]}")
        server.shutdown()
        thread.join()
    assert "Label Studio" in str(error) or "version" in str(error)


def test_a_certificate_that_nobody_vouches_for(
    label_studio: LabelStudio, project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    with between(label_studio.url, tls=context) as faults:
        error = fail(project, faults.url)
        assert "certificate" in str(error)
        assert faults.passed == []


def test_a_token_never_goes_over_a_network_in_the_clear(project: Project) -> None:
    with pytest.raises(UsageError, match="https"):
        project.sync("http://label-studio.example.org")


# ---------------------------------------------------------------- what is there already


def test_a_number_that_is_used_again_is_no_task_of_ours(
    label_studio: LabelStudio, project: Project
) -> None:
    with closing(make_sync(project, label_studio.url)) as sync:
        sync.push()
        number = find_project(label_studio, project)
        newest = label_studio.export(number)[-1]["id"]
        label_studio.call("DELETE", f"tasks/{newest}")
        foreign = {"data": {"text": "نص غريب", "wb_id": "doc:elsewhere"}}
        assert label_studio.import_tasks(number, [foreign]) == [newest]
        sync.pull(full=True)
        change_here(project, "doubt")
        sync.push()
        there = read_there(label_studio, number)
        assert there["doc:elsewhere"] == (foreign["data"], [])
        assert sync.status().foreign + sync.status().gone >= 1
    assert len(list(project.store.document_ids())) == 3


def test_an_annotation_that_was_deleted_there_is_kept_here(
    label_studio: LabelStudio, project: Project
) -> None:
    before = list(project.records("annotator:amal"))
    with closing(make_sync(project, label_studio.url)) as sync:
        sync.push()
        number = find_project(label_studio, project)
        _, annotation = find_there(label_studio, number)
        label_studio.call("DELETE", f"annotations/{annotation['id']}")
        sync.pull(full=True)
        assert sync.push().writes == 0
        assert sync.status().gone == 1
        assert list(project.records("annotator:amal")) == before
        sync.push(recreate=True)
        assert find_there(label_studio, number)[1]["result"] == annotation["result"]


def test_a_lone_surrogate_that_somebody_else_brought_is_told(
    label_studio: LabelStudio, project: Project
) -> None:
    with closing(make_sync(project, label_studio.url)) as sync:
        sync.push()
        number = find_project(label_studio, project)
        label_studio.import_tasks(number, [{"data": {"text": "\ud800", "wb_id": "doc:odd"}}])
        with pytest.raises(RemoteUnavailable) as failed:
            sync.pull(full=True)  # the server itself cannot write such a task down any more
        assert "500" in str(failed.value)


# ---------------------------------------------------------------- texts


def make_record(name: str, text: str) -> Record:
    """Return a record of one sentence without anything in it."""
    document = Document(name, "ar", None, None, None, None, {}, text, compute_text_sha256(text))
    provenance = Provenance("gold", ("a01",), None, "1.0", "claims-sources-stances", "1.0")
    return canonicalize(
        Record(
            "1.0", document, (Segment(0, len(text), "body"),), (Sentence("s1", 0, len(text)),),
            (), (), (Decision("s1", "done"),), provenance,
        )
    )  # fmt: skip


def test_hard_texts_come_back_as_they_went(label_studio: LabelStudio, tmp_path: Path) -> None:
    ensure_user(label_studio)
    records = [make_record(name, text) for name, text in HARD.items()]
    with make_project(tmp_path / "project", records) as project:
        before = [json.dumps(str(each)) for each in project.records("annotator:amal")]
        with closing(make_sync(project, label_studio.url)) as sync:
            sync.push()
            there = read_there(label_studio, find_project(label_studio, project))
            assert {key: data["text"] for key, (data, _) in there.items()} == {
                f"doc:{name}": text for name, text in HARD.items()
            }
            assert sync.pull(full=True).writes == 0
            assert sync.push().writes == 0
        assert [json.dumps(str(each)) for each in project.records("annotator:amal")] == before
        drop(label_studio, project)
