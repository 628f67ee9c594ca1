"""Who works in a project: what each one was given, how they left, and what they practised."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
)

from workbench.store.tables.naming import metadata

person = Table(
    "person",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("pseudonym", Text, nullable=False, unique=True),
    Column("name", Text),
    Column("name_key", Text, unique=True),
    Column("withdrawn", Integer, nullable=False, server_default="0"),  # 1 withdrawn, 2 erased
)

place = Table(
    "place",
    metadata,
    Column("layer", Text, primary_key=True),
    Column("position", Integer, nullable=False),
)

# What the person of a layer chose for the interface, as JSON that only the session reads.
preference = Table(
    "preference",
    metadata,
    Column("layer", Text, primary_key=True),
    Column("content", Text, nullable=False),
)

# What was decided about who reads what; what is in force of it stands in the queues.
assignment = Table(
    "assignment",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at_utc", Text, nullable=False),
    Column("settings", Text, nullable=False),  # as JSON that only the project reads
    Column("sha256", String(64), nullable=False),  # of the whole of it
)

# The sentences that each person has been given. Ordered by state, so that the next one to decide
# is found at once, however many are decided around it.
queue = Table(
    "queue",
    metadata,
    Column("layer", Text, primary_key=True),
    Column("spot", BigInteger, primary_key=True, autoincrement=False),
    Column("why", Text, nullable=False),  # single, overlap, stance
    Column("state", Integer, nullable=False),  # 0 not to be decided, 1 open, 2 decided
    Index(None, "layer", "state", "spot"),
    Index(None, "spot"),
)

# One row for each person with a queue: its counts outside boilerplate.
workload = Table(
    "workload",
    metadata,
    Column("layer", Text, primary_key=True),
    Column("to_decide", Integer, nullable=False),
    Column("done", Integer, nullable=False),
    Column("skipped", Integer, nullable=False),
    Column("flagged", Integer, nullable=False),
)

# Who or what was withdrawn, taken back, erased: the decision, never what was said.
withdrawal = Table(
    "withdrawal",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", Text, nullable=False),  # document, person
    Column("subject", Text, nullable=False),  # its id; a person's pseudonym
    Column("decision", Text, nullable=False),  # withdrawn, taken back, erased
    Column("at_utc", Text, nullable=False),
    Column("decided_by", Text, nullable=False),  # a pseudonym, or a name of nobody known here
    Column("reason", Text, nullable=False),
    Column("counts", Text, nullable=False),  # what was erased, as JSON
)

# One person's work through some sentences with known answers. No layer, no revision has any of it.
training_round = Table(
    "training_round",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("layer", Text, nullable=False, index=True),
    Column("at_utc", Text, nullable=False),
    Column("settings", Text, nullable=False),  # as JSON that only the project reads
    Column("result", Text),  # the same, once all is answered
)

training_item = Table(
    "training_item",
    metadata,
    Column("round", ForeignKey("training_round.number"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("document", ForeignKey("document.number"), nullable=False, index=True),
    Column("sentence", Text, nullable=False),
    Column("gold", Text, nullable=False),  # as it was when the round began
    Column("answer", Text),
    Column("at_utc", Text),
)
