"""The part of a store that lets documents and people leave, come back, and be forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.errors import StoreUnavailable, UsageError
from workbench.store import erasing, withdrawing
from workbench.store.database import Database
from workbench.store.failures import translated
from workbench.store.values import Withdrawal
from workbench.store.withdrawing import Decision

DOCUMENT, PERSON = "document", "person"
KINDS = (DOCUMENT, PERSON)


class Leaving:
    """Withdrawing, taking back, erasing."""

    _database: Database

    if TYPE_CHECKING:

        def _now(self) -> str: ...

    def withdraw(self, kind: str, subject: str, *, by: str, reason: str) -> Withdrawal:
        """Take a document or a person out of the project; nothing is deleted.

        Parameters
        ----------
        kind
            ``document`` or ``person``.
        subject
            The document's id; the person's name or pseudonym.
        by, reason
            Who decides so, and why; both are kept for ever.

        Raises
        ------
        WithdrawnError
            It was withdrawn before.
        """
        decision = self._decide(kind, by, reason)
        with self._database.writing() as connection:
            if kind == DOCUMENT:
                return withdrawing.withdraw_document(connection, subject, decision)
            return withdrawing.withdraw_person(connection, subject, decision)

    def take_back(self, kind: str, subject: str, *, by: str, reason: str) -> Withdrawal:
        """Make what was withdrawn part of the project again, with all that was said.

        Raises
        ------
        WithdrawnError
            It was erased.
        UsageError
            It was not withdrawn.
        """
        decision = self._decide(kind, by, reason)
        with self._database.writing() as connection:
            if kind == DOCUMENT:
                return withdrawing.take_document_back(connection, subject, decision)
            return withdrawing.take_person_back(connection, subject, decision)

    def erase(self, kind: str, subject: str, *, by: str, reason: str) -> Withdrawal:
        """Erase what was withdrawn, for ever: the one exception to tables that only grow.

        Ids, numbers of revisions and times stay; what was said, words and names go. `scrub` makes
        the database's files forget them as well.

        Raises
        ------
        WithdrawnError
            It was erased before.
        UsageError
            It was not withdrawn.
        """
        decision = self._decide(kind, by, reason)
        with self._database.writing() as connection:
            if kind == DOCUMENT:
                return erasing.erase_document(connection, subject, decision)
            return erasing.erase_person(connection, subject, decision)

    def scrub(self) -> bool:
        """Rewrite the database without what was erased; False where others keep it from that.

        Copies elsewhere are not touched: backups, a server's own log.
        """
        try:
            with translated(self._database.place):
                return erasing.scrub(self._database)
        except StoreUnavailable:
            return False

    def withdrawals(self) -> tuple[Withdrawal, ...]:
        """Return all that was decided about leaving, in order."""
        with self._database.reading() as connection:
            return withdrawing.read_withdrawals(connection)

    def withdrawn_subjects(self, kind: str) -> frozenset[str]:
        """Return the ids of the documents, or the pseudonyms of the people, who are out now."""
        states = {each.subject: each.decision for each in self.withdrawals() if each.kind == kind}
        return frozenset(name for name, decision in states.items() if decision != "taken back")

    def backups(self) -> tuple[str, ...]:
        """Return the copies that were made beside the store before it was brought up to date."""
        path = self._database.path
        if path is None:
            return ()
        found = path.parent.glob(f"{path.name}.version-*.backup")
        return tuple(sorted(str(each) for each in found))

    def _decide(self, kind: str, by: str, reason: str) -> Decision:
        if kind not in KINDS:
            raise UsageError(f"Expected one of {', '.join(KINDS)}, got {kind!r}.")
        by, reason = " ".join(by.split()), " ".join(reason.split())
        for what, said in (("who decides", by), ("a reason", reason)):
            if not 1 <= len(said) <= 1000 or not said.isprintable():
                raise UsageError(f"Expected {what}, in 1 to 1,000 characters, got {said[:40]!r}.")
        return Decision(by, self._now(), reason)
