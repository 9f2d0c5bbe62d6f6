"""The places of one claim: the narrow one first, what it lies in behind."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from warmonitor.model import Claim, ClaimKind, Named, haversine_km
from warmonitor.reference.gazetteer import PlaceKind
from warmonitor.stages.ground.places.settle import Settled

_WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.PROVINCE, PlaceKind.REGION, PlaceKind.DISTRICT})
_NARROW = frozenset({PlaceKind.TOWN, PlaceKind.SECTION, PlaceKind.SITE})


def narrow_first(claim: Claim, places: Mapping[str, Settled], text: str) -> tuple[Named, ...]:
    """Put places that only say where another lies behind it; of what is held or taken they are no part.

    `places` are by id. A wide place that "and" joins to a narrower one is meant for itself.
    """
    around = {named.span for named in claim.where if _is_around(named, claim.where, places)}
    behind = [named for named in claim.where if named.span in around]
    if claim.kind is ClaimKind.CONTROL:
        behind = [
            one if _joined_by_and(one, text) else replace(one, id=None, because=f"{one.name} lies around it")
            for one in behind
        ]
    return (*(one for one in claim.where if one.span not in around), *behind)


def _is_around(named: Named, where: Sequence[Named], places: Mapping[str, Settled]) -> bool:
    wide = places.get(named.id or "")
    if wide is None or not is_wide(wide):
        return False
    others = [places.get(one.id or "") for one in where if one.id != named.id]
    return any(other is not None and lies_in(other, wide) for other in others)


def is_wide(place: Settled | None) -> bool:
    """Say whether a place is known to be a country, a division of one, or a region."""
    return place is not None and place.entry is not None and place.entry.kind in _WIDE


def lies_in(narrow: Settled, wide: Settled) -> bool:
    """Say whether a place lies in a wider one; one without coordinates lies wherever its country allows."""
    one, other = narrow.entry, wide.entry
    if other is None or other.kind not in _WIDE:
        return False
    if one is None:
        return narrow.kind in {None, "town"} and narrow.country in other.countries
    if one.kind is PlaceKind.COUNTRY or one.ref == other.ref or not set(one.countries) & set(other.countries):
        return False
    if other.kind is PlaceKind.COUNTRY:
        return True
    km = haversine_km((one.latitude, one.longitude), (other.latitude, other.longitude))
    near = km <= (other.radius_km or 0.0)
    if other.kind is PlaceKind.DISTRICT:
        return one.kind in _NARROW and near
    return one.kind in _NARROW and (one.province == other.province if one.province else near)


def _joined_by_and(named: Named, text: str) -> bool:
    return text[: named.span.start].rstrip().casefold().endswith((" and", "&", " as well as"))
