"""The tables of the first release.

Written out rather than taken from `tables`: a migration stays as it was when it was released.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_APPEND_ONLY = ("revision", "action", "segmentation")


def upgrade() -> None:
    _create_project()
    _create_documents()
    _create_revisions()
    _create_derived()
    for table in _APPEND_ONLY:
        _forbid_changes(table)


def _create_project() -> None:
    op.create_table(
        "workbench_project",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("info", sa.Text(), nullable=False),
        sa.Column("documents", sa.Integer(), nullable=False),
        sa.Column("sentences", sa.Integer(), nullable=False),
        sa.Column("to_decide", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_workbench_project"),
    )
    op.create_table(
        "person",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("pseudonym", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("name_key", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_person"),
        sa.UniqueConstraint("pseudonym", name="uq_person_pseudonym"),
        sa.UniqueConstraint("name_key", name="uq_person_name_key"),
    )


def _create_documents() -> None:
    op.create_table(
        "document",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("text_sha256", sa.String(64), nullable=False),
        sa.Column("sentences_sha256", sa.String(64), nullable=False),
        sa.Column("first_position", sa.Integer(), nullable=False),
        sa.Column("sentences", sa.Integer(), nullable=False),
        sa.Column("segmentation", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_document"),
        sa.UniqueConstraint("id", name="uq_document_id"),
    )
    op.create_table(
        "sentence",
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("walkable", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("position", name="pk_sentence"),
        sa.UniqueConstraint("document", "id", name="uq_sentence_document_id"),
        _refer("sentence", "document", "document.number"),
    )
    op.create_index("ix_sentence_walkable_position", "sentence", ["walkable", "position"])
    op.create_table(
        "segmentation",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=True),
        sa.Column("layer", sa.Text(), nullable=True),
        sa.Column("at_utc", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("document", "number", name="pk_segmentation"),
        sa.UniqueConstraint("key", name="uq_segmentation_key"),
        _refer("segmentation", "document", "document.number"),
    )


def _create_revisions() -> None:
    op.create_table(
        "action",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("layer", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("of", sa.Integer(), nullable=True),
        sa.Column("below", sa.Integer(), nullable=True),
        sa.Column("at_utc", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_action"),
        sa.UniqueConstraint("key", name="uq_action_key"),
        _refer("action", "of", "action.number"),
        _refer("action", "below", "action.number"),
    )
    op.create_index("ix_action_layer", "action", ["layer"])
    op.create_table(
        "revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("layer", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("action", sa.Integer(), nullable=False),
        sa.Column("active_s", sa.Double(), nullable=True),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_revision"),
        sa.UniqueConstraint(
            "position", "layer", "number", name="uq_revision_position_layer_number"
        ),
        _refer("revision", "position", "sentence.position"),
        _refer("revision", "action", "action.number"),
    )
    op.create_index("ix_revision_action", "revision", ["action"])


def _create_derived() -> None:
    op.create_table(
        "head",
        sa.Column("layer", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("flagged", sa.Integer(), nullable=False),
        sa.Column("active_s", sa.Double(), nullable=True),
        sa.Column("timed", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("layer", "position", name="pk_head"),
        _refer("head", "position", "sentence.position"),
        _refer("head", "revision", "revision.id"),
    )
    op.create_index("ix_head_layer_timed_revision", "head", ["layer", "timed", "revision"])
    op.create_table(
        "layer",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("undo_top", sa.Integer(), nullable=True),
        sa.Column("redo_top", sa.Integer(), nullable=True),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("skipped", sa.Integer(), nullable=False),
        sa.Column("flagged", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_layer"),
        _refer("layer", "undo_top", "action.number"),
        _refer("layer", "redo_top", "action.number"),
    )
    op.create_table(
        "run",
        sa.Column("layer", sa.Text(), nullable=False),
        sa.Column("first", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("layer", "first", name="pk_run"),
    )
    op.create_table(
        "place",
        sa.Column("layer", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("layer", name="pk_place"),
    )
    op.create_table(
        "provenance",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("layer", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("document", "layer", name="pk_provenance"),
        _refer("provenance", "document", "document.number"),
    )


def _refer(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [target], name=f"fk_{table}_{column}")


def _forbid_changes(table: str) -> None:
    """Let rows of `table` be added, and nothing else."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE OR REPLACE FUNCTION workbench_append_only() RETURNS trigger AS "
            "'BEGIN RAISE EXCEPTION ''append-only''; END' LANGUAGE plpgsql"
        )
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
