"""Coordinates as a file writes them: what is none, what is beyond the globe, and what was exchanged."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from warmonitor.reference.gazetteer.adding.rows import RowRefused

# Degrees by which a place may lie beyond the towns of its country: villages, islands, claims.
_MARGIN = 2.0


@dataclass(slots=True)
class Box:
    """The latitudes and longitudes between which the towns of a country lie."""

    south: float
    north: float
    west: float
    east: float

    def holds(self, latitude: float, longitude: float, margin: float = _MARGIN) -> bool:
        """Say whether a point lies between them, or near."""
        high = self.south - margin <= latitude <= self.north + margin
        return high and self.west - margin <= longitude <= self.east + margin


def point(latitude: object, longitude: object) -> tuple[float, float]:
    """Return latitude and longitude in decimal degrees.

    Raises:
        RowRefused: when they are missing, no numbers, 0 and 0, or beyond the globe.
    """
    lat, lon = _degrees(latitude), _degrees(longitude)
    if lat == 0.0 and lon == 0.0:
        raise RowRefused("coordinates-zero")
    if abs(lat) > 90.0 or abs(lon) > 180.0:
        raise RowRefused("coordinates-range")
    return lat, lon


def _degrees(value: object) -> float:
    text = str(value).strip().replace(",", ".") if isinstance(value, str | int | float) else ""
    try:
        found = float(text)
    except ValueError:
        raise RowRefused("coordinates-missing") from None
    if isinstance(value, bool) or not math.isfinite(found):
        raise RowRefused("coordinates-missing")
    return found


def misplaced(
    country: str, latitude: float, longitude: float, boxes: Mapping[str, Box], *, near: float = _MARGIN
) -> str | None:
    """Return the code of what is wrong with a place that lies outside its country, None where nothing is."""
    box = boxes.get(country)
    if box is None or box.holds(latitude, longitude, near):
        return None
    if abs(longitude) <= 90.0 and box.holds(longitude, latitude, near):
        return "coordinates-swapped"
    return None if box.holds(latitude, longitude, near * 5) else "coordinates-abroad"


def boxes_of(points: Iterable[tuple[str, float, float]]) -> dict[str, Box]:
    """Return the box of each country over its points (country, latitude, longitude)."""
    found: dict[str, Box] = {}
    for country, latitude, longitude in points:
        box = found.get(country)
        if box is None:
            found[country] = Box(latitude, latitude, longitude, longitude)
        else:
            box.south, box.north = min(box.south, latitude), max(box.north, latitude)
            box.west, box.east = min(box.west, longitude), max(box.east, longitude)
    return found
