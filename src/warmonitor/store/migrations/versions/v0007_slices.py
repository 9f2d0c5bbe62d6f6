"""What blocks give to the records across them, and made records found by version."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the table, and the index."""
    op.create_table(
        "slice",
        sa.Column("unit", sa.String(200), primary_key=True),
        sa.Column("block", sa.String(64), primary_key=True),
        sa.Column("content", sa.Text, nullable=False),
    )
    op.create_index("slice_block", "slice", ["block"])
    op.create_table(
        "shelf_owed",
        sa.Column("kind", sa.String(16), primary_key=True),
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("unit", sa.String(200), primary_key=True),
    )
    op.create_index("shelf_owed_unit", "shelf_owed", ["unit"])
    op.create_index("made_version", "made", ["stage", "version", "options", "unit"])
