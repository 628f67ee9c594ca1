"""Where a token may go: over https, or to this machine."""

from __future__ import annotations

import pytest

from workbench.errors import UsageError
from workbench.sync import parse_address


@pytest.mark.parametrize(
    ("given", "url", "is_loopback"),
    [
        ("https://labels.example.org", "https://labels.example.org/", False),
        ("https://labels.example.org/team/ls/", "https://labels.example.org/team/ls/", False),
        (" https://labels.example.org:8443/ls ", "https://labels.example.org:8443/ls/", False),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080/", True),
        ("http://localhost:8080/", "http://localhost:8080/", True),
        ("http://[::1]:8080", "http://[::1]:8080/", True),
        ("https://127.0.0.2", "https://127.0.0.2/", True),
    ],
)
def test_an_address_is_taken_with_its_path(given: str, url: str, is_loopback: bool) -> None:
    found = parse_address(given)
    assert (found.url, found.is_loopback) == (url, is_loopback)


@pytest.mark.parametrize(
    "given",
    [
        "http://labels.example.org",
        "http://10.0.0.7:8080",
        "http://127.0.0.1.example.org",
        "http://localhost.example.org",
    ],
)
def test_http_to_another_machine_is_refused(given: str) -> None:
    with pytest.raises(UsageError, match="https"):
        parse_address(given)


@pytest.mark.parametrize(
    "given",
    ["", "labels.example.org", "ftp://labels.example.org", "https://", "https://[", "http://a:b:c"],
)
def test_what_is_no_address_is_refused(given: str) -> None:
    with pytest.raises(UsageError, match="address"):
        parse_address(given)


@pytest.mark.parametrize(
    "given",
    [
        "https://amal:s3cret@labels.example.org",
        "https://labels.example.org/?token=s3cret",
        "https://labels.example.org/#s3cret",
        "s3cret@nowhere",
    ],
)
def test_an_address_with_a_secret_is_refused_and_not_repeated(given: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_address(given)
    assert "s3cret" not in str(caught.value)
