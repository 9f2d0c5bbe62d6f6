"""Places that lie near another, by their coordinates."""

from math import asin, cos, radians, sin, sqrt

from warmonitor.store.filters import Filters
from warmonitor.store.reader import Reader, Record
from warmonitor.web.pages.frame.page import Part

LOOKED_AT = 500  # places of the country that are looked at
_SHOWN, _FAR = 8, 60.0  # kilometres
_EARTH = 6371.0
_PLACED = frozenset({"exact", "near"})


class Near(Part):
    """A place nearby and how far off it lies, in kilometres."""

    id: str
    name: str
    km: float


def near(reader: Reader, place: Record) -> list[Near]:
    """Return the nearest places of the same country, up to eight and no farther than 60 km.

    Areas wider than the neighbourhood of a place, and a place without a position, have none.
    """
    if place["latitude"] is None or place["precision"] not in _PLACED or not place["country"]:
        return []
    others = reader.page("places", Filters(country=place["country"]), limit=LOOKED_AT).records
    found = [_near(place, one) for one in others if one["id"] != place["id"] and _lies(one)]
    return sorted((one for one in found if one.km <= _FAR), key=lambda one: (one.km, one.id))[:_SHOWN]


def _lies(place: Record) -> bool:
    return place["latitude"] is not None and place["precision"] == "exact"


def _near(one: Record, other: Record) -> Near:
    return Near(id=other["id"], name=other["name"], km=round(_apart(one, other), 1))


def _apart(one: Record, other: Record) -> float:
    """Return the distance over the great circle in kilometres (haversine)."""
    (a, b), (c, d) = ((radians(p["latitude"]), radians(p["longitude"])) for p in (one, other))
    half = sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2
    return 2 * _EARTH * asin(min(1.0, sqrt(half)))
