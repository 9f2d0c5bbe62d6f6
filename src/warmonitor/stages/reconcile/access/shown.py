"""The roads round the places that somebody holds, as lines for a map: all of them, or the main ones."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

import numpy as np

from warmonitor.model import ControlSpell, Place, PlaceIndex, PlacePrecision, RoadLine
from warmonitor.reference.roads import Mark, RoadNetwork
from warmonitor.reference.roads.records import UNITS, Ints

MARGIN = 0.3  # of a degree round the places
MOST = 6000  # pieces
PLACED = frozenset({PlacePrecision.EXACT, PlacePrecision.NEAR})
Point = tuple[int, int]


def shown(
    control: Iterable[ControlSpell], places: PlaceIndex, network: RoadNetwork, most: int = MOST
) -> tuple[RoadLine, ...]:
    """Return the roads near the places of spells, in a fixed order; () where none was given.

    Of more than `most` pieces only those of main roads are drawn, and none where these are more too.
    """
    held = [places.known[one] for one in sorted({spell.place for spell in control}) if one in places.known]
    spots = [place for place in held if place.precision in PLACED and place.latitude is not None]
    near = _near(network, spots) if spots and network.pieces else np.zeros(0, np.int64)
    if near.size > most:
        near = near[(network.marks[near] & Mark.MAIN) != 0]
    if near.size > most:
        return ()
    by_road: dict[tuple[str, bool], list[tuple[Point, Point]]] = {}
    for piece in near.tolist():
        road = network.roads[int(network.road[piece])]
        ends = [(int(network.x[n]), int(network.y[n])) for n in (network.a[piece], network.b[piece])]
        main = bool(network.marks[piece] & Mark.MAIN)
        by_road.setdefault((road.label, main), []).append((min(ends), max(ends)))
    return tuple(
        RoadLine(name, main, tuple((x / UNITS, y / UNITS) for x, y in line))
        for (name, main), pieces in sorted(by_road.items())
        for line in _lines(sorted(set(pieces)))
    )


def _near(network: RoadNetwork, spots: list[Place]) -> Ints:
    x = [place.longitude or 0.0 for place in spots]
    y = [place.latitude or 0.0 for place in spots]
    inside = (network.x > (min(x) - MARGIN) * UNITS) & (network.x < (max(x) + MARGIN) * UNITS)
    inside &= (network.y > (min(y) - MARGIN) * UNITS) & (network.y < (max(y) + MARGIN) * UNITS)
    return np.flatnonzero(inside[network.a] & inside[network.b])


def _lines(pieces: list[tuple[Point, Point]]) -> Iterator[tuple[Point, ...]]:
    """Yield the pieces of one road strung together as far as they go on without a fork."""
    ends: dict[Point, list[Point]] = {}
    for one, other in pieces:
        ends.setdefault(one, []).append(other)
        ends.setdefault(other, []).append(one)
    left = set(pieces)
    starts = [point for point in sorted(ends) if len(ends[point]) != 2] + sorted(ends)
    for start in starts:
        for first in ends[start]:
            if _piece(start, first) not in left:
                continue
            line = [start, first]
            while len(ends[line[-1]]) == 2:
                onward = [one for one in ends[line[-1]] if _piece(line[-1], one) in left and one != line[-2]]
                if not onward or onward[0] in line:
                    break
                line.append(onward[0])
            left -= {_piece(a, b) for a, b in pairwise(line)}
            yield tuple(line)


def _piece(one: Point, other: Point) -> tuple[Point, Point]:
    return (one, other) if one < other else (other, one)
