"""Whether each place has a road out while nothing changes: by who holds what, and which roads are shut."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from warmonitor.model import Closure, Reach, Way
from warmonitor.reference.roads import components
from warmonitor.reference.roads.records import Ints
from warmonitor.stages.reconcile.access.closing import Cut
from warmonitor.stages.reconcile.access.exits import Exit
from warmonitor.stages.reconcile.access.layout import Layout
from warmonitor.stages.reconcile.access.parties import Parties
from warmonitor.stages.reconcile.access.reach import Ground, Paths, Roads, best_ways, reach
from warmonitor.stages.reconcile.access.timeline import UNTOLD, Standing
from warmonitor.stages.reconcile.access.ways import RoadNames, in_order

NOBODY, FOUGHT = -1, -2
OWN_GROUND, UNTOLD_GROUND = int(Ground.OWN), int(Ground.UNTOLD)


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether a place has a road out, by which way, where roads are closed, and by which claims."""

    reach: Reach
    way: Way | None = None
    closures: tuple[Closure, ...] = ()
    untold: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


@dataclass
class Land:
    """What does not change with the days: the layout, its exits, the parties, names of roads."""

    layout: Layout
    exits: Sequence[Exit]
    parties: Parties
    roads: RoadNames = field(init=False)
    gates: Ints = field(init=False)

    def __post_init__(self) -> None:
        self.roads = RoadNames(self.layout)
        self.gates = np.array([one.vertex for one in self.exits], np.int64)

    @property
    def vertices(self) -> int:
        """Return how many stretches of ground there are."""
        return int(self.layout.seed.size)


class Moment:
    """Who holds which ground while nothing changes."""

    def __init__(self, land: Land, standings: Sequence[Standing], cuts: Sequence[Cut]) -> None:
        """Take how each seed of the layout stands, in its order, and what claims shut in these days."""
        self._land, self._cuts = land, cuts
        self.standings = [*standings, UNTOLD]
        codes = [
            FOUGHT if one.fought else NOBODY if one.party is None else one.party for one in self.standings
        ]
        self._party = between(land, np.array(codes, np.int64)[land.layout.seed])

    def answers(self) -> dict[int, Answer]:
        """Return the answer for each seed that stands on a road and is held, by its index."""
        found: dict[int, Answer] = {}
        for party in sorted({one.party for one in self.standings if one.party is not None}):
            found |= _PartyView(self._land, self, party).answers()
        return found

    def reaches(self) -> dict[int, Reach]:
        """Return whether each seed that stands on a road and is held has a road out, by its index."""
        found: dict[int, Reach] = {}
        for party in sorted({one.party for one in self.standings if one.party is not None}):
            found |= _PartyView(self._land, self, party).reaches()
        return found

    def ground(self, party: int) -> "np.ndarray":
        """Return what each vertex is to a party, as a Ground."""
        kinds = {NOBODY: Ground.UNTOLD, FOUGHT: Ground.CLOSED, party: Ground.OWN}
        for other in map(int, np.unique(self._party)):
            if other not in kinds:
                kinds[other] = self._land.parties.ground(party, other)
        values, at = np.unique(self._party, return_inverse=True)
        return np.array([kinds[int(value)] for value in values], np.int64)[at]

    def name_of(self, party: int | None) -> str | None:
        """Return the name that a party's spells bear in these days."""
        return next((one.name for one in self.standings if party is not None and one.party == party), None)

    def shut(self, party: int) -> list[Cut]:
        """Return what is shut to a party: all but what it shut itself."""
        return [cut for cut in self._cuts if cut.by is None or cut.by != party]


def between(land: Land, party: Ints) -> Ints:
    """Return who holds each vertex once ground that only the map names is given to whom it lies between.

    A stretch of such ground that meets the ground of one party and nothing else, and leads to no exit, is
    that party's.
    """
    layout, party = land.layout, party.copy()
    classes = _classes(land, party)
    of_map = np.array([not seed.place for seed in layout.seeds] + [True], bool)[layout.seed]
    bare = of_map & (party == NOBODY)
    inside = bare[layout.u] & bare[layout.v]
    root = components(land.vertices, layout.u[inside], layout.v[inside])
    lowest, highest = np.full(land.vertices, np.iinfo(np.int64).max), np.full(land.vertices, -9)
    for one, other in ((layout.u, layout.v), (layout.v, layout.u)):
        rim = bare[one] & ~bare[other]
        np.minimum.at(lowest, root[one[rim]], classes[party[other[rim]]])
        np.maximum.at(highest, root[one[rim]], classes[party[other[rim]]])
    open_ended = root[land.gates[bare[land.gates]]]
    lowest[open_ended] = NOBODY
    single = bare & (lowest[root] == highest[root]) & (highest[root] >= 0)
    return np.where(single, highest[root], party)


def _classes(land: Land, party: Ints) -> Ints:
    """Return for each party the first of its friends here, else itself; nobody and fighters stay so."""
    present = [one for one in map(int, np.unique(party)) if one >= 0]
    found = np.arange(max(present, default=0) + 3)
    found[[NOBODY, FOUGHT]] = NOBODY, FOUGHT
    for one in present:
        friends = [other for other in present if land.parties.ground(one, other) is Ground.OWN]
        found[one] = min(friends) if land.parties.friends(friends) else one
    return found


class _PartyView:
    """The roads as one party finds them."""

    def __init__(self, land: Land, moment: Moment, party: int) -> None:
        self._land, self._moment, self._party = land, moment, party
        layout = land.layout
        self._ground = moment.ground(party)
        self._kinds: list[int] = self._ground.tolist()
        self._seed: list[int] = layout.seed.tolist()
        self._shut = moment.shut(party)
        free = np.ones(layout.u.size, bool)
        free[[edge for cut in self._shut for edge in cut.edges]] = False
        gates = np.ones(len(land.exits), bool)
        gates[[gate for cut in self._shut for gate in cut.exits]] = False
        self._edges, self._gates = np.flatnonzero(free), np.flatnonzero(gates)
        own = self._ground == Ground.OWN
        both = self._edges[own[layout.u[self._edges]] & own[layout.v[self._edges]]]
        self._root = components(land.vertices, layout.u[both], layout.v[both])
        self._rims: dict[int, tuple[Closure, ...]] = {}

    def reaches(self) -> dict[int, Reach]:
        layout, standings = self._land.layout, self._moment.standings
        own = [
            number
            for number in range(len(layout.seeds))
            if standings[number].party == self._party and layout.core[number] >= 0
        ]
        roads = Roads(layout.u[self._edges], layout.v[self._edges], self._land.gates[self._gates])
        found = reach(self._land.vertices, roads, self._ground, layout.core[own])
        return dict(zip(own, found, strict=True))

    def answers(self) -> dict[int, Answer]:
        reaches = self.reaches()
        paths = self._paths() if reaches else Paths({}, {})
        return {number: self._answer(number, reached, paths) for number, reached in reaches.items()}

    def _paths(self) -> Paths:
        far = self._land.layout.far
        gates = [self._land.exits[int(gate)] for gate in self._gates]
        exits = [(gate.vertex, 2 * int(far[gate.node])) for gate in gates]
        return best_ways(self._land.layout, self._edges, exits, self._ground)

    def _answer(self, number: int, reached: Reach, paths: Paths) -> Answer:
        vertex = int(self._land.layout.core[number])
        way, crossed = self._way(vertex, paths) if vertex in paths.by else (None, [])
        closures = self._closed(vertex) if reached in {Reach.CUT_OFF, Reach.UNKNOWN} else ()
        told = {claim for one in closures for claim in one.claims}
        told |= {claim for v in ([] if reached is Reach.CUT_OFF else crossed) for claim in self._at(v).claims}
        told |= set(self._moment.standings[number].claims)
        asked = crossed if reached is Reach.UNKNOWN else []
        untold = [self._name(v) for v in asked if self._kinds[v] == UNTOLD_GROUND]
        return Answer(reached, way, closures, tuple(dict.fromkeys(untold)), tuple(sorted(told)))

    def _way(self, vertex: int, paths: Paths) -> tuple[Way, list[int]]:
        fought = self._ground[vertex] == Ground.CLOSED
        first = paths.beside(self._land.layout, vertex, self._edges, self._ground) if fought else None
        steps = paths.steps(self._land.layout, vertex, first)
        gate = self._land.exits[int(self._gates[paths.exit(steps[-1][1] if steps else vertex)])]
        names = [label for edge, to in steps for label in self._land.roads.along(edge, to)]
        names += reversed(self._land.roads.home(gate.node))
        crossed = [to for _, to in steps]
        own = paths.cost[crossed[0] if crossed else vertex][:3] == (0, 0, 0)
        others = [] if own else [v for v in crossed if self._kinds[v] != OWN_GROUND]
        through = [self._at(v).name if not self._at(v).fought else None for v in others]
        once = tuple(one for n, one in enumerate(through) if n == 0 or through[n - 1] != one)
        km = round(self._half_metres(steps, gate) / 2000, 1)
        return Way(gate.name, in_order(names), once, km), [vertex, *crossed]

    def _half_metres(self, steps: list[tuple[int, int]], gate: Exit) -> int:
        layout = self._land.layout
        halves = sum(layout.halves[edge] for edge, _ in steps)
        return halves + 2 * int(layout.far[gate.node])

    def _closed(self, vertex: int) -> tuple[Closure, ...]:
        root = int(self._root[vertex])
        if root not in self._rims:
            self._rims[root] = self._closures(vertex)
        return self._rims[root]

    def _closures(self, vertex: int) -> tuple[Closure, ...]:
        """Return where roads out of the ground that hangs together with a vertex are closed."""
        layout = self._land.layout
        mine = self._root == self._root[vertex]
        found: dict[tuple[str, str], Closure] = {}
        for one, other in ((layout.u, layout.v), (layout.v, layout.u)):
            closed = mine[one[self._edges]] & ~mine[other[self._edges]]
            closed &= self._ground[other[self._edges]] == Ground.CLOSED
            for edge in map(int, self._edges[closed]):
                standing, place = self._at(int(other[edge])), self._place(int(other[edge]), int(one[edge]))
                holder = None if standing.fought else standing.name
                found.setdefault(
                    (self._road(edge), place), Closure(self._road(edge), place, holder, standing.claims)
                )
        for cut in self._shut:
            for edge in (e for e in cut.edges if mine[layout.u[e]] or mine[layout.v[e]]):
                place = cut.place or self._place(int(layout.u[edge]), int(layout.v[edge]))
                name = self._moment.name_of(cut.by)
                found[self._road(edge), place] = Closure(self._road(edge), place, name, (cut.claim,))
            for gate in (self._land.exits[g] for g in cut.exits):
                place = cut.place or self._place(gate.vertex)
                if mine[gate.vertex]:
                    found[gate.name, place] = Closure(
                        gate.name, place, self._moment.name_of(cut.by), (cut.claim,)
                    )
        return tuple(found[key] for key in sorted(found) if key[1])

    def _road(self, edge: int) -> str:
        return (
            self._land.layout.network.roads[int(self._land.layout.road[edge])].label
            or "a road without a name"
        )

    def _at(self, vertex: int) -> Standing:
        return self._moment.standings[self._seed[vertex]]

    def _name(self, vertex: int) -> str:
        seed = int(self._land.layout.seed[vertex])
        return self._land.layout.seeds[seed].name if seed >= 0 else "a stretch far from any place"

    def _place(self, *vertices: int) -> str:
        seeds = [int(self._land.layout.seed[vertex]) for vertex in vertices]
        return next(
            (place for seed in seeds if seed >= 0 and (place := self._land.layout.seeds[seed].place)), ""
        )
