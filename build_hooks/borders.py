"""Make the list of land borders from the outlines of countries: points along each, for areas near a border.

python -m build_hooks.borders OUTLINES.json

OUTLINES.json is the file countries-50m.json of the package world-atlas (Natural Earth, public domain), which
the page's map is made of too. A border is the line that the outlines of two countries share.
"""

import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).resolve().parent.parent / "src" / "warmonitor" / "reference" / "data"
TARGET = DATA / "borders.tsv"
STEP_KM = 25.0
EARTH_KM = 6371.0
# Names that the outlines shorten.
SHORT = {
    "Bosnia and Herz.": "BA", "Central African Rep.": "CF", "Dem. Rep. Congo": "CD", "Eq. Guinea": "GQ",
    "Dominican Rep.": "DO", "S. Sudan": "SS", "W. Sahara": "EH", "eSwatini": "SZ", "Macedonia": "MK",
    "Congo": "CG", "Czechia": "CZ", "Côte d'Ivoire": "CI", "United States of America": "US",
}  # fmt: skip

Point = tuple[float, float]


def main(outlines: Path) -> None:
    """Write the list: two ISO codes in order, then latitude and longitude of each point."""
    world = json.loads(outlines.read_text(encoding="utf-8"))
    named = _names()
    sides: dict[int, set[str]] = defaultdict(set)
    for one in world["objects"]["countries"]["geometries"]:
        iso = SHORT.get(one["properties"]["name"]) or named.get(one["properties"]["name"].casefold())
        for arc in _arcs(one.get("arcs", [])):
            if iso:
                sides[arc].add(iso)
    lines: dict[tuple[str, str], list[Point]] = defaultdict(list)
    for arc, pair in sorted(sides.items()):
        if len(pair) == 2:
            first, second = sorted(pair)
            lines[first, second] += _thinned(list(_points(world, arc)))
    rows = [
        "\t".join((*pair, *(f"{lat:.2f} {lon:.2f}" for lat, lon in lines[pair]))) for pair in sorted(lines)
    ]
    TARGET.write_text("\n".join(rows) + "\n", encoding="utf-8")


def _names() -> dict[str, str]:
    countries = yaml.safe_load((DATA / "countries.yml").read_text(encoding="utf-8"))
    return {name.casefold(): iso for iso, one in countries.items() for name in one["names"]}


def _arcs(nested: Any) -> Iterator[int]:
    for one in nested:
        if isinstance(one, int):
            yield one if one >= 0 else ~one
        else:
            yield from _arcs(one)


def _points(world: dict[str, Any], arc: int) -> Iterator[Point]:
    """Yield the points of an arc, which TopoJSON writes as steps on a grid."""
    scale, shift = world["transform"]["scale"], world["transform"]["translate"]
    x = y = 0
    for dx, dy in world["arcs"][arc]:
        x, y = x + dx, y + dy
        yield y * scale[1] + shift[1], x * scale[0] + shift[0]


def _thinned(points: list[Point]) -> list[Point]:
    """Return both ends and points at least a step apart between them."""
    kept = points[:1]
    for one in points[1:]:
        if _km(kept[-1], one) >= STEP_KM:
            kept.append(one)
    return kept if kept[-1] == points[-1] else [*kept, points[-1]]


def _km(one: Point, other: Point) -> float:
    lat1, lon1, lat2, lon2 = map(math.radians, (*one, *other))
    half = (
        math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(math.sqrt(half))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
