"""People and their pseudonyms."""

from __future__ import annotations

import re
import unicodedata

from sqlalchemy import Connection, insert, or_, select

from workbench.errors import UsageError
from workbench.store import tables
from workbench.store.values import Person

_person = tables.person
_PSEUDONYM = re.compile(r"a([0-9]{2,6})")


def ensure_person(connection: Connection, name: str) -> Person:
    """Return the person of this name or pseudonym; somebody new gets the next pseudonym."""
    name = " ".join(unicodedata.normalize("NFC", name).split())
    is_plain = all(unicodedata.category(each) not in {"Cc", "Cs"} for each in name)
    if not 1 <= len(name) <= 255 or not is_plain:
        raise UsageError(f"Expected a name of 1 to 255 characters, got {name[:40]!r}.")
    # The lock is taken before looking: two may arrive under one name at the same time.
    connection.execute(select(tables.project.c.id).with_for_update())
    key = name.casefold()
    rows = connection.execute(
        select(_person).where(or_(_person.c.name_key == key, _person.c.pseudonym == name))
    ).all()
    if rows:
        return Person(rows[0].pseudonym, rows[0].name)
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
        "name_key": None if person.name is None else key,
    }
    connection.execute(insert(_person), row)
    return person


def read_people(connection: Connection) -> tuple[Person, ...]:
    """Return everybody, in the order of their pseudonyms."""
    rows = connection.execute(select(_person).order_by(_person.c.number))
    return tuple(Person(row.pseudonym, row.name) for row in rows)


def _next_number(connection: Connection) -> int:
    last = connection.scalar(select(_person.c.number).order_by(_person.c.number.desc()).limit(1))
    return (last or 0) + 1
