"""The one account of a server of one's own: who logs in, and the token that programs use."""

from __future__ import annotations

import os
import re
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from workbench.errors import ServerError, UsageError

DEFAULT_EMAIL = "annotator@example.org"
EMAIL_NAME, PASSWORD_NAME, TOKEN_NAME = "email", "password", "token"


@dataclass(frozen=True)
class Account:
    """Who may enter.

    Parameters
    ----------
    email
        The name to log in with, and the one that annotations carry.
    password
        What the login page asks for; never shown.
    token
        What a program sends, 40 hexadecimal digits; never shown.
    """

    email: str
    password: str = field(repr=False)
    token: str = field(repr=False)


def make_account(email: str = DEFAULT_EMAIL) -> Account:
    """Return an account with a password and a token that nobody knows yet."""
    if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", email):
        raise UsageError(f"Expected an e-mail address to log in with, got {email!r}.")
    return Account(email, secrets.token_urlsafe(12), secrets.token_hex(20))


def write_account(account: Account, folder: Path) -> None:
    """Write the account into three files of `folder` that only their owner may read."""
    written = {
        PASSWORD_NAME: account.password,
        TOKEN_NAME: account.token,
        EMAIL_NAME: account.email,  # the last, so that it stands for all three
    }
    for name, content in written.items():
        path = folder / name
        path.unlink(missing_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        with os.fdopen(os.open(path, flags, 0o600), "w", encoding="utf-8") as file:
            file.write(f"{content}\n")


def read_account(folder: Path) -> Account | None:
    """Return the account that `folder` keeps, or None where no server was started yet."""
    if not (folder / EMAIL_NAME).exists():
        return None
    try:
        found = [
            (folder / name).read_text(encoding="utf-8").strip()
            for name in (EMAIL_NAME, PASSWORD_NAME, TOKEN_NAME)
        ]
    except OSError as error:
        raise ServerError(
            f"Expected the account of Label Studio in {folder}, got: {error.strerror}.",
            hint="Serve from another folder with `--data DIR`, or put the file back.",
        ) from error
    return Account(*found)
