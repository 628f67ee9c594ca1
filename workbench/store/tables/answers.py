"""What was said of the sentences, layer by layer, and what is derived from it."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
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

# What was said of a pair of claims, and what a cluster states. It hangs on a revision of the claim
# that was in focus; an undo adds what was said before.
link = Table(
    "link",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("revision", ForeignKey("revision.id"), nullable=False, index=True),
    Column("item", Text, nullable=False, index=True),  # pair:HASH of both ends, or cluster:ID
    Column("first_document", ForeignKey("document.number")),  # NULL in the line of a cluster
    Column("first_claim", Text),
    Column("second_document", ForeignKey("document.number")),
    Column("second_claim", Text),
    Column("before", Text),
    Column("content", Text),  # the link or the cluster's line, as JSON; NULL where none is left
    Index(None, "first_claim", "first_document"),
    Index(None, "second_claim", "second_document"),
)

# The claims of each layer with their clusters, by spot: derived from the heads.
claim = Table(
    "claim",
    metadata,
    Column("layer", Text, primary_key=True),
    Column("spot", BigInteger, primary_key=True, autoincrement=False),
    Column("id", Text, primary_key=True),
    Column("cluster", Text),
    Index(None, "layer", "cluster"),
    Index(None, "layer", "id", "spot"),
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

# Each claim, source and cue of the heads, for searches by what somebody said: derived. Its words
# stand under its number in `mention_text`, which is none of SQLAlchemy's.
mention = Table(
    "mention",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("layer", Text, nullable=False),
    Column("document", Integer, nullable=False),  # its number
    Column("spot", BigInteger, nullable=False),
    Column("item", Text, nullable=False),
    Column("role", Text, nullable=False),  # claim, source, cue
    Column("stance", Text),  # of the attribution whose source or cue it is
    Column("realization", Text),
    Column("unsure", Integer, nullable=False),
    Column("name", Text),  # of a source, folded
    Column("entities", Text),  # of a source, a space around each
    Column("since", BigInteger),  # the days that a claim's own date may mean
    Column("until", BigInteger),
    Index(None, "layer", "spot"),
    Index(None, "layer", "role", "document", "stance"),
    Index(None, "item"),
)

provenance = Table(
    "provenance",
    metadata,
    Column("document", ForeignKey("document.number"), primary_key=True),
    Column("layer", Text, primary_key=True),
    Column("content", Text, nullable=False),
)
