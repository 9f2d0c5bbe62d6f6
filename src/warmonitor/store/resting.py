"""Which records rest on claims: read through their links, all claims together."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select

from warmonitor.store.database import Database
from warmonitor.store.shelf import LINK, SHELF, in_parts, kept

Record = dict[str, Any]


def resting(database: Database, kind: str, claims: Sequence[str], most: int) -> list[Record]:
    """Return up to `most` records of a kind that name any of these claims, in the order of their kind."""
    return database.read(lambda connection: _resting(connection, kind, claims, most))


def _resting(connection: Connection, kind: str, claims: Sequence[str], most: int) -> list[Record]:
    found: dict[bytes, int] = {}
    for part in in_parts([kept(one) for one in claims]):
        named = (LINK.c.kind == kind, LINK.c.role == "claim", LINK.c.target.in_(part))
        asked = select(LINK.c.rank, LINK.c.number).where(*named).order_by(LINK.c.rank).limit(most + len(part))
        found |= {bytes(rank): number for rank, number in connection.execute(asked)}
    first = [found[rank] for rank in sorted(found)][:most]
    contents: dict[int, str] = {}
    for numbers in in_parts(first):
        asked_of = select(SHELF.c.number, SHELF.c.content).where(SHELF.c.number.in_(numbers))
        contents |= {row.number: row.content for row in connection.execute(asked_of)}
    return [json.loads(contents[number]) for number in first]
