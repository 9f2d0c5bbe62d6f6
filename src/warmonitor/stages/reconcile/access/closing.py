"""Which edges and exits of a layout claims shut, for whom and when."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from warmonitor.model import Place, fold
from warmonitor.reference.roads import Mark, RoadNetwork
from warmonitor.reference.roads.records import Ints
from warmonitor.reference.roads.wording import any_in, begins, numbers, plain_number
from warmonitor.stages.reconcile.access.exits import Exit
from warmonitor.stages.reconcile.access.layout import Layout
from warmonitor.stages.reconcile.access.parties import Parties
from warmonitor.stages.reconcile.access.reach import best_ways
from warmonitor.stages.reconcile.access.seeds import Seed
from warmonitor.stages.reconcile.access.timeline import DAY, Days
from warmonitor.stages.reconcile.access.told import RoadTold

BRIDGE_KM = 3.0
ONE_SITE_KM = 0.5


@dataclass(frozen=True, slots=True)
class Cut:
    """Edges and exits, by their places in the layout, that a claim shuts on some days.

    `by` is the party that shut them, which may use them itself; `place` is where the claim has it.
    """

    claim: str
    edges: tuple[int, ...]
    exits: tuple[int, ...]
    by: int | None
    place: str
    days: Days


def bridges(network: RoadNetwork, seeds: Sequence[Seed], told: Sequence[RoadTold]) -> dict[str, Ints]:
    """Return the pieces of the one bridge that each claim of a bridge can mean, by the claim's id.

    It is that of its name, else the only one near the place named; where several could be meant, none is.
    """
    at = {seed.place: seed for seed in seeds if seed.place}
    found = {}
    for one in told:
        homes = [at[place] for place in one.places if place in at] if one.bridge else []
        pieces = _bridge(network, homes[0], fold(one.words)) if homes else np.zeros(0, np.int64)
        if pieces.size:
            found[one.claim] = pieces
    return found


def _bridge(network: RoadNetwork, home: Seed, words: str) -> Ints:
    pieces = np.flatnonzero(network.marks & int(Mark.BRIDGE))
    x, y = (network.x[network.a[pieces]] / 1e7, network.y[network.a[pieces]] / 1e7)
    wide = np.cos(np.radians(home.latitude))
    far = np.hypot((x - home.longitude) * wide, y - home.latitude) * 111.195
    near = far <= max(BRIDGE_KM, home.radius_km)
    pieces, x, y = pieces[near], x[near], y[near]
    named = [any_in(words, map(fold, network.roads[int(network.road[one])].names)) for one in pieces]
    if any(named):
        return np.asarray(pieces[np.array(named)])
    spread = np.hypot(np.ptp(x) * wide, np.ptp(y)) * 111.195 if pieces.size else 0.0
    return np.asarray(pieces if spread <= ONE_SITE_KM else pieces[:0])


def cuts_of(
    layout: Layout,
    exits: Sequence[Exit],
    told: Sequence[RoadTold],
    spans: dict[str, Ints],
    parties: Parties,
    places: dict[str, Place],
) -> list[Cut]:
    """Return what claims shut; a later claim that the same road is open ends it the day before."""
    shut, opened = [], []
    for one in told:
        edges, gates = _edges(layout, one, spans), _gates(exits, one, places)
        if edges or gates:
            by = parties.party(one.by) if one.by else None
            cut = Cut(one.claim, edges, gates, by, next(iter(one.places), ""), one.days)
            if one.shut:
                shut.append((cut, one.last))
            else:
                opened.append(cut)
    return sorted((_ended(cut, last, opened) for cut, last in shut), key=lambda cut: cut.claim)


def _ended(cut: Cut, last: date | None, opened: Sequence[Cut]) -> Cut:
    """Return a cut up to the day before its road is told to be open, after it was last told to be shut."""
    ends = [
        one.days[0] - DAY
        for one in opened
        if one.days[0] and one.days[0] > (last or date.min)
        and (set(one.edges) & set(cut.edges) or set(one.exits) & set(cut.exits))
    ]  # fmt: skip
    until = min([*ends, *([cut.days[1]] if cut.days[1] else [])], default=None)
    return replace(cut, days=(cut.days[0], until))


def _gates(exits: Sequence[Exit], one: RoadTold, places: dict[str, Place]) -> tuple[int, ...]:
    """Return the crossings that a claim names, by its words or by the places named with it."""
    if not begins(one.words, "crossings"):
        return ()
    text = fold(one.words)
    seen = {fold(n) for p in one.places if p in places for n in (places[p].name, *places[p].names_seen)}
    return tuple(
        number
        for number, gate in enumerate(exits)
        if gate.names and (any_in(text, map(fold, gate.names)) or seen & {fold(name) for name in gate.names})
    )


def _edges(layout: Layout, one: RoadTold, spans: dict[str, Ints]) -> tuple[int, ...]:
    """Return the edges that a claim means: of a bridge, a numbered road at a place, the road between two."""
    if one.bridge:
        return tuple(map(int, np.flatnonzero(np.isin(layout.piece, spans.get(one.claim, [])))))
    at = {seed.place: number for number, seed in enumerate(layout.seeds) if seed.place}
    cores = [int(layout.core[at[place]]) for place in one.places if place in at]
    cores = [core for core in dict.fromkeys(cores) if core >= 0]
    roads = np.flatnonzero(_named_roads(layout.network, one.words))
    if len(cores) == 2:
        return _between(layout, cores[0], cores[1], roads)
    touching = (layout.u == cores[0]) | (layout.v == cores[0]) if len(cores) == 1 else np.zeros(0, bool)
    return tuple(map(int, np.flatnonzero(touching & np.isin(layout.road, roads)))) if len(cores) == 1 else ()


def _named_roads(network: RoadNetwork, words: str) -> "np.ndarray":
    """Say of each road whether words give its number, or a name of it of at least two words."""
    given, text = numbers(words), fold(words)
    return np.array([
        plain_number(road.ref) in given
        or any_in(text, (name for name in map(fold, road.names) if " " in name))
        for road in network.roads
    ], bool)  # fmt: skip


def _between(layout: Layout, start: int, end: int, roads: Ints) -> tuple[int, ...]:
    """Return the edges of the shortest road between two places, by the roads named where they lead there."""
    ground = np.zeros(layout.seed.size, np.int64)
    for allowed in (np.isin(layout.road, roads), np.ones(layout.road.size, bool)):
        paths = best_ways(layout, np.flatnonzero(allowed), [(end, 0)], ground)
        if start in paths.cost:
            return tuple(sorted(edge for edge, _ in paths.steps(layout, start)))
    return ()
