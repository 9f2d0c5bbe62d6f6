"""Lines to a network: joined where they share a point or end within a few metres, cut into short pieces."""

from dataclasses import dataclass, replace

import numpy as np

from warmonitor.reference.roads.graph import components
from warmonitor.reference.roads.lines import Lines
from warmonitor.reference.roads.records import UNITS, Floats, Ints, Road, RoadNetwork
from warmonitor.reference.roads.snap import snapped

EARTH_RADIUS_M = 6_371_000.0
BLOCK = 1 << 18
PIECE_M = 500  # a kept point at every 500 m at least, so that a piece is shorter than a kilometre


@dataclass(frozen=True, slots=True)
class Joined:
    """What joining did: pieces that stood there twice or ran in a circle, and ends that were snapped."""

    twice: int = 0
    loops: int = 0
    snapped: int = 0


def metres_between(x: Ints, y: Ints, i: Ints, j: Ints) -> Ints:
    """Return the distance of each pair of points in whole metres, at least 1 (haversine formula)."""
    found = np.empty(i.size, np.int64)
    for start in range(0, i.size, BLOCK):
        part = slice(start, start + BLOCK)
        found[part] = _metres(*(column[ends[part]] / UNITS for ends in (i, j) for column in (x, y)))
    return found


def _metres(lon1: Floats, lat1: Floats, lon2: Floats, lat2: Floats) -> Floats:
    half_lat, half_lon = np.radians(lat2 - lat1) / 2, np.radians(lon2 - lon1) / 2
    half = np.sin(half_lat) ** 2 + np.cos(np.radians(lat1)) * np.cos(np.radians(lat2)) * np.sin(half_lon) ** 2
    return np.asarray(np.maximum(1, np.rint(2 * EARTH_RADIUS_M * np.arcsin(np.sqrt(half)))))


def network_of(lines: Lines) -> tuple[RoadNetwork, Joined]:
    """Return the network that lines make; lines that cross without a common point are not joined."""
    x, y, line = _filled(*_points(lines))
    ends = np.flatnonzero(np.diff(line, prepend=-1) | np.diff(line, append=-1))
    key = (x.astype(np.int64) << 32) + y
    key, node = np.unique(key, return_inverse=True)
    node = node.astype(np.int32)
    y = (key << 32) >> 32
    x = (key - y) >> 32
    one, other = snapped(x, y, node, line, ends)
    node = components(x.size, one, other).astype(np.int32)[node]
    count = np.bincount(node, minlength=x.size)
    kept = count[node] > 1
    kept[ends] = True
    inside = np.flatnonzero(line[1:] == line[:-1])
    run = np.zeros(line.size, np.int64)
    run[inside + 1] = metres_between(x, y, node[inside], node[inside + 1])
    np.cumsum(run, out=run)
    run -= run[np.searchsorted(line, line)]  # from the start of each line
    kept[1:] |= run[1:] // PIECE_M != run[:-1] // PIECE_M
    found = np.flatnonzero(kept)
    pairs = np.flatnonzero(line[found[1:]] == line[found[:-1]])
    start, stop = found[pairs], found[pairs + 1]
    road, marks = np.array(lines.road, np.int64)[line[start]], np.array(lines.marks, np.int64)[line[start]]
    loops = int(np.count_nonzero(node[start] == node[stop]))
    raw = RoadNetwork(
        x, y, node[start], node[stop], run[stop] - run[start], road, marks,
        tuple(lines.roads), tuple(sorted(lines.spots)),
    )  # fmt: skip
    made = tidy(raw)
    return made, Joined(start.size - loops - made.pieces, loops, one.size)


def _points(lines: Lines) -> tuple[Ints, Ints, Ints]:
    """Return the points of all lines and the line of each, without those that repeat the one before."""
    x, y = np.array(lines.x, np.int32), np.array(lines.y, np.int32)
    ends = np.array(lines.ends, np.int64)
    line = np.repeat(np.arange(ends.size, dtype=np.int32), np.diff(ends, prepend=0))
    fresh = np.ones(x.size, bool)
    fresh[1:] = (x[1:] != x[:-1]) | (y[1:] != y[:-1]) | (line[1:] != line[:-1])
    return (x, y, line) if fresh.all() else (x[fresh], y[fresh], line[fresh])


def _filled(x: Ints, y: Ints, line: Ints) -> tuple[Ints, Ints, Ints]:
    """Return the points with others put in on straight stretches that are longer than a piece may be."""
    inside = np.flatnonzero(line[1:] == line[:-1])
    more = np.ones(x.size, np.int32)
    more[inside] = -(-metres_between(x, y, inside, inside + 1) // PIECE_M)
    if (more == 1).all():
        return x, y, line
    source = np.repeat(np.arange(x.size, dtype=np.int32), more)
    first = np.cumsum(more, dtype=np.int32) - more
    share = (np.arange(source.size, dtype=np.int32) - first[source]) / more[source]
    after = np.minimum(source + 1, x.size - 1)
    return _part(x, source, after, share), _part(y, source, after, share), line[source]


def _part(values: Ints, source: Ints, after: Ints, share: Floats) -> Ints:
    """Return values a share of the way from one point to the next."""
    steps = np.rint((values[after].astype(np.int64) - values[source]) * share)
    return np.asarray((values[source] + steps).astype(np.int32))


def tidy(raw: RoadNetwork) -> RoadNetwork:
    """Return a network in its own order: nodes with a piece, each piece once, none from a node to itself."""
    apart = raw.a != raw.b
    names = sorted({raw.roads[one] for one in map(int, np.unique(raw.road[apart]))})
    places = {road: number for number, road in enumerate(names)}
    road = np.array([places.get(one, -1) for one in raw.roads], np.int64)[raw.road] if names else raw.road
    used = np.unique(np.concatenate([raw.a[apart], raw.b[apart]]))
    order = used[np.lexsort((raw.y[used], raw.x[used]))]
    rank = np.zeros(raw.nodes, np.int64)
    rank[order] = np.arange(order.size)
    one, other = rank[raw.a[apart]], rank[raw.b[apart]]
    rows = np.stack([
        np.minimum(one, other), np.maximum(one, other), road[apart], raw.marks[apart], raw.metres[apart],
    ])  # fmt: skip
    rows = rows[:, np.lexsort(rows[::-1])]
    fresh = np.ones(rows.shape[1], bool)
    fresh[1:] = (rows[:4, 1:] != rows[:4, :-1]).any(axis=0)
    a, b, road, marks, metres = rows[:, fresh]
    return replace(
        raw,
        x=raw.x[order],
        y=raw.y[order],
        a=a,
        b=b,
        metres=metres,
        road=road,
        marks=marks,
        roads=tuple(names),
    )


def together(networks: list[RoadNetwork]) -> RoadNetwork:
    """Return several networks as one, joined where they have a node at the same spot."""
    if len(networks) == 1:
        return networks[0]
    roads: dict[Road, int] = {}
    for one in networks:
        for road in one.roads:
            roads.setdefault(road, len(roads))
    x, y = _all([one.x for one in networks]), _all([one.y for one in networks])
    _, at, node = np.unique((x << 32) + y, return_index=True, return_inverse=True)
    first = np.cumsum([0, *(one.nodes for one in networks)])
    moved = list(zip(networks, first, strict=False))
    return tidy(
        RoadNetwork(
            x[at],
            y[at],
            node[_all([one.a + start for one, start in moved])],
            node[_all([one.b + start for one, start in moved])],
            _all([one.metres for one in networks]),
            _all([np.array([roads[r] for r in one.roads], np.int64)[one.road] for one in networks]),
            _all([one.marks for one in networks]),
            tuple(roads),
            tuple(sorted({spot for one in networks for spot in one.spots})),
        )
    )


def _all(arrays: list[Ints]) -> Ints:
    joined: Ints = np.concatenate([np.zeros(0, np.int64), *arrays])
    return joined
