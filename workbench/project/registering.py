"""What a project knows of its sources: the register of entities, read and changed."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from workbench.errors import EditError, UsageError
from workbench.model import Registry
from workbench.project.reports import EntitiesReport

if TYPE_CHECKING:
    import pandas as pd

    from workbench.model.register import Register
    from workbench.session.registrar import Names, Registrar
    from workbench.store import Store


class Registered:
    """The part of a project that knows who the sources are."""

    store: Store
    directory: Path | None

    def entities(self) -> pd.DataFrame:
        """Return the current entities, one row each, by id.

        `names` are all the names, `name` the first; `stands_for` lists the ids that were merged
        into it; `document` is the article that an entity belongs to which is never shared, such as
        an anonymous one; `attributions` and `documents` count where it was chosen, in all layers.
        """
        from workbench.project.register_frames import build_entity_frame

        return build_entity_frame(self.read_register(), self.store)

    def register_history(self) -> pd.DataFrame:
        """Return all changes of the register, one row each, in the order of their numbers."""
        from workbench.project.register_frames import build_history_frame

        return build_history_frame(self.read_register())

    def read_register(self) -> Register:
        """Return the register as it stands: what the store says, over the project's files."""
        return self._registrar().register

    def registry(self) -> Registry:
        """Return the current entities, and the clusters of the project's files, by id."""
        return read_current(self.store, self.directory)

    def add_entity(
        self,
        names: Names,
        kind: str | None = None,
        *,
        anonymity: str | None = "named",
        affiliation: str | None = None,
        note: str | None = None,
        document: str | None = None,
        id: str | None = None,  # noqa: A002
        by: str | None = None,
    ) -> str:
        """Add an entity to the register, and return its id.

        Parameters
        ----------
        names
            A name, or several; each a text, or ``{"text": ..., "language": "ar"}``.
        kind
            ``person organization state group media document``, or a word of your own.
        anonymity
            ``named role_only anonymous generic``. An ``anonymous`` one belongs to its `document`
            for ever, and so do the others but ``named`` unless somebody with a name stands behind
            them: such entities are never one with those of another article.
        affiliation
            The id of the entity that it belongs to.
        id
            By default a new one.
        by
            Who adds it, by name or pseudonym, if a person of the project does.

        Raises
        ------
        EditError
            The register cannot take it; the sentence says why.
        """
        return self._registrar(by).add(
            names,
            document=document,
            id=id,
            kind=kind,
            anonymity=anonymity,
            affiliation=affiliation,
            note=note,
        )

    def edit_entity(self, entity: str, *, by: str | None = None, **fields: Any) -> None:
        """Say something else of an entity; what is not named stays.

        Parameters
        ----------
        fields
            Any of ``names kind anonymity affiliation note``.
        """
        self._registrar(by).edit(entity, **fields)

    def merge_entities(self, into: str, *others: str, by: str | None = None) -> int:
        """Make `others` one with `into`, and return the number of that change.

        Nothing that anybody has chosen is rewritten: from now on, whoever reads an annotation gets
        `into`.

        Raises
        ------
        EditError
            One of them belongs to one article (see `add_entity`), is unknown or merged already.
        """
        return self._registrar(by).merge(into, others).number

    def split_entity(
        self,
        entity: str,
        names: Names,
        *,
        by_names: Iterable[str] = (),
        documents: Iterable[str] = (),
        attributions: Iterable[tuple[str, str]] = (),
        by: str | None = None,
        **fields: Any,
    ) -> str:
        """Make a part of an entity another one, called `names`, and return the new one's id.

        Parameters
        ----------
        by_names
            It takes along the attributions whose source has one of these names as its words,
            letters compared folded; the names are its own from then on.
        documents, attributions
            It takes along those of these articles, and these single ones (document and id).
        fields
            ``kind anonymity affiliation note id`` of the new one; by default as before.
        """
        return self._registrar(by).split(
            entity,
            names,
            by_names=by_names,
            documents=documents,
            attributions=attributions,
            **fields,
        )

    def undo_register(self, number: int | None = None, *, by: str | None = None) -> int:
        """Take back a change of the register, and return the number of the undo.

        Then all is exactly as it was before that change. Undoing the undo brings it again.

        Parameters
        ----------
        number
            Of the change, as `register_history` has it; by default the newest that stands.

        Raises
        ------
        EditError
            There is none, or a later change of the same entities has to be taken back first.
        """
        registrar = self._registrar(by)
        if number is None:
            standing = registrar.register.active
            if not standing:
                raise EditError("Expected a change of the register to take back, there is none.")
            number = standing[-1].number
        return registrar.undo(number).number

    def import_entities(
        self, path: str | os.PathLike[str], *, by: str | None = None
    ) -> EntitiesReport:
        """Add the entities of a registry file that the store does not know; nothing is changed.

        One that belongs to a single article comes along where it was chosen in one, and only there.
        """
        from workbench.exchange import read_entities
        from workbench.model.register import Register, take_over

        given = read_entities(Path(path))
        log = Register(entries=self.store.register())
        whole = Register({**given, **log.lines})
        homes = _find_homes(self.store)
        wanted = [each for each in given if each in homes or not whole.is_bound(each)]
        adds = take_over(wanted, {each: given[each] for each in wanted}, log.lines)
        if adds:
            deeds = [replace(each, document=homes.get(each.entity.id)) for each in adds]
            key, who = secrets.token_hex(16), self._find_pseudonym(by)
            self.store.change_register(key, deeds, by=who, based_on=log.number)
        known = sum(each in log.lines for each in given)
        return EntitiesReport(len(adds), known, len(given) - len(adds) - known)

    def _registrar(self, by: str | None = None) -> Registrar:
        from workbench.session.registrar import Registrar

        files = read_files(self.directory).entities
        return Registrar(self.store, files, self._find_pseudonym(by))

    def _find_pseudonym(self, by: str | None) -> str | None:
        if by is None:
            return None
        for person in self.store.people():
            if by in (person.pseudonym, person.name):
                return person.pseudonym
        raise UsageError(f"Expected somebody of this project, got {by!r}.")


def read_current(store: Store, directory: Path | None) -> Registry:
    """Return the current entities of a project, and the clusters of its files, by id."""
    from workbench.model.register import Register

    files = read_files(directory)
    register = Register(files.entities, store.register())
    return Registry(dict(register.entities), files.clusters)


def read_files(directory: Path | None) -> Registry:
    """Return what the files in a project's folder say of entities and clusters."""
    from workbench.exchange import read_registry
    from workbench.model.registry import REGISTRY

    return read_registry(directory / REGISTRY) if directory else Registry()


def _find_homes(store: Store) -> dict[str, str]:
    """Return the article of each entity that was chosen in a single one."""
    documents: dict[str, set[str]] = {}
    for entity, document in store.count_uses():
        documents.setdefault(entity, set()).add(document)
    return {entity: min(found) for entity, found in documents.items() if len(found) == 1}
