"""What was said, and when, as rows that a search looks up; words with hamza on any seat alike."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from workbench.store.dating import fill_dates
from workbench.store.mentions import MENTION_TEXT, fill_mentions
from workbench.store.searching import SENTENCE_TEXT, fill_index

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _make_mentions()
    _make_dates()
    # What is derived is made by the code that keeps it: its folding is today's, not this release's.
    connection = op.get_bind()
    MENTION_TEXT.make(connection)
    fill_mentions(connection)
    fill_dates(connection)
    SENTENCE_TEXT.clear(connection)
    fill_index(connection)


def _make_mentions() -> None:
    op.create_table(
        "mention",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("layer", sa.Text(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("spot", sa.BigInteger(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("stance", sa.Text(), nullable=True),
        sa.Column("realization", sa.Text(), nullable=True),
        sa.Column("unsure", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("entities", sa.Text(), nullable=True),
        sa.Column("since", sa.BigInteger(), nullable=True),
        sa.Column("until", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_mention"),
    )
    op.create_index("ix_mention_layer_spot", "mention", ["layer", "spot"])
    columns = ["layer", "role", "document", "stance"]
    op.create_index("ix_mention_layer_role_document_stance", "mention", columns)
    op.create_index("ix_mention_item", "mention", ["item"])


def _make_dates() -> None:
    op.create_table(
        "dated",
        sa.Column("first", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("stop", sa.BigInteger(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=True),
        sa.Column("until", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("first", name="pk_dated"),
    )
    op.create_index("ix_dated_document", "dated", ["document"])
