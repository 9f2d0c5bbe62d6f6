"""What the words right behind a name say that it lies in: "X in Y province", "X, in Z's Y", "X, Y"."""

import re
from collections.abc import Sequence

from warmonitor.model import Span, haversine_km
from warmonitor.reference.gazetteer import Gazetteer, GazetteerEntry, PlaceKind

_NAME = (
    r"(?:(?:al|el|an|ar|as|ash)-)?[^\W\d_a-z][\w’'-]*(?:[ -](?:(?:al|el|de|del)[ -])?[^\W\d_a-z][\w’'-]*)*"
)
_NOUN = r"(?:state|province|region|governorate|oblast|district|department|county)"
_SAID = re.compile(
    rf"(?:,?\s+(?:(?:a|the)\s+(?:[\w-]+\s+){{0,3}}?(?:town|city|village)\s+)?(?:in|of)\s+(?:the\s+)?"
    rf"(?:(?:US|[a-z]+ern)\s+)?(?:{_NOUN}\s+of\s+)?|,\s+)(?P<name>{_NAME})"
)
_OWNER = re.compile(r"['’]s?\s+")
_REACH = 90
_WIDE = frozenset({PlaceKind.PROVINCE, PlaceKind.REGION, PlaceKind.COUNTRY})


def said_within(text: str, span: Span) -> tuple[str, ...]:
    """Return the names of the wider places that a name is said to lie in, () where nothing is said."""
    found = _SAID.match(text[span.end : span.end + _REACH])
    return tuple(one for one in _OWNER.split(found["name"]) if one) if found else ()


def wider(names: Sequence[str], gazetteer: Gazetteer) -> tuple[GazetteerEntry, ...]:
    """Return the provinces, regions and countries of these names."""
    found = (one.entry for name in names for one in gazetteer.firm(name))
    return tuple(entry for entry in found if entry.kind in _WIDE)


def lies_within(entry: GazetteerEntry, wide: GazetteerEntry) -> bool:
    """Say whether a place lies in a wider one: by its division's name, or within the radius of a region."""
    if entry.ref == wide.ref or not set(entry.countries) & set(wide.countries):
        return False
    if wide.kind is PlaceKind.COUNTRY:
        return True
    if wide.kind is PlaceKind.PROVINCE and entry.province:
        return entry.province == wide.province
    km = haversine_km((entry.latitude, entry.longitude), (wide.latitude, wide.longitude))
    return km <= (wide.radius_km or 0.0)
