"""The names of the roads along a way, from a place to where it leads."""

from collections.abc import Iterator, Sequence

import numpy as np

from warmonitor.reference.roads.records import Ints
from warmonitor.stages.reconcile.access.layout import Layout


class RoadNames:
    """The roads from any node to its place, and along an edge from one place to the next; each asked once."""

    def __init__(self, layout: Layout) -> None:
        """Sort the pieces by their nodes."""
        network = layout.network
        self._layout = layout
        self._homes: dict[int, list[str]] = {}
        self._known: dict[tuple[int, int], tuple[str, ...]] = {}
        ends = np.concatenate([network.a, network.b])
        self._order = np.argsort(ends, kind="stable")
        self._first = np.searchsorted(ends[self._order], np.arange(network.nodes + 1))

    def along(self, edge: int, to: int) -> tuple[str, ...]:
        """Return the roads of an edge, named as they come on the way to a vertex."""
        if (edge, to) not in self._known:
            self._known[edge, to] = in_order(self._along(edge, to))
        return self._known[edge, to]

    def _along(self, edge: int, to: int) -> list[str]:
        layout = self._layout
        piece = int(layout.piece[edge])
        a, b = int(layout.network.a[piece]), int(layout.network.b[piece])
        if int(layout.vertex[b]) != to:
            a, b = b, a
        return [*reversed(self.home(a)), self._label(piece), *self.home(b)]

    def home(self, node: int) -> list[str]:
        """Return the roads from a node to its place."""
        if node not in self._homes:
            self._homes[node] = [self._label(piece) for piece in self._steps(node)]
        return self._homes[node]

    def _label(self, piece: int) -> str:
        network = self._layout.network
        return network.roads[int(network.road[piece])].label

    def _steps(self, node: int) -> Iterator[int]:
        layout, network = self._layout, self._layout.network
        while layout.far[node] > 0:
            pieces = self._pieces(node)
            others = network.a[pieces] + network.b[pieces] - node
            shorter = (layout.vertex[others] == layout.vertex[node]) & (
                layout.far[others] + network.metres[pieces] == layout.far[node]
            )
            if not shorter.any():
                return
            at = int(np.flatnonzero(shorter)[0])
            yield int(pieces[at])
            node = int(others[at])

    def _pieces(self, node: int) -> Ints:
        found: Ints = self._order[self._first[node] : self._first[node + 1]] % self._layout.network.pieces
        return found


def in_order(labels: Sequence[str]) -> tuple[str, ...]:
    """Return the names of roads as they come, each stretch once, those without a name left out."""
    named = [label for label in labels if label]
    return tuple(label for number, label in enumerate(named) if number == 0 or named[number - 1] != label)
