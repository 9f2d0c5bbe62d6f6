"""How many events begin and end on each day and in each month, of each place and actor, by their types.

What lasts into a stretch of days has begun by its last day and not ended before its first: beginnings and
ends tell how many events there are of any stretch, without a look at them.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
    Text,
    bindparam,
    delete,
    text,
)

from warmonitor.store.schema import METADATA

_Number = BigInteger().with_variant(Integer(), "sqlite")
_Bytewise = Text().with_variant(Text(collation="C"), "postgresql")
EVENTS = "events"  # the kind that is counted
ALL, PLACE, ACTOR = "", "place", "actor"  # of what they are counted
MONTHLY, DAILY = 7, 10  # letters of a month and of a day
NEVER = "9999-12-31"  # the end of what has none

DAYS = Table(
    "shelf_daily",
    METADATA,
    Column("role", String(16), primary_key=True),
    Column("target", _Bytewise, primary_key=True),
    Column("level", SmallInteger, primary_key=True, autoincrement=False),
    Column("span", String(10), primary_key=True),  # "2031-05" or "2031-05-01"; "" where no start is known
    Column("type", _Bytewise, primary_key=True),
    Column("sub_type", _Bytewise, primary_key=True),
    Column("starts", _Number, nullable=False),
    Column("ends", _Number, nullable=False),
    Index("shelf_daily_span", "role", "level", "span", "target", "type", "sub_type", "starts", "ends"),
)
_KEYS = ("role", "target", "level", "span", "type", "sub_type")
_ADD = text(
    "INSERT INTO shelf_daily (role, target, level, span, type, sub_type, starts, ends) "
    "VALUES (:role, :target, :level, :span, :type, :sub_type, :starts, :ends) "
    "ON CONFLICT (role, target, level, span, type, sub_type) DO UPDATE "
    "SET starts = shelf_daily.starts + excluded.starts, ends = shelf_daily.ends + excluded.ends"
)
_NONE = delete(DAYS).where(
    *(DAYS.c[name] == bindparam(f"_{name}") for name in _KEYS), DAYS.c.starts == 0, DAYS.c.ends == 0
)

Key = tuple[str, str, int, str, str, str]  # as the primary key
Counts = dict[Key, tuple[int, int]]  # beginnings and ends


class Happening(NamedTuple):
    """An event as it is counted: its days as on the shelf, its types, and pairs of a role and an id."""

    first: str
    last: str
    type: str
    sub_type: str
    named: frozenset[tuple[str, str]]


def happening(
    first: str, last: str, content: Mapping[str, Any], links: Iterable[tuple[str, str]]
) -> Happening:
    """Return an event as it is counted."""
    named = frozenset((role, target) for role, target in links if role in {PLACE, ACTOR})
    return Happening(first, last, _word(content.get("type")), _word(content.get("sub_type")), named)


def _word(found: object) -> str:
    return str(found or "").replace("\0", "\ufffd").encode("utf-8", "replace").decode()


def counts(happenings: Iterable[Happening], each: int = 1) -> Counts:
    """Return what events count; those of which no day is known count nowhere."""
    found: Counts = {}
    for one in happenings:
        for key, starts, ends in _counted(one):
            before = found.get(key, (0, 0))
            found[key] = (before[0] + each * starts, before[1] + each * ends)
    return found


def _counted(one: Happening) -> Iterator[tuple[Key, int, int]]:
    if not one.first and one.last == NEVER:
        return
    for role, target in ((ALL, ""), *one.named):
        for level in (MONTHLY, DAILY):
            yield (role, target, level, one.first[:level], one.type, one.sub_type), 1, 0
            if one.last != NEVER:
                yield (role, target, level, one.last[:level], one.type, one.sub_type), 0, 1


def count(connection: Connection, came: Iterable[Happening], went: Iterable[Happening]) -> None:
    """Count events that came to the shelf and events that went, in the caller's transaction."""
    found = counts(went, -1)
    for key, (starts, ends) in counts(came).items():
        before = found.get(key, (0, 0))
        found[key] = (before[0] + starts, before[1] + ends)
    moved = {key: found[key] for key in sorted(found) if found[key] != (0, 0)}
    if moved:
        connection.execute(_ADD, rows(moved))
    if fewer := [key for key, moves in moved.items() if min(moves) < 0]:
        connection.execute(
            _NONE, [{f"_{name}": one for name, one in zip(_KEYS, key, strict=True)} for key in fewer]
        )


def rows(found: Counts) -> list[dict[str, Any]]:
    """Return counts as rows of the table."""
    return [
        {**dict(zip(_KEYS, key, strict=True)), "starts": starts, "ends": ends}
        for key, (starts, ends) in found.items()
    ]
