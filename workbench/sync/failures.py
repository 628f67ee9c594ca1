"""What may go wrong between us and a server, told in one sentence without secrets or texts."""

from __future__ import annotations

from workbench.errors import AccessError, RemoteError, RemoteUnavailable

_NEW_HINT = (
    "Copy a token from Account & Settings there into LABEL_STUDIO_API_KEY; an old one may have "
    "expired."
)
_LEGACY_HINT = (
    "Make a personal access token in Account & Settings there, or let its organization allow "
    "legacy tokens."
)


class Unsettled(RemoteUnavailable):
    """A request without a usable answer: whether it was carried out is not known.

    `pause_s` is how long the server asks to be left alone, in seconds.
    """

    pause_s: float | None = None


class Refused(RemoteError):  # noqa: N818  what the server did
    """A request that the server did not carry out; `status` is the HTTP status."""

    def __init__(self, message: str, status: int, *, hint: str | None = None) -> None:
        super().__init__(message, hint=hint, subject=status)
        self.status = status


def is_passing(status: int) -> bool:
    """Answer whether an HTTP status says that it may be otherwise in a moment."""
    return status >= 500 or status in {408, 425, 429}


def explain_status(status: int, reason: str, what: str, url: str) -> RemoteError:
    """Return the error of an HTTP status; `reason` holds nothing that we have sent."""
    if is_passing(status):
        return Unsettled(f"Expected {what} from {url}, got HTTP status {status}.")
    if status in {401, 403}:
        advice = _LEGACY_HINT if reason == "legacy" else _NEW_HINT
        does = "the server does not take this token" if status == 401 else "it is not allowed"
        return AccessError(
            f"Expected {what} from {url}, got HTTP status {status}: {does}.", hint=advice
        )
    if 300 <= status < 400:
        return RemoteError(
            f"Expected {what} from {url}, got sent on to another address.",
            hint="Give the address that the browser ends up at.",
        )
    named = f" over {reason}" if reason and reason not in {"token", "legacy"} else ""
    hint = "Check the address, with any path below the host." if status == 404 else None
    return Refused(
        f"Expected {what} from {url}, got HTTP status {status}{named}.", status, hint=hint
    )


def explain_transport(error: Exception, what: str, url: str) -> RemoteError:
    """Return the error of a request that found no server, or no end."""
    words = str(error)
    if "CERTIFICATE" in words.upper():
        return RemoteError(
            f"Expected a certificate of {url} that can be trusted, got another.",
            hint="Let SSL_CERT_FILE name the certificate of whoever signed it.",
        )
    if "SSL" in words.upper():
        return RemoteError(
            f"Expected an encrypted connection to {url}, got something else.",
            hint="Check the port: is another program behind it, or a server without https?",
        )
    kind = type(error).__name__
    if "Timeout" in kind:
        return Unsettled(f"Expected {what} from {url}, got no answer in time.")
    if "Connect" in kind:
        return Unsettled(f"Expected {what} from {url}, got no connection.")
    return Unsettled(f"Expected {what} from {url}, got an answer that breaks off ({kind}).")
