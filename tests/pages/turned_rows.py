"""Rows of an invented account that turn from day to day."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from warmonitor.store.rank import rank
from warmonitor.store.shelf import Row, put
from warmonitor.store.store import Store
from warmonitor.store.turned import tell_turned

ORLEN = {"id": "place-orlen", "name": "Orlen", "said": ["Orlen"]}
WHEN = {"earliest": "2031-05-01", "latest": "2031-05-01", "said": None, "precision": "day"}


def figure(record: str, killed: int, *claims: str, of: str = "people", grade: str = "3") -> Row:
    """A figure of people killed at one place on one day; it rests on claims."""
    ends = {"low": killed, "high": killed}
    content = {
        "id": record,
        "measure": "killed",
        "of": of,
        "place": ORLEN,
        "when": WHEN,
        **ends,
        "rule": "range",
        "rules": [{"rule": "range", **ends, "origins": ["Lamp"]}],
        "origins": ["Lamp"],
        "claims": list(claims),
        "grade": {"information": grade},
    }
    return _row("figures", record, content, *claims)


def dispute(record: str, *claims: str) -> Row:
    """A dispute of how many people were killed; it rests on claims."""
    about = "how many people were killed: Lamp, Herald differ"
    content = {"id": record, "about": about, "kind": "figure", "claims": list(claims), "denials": []}
    return _row("disputes", record, content, *claims)


def claim(record: str, killed: int) -> Row:
    """A claim of people killed, in a report that is not there."""
    content: dict[str, Any] = {
        "id": record,
        "report": "report-1",
        "kind": "toll",
        "measure": "killed",
        "of": "people",
        "quote": {"start": 0, "end": 4, "text": "Four"},
        "low": None,
        "best": killed,
        "high": None,
        "approximate": False,
        "perpetrator": None,
        "attribution": [],
        "where": [],
        "when": WHEN,
        "stance": "asserted",
        "modality": "actual",
    }
    return _row("claims", record, content)


def _row(kind: str, record: str, content: dict[str, Any], *claims: str) -> Row:
    day, links = date(2031, 5, 1), tuple(("claim", one) for one in claims)
    return Row(kind, record, content, rank((record,)), day, day, links)


def put_on(store: Store, day: str, rows: Iterable[Row], unit: str = "a") -> None:
    """Put a unit on a day, and tell what turned."""
    given = list(rows)
    store.database.write(lambda connection: put(connection, unit, given, f"{day}T05:06:07+00:00"))
    tell_turned(store.database)
