"""The store: one class over SQLite and PostgreSQL; every call is one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

import msgspec

from workbench.errors import UsageError
from workbench.model import Provenance, Segment
from workbench.store import documents, records, segments, undo
from workbench.store.annotations import (
    check_names,
    has_action,
    read_annotations,
    save_action,
)
from workbench.store.assigning import Assigning
from workbench.store.changing import SentenceChanges
from workbench.store.checking import iter_problems
from workbench.store.connecting import Connecting
from workbench.store.copying import OnRows, copy_store
from workbench.store.database import Database
from workbench.store.describing import change_info
from workbench.store.finding import Finding
from workbench.store.gathering import read_documents, read_many_annotations
from workbench.store.history import compute_state_hash, iter_history
from workbench.store.leaving import Leaving
from workbench.store.moving import Moving
from workbench.store.people import ensure_person, read_people
from workbench.store.registering import Registering
from workbench.store.remotes import Remotes
from workbench.store.rights import grant_annotating
from workbench.store.rulings import read_author, read_rules
from workbench.store.training import Training
from workbench.store.values import (
    Action,
    HistoryRow,
    Person,
    ProjectInfo,
    Saved,
    StoredAnnotation,
    StoredDocument,
    StoredRule,
    StoredVerdict,
    Undone,
)
from workbench.store.verdicts import count_verdicts, read_verdicts

Clock = Callable[[], datetime]
"""Tells the time; it has to know its zone."""


class Store(
    Moving, SentenceChanges, Finding, Connecting, Assigning, Leaving, Registering, Training
):
    """Documents, revisions of annotations and what is derived from them, in one database.

    Use `create_store` or `open_store`. May be used from many threads; not across a fork. Every
    method raises `StoreUnavailable` where the database is locked, full, read-only or gone:
    then nothing of that call is saved, and the same call may be made again.

    Attributes
    ----------
    info
        What the project is.
    warnings
        Sentences for the person who opened it: that its disk is a network's, or that it was brought
        up to date, and where the copy is.
    remotes
        What is kept about Label Studio servers.
    """

    def __init__(
        self, database: Database, info: ProjectInfo, *, clock: Clock, warnings: tuple[str, ...] = ()
    ) -> None:
        self._database = database
        self._clock = clock
        self.info = info
        self.warnings = warnings
        self.remotes = Remotes(database, self._now)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections; the store may not be used after that."""
        self._database.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make one of all calls in the block, by this thread: saved together at its end, or not.

        Other writers wait meanwhile. An exception that leaves the block takes everything back.
        """
        with self._database.transaction():
            yield

    def grant_annotating(self, role: str) -> dict[str, str]:
        """Give a role of the PostgreSQL server the least rights with which one can annotate.

        Whatever else it was given on the tables is taken back. To be done again after an upgrade,
        which may bring new tables; by the role that owns them.

        Returns
        -------
        dict
            What it may now do, by table.
        """
        with self._database.writing() as connection:
            return grant_annotating(connection, role)

    def change_scheme(self, version: str, features: Iterable[str]) -> None:
        """Say which version of its scheme the project follows from now on, and what is on.

        What is stored stays as it is: whoever reads it gives it the form of the new version.
        """
        info = msgspec.structs.replace(self.info, scheme_version=version, features=tuple(features))
        with self._database.writing() as connection:
            change_info(connection, info)
        self.info = info

    # ------------------------------------------------------------ people and layers

    def ensure_person(self, name: str) -> Person:
        """Return the person of this name or pseudonym; somebody new gets the next pseudonym.

        Names are compared without regard to case and to white space at the ends.
        """
        with self._database.writing() as connection:
            return ensure_person(connection, name)

    def people(self, *, withdrawn: bool = False) -> tuple[Person, ...]:
        """Return everybody, in the order of their pseudonyms; with `withdrawn` who left as well."""
        with self._database.reading() as connection:
            return read_people(connection, withdrawn=withdrawn)

    def layers(self) -> tuple[str, ...]:
        """Return the layers that hold any annotation, by name; not those of people who left."""
        with self._database.reading() as connection:
            return records.read_layers(connection)

    # ------------------------------------------------------------ documents

    def add_documents(self, new: Iterable[documents.NewDocument]) -> Iterator[tuple[str, bool]]:
        """Add documents while the result is iterated over; give ``(id, added)`` for each.

        An id is given once its document is on the disk; a known one with the same text and
        sentences gives ``(id, False)``. `new` is read lazily, in batches.

        Raises
        ------
        DocumentError
            From ``next``, for a document that cannot be taken: its text or sentences differ from
            the known ones (the first difference is named). The others of its batch are saved, and
            ``next`` may be called again.
        """
        return documents.AddDocuments(self._database, self._now, new)

    def get_document(self, document_id: str) -> StoredDocument:
        """Return one document with its newest segments; `DocumentError` where it is unknown."""
        with self._database.reading() as connection:
            return documents.read_document(connection, document_id)

    def get_documents(self, document_ids: Sequence[str]) -> dict[str, StoredDocument]:
        """Return many documents at once, by id; unknown ones are left out."""
        with self._database.reading() as connection:
            return read_documents(connection, document_ids)

    def has_document(self, document_id: str) -> bool:
        """Return whether there is such a document; one that was withdrawn is not."""
        with self._database.reading() as connection:
            return documents.is_known(connection, document_id)

    def document_ids(self) -> Iterator[str]:
        """Give the ids of the documents, in order of arrival; not of withdrawn ones."""
        return documents.iter_ids(self._database)

    def save_segments(
        self,
        document_id: str,
        segments_: Sequence[Segment],
        *,
        based_on: int,
        layer: str,
        key: str,
    ) -> int:
        """Add a revision of the segmentation, for everybody, and return its number.

        The kinds of the document's sentences change with it, and so may everybody's progress.

        Raises
        ------
        ConflictError
            Where the newest segmentation is not `based_on`; `mine` and `theirs` are the segments.
        """
        with self._database.writing() as connection:
            return segments.save_segmentation(
                connection,
                document_id,
                segments_,
                based_on=based_on,
                layer=layer,
                key=key,
                now=self._now(),
            )

    # ------------------------------------------------------------ annotations

    def get_annotations(self, document_id: str, layer: str) -> dict[str, StoredAnnotation]:
        """Return what `layer` says of the sentences of one document, by sentence, in order.

        Sentences that nobody has touched are left out.
        """
        with self._database.reading() as connection:
            return read_annotations(connection, document_id, layer)

    def get_many_annotations(
        self, document_ids: Sequence[str], layer: str
    ) -> dict[str, dict[str, StoredAnnotation]]:
        """Return what `layer` says of many documents at once, by document and sentence."""
        with self._database.reading() as connection:
            return read_many_annotations(connection, document_ids, layer)

    def save(self, action: Action) -> Saved:
        """Save an action: whole and on the disk when this returns, or not at all.

        A known key writes nothing and gives the receipt of that time.

        Raises
        ------
        ConflictError
            Where a sentence's newest revision is not the one that its change is based on. `mine`
            holds the refused `Annotation`, `theirs` the `StoredAnnotation`, by sentence id, of
            the first document with a conflict.
        DocumentError
            Where a document or sentence is unknown.
        """
        with self._database.writing() as connection:
            return save_action(connection, action, self._now, self._database.step)

    def has_action(self, key: str) -> bool:
        """Return whether an action was saved with `key`: then sending it again writes nothing."""
        with self._database.reading() as connection:
            return has_action(connection, key)

    def undo(self, layer: str, key: str) -> Undone | None:
        """Take back the newest action of `layer`, of whatever day; None where there is none.

        Imports are passed over.

        Raises
        ------
        ConflictError
            Where one of its sentences was changed in between, by an import.
        """
        with self._database.writing() as connection:
            return undo.undo_action(connection, layer, key, self._now, self._database.step)

    def redo(self, layer: str, key: str) -> Undone | None:
        """Do again what was last undone; None where nothing was, or an edit came after it."""
        with self._database.writing() as connection:
            return undo.redo_action(connection, layer, key, self._now, self._database.step)

    def undo_names(self, layer: str) -> tuple[str | None, str | None]:
        """Return the names of the actions that an undo and a redo of `layer` would take."""
        with self._database.reading() as connection:
            return undo.read_names(connection, layer)

    def verdicts(
        self,
        layer: str,
        document_id: str | None = None,
        sentences: Iterable[str] | None = None,
    ) -> tuple[StoredVerdict, ...]:
        """Return what `layer` said of suggestions, in the order of saving: the newest counts.

        On all documents, on one, or on some of its sentences.
        """
        with self._database.reading() as connection:
            return read_verdicts(connection, layer, document_id, sentences)

    def count_verdicts(self, layer: str) -> dict[str, int]:
        """Return how many suggestions `layer` has given which verdict, as it stands now."""
        with self._database.reading() as connection:
            return count_verdicts(connection, layer)

    def rules(self, document_id: str | None = None) -> tuple[StoredRule, ...]:
        """Return what adjudicators ruled on gold, in the order of saving: the newest counts."""
        with self._database.reading() as connection:
            return read_rules(connection, "gold", document_id)

    def author_of(self, step: Literal["undo", "redo"]) -> str | None:
        """Return whose action an undo or redo of gold would take, where an adjudicator made it."""
        with self._database.reading() as connection:
            return read_author(connection, "gold", step)

    def history(self, layer: str | None = None) -> Iterator[HistoryRow]:
        """Give every revision, of one layer or of all, in the order of saving."""
        return iter_history(self._database, layer)

    # ------------------------------------------------------------ records

    def get_provenance(self, document_id: str, layer: str) -> Provenance | None:
        """Return whose answer `layer` is for one document, where that was said."""
        with self._database.reading() as connection:
            return records.read_provenance(connection, document_id, layer)

    def set_provenance(self, document_id: str, layer: str, provenance: Provenance) -> None:
        """Keep whose answer `layer` is for one document."""
        check_names(layer, "-")
        with self._database.writing() as connection:
            records.write_provenance(connection, document_id, layer, provenance)

    def state_hash(self) -> str:
        """Return the SHA-256 of all documents, segmentations, revisions and all beside them.

        And of who was given what to read, who and what left, and the register of entities. The
        order in which documents arrived does not matter; times and keys do.
        """
        with self._database.reading() as connection:
            return compute_state_hash(connection)

    def copy_to(self, location: str | Path, on_rows: OnRows = lambda _share, _table: None) -> str:
        """Copy all of the store as it is now to a new place, and return the state hash of both.

        Parameters
        ----------
        location
            The path of a new SQLite file, or the URL of a PostgreSQL database without a store.
        on_rows
            Told now and then how much is done (0 to 1), and which table it is in.

        Raises
        ------
        StoreError
            There is something already, or the copy is not what was copied.
        """
        return copy_store(self._database, location, on_rows, self._database.step)

    def check(self) -> tuple[str, ...]:
        """Return a sentence for each kept value that the revisions contradict: none, normally."""
        with self._database.reading() as connection:
            return tuple(iter_problems(connection))

    def _now(self) -> str:
        now = self._clock()
        if now.tzinfo is None:
            raise UsageError(f"Expected a clock that tells its zone, got {now.isoformat()}.")
        return now.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
