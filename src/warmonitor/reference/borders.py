"""Land borders of the world as points along them, after Natural Earth."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Borders:
    """Points along each land border, some 25 km apart, as written, by the two ISO 3166-1 codes in order."""

    lines: dict[tuple[str, str], str]

    def between(self, one: str, other: str) -> tuple[Point, ...]:
        """Return latitude and longitude of points along a border, () where there is none on land."""
        first, second = sorted((one, other))
        said = self.lines.get((first, second), "")
        return tuple(_point(one) for one in said.split("\t")) if said else ()


@lru_cache(maxsize=1)
def load_borders() -> Borders:
    """Return the borders, read once; `build_hooks/borders.py` makes the file from public-domain outlines."""
    text = (files("warmonitor.reference.data") / "borders.tsv").read_text(encoding="utf-8")
    lines = {}
    for row in text.splitlines():
        one, other, points = row.split("\t", 2)
        lines[one, other] = points
    return Borders(lines)


def _point(said: str) -> Point:
    lat, lon = said.split()
    return float(lat), float(lon)
