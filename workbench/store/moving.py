"""The part of a store that people walk through: what comes next, where each is, and how far."""

from __future__ import annotations

from workbench.store import records, walking
from workbench.store.database import Database
from workbench.store.people import ANNOTATOR
from workbench.store.queues import is_in_force
from workbench.store.values import Progress, SentenceRef


class Moving:
    """Going from sentence to sentence, in any size of project."""

    _database: Database

    def sentence_at(self, position: int) -> SentenceRef | None:
        """Return the sentence at `position` (from 0), or None outside of the project."""
        with self._database.reading() as connection:
            return walking.read_sentence(connection, position)

    def find_sentence(self, document_id: str, sentence_id: str) -> SentenceRef:
        """Return where a sentence is; `DocumentError` where it is unknown."""
        with self._database.reading() as connection:
            return walking.find_sentence(connection, document_id, sentence_id)

    def next_sentence(
        self, position: int, *, layer: str, step: int, only_open: bool, given: bool = False
    ) -> SentenceRef | None:
        """Return the nearest sentence strictly after (`step` 1) or before (-1) `position`.

        Boilerplate is passed over, and with `only_open` what `layer` has decided too; with `given`
        also what its person was not given, where it was said who reads what. -1 is the position
        before the first sentence. None where there is no such sentence.
        """
        with self._database.reading() as connection:
            if given and layer.startswith(ANNOTATOR) and is_in_force(connection):
                return walking.read_next_given(
                    connection, position, step, layer, only_open=only_open
                )
            if only_open:
                return walking.read_next_open(connection, position, step, layer)
            return walking.read_next(connection, position, step)

    def get_place(self, layer: str) -> int | None:
        """Return the position at which the annotator of `layer` was, if any."""
        with self._database.reading() as connection:
            return records.read_place(connection, layer)

    def set_place(self, layer: str, position: int) -> None:
        """Keep the position at which the annotator of `layer` is."""
        with self._database.writing() as connection:
            records.write_place(connection, layer, position)

    def get_preferences(self, layer: str) -> str | None:
        """Return what the person of `layer` chose for the interface, as JSON, if anything."""
        with self._database.reading() as connection:
            return records.read_preferences(connection, layer)

    def set_preferences(self, layer: str, content: str) -> None:
        """Keep what the person of `layer` chose for the interface."""
        with self._database.writing() as connection:
            records.write_preferences(connection, layer, content)

    def progress(self, layer: str, *, given: bool = False) -> Progress:
        """Return how far `layer` is; the counts are kept, so that any size costs the same.

        With `given` only what its person was given counts, where it was said who reads what.
        """
        with self._database.reading() as connection:
            return records.read_progress(connection, layer, given=given)

    def recent_active_s(self, layer: str, count: int) -> list[float]:
        """Return the seconds that each of the last decided sentences took, newest first."""
        with self._database.reading() as connection:
            return records.read_recent_active_s(connection, layer, count)

    def active_s(self, layer: str) -> float:
        """Return the seconds of work of `layer` over all its sentences, pauses not counted."""
        with self._database.reading() as connection:
            return records.read_active_s(connection, layer)
