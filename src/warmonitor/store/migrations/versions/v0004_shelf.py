"""The account as rows, with what is searched."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_BYTEWISE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_WORDS = {
    "sqlite": ("CREATE VIRTUAL TABLE shelf_words USING fts5(words, tokenize = 'ascii')",),
    "postgresql": (
        "CREATE TABLE shelf_words (number bigint PRIMARY KEY, words text NOT NULL, found tsvector NOT NULL)",
        "CREATE INDEX shelf_words_found ON shelf_words USING gin (found)",
    ),
}


def upgrade() -> None:
    """Make the tables."""
    _shelf()
    op.create_table(
        "shelf_link",
        sa.Column("kind", sa.String(16), primary_key=True),
        sa.Column("role", sa.String(16), primary_key=True),
        sa.Column("target", _BYTEWISE, primary_key=True),
        sa.Column("rank", sa.LargeBinary, primary_key=True),
        sa.Column("number", _NUMBER, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("shelf_link_number", "shelf_link", ["number"])
    stand = op.create_table(
        "shelf_stand",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("number", _NUMBER, nullable=False),
    )
    op.bulk_insert(stand, [{"id": 1, "number": 0}])
    for statement in _WORDS[op.get_bind().dialect.name]:
        op.execute(statement)


def _shelf() -> None:
    op.create_table(
        "shelf",
        sa.Column("number", _NUMBER, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("unit", sa.String(200), nullable=False),
        sa.Column("rank", sa.LargeBinary, nullable=False),
        sa.Column("width", sa.SmallInteger, nullable=False),
        *(sa.Column(name, sa.String(10), nullable=False) for name in ("first", "last")),
        sa.Column("version", sa.String(64), nullable=False),
        sa.Column("content", sa.Text, nullable=False),
    )
    op.create_index("shelf_id", "shelf", ["kind", "id"], unique=True)
    op.create_index("shelf_rank", "shelf", ["kind", "rank"], unique=True)
    op.create_index("shelf_unit", "shelf", ["unit"])
    op.create_index("shelf_day", "shelf", ["kind", "width", "first", "last", "rank"])
