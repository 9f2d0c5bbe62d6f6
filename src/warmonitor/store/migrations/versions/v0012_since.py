"""An index by which what came on some days is found."""

from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Make the index."""
    op.create_index("given_received", "given", ["kind", "received"])
