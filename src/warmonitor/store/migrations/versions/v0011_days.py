"""How many events begin and end by day and month; those that are on the shelf are counted."""

import sqlalchemy as sa
from alembic import op

from warmonitor.store.happenings import fill

revision = "0011"
down_revision = "0010"

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_BYTEWISE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the table, and count."""
    op.create_table(
        "shelf_daily",
        sa.Column("role", sa.String(16), primary_key=True),
        sa.Column("target", _BYTEWISE, primary_key=True),
        sa.Column("level", sa.SmallInteger, primary_key=True, autoincrement=False),
        sa.Column("span", sa.String(10), primary_key=True),
        *(sa.Column(name, _BYTEWISE, primary_key=True) for name in ("type", "sub_type")),
        *(sa.Column(name, _NUMBER, nullable=False) for name in ("starts", "ends")),
        sqlite_with_rowid=False,
    )
    found = ["role", "level", "span", "target", "type", "sub_type", "starts", "ends"]
    op.create_index("shelf_daily_span", "shelf_daily", found)
    fill(op.get_bind())
