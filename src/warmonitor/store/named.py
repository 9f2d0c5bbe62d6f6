"""How many records of the shelf name each place, actor, outlet and chain, kept as they come and go."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    Index,
    Integer,
    Select,
    String,
    Table,
    Text,
    and_,
    bindparam,
    column,
    delete,
    func,
    insert,
    or_,
    select,
    table,
    text,
)

from warmonitor.store.schema import METADATA

_Number = BigInteger().with_variant(Integer(), "sqlite")
_Bytewise = Text().with_variant(Text(collation="C"), "postgresql")
# What pages ask of all records of a kind: by which roles these name what.
ROLES: Mapping[str, tuple[str, ...]] = {
    "claims": ("actor", "place", "quotes"),
    "events": ("actor", "place"),
    "reports": ("outlet",),
}

NAMED = Table(
    "shelf_named",
    METADATA,
    Column("kind", String(16), primary_key=True),
    Column("role", String(16), primary_key=True),
    Column("target", _Bytewise, primary_key=True),
    Column("records", _Number, nullable=False),
    Index("shelf_named_most", "kind", "role", "records", "target"),
)
_LINK = table("shelf_link", *map(column, ("kind", "role", "target", "number")))
_KEYS = ("kind", "role", "target")
_ADD = text(
    "INSERT INTO shelf_named (kind, role, target, records) VALUES (:kind, :role, :target, :records) "
    "ON CONFLICT (kind, role, target) DO UPDATE SET records = shelf_named.records + excluded.records"
)
_NONE = delete(NAMED).where(*(NAMED.c[name] == bindparam(f"_{name}") for name in _KEYS), NAMED.c.records == 0)

Key = tuple[str, str, str]  # as the primary key


def add(connection: Connection, links: Iterable[Mapping[str, Any]]) -> None:
    """Count links that came to the shelf, as rows of their table, in the caller's transaction."""
    found = (tuple(one[name] for name in _KEYS) for one in links if one["role"] in ROLES.get(one["kind"], ()))
    _move(connection, Counter(found))


def take(connection: Connection, numbers: Sequence[int]) -> None:
    """Count no longer the links of some records, before these go."""
    found = connection.execute(_counted().where(_LINK.c.number.in_(numbers)))
    fewer = Counter({(row.kind, row.role, row.target): -row.records for row in found})
    _move(connection, fewer)
    gone = [{f"_{name}": one for name, one in zip(_KEYS, key, strict=True)} for key in sorted(fewer)]
    if gone:
        connection.execute(_NONE, gone)


def _move(connection: Connection, moved: Counter[Key]) -> None:
    rows = [dict(zip(_KEYS, key, strict=True), records=moved[key]) for key in sorted(moved)]
    if rows:
        connection.execute(_ADD, rows)


def fill(connection: Connection) -> None:
    """Count all links of the shelf into a table that is empty."""
    connection.execute(insert(NAMED).from_select([*_KEYS, "records"], _counted()))


def sound(connection: Connection) -> bool:
    """Say whether the counts that are kept are those of the links."""
    kept, there = select(NAMED), _counted()
    return not any(
        connection.execute(one.except_(other).limit(1)).first()
        for one, other in ((kept, there), (there, kept))
    )


def records(kind: str, role: str) -> Select[Any]:
    """Return the question for what records of a kind name in a role, and how many."""
    return select(NAMED.c.target, NAMED.c.records).where(NAMED.c.kind == kind, NAMED.c.role == role)


def _counted() -> Select[Any]:
    links = (_LINK.c.kind, _LINK.c.role, _LINK.c.target)
    return select(*links, func.count().label("records")).where(_wanted()).group_by(*links)


def _wanted() -> ColumnElement[bool]:
    return or_(
        *(and_(_LINK.c.kind == kind, _LINK.c.role == role) for kind, roles in ROLES.items() for role in roles)
    )
