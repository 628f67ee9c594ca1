"""The tables: three that only grow (`revision`, `action`, `segmentation`), and what is derived.

The migrations make them; a test holds both descriptions equal. Numbers are minted by the database
and never leave it. `position` counts sentences over the project, in order of arrival.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

STORE_VERSION = "0001"
"""The newest migration: the version of the stores that this workbench writes."""

APPEND_ONLY = ("revision", "action", "segmentation")
"""Tables whose rows a trigger keeps from being changed or deleted."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# One row: the project, with the totals that every reader of progress needs.
project = Table(
    "workbench_project",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("info", Text, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("sentences", Integer, nullable=False),
    Column("to_decide", Integer, nullable=False),
)

person = Table(
    "person",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("pseudonym", Text, nullable=False, unique=True),
    Column("name", Text),
    Column("name_key", Text, unique=True),
)

document = Table(
    "document",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("description", Text, nullable=False),  # all of the document but its text, as JSON
    Column("text", Text, nullable=False),
    Column("text_sha256", String(64), nullable=False),
    Column("sentences_sha256", String(64), nullable=False),
    Column("first_position", Integer, nullable=False),
    Column("sentences", Integer, nullable=False),
    Column("segmentation", Integer, nullable=False),  # the newest revision's number
)

sentence = Table(
    "sentence",
    metadata,
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("document", ForeignKey("document.number"), nullable=False),
    Column("id", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("walkable", Integer, nullable=False),  # 1 outside boilerplate, else 0
    UniqueConstraint("document", "id"),
    Index(None, "walkable", "position"),
)

segmentation = Table(
    "segmentation",
    metadata,
    Column("document", ForeignKey("document.number"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("key", Text, unique=True),
    Column("layer", Text),
    Column("at_utc", Text, nullable=False),
    Column("content", Text, nullable=False),
)

action = Table(
    "action",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("layer", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),  # edit, undo, redo, import
    Column("name", Text, nullable=False),
    Column("of", ForeignKey("action.number")),  # what an undo or redo takes back
    Column("below", ForeignKey("action.number")),  # what it lies on in its stack
    Column("at_utc", Text, nullable=False),
)

revision = Table(
    "revision",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("position", ForeignKey("sentence.position"), nullable=False),
    Column("layer", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("action", ForeignKey("action.number"), nullable=False, index=True),
    Column("active_s", Double),
    Column("content", Text, nullable=False),
    UniqueConstraint("position", "layer", "number"),
)

# The newest revision of each sentence in each layer: derived, so that no reader has to search.
head = Table(
    "head",
    metadata,
    Column("layer", Text, primary_key=True),
    Column("position", ForeignKey("sentence.position"), primary_key=True),
    Column("number", Integer, nullable=False),
    Column("revision", ForeignKey("revision.id"), nullable=False),
    Column("status", Text, nullable=False),
    Column("flagged", Integer, nullable=False),
    Column("active_s", Double),  # over all revisions
    Column("timed", Integer, nullable=False),  # 1 where decided and timed
    Index(None, "layer", "timed", "revision"),
)

# One row for each layer: the tops of its two stacks, and its counts outside boilerplate.
layer = Table(
    "layer",
    metadata,
    Column("name", Text, primary_key=True),
    Column("undo_top", ForeignKey("action.number")),
    Column("redo_top", ForeignKey("action.number")),
    Column("done", Integer, nullable=False),
    Column("skipped", Integer, nullable=False),
    Column("flagged", Integer, nullable=False),
)

# Stretches of positions in which nothing is left to decide for a layer.
run = Table(
    "run",
    metadata,
    Column("layer", Text, primary_key=True),
    Column("first", Integer, primary_key=True, autoincrement=False),
    Column("last", Integer, nullable=False),
)

place = Table(
    "place",
    metadata,
    Column("layer", Text, primary_key=True),
    Column("position", Integer, nullable=False),
)

provenance = Table(
    "provenance",
    metadata,
    Column("document", ForeignKey("document.number"), primary_key=True),
    Column("layer", Text, primary_key=True),
    Column("content", Text, nullable=False),
)
