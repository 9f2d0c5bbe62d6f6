"""Places, control spells and events as GeoJSON (RFC 7946), those only that were located."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from warmonitor.model import Place, When
from warmonitor.stages.tell.book import Book

Feature = dict[str, Any]


def geojson(features: Iterable[Feature]) -> bytes:
    """Return a feature collection as UTF-8."""
    tree = {"type": "FeatureCollection", "features": list(features)}
    return (json.dumps(tree, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def places(book: Book) -> Iterator[Feature]:
    """Yield every located place with the radius within which its true spot lies."""
    for one in book.account.places:
        yield from _feature(one, one.id, {"names_seen": one.names_seen, "because": one.because})


def spells(book: Book) -> Iterator[Feature]:
    """Yield every control spell of a located place."""
    for one in book.account.control:
        told = {
            "part": one.part,
            "holder": one.holder,
            "status": one.status,
            "by": one.by,
            **_ends(one.when),
            "claims": one.claims,
        }
        yield from _feature(book.places.get(one.place), one.id, told)


def events(book: Book) -> Iterator[Feature]:
    """Yield every event at a located place."""
    for one in book.account.events:
        told = {
            "type": one.type,
            "sub_type": one.sub_type,
            **_ends(one.when),
            "actors": [book.actor_name(actor) for actor in one.actors],
            "origins": one.origins,
            "claims": one.claims,
        }
        yield from _feature(book.places.get(one.place) if one.place else None, one.id, told)


def roads(book: Book) -> Iterator[Feature]:
    """Yield the roads given, near the places that somebody holds."""
    for number, one in enumerate(book.account.roads):
        yield {
            "type": "Feature",
            "id": f"road-{number}",
            "geometry": {"type": "LineString", "coordinates": [list(point) for point in one.points]},
            "properties": {"name": one.name, "main": one.main},
        }


def _feature(place: Place | None, id_: str, told: dict[str, Any]) -> Iterator[Feature]:
    if place is None or place.latitude is None or place.longitude is None:
        return
    yield {
        "type": "Feature",
        "id": id_,
        "geometry": {"type": "Point", "coordinates": [place.longitude, place.latitude]},
        "properties": {
            "place": place.name,
            "place_id": place.id,
            "precision": place.precision,
            "radius_km": place.radius_km,
            "gazetteer": place.gazetteer,
            **told,
        },
    }


def _ends(when: When) -> dict[str, str | None]:
    return {
        "earliest": when.earliest.isoformat() if when.earliest else None,
        "latest": when.latest.isoformat() if when.latest else None,
    }
