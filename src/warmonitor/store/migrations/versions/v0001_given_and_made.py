"""Given records in a chain that only grows, and what was made of them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_SQLITE = """CREATE TRIGGER given_no_{verb} BEFORE {verb} ON given
BEGIN SELECT RAISE(ABORT, 'given records are never changed'); END"""
_REFUSE = """CREATE FUNCTION given_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'given records are never changed'; END $$"""
_POSTGRES = """CREATE TRIGGER given_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON given
FOR EACH STATEMENT EXECUTE FUNCTION given_refuse()"""


def upgrade() -> None:
    """Make the first tables."""
    _given()
    op.create_table(
        "made",
        sa.Column("stage", sa.String(16), primary_key=True),
        sa.Column("unit", sa.String(64), primary_key=True),
        *(sa.Column(name, sa.String(64), nullable=False) for name in ("input", "version", "options")),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
    )
    _keep_given()


def _given() -> None:
    op.create_table(
        "given",
        sa.Column("seq", _NUMBER, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("id", sa.String(64), nullable=False, unique=True),
        sa.Column("unit", sa.String(64)),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("received", sa.String(32), nullable=False),
        sa.Column("tool", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
    )
    op.create_index("given_unit", "given", ["unit"])
    chain = op.create_table(
        "chain",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("length", _NUMBER, nullable=False),
        sa.Column("head", sa.String(64), nullable=False),
    )
    op.bulk_insert(chain, [{"id": 1, "length": 0, "head": "0" * 64}])


def _keep_given() -> None:
    """Let the database itself refuse to change what was given."""
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(_SQLITE.format(verb=verb))
    else:
        op.execute(_REFUSE)
        op.execute(_POSTGRES)
