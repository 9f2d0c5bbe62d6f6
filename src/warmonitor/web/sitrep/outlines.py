"""Outlines of countries for maps on paper, from what the build made for the map of the reading room."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from warmonitor.exports.sitrep.view import Outline, outline_of
from warmonitor.web.pages.frame.assets import files

_FILE = "world.json"


@cache
def outlines() -> tuple[Outline, ...]:
    """Return all outlines, none where the build made none."""
    found = files().get(_FILE)
    if found is None:
        return ()
    features = json.loads(found.read_text(encoding="utf-8"))["features"]
    return tuple(outline_of(ring) for one in features for ring in _rings(one["geometry"]))


def _rings(geometry: dict[str, Any]) -> Iterator[list[list[float]]]:
    found = geometry["coordinates"]
    for polygon in found if geometry["type"] == "MultiPolygon" else [found]:
        yield from polygon
