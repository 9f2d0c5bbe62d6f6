"""Which block each report belongs to, kept as reports come: families, their homes, and what a change touches.

A further report costs the same however many there are: its near copies are found by the bands of its sketch,
and what changes is counted along a path or two of the tree.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, and_, delete, func, insert, select, update

from warmonitor.model import Placing
from warmonitor.store.families import families_of, home_of, order
from warmonitor.store.kin import kin_of, pack, unpack
from warmonitor.store.made import CLEAN, PLACING
from warmonitor.store.nodes import block_now, note, shift
from warmonitor.store.placed import BANDS, FAMILIES, PLACINGS, hold
from warmonitor.store.points import reach
from warmonitor.store.schema import MADE
from warmonitor.store.tree import MOST, bounds, leaf_of

Home = tuple[str, date | None, str]  # the first report of a family, its day, and the last node of the tree


def place(connection: Connection, report: str, placing: Placing, most: int = MOST) -> set[str]:
    """Put a report where it belongs, in the caller's transaction; return the blocks that this touches.

    They are noted as stale, those that are no more among them. One that stands there already moves.
    """
    hold(connection)
    there = _row(connection, report)
    if there is not None and _placing(there) == placing:
        return set()
    touched = _leave(connection, there, most) if there is not None else set()
    touched |= _join(connection, report, placing, most)
    note(connection, touched, report)
    reach("placed")
    return touched


def unplace(connection: Connection, report: str, most: int = MOST) -> set[str]:
    """Take a report out, which is none any more; return the blocks that this touches, noted as stale."""
    hold(connection)
    there = _row(connection, report)
    touched = _leave(connection, there, most) if there is not None else set()
    note(connection, touched, report)
    return touched


def touch(connection: Connection, report: str, most: int = MOST) -> set[str]:
    """Note the block of a report as stale, since the report changed but not its place; return the block."""
    hold(connection)
    block = block_of(connection, report, most)
    touched = {block} if block else set()
    note(connection, touched, report)
    return touched


def block_of(connection: Connection, report: str, most: int = MOST) -> str | None:
    """Return the block that a report belongs to, None where it is not placed."""
    query = select(FAMILIES.c.leaf).join(PLACINGS, PLACINGS.c.family == FAMILIES.c.number)
    leaf = connection.execute(query.where(PLACINGS.c.report == report)).scalar()
    return None if leaf is None else block_now(connection, leaf, most)


def members(connection: Connection, block: str) -> tuple[str, ...]:
    """Return the ids of all reports under a node of the tree, sorted."""
    low, high = bounds(block)
    query = select(PLACINGS.c.report).join(FAMILIES, PLACINGS.c.family == FAMILIES.c.number)
    return tuple(sorted(connection.execute(query.where(FAMILIES.c.leaf.between(low, high))).scalars()))


def placed(connection: Connection) -> dict[str, Placing]:
    """Return the placing of every report."""
    return {row.report: _placing(row) for row in connection.execute(select(PLACINGS))}


def unplaced(connection: Connection) -> list[str]:
    """Return the units that were cleaned but never placed, as in a store of an earlier version, sorted."""
    many = [select(func.count()).where(MADE.c.stage == stage).scalar_subquery() for stage in (CLEAN, PLACING)]
    if connection.execute(select(many[0] == many[1])).scalar():
        return []
    done = MADE.alias()
    query = select(MADE.c.unit).outerjoin(done, and_(done.c.stage == PLACING, done.c.unit == MADE.c.unit))
    query = query.where(MADE.c.stage == CLEAN, done.c.unit.is_(None))
    return sorted(connection.execute(query).scalars())


def _row(connection: Connection, report: str) -> Row[Any] | None:
    return connection.execute(select(PLACINGS).where(PLACINGS.c.report == report)).one_or_none()


def _placing(row: Row[Any]) -> Placing:
    return Placing(row.theatre, row.day, unpack(row.bands))


def _join(connection: Connection, report: str, placing: Placing, most: int) -> set[str]:
    """Put a report into the family of its near copies; several such families become one."""
    numbers = kin_of(connection, placing)
    kin = connection.execute(select(FAMILIES).where(FAMILIES.c.number.in_(numbers))).all() if numbers else []
    homes = [(report, placing.day, leaf_of(placing.theatre, placing.day, report))]
    homes += [(one.first, one.day, one.leaf) for one in kin]
    home = min(homes, key=lambda one: order(one[0], one[1]))
    before = Counter[str]()
    for one in kin:
        before[one.leaf] += one.reports
    after = {home[2]: before.total() + 1}
    family = _joined(connection, kin, home, after[home[2]])
    _insert(connection, report, placing, family)
    return shift(connection, before, after, most)


def _joined(connection: Connection, kin: Sequence[Row[Any]], home: Home, reports: int) -> int:
    """Return the number of the one family that several become: that of the largest, or a fresh one."""
    if not kin:
        return _fresh(connection, home, reports)
    largest = max(kin, key=lambda one: (one.reports, -one.number))
    for one in kin:
        if one is not largest:
            rows = connection.execute(select(PLACINGS).where(PLACINGS.c.family == one.number)).all()
            _move(connection, rows, largest.number)
            connection.execute(delete(FAMILIES).where(FAMILIES.c.number == one.number))
    _settle(connection, largest.number, home, reports)
    return int(largest.number)


def _leave(connection: Connection, row: Row[Any], most: int) -> set[str]:
    """Take a report out of its family, which may fall apart without it."""
    family = connection.execute(select(FAMILIES).where(FAMILIES.c.number == row.family)).one()
    _forget_bands(connection, [row])
    connection.execute(delete(PLACINGS).where(PLACINGS.c.number == row.number))
    rows = connection.execute(select(PLACINGS).where(PLACINGS.c.family == row.family)).all()
    after = _parted(connection, row.family, {one.report: one for one in rows})
    return shift(connection, {family.leaf: family.reports}, after, most)


def _parted(connection: Connection, family: int, rows: Mapping[str, Row[Any]]) -> Counter[str]:
    """Make a family of each part of one that hangs together; return how many reports live where."""
    placings = {report: _placing(row) for report, row in rows.items()}
    parts = sorted(families_of(placings), key=len, reverse=True)
    after = Counter[str]()
    for at, part in enumerate(parts):
        first, leaf = home_of(part, placings)
        home = (first, placings[first].day, leaf)
        after[leaf] += len(part)
        if at:
            _move(connection, [rows[one] for one in part], _fresh(connection, home, len(part)))
        else:
            _settle(connection, family, home, len(part))
    if not parts:
        connection.execute(delete(FAMILIES).where(FAMILIES.c.number == family))
    return after


def _fresh(connection: Connection, home: Home, reports: int) -> int:
    told = insert(FAMILIES).values(first=home[0], day=home[1], leaf=home[2], reports=reports)
    return _key(connection, told)


def _settle(connection: Connection, family: int, home: Home, reports: int) -> None:
    told = update(FAMILIES).where(FAMILIES.c.number == family)
    connection.execute(told.values(first=home[0], day=home[1], leaf=home[2], reports=reports))


def _insert(connection: Connection, report: str, placing: Placing, family: int) -> None:
    told = {"report": report, "family": family, "theatre": placing.theatre, "day": placing.day}
    number = _key(connection, insert(PLACINGS).values(**told, bands=pack(placing.bands)))
    _hang(connection, placing.bands, family, number)


def _move(connection: Connection, rows: Sequence[Row[Any]], family: int) -> None:
    """Put reports of one family into another."""
    _forget_bands(connection, rows)
    for row in rows:
        told = update(PLACINGS).where(PLACINGS.c.number == row.number)
        connection.execute(told.values(family=family))
        _hang(connection, unpack(row.bands), family, row.number)


def _forget_bands(connection: Connection, rows: Sequence[Row[Any]]) -> None:
    for row in rows:
        mine = (BANDS.c.family == row.family, BANDS.c.placing == row.number)
        connection.execute(delete(BANDS).where(BANDS.c.band.in_(unpack(row.bands)), *mine))


def _hang(connection: Connection, bands: tuple[int, ...], family: int, placing: int) -> None:
    rows = [{"band": band, "family": family, "placing": placing} for band in sorted(set(bands))]
    if rows:
        connection.execute(insert(BANDS), rows)


def _key(connection: Connection, told: Any) -> int:
    made = connection.execute(told).inserted_primary_key
    assert made is not None
    return int(made[0])
