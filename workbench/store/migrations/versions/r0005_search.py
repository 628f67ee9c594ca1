"""The full text of the sentences, and the sources that each layer has named."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from workbench.store.naming import fill_names
from workbench.store.searching import fill_index, make_index

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # What is derived is made by the code that keeps it: its folding is today's, not this release's.
    make_index(op.get_bind())
    fill_index(op.get_bind())
    op.create_table(
        "named_source",
        sa.Column("layer", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("newest", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("layer", "name", name="pk_named_source"),
    )
    fill_names(op.get_bind())
