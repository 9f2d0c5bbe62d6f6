"""Events, control, access and places as GeoJSON (RFC 7946): longitude first, WGS 84.

A point is a named place. What is told more widely (near a town, a district, a province) is the circle in
which it lies, and nothing is drawn where no radius is known or only a country is: no false pin.
"""

import math
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from warmonitor.exports.book import Book
from warmonitor.exports.columns import Value, tables
from warmonitor.exports.output import GEOJSON, File, credit_lines, dumped
from warmonitor.exports.source import Made, Row
from warmonitor.model.circles import ring

KINDS = ("events", "control", "access", "places")
_PLACED = frozenset({"exact"})
_AREAS = frozenset({"near", "district", "province", "region"})
_GEO = frozenset({"latitude", "longitude", "radius_km", "precision"})


def files(book: Book) -> list[File]:
    """Return a layer for each list; a feature whose place is not known has no geometry."""
    return [File(f"{kind}.geojson", GEOJSON, _collection(_features(kind, book), book.made)) for kind in KINDS]


def _collection(features: Iterable[Row], made: Made) -> Iterator[bytes]:
    head = {"made": {"program": "warmonitor", "version": made.version}, "credits": list(credit_lines(made))}
    yield b'{"type": "FeatureCollection", ' + dumped(head)[1:-1] + b', "features": ['
    first = True
    for feature in features:
        yield (b"\n" if first else b",\n") + dumped(feature)
        first = False
    yield b"\n]}\n"


def _features(kind: str, book: Book) -> Iterator[Row]:
    columns = [column for column in tables()[kind] if column.name not in _GEO]
    for row in book.each(kind):
        place = row if kind == "places" else book.place(row["place"])
        yield {
            "type": "Feature",
            "id": row["id"],
            "geometry": geometry(place),
            "properties": {
                **{column.name: _plain(column.value(row, book)) for column in columns},
                "precision": place["precision"] if place else None,
                "radius_km": place["radius_km"] if place else None,
            },
        }


def geometry(place: Row | None) -> dict[str, Any] | None:
    """Return a point for a named place, a circle for an area, None where neither would be true."""
    if place is None:
        return None
    x, y, radius = place["longitude"], place["latitude"], place["radius_km"]
    if not _on_earth(x, y):
        return None
    if place["precision"] in _PLACED:
        return {"type": "Point", "coordinates": [x, y]}
    if place["precision"] in _AREAS and radius and math.isfinite(radius):
        return {"type": "Polygon", "coordinates": [list(ring(x, y, radius))]}
    return None


def _on_earth(x: float | None, y: float | None) -> bool:
    return x is not None and y is not None and -180 <= x <= 180 and -90 <= y <= 90


def _plain(value: Value) -> object:
    return value.isoformat() if isinstance(value, date) else value
