"""Records of an invented account, whole enough to be judged."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from shelved import shelve

from warmonitor.store.rank import rank
from warmonitor.store.shelf import Row
from warmonitor.store.store import Store
from warmonitor.store.weighing import weigh_again

SAID = "Shelling of the ferry landing killed {} people"
DAY = date(2031, 5, 1)
WHEN = {"earliest": "2031-05-01", "latest": "2031-05-01"}


def claim_row(number: int, event: int = 1) -> Row:
    said = SAID.format(number)
    content = {
        "id": f"claim-{number:016x}",
        "report": f"report-{number:016x}",
        "kind": "toll",
        "quote": {"start": 0, "end": len(said), "text": said},
        "when": WHEN,
        "measure": "killed",
        "of": "people",
        "low": number,
        "best": number,
        "high": number,
        "approximate": False,
        "where": [],
        "attribution": [],
        "stance": "asserted",
        "modality": "actual",
        "perpetrator": None,
        "paths": [],
    }
    return _row("claims", content, ("event", f"event-{event:016x}"))


def place_row(number: int) -> Row:
    content: dict[str, Any] = {
        "id": f"place-{number:016x}",
        "name": f"Orlen {number}",
        "names_seen": ["Orlen"],
        "latitude": 35.0,
        "longitude": 36.5,
        "gazetteer": None,
        "precision": "exact",
        "inside": None,
        "country": "SY",
        "radius_km": None,
        "because": "named so",
        "where_prec": 1,
        "geo_precision": 1,
        "of": None,
        "runner_up": None,
    }
    return _row("places", content)


def event_row(number: int, *claims: int) -> Row:
    content = {
        "id": f"event-{number:016x}",
        "type": "Explosions/Remote violence",
        "sub_type": "Shelling/artillery/missile attack",
        "place": None,
        "when": {**WHEN, "said": None, "precision": "day"},
        "actors": [],
        "claims": [f"claim-{one:016x}" for one in claims],
        "reports": [],
        "strands": [],
        "origins": [],
        "casualties": [],
        "grade": None,
        "harm": None,
    }
    return _row("events", content)


def figure_row(number: int, *claims: int) -> Row:
    content = {
        "id": f"figure-{number:016x}",
        "measure": "killed",
        "of": "people",
        "place": None,
        "when": WHEN,
        "low": 1,
        "high": 3,
        "median": 2.0,
        "origins": ["a", "b"],
        "apart": [],
        "majority": None,
        "changed": [],
        "grade": None,
        "history": [],
        "rule": "range of independent origins",
        "rules": [],
        "claims": [f"claim-{one:016x}" for one in claims],
    }
    return _row("figures", content)


def _row(kind: str, content: dict[str, Any], *links: tuple[str, str]) -> Row:
    return Row(kind, content["id"], content, rank((content["id"],)), DAY, DAY, links)


def rows() -> Iterator[Row]:
    yield from (claim_row(number, 1 + number % 2) for number in range(1, 9))
    yield from (place_row(number) for number in (1, 2))
    yield event_row(1, 2, 4, 6, 8)
    yield event_row(2, 1, 3, 5, 7)
    yield figure_row(1, 1, 2, 3)


def tell(store: Store) -> None:
    """Put the account on the shelf."""
    shelve(store, "told", rows())
    weigh_again(store.database)


def claim(number: int) -> dict[str, Any]:
    """A claim as the subject of a judgement."""
    return {"kind": "claim", "id": f"claim-{number:016x}"}
