"""What hangs together in a graph, and how far it is, with numpy alone."""

import numpy as np

from warmonitor.reference.roads.records import Ints

FAR = np.iinfo(np.int64).max


def components(nodes: int, a: Ints, b: Ints) -> Ints:
    """Return for each node the lowest node that it hangs together with, by edges from `a` to `b`.

    Roots are hooked to lower roots and paths halved until no edge joins two trees (after Y. Shiloach and
    U. Vishkin, 1982), which takes a number of rounds that grows like the logarithm of the nodes.
    """
    parent = np.arange(nodes)
    while a.size:
        np.minimum.at(parent, np.maximum(a, b), np.minimum(a, b))
        parent = _flat(parent)
        a, b = parent[a], parent[b]
        apart = a != b
        a, b = a[apart], b[apart]
    return parent


def _flat(parent: Ints) -> Ints:
    while True:
        above = parent[parent]
        if np.array_equal(above, parent):
            return parent
        parent = above


def spread(nodes: int, edges: tuple[Ints, Ints, Ints], starts: Ints, worth: Ints) -> Ints:
    """Return the least worth of a start and length of the way from it for each node, FAR where none leads.

    `edges` are a, b and length; `worth` is what it counts to begin at each start.
    """
    a, b, length = edges
    source, target = np.concatenate([a, b]), np.concatenate([b, a])
    order = np.argsort(source, kind="stable")
    target, length = target[order], np.concatenate([length, length])[order]
    first = np.searchsorted(source[order], np.arange(nodes + 1))
    far = np.full(nodes, FAR)
    np.minimum.at(far, starts, worth)
    active = np.unique(starts)
    while active.size:
        at = gather(first, active)
        reached = np.repeat(far[active], first[active + 1] - first[active]) + length[at]
        closer = reached < far[target[at]]
        np.minimum.at(far, target[at][closer], reached[closer])
        active = np.unique(target[at][closer])
    return far


def gather(first: Ints, nodes: Ints) -> Ints:
    """Return the places of all edges of some nodes, where those of node n are first[n] to first[n + 1]."""
    counts = first[nodes + 1] - first[nodes]
    starts = np.cumsum(counts) - counts
    places: Ints = np.arange(int(counts.sum())) - np.repeat(starts - first[nodes], counts)
    return places
