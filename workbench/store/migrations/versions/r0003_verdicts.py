"""What annotators said of suggestions: taken, refused, ignored, held back."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "verdict",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("own", sa.Text(), nullable=True),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_verdict"),
        sa.ForeignKeyConstraint(["revision"], ["revision.id"], name="fk_verdict_revision"),
    )
    op.create_index("ix_verdict_revision", "verdict", ["revision"])
    _forbid_changes()


def _forbid_changes() -> None:
    """Let rows be added, and nothing else; the function on PostgreSQL is the first release's."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE TRIGGER verdict_append_only BEFORE UPDATE OR DELETE ON verdict "
            "FOR EACH ROW EXECUTE FUNCTION workbench_append_only()"
        )
        return
    for event in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER verdict_no_{event.lower()} BEFORE {event} ON verdict "
            "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
        )
