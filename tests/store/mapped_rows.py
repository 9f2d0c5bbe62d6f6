"""Rows of an invented war for the map: places, spells of control, events, roads out, posts."""

from datetime import date
from typing import Any

from warmonitor.store.rank import rank
from warmonitor.store.shelf import Row


def spot(number: int, radius: float | None = 1.5, precision: str = "exact", north: float = 1.0) -> Row:
    content: dict[str, Any] = {
        "id": f"place-{number}",
        "name": f"Orlen {number}",
        "names_seen": [f"Orlen {number}"],
        "latitude": north,
        "longitude": 10.0 + number / 10,
        "radius_km": radius,
        "precision": precision,
        "country": "XX",
    }
    return Row("places", f"place-{number}", content, rank((f"place-{number}",)))


def _at(place: int | None) -> dict[str, Any]:
    name = f"Orlen {place}" if place is not None else None
    return {"id": f"place-{place}" if place is not None else None, "name": name, "said": ["Orlen"]}


def _row(kind: str, record: str, content: dict[str, Any], days: list[str | None], **links: str) -> Row:
    first, last = (date.fromisoformat(day) if day else None for day in days)
    return Row(kind, record, {"id": record, **content}, rank((record,)), first, last, tuple(links.items()))


def spell(number: int, place: int, first: str | None, last: str | None, **more: Any) -> Row:
    ends = {"earliest": first, "latest": last}
    content: dict[str, Any] = {
        "place": _at(place),
        "part": None,
        "holder": "the Ferry Guard",
        "status": "held",
        "by": None,
        **ends,
        "claimed": None,
        "confirmed": None,
        "lag_days": None,
        "stretches": [{**ends, "evidence": "told"}],
        "claims": [],
        "because": "said to hold it",
        **more,
    }
    return _row("control", f"spell-{number}", content, [first, last], place=f"place-{place}")


def event(number: int, place: int | None, first: str | None, last: str | None, **more: Any) -> Row:
    content: dict[str, Any] = {
        "type": "Battles",
        "sub_type": "Armed clash",
        "place": _at(place) if place is not None else None,
        "when": {"earliest": first, "latest": last, "said": None, "precision": "day"},
        "actors": [{"id": "actor-1", "name": "the Ferry Guard"}],
        "claims": [],
        "reports": [],
        "strands": [],
        "origins": [],
        "casualties": [],
        "harm": None,
        **more,
    }
    return _row("events", f"event-{number}", content, [first, last], place=f"place-{place}", type="Battles")


def way(number: int, place: int, first: str | None, last: str | None, computed: str = "cut_off") -> Row:
    content: dict[str, Any] = {
        "place": _at(place),
        "holder": "the Ferry Guard",
        "earliest": first,
        "latest": last,
        "computed": computed,
        "way": None,
        "closures": [],
        "claims": [],
        "reported": [],
        "agrees": None,
        "because": "every road is closed",
    }
    return _row("access", f"access-{number}", content, [first, last], place=f"place-{place}")


def post(number: int, place: int, *tellings: tuple[str, str]) -> Row:
    told = [
        {
            "state": state,
            "when": {"earliest": day, "latest": day, "said": None, "precision": "day"},
            "claims": [],
            "denials": [],
        }
        for day, state in tellings
    ]
    content: dict[str, Any] = {
        "place": _at(place),
        "owner": {"id": "actor-2", "name": "the Harbour League"},
        "sort": "observation post",
        "number": None,
        "state": tellings[-1][1] if tellings else "kept",
        "tellings": told,
        "agreement": None,
        "because": "no report says that it is kept under a deal",
    }
    days: list[str | None] = [tellings[0][0], tellings[-1][0]] if tellings else [None, None]
    return _row("posts", f"post-{number}", content, days, place=f"place-{place}")
