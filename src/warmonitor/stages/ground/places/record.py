"""The record of a place."""

import math
from dataclasses import dataclass, field

from warmonitor.model import Place, PlacePrecision, make_id
from warmonitor.reference.gazetteer import Gazetteer, GazetteerEntry, PlaceKind
from warmonitor.stages.ground.places.area_words import load_area_words
from warmonitor.stages.ground.places.settle import Settled

# A town's own radius in kilometres, from its people, and what "near" adds.
TOWN_KM = 1.5
PEOPLE_PER_KM = 100.0
NEAR_KM = 10.0
_NARROW_FIRST = list(PlacePrecision)
_OF_KIND = {
    PlaceKind.COUNTRY: PlacePrecision.COUNTRY,
    PlaceKind.PROVINCE: PlacePrecision.PROVINCE,
    PlaceKind.DISTRICT: PlacePrecision.DISTRICT,
    PlaceKind.REGION: PlacePrecision.REGION,
    PlaceKind.WATER: PlacePrecision.REGION,
}


_IN_PROVINCE = frozenset({PlaceKind.TOWN, PlaceKind.SECTION, PlaceKind.SITE, PlaceKind.DISTRICT})


@dataclass(slots=True)
class Seen:
    """A place with the names it was seen under."""

    settled: Settled
    names: list[str] = field(default_factory=list)
    reasons: dict[str, str] = field(default_factory=dict)
    precisions: list[PlacePrecision] = field(default_factory=list)

    def add(self, name: str, because: str) -> None:
        """Take one more mention."""
        self.names.append(name)
        self.reasons[name] = max(
            self.reasons.get(name, ""), because, key=lambda reason: (len(reason), reason)
        )


def place_id(key: str) -> str:
    """Return the id of a place from the gazetteer's ref, or from its name and theatre."""
    return make_id("place", key)


def place_record(seen: Seen, name: str, gazetteer: Gazetteer) -> Place:
    """Make the record; a place that no gazetteer knows has no coordinates and says so."""
    entry = seen.settled.entry
    names = tuple(sorted(set(seen.names)))
    because = "; ".join(sorted(set(seen.reasons.values())))
    if entry is None:
        country = gazetteer.countries.get(seen.settled.country or "")
        lies_in = country.name if country else None
        return Place(
            place_id(seen.settled.key),
            name,
            names,
            inside=lies_in,
            country=seen.settled.country,
            because=because,
        )
    narrowest = _OF_KIND.get(entry.kind) or min(
        seen.precisions, key=_NARROW_FIRST.index, default=PlacePrecision.EXACT
    )
    return Place(
        place_id(seen.settled.key),
        name,
        names,
        entry.latitude,
        entry.longitude,
        entry.ref,
        narrowest,
        inside(entry, gazetteer),
        entry.country,
        radius(entry, narrowest),
        because,
        where_prec(entry, narrowest),
        runner_up=seen.settled.runner_up,
    )


def where_prec(entry: GazetteerEntry, precision: PlacePrecision) -> int | None:
    """Return UCDP's code of how narrow a located place is."""
    words = load_area_words()
    return words.sea if entry.kind is PlaceKind.WATER else words.where_prec.get(precision.value)


def radius(entry: GazetteerEntry, precision: PlacePrecision) -> float:
    """Return the radius in kilometres within which the true spot lies."""
    if entry.radius_km is not None:
        return entry.radius_km
    own = TOWN_KM + math.sqrt(entry.population) / PEOPLE_PER_KM
    return round(own + (NEAR_KM if precision is PlacePrecision.NEAR else 0.0), 1)


def inside(entry: GazetteerEntry, gazetteer: Gazetteer) -> str | None:
    """Return the name of the province or country that a place lies in."""
    if entry.kind in _IN_PROVINCE and entry.province:
        return entry.province
    country = gazetteer.countries.get(entry.country or "")
    return country.name if country and entry.kind is not PlaceKind.COUNTRY else None
