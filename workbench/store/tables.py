"""The tables: six that only grow, and what is derived from them.

The migrations make them; a test holds both descriptions equal. Numbers are minted by the database
and never leave it.

A sentence has three: its `number`, which nobody else ever gets; its `spot`, the code points of the
project before it, which puts sentences in order and stays when others are split or merged; and its
`ordinal` in its document. The position that a person sees is that of the document's first sentence
(table `numbering`) plus the ordinal. A sentence that was split or merged away keeps its row for the
history, without spot and ordinal. Where the full text is indexed, see `searching`.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
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

STORE_VERSION = "0009"
"""The newest migration: the version of the stores that this workbench writes."""

APPEND_ONLY = (
    "revision",
    "action",
    "segmentation",
    "verdict",
    "assignment",
    "withdrawal",
    "ruling",
)
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
    Column("spots", BigInteger, nullable=False, server_default="0"),  # the first free one
    Column("assignment", Integer, nullable=False, server_default="0"),  # in force; 0 for none
)

person = Table(
    "person",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("pseudonym", Text, nullable=False, unique=True),
    Column("name", Text),
    Column("name_key", Text, unique=True),
    Column("withdrawn", Integer, nullable=False, server_default="0"),  # 1 withdrawn, 2 erased
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
    Column("first_spot", BigInteger, nullable=False, server_default="0"),
    Column("sentences", Integer, nullable=False),
    Column("segmentation", Integer, nullable=False),  # the newest revision's number
    Column("withdrawn", Integer, nullable=False, server_default="0"),  # 1 withdrawn, 2 erased
)

# Apart from the documents, whose rows are long: a split renumbers all that come after it.
numbering = Table(
    "numbering",
    metadata,
    Column("document", ForeignKey("document.number"), primary_key=True),
    Column("first", Integer, nullable=False, index=True),  # the position of its first sentence
)

sentence = Table(
    "sentence",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("document", ForeignKey("document.number"), nullable=False),
    Column("id", Text, nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    # 1 outside boilerplate, in a document that was not withdrawn; else 0
    Column("walkable", Integer, nullable=False),
    Column("spot", BigInteger),
    Column("ordinal", Integer),
    UniqueConstraint("document", "id"),
    Index("ix_sentence_spot", "spot", unique=True),
    Index("ix_sentence_walkable_spot", "walkable", "spot"),
    Index("ix_sentence_document_ordinal", "document", "ordinal"),
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
    Column("sentences", Text),  # which went and which came, as JSON; NULL where they stayed
)

action = Table(
    "action",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("layer", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),  # edit, undo, redo, import, carry
    Column("name", Text, nullable=False),
    Column("of", ForeignKey("action.number")),  # what an undo or redo takes back
    Column("below", ForeignKey("action.number")),  # what it lies on in its stack
    Column("at_utc", Text, nullable=False),
)

revision = Table(
    "revision",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sentence", ForeignKey("sentence.number"), nullable=False),
    Column("layer", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("action", ForeignKey("action.number"), nullable=False, index=True),
    Column("active_s", Double),
    Column("content", Text, nullable=False),
    # Named as the first release did: what only grows is not made anew for the sake of a name.
    UniqueConstraint("sentence", "layer", "number", name="uq_revision_position_layer_number"),
)

# What was said of a suggestion. It hangs on a revision, which says of which layer and sentence;
# an undo adds the verdict before.
verdict = Table(
    "verdict",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("revision", ForeignKey("revision.id"), nullable=False, index=True),
    Column("item", Text, nullable=False),  # the suggestion, by a hash of what it says
    Column("verdict", Text, nullable=False),
    Column("before", Text, nullable=False),
    Column("own", Text),  # the id of the annotator's own item that was made of it
    Column("content", Text, nullable=False),  # the suggestion as it was shown, as JSON
)

# What was ruled on a field of gold: whose version was taken, and why. It hangs on a revision of
# gold; an undo adds the ruling before.
ruling = Table(
    "ruling",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("revision", ForeignKey("revision.id"), nullable=False, index=True),
    Column("item", Text, nullable=False),  # the field, by a hash of the items that it was about
    Column("adjudicator", Text),  # a pseudonym; NULL where nobody had to rule
    Column("before", Text),
    Column("content", Text),  # the ruling, as JSON; NULL where none is left
)

# The newest revision of each sentence in each layer: derived, so that no reader has to search.
head = Table(
    "head",
    metadata,
    Column("layer", Text, primary_key=True),
    Column("spot", BigInteger, primary_key=True, autoincrement=False),
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

# Stretches, from spot to spot, in which nothing is left to decide for a layer.
run = Table(
    "run",
    metadata,
    Column("layer", Text, primary_key=True),
    Column("first", BigInteger, primary_key=True, autoincrement=False),
    Column("last", BigInteger, nullable=False),
)

# ---------------------------------------------------------------- who reads what, and who left

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

# The words that each layer has named sources by, for completions: derived from the heads.
named_source = Table(
    "named_source",
    metadata,
    Column("layer", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("key", Text, nullable=False),  # folded
    Column("count", Integer, nullable=False),
    Column("newest", Integer, nullable=False),  # a revision: the last one that added it
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

provenance = Table(
    "provenance",
    metadata,
    Column("document", ForeignKey("document.number"), primary_key=True),
    Column("layer", Text, primary_key=True),
    Column("content", Text, nullable=False),
)

# ---------------------------------------------------------------- training

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

# ---------------------------------------------------------------- what servers were told and said

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
