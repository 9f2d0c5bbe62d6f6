"""What each block gives to units across blocks: a place, an actor, an event that two blocks tell of."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Column, Connection, Index, String, Table, Text, delete, insert, select

from warmonitor.store.schema import METADATA
from warmonitor.store.tally import count, weight

NAME = "slice"

SLICE = Table(
    "slice",
    METADATA,
    Column("unit", String(200), primary_key=True),
    Column("block", String(64), primary_key=True),
    Column("content", Text, nullable=False),  # ASCII JSON, as made records
    Index("slice_block", "block"),
)


def put_slices(connection: Connection, block: str, slices: Mapping[str, str]) -> set[str]:
    """Put what a block gives in the place of what it gave; return the units for which that differs."""
    rows = connection.execute(select(SLICE.c.unit, SLICE.c.content).where(SLICE.c.block == block))
    before = {row.unit: row.content for row in rows}
    fresh = {unit: told for unit, told in slices.items() if before.get(unit) != told}
    gone = {unit for unit in before if unit not in slices}
    for unit in sorted(gone | (fresh.keys() & before.keys())):
        connection.execute(delete(SLICE).where(SLICE.c.unit == unit, SLICE.c.block == block))
    if fresh:
        told = [{"unit": unit, "block": block, "content": fresh[unit]} for unit in sorted(fresh)]
        connection.execute(insert(SLICE), told)
    went = [weight_of(unit, block, before[unit]) for unit in gone | (fresh.keys() & before.keys())]
    count(connection, NAME, [weight_of(unit, block, told) for unit, told in fresh.items()], went)
    return {*fresh, *gone}


def weight_of(unit: str, block: str, content: str) -> int:
    """Return what a slice counts in the sum over all."""
    return weight(unit, block, content)


def contents(connection: Connection, units: Iterable[str]) -> dict[str, dict[str, str]]:
    """Return what each block gives to these units, in the order of the blocks' names; {} where none does."""
    found: dict[str, dict[str, str]] = {unit: {} for unit in units}
    for unit in sorted(found):
        rows = select(SLICE.c.block, SLICE.c.content).where(SLICE.c.unit == unit).order_by(SLICE.c.block)
        found[unit] = {row.block: row.content for row in connection.execute(rows)}
    return found


def blocks_of(connection: Connection, unit: str) -> list[str]:
    """Return the blocks that give to a unit, sorted."""
    rows = select(SLICE.c.block).where(SLICE.c.unit == unit).order_by(SLICE.c.block)
    return list(connection.execute(rows).scalars())
