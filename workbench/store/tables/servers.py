"""What Label Studio servers were told and said."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from workbench.store.tables.naming import metadata

# A project on a Label Studio server; `uuid` stands in its description.
remote = Table(
    "remote",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("server", Text, nullable=False),
    Column("uuid", Text, nullable=False),
    Column("project", Integer),
    Column("cursor", Text),  # tasks changed at this time of the server or later are read again
    Column("pulls", Integer, nullable=False),  # since all tasks were listed
    UniqueConstraint("server", "uuid"),
)

remote_task = Table(
    "remote_task",
    metadata,
    Column("remote", ForeignKey("remote.number"), primary_key=True),
    Column("wb_id", Text, primary_key=True),
    Column("task", Integer),
    Column("text_sha256", Text, nullable=False),
    Column("sentences_sha256", Text, nullable=False),
    Column("updated_at", Text),
    Column("state", Text, nullable=False),  # synced, gone
    Index(None, "remote", "task"),
)

remote_annotation = Table(
    "remote_annotation",
    metadata,
    Column("remote", ForeignKey("remote.number"), primary_key=True),
    Column("wb_id", Text, primary_key=True),
    Column("layer", Text, primary_key=True),
    Column("annotation", Integer),
    Column("unique_id", Text),
    Column("author", Text),  # the e-mail address under which it stands there
    Column("state", Text, nullable=False),  # synced, skipped, gone
    Column("updated_at", Text),
    Column("lead_time", Double),
    Column("base", Text),  # the result on which both sides last agreed, as JSON
    Column("base_sha256", Text, nullable=False),
    Column("ours_sha256", Text, nullable=False),  # of what we would have sent at that time
    Column("ours_stamp", Text, nullable=False),  # cheap to compare: newest revision of the layer
    Column("earlier", Text),  # what stood on the server before our last change
    Column("raw", Text),  # what has no place in a record, sent back as it is
)

# What was about to be written to a server, so that a killed run is told from a finished one.
remote_journal = Table(
    "remote_journal",
    metadata,
    Column("remote", ForeignKey("remote.number"), primary_key=True),
    Column("key", Text, primary_key=True),
    Column("state", Text, nullable=False),  # planned, sent, confirmed
    Column("sha256", Text),
    Column("at_utc", Text, nullable=False),
)

remote_conflict = Table(
    "remote_conflict",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("remote", ForeignKey("remote.number"), nullable=False),
    Column("wb_id", Text, nullable=False),
    Column("layer", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("state", Text, nullable=False),  # open, resolved, settled
    Column("choice", Text),  # ours, theirs
    Column("content", Text, nullable=False),  # base, ours, theirs, as JSON
    Column("sha256", Text, nullable=False),
    Column("at_utc", Text, nullable=False),
    Index(None, "remote", "wb_id", "layer"),
)

# Tasks and annotations that are not ours, drafts: kept as they came.
remote_other = Table(
    "remote_other",
    metadata,
    Column("remote", ForeignKey("remote.number"), primary_key=True),
    Column("kind", Text, primary_key=True),  # task, annotation, draft, finding
    Column("key", Text, primary_key=True),
    Column("wb_id", Text),
    Column("author", Text),
    Column("content", Text, nullable=False),
)

email = Table(
    "email",
    metadata,
    Column("address", Text, primary_key=True),
    Column("pseudonym", Text, nullable=False),
)
