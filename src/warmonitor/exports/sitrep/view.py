"""From degrees to a picture: places, outlines, and which part of the world is shown."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from warmonitor.exports.sitrep import svg
from warmonitor.model.circles import KM_A_DEGREE

WIDE, HIGH = 660, 440
_LEAST_KM = 25.0  # from the middle of a map to its edge


@dataclass(frozen=True, slots=True)
class Outline:
    """A line in degrees, longitude first, and the box that it lies in: west, south, east, north."""

    points: Sequence[Sequence[float]]
    box: tuple[float, float, float, float]


def outline_of(points: Sequence[Sequence[float]]) -> Outline:
    """Return a line with its box."""
    x, y = [one[0] for one in points], [one[1] for one in points]
    return Outline(points, (min(x), min(y), max(x), max(y)))


@dataclass(frozen=True, slots=True)
class Spot:
    """A place, in degrees, with the radius in which it lies."""

    name: str
    longitude: float
    latitude: float
    radius_km: float


class View:
    """From degrees to the picture; the same number of kilometres is as long everywhere near its middle."""

    def __init__(self, spots: Iterable[Spot]) -> None:
        found = list(spots)
        lat = [edge for s in found for edge in (s.latitude - _up(s), s.latitude + _up(s))]
        self._shrink = max(0.1, math.cos(math.radians((min(lat) + max(lat)) / 2)))
        lon = [
            edge
            for s in found
            for edge in (s.longitude - _up(s) / self._shrink, s.longitude + _up(s) / self._shrink)
        ]
        self.x, self.y = (min(lon) + max(lon)) / 2, (min(lat) + max(lat)) / 2
        across = max((max(lon) - min(lon)) * self._shrink / WIDE, (max(lat) - min(lat)) / HIGH)
        self._degree = 1 / max(across * 1.12, 2 * _LEAST_KM / KM_A_DEGREE / HIGH)

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return where a place stands."""
        x = WIDE / 2 + (longitude - self.x) * self._shrink * self._degree
        return x, HIGH / 2 - (latitude - self.y) * self._degree

    def box(self, beyond: float) -> tuple[float, float, float, float]:
        """Return west, south, east, north of the picture and of as much of it beyond each edge."""
        x = WIDE * (0.5 + beyond) / self._degree / self._shrink
        y = HIGH * (0.5 + beyond) / self._degree
        return self.x - x, self.y - y, self.x + x, self.y + y

    def long(self, km: float) -> float:
        """Return how long some kilometres are."""
        return km / KM_A_DEGREE * self._degree


def _up(spot: Spot) -> float:
    return spot.radius_km / KM_A_DEGREE


def borders(outlines: Iterable[Outline], view: View) -> Iterator[str]:
    """Yield outlines, as far as they run near the frame."""
    left, bottom, right, top = view.box(0)
    for outline in outlines:
        west, south, east, north = outline.box
        if east < left or west > right or north < bottom or south > top:
            continue
        yield from (_border([view.at(x, y) for x, y in part]) for part in _near(outline, view.box(1)))


def _near(outline: Outline, box: tuple[float, float, float, float]) -> Iterator[Sequence[Sequence[float]]]:
    """Yield the stretches of an outline that lie in a box of degrees."""
    left, bottom, right, top = box
    near = (left < x < right and bottom < y < top for x, y in outline.points)
    for inside, part in groupby(zip(near, outline.points, strict=True), key=itemgetter(0)):
        if inside and len(points := [point for _, point in part]) > 1:
            yield points


def _border(part: list[tuple[float, float]]) -> str:
    return svg.path(part, stroke=svg.QUIET, stroke_width=1.2)
