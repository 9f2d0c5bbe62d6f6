"""GeoJSON of one's own (RFC 7946): points, and areas as their middle with a radius."""

import json
import math
from collections.abc import Iterator, Mapping
from typing import IO, Any

from warmonitor.model import SourceError, haversine_km
from warmonitor.reference.gazetteer.adding.columns import Columns, column_of, row_of
from warmonitor.reference.gazetteer.adding.coordinates import point
from warmonitor.reference.gazetteer.adding.rows import PlaceRow, RowRefused, Tally

# A file is held in memory as a whole: more than this many bytes are for a table.
_LARGEST = 2**28
_IDS = ("id", "@id", "osm_id", "uuid", "gid")
Point = tuple[float, float]


def geojson_rows(content: IO[bytes], tally: Tally) -> Iterator[PlaceRow]:
    """Yield the places of a collection, a feature or features one a line; refused ones are counted by number.

    Raises:
        SourceError: when it is no JSON, or too large to be held.
    """
    for number, feature in enumerate(_features(content), 1):
        try:
            yield _row(number, feature)
        except RowRefused as refused:
            tally.refuse(refused.code, number)


def _features(content: IO[bytes]) -> Iterator[Any]:
    raw = content.read(_LARGEST + 1)
    if len(raw) > _LARGEST:
        msg = f"a GeoJSON file may have {_LARGEST // 2**20} MB; give a larger one as a table"
        raise SourceError(msg)
    try:
        text = raw.decode("utf-8-sig")
        data = json.loads(text)
    except (UnicodeDecodeError, RecursionError) as error:
        msg = "the file is not JSON in UTF-8"
        raise SourceError(msg) from error
    except ValueError as error:
        yield from _by_line(text, str(error))
        return
    listed = data.get("features") if isinstance(data, dict) else data
    yield from listed if isinstance(listed, list) else [data]


def _by_line(text: str, why: str) -> Iterator[Any]:
    """Read features that stand one on a line; a line that is none is a feature that is refused."""
    lines = [line.strip("\x1e ,") for line in text.splitlines() if line.strip("\x1e ,")]
    read = [_loaded(line) for line in lines]
    if not any(isinstance(one, dict) and one.get("type") == "Feature" for one in read):
        msg = f"the file is not GeoJSON: {why}"
        raise SourceError(msg)
    yield from (one for one, line in zip(read, lines, strict=True) if one is not None or '"Feature"' in line)


def _loaded(line: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _row(number: int, feature: Any) -> PlaceRow:
    if not isinstance(feature, dict) or not isinstance(feature.get("properties"), dict):
        raise RowRefused("row-feature")
    values: dict[int | str, str] = {
        str(key): str(one)
        for key, one in feature["properties"].items()
        if isinstance(one, str | int | float) and not isinstance(one, bool)
    }
    columns = Columns({key: one for key in values if (one := column_of(str(key))) is not None})
    spot, radius = _place(feature.get("geometry"))
    id_ = str(feature.get("id") or next((values[key] for key in _IDS if values.get(key)), ""))
    row = row_of(number, columns, values, spot, id_ or f"feature-{number}")
    row.radius_km = radius if radius is not None else row.radius_km
    return row


def _place(geometry: Any) -> tuple[Point, float | None]:
    """Return the point of a geometry as latitude and longitude, and the radius that holds all of an area."""
    kind = geometry.get("type") if isinstance(geometry, Mapping) else None
    try:
        if kind == "Point":
            return point(geometry["coordinates"][1], geometry["coordinates"][0]), None
        if kind == "MultiPoint":
            return _round(_points(geometry["coordinates"]))
        if kind in {"Polygon", "MultiPolygon"}:
            parts = [geometry["coordinates"]] if kind == "Polygon" else geometry["coordinates"]
            return _area([_points(part[0]) for part in parts])
    except (KeyError, IndexError, TypeError):
        raise RowRefused("coordinates-missing") from None
    raise RowRefused("row-feature" if kind else "coordinates-missing")


def _points(listed: Any) -> list[Point]:
    return [point(one[1], one[0]) for one in listed]


def _area(rings: list[list[Point]]) -> tuple[Point, float | None]:
    """Return the middle of outer rings by their areas in a plane, longitudes shrunk by the latitude."""
    parts = [_middle(ring) for ring in rings]
    everything = [one for ring in rings for one in ring]
    weight = sum(area for area, _, _ in parts)
    if weight < 1e-12:
        return _round(everything)
    north = sum(area * lat for area, lat, _ in parts) / weight
    east = sum(area * lon for area, _, lon in parts) / weight
    middle = (round(north, 6), round(east, 6))
    return middle, _reach(middle, everything)


def _middle(ring: list[Point]) -> tuple[float, float, float]:
    """Return area, latitude and longitude of the middle of a ring; no area where its points lie in line."""
    lat0, lon0 = ring[0]
    scale = max(1e-6, math.cos(math.radians(lat0)))
    plane = [(lat - lat0, (lon - lon0) * scale) for lat, lon in ring]
    area = north = east = 0.0
    for (y, x), (y2, x2) in zip(plane, plane[1:] + plane[:1], strict=True):
        cross = x * y2 - x2 * y
        area += cross / 2
        north += cross * (y + y2) / 6
        east += cross * (x + x2) / 6
    if not area:
        return 0.0, lat0, lon0
    return abs(area), lat0 + north / area, lon0 + east / area / scale


def _round(points: list[Point]) -> tuple[Point, float | None]:
    middle = (
        round(sum(lat for lat, _ in points) / len(points), 6),
        round(sum(lon for _, lon in points) / len(points), 6),
    )
    return middle, _reach(middle, points)


def _reach(middle: Point, points: list[Point]) -> float:
    return round(max(haversine_km(middle, one) for one in points), 1)
