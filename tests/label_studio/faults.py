"""A proxy that stands between the workbench and Label Studio and fails as networks do.

It is told which request to spoil and how; every other one passes. It writes down what it was
asked, so that a test can count the writes.
"""

from __future__ import annotations

import http.client
import re
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Literal
from urllib.parse import urlsplit

Kind = Literal[
    "drop_request",  # the connection ends before the server hears of it
    "drop_reply",  # the server has done it, and nobody learns
    "answer",  # the server does not hear of it, and `status` comes back
    "answer_after",  # the server has done it, and `status` comes back
    "html",  # the server has done it, and a page for people comes back with status 200
    "truncate",  # the server has done it, and half of its JSON comes back as if it were whole
    "empty",  # the server has done it, and nothing comes back with status 200
    "wrong_type",  # the server has done it, and another JSON comes back
    "cut",  # the server has done it, and the connection ends in the middle of the answer
    "stall",  # the server has done it, and the answer never comes
]
NONSENSE = {
    "html": ("text/html", b"<!doctype html><title>Sign in</title><p>Welcome"),
    "empty": ("application/json", b""),
    "wrong_type": ("application/json", b'"What?"'),
}
WRITES = ("POST", "PATCH", "PUT", "DELETE")


@dataclass
class Fault:
    """What to do to the requests that match.

    Parameters
    ----------
    method, path
        Which requests: a method, or any; a pattern that the path holds.
    after
        How many of them pass first.
    times
        How many of them are spoiled.
    status
        What "answer" and "answer_after" answer.
    """

    kind: Kind
    method: str = ""
    path: str = ""
    after: int = 0
    times: int = 1
    status: int = 502
    spoiled: int = 0

    def takes(self, method: str, path: str) -> bool:
        """Answer whether this request is spoiled, and count it."""
        if self.method not in ("", method) or not re.search(self.path, path):
            return False
        if self.after:
            self.after -= 1
            return False
        if self.spoiled >= self.times:
            return False
        self.spoiled += 1
        return True


@dataclass(frozen=True)
class Passed:
    """A request that went through, and what the server answered."""

    method: str
    path: str
    body: bytes = field(repr=False)
    status: int

    @property
    def is_write(self) -> bool:
        """Whether it may have changed something."""
        # The check of a configuration and the renewal of a token are questions.
        is_question = re.search(r"/(validate|token/refresh)/?$", self.path.partition("?")[0])
        return self.method in WRITES and not is_question


class Faults:
    """A proxy on the loopback device; `url` is what the workbench is given."""

    def __init__(
        self, upstream: str, *, prefix: str = "", tls: ssl.SSLContext | None = None
    ) -> None:
        self.upstream = upstream
        self.prefix = prefix
        self.faults: list[Fault] = []
        self.passed: list[Passed] = []
        self.before: Callable[[str, str], None] = _do_nothing
        self.between: Callable[[str, str], None] = _do_nothing
        self.after: Callable[[str, str], None] = _do_nothing
        self.stopping = threading.Event()
        self._lock = threading.Lock()
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.faults = self
        if tls is not None:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True)
        self.scheme = "http" if tls is None else "https"
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
        )
        self._thread.start()

    @property
    def url(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self._server.server_address[1]}{self.prefix}"

    @property
    def writes(self) -> list[Passed]:
        """What may have changed something, in order."""
        return [each for each in self.passed if each.is_write]

    def spoil(self, kind: Kind, **which: Any) -> Fault:
        """Spoil the requests that match; return the fault, which counts them."""
        fault = Fault(kind, **which)
        self.faults.append(fault)
        return fault

    def find(self, method: str, path: str) -> Fault | None:
        """Return the fault of this request, if it has one."""
        with self._lock:
            return next((each for each in self.faults if each.takes(method, path)), None)

    def forget(self) -> None:
        """Let everything pass again, and forget what has passed."""
        self.faults.clear()
        self.passed.clear()

    def close(self) -> None:
        """Stop; whoever is stalled is let go."""
        self.stopping.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@contextmanager
def between(upstream: str, **options: Any) -> Iterator[Faults]:
    """Give a proxy in front of the address `upstream`."""
    faults = Faults(upstream, **options)
    try:
        yield faults
    finally:
        faults.close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    faults: Faults

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of clients that were killed; that is the test."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def handle_any(self) -> None:
        """Pass a request on, or spoil it."""
        faults = self.server.faults
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if not self.path.startswith(f"{faults.prefix}/"):
            self.reply(404, "text/html", b"<h1>Nothing is here</h1>")
            return
        path = self.path.removeprefix(faults.prefix)
        fault = faults.find(self.command, path)
        kind = fault.kind if fault else None
        faults.before(self.command, path)
        if kind == "drop_request":
            self.hang_up()
        elif kind == "answer" and fault is not None:
            self.reply(fault.status, "text/html", b"<h1>Not now</h1>")
        else:
            status, content_type, content = self.ask_server(path, body)
            faults.passed.append(Passed(self.command, path, body, status))
            faults.between(self.command, path)
            if fault is None:
                self.reply(status, content_type, content)
            else:
                self.spoil(fault, status, content_type, content)
            faults.after(self.command, path)

    do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = handle_any  # noqa: N815  the library's names

    def spoil(self, fault: Fault, status: int, content_type: str, content: bytes) -> None:
        """Answer in the way of a fault, after the server has done what was asked."""
        if fault.kind == "drop_reply":
            self.hang_up()
        elif fault.kind == "answer_after":
            self.reply(fault.status, "text/html", b"<h1>Bad gateway</h1>")
        elif fault.kind in NONSENSE:
            self.reply(200, *NONSENSE[fault.kind])
        elif fault.kind == "truncate":
            self.reply(status, content_type, content[: len(content) // 2])
        elif fault.kind == "cut":
            self.reply(status, content_type, content, whole=False)
        else:
            self.server.faults.stopping.wait()
            self.hang_up()

    def ask_server(self, path: str, body: bytes) -> tuple[int, str, bytes]:
        """Return the server's status, type of content and content; 502 where it is gone."""
        place = urlsplit(self.server.faults.upstream).netloc
        connection = http.client.HTTPConnection(place, timeout=120)
        left_out = ("connection", "accept-encoding", "keep-alive")
        headers = {
            name: value for name, value in self.headers.items() if name.lower() not in left_out
        }
        try:
            connection.request(self.command, path, body or None, headers)
            answer = connection.getresponse()
            return answer.status, answer.headers.get("Content-Type", ""), answer.read()
        except (OSError, http.client.HTTPException):
            return 502, "text/html", b"<h1>Bad gateway</h1>"
        finally:
            connection.close()

    def reply(self, status: int, content_type: str, content: bytes, *, whole: bool = True) -> None:
        """Answer; not `whole` ends in the middle of what was promised."""
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        if status not in (204, 304):
            self.send_header("Content-Length", str(len(content)))
        if status == 429:
            self.send_header("Retry-After", "0")
        self.end_headers()
        self.wfile.write(content if whole else content[: len(content) // 2])
        if not whole:
            self.hang_up()

    def hang_up(self) -> None:
        """End the connection at once."""
        self.close_connection = True
        with suppress(OSError):
            self.wfile.flush()
            self.connection.shutdown(socket.SHUT_RDWR)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the library's name
        """Keep the run's output clean."""


def _do_nothing(_method: str, _path: str) -> None:
    """Take the place of a hook that nobody needs."""
