"""Roads as a graph: nodes with coordinates, pieces of road between them, points of note."""

from dataclasses import dataclass
from enum import IntFlag, StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[Any]  # of whole numbers, most of them int64
Floats = NDArray[np.float64]
UNITS = 10_000_000  # of a degree, as OpenStreetMap keeps coordinates: a centimetre


class Mark(IntFlag):
    """What a piece of road is, beside its name."""

    NONE = 0
    MAIN = 1
    BRIDGE = 2
    TUNNEL = 4
    FERRY = 8


class SpotKind(StrEnum):
    """What a point of note is."""

    CROSSING = "border crossing"
    PLACE = "place"


@dataclass(frozen=True, slots=True, order=True)
class Road:
    """A road as the map names it: its number, and its names in every language given, best first."""

    ref: str = ""
    names: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """Return the number, else the best name, else ""."""
        return self.ref or next(iter(self.names), "")


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A point of note: a border crossing or a place, with its names; in units of a 10,000,000th degree."""

    kind: SpotKind
    names: tuple[str, ...]
    x: int
    y: int

    @property
    def degrees(self) -> tuple[float, float]:
        """Return latitude and longitude."""
        return self.y / UNITS, self.x / UNITS


@dataclass(frozen=True, eq=False)
class RoadNetwork:
    """A graph of roads: `x` and `y` of each node in units of a 10,000,000th degree, and pieces between nodes.

    Pieces are shorter than a kilometre: `a` and `b` are their nodes, `metres` their lengths, `road` the index
    of each in `roads`, `marks` a Mark. Nodes and pieces stand in an order that depends on nothing but them.
    """

    x: Ints
    y: Ints
    a: Ints
    b: Ints
    metres: Ints
    road: Ints
    marks: Ints
    roads: tuple[Road, ...] = ()
    spots: tuple[Spot, ...] = ()

    @property
    def nodes(self) -> int:
        """Return how many nodes there are."""
        return int(self.x.size)

    @property
    def pieces(self) -> int:
        """Return how many pieces there are."""
        return int(self.a.size)

    @property
    def km(self) -> float:
        """Return the length of all pieces together."""
        return float(self.metres.sum()) / 1000

    def arrays(self) -> tuple[Any, ...]:
        """Return the arrays in the order of the fields."""
        return self.x, self.y, self.a, self.b, self.metres, self.road, self.marks


def _none() -> Ints:
    return np.zeros(0, np.int64)


NO_ROADS = RoadNetwork(_none(), _none(), _none(), _none(), _none(), _none(), _none())
