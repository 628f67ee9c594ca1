"""The register of entities: a log of who is who, that only grows."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "register",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("at_utc", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_register"),
        sa.UniqueConstraint("key", name="uq_register_key"),
    )
    _forbid_changes()


def _forbid_changes() -> None:
    """Let rows be added, and nothing else; the function on PostgreSQL is the first release's."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE TRIGGER register_append_only BEFORE UPDATE OR DELETE ON register "
            "FOR EACH ROW EXECUTE FUNCTION workbench_append_only()"
        )
        return
    for event in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER register_no_{event.lower()} BEFORE {event} ON register "
            "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
        )
