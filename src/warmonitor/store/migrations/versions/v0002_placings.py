"""Where each report belongs, and which blocks are stale."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_NODE = sa.String(64, collation="C").with_variant(sa.String(64), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    _families()
    op.create_table(
        "nodes",
        sa.Column("name", _NODE, primary_key=True),
        sa.Column("parent", _NODE),
        sa.Column("reports", sa.Integer, nullable=False),
    )
    op.create_index("nodes_parent", "nodes", ["parent"])
    op.create_table(
        "stale_blocks",
        sa.Column("number", _NUMBER, primary_key=True),
        sa.Column("block", _NODE, nullable=False, unique=True),
        sa.Column("report", sa.String(64), nullable=False),
        sqlite_autoincrement=True,
    )


def _families() -> None:
    op.create_table(
        "families",
        sa.Column("number", _NUMBER, primary_key=True),
        sa.Column("first", sa.String(64), nullable=False),
        sa.Column("day", sa.Date),
        sa.Column("leaf", _NODE, nullable=False),
        sa.Column("reports", sa.Integer, nullable=False),
    )
    op.create_index("families_leaf", "families", ["leaf"])
    op.create_table(
        "placings",
        sa.Column("number", _NUMBER, primary_key=True),
        sa.Column("report", sa.String(64), nullable=False, unique=True),
        sa.Column("family", _NUMBER, nullable=False),
        sa.Column("theatre", sa.String(8), nullable=False),
        sa.Column("day", sa.Date),
        sa.Column("bands", sa.LargeBinary, nullable=False),
    )
    op.create_index("placings_family", "placings", ["family"])
    op.create_table(
        "bands",
        sa.Column("band", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("family", _NUMBER, primary_key=True, autoincrement=False),
        sa.Column("placing", _NUMBER, primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
