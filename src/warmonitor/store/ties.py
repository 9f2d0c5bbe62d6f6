"""How records hang together: how many of each kind are linked to one, the newest of them, the most named."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Select, func, select

from warmonitor.store.filters import Filters, in_days, linked
from warmonitor.store.named import NAMED, ROLES, records
from warmonitor.store.shelf import LINK, SHELF, in_parts, kept

Tallies = dict[str, dict[str, int]]
_LEAD = LINK.alias("lead")
_FEW = 20_000  # links that are counted to choose what leads


def tallies(connection: Connection, role: str, targets: Sequence[str], kinds: Sequence[str]) -> Tallies:
    """Return, by target and kind, how many records are linked in a role; where none are, nothing stands."""
    found: Tallies = {}
    kept_so = [kind for kind in kinds if role in ROLES.get(kind, ())]
    others = [kind for kind in kinds if kind not in kept_so]
    for part in in_parts(list(map(kept, targets))):
        for asked in (*_kept_tallies(role, part, kept_so), *_tallies(role, part, others)):
            for target, kind, count in connection.execute(asked):
                found.setdefault(target, {})[kind] = int(count)
    return found


def _kept_tallies(role: str, targets: Sequence[str], kinds: Sequence[str]) -> Iterator[Select[Any]]:
    if kinds:
        asked = select(NAMED.c.target, NAMED.c.kind, NAMED.c.records)
        yield asked.where(NAMED.c.kind.in_(kinds), NAMED.c.role == role, NAMED.c.target.in_(targets))


def _tallies(role: str, targets: Sequence[str], kinds: Sequence[str]) -> Iterator[Select[Any]]:
    if kinds:
        asked = select(LINK.c.target, LINK.c.kind, func.count()).group_by(LINK.c.target, LINK.c.kind)
        yield asked.where(LINK.c.kind.in_(kinds), LINK.c.role == role, LINK.c.target.in_(targets))


def newest(connection: Connection, kind: str, filters: Filters, limit: int) -> list[str]:
    """Return the contents of up to so many records with all links asked for, the last days first.

    Days are not looked at; at least one link is to be asked for.
    """
    (role, target), *more = _rarest_first(connection, kind, filters.roles())
    asked = (
        select(_LEAD.c.number)
        .where(_LEAD.c.kind == kind, _LEAD.c.role == role, _LEAD.c.target == target)
        .where(*(linked(kind, *one, _LEAD.c.rank) for one in more))
        .order_by(_LEAD.c.number.desc())
    )
    return _contents(connection, list(connection.execute(asked.limit(limit)).scalars()))


def naming(connection: Connection, kind: str, role: str, targets: Sequence[str], limit: int) -> list[str]:
    """Return the contents of up to so many records that are linked to any target, the newest first."""
    found: set[int] = set()
    for part in in_parts(list(map(kept, targets))):
        asked = select(LINK.c.number).where(LINK.c.kind == kind, LINK.c.role == role, LINK.c.target.in_(part))
        found |= set(connection.execute(asked.order_by(LINK.c.number.desc()).limit(limit)).scalars())
    return _contents(connection, sorted(found, reverse=True)[:limit])


def counted(connection: Connection, kind: str, filters: Filters, most: int) -> int:
    """Return how many records of a kind pass the filters, counting no further than `most`."""
    roles, days = filters.roles(), in_days(filters)
    if not roles:
        asked = select(SHELF.c.rank).where(SHELF.c.kind == kind, *days)  # as an index has it
    else:
        (role, target), *more = roles
        asked = select(_LEAD.c.number).where(
            _LEAD.c.kind == kind, _LEAD.c.role == role, _LEAD.c.target == target
        )
        asked = asked.where(*(linked(kind, *one, _LEAD.c.rank) for one in more))
        if days:
            asked = asked.join(SHELF, SHELF.c.number == _LEAD.c.number).where(*days)
    found = select(func.count()).select_from(asked.limit(most).subquery())
    return int(connection.execute(found).scalar_one())


def most_named(
    connection: Connection, kind: str, role: str, filters: Filters, start: int, limit: int
) -> list[tuple[str, int]]:
    """Return the contents of records that most claims name in a role, and how many, from a place on."""
    named = records("claims", role).subquery()
    asked = (
        select(SHELF.c.content, named.c.records)
        .join(named, named.c.target == SHELF.c.id)
        .where(SHELF.c.kind == kind, *(linked(kind, *one) for one in filters.roles()))
        .order_by(named.c.records.desc(), SHELF.c.rank)
    )
    return [(row.content, int(row.records)) for row in connection.execute(asked.offset(start).limit(limit))]


def _rarest_first(
    connection: Connection, kind: str, roles: Sequence[tuple[str, str]]
) -> list[tuple[str, str]]:
    """Return links with the one first that fewest records have, as far as they are counted."""
    if len(roles) == 1:
        return list(roles)
    lengths = {one: _length(connection, kind, *one) for one in roles}
    return sorted(roles, key=lambda one: lengths[one])


def _length(connection: Connection, kind: str, role: str, target: str) -> int:
    few = select(LINK.c.rank).where(LINK.c.kind == kind, LINK.c.role == role, LINK.c.target == target)
    return int(connection.execute(select(func.count()).select_from(few.limit(_FEW).subquery())).scalar_one())


def _contents(connection: Connection, numbers: Sequence[int]) -> list[str]:
    asked = select(SHELF.c.number, SHELF.c.content).where(SHELF.c.number.in_(numbers))
    found = {row.number: row.content for row in connection.execute(asked)}
    return [found[number] for number in numbers]
