"""Saved questions, and what changed."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "news",
        sa.Column("number", _NUMBER, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        *(sa.Column(name, sa.Text) for name in ("before", "after")),
        sa.Column("noted", sa.String(32), nullable=False),
    )
    op.create_index("news_id", "news", ["kind", "id"])
    op.create_table(
        "question",
        sa.Column("name", sa.String(64), primary_key=True),
        sa.Column("content", sa.Text, nullable=False),
        *(sa.Column(name, _NUMBER, nullable=False) for name in ("asked", "answers")),
    )
    _answers()


def _answers() -> None:
    op.create_table(
        "answer",
        sa.Column("question", sa.String(64), primary_key=True),
        sa.Column("number", _NUMBER, primary_key=True, autoincrement=False),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("noted", sa.String(32), nullable=False),
    )
    op.create_index("answer_key", "answer", ["question", "key"], unique=True)
    op.create_table(
        "hook",
        sa.Column("question", sa.String(64), primary_key=True),
        sa.Column("secret", sa.String(64), nullable=False),
        sa.Column("sent", _NUMBER, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("due", _NUMBER, nullable=False),
        sa.Column("said", sa.Text, nullable=False),
    )
