"""The part of the world that a map shows, and the country outlines that lie in it."""

import json
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from statistics import median
from typing import Any

from warmonitor.model import Account, Place, PlacePrecision
from warmonitor.stages.tell.book import Book

Box = tuple[float, float, float, float]
FAR = 6.0  # degrees from the middle beyond which a place named in passing does not widen the map
SPREAD = 4.0  # … or this many times the median distance, where that is more
MARGIN = 0.25
SMALLEST = 0.6
WIDE = {PlacePrecision.REGION, PlacePrecision.COUNTRY, PlacePrecision.UNKNOWN}


def around(account: Account, book: Book) -> Box | None:
    """Return west, south, east, north of the places that the war is about, None where none is located.

    Places of events, figures and control spells count; one far from the others is left outside.
    """
    about = [
        *(event.place for event in account.events),
        *(figure.place for figure in account.figures),
        *(spell.place for spell in account.control),
    ]
    spots = _spots(book.places[p] for p in about if p in book.places) or _spots(account.places)
    if not spots:
        return None
    x, y = median(s[0] for s in spots), median(s[1] for s in spots)
    away = [max(abs(s[0] - x), abs(s[1] - y)) for s in spots]
    reach = max(FAR, SPREAD * median(away))
    return _widened([s for s, far in zip(spots, away, strict=True) if far <= reach] or spots)


def _spots(places: Iterable[Place]) -> list[tuple[float, float, float]]:
    """Return longitude, latitude and radius in degrees; wide places only where there are no others."""
    found = [p for p in places if p.latitude is not None and p.longitude is not None]
    narrow = [place for place in found if place.precision not in WIDE] or found
    return [(p.longitude or 0.0, p.latitude or 0.0, min((p.radius_km or 0.0) / 111.0, 1.5)) for p in narrow]


def _widened(spots: list[tuple[float, float, float]]) -> Box:
    west, east = min(s[0] - s[2] for s in spots), max(s[0] + s[2] for s in spots)
    south, north = min(s[1] - s[2] for s in spots), max(s[1] + s[2] for s in spots)
    wide, high = max(east - west, SMALLEST), max(north - south, SMALLEST)
    return (
        round(max(west - wide * MARGIN, -180.0), 2),
        round(max(south - high * MARGIN, -85.0), 2),
        round(min(east + wide * MARGIN, 180.0), 2),
        round(min(north + high * MARGIN, 85.0), 2),
    )


def outlines(view: Box | None) -> list[Any]:
    """Return the outlines that meet the view, as `frontend/build.mjs` packs them."""
    if view is None:
        return []
    west, south, east, north = view
    # The plot is wider than the view where the shapes differ, so a little more than the view is kept.
    slack = max(east - west, north - south)
    return [
        one
        for one in _countries()
        if one[1][0] <= east + slack
        and one[1][2] >= west - slack
        and one[1][1] <= north + slack
        and one[1][3] >= south - slack
    ]


@lru_cache(maxsize=1)
def _countries() -> list[Any]:
    made: list[Any] = json.loads(asset("countries.json") or "[]")
    return made


@lru_cache
def asset(name: str) -> str:
    """Return a file that the build made, "" where this copy was installed without building it."""
    path = files("warmonitor.stages.tell").joinpath("static", name)
    return path.read_text(encoding="utf-8") if path.is_file() else ""
