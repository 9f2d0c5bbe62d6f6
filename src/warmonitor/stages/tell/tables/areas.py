"""Who held what as map layers: each place as the area in which it lies, with the days that it is shown for.

`control-areas.geojson` holds all days, each feature with `start` and `end`, as the time controls of desktop
maps read them; `days/DATE.geojson` is what stood on that day, for each day on which something changed.
"""

from datetime import date
from typing import Any

from warmonitor.model import Place
from warmonitor.model.circles import ring
from warmonitor.stages.tell.book import Book
from warmonitor.stages.tell.layers import Piece, change_days, pieces
from warmonitor.stages.tell.tables.geo import Feature, geojson

# Beyond this many features in all, files for single days would weigh more than the layer that has them all.
MOST = 20_000


def layers(book: Book) -> dict[str, bytes]:
    """Return the layer of all days, and a layer for each day on which something changed, by path."""
    cut = [piece for piece in pieces(book.account.control) if _located(piece, book)]
    made = {"tables/control-areas.geojson": geojson(_feature(piece, book) for piece in cut)}
    on = {day: [piece for piece in cut if piece.covers(day)] for day in change_days(cut)}
    if sum(map(len, on.values())) > MOST:
        return made
    for day, shown in on.items():
        made[f"tables/days/{day.isoformat()}.geojson"] = geojson(_feature(one, book) for one in shown)
    return made


def _located(piece: Piece, book: Book) -> bool:
    place = book.places.get(piece.spell.place)
    return place is not None and place.latitude is not None and place.longitude is not None


def _feature(piece: Piece, book: Book) -> Feature:
    spell, place = piece.spell, book.places[piece.spell.place]
    return {
        "type": "Feature",
        "id": f"{spell.id}/{_iso(piece.earliest) or ''}",
        "geometry": _geometry(place),
        "properties": {
            "place": place.name,
            "place_id": place.id,
            "part": spell.part,
            "holder": spell.holder,
            "status": spell.status,
            "by": spell.by,
            "evidence": piece.evidence,
            "start": _iso(piece.earliest),
            "end": _iso(piece.latest),
            "precision": place.precision,
            "radius_km": place.radius_km,
            "claims": spell.claims,
        },
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _geometry(place: Place) -> dict[str, Any]:
    """Return the circle in which the place lies, its point where that is not known."""
    x, y = place.longitude or 0.0, place.latitude or 0.0
    if not place.radius_km:
        return {"type": "Point", "coordinates": [x, y]}
    return {"type": "Polygon", "coordinates": [list(ring(x, y, place.radius_km))]}
