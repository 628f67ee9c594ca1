"""The address of a server: in the clear only on this machine, and without secrets in it."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit, urlunsplit

from workbench.errors import UsageError
from workbench.model.record import Frozen


class Address(Frozen, frozen=True):
    """Where a server is; `url` ends with ``/``, so that a path below a host is kept."""

    url: str
    is_loopback: bool


def parse_address(url: str) -> Address:
    """Return the address that `url` names.

    Raises
    ------
    UsageError
        It is none, carries a secret, or would send the token in the clear over a network.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        raise _wrong(url) from None
    if parts.scheme not in {"http", "https"} or not host:
        raise _wrong(url)
    if parts.username is not None or parts.password is not None or parts.query or parts.fragment:
        raise UsageError(
            f"Expected the address of a server alone, got one of {host} with more in it.",
            hint="Leave out name, password and what follows ? or #.",
        )
    is_loopback = _is_loopback(host)
    if parts.scheme == "http" and not is_loopback:
        raise UsageError(
            f"Expected an address with https, got http to {host}: the token would be readable on "
            "the way.",
            hint="Only a server on this machine (127.0.0.1, localhost) may be without.",
        )
    shown = f"[{host}]" if ":" in host else host
    place = shown if port is None else f"{shown}:{port}"
    path = parts.path.rstrip("/") + "/"
    return Address(urlunsplit((parts.scheme, place, path, "", "")), is_loopback)


def _is_loopback(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _wrong(url: str) -> UsageError:
    shown = url if "@" not in url and len(url) <= 200 else "something else"
    return UsageError(
        f"Expected the address of a Label Studio server, got {shown!r}.",
        hint="It looks like https://label-studio.example.org or http://127.0.0.1:8080.",
    )
