"""Rounds of training, apart from annotations."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "training_round",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("layer", sa.Text(), nullable=False),
        sa.Column("at_utc", sa.Text(), nullable=False),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.Column("result", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_training_round"),
    )
    op.create_index("ix_training_round_layer", "training_round", ["layer"])
    op.create_table(
        "training_item",
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("gold", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("at_utc", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("round", "place", name="pk_training_item"),
        sa.ForeignKeyConstraint(
            ["round"], ["training_round.number"], name="fk_training_item_round"
        ),
        sa.ForeignKeyConstraint(
            ["document"], ["document.number"], name="fk_training_item_document"
        ),
    )
    op.create_index("ix_training_item_document", "training_item", ["document"])
