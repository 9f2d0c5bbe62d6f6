"""Laws of access on random lands: as networkx says, in any order, never worse with a friend more."""

import random

import networkx as nx
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from lands import STEP, answered, roads, spell, told_of, town

from warmonitor.model import ActorIndex, ControlSpell, ControlStatus, Place, Reach
from warmonitor.reference.roads.records import Ints
from warmonitor.stages.reconcile.access.answer import Land, Moment
from warmonitor.stages.reconcile.access.exits import Exit
from warmonitor.stages.reconcile.access.layout import Layout, lay_out
from warmonitor.stages.reconcile.access.parties import Parties
from warmonitor.stages.reconcile.access.reach import Ground, Roads, best_ways, reach
from warmonitor.stages.reconcile.access.seeds import Seed
from warmonitor.stages.reconcile.access.timeline import Standing

NODES = 12
NODE = st.integers(0, NODES - 1)
EDGES = st.sets(st.tuples(NODE, NODE).filter(lambda pair: pair[0] < pair[1]), max_size=30)
GROUNDS = st.lists(st.sampled_from(list(Ground)), min_size=NODES, max_size=NODES)
ORDER = [Reach.CUT_OFF, Reach.UNKNOWN, Reach.THROUGH, Reach.OPEN]
SIDE = 4
SPOTS = [(x, y) for x in range(SIDE) for y in range(SIDE)]
PAIRS = [(a, b) for a in SPOTS for b in SPOTS if a < b and abs(a[0] - b[0]) + abs(a[1] - b[1]) == 1]
HOLDERS = st.lists(st.sampled_from(["Army", "Front", "Clans", None, "fought"]), min_size=16, max_size=16)
KEPT = st.sets(st.sampled_from(range(len(PAIRS))), min_size=4)


def columns(edges: set[tuple[int, int]]) -> tuple[Ints, Ints]:
    pairs = np.array(sorted(edges), np.int64).reshape(-1, 2)
    return pairs[:, 0], pairs[:, 1]


def by_networkx(edges: set[tuple[int, int]], exits: set[int], ground: list[Ground], node: int) -> Reach:
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(NODES))
    graph.add_edges_from(edges)
    for level, answer in ((0, Reach.OPEN), (1, Reach.THROUGH), (2, Reach.UNKNOWN)):
        free = [n for n in range(NODES) if ground[n] <= level or n == node]
        out = nx.node_connected_component(graph.subgraph(free), node)
        if out & exits:
            return answer
    return Reach.CUT_OFF


@given(EDGES, st.sets(NODE), GROUNDS)
def test_answers_are_those_of_networkx(
    edges: set[tuple[int, int]], exits: set[int], ground: list[Ground]
) -> None:
    roads_ = Roads(*columns(edges), np.array(sorted(exits), np.int64))
    found = reach(NODES, roads_, np.array(ground), np.arange(NODES))
    assert found == [by_networkx(edges, exits, ground, node) for node in range(NODES)]


def bare(edges: set[tuple[int, int]]) -> Layout:
    u, v = columns(edges)
    one = np.ones(u.size, np.int64)
    none = np.zeros(0, np.int64)
    return Layout(roads(), (), none, none, u, v, one, one, one, one, none, none, none)


@given(EDGES, st.sets(NODE), GROUNDS)
def test_the_best_way_out_says_the_same(
    edges: set[tuple[int, int]], exits: set[int], ground: list[Ground]
) -> None:
    u, _ = columns(edges)
    paths = best_ways(bare(edges), np.arange(u.size), [(one, 1) for one in sorted(exits)], np.array(ground))
    for node in (n for n in range(NODES) if ground[n] is Ground.OWN):
        closed, untold, others, _ = paths.cost.get(node, (1, 0, 0, 0))
        wanted = [Reach.CUT_OFF, Reach.UNKNOWN, Reach.THROUGH, Reach.OPEN][
            0 if closed else 1 if untold else 2 if others else 3
        ]
        assert by_networkx(edges, exits, ground, node) is wanted


def land(holders: list[str | None]) -> tuple[list[Place], list[ControlSpell]]:
    towns = [town(f"T{n:02}", spot) for n, spot in enumerate(SPOTS)]
    spells = [
        spell(one.name, None if holder == "fought" else holder,
              status=ControlStatus.CONTESTED if holder == "fought" else ControlStatus.HELD)
        for one, holder in zip(towns, holders, strict=True)
        if holder
    ]  # fmt: skip
    return towns, spells


def answers(holders: list[str | None], kept: set[int], gate: int) -> dict[str, Reach]:
    towns, spells = land(holders)
    network = roads(
        *((*PAIRS[n], f"R{n}") for n in sorted(kept)), gates=[("Gate", SPOTS[gate])],
        map_places=[(one.name, spot) for one, spot in zip(towns, SPOTS, strict=True)],
    )  # fmt: skip
    return {one.place: one.computed for one in answered(towns, spells, network)}


@settings(max_examples=40)
@given(HOLDERS, KEPT, st.integers(0, 15), st.integers(0, 15), st.sampled_from(["Army", "Front", "Clans"]))
def test_a_friend_more_cuts_nobody_off(
    holders: list[str | None], kept: set[int], gate: int, place: int, friend: str
) -> None:
    before = answers(holders, kept, gate)
    after = answers([*holders[:place], friend, *holders[place + 1 :]], kept, gate)
    for n, holder in enumerate(holders):
        key = f"place-T{n:02}"
        if n != place and holder == friend and key in before and key in after:
            assert ORDER.index(after[key]) >= ORDER.index(before[key])


@settings(max_examples=40)
@given(HOLDERS, KEPT, st.integers(0, 15), st.data())
def test_a_road_that_is_shut_opens_nothing(
    holders: list[str | None], kept: set[int], gate: int, data: st.DataObject
) -> None:
    towns, spells = land(holders)
    network = roads(*((*PAIRS[n], f"R{n}") for n in sorted(kept)), gates=[("Gate", SPOTS[gate])])
    shut = PAIRS[data.draw(st.sampled_from(sorted(kept)))]
    names = [towns[SPOTS.index(spot)].name for spot in shut]
    paper = told_of(f"The road between {names[0]} and {names[1]} was closed.", names, "2024-03-10")
    before = {one.place: one.computed for one in answered(towns, spells, network)}
    after = answered(towns, spells, network, paper.claims, [paper.report()])
    assert all(ORDER.index(one.computed) <= ORDER.index(before[one.place]) for one in after)


@settings(max_examples=25)
@given(HOLDERS, KEPT, st.integers(0, 15), st.randoms(use_true_random=False))
def test_order_does_not_matter(
    holders: list[str | None], kept: set[int], gate: int, chance: random.Random
) -> None:
    towns, spells = land(holders)
    pairs = [(*PAIRS[n], f"R{n}") for n in sorted(kept)]
    turned = [(b, a, ref) for a, b, ref in pairs]
    # fmt: off
    papers = [told_of("The road between T00 and T01 was closed.", ["T00", "T01"], "2024-03-10"),
              told_of("The road between T01 and T05 was cut.", ["T01", "T05"], "2024-03-12", "b")]
    # fmt: on
    claims, reports = [c for p in papers for c in p.claims], [p.report() for p in papers]
    one = answered(towns, spells, roads(*pairs, gates=[("Gate", SPOTS[gate])]), claims, reports)
    for rows in (towns, spells, turned, claims, reports):
        chance.shuffle(rows)
    assert answered(towns, spells, roads(*turned, gates=[("Gate", SPOTS[gate])]), claims, reports) == one


@settings(max_examples=25)
@given(st.lists(st.sampled_from([0, 1]), min_size=16, max_size=16), KEPT, st.integers(0, 15))
def test_whole_lands_are_answered_as_by_networkx(sides: list[int], kept: set[int], gate: int) -> None:
    network = roads(*((*PAIRS[n], f"R{n}") for n in sorted(kept)))
    seeds = tuple(Seed(f"p{n}", f"P{n}", y * STEP, 10 + x * STEP, 2.0) for n, (x, y) in enumerate(SPOTS))
    layout = lay_out(network, seeds, np.zeros(0, np.int64))
    if layout.core[gate] < 0:
        return
    parties = Parties(ActorIndex(), {"a": 0, "b": 1}, {0: "a", 1: "b"})
    place = Land(layout, [Exit(int(layout.core[gate]), int(layout.standing[0]), "Gate")], parties)
    found = Moment(place, [Standing(side, str(side)) for side in sides], []).reaches()
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(16))
    pairs = [(SPOTS.index(PAIRS[n][0]), SPOTS.index(PAIRS[n][1])) for n in kept]
    graph.add_edges_from((a, b) for a, b in pairs if sides[a] == sides[b])
    wanted = nx.node_connected_component(graph, gate)
    assert {n for n, one in found.items() if one is Reach.OPEN} == {n for n in wanted if n in found}
