"""People and their pseudonyms."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, or_, select, text

from workbench.errors import UsageError
from workbench.store import tables
from workbench.store.documents import make_withdrawn
from workbench.store.values import Person

_person = tables.person
_LOCK = 0x776B6270  # "wkbp": whoever adds a person to a PostgreSQL store holds it
_PSEUDONYM = re.compile(r"a([0-9]{2,6})")
_OF_PSEUDONYM = select(_person).where(_person.c.pseudonym == bindparam("of"))

ANNOTATOR = "annotator:"
"""What the layers of people begin with."""


def ensure_person(connection: Connection, name: str) -> Person:
    """Return the person of this name or pseudonym; somebody new gets the next pseudonym."""
    name = " ".join(unicodedata.normalize("NFC", name).split())
    is_plain = all(unicodedata.category(each) not in {"Cc", "Cs"} for each in name)
    if not 1 <= len(name) <= 255 or not is_plain:
        raise UsageError(f"Expected a name of 1 to 255 characters, got {name[:40]!r}.")
    known = _find_known(connection, name)
    if known is not None:
        return known
    # Two may arrive under one name at once. The lock is one of its own: saves share the project's,
    # and one that hangs would keep every newcomer out.
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        known = _find_known(connection, name)
    return known or _add_person(connection, name)


def _find_known(connection: Connection, name: str) -> Person | None:
    rows = connection.execute(
        select(_person).where(
            or_(_person.c.name_key == name.casefold(), _person.c.pseudonym == name)
        )
    ).all()
    if not rows:
        return None
    _refuse_withdrawn(rows[0])
    return Person(rows[0].pseudonym, rows[0].name)


def _add_person(connection: Connection, name: str) -> Person:
    number = _next_number(connection)
    given = _PSEUDONYM.fullmatch(name)
    if given is not None and int(given[1]) >= number:
        # A pseudonym that came with somebody's records: it is theirs, whoever they are.
        person, number = Person(name), int(given[1])
    else:
        person = Person(f"a{number:02d}", name)
    row = {
        "number": number,
        "pseudonym": person.pseudonym,
        "name": person.name,
        "name_key": None if person.name is None else name.casefold(),
    }
    connection.execute(insert(_person), row)
    return person


def read_people(connection: Connection, *, withdrawn: bool = False) -> tuple[Person, ...]:
    """Return everybody, in the order of their pseudonyms; with `withdrawn` who left as well."""
    query = select(_person).order_by(_person.c.number)
    rows = connection.execute(query if withdrawn else query.where(_person.c.withdrawn == 0))
    return tuple(Person(row.pseudonym, row.name) for row in rows)


def find_withdrawn(connection: Connection) -> frozenset[str]:
    """Return the layers of the people who were withdrawn."""
    pseudonyms = connection.scalars(select(_person.c.pseudonym).where(_person.c.withdrawn > 0))
    return frozenset(ANNOTATOR + each for each in pseudonyms)


def refuse_withdrawn(connection: Connection, layer: str) -> None:
    """Raise `WithdrawnError` where the person of `layer` was withdrawn."""
    if layer.startswith(ANNOTATOR):
        pseudonym = layer.removeprefix(ANNOTATOR)
        row = connection.execute(_OF_PSEUDONYM, {"of": pseudonym}).one_or_none()
        if row is not None:
            _refuse_withdrawn(row)


def _refuse_withdrawn(person: Row[Any]) -> None:
    if person.withdrawn:
        raise make_withdrawn(
            f"the annotator {person.pseudonym}", person.pseudonym, person.withdrawn
        )


def _next_number(connection: Connection) -> int:
    last = connection.scalar(select(_person.c.number).order_by(_person.c.number.desc()).limit(1))
    return (last or 0) + 1
