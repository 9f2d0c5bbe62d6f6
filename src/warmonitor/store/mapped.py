"""What the map shows of records, kept as small rows: where, on which days, how it stands, and whose it is."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Float,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
    Text,
    delete,
    insert,
    select,
)

from warmonitor.store.kept import kept
from warmonitor.store.schema import METADATA

_Number = BigInteger().with_variant(Integer(), "sqlite")
_EPOCH = date(1970, 1, 1).toordinal()
OPEN = 1_000_000  # days; minus that is an open start
NARROW, WIDE, UNDATED = 0, 1, 2
NARROW_DAYS = 40  # the longest time of what is found by its first day
LAYERS = ("control", "events", "access", "posts")
_NAMES = 3  # actors of an event that are named

MAPPED = Table(
    "shelf_map",
    METADATA,
    Column("number", _Number, primary_key=True, autoincrement=False),  # of a row on the shelf
    Column("kind", String(16), nullable=False),
    Column("id", String(64), nullable=False),
    Column("place", Text, nullable=False),  # its id, "" where it has none
    Column("name", Text, nullable=False),  # of the place
    Column("width", SmallInteger, nullable=False),
    Column("first", Integer, nullable=False),  # days since 1970-01-01
    Column("last", Integer, nullable=False),
    Column("status", Text, nullable=False),  # of control, access and posts; the ACLED type of an event
    Column("side", Text, nullable=False),  # holder, owner, actors
    Column("other", Text, nullable=False),  # by whom surrounded; sub-type, sort; whether reports agree
    Column("part", Text, nullable=False),
    Column("stretches", Text, nullable=False),  # evidence:first:last:status of days, one after the other
    Index("shelf_map_days", "kind", "width", "first", "last"),
    Index("shelf_map_place", "place"),
)
SPOTS = Table(
    "shelf_spot",
    METADATA,
    Column("number", _Number, primary_key=True, autoincrement=False),  # of a place on the shelf
    Column("id", String(64), nullable=False),
    Column("name", Text, nullable=False),
    Column("latitude", Float(53), nullable=False),
    Column("longitude", Float(53), nullable=False),
    Column("radius", Float(53)),  # km within which it lies
    Column("precision", Text, nullable=False),
    Column("country", Text, nullable=False),
    Index("shelf_spot_id", "id"),
)

Tree = Mapping[str, Any]
Told = dict[str, Any]
Days = tuple[int, int]


def mapped(number: int, kind: str, record: str, content: Tree) -> tuple[Table, Told] | None:
    """Return the table and row of a record, None where the map shows nothing of it."""
    if kind == "places":
        return _spot(number, record, content)
    if kind not in LAYERS:
        return None
    told = _TOLD[kind](content)
    first, last = told.pop("days")
    where = content.get("place") or {}
    row = {
        "number": number,
        "kind": kind,
        "id": record,
        "place": where.get("id"),
        "name": where.get("name") or ", ".join(where.get("said") or ()),
        "width": _width(kind, first, last),
        "first": first,
        "last": last,
        **told,
    }
    return MAPPED, {name: _plain(one) for name, one in row.items()}


def learn(connection: Connection, rows: Iterable[tuple[Table, Told] | None]) -> None:
    """Keep rows of records that come to the shelf."""
    there = [row for row in rows if row is not None]
    for table in (MAPPED, SPOTS):
        if told := [row for of, row in there if of is table]:
            connection.execute(insert(table), told)


def forget(connection: Connection, numbers: Sequence[int]) -> None:
    """Take out rows of records that are no more."""
    for table in (MAPPED, SPOTS):
        connection.execute(delete(table).where(table.c.number.in_(numbers)))


def between(connection: Connection, first: int, last: int) -> dict[int, tuple[Table, Told]]:
    """Return what is kept of the records with numbers from `first` to `last`."""
    found: dict[int, tuple[Table, Told]] = {}
    for table in (MAPPED, SPOTS):
        asked = select(table).where(table.c.number.between(first, last))
        found |= {row["number"]: (table, dict(row)) for row in connection.execute(asked).mappings()}
    return found


def day_number(iso: str | None, unknown: int) -> int:
    """Return a day of ISO 8601 as days since 1970-01-01, `unknown` where there is none."""
    return date.fromisoformat(iso[:10]).toordinal() - _EPOCH if iso else unknown


def _plain(one: Any) -> Any:
    return kept(one) if isinstance(one, str) else "" if one is None else one


def _days(content: Tree) -> Days:
    return day_number(content.get("earliest"), -OPEN), day_number(content.get("latest"), OPEN)


def _width(kind: str, first: int, last: int) -> int:
    if (first, last) == (-OPEN, OPEN) and kind in {"events", "posts"}:
        return UNDATED
    return NARROW if last - first <= NARROW_DAYS else WIDE


def _spell(content: Tree) -> Told:
    parts = ((one["evidence"], *_days(one), "") for one in content.get("stretches", ()))
    return {
        "days": _days(content),
        "status": content.get("status"),
        "side": content.get("holder"),
        "other": content.get("by"),
        "part": content.get("part"),
        "stretches": _joined(parts),
    }


def _event(content: Tree) -> Told:
    names = [str(one["name"]) for one in content.get("actors", ()) if one["name"]]
    return {
        "days": _days(content.get("when") or {}),
        "status": content.get("type"),
        "side": ", ".join(names[:_NAMES]),
        "other": content.get("sub_type"),
        "part": "",
        "stretches": "",
    }


def _access(content: Tree) -> Told:
    agrees = {True: "agrees", False: "differs", None: ""}[content.get("agrees")]
    return {
        "days": _days(content),
        "status": content.get("computed"),
        "side": content.get("holder"),
        "other": agrees,
        "part": "",
        "stretches": "",
    }


def _post(content: Tree) -> Told:
    told = [
        (*_days(one["when"]), str(one["state"])) for one in content.get("tellings", ()) if _dated(one["when"])
    ]
    told = sorted((max(first, -OPEN), last, state) for first, last, state in told)
    return {
        "days": (told[0][0], OPEN) if told else (-OPEN, OPEN),
        "status": content.get("state"),
        "side": (content.get("owner") or {}).get("name"),
        "other": content.get("sort"),
        "part": "",
        "stretches": _joined(_since(told)),
    }


def _dated(when: Tree) -> bool:
    return when["earliest"] is not None or when["latest"] is not None


def _since(told: Sequence[tuple[int, int, str]]) -> Iterator[tuple[str, int, int, str]]:
    """Yield each telling, and the days after it until the next, on which it is carried on."""
    for place, (first, last, state) in enumerate(told):
        following = told[place + 1] if place + 1 < len(told) else (OPEN + 1, OPEN, "")
        until = min(last, following[0] - 1) if following[0] > first else last
        yield "told", first, until, state
        if until + 1 < following[0]:
            yield "interpolated" if following[2] == state else "carried", until + 1, following[0] - 1, state


def _joined(parts: Iterable[tuple[str, int, int, str]]) -> str:
    return " ".join(f"{evidence[0]}:{first}:{last}:{status}" for evidence, first, last, status in parts)


def _spot(number: int, record: str, content: Tree) -> tuple[Table, Told] | None:
    north, east = content.get("latitude"), content.get("longitude")
    if north is None or east is None or not (math.isfinite(north) and math.isfinite(east)):
        return None
    radius = content.get("radius_km")
    told = {
        "number": number,
        "id": record,
        "name": kept(content.get("name") or ""),
        "latitude": float(north),
        "longitude": float(east),
        "radius": None if radius is None else float(radius),
        "precision": kept(content.get("precision") or ""),
        "country": kept(content.get("country") or ""),
    }
    return SPOTS, told


_TOLD = {"control": _spell, "events": _event, "access": _access, "posts": _post}
