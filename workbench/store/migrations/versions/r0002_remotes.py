"""The tables of what Label Studio servers were told and said."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "remote",
        sa.Column("number", sa.Integer(), nullable=False),
        _text("server"),
        _text("uuid"),
        sa.Column("project", sa.Integer(), nullable=True),
        _text("cursor", nullable=True),
        sa.Column("pulls", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_remote"),
        sa.UniqueConstraint("server", "uuid", name="uq_remote_server_uuid"),
    )
    _create_items()
    _create_lists()
    op.create_table(
        "email",
        _text("address"),
        _text("pseudonym"),
        sa.PrimaryKeyConstraint("address", name="pk_email"),
    )


def _create_items() -> None:
    _create_of_remote(
        "remote_task",
        ["wb_id"],
        _text("wb_id"),
        sa.Column("task", sa.Integer(), nullable=True),
        _text("text_sha256"),
        _text("sentences_sha256"),
        _text("updated_at", nullable=True),
        _text("state"),
    )
    op.create_index("ix_remote_task_remote_task", "remote_task", ["remote", "task"])
    _create_of_remote(
        "remote_annotation",
        ["wb_id", "layer"],
        _text("wb_id"),
        _text("layer"),
        sa.Column("annotation", sa.Integer(), nullable=True),
        _text("unique_id", nullable=True),
        _text("author", nullable=True),
        _text("state"),
        _text("updated_at", nullable=True),
        sa.Column("lead_time", sa.Double(), nullable=True),
        _text("base", nullable=True),
        _text("base_sha256"),
        _text("ours_sha256"),
        _text("ours_stamp"),
        _text("earlier", nullable=True),
        _text("raw", nullable=True),
    )


def _create_lists() -> None:
    _create_of_remote(
        "remote_journal",
        ["key"],
        _text("key"),
        _text("state"),
        _text("sha256", nullable=True),
        _text("at_utc"),
    )
    op.create_table(
        "remote_conflict",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("remote", sa.Integer(), nullable=False),
        _text("wb_id"),
        _text("layer"),
        _text("field"),
        _text("state"),
        _text("choice", nullable=True),
        _text("content"),
        _text("sha256"),
        _text("at_utc"),
        sa.PrimaryKeyConstraint("number", name="pk_remote_conflict"),
        _refer("remote_conflict"),
    )
    op.create_index(
        "ix_remote_conflict_remote_wb_id_layer", "remote_conflict", ["remote", "wb_id", "layer"]
    )
    _create_of_remote(
        "remote_other",
        ["kind", "key"],
        _text("kind"),
        _text("key"),
        _text("wb_id", nullable=True),
        _text("author", nullable=True),
        _text("content"),
    )


def _create_of_remote(name: str, keys: list[str], *columns: sa.Column[Any]) -> None:
    op.create_table(
        name,
        sa.Column("remote", sa.Integer(), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("remote", *keys, name=f"pk_{name}"),
        _refer(name),
    )


def _text(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _refer(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["remote"], ["remote.number"], name=f"fk_{table}_remote")
