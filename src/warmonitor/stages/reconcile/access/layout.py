"""The ground of places: which stretches of road go with which place, and where one ground meets the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from warmonitor.reference.roads import RoadNetwork, components, spread
from warmonitor.reference.roads.graph import FAR
from warmonitor.reference.roads.records import UNITS, Ints
from warmonitor.stages.reconcile.access.seeds import Seed

EARTH_RADIUS_KM, KM_A_DEGREE = 6371.0, 111.195
FARTHEST_KM = 100.0  # a road farther than this from every place is nobody's
BLOCK = 4_000_000


@dataclass(frozen=True)
class Layout:
    """Grounds as a small graph: vertices are stretches of road of one place that hang together.

    `seed` is the index of the place of each vertex, -1 for ground of none; `core` the vertex that each place
    stands on, -1 where no road is near it. `u`, `v`, `road` and `piece` are the edges between vertices;
    `half_u` and `half_v` are the half metres of an edge that lie on either side, from place to place.
    `vertex` and `far` say of each node of the network where it lies, and how many metres from its place.
    """

    network: RoadNetwork
    seeds: tuple[Seed, ...]
    seed: Ints
    core: Ints
    u: Ints
    v: Ints
    road: Ints
    piece: Ints
    half_u: Ints
    half_v: Ints
    vertex: Ints
    far: Ints
    standing: Ints

    @cached_property
    def ends(self) -> list[int]:
        """Return the sum of the two vertices of each edge: less one of them it is the other."""
        found: list[int] = (self.u + self.v).tolist()
        return found

    @cached_property
    def halves(self) -> list[int]:
        """Return the length of each edge in half metres."""
        found: list[int] = (self.half_u + self.half_v).tolist()
        return found


def nearest(x: Ints, y: Ints, seeds: Sequence[Seed]) -> tuple[Ints, "np.ndarray"]:
    """Return for each point the index of the nearest place, -1 for none, and its distance in km."""
    if not seeds or not x.size:
        return np.full(x.size, -1), np.full(x.size, np.inf)
    centres = _vectors([s.longitude for s in seeds], [s.latitude for s in seeds])
    found, far = np.empty(x.size, np.int64), np.empty(x.size)
    step = max(1, BLOCK // len(seeds))
    for start in range(0, x.size, step):
        part = slice(start, start + step)
        likeness = np.round(_vectors(x[part] / UNITS, y[part] / UNITS) @ centres.T, 14)
        found[part] = likeness.argmax(axis=1)
        apart = _vectors(x[part] / UNITS, y[part] / UNITS) - centres[found[part]]
        far[part] = 2 * EARTH_RADIUS_KM * np.arcsin(np.minimum(1, np.linalg.norm(apart, axis=1) / 2))
    return found, far


def _vectors(lon: object, lat: object) -> "np.ndarray":
    east, north = np.radians(np.asarray(lon, float)), np.radians(np.asarray(lat, float))
    return np.stack([np.cos(north) * np.cos(east), np.cos(north) * np.sin(east), np.sin(north)], axis=1)


def lay_out(network: RoadNetwork, seeds: tuple[Seed, ...], apart: Ints) -> Layout:
    """Return the grounds of places on a network; pieces `apart`, which claims shut, are edges of their own.

    A place stands on all roads within its radius that are not nearer to another, and joins them, unless one
    of `apart` runs there: then it stands on the most of them. A stretch of road goes with the place that is
    nearest along the roads.
    """
    close, far_km = nearest(network.x, network.y, seeds)
    radius = np.array([*(seed.radius_km for seed in seeds), 0.0])
    standing = np.flatnonzero((close >= 0) & (far_km <= radius[close]))
    standing = standing[np.argsort(close[standing], kind="stable")]
    home, far = _homes(network, len(seeds), standing, close, far_km)
    whole = np.ones(network.pieces, bool)
    whole[apart] = False
    inside = whole & (home[network.a] == home[network.b])
    split = np.unique(home[np.concatenate([network.a[apart], network.b[apart]])])
    joined = (close[standing[1:]] == close[standing[:-1]]) & ~np.isin(close[standing[1:]], split)
    root = components(
        network.nodes,
        np.concatenate([network.a[inside], standing[:-1][joined]]),
        np.concatenate([network.b[inside], standing[1:][joined]]),
    )
    lowest, vertex = np.unique(root, return_inverse=True)
    core = _cores(network, seeds, close[standing], vertex, standing)
    edges = _edges(network, vertex, far, apart)
    return Layout(network, seeds, home[lowest], core, *edges, vertex, far, standing)


def _homes(
    network: RoadNetwork, seeds: int, standing: Ints, close: Ints, far_km: "np.ndarray"
) -> tuple[Ints, Ints]:
    """Return for each node the place nearest along the roads, -1 for none, and how many metres off it is.

    Roads within the radius of a place begin with their distance from its middle, as the crow flies. Metres
    and place are spread as one number, so that of two as near the first counts.
    """
    lengths = network.metres * (seeds + 1)
    worth = np.rint(far_km[standing] * 1000).astype(np.int64) * (seeds + 1) + close[standing]
    reached = spread(network.nodes, (network.a, network.b, lengths), standing, worth)
    far = np.where(reached == FAR, 0, reached // (seeds + 1))
    none = (reached == FAR) | (far > FARTHEST_KM * 1000)
    return np.where(none, -1, reached % (seeds + 1)), far


def _cores(network: RoadNetwork, seeds: Sequence[Seed], close: Ints, vertex: Ints, standing: Ints) -> Ints:
    """Return the vertex on which each place has most of its nodes, -1 where no road is within its radius.

    A place all of whose roads are nearer to others stands on the nearest node.
    """
    core = np.full(len(seeds), -1)
    pairs, count = np.unique(np.stack([close, vertex[standing]]), axis=1, return_counts=True)
    order = np.lexsort((-pairs[1], count))
    core[pairs[0, order]] = pairs[1, order]
    for number in map(int, np.flatnonzero(core < 0)):
        node, far_km = nearest_node(network, seeds[number].latitude, seeds[number].longitude)
        core[number] = vertex[node] if far_km <= seeds[number].radius_km else -1
    return core


def nearest_node(network: RoadNetwork, latitude: float, longitude: float) -> tuple[int, float]:
    """Return the node nearest to a spot and how many km it is off (on a plane, as it is close)."""
    wide = np.cos(np.radians(latitude))
    far = np.hypot((network.x / UNITS - longitude) * wide, network.y / UNITS - latitude)
    best = int(far.argmin())
    return best, float(far[best]) * KM_A_DEGREE


def _edges(
    network: RoadNetwork, vertex: Ints, far: Ints, apart: Ints
) -> tuple[Ints, Ints, Ints, Ints, Ints, Ints]:
    """Return the pieces where two grounds meet, the shortest of each road: u, v, road, piece and halves."""
    piece = np.flatnonzero(vertex[network.a] != vertex[network.b])
    a, b = network.a[piece], network.b[piece]
    turned = vertex[a] > vertex[b]
    a, b = np.where(turned, b, a), np.where(turned, a, b)
    half_u, half_v = (2 * far[one] + network.metres[piece] for one in (a, b))
    alone = np.where(np.isin(piece, apart), piece, -1)
    keys = (vertex[a], vertex[b], network.road[piece], alone)
    order = np.lexsort((piece, half_u + half_v, *reversed(keys)))
    rows = np.stack(keys)[:, order]
    fresh = np.ones(order.size, bool)
    fresh[1:] = (rows[:, 1:] != rows[:, :-1]).any(axis=0)
    kept = order[fresh]
    return (
        vertex[a][kept],
        vertex[b][kept],
        network.road[piece][kept],
        piece[kept],
        half_u[kept],
        half_v[kept],
    )
