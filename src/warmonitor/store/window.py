"""What the map shows of some days: rows of each layer that last into them, and where their places lie."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Connection, Select, func, select, union_all

from warmonitor.store.mapped import LAYERS, MAPPED, NARROW, NARROW_DAYS, OPEN, SPOTS, UNDATED, WIDE
from warmonitor.store.shelf import LINK, in_parts

MOST = 25_000  # features of one window
_TOGETHER = 500  # rows that are held at once
COLUMNS = (
    "kind",
    "id",
    "place",
    "name",
    "first",
    "last",
    "status",
    "side",
    "other",
    "part",
    "stretches",
)  # fmt: skip
_CLOSING = ("cut off", "unknown")  # only where no way out is known is it told what is closed
_SPOT = ("id", "name", "latitude", "longitude", "radius", "precision")

Columns = dict[str, Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Window:
    """Days since 1970-01-01, both included; `links` are a layer, a role and what must stand there."""

    first: int
    last: int
    layers: tuple[str, ...] = LAYERS
    links: tuple[tuple[str, str, str], ...] = ()
    trail: int = 0  # days for which an event is shown after its last


def features(connection: Connection, window: Window, most: int = MOST) -> Columns:
    """Return up to so many rows, the latest first, as columns by name."""
    every = _rows(window).subquery()
    asked = select(*(every.c[name] for name in COLUMNS)).order_by(every.c.number.desc())
    return _columns(connection, asked.limit(most), COLUMNS)


def closing(connection: Connection, window: Window, most: int) -> list[str]:
    """Return the ids of records of roads out that may tell of closed roads, the latest where many do."""
    there = union_all(*_layer("access", window)).subquery()
    asked = select(there.c.id).where(there.c.status.in_(_CLOSING)).order_by(there.c.number.desc()).limit(most)
    return list(connection.execute(asked).scalars())


def count(connection: Connection, window: Window) -> dict[str, int]:
    """Return how many rows each layer has in a window."""
    return {
        layer: sum(
            int(connection.execute(part.with_only_columns(func.count())).scalar_one())
            for part in _layer(layer, window)
        )
        for layer in window.layers
    }


def spots(connection: Connection, places: Iterable[str]) -> Columns:
    """Return where places lie, by id; those that are not known to lie anywhere are not there."""
    rows: list[Any] = []
    for part in in_parts(sorted(set(places))):
        rows += connection.execute(select(*(SPOTS.c[name] for name in _SPOT)).where(SPOTS.c.id.in_(part)))
    rows.sort(key=lambda row: row[0])
    return dict(zip(_SPOT, zip(*rows, strict=True), strict=True)) if rows else dict.fromkeys(_SPOT, ())


def spots_of(connection: Connection, window: Window) -> Columns:
    """Return where the places of all rows of a window lie, by id."""
    there = _rows(window).subquery()
    asked = select(*(SPOTS.c[name] for name in _SPOT)).where(SPOTS.c.id.in_(select(there.c.place)))
    found = _columns(connection, asked, _SPOT)
    order = sorted(range(len(found["id"])), key=found["id"].__getitem__)
    return {name: tuple(column[place] for place in order) for name, column in found.items()}


def _columns(connection: Connection, asked: Select[Any], names: Sequence[str]) -> Columns:
    """Return rows as columns; rows go as they come, for many that stay have all memory looked through."""
    columns: list[list[Any]] = [[] for _ in names]
    for part in connection.execute(asked).partitions(_TOGETHER):
        for column, values in zip(columns, zip(*part, strict=True), strict=True):
            column.extend(values)
    return dict(zip(names, map(tuple, columns), strict=True))


def undated(connection: Connection) -> int:
    """Return how many events and posts have no day at all."""
    of = (MAPPED.c.kind.in_(("events", "posts")), MAPPED.c.width == UNDATED)
    return int(connection.execute(select(func.count()).where(*of)).scalar_one())


def latest(connection: Connection) -> int | None:
    """Return the last day of which an event or a state is told, None where nothing has a day."""
    ends = (
        select(func.max(MAPPED.c.last)).where(MAPPED.c.kind == "events", MAPPED.c.width == NARROW),
        select(func.max(MAPPED.c.last)).where(MAPPED.c.kind.in_(LAYERS), MAPPED.c.last < OPEN),
        select(func.max(MAPPED.c.first)).where(MAPPED.c.kind.in_(LAYERS), MAPPED.c.first > -OPEN),
    )
    return next((found for end in ends if (found := connection.execute(end).scalar()) is not None), None)


def holders(connection: Connection) -> dict[str, int]:
    """Return how many spells of control each holder has in the whole account, by name."""
    asked = (
        select(MAPPED.c.side, func.count())
        .where(MAPPED.c.kind == "control", MAPPED.c.side != "")
        .group_by(MAPPED.c.side)
    )
    return {name: int(spells) for name, spells in connection.execute(asked)}


def _rows(window: Window) -> CompoundSelect[Any]:
    return union_all(*(part for layer in window.layers for part in _layer(layer, window)))


def _layer(layer: str, window: Window) -> tuple[Select[Any], Select[Any]]:
    """Return the rows of a layer by ranges of an index that hold them."""
    if layer == "events" and window.trail:
        window = replace(window, first=window.first - window.trail, trail=0)
    told = select(MAPPED).where(
        MAPPED.c.kind == layer,
        MAPPED.c.first <= window.last,
        MAPPED.c.last >= window.first,
        *(_linked(*link) for link in window.links if link[0] == layer),
    )
    narrow = told.where(MAPPED.c.width == NARROW, MAPPED.c.first >= window.first - NARROW_DAYS)
    return narrow, told.where(MAPPED.c.width == WIDE)


def _linked(layer: str, role: str, target: str) -> ColumnElement[bool]:
    numbers = select(LINK.c.number).where(LINK.c.kind == layer, LINK.c.role == role, LINK.c.target == target)
    return MAPPED.c.number.in_(numbers)
