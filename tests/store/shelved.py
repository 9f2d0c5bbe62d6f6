"""Rows of an invented account, and what of them is on the shelf of a store."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from warmonitor.model import Account
from warmonitor.run.shelving import rows_of
from warmonitor.store.rank import rank
from warmonitor.store.reader import Reader
from warmonitor.store.shelf import Row, Tally, put
from warmonitor.store.store import Store

DAY = date(2031, 5, 1)


def claim(number: int, killed: int = 4, day: int | None = None, **more: Any) -> Row:
    """A claim of an invented report; `more` are links by role."""
    said = f"Shells killed {killed} people at the ferry landing of Orlen, said the harbour master."
    when = DAY + timedelta(days=number if day is None else day)
    content = {
        "id": f"claim-{number:05}",
        "report": f"report-{number // 10:04}",
        "kind": "toll",
        "quote": {"start": 0, "end": len(said), "text": said},
        "best": killed,
        "when": {"earliest": when.isoformat(), "latest": when.isoformat()},
    }
    links = [("report", str(content["report"])), *((role, str(target)) for role, target in more.items())]
    key = rank((str(content["report"]), 0, len(said), str(content["id"])))
    return Row("claims", str(content["id"]), content, key, when, when, tuple(links))


def shelve(store: Store, unit: str, rows: Iterable[Row]) -> Tally:
    given = list(rows)
    return store.database.write(lambda connection: put(connection, unit, given))


def shelve_account(store: Store, account: Account) -> Tally:
    """Put a whole account on the shelf as one unit."""
    return shelve(store, "", rows_of(account))


def ids(store: Store, kind: str = "claims", **asked: Any) -> list[str]:
    return [record["id"] for record in Reader(store.database).each(kind, **asked)]
