"""Every error that the workbench raises on purpose, on one page.

::

    WorkbenchError
    ├── UsageError               a wrong argument or option: what was expected, what was got
    ├── InputError               a file or text that cannot be read as what it should be
    │   ├── DecodingError        bytes that are not text in any encoding that was tried
    │   ├── RecordError          a line that is no record (see ``workbench validate``)
    │   └── OffsetError          an offset outside the text, or inside a character
    ├── SchemeError              a label scheme that is unknown, or whose file is not one
    ├── EditError                an edit that the data model does not allow
    │   ├── UnfinishedError      a decision that needs what is still missing
    │   └── UnconfirmedError     it touches others' work, and nobody has said yes
    ├── ReleaseError             a release that its data do not allow: a leak, no way to split
    ├── ServerError              a Label Studio of one's own that cannot be installed or started
    ├── RemoteError              a Label Studio server that answers something else than it should
    │   ├── AccessError          it does not take the token, or does not allow what was asked
    │   ├── MovedError           a plan whose server or project has changed since it was made
    │   └── RemoteUnavailable    it cannot be reached, or fails: try again later
    └── StoreError               the store cannot do what was asked
        ├── ConflictError        somebody saved first; both contents are kept
        ├── DocumentError        a document that is unknown, or known with another text
        │   └── WithdrawnError   a document, or a person, that was withdrawn from the project
        ├── StoreVersionError    a store made by a newer workbench, or not by one at all
        └── StoreUnavailable     locked, read-only, full, gone: try again later
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Mapping
from typing import Any

Wording = tuple[str, Mapping[str, Any]]


class WorkbenchError(Exception):
    """An error that a person can act on.

    Parameters
    ----------
    message
        One sentence: what was expected, and what was got.
    hint
        The next step to try, one sentence; shown after the message.
    subject
        The object that the error is about, for programs that catch it.
    wording
        Which text of the interface's catalogue it is, and what fills the text's places, for those
        who read another language.
    """

    def __init__(
        self,
        message: str,
        *,
        hint: str | None = None,
        subject: Any = None,
        wording: Wording | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.subject = subject
        self.wording = wording

    def __str__(self) -> str:
        """Return the message and, where there is one, the hint."""
        return f"{self.message} {self.hint}" if self.hint else self.message

    def _render_traceback_(self) -> list[str]:
        """Return the lines that a notebook shows: the sentence, which is for the person.

        The whole trace comes with ``WORKBENCH_DEBUG``, as on the command line.
        """
        if os.environ.get("WORKBENCH_DEBUG"):
            return traceback.format_exception(self)
        return [f"{type(self).__name__}: {self}"]


class UsageError(WorkbenchError):
    """A wrong argument or option."""


class InputError(WorkbenchError):
    """A file or text that cannot be read as what it should be."""


class DecodingError(InputError):
    """Bytes that are not text in any encoding that was tried."""


class RecordError(InputError):
    """A line that is not a record of the data model."""


class OffsetError(InputError):
    """An offset outside its text, or inside a character."""


class SchemeError(WorkbenchError):
    """A label scheme that is unknown, or whose file is not one."""


class EditError(WorkbenchError):
    """An edit that the data model does not allow."""


class UnfinishedError(EditError):
    """A decision that needs what is still missing; `subject` lists the ids of what is."""


class UnconfirmedError(EditError):
    """An edit that touches others' work, to be confirmed first; `subject` lists what it touches."""


class ReleaseError(WorkbenchError):
    """A release that its data do not allow; `subject` lists what is in the way."""


class ServerError(WorkbenchError):
    """A Label Studio server of one's own that cannot be installed or started."""


class RemoteError(WorkbenchError):
    """A Label Studio server that answers something else than it should."""


class AccessError(RemoteError):
    """A server that does not take the token, or does not allow what was asked."""


class MovedError(RemoteError):
    """A plan whose server or project has changed since it was made: nothing was done."""


class RemoteUnavailable(RemoteError):
    """A server that cannot be reached, or fails; what was done is kept, trying again goes on."""


class StoreError(WorkbenchError):
    """The store cannot do what was asked."""


class ConflictError(StoreError):
    """Somebody saved first.

    Parameters
    ----------
    mine, theirs
        The content that was refused and the content that is stored, by sentence id.
    """

    def __init__(
        self,
        message: str,
        *,
        mine: Any,
        theirs: Any,
        hint: str | None = None,
        wording: Wording | None = None,
    ) -> None:
        super().__init__(message, hint=hint, subject=theirs, wording=wording)
        self.mine = mine
        self.theirs = theirs


class DocumentError(StoreError):
    """A document that is unknown, or known with another text."""


class WithdrawnError(DocumentError):
    """A document, or a person, that was withdrawn from the project; `subject` is its id."""

    wording: tuple[str, Mapping[str, Any]] | None = None


class StoreVersionError(StoreError):
    """A store made by a newer workbench, or not by a workbench at all."""


class StoreUnavailable(StoreError):
    """The store is locked, read-only, full or gone: nothing was saved; trying again may help."""
