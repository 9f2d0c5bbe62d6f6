"""Records of a made account that turned within a week: new, changed, or changed in details alone."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import insert, select

from warmonitor.store.database import Transaction
from warmonitor.store.shelf import SHELF, STAND
from warmonitor.store.since import SINCE, TOLD, What, gist
from warmonitor.store.store import Store

LAST = date(2031, 3, 4)
DAYS = 7
MOST = 2_100  # of a list: a third new, a third changed, a third in details
_TURNS = (What.NEW, What.CHANGED, What.DETAILS)


def turn(store: Store) -> None:
    """Put rows there as a week would have left them."""
    store.database.write(_turn)


def _turn(connection: Transaction) -> None:
    for kind in TOLD:
        rows = list(_rows(connection, kind))
        if rows:
            connection.execute(insert(SINCE), rows)
    connection.execute(STAND.update().values(made="2030-01-01", kept="2030-01-01"))


def _rows(connection: Transaction, kind: str) -> Iterator[dict[str, Any]]:
    asked = select(SHELF.c.id, SHELF.c.version, SHELF.c.content).where(SHELF.c.kind == kind)
    found = connection.execute(asked.order_by(SHELF.c.rank).limit(MOST)).all()
    for at, row in enumerate(found):
        what = _TURNS[at % len(_TURNS)]
        new = what == What.NEW
        yield {
            "kind": kind,
            "id": row.id,
            "thread": row.id,
            "what": int(what),
            "day": (LAST - timedelta(days=at % DAYS)).isoformat(),
            "was": "" if new else "0" * len(row.version),
            "told": "" if new else json.dumps(gist(kind, json.loads(row.content))),
        }
