"""Which places are cut off after one of them changed hands, on made roads, beside networkx.

    python -m bench.encirclement [--pieces N] [--places N] [--changes N]

The roads are a grid of pieces of 500 m with one in twenty left out and exits on its rim; two sides hold the
places. Prints the median time of one core from a change of hands to the answer for every place: where each
place has the roads round it as its ground, with and without the ways out and the points where roads are
closed; and where every node is a place of its own. networkx answers the same on the same roads: it takes the
nodes that a side holds, and which of their components have an exit. Every answer after the last change is
compared.
"""

import argparse
import time
from collections.abc import Callable
from statistics import median

import networkx as nx
import numpy as np

from warmonitor.model import ActorIndex, Reach
from warmonitor.reference.roads import Road, RoadNetwork
from warmonitor.reference.roads.records import Ints
from warmonitor.stages.reconcile.access.answer import Land, Moment
from warmonitor.stages.reconcile.access.exits import Exit
from warmonitor.stages.reconcile.access.layout import Layout, lay_out
from warmonitor.stages.reconcile.access.parties import Parties
from warmonitor.stages.reconcile.access.reach import Ground, Roads, reach
from warmonitor.stages.reconcile.access.seeds import Seed
from warmonitor.stages.reconcile.access.timeline import Standing

STEP = 45_000  # units of a 10,000,000th degree: 500 m
METRES = 500
EXITS = 40
SIDES = 2


def made_roads(pieces: int, chance: np.random.Generator) -> RoadNetwork:
    """Return a grid of roads near the equator with about that many pieces, one in twenty left out."""
    side = int((pieces / 0.95 / 2) ** 0.5) + 1
    node = np.arange(side * side).reshape(side, side)
    a = np.concatenate([node[:, :-1].ravel(), node[:-1].ravel()])
    b = np.concatenate([node[:, 1:].ravel(), node[1:].ravel()])
    kept = np.sort(chance.permutation(a.size)[:pieces])
    zeros = np.zeros(kept.size, np.int64)
    x, y = np.divmod(np.arange(side * side), side)
    return RoadNetwork(x * STEP, y * STEP, a[kept], b[kept], zeros + METRES, zeros, zeros, (Road("R1"),))


def made_places(network: RoadNetwork, places: int, chance: np.random.Generator) -> tuple[Seed, ...]:
    """Return places on nodes of the roads, in order."""
    spots = np.sort(chance.permutation(network.nodes)[:places])
    return tuple(
        Seed(f"place-{n:06}", f"P{n}", float(network.y[n]) / 1e7, float(network.x[n]) / 1e7, 2.0)
        for n in map(int, spots)
    )


def rim(network: RoadNetwork) -> Ints:
    """Return nodes on the rim of the roads that lead out."""
    far = np.flatnonzero((network.x == 0) | (network.y == 0))
    return np.asarray(far[:: max(1, far.size // EXITS)])


def by_networkx(graph: "nx.Graph[int]", exits: Ints, holder: Ints) -> "np.ndarray":
    """Say of each node whether its side has a way out of it over own nodes alone."""
    out = np.zeros(holder.size, bool)
    for side in range(SIDES):
        own = graph.subgraph(np.flatnonzero(holder == side).tolist())
        for part in nx.connected_components(own):
            nodes = list(part)
            out[nodes] = bool(set(exits.tolist()) & part)
    return out


def own_answer(graph: tuple[Ints, Ints], exits: Ints, holder: Ints) -> "np.ndarray":
    """Say the same with the program's own search, every node a place."""
    out = np.zeros(holder.size, bool)
    for side in range(SIDES):
        ground = np.where(holder == side, int(Ground.OWN), int(Ground.CLOSED))
        at = np.flatnonzero(holder == side)
        found = reach(holder.size, Roads(*graph, exits), ground, at)
        out[at] = [one is Reach.OPEN for one in found]
    return out


def timed(answer: Callable[[], object], change: Callable[[], None], times: int) -> float:
    """Return the median milliseconds of one core for an answer after a change."""
    taken = []
    for _ in range(times):
        change()
        start = time.process_time()
        answer()
        taken.append(time.process_time() - start)
    return median(taken) * 1000


def line(name: str, own: float, theirs: float) -> str:
    """Return a line of what one search takes and how many times as long networkx does."""
    return f"{name:52} {own:8.1f} ms   networkx {theirs:8.1f} ms, {theirs / own:5.1f} times"


def measure(pieces: int, places: int, changes: int) -> list[str]:
    """Return what is printed."""
    chance = np.random.default_rng(7)
    network = made_roads(pieces, chance)
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(network.nodes))
    graph.add_edges_from(zip(network.a.tolist(), network.b.tolist(), strict=True))
    exits = rim(network)
    start = time.process_time()
    layout = lay_out(network, made_places(network, places, chance), np.zeros(0, np.int64))
    told = [f"{network.pieces} pieces, {places} places, laid out once in {time.process_time() - start:.1f} s"]
    told += _with_grounds(layout, _joined(layout, graph), exits, chance, changes)
    holder = (network.x > network.x.max() // 2).astype(np.int64)
    holder[chance.random(network.nodes) < 0.2] ^= 1

    def change() -> None:
        holder[chance.integers(network.nodes)] ^= 1

    own = timed(lambda: own_answer((network.a, network.b), exits, holder), change, changes)
    theirs = timed(lambda: by_networkx(graph, exits, holder), change, changes)
    same = np.array_equal(
        own_answer((network.a, network.b), exits, holder), by_networkx(graph, exits, holder)
    )
    told.append(
        line("every node a place of its own", own, theirs) + (", same answers" if same else ", DIFFER")
    )
    return told


def _joined(layout: Layout, graph: "nx.Graph[int]") -> "nx.Graph[int]":
    """Return the graph with the roads within a place joined, as a place joins them."""
    made = graph.copy()
    places = layout.vertex[layout.standing]
    same = places[1:] == places[:-1]
    made.add_edges_from(
        zip(layout.standing[:-1][same].tolist(), layout.standing[1:][same].tolist(), strict=True)
    )
    return made


def _with_grounds(
    layout: Layout, graph: "nx.Graph[int]", exits: Ints, chance: np.random.Generator, changes: int
) -> list[str]:
    parties = Parties(ActorIndex())
    for number in range(SIDES):
        parties.keys[f"side {number}"] = number
        parties.sides[number] = f"side {number}"
    land = Land(layout, [Exit(int(layout.vertex[node]), int(node), "rim") for node in exits], parties)
    half = layout.network.x.max() / 2e7
    sides = np.array([seed.longitude > half for seed in layout.seeds], np.int64)
    sides[chance.random(sides.size) < 0.2] ^= 1

    def change() -> None:
        sides[chance.integers(sides.size)] ^= 1

    def moment() -> Moment:
        return Moment(land, [Standing(int(one), str(one)) for one in sides], [])

    def holder() -> Ints:
        return np.asarray(sides[layout.seed][layout.vertex])

    whole = timed(lambda: moment().answers(), change, changes)
    bare = timed(lambda: moment().reaches(), change, changes)
    theirs = timed(lambda: by_networkx(graph, exits, holder()), change, changes)
    found, wanted = moment().answers(), by_networkx(graph, exits, holder())
    vertex_out = np.zeros(layout.seed.size, bool)
    vertex_out[layout.vertex] = wanted
    stands = [n for n in found if layout.seed[layout.core[n]] == n]  # not on the ground of another
    same = all((found[n].reach is Reach.OPEN) == vertex_out[layout.core[n]] for n in stands)
    agree = ", same answers" if same else ", DIFFER"
    return [
        line("places with the roads round them: cut off or not", bare, theirs) + agree,
        line("the same with ways out and closed points", whole, theirs) + agree,
    ]


def main() -> None:
    """Print a line for each way to ask."""
    parser = argparse.ArgumentParser(prog="python -m bench.encirclement", description="Who is cut off.")
    parser.add_argument("--pieces", type=int, default=100_000)
    parser.add_argument("--places", type=int, default=1_000)
    parser.add_argument("--changes", type=int, default=15)
    given = parser.parse_args()
    print(*measure(given.pieces, given.places, given.changes), sep="\n")


if __name__ == "__main__":
    main()
