"""Who has been given what to read, and who or what was withdrawn."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_APPEND_ONLY = ("assignment", "withdrawal")


def upgrade() -> None:
    for table, column in (
        ("workbench_project", "assignment"),
        ("person", "withdrawn"),
        ("document", "withdrawn"),
    ):
        added = sa.Column(column, sa.Integer(), nullable=False, server_default="0")
        op.add_column(table, added)
    _create_queues()
    _create_decisions()
    for table in _APPEND_ONLY:
        _forbid_changes(table)


def _create_queues() -> None:
    op.create_table(
        "queue",
        sa.Column("layer", sa.Text(), nullable=False),
        sa.Column("spot", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("state", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("layer", "spot", name="pk_queue"),
    )
    op.create_index("ix_queue_layer_state_spot", "queue", ["layer", "state", "spot"])
    op.create_index("ix_queue_spot", "queue", ["spot"])
    op.create_table(
        "workload",
        sa.Column("layer", sa.Text(), nullable=False),
        sa.Column("to_decide", sa.Integer(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("skipped", sa.Integer(), nullable=False),
        sa.Column("flagged", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("layer", name="pk_workload"),
    )


def _create_decisions() -> None:
    op.create_table(
        "assignment",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at_utc", sa.Text(), nullable=False),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_assignment"),
    )
    op.create_table(
        "withdrawal",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("at_utc", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("counts", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_withdrawal"),
    )


def _forbid_changes(table: str) -> None:
    """Let rows be added, and nothing else; the function on PostgreSQL is the first release's."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION workbench_append_only()"
        )
        return
    for event in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table} "
            "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
        )
