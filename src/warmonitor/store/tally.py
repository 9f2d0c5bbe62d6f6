"""How many rows a table has, and the sum of their hashes: one put in or taken out from outside is found."""

import hashlib
import json
from collections.abc import Iterable

from sqlalchemy import BigInteger, Column, Connection, Integer, String, Table, select, update

from warmonitor.store.schema import METADATA

_Number = BigInteger().with_variant(Integer(), "sqlite")
_TOP = 1 << 62  # both databases keep numbers of 63 bits and a sign

TALLY = Table(
    "tally",
    METADATA,
    Column("name", String(16), primary_key=True),
    Column("rows", _Number, nullable=False),
    Column("sum", _Number, nullable=False),
)


def weight(*row: str | int) -> int:
    """Return what a row counts in the sum of its table."""
    told = json.dumps(row).encode("ascii")
    return int.from_bytes(hashlib.sha256(told).digest()[:8], "big") % _TOP


def total(weights: Iterable[int]) -> tuple[int, int]:
    """Return how many rows there are and their sum, whatever their order."""
    rows = summed = 0
    for one in weights:
        rows, summed = rows + 1, (summed + one) % _TOP
    return rows, summed


def count(connection: Connection, name: str, came: Iterable[int], went: Iterable[int]) -> None:
    """Count rows that came to a table and rows that went, by their weights, in the caller's transaction."""
    (more, plus), (less, minus) = total(came), total(went)
    if not more and not less:
        return
    rows, summed = tallied(connection, name)
    told = {"rows": rows + more - less, "sum": (summed + plus - minus) % _TOP}
    connection.execute(update(TALLY).where(TALLY.c.name == name).values(**told))


def tallied(connection: Connection, name: str) -> tuple[int, int]:
    """Return how many rows of a table were counted, and their sum; none where that is not kept."""
    row = connection.execute(select(TALLY).where(TALLY.c.name == name)).one_or_none()
    return (row.rows, row.sum) if row else (-1, 0)
