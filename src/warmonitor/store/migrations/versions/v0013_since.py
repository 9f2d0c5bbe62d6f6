"""What is new, changed or gone by the day on which it became so; it is kept from now on."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Make the table, and the days from which it is kept."""
    op.create_table(
        "shelf_since",
        sa.Column("kind", sa.String(16), primary_key=True),
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("day", sa.String(10), primary_key=True),
        sa.Column("thread", sa.String(80), nullable=False),
        sa.Column("was", sa.String(64), nullable=False),
        sa.Column("told", sa.Text, nullable=False),
        sa.Column("what", sa.SmallInteger, nullable=False),
    )
    op.create_index("shelf_since_what", "shelf_since", ["kind", "what", "day", "id", "thread"])
    op.create_index("shelf_since_thread", "shelf_since", ["kind", "thread", "day", "what"])
    for name in ("made", "kept"):
        op.add_column("shelf_stand", sa.Column(name, sa.String(10), nullable=False, server_default=""))
