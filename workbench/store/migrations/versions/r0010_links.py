"""Links between claims, what clusters state, and where the claims of each layer stand."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from workbench.store.placing import fill_claims

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("first_document", sa.Integer(), nullable=True),
        sa.Column("first_claim", sa.Text(), nullable=True),
        sa.Column("second_document", sa.Integer(), nullable=True),
        sa.Column("second_claim", sa.Text(), nullable=True),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("content", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_link"),
        sa.ForeignKeyConstraint(["revision"], ["revision.id"], name="fk_link_revision"),
        sa.ForeignKeyConstraint(
            ["first_document"], ["document.number"], name="fk_link_first_document"
        ),
        sa.ForeignKeyConstraint(
            ["second_document"], ["document.number"], name="fk_link_second_document"
        ),
    )
    for columns in (
        ["revision"],
        ["item"],
        ["first_claim", "first_document"],
        ["second_claim", "second_document"],
    ):
        op.create_index(f"ix_link_{'_'.join(columns)}", "link", columns)
    _forbid_changes()
    op.create_table(
        "claim",
        sa.Column("layer", sa.Text(), nullable=False),
        sa.Column("spot", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("cluster", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("layer", "spot", "id", name="pk_claim"),
    )
    op.create_index("ix_claim_layer_cluster", "claim", ["layer", "cluster"])
    op.create_index("ix_claim_layer_id_spot", "claim", ["layer", "id", "spot"])
    fill_claims(op.get_bind())


def _forbid_changes() -> None:
    """Let rows be added, and nothing else; the function on PostgreSQL is the first release's."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE TRIGGER link_append_only BEFORE UPDATE OR DELETE ON link "
            "FOR EACH ROW EXECUTE FUNCTION workbench_append_only()"
        )
        return
    for event in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER link_no_{event.lower()} BEFORE {event} ON link "
            "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
        )
