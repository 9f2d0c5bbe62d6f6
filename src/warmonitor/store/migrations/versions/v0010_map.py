"""What the map shows of records, as small rows; those that are on the shelf are read once."""

import json

import sqlalchemy as sa
from alembic import op

from warmonitor.store.mapped import LAYERS, learn, mapped

revision = "0010"
down_revision = "0009"

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TOGETHER = 500


def upgrade() -> None:
    """Make the tables, and fill them."""
    op.create_table(
        "shelf_map",
        sa.Column("number", _NUMBER, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("place", "name")),
        sa.Column("width", sa.SmallInteger, nullable=False),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("first", "last")),
        *(
            sa.Column(name, sa.Text, nullable=False)
            for name in ("status", "side", "other", "part", "stretches")
        ),
    )
    op.create_index("shelf_map_days", "shelf_map", ["kind", "width", "first", "last"])
    op.create_index("shelf_map_place", "shelf_map", ["place"])
    op.create_table(
        "shelf_spot",
        sa.Column("number", _NUMBER, primary_key=True, autoincrement=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        *(sa.Column(name, sa.Float(53), nullable=False) for name in ("latitude", "longitude")),
        sa.Column("radius", sa.Float(53)),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("precision", "country")),
    )
    op.create_index("shelf_spot_id", "shelf_spot", ["id"])
    _fill(op.get_bind())


def _fill(connection: sa.Connection) -> None:
    kinds = ", ".join(f"'{kind}'" for kind in ("places", *LAYERS))
    asked = sa.text(
        "SELECT number, kind, id, content FROM shelf "  # noqa: S608 - names of our own
        f"WHERE number > :after AND kind IN ({kinds}) ORDER BY number LIMIT {_TOGETHER}"
    )
    after = -1
    while rows := connection.execute(asked, {"after": after}).all():
        learn(connection, [mapped(row.number, row.kind, row.id, json.loads(row.content)) for row in rows])
        after = rows[-1].number
