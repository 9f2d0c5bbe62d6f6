"""The land of a campaign: thirty places on a road network, in open sea, where no gazetteer has a name."""

from dataclasses import dataclass
from itertools import combinations
from math import hypot
from random import Random

from eval.campaign.names import Names

PLACES, PROVINCES = 30, 3
WIDE, HIGH = 160.0, 120.0  # km
APART = 13.0  # km between two places at least
SOUTH, WEST, KM_A_DEGREE = -30.0, -25.0, 111.0
EXITS = 3


@dataclass(frozen=True)
class Spot:
    """A place: its name, where it lies in km from the corner, and its province."""

    name: str
    x: float
    y: float
    province: str

    def degrees(self) -> tuple[float, float]:
        """Return longitude and latitude."""
        return round(WEST + self.x / KM_A_DEGREE, 5), round(SOUTH + self.y / KM_A_DEGREE, 5)


@dataclass(frozen=True)
class Land:
    """Places, the roads between them (pairs of names), and the roads that lead out of the land.

    `exits` are the names of the places from which a road leads over the border.
    """

    country: str
    adjective: str
    spots: tuple[Spot, ...]
    roads: tuple[tuple[str, str], ...]
    exits: tuple[str, ...]

    def near(self, place: str) -> tuple[str, ...]:
        """Return the places at the other ends of a place's roads, in the alphabet's order."""
        return tuple(sorted({a if b == place else b for a, b in self.roads if place in (a, b)}))

    def spot(self, place: str) -> Spot:
        """Return a place by its name."""
        return next(one for one in self.spots if one.name == place)


def make_land(chance: Random, names: Names) -> Land:
    """Return a land: points apart from one another, a Gabriel graph of roads, exits at three corners."""
    country = names.new("ova", "enna", "ara")
    provinces = [names.new("at", "or", "in") for _ in range(PROVINCES)]
    points = _points(chance)
    spots = tuple(Spot(names.new(), x, y, provinces[int(x / WIDE * PROVINCES)]) for x, y in points)
    corners = ((0.0, HIGH / 2), (WIDE, HIGH / 2), (WIDE / 2, 0.0))
    exits = tuple(min(spots, key=lambda s: hypot(s.x - x, s.y - y)).name for x, y in corners)
    return Land(country, f"{country[:-1]}an", spots, _gabriel(spots), exits)


def _points(chance: Random) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    while len(found) < PLACES:
        one = round(chance.uniform(1, WIDE - 1), 2), round(chance.uniform(1, HIGH - 1), 2)
        if all(hypot(one[0] - x, one[1] - y) >= APART for x, y in found):
            found.append(one)
    return found


def _gabriel(spots: tuple[Spot, ...]) -> tuple[tuple[str, str], ...]:
    """Return the pairs whose circle holds no third place (K. R. Gabriel and R. R. Sokal, 1969)."""
    found = []
    for one, other in combinations(spots, 2):
        x, y = (one.x + other.x) / 2, (one.y + other.y) / 2
        reach = hypot(one.x - other.x, one.y - other.y) / 2
        if all(hypot(s.x - x, s.y - y) >= reach for s in spots if s not in (one, other)):
            found.append((one.name, other.name))
    return tuple(found)


def roads_geojson(land: Land) -> dict[str, object]:
    """Return the roads as GeoJSON lines with `highway`, `ref`, `from`, `to`, and the places as points.

    Exits end outside the land.
    """
    lines = []
    for number, (one, other) in enumerate(land.roads, 1):
        ends = land.spot(one).degrees(), land.spot(other).degrees()
        lines.append(_line(f"R{number}", "primary", one, other, _bent(ends, number)))
    for number, name in enumerate(land.exits, 1):
        lon, lat = land.spot(name).degrees()
        x, y = land.spot(name).x - WIDE / 2, land.spot(name).y - HIGH / 2
        far = round(lon + x / KM_A_DEGREE, 5), round(lat + y / KM_A_DEGREE, 5)
        lines.append(_line(f"M{number}", "trunk", name, "border", [(lon, lat), far]))
    return {"type": "FeatureCollection", "features": [*lines, *_spots(land)]}


def _bent(ends: tuple[tuple[float, float], tuple[float, float]], number: int) -> list[tuple[float, float]]:
    """Return a line with a slight bend, so that roads are longer than the crow flies."""
    (a, b), (c, d) = ends
    bend = 0.04 if number % 2 else -0.04
    middle = round((a + c) / 2 + (d - b) * bend, 5), round((b + d) / 2 - (c - a) * bend, 5)
    return [(a, b), middle, (c, d)]


def _line(ref: str, kind: str, start: str, end: str, points: list[tuple[float, float]]) -> dict[str, object]:
    kept = {"highway": kind, "ref": ref, "name": ref, "from": start, "to": end}
    shape = {"type": "LineString", "coordinates": [list(point) for point in points]}
    return {"type": "Feature", "properties": kept, "geometry": shape}


def places_geojson(land: Land) -> dict[str, object]:
    """Return the places as GeoJSON points with `name` and `province`."""
    return {"type": "FeatureCollection", "features": _spots(land)}


def _spots(land: Land) -> list[dict[str, object]]:
    return [
        {
            "type": "Feature",
            "properties": {"kind": "place", "name": spot.name, "province": spot.province},
            "geometry": {"type": "Point", "coordinates": list(spot.degrees())},
        }
        for spot in land.spots
    ]
