"""What waits for a reviewer, with its weight; all that is on the shelf is to be weighed."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_BYTEWISE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_ALL = (
    "INSERT INTO doubt_touched (kind, id) SELECT kind, id FROM shelf "
    "WHERE kind IN ('claims', 'figures', 'disputes', 'places', 'actors', 'issues')"
)


def upgrade() -> None:
    """Make the tables, and note what is to be weighed."""
    op.create_table(
        "doubt",
        sa.Column("number", _NUMBER, primary_key=True, autoincrement=False),
        sa.Column("weight", sa.Integer, nullable=False),
        *(sa.Column(name, _BYTEWISE, nullable=False) for name in ("kind", "item")),
        sa.Column("doubt", sa.SmallInteger, nullable=False),
        *(sa.Column(name, _NUMBER, nullable=False) for name in ("deaths", "events")),
    )
    op.create_index("doubt_weight", "doubt", ["weight", "kind", "item", "number"])
    op.create_table(
        "doubt_rests",
        sa.Column("number", _NUMBER, primary_key=True, autoincrement=False),
        *(sa.Column(name, _NUMBER, nullable=False) for name in ("deaths", "events")),
        sa.Column("judged", sa.Boolean, nullable=False),
    )
    op.create_table(
        "doubt_touched",
        sa.Column("kind", sa.String(16), primary_key=True),
        sa.Column("id", _BYTEWISE, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.execute(_ALL)
