"""How many rows the account has, by which one that is put in or taken out from outside is found."""

import sqlalchemy as sa
from alembic import op

from warmonitor.store.tally import total, weight

revision = "0008"
down_revision = "0007"

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_ROWS = {
    "shelf": "SELECT number, kind, id, unit, version FROM shelf",
    "slice": "SELECT unit, block, content FROM slice",
}


def upgrade() -> None:
    """Make the table, and count what is there."""
    tally = op.create_table(
        "tally",
        sa.Column("name", sa.String(16), primary_key=True),
        *(sa.Column(name, _NUMBER, nullable=False) for name in ("rows", "sum")),
    )
    for name, asked in _ROWS.items():
        rows, summed = total(weight(*row) for row in op.get_bind().execute(sa.text(asked)))
        op.bulk_insert(tally, [{"name": name, "rows": rows, "sum": summed}])
