"""Judgements in force."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "judged",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("subject", sa.String(200), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("undoes", sa.String(64)),
        sa.Column("in_force", sa.Integer, nullable=False),
        sa.UniqueConstraint("subject", "version"),
    )
