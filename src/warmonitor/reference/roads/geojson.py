"""GeoJSON read feature by feature: lines as roads, points as crossings or places."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ijson

from warmonitor.model import SourceError
from warmonitor.reference.roads.kinds import Kinds, Tags
from warmonitor.reference.roads.lines import Lines
from warmonitor.reference.roads.records import Mark


def read_geojson(path: Path, kinds: Kinds, lines: Lines) -> None:
    """Add the roads and points of a file; a feature that is broken is counted and left out.

    A line without `highway` is taken for a main road, as a map drawn by hand need not say what all of it is.

    Raises:
        SourceError: when the file cannot be opened or is not whole; a part of the roads would make places
            look cut off that are not.
    """
    try:
        with path.open("rb") as file:
            for feature in ijson.items(file, "features.item", use_float=True):
                _take(feature, kinds, lines)
    except (OSError, ijson.JSONError, UnicodeDecodeError) as error:
        msg = f"The GeoJSON in {path.name} cannot be read to its end: {_first_line(error)}."
        raise SourceError(msg) from error


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0].strip().rstrip(".")


def _take(feature: Any, kinds: Kinds, lines: Lines) -> None:
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    if not isinstance(geometry, dict):
        lines.skipped["broken"] += 1
        return
    tags = _tags(feature.get("properties"))
    try:
        for line in _lines(geometry):
            _take_line(line, tags, kinds, lines)
        kind = kinds.spot(tags) if geometry.get("type") == "Point" else None
        if kind is not None:
            lines.add_spot(kind, kinds.names(tags), _point(geometry["coordinates"]))
    except (TypeError, ValueError, KeyError, IndexError):
        lines.skipped["broken"] += 1


def _take_line(line: list[tuple[float, float]], tags: Tags, kinds: Kinds, lines: Lines) -> None:
    marks = kinds.marks(tags if tags.get("highway") or tags.get("route") else {**tags, "highway": "primary"})
    if marks is None:
        lines.skipped["no road"] += 1
    else:
        lines.add(line, kinds.road(tags), Mark(marks))


def _lines(geometry: dict[str, Any]) -> Iterator[list[tuple[float, float]]]:
    given = geometry.get("coordinates", [])
    if geometry.get("type") == "LineString":
        yield [_point(one) for one in given]
    elif geometry.get("type") == "MultiLineString":
        yield from ([_point(one) for one in line] for line in given)


def _point(given: Any) -> tuple[float, float]:
    return float(given[0]), float(given[1])


def _tags(given: Any) -> dict[str, str]:
    """Return the properties as tags: true is "yes", false "no", numbers and lists are words."""
    found: dict[str, str] = {}
    for key, value in (given if isinstance(given, dict) else {}).items():
        if isinstance(value, bool):
            found[str(key)] = "yes" if value else "no"
        elif isinstance(value, list):
            found[str(key)] = ";".join(map(str, value))
        elif value is not None:
            found[str(key)] = str(value)
    return found
