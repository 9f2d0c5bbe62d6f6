"""Which places the roads are told by: those that somebody holds, and those that only the map names."""

from collections.abc import Iterable
from dataclasses import dataclass

from warmonitor.model import Place, PlaceIndex, PlacePrecision, fold, haversine_km
from warmonitor.reference.roads import RoadNetwork, Spot
from warmonitor.reference.roads.records import SpotKind

LEAST_KM, MOST_KM = 2.0, 10.0
NARROW = frozenset({PlacePrecision.EXACT, PlacePrecision.UNKNOWN})


@dataclass(frozen=True, slots=True, order=True)
class Seed:
    """A place that stands on roads within `radius_km`; `place` is its id, "" where only the map has it."""

    place: str
    name: str
    latitude: float
    longitude: float
    radius_km: float


def seeds_of(told: Iterable[str], places: PlaceIndex, network: RoadNetwork) -> tuple[Seed, ...]:
    """Return the places told of that are narrow enough and located, and the map's places beside them.

    A place that no gazetteer has takes the spot of the one place of the map that bears its name.
    """
    spots = [spot for spot in network.spots if spot.kind is SpotKind.PLACE]
    named: dict[str, list[Spot]] = {}
    for spot in spots:
        for name in {fold(one) for one in spot.names}:
            named.setdefault(name, []).append(spot)
    known = (places.known[one] for one in sorted(set(told)) if one in places.known)
    found = [seed for place in known if (seed := _told(place, named))]
    others = (Seed("", next(iter(spot.names), ""), *spot.degrees, LEAST_KM) for spot in spots)
    return (*found, *(one for one in sorted(others) if not any(_one(one, seed) for seed in found)))


def _told(place: Place, named: dict[str, list[Spot]]) -> Seed | None:
    if place.precision not in NARROW:
        return None
    if place.latitude is not None and place.longitude is not None:
        radius = min(MOST_KM, max(LEAST_KM, place.radius_km or 0.0))
        return Seed(place.id, place.name, place.latitude, place.longitude, radius)
    meant = {spot for name in (place.name, *place.names_seen) for spot in named.get(fold(name), ())}
    if len(meant) != 1:
        return None
    return Seed(place.id, place.name, *meant.pop().degrees, LEAST_KM)


def _one(spot: Seed, told: Seed) -> bool:
    """Say whether a place of the map is one that is told of."""
    far = haversine_km((spot.latitude, spot.longitude), (told.latitude, told.longitude))
    return far <= told.radius_km
