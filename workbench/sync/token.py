"""The token of a server: from the environment or the key ring, and never shown."""

from __future__ import annotations

import os

from workbench.errors import AccessError

VARIABLE = "LABEL_STUDIO_API_KEY"
SERVICE = "claims-workbench"
"""Under which name the key ring keeps tokens, one for each address."""


class Token:
    """A secret that no repr, error or pickle repeats."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """Return the secret itself, for the client that sends it."""
        return self._value

    def __repr__(self) -> str:
        return "Token(...)"

    def __reduce__(self) -> str:
        raise TypeError("A token is not written anywhere.")


def find_token(url: str) -> Token:
    """Return the token for the server at `url`.

    It comes from the environment variable ``LABEL_STUDIO_API_KEY``, else from the system's key
    ring (service ``claims-workbench``, user name the address) where the package keyring is there.

    Raises
    ------
    AccessError
        There is none, or it cannot be one.
    """
    value = (os.environ.get(VARIABLE) or _read_keyring(url) or "").strip()
    if not value:
        raise AccessError(
            f"Expected a token for {url}, got none.",
            hint=f"Copy it from Account & Settings there into the environment variable {VARIABLE}, "
            f"or keep it with: keyring set {SERVICE} {url}",
        )
    if not (value.isascii() and value.isprintable()) or " " in value:
        raise AccessError(
            f"Expected a token of letters and digits in {VARIABLE} or the key ring, got something "
            "else.",
            hint="Copy it again from Account & Settings of the server.",
        )
    return Token(value)


def _read_keyring(url: str) -> str | None:
    try:
        import keyring
    except ImportError:
        return None
    from keyring.errors import KeyringError

    try:
        found = keyring.get_password(SERVICE, url)
    except KeyringError:
        # A machine without a key ring has none of ours in it.
        return None
    return None if found is None else str(found)
