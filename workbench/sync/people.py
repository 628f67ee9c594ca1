"""Whose annotation it is: layers on our side, users with e-mail addresses on the server's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from workbench.errors import UsageError
from workbench.store import Store
from workbench.sync.api import User

ANNOTATOR = "annotator:"
NEW = "annotator:new"
"""The layer of somebody whom the project does not know yet."""


class People:
    """Maps layers to users and back, by e-mail address alone.

    An address belongs to the person whom the settings name with it, else to whom an earlier sync
    found behind it, else to somebody whose name here is that address.

    Parameters
    ----------
    settings
        E-mail addresses by the person's name or pseudonym.
    users
        Everybody whom the server knows.
    """

    def __init__(self, store: Store, settings: Mapping[str, str], users: Iterable[User]) -> None:
        self._store = store
        self._users = {each.email.casefold(): each for each in users if each.email}
        self._by_number = {each.id: each for each in self._users.values()}
        self._names: dict[str, str] = {}
        self._pseudonyms = self._read_pseudonyms(settings)
        self._left = store.withdrawn_subjects("person")

    def find_user(self, layer: str) -> User | None:
        """Return the user under whose name `layer` is written there, if there is one."""
        email = self.find_email(layer)
        return None if email is None else self._users.get(email)

    def find_email(self, layer: str) -> str | None:
        """Return the address that `layer` belongs to, whether the server knows it or not."""
        name = layer.removeprefix(ANNOTATOR)
        listed = [email for email, pseudonym in self._pseudonyms.items() if pseudonym == name]
        known = [email for email in listed if email in self._users]
        return next(iter([*known, *listed]), None)

    def find_author(self, number: int | None) -> str | None:
        """Return the address of a user of the server."""
        user = None if number is None else self._by_number.get(number)
        return None if user is None else user.email.casefold()

    def find_layer(self, number: int | None) -> str | None:
        """Return the layer of a user: `NEW` for somebody unknown here, ``None`` for nobody.

        Who was withdrawn is nobody.
        """
        email = self.find_author(number)
        if email is None:
            return None
        pseudonym = self._pseudonyms.get(email)
        if pseudonym in self._left:
            return None
        return NEW if pseudonym is None else ANNOTATOR + pseudonym

    def make_layer(self, number: int) -> str:
        """Return the layer of a user; somebody unknown becomes a person of the project."""
        email = self.find_author(number)
        if email is None:
            raise UsageError(f"Expected a user of the server, got the number {number}.")
        if email not in self._pseudonyms:
            pseudonym = self._store.ensure_person(self._names.get(email, email)).pseudonym
            self._store.remotes.put_email(email, pseudonym)
            self._pseudonyms[email] = pseudonym
        return ANNOTATOR + self._pseudonyms[email]

    def add_user(self, user: User) -> None:
        """Take note of a user that was made."""
        self._users[user.email.casefold()] = user
        self._by_number[user.id] = user

    def layers(self) -> list[str]:
        """Return the layers of everybody who has an address."""
        pseudonyms = dict.fromkeys(self._pseudonyms.values())
        return [ANNOTATOR + each for each in pseudonyms if each not in self._left]

    def has_left(self, layer: str) -> bool:
        """Answer whether the person of `layer` was withdrawn."""
        return layer.removeprefix(ANNOTATOR) in self._left

    def _read_pseudonyms(self, settings: Mapping[str, str]) -> dict[str, str]:
        """Return the pseudonym behind each address, the settings before everything else."""
        people = self._store.people(withdrawn=True)
        named = {_fold(each.name): each.pseudonym for each in people if each.name}
        listed = {each.pseudonym for each in people}
        found = {name: pseudonym for name, pseudonym in named.items() if "@" in name}
        found |= self._store.remotes.emails()
        for name, email in settings.items():
            key = email.strip().casefold()
            if "@" not in key:
                raise UsageError(
                    f"Expected an e-mail address for {name!r} under [label_studio] people, got "
                    f"{email!r}."
                )
            pseudonym = name if name in listed else named.get(_fold(name))
            if pseudonym is None:
                # Somebody who has not begun yet becomes known with the first annotation.
                self._names[key] = name
                found.pop(key, None)
            else:
                found[key] = pseudonym
        return found


def _fold(name: str) -> str:
    return " ".join(name.split()).casefold()
