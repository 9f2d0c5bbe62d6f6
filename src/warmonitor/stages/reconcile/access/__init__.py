"""access: from who held what, and roads, to which places had a road out, beside what reports say of it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import numpy as np

from warmonitor.model import (
    Access,
    ActorIndex,
    Claim,
    ControlSpell,
    Issue,
    PlaceIndex,
    PlacePrecision,
    Reach,
    Report,
)
from warmonitor.reference.roads import RoadNetwork
from warmonitor.stages.reconcile.access.answer import Answer, Land, Moment
from warmonitor.stages.reconcile.access.closing import bridges, cuts_of
from warmonitor.stages.reconcile.access.exits import exits_of
from warmonitor.stages.reconcile.access.layout import lay_out, nearest_node
from warmonitor.stages.reconcile.access.parties import Parties
from warmonitor.stages.reconcile.access.record import Stay, merged, record, why
from warmonitor.stages.reconcile.access.seeds import NARROW, Seed, seeds_of
from warmonitor.stages.reconcile.access.shown import shown
from warmonitor.stages.reconcile.access.timeline import UNTOLD, Days, Holders, meets, stretches
from warmonitor.stages.reconcile.access.told import Said, road_claims, siege_claims

__all__ = ["access", "misplaced", "shown"]

NO_ROADS_GIVEN = "no roads were given to compute it from"
FAR_FROM_ROADS = "no road of those given is near it"
ELSEWHERE_KM = 10.0
NOT_LOCATED = "where it lies is not known closely enough"


def access(
    control: Sequence[ControlSpell],
    claims: Iterable[Claim],
    reports: Iterable[Report],
    places: PlaceIndex,
    actors: ActorIndex,
    network: RoadNetwork,
) -> tuple[Access, ...]:
    """Return whether each place had a road out, through which days; the same for any order of what is given.

    Places that stand on a road have a record for all days on which somebody holds them; others only where a
    report says that they are cut off or are not.
    """
    told = sorted(claims, key=lambda claim: claim.id)
    known = {claim.id: claim for claim in told}
    parties = Parties.of(control, known, actors)
    holders = Holders(control, known, parties)
    printed = {report.id: report for report in reports}
    said = [one for one in siege_claims(told, printed) if _narrow(places, one.place)]
    seeds = seeds_of(holders.spells, places, network) if network.pieces else ()
    stays, computed = _computed(seeds, holders, parties, told, printed, places, network)
    found = [record(stay, [one for one in said if one.place == stay.place], parties) for stay in stays]
    found += _uncomputed(said, computed, seeds, holders, parties, network)
    return tuple(sorted(found, key=lambda one: (one.place, str(one.when.earliest or ""), one.id)))


def _computed(
    seeds: tuple[Seed, ...],
    holders: Holders,
    parties: Parties,
    told: Sequence[Claim],
    reports: Mapping[str, Report],
    places: PlaceIndex,
    network: RoadNetwork,
) -> tuple[list[Stay], set[str]]:
    """Return what is computed, and the places that stand on a road."""
    if not any(seed.place for seed in seeds):
        return [], set()
    roads_told = road_claims(told, reports)
    spans = bridges(network, seeds, roads_told)
    layout = lay_out(network, seeds, np.unique(np.concatenate([np.zeros(0, np.int64), *spans.values()])))
    land = Land(layout, exits_of(layout, places.known.values()), parties)
    cuts = cuts_of(layout, land.exits, roads_told, spans, parties, places.known)
    names = {key: place.name for key, place in places.known.items()}
    ends = [
        (spell.when.earliest, spell.when.latest)
        for seed in seeds
        for spell in holders.spells.get(seed.place, [])
    ]
    stays: dict[str, list[Stay]] = {}
    for days in stretches([*ends, *(cut.days for cut in cuts)]):
        standings = [holders.at(seed.place, days) if seed.place else UNTOLD for seed in seeds]
        moment = Moment(land, standings, [cut for cut in cuts if meets(cut.days, days)])
        for number, answer in moment.answers().items():
            because = why(standings[number], answer, names)
            stay = Stay(seeds[number].place, days, standings[number], answer, because)
            stays.setdefault(stay.place, []).append(stay)
    standing = {seed.place for number, seed in enumerate(seeds) if layout.core[number] >= 0}
    return [stay for place in sorted(stays) for stay in merged(stays[place])], standing


def _uncomputed(
    said: Sequence[Said],
    computed: set[str],
    seeds: Sequence[Seed],
    holders: Holders,
    parties: Parties,
    network: RoadNetwork,
) -> list[Access]:
    """Return records of places that no road stands by, as far as reports say how it stands with them."""
    located = {seed.place for seed in seeds}
    found = []
    for place in sorted({one.place for one in said} - computed):
        told = [one for one in said if one.place == place]
        because = (
            NO_ROADS_GIVEN if not network.pieces else FAR_FROM_ROADS if place in located else NOT_LOCATED
        )
        days = _all_days([one.days for one in told])
        standing = holders.at(place, days)
        stay = Stay(place, days, standing, Answer(Reach.UNKNOWN, claims=standing.claims), because)
        found.append(record(stay, told, parties))
    return found


def _narrow(places: PlaceIndex, place: str) -> bool:
    near = {*NARROW, PlacePrecision.NEAR}
    return place in places.known and places.known[place].precision in near


def _all_days(told: Sequence[Days]) -> Days:
    starts = [first or date.min for first, _ in told]
    ends = [last or date.max for _, last in told]
    first, last = min(starts), max(ends)
    return (None if first == date.min else first), (None if last == date.max else last)


def misplaced(control: Iterable[ControlSpell], places: PlaceIndex, network: RoadNetwork) -> tuple[Issue, ...]:
    """Return an issue where no place that somebody holds lies near the roads: another land, or swapped."""
    held = [places.known[one] for one in sorted({spell.place for spell in control}) if one in places.known]
    spots = [(p.latitude, p.longitude) for p in held if p.latitude is not None and p.longitude is not None]
    if not spots or not network.pieces or any(_near(network, *spot) for spot in spots):
        return ()
    turned = any(_near(network, longitude, latitude) for latitude, longitude in spots)
    near = f"lies within {ELSEWHERE_KM:.0f} km of the roads that were added"
    said = f"None of the {len(spots)} places that somebody holds {near}"
    why = "; it seems that their latitude and longitude are swapped." if turned else "."
    return (Issue("roads-elsewhere", "roads", said + why),)


def _near(network: RoadNetwork, latitude: float, longitude: float) -> bool:
    return nearest_node(network, latitude, longitude)[1] <= ELSEWHERE_KM
