"""One request: what is tried again, what is not, and what an error says."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable

import httpx
import pytest

from workbench.errors import (
    AccessError,
    RemoteError,
    RemoteUnavailable,
    UsageError,
    WorkbenchError,
)
from workbench.sync import Remote, Token, parse_address
from workbench.sync.api import iter_tasks
from workbench.sync.failures import Refused, Unsettled
from workbench.sync.link import check_server
from workbench.sync.remote import FAILURES

SECRET = "0123456789abcdef0123"
TEXT = "a harbour of which nobody may read"
Answer = Callable[[httpx.Request], httpx.Response]


class Server(httpx.BaseTransport):
    """Answers as a test says, and counts."""

    def __init__(self, *answers: httpx.Response | Exception | Answer) -> None:
        self.answers = list(answers)
        self.requests: list[httpx.Request] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.read()
        self.requests.append(request)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        if isinstance(answer, httpx.Response):
            return httpx.Response(
                answer.status_code, headers=answer.headers, content=answer.content
            )
        return answer(request)


def connect(server: Server, waits: list[float] | None = None) -> Remote:
    sleep = (list[float]() if waits is None else waits).append
    address = parse_address("https://labels.example.org/ls/")
    return Remote(address, Token(SECRET), transport=server, sleep=sleep)


def good(value: object = 1) -> httpx.Response:
    return httpx.Response(200, json=value)


FAILING = [
    httpx.Response(500, content=b"<html>"),
    httpx.Response(502),
    httpx.Response(429),
    httpx.Response(200, content=b'{"tasks": [{"id'),
    httpx.Response(200, content=b"<html>"),
    httpx.ReadTimeout("slow"),
    httpx.ConnectError("refused"),
    httpx.RemoteProtocolError("peer closed connection"),
    httpx.ReadError("reset"),
]


@pytest.mark.parametrize("failure", FAILING, ids=str)
def test_a_read_is_tried_again_until_it_is_answered(failure: httpx.Response | Exception) -> None:
    waits: list[float] = []
    server = Server(failure, failure, good([1]))
    with connect(server, waits) as remote:
        assert remote.read("api/x", "something") == [1]
    assert len(server.requests) == 3
    assert [0 < each <= 20 for each in waits] == [True, True]
    assert waits[0] < waits[1]


@pytest.mark.parametrize("failure", FAILING, ids=str)
def test_a_write_is_sent_once_and_its_end_is_not_known(failure: httpx.Response | Exception) -> None:
    server = Server(failure)
    with connect(server) as remote, pytest.raises(Unsettled):
        remote.write("POST", "api/x", "something", {"a": 1})
    assert len(server.requests) == 1


def test_ten_failures_in_a_row_are_enough() -> None:
    server, waits = Server(httpx.Response(503)), list[float]()
    with (
        connect(server, waits) as remote,
        pytest.raises(RemoteUnavailable, match="10 times") as ended,
    ):
        remote.read("api/x", "something")
    assert not isinstance(ended.value, Unsettled)
    assert (len(server.requests), len(waits)) == (FAILURES, FAILURES - 1)
    with connect(server) as remote:
        for _ in range(FAILURES - 1):
            with pytest.raises(Unsettled):
                remote.write("POST", "api/x", "something")
        with pytest.raises(RemoteUnavailable, match="10 times"):
            remote.write("POST", "api/x", "something")


def test_a_server_that_asks_to_wait_is_left_alone_so_long() -> None:
    waits: list[float] = []
    server = Server(
        httpx.Response(429, headers={"Retry-After": "7"}),
        httpx.Response(429, headers={"Retry-After": "86400"}),
        good(),
    )
    with connect(server, waits) as remote:
        remote.read("api/x", "something")
    assert waits == [7.0, 20.0]


@pytest.mark.parametrize(
    ("status", "kind"),
    [(400, Refused), (404, Refused), (409, Refused), (401, AccessError), (403, AccessError)],
)
def test_a_refusal_is_not_tried_again(status: int, kind: type[RemoteError]) -> None:
    server = Server(httpx.Response(status, json={"detail": "no"}))
    with connect(server) as remote, pytest.raises(kind, match=str(status)):
        remote.read("api/x", "something")
    assert len(server.requests) == 1


def test_a_legacy_token_is_told_from_an_expired_one() -> None:
    legacy = {"detail": "legacy token authentication has been disabled for this organization"}
    other = {"detail": "Invalid token."}
    for body, hint in ((legacy, "personal access token"), (other, "expired")):
        server = Server(httpx.Response(401, json=body))
        with connect(server) as remote, pytest.raises(AccessError, match=hint):
            remote.read("api/x", "something")


def test_an_error_repeats_neither_texts_nor_the_token(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    body = {"validation_errors": {"title": [TEXT], TEXT: ["x"]}, "detail": f"{TEXT} {SECRET}"}
    for answer in (httpx.Response(400, json=body), httpx.Response(500, content=TEXT.encode()),
                   httpx.ReadError(TEXT)):  # fmt: skip
        with connect(Server(answer)) as remote, pytest.raises(WorkbenchError) as caught:
            remote.write("POST", "api/x", "something", {"text": TEXT})
        shown = "".join(traceback.format_exception(caught.value)) + repr(caught.value)
        assert (TEXT in shown, SECRET in shown) == (False, False)
    assert (TEXT in caplog.text, SECRET in caplog.text) == (False, False)


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (httpx.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED] self-signed"), "certificate"),
        (httpx.ConnectError("[SSL: WRONG_VERSION_NUMBER] wrong version"), "encrypted"),
    ],
)
def test_a_certificate_that_nobody_signed_is_refused_at_once(
    failure: Exception, words: str
) -> None:
    server = Server(failure)
    with connect(server) as remote, pytest.raises(RemoteError, match=words):
        remote.read("api/x", "something")
    assert len(server.requests) == 1


def test_a_path_below_the_host_is_kept_and_nothing_is_followed() -> None:
    moved = httpx.Response(302, headers={"location": "https://elsewhere.example.org/?t=1"})
    server = Server(moved)
    with connect(server) as remote, pytest.raises(RemoteError, match="another address"):
        remote.read("api/x", "something")
    assert [str(each.url) for each in server.requests] == ["https://labels.example.org/ls/api/x"]
    assert server.requests[0].headers["authorization"] == f"Token {SECRET}"


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(404, content=b"<html>not here</html>"),
        good({"release": "2.0.0", "edition": "Community"}),
        good({"release": "1.23.2", "edition": "Enterprise"}),
        good({"name": "something else"}),
        good([1, 2]),
    ],
    ids=["404", "next major", "other edition", "other program", "other shape"],
)
def test_another_server_is_refused_unless_it_is_allowed(answer: httpx.Response) -> None:
    with connect(Server(answer)) as remote, pytest.raises(RemoteError):
        check_server(remote, any_server=False)
    if answer.status_code == 200 and isinstance(answer.json(), dict):
        with connect(Server(answer)) as remote:
            check_server(remote, any_server=True)


def test_the_known_server_is_taken() -> None:
    with connect(Server(good({"release": "1.23.2", "edition": "Community"}))) as remote:
        assert check_server(remote, any_server=False).release == "1.23.2"


def test_a_half_of_a_surrogate_pair_is_read_as_it_is() -> None:
    answer = httpx.Response(200, content=b'{"a": "\\ud800"}')
    with connect(Server(answer)) as remote:
        assert remote.read("api/x", "something") == {"a": "\ud800"}


def test_a_page_past_the_last_ends_the_list() -> None:
    full = {"tasks": [{"id": number, "updated_at": None} for number in range(1000)], "total": 1001}
    server = Server(good(full), httpx.Response(404, json={"detail": "Invalid page."}))
    with connect(server) as remote:
        assert len(list(iter_tasks(remote, 1))) == 1000


def test_steps_are_told_before_and_after_each_request() -> None:
    steps: list[str] = []
    with connect(Server(good())) as remote:
        remote.step = steps.append
        remote.read("api/x", "a thing")
    assert steps == ["send:GET a thing", "received:GET a thing"]


@pytest.mark.parametrize(
    ("url", "through_proxies"),
    [("http://127.0.0.1:8080", False), ("https://labels.example.org", True)],
)
def test_proxies_of_the_environment_are_for_other_machines(
    url: str, through_proxies: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    with Remote(parse_address(url), Token(SECRET)) as remote:
        assert remote._client.httpx_client.httpx_client.trust_env is through_proxies


def test_without_the_client_one_sentence_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "label_studio_sdk.core.client_wrapper", None)
    with pytest.raises(UsageError, match=r"label-studio-sdk.*3\.14"):
        connect(Server(good()))
