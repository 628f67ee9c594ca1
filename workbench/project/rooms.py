"""The rooms that learners practise in: stores of their own, with copies of a round's articles."""

from __future__ import annotations

import secrets
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.project.layers import ANNOTATOR

if TYPE_CHECKING:
    from workbench.scheme import Scheme
    from workbench.store import Store, TrainingRound

FOLDER = "training"
"""Where they are in a project's folder."""


class Rooms:
    """The open rooms of one project.

    Parameters
    ----------
    directory
        The project's folder; without one each room is a temporary file, gone when it is closed.
    """

    def __init__(self, directory: Path | None) -> None:
        self._directory = directory
        self._open: list[tuple[Store, Path | None]] = []

    def open(
        self, store: Store, scheme: Scheme, name: str, person: str, begun: TrainingRound
    ) -> Store:
        """Open the room of a round; one that is lost is made again from the answers.

        Parameters
        ----------
        name
            What the project is called.
        person
            Who practises.
        """
        from workbench.store import open_store

        temporary = None
        if self._directory is None:
            temporary = Path(tempfile.mkdtemp(prefix="workbench-training-"))
            path = temporary / "room.sqlite"
        else:
            folder = self._directory / FOLDER
            folder.mkdir(exist_ok=True)
            path = folder / f"round-{begun.number}.sqlite"
        if path.exists():
            room = open_store(path)
        else:
            room = _make_room(path, store, scheme, name, person, begun)
        self._open.append((room, temporary))
        return room

    def close(self) -> None:
        """Close all rooms; those that are temporary go."""
        while self._open:
            room, temporary = self._open.pop()
            room.close()
            if temporary is not None:
                shutil.rmtree(temporary, ignore_errors=True)

    def erase(self) -> None:
        """Delete all rooms: they hold words that have to go, and are made again where needed."""
        self.close()
        if self._directory is not None:
            for path in (self._directory / FOLDER).glob("round-*.sqlite*"):
                path.unlink(missing_ok=True)


def _make_room(
    path: Path, store: Store, scheme: Scheme, name: str, person: str, begun: TrainingRound
) -> Store:
    from workbench.model import Sentence
    from workbench.store import Action, Change, ProjectInfo, create_store

    info = ProjectInfo(
        id=secrets.token_hex(16),
        name=name,
        scheme=scheme.name,
        scheme_version=scheme.version,
        features=scheme.enabled,
    )
    room = create_store(path, info)
    documents = map(store.get_document, dict.fromkeys(each.document for each in begun.items))
    added = room.add_documents(
        (
            each.document,
            each.segments,
            tuple(Sentence(ref.sentence, ref.start, ref.end) for ref in each.sentences),
        )
        for each in documents
    )
    for _ in added:
        pass  # it is lazy
    layer = ANNOTATOR + room.ensure_person(person).pseudonym
    if (settings := store.get_preferences(begun.layer)) is not None:
        room.set_preferences(layer, settings)
    changes = tuple(
        Change(each.document, each.answer, 0) for each in begun.items if each.answer is not None
    )
    if changes:
        # Named so that an undo leaves it alone.
        room.save(Action(secrets.token_hex(16), layer, "decide done", changes))
    return room
