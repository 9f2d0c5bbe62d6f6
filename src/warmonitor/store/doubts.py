"""The tables of what waits for a reviewer: doubt and weight of records, and what is to be weighed again."""

from collections.abc import Iterable, Sequence

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
    Text,
    delete,
    text,
)

from warmonitor.store.schema import METADATA

_Number = BigInteger().with_variant(Integer(), "sqlite")
_Bytewise = Text().with_variant(Text(collation="C"), "postgresql")

DOUBT = Table(
    "doubt",
    METADATA,
    Column("number", _Number, primary_key=True, autoincrement=False),  # of a row on the shelf
    Column("weight", Integer, nullable=False),  # below 0: what comes first is least
    Column("kind", _Bytewise, nullable=False),
    Column("item", _Bytewise, nullable=False),
    Column("doubt", SmallInteger, nullable=False),
    Column("deaths", _Number, nullable=False),
    Column("events", _Number, nullable=False),
    Index("doubt_weight", "weight", "kind", "item", "number"),
)
RESTS = Table(
    "doubt_rests",
    METADATA,
    Column("number", _Number, primary_key=True, autoincrement=False),  # of a claim on the shelf
    Column("deaths", _Number, nullable=False),
    Column("events", _Number, nullable=False),
    Column("judged", Boolean, nullable=False),
)
TOUCHED = Table(
    "doubt_touched",
    METADATA,
    Column("kind", String(16), primary_key=True),
    Column("id", _Bytewise, primary_key=True),
)
_LED_TO = {"claims": {"place": "places", "actor": "actors"}, "events": {"claim": "claims"}}

Key = tuple[str, str]  # kind and id


def led_to(kind: str, links: Iterable[tuple[str, str]]) -> list[Key]:
    """Return the records whose weight rests on a record, by its links."""
    kinds = _LED_TO.get(kind, {})
    return [(kinds[role], target) for role, target in links if role in kinds]


def touch(connection: Connection, keys: Iterable[Key]) -> None:
    """Note that records are to be weighed again."""
    told = [{"kind": kind, "id": one} for kind, one in sorted(set(keys))]
    if told:
        asked = text("INSERT INTO doubt_touched (kind, id) VALUES (:kind, :id) ON CONFLICT DO NOTHING")
        connection.execute(asked, told)


def settle(connection: Connection, kind: str, ids: Sequence[str]) -> None:
    """Note that records were weighed."""
    connection.execute(delete(TOUCHED).where(TOUCHED.c.kind == kind, TOUCHED.c.id.in_(ids)))


def drop(connection: Connection, numbers: Sequence[int]) -> None:
    """Take out what is kept of rows that are no more."""
    for table in (DOUBT, RESTS):
        connection.execute(delete(table).where(table.c.number.in_(numbers)))
