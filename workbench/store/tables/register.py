"""Who the sources are: a log of what was said of the project's entities."""

from __future__ import annotations

from sqlalchemy import Column, Integer, Table, Text

from workbench.store.tables.naming import metadata

register = Table(
    "register",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("key", Text, nullable=False, unique=True),
    Column("at_utc", Text, nullable=False),
    Column("by", Text),  # a pseudonym; NULL where no person of the project made it
    Column("kind", Text, nullable=False),  # add, edit, merge, split, undo
    Column("content", Text, nullable=False),  # the change, as JSON
)
