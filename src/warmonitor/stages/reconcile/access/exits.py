"""Where roads lead out of the land: border crossings, and the ends of main roads that the map cuts off."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from warmonitor.model import Place
from warmonitor.reference.roads import Mark, RoadNetwork
from warmonitor.reference.roads.records import UNITS, Ints, SpotKind
from warmonitor.stages.reconcile.access.layout import Layout, nearest, nearest_node
from warmonitor.stages.reconcile.access.seeds import LEAST_KM, Seed

EDGE = "the edge of the roads known"
AT_CROSSING_KM = 1.0
GAP_M = 1000.0  # two roads that end face to face within this are one road with a gap in the drawing


@dataclass(frozen=True, slots=True, order=True)
class Exit:
    """A way out of the land at a node, in a vertex of the layout; `names` are those of a crossing."""

    vertex: int
    node: int
    name: str
    names: tuple[str, ...] = ()


def exits_of(layout: Layout, places: Iterable[Place]) -> tuple[Exit, ...]:
    """Return the crossings that stand on a road, and the edges: main roads that end where no place is."""
    network = layout.network
    found = []
    for spot in network.spots:
        if spot.kind is not SpotKind.CROSSING:
            continue
        near, far_km = nearest_node(network, *spot.degrees)
        if far_km <= AT_CROSSING_KM:
            found.append(
                Exit(int(layout.vertex[near]), near, (spot.names or ("a border crossing",))[0], spot.names)
            )
    gates = np.array([gate.node for gate in found], np.int64)
    found += [
        Exit(int(layout.vertex[node]), node, EDGE)
        for node in _edges(layout, places)
        if not (_metres(network, node, gates) <= AT_CROSSING_KM * 1000).any()
    ]
    return tuple(sorted(found))


def _edges(layout: Layout, places: Iterable[Place]) -> list[int]:
    network = layout.network
    degree = np.bincount(np.concatenate([network.a, network.b]), minlength=network.nodes)
    main = (network.marks & int(Mark.MAIN)) > 0
    on_main = np.zeros(network.nodes, bool)
    on_main[np.concatenate([network.a[main], network.b[main]])] = True
    ends = np.flatnonzero((degree == 1) & on_main)
    ends = ends[~np.isin(ends, layout.standing)]
    homes = [
        Seed(one.id, one.name, one.latitude, one.longitude, max(LEAST_KM, min(10.0, one.radius_km or 0.0)))
        for one in places
        if one.latitude is not None and one.longitude is not None and (one.radius_km or 0.0) <= 10.0
    ]
    at, far = nearest(network.x[ends], network.y[ends], homes)
    radius = np.array([*(home.radius_km for home in homes), 0.0])
    return _without_gaps(network, ends[far > radius[at]])


def _without_gaps(network: RoadNetwork, ends: Ints) -> list[int]:
    """Return the ends that no other end faces within a kilometre."""
    before = {int(node): _before(network, int(node)) for node in ends}
    kept = []
    for node, start in before.items():
        far = _metres(network, node, ends)
        near = [int(other) for other in ends[(far <= GAP_M) & (ends != node)]]
        gaps = (_faces(network, start, node, o) and _faces(network, before[o], o, node) for o in near)
        if not any(gaps):
            kept.append(node)
    return kept


def _before(network: RoadNetwork, end: int) -> int:
    at = int(np.flatnonzero((network.a == end) | (network.b == end))[0])
    return int(network.a[at] + network.b[at] - end)


def _metres(network: RoadNetwork, node: int, others: Ints) -> "np.ndarray":
    wide = np.cos(np.radians(network.y[node] / UNITS))
    east, north = network.x[others] - network.x[node], network.y[others] - network.y[node]
    return np.asarray(np.hypot(east * wide, north) * (111_195.0 / UNITS))


def _faces(network: RoadNetwork, start: int, end: int, other: int) -> bool:
    """Say whether a road that ends goes on, within 45 degrees, to another point."""
    wide = float(np.cos(np.radians(network.y[end] / UNITS)))
    ahead = (float(network.x[end] - network.x[start]) * wide, float(network.y[end] - network.y[start]))
    gap = (float(network.x[other] - network.x[end]) * wide, float(network.y[other] - network.y[end]))
    size = (ahead[0] ** 2 + ahead[1] ** 2) ** 0.5 * (gap[0] ** 2 + gap[1] ** 2) ** 0.5
    return bool(size == 0 or (ahead[0] * gap[0] + ahead[1] * gap[1]) / size > 0.7)
