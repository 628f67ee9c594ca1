"""The project, its documents and their sentences.

A sentence has three numbers: its `number`, which nobody else ever gets; its `spot`, the code points
of the project before it, which puts sentences in order and stays when others are split or merged;
and its `ordinal` in its document. The position that a person sees is that of the document's first
sentence (table `numbering`) plus the ordinal. A sentence that was split or merged away keeps its
row for the history, without spot and ordinal. Where the full text is indexed, see `searching`.
"""

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
    UniqueConstraint,
)

from workbench.store.tables.naming import metadata

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

# When each stretch of the texts was published, from spot to spot: derived from the segmentations.
dated = Table(
    "dated",
    metadata,
    Column("first", BigInteger, primary_key=True, autoincrement=False),
    Column("stop", BigInteger, nullable=False),
    Column("document", Integer, nullable=False, index=True),  # its number
    Column("since", BigInteger),  # a day as `workbench.text.find_bounds` counts them; NULL unknown
    Column("until", BigInteger),
)
