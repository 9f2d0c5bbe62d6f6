"""The tables of blocks: placings, families of near copies, bands, reports of each node, what is stale."""

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Date,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    select,
)

from warmonitor.store.schema import CHAIN, METADATA

_Number = BigInteger().with_variant(Integer(), "sqlite")
# Last nodes are asked for by range: by bytes, whatever the language of the database.
_Node = String(64, collation="C").with_variant(String(64), "sqlite")

FAMILIES = Table(
    "families",
    METADATA,
    Column("number", _Number, primary_key=True),
    Column("first", String(64), nullable=False),  # the report where it is at home
    Column("day", Date),
    Column("leaf", _Node, nullable=False),
    Column("reports", Integer, nullable=False),
    Index("families_leaf", "leaf"),
)

PLACINGS = Table(
    "placings",
    METADATA,
    Column("number", _Number, primary_key=True),
    Column("report", String(64), nullable=False, unique=True),
    Column("family", _Number, nullable=False),
    Column("theatre", String(8), nullable=False),
    Column("day", Date),
    Column("bands", LargeBinary, nullable=False),
    Index("placings_family", "family"),
)

# Clustered by band, then family: families that share a band are found without reading all who have it.
BANDS = Table(
    "bands",
    METADATA,
    Column("band", BigInteger, primary_key=True, autoincrement=False),
    Column("family", _Number, primary_key=True, autoincrement=False),
    Column("placing", _Number, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

NODES = Table(
    "nodes",
    METADATA,
    Column("name", _Node, primary_key=True),
    Column("parent", _Node),
    Column("reports", Integer, nullable=False),
    Index("nodes_parent", "parent"),
)

STALE = Table(
    "stale_blocks",
    METADATA,
    Column("number", _Number, primary_key=True),  # grows with each time that a block is touched
    Column("block", _Node, nullable=False, unique=True),
    Column("report", String(64), nullable=False),  # the last that touched it
    sqlite_autoincrement=True,
)


def hold(connection: Connection) -> None:
    """Hold the head of the chain until the transaction ends: who writes the tree does it alone."""
    connection.execute(select(CHAIN.c.id).with_for_update())
