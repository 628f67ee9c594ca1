"""What adjudicators ruled: whose version of a field gold took, and why."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "ruling",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("adjudicator", sa.Text(), nullable=True),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("content", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_ruling"),
        sa.ForeignKeyConstraint(["revision"], ["revision.id"], name="fk_ruling_revision"),
    )
    op.create_index("ix_ruling_revision", "ruling", ["revision"])
    _forbid_changes()


def _forbid_changes() -> None:
    """Let rows be added, and nothing else; the function on PostgreSQL is the first release's."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE TRIGGER ruling_append_only BEFORE UPDATE OR DELETE ON ruling "
            "FOR EACH ROW EXECUTE FUNCTION workbench_append_only()"
        )
        return
    for event in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER ruling_no_{event.lower()} BEFORE {event} ON ruling "
            "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
        )
