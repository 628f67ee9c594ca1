"""What a project does for documents and people that leave it."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from workbench.project.layers import ANNOTATOR, find_person
from workbench.project.reports import count

if TYPE_CHECKING:
    from workbench.project.rooms import Rooms
    from workbench.store import Store, Withdrawal


class _DryRun(Exception):  # noqa: N818  a signal, never seen outside
    """Takes back what was only tried."""


@contextmanager
def trying(store: Store, *, dry_run: bool) -> Iterator[None]:
    """Make one transaction of the block, which a dry run takes back at its end."""
    try:
        with store.transaction():
            yield
            _abandon(dry_run=dry_run)
    except _DryRun:
        pass


def _abandon(*, dry_run: bool) -> None:
    if dry_run:
        raise _DryRun


@dataclass(frozen=True)
class WithdrawReport:
    """What was decided about leaving, and after erasing what is left to be done by hand.

    `is_scrubbed` is false where another program keeps the words in the database's files for now;
    `copies` are backups beside the store that still hold them.
    """

    decision: Withdrawal
    is_dry_run: bool = False
    is_scrubbed: bool | None = None
    copies: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return what was decided as one sentence."""
        made = self.decision
        what = "document" if made.kind == "document" else "annotator"
        counts = ", ".join(count(number, noun) for noun, number in _name_counts(made.erased))
        verb = "Would be" if self.is_dry_run else "Was"
        return f"{verb} {made.decision}: {what} {made.subject}" + (
            f" ({counts})." if counts else "."
        )

    @property
    def remarks(self) -> tuple[str, ...]:
        """What erasing could not reach, one sentence each."""
        if self.is_scrubbed is None:
            return ()
        said = [
            "Exports, releases, copies of the project and what stands on servers are not touched."
        ]
        if not self.is_scrubbed:
            said.append(
                "Another program has the store open, and the words are still in its file: close it "
                "and erase again."
            )
        said += [f"{each} is a copy from before, and still holds it." for each in self.copies]
        return tuple(said)

    def _repr_html_(self) -> str:
        """Return the sentence and the remarks for a notebook."""
        lines = "".join(f"<li>{escape(each)}</li>" for each in self.remarks)
        return f"<p>{escape(str(self))}</p>" + (f"<ul>{lines}</ul>" if lines else "")


def _name_counts(counts: dict[str, int]) -> list[tuple[str, int]]:
    nouns = {
        "sentences": "sentence", "characters": "character", "revisions": "revision",
        "claims": "claim", "attributions": "attribution", "remote": "row of a sync",
        "training": "answer in training", "rulings": "ruling",
        "register": "change of the register",
    }  # fmt: skip
    return [(nouns.get(name, name), number) for name, number in counts.items() if number]


class Leaving:
    """The part of a project that lets people and documents leave."""

    store: Store

    if TYPE_CHECKING:

        @property
        def _rooms(self) -> Rooms: ...

    def withdraw(
        self, subject: str, reason: str, *, by: str | None = None, dry_run: bool = False
    ) -> WithdrawReport:
        """Take a document or a person out of queues, exports, agreement, scores and sync.

        Nothing is deleted, and `take_back` undoes it. Releases that were made stay as they are.

        Parameters
        ----------
        subject
            The id of a document, or ``annotator:NAME``.
        reason
            Why; it is kept with the decision.
        by
            Who decides so; by default the user of this machine.
        dry_run
            Only say what would be done.
        """
        return self._leave("withdraw", subject, reason, by, dry_run=dry_run)

    def take_back(self, subject: str, reason: str, *, by: str | None = None) -> WithdrawReport:
        """Make what was withdrawn part of the project again, with all that was said."""
        return self._leave("take_back", subject, reason, by, dry_run=False)

    def erase(
        self, subject: str, reason: str, *, by: str | None = None, dry_run: bool = False
    ) -> WithdrawReport:
        """Erase a document or a person for ever, withdrawn before or not; see `withdraw`.

        The words of the document, its metadata and what everybody said of it; or the person's name,
        address and all that they said. Ids, numbers of revisions and times stay. What lies
        elsewhere is not touched, and the report names what it knows of.
        """
        kind, name = self._find_subject(subject)
        left = {(each.kind, each.subject): each for each in self.store.withdrawals()}
        before = left.get((kind, name))
        if before is not None and before.decision == "erased" and not dry_run:
            # Asked for again: another program kept the file from forgetting the first time.
            return self._scrub(before)
        is_out = before is not None and before.decision != "taken back"
        with trying(self.store, dry_run=dry_run):
            if not is_out:
                self._decide("withdraw", kind, name, reason, by)
            made = self._decide("erase", kind, name, reason, by)
        if dry_run:
            return WithdrawReport(made, is_dry_run=True)
        return self._scrub(made)

    def withdrawals(self) -> tuple[Withdrawal, ...]:
        """Return all that was decided about leaving: who, when, why, and what was erased."""
        return self.store.withdrawals()

    def _scrub(self, made: Withdrawal) -> WithdrawReport:
        self._rooms.erase()
        return WithdrawReport(made, is_scrubbed=self.store.scrub(), copies=self.store.backups())

    def _leave(
        self, name: str, subject: str, reason: str, by: str | None, *, dry_run: bool
    ) -> WithdrawReport:
        kind, found = self._find_subject(subject)
        with trying(self.store, dry_run=dry_run):
            made = self._decide(name, kind, found, reason, by)
        return WithdrawReport(made, is_dry_run=dry_run)

    def _decide(
        self, name: str, kind: str, subject: str, reason: str, by: str | None
    ) -> Withdrawal:
        decide = getattr(self.store, name)
        made: Withdrawal = decide(kind, subject, by=by or _find_user(), reason=reason)
        return made

    def _find_subject(self, subject: str) -> tuple[str, str]:
        if not subject.startswith(ANNOTATOR):
            return "document", subject
        name = subject.removeprefix(ANNOTATOR)
        person = find_person(self.store, subject, withdrawn=True)
        return "person", name if person is None else person.pseudonym


def _find_user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a machine that has no name for its user
        return "unknown"
