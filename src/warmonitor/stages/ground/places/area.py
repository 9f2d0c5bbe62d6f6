"""Areas told by a place: centre, radius and precision of "near X", "northern X", "between X and Y"."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from warmonitor.model import PlacePrecision, haversine_km
from warmonitor.reference.gazetteer import GazetteerEntry, PlaceKind
from warmonitor.stages.ground.places.area_words import load_area_words
from warmonitor.stages.ground.places.record import radius
from warmonitor.stages.ground.places.relation import Relation, Relative
from warmonitor.stages.ground.places.settle import Settled

KM_A_DEGREE = 111.195
Spot = tuple[float, float, float, PlacePrecision]


@dataclass(frozen=True, slots=True)
class Area:
    """Ground told by a place.

    `key` is as in Settled; `of` the place that it is told by, `others` the far ends of a line; `alone` says
    that no one place tells it; `spot` is latitude, longitude, radius in kilometres and precision, None
    where the place itself is not located.
    """

    key: str
    name: str
    of: Settled
    spot: Spot | None
    because: str
    others: tuple[Settled, ...] = ()
    alone: bool = False

    @property
    def precision(self) -> PlacePrecision:
        """Return how narrow the words are, by the kind of the place where it is not located."""
        if self.spot is not None:
            return self.spot[3]
        wide = self.of.kind in {"province", "region"} or self.others
        return PlacePrecision.REGION if wide else PlacePrecision.NEAR


def make_area(
    told: Relative, of: Settled, others: Sequence[Settled], called: Callable[[Settled], str]
) -> Area | str:
    """Return the area that a relation to a place gives, or why none can be given; `called` names places."""
    entry = of.entry
    if entry is not None and entry.kind is PlaceKind.COUNTRY and told.relation in _NOT_OF_COUNTRIES:
        return f"ground beside {called(of)}, a whole country: where is not said"
    if told.relation is Relation.BANK:
        return "the bank of a river, which no gazetteer holds"
    if told.relation is Relation.DISTANCE and told.km is None:
        return f"a time of travel from {called(of)}, not a distance"
    if told.relation is Relation.LINE:
        return _between(told, (of, *others), called)
    if told.relation is Relation.SIDE and not told.side:
        return f"a part of {called(of)} of which nothing is said"
    name = _name(told, called(of))
    spot = _REACHES[told.relation](told, entry) if entry is not None else None
    key = f"area:{told.relation.value}:{told.side}:{told.km or ''}:{of.key}"
    return Area(key, name, of, spot, f"“{name}” is told by {called(of)}")


_NOT_OF_COUNTRIES = frozenset(
    {Relation.NEAR, Relation.BEARING, Relation.DISTANCE, Relation.COUNTRYSIDE, Relation.FRONT}
)


def _name(told: Relative, of: str) -> str:
    ern = "central" if told.side == "middle" else f"{told.side}ern" if told.side else ""
    km = f"{told.km:g} km" if told.km is not None else ""
    names = {
        Relation.NEAR: f"the area near {of}",
        Relation.BEARING: f"the area {told.side} of {of}",
        Relation.DISTANCE: f"the area {km} {told.side} of {of}" if told.side else f"the area {km} from {of}",
        Relation.COUNTRYSIDE: f"the {f'{ern} ' if ern else ''}countryside of {of}",
        Relation.SIDE: f"{ern} {of}",
        Relation.FRONT: f"the {of} front",
    }
    return names[told.relation]


def moved(spot: tuple[float, float], km: float, degrees: float) -> tuple[float, float]:
    """Return the point some kilometres from another at a bearing (direct problem on a sphere)."""
    lat, lon = map(math.radians, spot)
    reach, turn = math.radians(km / KM_A_DEGREE), math.radians(degrees)
    up = math.asin(math.sin(lat) * math.cos(reach) + math.cos(lat) * math.sin(reach) * math.cos(turn))
    y = math.sin(turn) * math.sin(reach) * math.cos(lat)
    east = lon + math.atan2(y, math.cos(reach) - math.sin(lat) * math.sin(up))
    return round(math.degrees(up), 5), round((math.degrees(east) + 540.0) % 360.0 - 180.0, 5)


def _spot(
    entry: GazetteerEntry, km: float, side: str, reach: float, precision: PlacePrecision | None = None
) -> Spot:
    centre = (entry.latitude, entry.longitude)
    degrees = load_area_words().degrees.get(side)
    lat, lon = moved(centre, km, degrees) if km and degrees is not None else centre
    limited = reach <= load_area_words().reach["limited"]
    return lat, lon, round(reach, 1), precision or (PlacePrecision.NEAR if limited else PlacePrecision.REGION)


def _own(entry: GazetteerEntry) -> float:
    return radius(entry, PlacePrecision.EXACT)


def _near(_: Relative, entry: GazetteerEntry) -> Spot:
    return _spot(entry, 0.0, "", _own(entry) + load_area_words().reach["near"])


def _bearing(told: Relative, entry: GazetteerEntry) -> Spot:
    """South of a place is the ground from its edge on, as wide again as what lies near it."""
    reach = load_area_words().reach["bearing"] if entry.radius_km is None else _own(entry)
    return _spot(entry, _own(entry) + reach, told.side, reach)


def _distance(told: Relative, entry: GazetteerEntry) -> Spot:
    km = told.km or 0.0
    slack = _own(entry) + load_area_words().reach["own_share"] * km
    return _spot(entry, km, told.side, slack if told.side else km + slack)


def _countryside(told: Relative, entry: GazetteerEntry) -> Spot:
    if entry.radius_km is not None:
        return _side(told, entry) if told.side else _whole(told, entry)
    reach = load_area_words().reach["countryside"]
    return _spot(entry, reach / 2, told.side, reach)


def _whole(_: Relative, entry: GazetteerEntry) -> Spot:
    return _spot(entry, 0.0, "", _own(entry), _wide(entry))


def _side(told: Relative, entry: GazetteerEntry) -> Spot:
    words, whole = load_area_words(), _own(entry)
    if told.side == "middle":
        return _spot(entry, 0.0, "", whole * words.middle_radius, _wide(entry))
    return _spot(entry, whole * words.half["shift"], told.side, whole * words.half["radius"], _wide(entry))


def _front(told: Relative, entry: GazetteerEntry) -> Spot:
    if entry.radius_km is not None:
        return _whole(told, entry)
    return _spot(entry, 0.0, "", load_area_words().reach["front"])


def _wide(entry: GazetteerEntry) -> PlacePrecision:
    return PlacePrecision.PROVINCE if entry.kind is PlaceKind.PROVINCE else PlacePrecision.REGION


_REACHES: dict[Relation, Callable[[Relative, GazetteerEntry], Spot]] = {
    Relation.NEAR: _near,
    Relation.BEARING: _bearing,
    Relation.DISTANCE: _distance,
    Relation.COUNTRYSIDE: _countryside,
    Relation.SIDE: _side,
    Relation.FRONT: _front,
}


def _between(told: Relative, ends: Sequence[Settled], called: Callable[[Settled], str]) -> Area | str:
    known = {one.key: one for one in ends}
    if len(known) != 2:
        return "a line of which the other end is no place that is known"
    first, second = (known[key] for key in sorted(known))
    names = " and ".join(sorted((called(first), called(second))))
    name = f"the {'road' if told.road else 'line'} between {names}"
    key = f"area:{'road' if told.road else 'line'}:{first.key}:{second.key}"
    return Area(key, name, first, _middle(first.entry, second.entry), f"{name}, two places", (second,))


def _middle(first: GazetteerEntry | None, second: GazetteerEntry | None) -> Spot | None:
    if first is None or second is None:
        return None
    one, two = ((entry.latitude, entry.longitude) for entry in (first, second))
    apart = haversine_km(one, two)
    lat, lon = moved(one, apart / 2, _heading(one, two))
    reach = round(apart / 2 + max(_own(first), _own(second)), 1)
    return lat, lon, reach, PlacePrecision.REGION


def _heading(one: tuple[float, float], two: tuple[float, float]) -> float:
    lat1, lon1, lat2, lon2 = map(math.radians, (*one, *two))
    y = math.sin(lon2 - lon1) * math.cos(lat2)
    x = math.cos(lat1) * math.sin(lat2) - math.sin(lat1) * math.cos(lat2) * math.cos(lon2 - lon1)
    return math.degrees(math.atan2(y, x))
