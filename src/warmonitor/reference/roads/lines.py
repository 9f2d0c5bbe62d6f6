"""Lines of roads as they are read: gathered in flat arrays, so that millions of them fit in memory."""

from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from warmonitor.reference.roads.records import UNITS, Mark, Road, Spot, SpotKind

Degrees = Sequence[tuple[float, float]]  # longitude, latitude


@dataclass
class Lines:
    """Lines and points so far; `skipped` counts what was left out, by why.

    Each point costs 8 bytes and each line 16, whatever the file holds besides.
    """

    x: "array[int]" = field(default_factory=lambda: array("i"))
    y: "array[int]" = field(default_factory=lambda: array("i"))
    ends: "array[int]" = field(default_factory=lambda: array("q"))
    road: "array[int]" = field(default_factory=lambda: array("i"))
    marks: "array[int]" = field(default_factory=lambda: array("i"))
    roads: dict[Road, int] = field(default_factory=dict)
    spots: set[Spot] = field(default_factory=set)
    skipped: Counter[str] = field(default_factory=Counter)

    def add(self, points: Degrees, road: Road, marks: Mark) -> bool:
        """Take a line; say no, and count it, where its coordinates are out of range or too few."""
        wrong = _wrong(points)
        if wrong:
            self.skipped[wrong] += 1
            return False
        if tuple(points[-1]) < tuple(points[0]):
            points = points[::-1]  # so that a road drawn from either end is cut at the same points
        self.x.extend([round(lon * UNITS) for lon, _ in points])
        self.y.extend([round(lat * UNITS) for _, lat in points])
        self.ends.append(len(self.x))
        self.road.append(self.roads.setdefault(road, len(self.roads)))
        self.marks.append(int(marks))
        return True

    def add_spot(self, kind: SpotKind, names: tuple[str, ...], point: tuple[float, float]) -> None:
        """Take a point of note; count it where its coordinates are out of range."""
        if wrong := _wrong([point, point]):
            self.skipped[wrong] += 1
        else:
            self.spots.add(Spot(kind, names, round(point[0] * UNITS), round(point[1] * UNITS)))


def _wrong(points: Degrees) -> str | None:
    if len(points) < 2:
        return "broken"
    if all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in points):
        return None
    turned = all(-180 <= lat <= 180 and -90 <= lon <= 90 for lon, lat in points)
    return "swapped" if turned else "out of range"
