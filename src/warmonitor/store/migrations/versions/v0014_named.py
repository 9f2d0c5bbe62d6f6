"""How many records name each place, actor, outlet and chain; those that are on the shelf are counted."""

import sqlalchemy as sa
from alembic import op

from warmonitor.store.named import fill

revision = "0014"
down_revision = "0013"

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_BYTEWISE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the table, and count."""
    op.create_table(
        "shelf_named",
        *(sa.Column(name, sa.String(16), primary_key=True) for name in ("kind", "role")),
        sa.Column("target", _BYTEWISE, primary_key=True),
        sa.Column("records", _NUMBER, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("shelf_named_most", "shelf_named", ["kind", "role", "records", "target"])
    fill(op.get_bind())
