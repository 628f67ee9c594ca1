"""Sentences that can be split and merged: each keeps its number, and its order comes from spots."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _give_documents_spots()
    _give_sentences_spots()
    op.add_column("segmentation", sa.Column("sentences", sa.Text(), nullable=True))
    op.execute("ALTER TABLE revision RENAME COLUMN position TO sentence")
    _make_heads_anew()
    _make_runs_anew()


def _give_documents_spots() -> None:
    big = sa.BigInteger()
    op.add_column("workbench_project", sa.Column("spots", big, nullable=False, server_default="0"))
    op.add_column("document", sa.Column("first_spot", big, nullable=False, server_default="0"))
    op.execute(
        "UPDATE document SET first_spot = earlier.before FROM (SELECT number,"
        " SUM(length(text) + 1) OVER (ORDER BY number) - length(text) - 1 AS before"
        " FROM document) AS earlier WHERE earlier.number = document.number"
    )
    op.execute(
        "UPDATE workbench_project SET spots ="
        " (SELECT COALESCE(SUM(length(text) + 1), 0) FROM document)"
    )
    op.create_table(
        "numbering",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("document", name="pk_numbering"),
        sa.ForeignKeyConstraint(["document"], ["document.number"], name="fk_numbering_document"),
    )
    op.create_index("ix_numbering_first", "numbering", ["first"])
    op.execute("INSERT INTO numbering SELECT number, first_position FROM document")
    op.execute("ALTER TABLE document DROP COLUMN first_position")


def _give_sentences_spots() -> None:
    op.drop_index("ix_sentence_walkable_position", "sentence")
    op.execute("ALTER TABLE sentence RENAME COLUMN position TO number")
    op.add_column("sentence", sa.Column("spot", sa.BigInteger(), nullable=True))
    op.add_column("sentence", sa.Column("ordinal", sa.Integer(), nullable=True))
    op.execute(
        "UPDATE sentence SET"
        ' spot = "start" + (SELECT first_spot FROM document'
        " WHERE document.number = sentence.document),"
        " ordinal = sentence.number - (SELECT first FROM numbering"
        " WHERE numbering.document = sentence.document)"
    )
    op.create_index("ix_sentence_id", "sentence", ["id"])
    op.create_index("ix_sentence_spot", "sentence", ["spot"], unique=True)
    op.create_index("ix_sentence_walkable_spot", "sentence", ["walkable", "spot"])
    op.create_index("ix_sentence_document_ordinal", "sentence", ["document", "ordinal"])


def _make_heads_anew() -> None:
    op.execute(
        "CREATE TEMPORARY TABLE kept AS SELECT head.layer, sentence.spot, head.number,"
        " head.revision, head.status, head.flagged, head.active_s, head.timed"
        " FROM head JOIN sentence ON sentence.number = head.position"
    )
    op.drop_table("head")
    op.create_table(
        "head",
        sa.Column("layer", sa.Text(), nullable=False),
        sa.Column("spot", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("flagged", sa.Integer(), nullable=False),
        sa.Column("active_s", sa.Double(), nullable=True),
        sa.Column("timed", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("layer", "spot", name="pk_head"),
        sa.ForeignKeyConstraint(["revision"], ["revision.id"], name="fk_head_revision"),
    )
    op.create_index("ix_head_layer_timed_revision", "head", ["layer", "timed", "revision"])
    op.execute("INSERT INTO head SELECT * FROM kept")
    op.execute("DROP TABLE kept")


def _make_runs_anew() -> None:
    op.execute(
        "CREATE TEMPORARY TABLE kept AS SELECT run.layer, a.spot AS first, b.spot AS last"
        " FROM run JOIN sentence a ON a.number = run.first JOIN sentence b ON b.number = run.last"
    )
    op.drop_table("run")
    op.create_table(
        "run",
        sa.Column("layer", sa.Text(), nullable=False),
        sa.Column("first", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("layer", "first", name="pk_run"),
    )
    op.execute("INSERT INTO run SELECT * FROM kept")
    op.execute("DROP TABLE kept")
