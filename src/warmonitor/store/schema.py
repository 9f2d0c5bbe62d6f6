"""The tables of a store: what was given, the head of its chain, and what was made of it."""

from sqlalchemy import BigInteger, Column, Index, Integer, MetaData, String, Table, Text

_Number = BigInteger().with_variant(Integer(), "sqlite")

METADATA = MetaData()

# Content is ASCII JSON: the same bytes in every database, whatever characters a report holds.
GIVEN = Table(
    "given",
    METADATA,
    Column("seq", _Number, primary_key=True, autoincrement=False),
    Column("kind", String(16), nullable=False),
    Column("id", String(64), nullable=False, unique=True),
    Column("unit", String(64)),  # the report that a sighting is of
    Column("content", Text, nullable=False),
    Column("received", String(32), nullable=False),  # UTC, ISO 8601
    Column("tool", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    Index("given_unit", "unit"),
    Index("given_received", "kind", "received"),
)

CHAIN = Table(
    "chain",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),  # always 1
    Column("length", _Number, nullable=False),
    Column("head", String(64), nullable=False),
)

MADE = Table(
    "made",
    METADATA,
    Column("stage", String(16), primary_key=True),
    Column("unit", String(64), primary_key=True),
    Column("input", String(64), nullable=False),
    Column("version", String(64), nullable=False),
    Column("options", String(64), nullable=False),
    Column("content", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    Index("made_version", "stage", "version", "options", "unit"),
)
