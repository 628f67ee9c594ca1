"""The least rights with which a role of PostgreSQL can annotate."""

from __future__ import annotations

import re

from sqlalchemy import Connection, inspect, text

from workbench.errors import UsageError

RIGHTS = {
    # What only grows, grows.
    "action": "SELECT, INSERT",
    "link": "SELECT, INSERT",
    "revision": "SELECT, INSERT",
    "register": "SELECT, INSERT",
    "ruling": "SELECT, INSERT",
    "segmentation": "SELECT, INSERT",
    "verdict": "SELECT, INSERT",
    "person": "SELECT, INSERT",
    # What is derived from it follows.
    "claim": "SELECT, INSERT, UPDATE, DELETE",
    "head": "SELECT, INSERT, UPDATE, DELETE",
    "layer": "SELECT, INSERT, UPDATE",
    "dated": "SELECT, INSERT, DELETE",
    "mention": "SELECT, INSERT, UPDATE, DELETE",
    "mention_text": "SELECT, INSERT, DELETE",
    "named_source": "SELECT, INSERT, UPDATE, DELETE",
    "numbering": "SELECT, UPDATE",
    "queue": "SELECT, INSERT, UPDATE, DELETE",
    "run": "SELECT, INSERT, UPDATE, DELETE",
    "sentence": "SELECT, INSERT, UPDATE",
    "sentence_text": "SELECT, INSERT, UPDATE, DELETE",
    "workload": "SELECT, INSERT, UPDATE",
    # What is answered in training stays so.
    "training_item": "SELECT, INSERT, UPDATE (answer, at_utc)",
    "training_round": "SELECT, INSERT, UPDATE (result)",
    # A text never changes: only which sentences it has. Locking a row takes a right to update it.
    "document": "SELECT, UPDATE (segmentation, sentences, sentences_sha256)",
    "workbench_project": "SELECT, UPDATE (sentences, to_decide)",
    "place": "SELECT, INSERT, UPDATE",
    "preference": "SELECT, INSERT, UPDATE",
}
"""What an annotator may do, by table; all others may be read."""

UNSEEN = ("email", "remote", "remote_")
"""Tables, or beginnings of names, that annotators do not read: what a sync with a server needs."""

_ROLE = re.compile(r"[^\W\d][\w.@-]{0,62}")


def grant_annotating(connection: Connection, role: str) -> dict[str, str]:
    """Give `role` the rights of annotators on every table, take all others, and return them.

    Raises
    ------
    UsageError
        The store is no PostgreSQL database, or the name can be no role's.
    """
    if connection.dialect.name != "postgresql":
        raise UsageError(
            "Expected a project on a PostgreSQL server, got an SQLite file, which knows no roles.",
            hint="Who may write to the file may do everything; keep its folder to your team.",
        )
    if _ROLE.fullmatch(role) is None or role.casefold() == "public":
        raise UsageError(f"Expected the name of one role of PostgreSQL, got {role!r}.")
    found = inspect(connection)
    granted = {
        table: RIGHTS.get(table, "SELECT")
        for table in sorted(found.get_table_names())
        if not table.startswith(UNSEEN)
    }
    whom = connection.dialect.identifier_preparer.quote_identifier(role)
    connection.execute(text(f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {whom}"))
    for table, rights in granted.items():
        connection.execute(text(f'GRANT {rights} ON TABLE "{table}" TO {whom}'))
    connection.execute(text(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {whom}"))
    return granted
