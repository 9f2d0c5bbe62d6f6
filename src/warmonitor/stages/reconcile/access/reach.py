"""Which places have a road out: over own ground, over that of others, over ground untold, or none."""

import heapq
from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from warmonitor.model import Reach
from warmonitor.reference.roads import components
from warmonitor.reference.roads.records import Ints
from warmonitor.stages.reconcile.access.layout import Layout


class Ground(IntEnum):
    """What a stretch of ground is to a party, from open to closed."""

    OWN = 0
    OTHERS = 1
    UNTOLD = 2
    CLOSED = 3


Cost = tuple[int, int, int, int]  # half metres over closed ground, untold, that of others; of the whole way


@dataclass(frozen=True)
class Roads:
    """The edges of a layout that are open to a party on some days, and the vertices with an open exit."""

    u: Ints
    v: Ints
    exits: Ints


def reached(vertices: int, roads: Roads, passable: "np.ndarray") -> "np.ndarray":
    """Say of each vertex whether it hangs together with an exit over passable vertices."""
    both = passable[roads.u] & passable[roads.v]
    root = components(vertices, roads.u[both], roads.v[both])
    out = np.zeros(vertices, bool)
    out[root[roads.exits[passable[roads.exits]]]] = True
    return np.asarray(passable & out[root])


def reach(vertices: int, roads: Roads, ground: "np.ndarray", at: Ints) -> list[Reach]:
    """Return how far the road out of some vertices is open to a party; `ground` is a Ground of each vertex.

    A place gets out of itself whatever is fought over there: its own vertex need not be passable.
    """
    answer = np.full(at.size, 3)
    for level in (Ground.UNTOLD, Ground.OTHERS, Ground.OWN):
        if level < Ground.UNTOLD and not (ground == level + 1).any():
            answer[answer == level + 1] = level
            continue
        free = reached(vertices, roads, ground <= level)
        beside = np.zeros(vertices, bool)
        beside[roads.u[free[roads.v]]] = True
        beside[roads.v[free[roads.u]]] = True
        beside[roads.exits] = True
        answer[(free | beside)[at]] = level
    names = (Reach.OPEN, Reach.THROUGH, Reach.UNKNOWN, Reach.CUT_OFF)
    return [names[int(one)] for one in answer]


@dataclass(frozen=True)
class Paths:
    """The best way out of every vertex: its cost, and the edge or exit that it goes by."""

    cost: dict[int, Cost]
    by: dict[int, int]  # an edge, or -1 - exit

    def steps(self, layout: Layout, vertex: int, first: int | None = None) -> list[tuple[int, int]]:
        """Return the edges of the way out of a vertex in order, each with the vertex that it leads to.

        `first` is an edge to begin with, where it is not that of the best way.
        """
        found = []
        edge = self.by[vertex] if first is None else first
        while edge >= 0:
            vertex = layout.ends[edge] - vertex
            found.append((edge, vertex))
            edge = self.by[vertex]
        return found

    def exit(self, last: int) -> int:
        """Return the number of the exit of a vertex at the end of a way."""
        return -1 - self.by[last]

    def beside(self, layout: Layout, vertex: int, edges: Ints, ground: "np.ndarray") -> int | None:
        """Return the first edge of the best way out at no cost for the vertex itself, None for an exit."""
        if self.by[vertex] < 0:
            return None
        ways = []
        for edge in map(int, edges[(layout.u[edges] == vertex) | (layout.v[edges] == vertex)]):
            other = int(layout.u[edge] + layout.v[edge]) - vertex
            half = int(layout.half_v[edge] if other == int(layout.v[edge]) else layout.half_u[edge])
            if other in self.cost:
                ways.append((_sum(self.cost[other], _cost(int(ground[other]), half)), edge))
        return min(ways)[1]


def best_ways(layout: Layout, edges: Ints, exits: list[tuple[int, int]], ground: "np.ndarray") -> Paths:
    """Return the way out of every vertex that crosses least closed ground, then untold, then that of others.

    `edges` are those open; `exits` pairs of a vertex and the half metres from its place to the exit, in order
    (E. W. Dijkstra, 1959).
    """
    near: dict[int, list[tuple[int, int, int, int]]] = {}
    kinds: list[int] = ground.tolist()
    columns = (column[edges].tolist() for column in (layout.u, layout.v, layout.half_u, layout.half_v))
    for edge, u, v, half_u, half_v in zip(edges.tolist(), *columns, strict=True):
        near.setdefault(v, []).append((edge, u, half_u, half_v))
        near.setdefault(u, []).append((edge, v, half_v, half_u))
    heap: list[tuple[Cost, int, int]] = [
        (_cost(kinds[vertex], half), vertex, -1 - number) for number, (vertex, half) in enumerate(exits)
    ]
    heapq.heapify(heap)
    found = Paths({}, {})
    while heap:
        cost, vertex, by = heapq.heappop(heap)
        if vertex in found.cost:
            continue
        found.cost[vertex], found.by[vertex] = cost, by
        for edge, other, theirs, ours in near.get(vertex, []):
            if other not in found.cost:
                step = _sum(cost, _cost(kinds[vertex], ours), _cost(kinds[other], theirs))
                heapq.heappush(heap, (step, other, edge))
    return found


def _cost(ground: int, half: int) -> Cost:
    return half * (ground == 3), half * (ground == 2), half * (ground == 1), half  # numbers of Ground


def _sum(one: Cost, two: Cost, three: Cost = (0, 0, 0, 0)) -> Cost:
    (a, b, c, d), (e, f, g, h), (i, j, k, m) = one, two, three
    return a + e + i, b + f + j, c + g + k, d + h + m
