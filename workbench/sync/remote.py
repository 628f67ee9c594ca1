"""Every request to a server goes through here: one place for retries, errors and secrets.

The client is that of label_studio_sdk: its core knows both kinds of token and renews the short
ones. Its methods are not used: they send a write again when the answer was lost, and load pandas.
"""

from __future__ import annotations

import gc
import json
import time
import warnings
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import msgspec

from workbench.errors import AccessError, RemoteError, RemoteUnavailable, UsageError
from workbench.sync.address import Address
from workbench.sync.failures import (
    Refused,
    Unsettled,
    explain_status,
    explain_transport,
    is_passing,
)
from workbench.sync.token import Token

if TYPE_CHECKING:
    import httpx

READ_S, LONG_S = 60.0, 300.0
"""How long a server may be silent: while it reads, and while it imports or exports."""
FAILURES = 10
"""After so many failures in a row nothing more is tried."""
_FIRST_PAUSE_S, _LONGEST_PAUSE_S = 0.25, 20.0

Step = Callable[[str], None]
"""Called before and after each request with what it is; tests crash there."""
Params = Sequence[tuple[str, str | int]]


def ignore_step(_name: str) -> None:
    """Do nothing: what happens at each step in ordinary use."""


class Remote:
    """The client of one server. Reads are tried again, a write is sent once.

    Parameters
    ----------
    address, token
        Where the server is, and what it knows us by.
    transport
        Sends the requests; for tests that record or forbid them.
    step
        Called as ``send:WHAT`` before and ``received:WHAT`` after each request.
    sleep
        Waits so many seconds between two tries.
    read_s, long_s
        How long a server may be silent, in seconds.
    """

    def __init__(
        self,
        address: Address,
        token: Token,
        *,
        transport: httpx.BaseTransport | None = None,
        step: Step = ignore_step,
        sleep: Callable[[float], None] = time.sleep,
        read_s: float = READ_S,
        long_s: float = LONG_S,
    ) -> None:
        self.address = address
        self.step = step
        self.writes = 0
        self._sleep = sleep
        self._limits = (read_s, long_s)
        self._failures = 0
        self._failed_writes = 0
        self._client = _connect(address, token, transport)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Remote {self.address.url}>"

    def close(self) -> None:
        """Close the connections; the client may not be used after that."""
        self._client.httpx_client.httpx_client.close()

    def read(
        self,
        path: str,
        what: str,
        params: Params = (),
        *,
        is_long: bool = False,
        kind: Any = Any,
        prepare: Callable[[Any], Any] | None = None,
    ) -> Any:
        """Return what a path holds; tried again with growing pauses while the server fails.

        Parameters
        ----------
        what
            What is read, in words, for messages.
        kind
            The type that the answer is decoded as.
        prepare
            What to do with plain values before they become `kind`, where JSON has to be read by
            the standard library.

        Raises
        ------
        RemoteUnavailable
            After `FAILURES` failures in a row, with any request.
        RemoteError
            The server refuses, or is no Label Studio.
        """
        while True:
            try:
                content = self.request("GET", path, what, params=params, is_long=is_long)
                answer = _decode(content, kind, what, self.address.url, prepare)
            except Unsettled as error:
                self._pause(error)
            else:
                self._failures = 0
                return answer

    def ask(self, path: str, what: str, body: Any) -> Any:
        """Return the answer to a POST that changes nothing; tried again as a read is."""
        while True:
            try:
                content = self.request("POST", path, what, body=body)
            except Unsettled as error:
                self._pause(error)
            else:
                self._failures = 0
                return _decode(content, Any, what, self.address.url) if content else None

    def write(
        self,
        method: str,
        path: str,
        what: str,
        body: Any = None,
        *,
        params: Params = (),
        is_long: bool = False,
        kind: Any = Any,
    ) -> Any:
        """Send a write once and return its answer.

        Raises
        ------
        Unsettled
            Nobody knows whether it was carried out: look, before it is sent again.
        Refused
            It was not carried out.
        RemoteUnavailable
            After `FAILURES` writes in a row without an answer.
        """
        self.writes += 1
        try:
            content = self.request(method, path, what, body=body, params=params, is_long=is_long)
            is_expected = content or kind is not Any
            answer = _decode(content, kind, what, self.address.url) if is_expected else None
        except Unsettled as error:
            self._failed_writes += 1
            if self._failed_writes >= FAILURES:
                raise _give_up(error) from None
            self._sleep(self._find_pause(error, self._failed_writes))
            raise
        self._failed_writes = 0
        return answer

    def wait(self, pause_s: float) -> None:
        """Leave the server alone for so many seconds."""
        self._sleep(pause_s)

    def request(
        self,
        method: str,
        path: str,
        what: str,
        *,
        params: Params = (),
        body: Any = None,
        is_long: bool = False,
    ) -> bytes:
        """Send one request, once, and return the body of its answer."""
        import httpx
        from label_studio_sdk.core.api_error import ApiError

        if is_long:
            # The client's answers hang in circles, and the last one may be of many megabytes.
            gc.collect(1)
        self.step(f"send:{method} {what}")
        try:
            response = self._send(method, path, params, body, self._limits[is_long])
        except ApiError as error:
            # While it renews a token; its text repeats headers and body.
            raise explain_status(error.status_code or 0, "", what, self.address.url) from None
        except (httpx.HTTPError, httpx.InvalidURL, ValueError, KeyError) as error:
            raise explain_transport(error, what, self.address.url) from None
        self.step(f"received:{method} {what}")
        if response.is_success:
            return response.content
        reason = _find_reason(response)
        failure = explain_status(response.status_code, reason, what, self.address.url)
        if isinstance(failure, Unsettled):
            failure.pause_s = _read_pause(response.headers)
        raise failure

    def _send(
        self, method: str, path: str, params: Params, body: Any, limit_s: float
    ) -> httpx.Response:
        content = None
        with warnings.catch_warnings():
            # The client renews a token with a function that its own libraries call old.
            warnings.simplefilter("ignore", DeprecationWarning)
            headers = dict(self._client.get_headers())
        if body is not None:
            content = msgspec.json.encode(body)
            headers["Content-Type"] = "application/json"
        client: httpx.Client = self._client.httpx_client.httpx_client
        return client.request(
            method,
            self.address.url + path,
            params=list(params) or None,
            content=content,
            headers=headers,
            timeout=limit_s,
        )

    def _pause(self, error: Unsettled) -> None:
        self._failures += 1
        if self._failures >= FAILURES:
            raise _give_up(error) from None
        self._sleep(self._find_pause(error, self._failures))

    def _find_pause(self, error: Unsettled, failures: int) -> float:
        if error.pause_s is not None:
            return min(error.pause_s, _LONGEST_PAUSE_S)
        return float(min(_FIRST_PAUSE_S * 2 ** (failures - 1), _LONGEST_PAUSE_S))


def _connect(address: Address, token: Token, transport: httpx.BaseTransport | None) -> Any:
    try:
        import httpx
        from label_studio_sdk.core.api_error import ApiError
        from label_studio_sdk.core.client_wrapper import SyncClientWrapper
    except ImportError as error:
        raise UsageError(
            "Expected label-studio-sdk, with which servers are reached, got none.",
            hint="There is none for Python 3.14 yet: use 3.11, 3.12 or 3.13.",
        ) from error
    client = httpx.Client(
        transport=transport,
        follow_redirects=False,
        # Proxies of the environment are for servers elsewhere.
        trust_env=not address.is_loopback,
    )
    try:
        return SyncClientWrapper(
            base_url=address.url, api_key=token.reveal(), httpx_client=client, max_retries=0
        )
    except ApiError:
        client.close()
        raise AccessError(
            f"Expected a token for {address.url} that is still good, got one that has expired.",
            hint="Make a new one in Account & Settings there.",
        ) from None


def _decode(
    content: bytes,
    kind: Any,
    what: str,
    url: str,
    prepare: Callable[[Any], Any] | None = None,
) -> Any:
    try:
        return msgspec.json.decode(content, type=kind)
    except (msgspec.DecodeError, UnicodeError):
        pass
    try:
        # Halves of surrogate pairs, and numbers out of range, are JSON to the standard library.
        plain = json.loads(content)
        return msgspec.convert(plain if prepare is None else prepare(plain), kind)
    except msgspec.ValidationError:
        raise RemoteError(
            f"Expected {what} from {url}, got JSON of another shape.",
            hint="Check that the address is that of a Label Studio server of version 1.",
        ) from None
    except ValueError:
        raise Unsettled(f"Expected {what} from {url}, got something that is no JSON.") from None


def _find_reason(response: httpx.Response) -> str:
    """Return what a refusal says of itself, without any value that we have sent."""
    try:
        body = response.json()
    except ValueError:
        return ""
    if not isinstance(body, Mapping):
        return ""
    names = body.get("validation_errors")
    listed = names if isinstance(names, Mapping) else {}
    known = [str(name) for name in listed if str(name).isidentifier()]
    if "token" in str(body.get("detail", "")).lower() and response.status_code in {401, 403}:
        return "legacy" if "legacy" in str(body["detail"]).lower() else "token"
    return ", ".join(known[:5])


def _read_pause(headers: Mapping[str, str]) -> float | None:
    value = headers.get("retry-after", "")
    return float(value) if value.isdigit() else None


def _give_up(error: Unsettled) -> RemoteUnavailable:
    return RemoteUnavailable(
        f"{error.message} It was so {FAILURES} times in a row.",
        hint="Nothing is lost: the same command goes on from here when the server works again.",
    )


__all__ = ["Params", "Refused", "Remote", "Unsettled", "ignore_step", "is_passing"]
