"""What hangs together and how far it is, on random graphs, as networkx says."""

import networkx as nx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from warmonitor.reference.roads import components, spread
from warmonitor.reference.roads.graph import FAR

EDGES = st.lists(st.tuples(st.integers(0, 19), st.integers(0, 19), st.integers(1, 9)), max_size=40)


def graph(edges: list[tuple[int, int, int]]) -> "nx.Graph[int]":
    made: nx.Graph[int] = nx.Graph()
    made.add_nodes_from(range(20))
    for one, other, length in edges:
        before = made.get_edge_data(one, other, {"weight": length})["weight"]
        made.add_edge(one, other, weight=min(before, length))
    return made


@given(EDGES)
def test_components_are_those_of_networkx(edges: list[tuple[int, int, int]]) -> None:
    a, b, _ = np.array([*edges, (0, 0, 1)], np.int64).T
    wanted = {node: min(part) for part in nx.connected_components(graph(edges)) for node in part}
    assert components(20, a, b).tolist() == [wanted[node] for node in range(20)]


@given(EDGES, st.sets(st.integers(0, 19), min_size=1))
def test_distances_are_those_of_networkx(edges: list[tuple[int, int, int]], starts: set[int]) -> None:
    a, b, length = np.array([*edges, (0, 0, 1)], np.int64).T
    found = spread(20, (a, b, length), np.array(sorted(starts)), np.zeros(len(starts), np.int64))
    wanted = nx.multi_source_dijkstra_path_length(graph(edges), starts)
    assert found.tolist() == [wanted.get(node, FAR) for node in range(20)]
