"""The map of a situation report: how places stood on the last day, and the areas in which events were."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from warmonitor.exports.sitrep import svg
from warmonitor.exports.sitrep.record import Picture
from warmonitor.model.circles import KM_A_DEGREE

WIDE, HIGH, KEY = 660, 440, 170
_LEAST_KM = 25.0  # from the middle of a map to its edge
_MARK = 5.5


@dataclass(frozen=True, slots=True)
class Outline:
    """A line in degrees, longitude first, and the box that it lies in: west, south, east, north."""

    points: Sequence[Sequence[float]]
    box: tuple[float, float, float, float]


def outline_of(points: Sequence[Sequence[float]]) -> Outline:
    """Return a line with its box."""
    x, y = [one[0] for one in points], [one[1] for one in points]
    return Outline(points, (min(x), min(y), max(x), max(y)))


@dataclass(frozen=True, slots=True)
class Spot:
    """A place, in degrees, with the radius in which it lies."""

    name: str
    longitude: float
    latitude: float
    radius_km: float


@dataclass(frozen=True, slots=True)
class Stand:
    """How a place stood: `status` as of a spell of control, `holder` None where nobody or nobody known."""

    spot: Spot
    status: str
    holder: str | None


class _View:
    """From degrees to the picture; the same number of kilometres is as long everywhere near its middle."""

    def __init__(self, spots: Iterable[Spot]) -> None:
        found = list(spots)
        lat = [edge for s in found for edge in (s.latitude - _up(s), s.latitude + _up(s))]
        self._shrink = max(0.1, math.cos(math.radians((min(lat) + max(lat)) / 2)))
        lon = [
            edge
            for s in found
            for edge in (s.longitude - _up(s) / self._shrink, s.longitude + _up(s) / self._shrink)
        ]
        self.x, self.y = (min(lon) + max(lon)) / 2, (min(lat) + max(lat)) / 2
        across = max((max(lon) - min(lon)) * self._shrink / WIDE, (max(lat) - min(lat)) / HIGH)
        self._degree = 1 / max(across * 1.12, 2 * _LEAST_KM / KM_A_DEGREE / HIGH)

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return where a place stands."""
        x = WIDE / 2 + (longitude - self.x) * self._shrink * self._degree
        return x, HIGH / 2 - (latitude - self.y) * self._degree

    def box(self, beyond: float) -> tuple[float, float, float, float]:
        """Return west, south, east, north of the picture and of as much of it beyond each edge."""
        x = WIDE * (0.5 + beyond) / self._degree / self._shrink
        y = HIGH * (0.5 + beyond) / self._degree
        return self.x - x, self.y - y, self.x + x, self.y + y

    def long(self, km: float) -> float:
        """Return how long some kilometres are."""
        return km / KM_A_DEGREE * self._degree


def _up(spot: Spot) -> float:
    return spot.radius_km / KM_A_DEGREE


def area_map(
    stands: Sequence[Stand], events: Sequence[Spot], outlines: Iterable[Outline], day: str
) -> Picture | None:
    """Return the map, None where no place is known."""
    if not stands and not events:
        return None
    view = _View([*(one.spot for one in stands), *events])
    holders = list(dict.fromkeys(one.holder for one in stands if one.holder))
    parts = [
        *_patterns(holders),
        *_borders(outlines, view),
        *_areas(events, view),
        *_stands(stands, holders, view),
    ]
    cut = svg.element("clipPath", svg.element("rect", width=WIDE, height=HIGH), id="frame")
    ground = svg.element("g", *parts, clip_path="url(#frame)")
    frame = svg.element("rect", x=0.5, y=0.5, width=WIDE - 1, height=HIGH - 1, fill="none", stroke=svg.LINE)
    drawn = svg.picture(WIDE, HIGH + KEY, cut, ground, frame, *_scale_bar(view), *_key(holders))
    title = f"How places stood on {day}, and where the events told were. Outlines: Natural Earth."
    return Picture(
        id="map", title=title, said=_said(stands, events, day), width=WIDE, height=HIGH + KEY, svg=drawn
    )


def _said(stands: Sequence[Stand], events: Sequence[Spot], day: str) -> str:
    held = "; ".join(
        f"{one.spot.name}: {one.status}{f' {one.holder}' if one.holder else ''}" for one in stands
    )
    where = ", ".join(dict.fromkeys(one.name for one in events))
    stood = f"How places stood on {day}: {held or 'not told'}"
    return f"Map. {stood}. Events told at: {where or 'no place that is known'}."


def _patterns(holders: Sequence[str]) -> Iterator[str]:
    for index in range(len(holders) + 1):
        yield svg.hatching(f"hatch-{index}", _colour(index, len(holders)))


def _colour(index: int, holders: int) -> str:
    return svg.COLOURS[-1] if index >= holders else svg.COLOURS[index % (len(svg.COLOURS) - 1)]


def _borders(outlines: Iterable[Outline], view: _View) -> Iterator[str]:
    """Yield outlines, as far as they run near the frame."""
    left, bottom, right, top = view.box(0)
    for outline in outlines:
        west, south, east, north = outline.box
        if east < left or west > right or north < bottom or south > top:
            continue
        yield from (_border([view.at(x, y) for x, y in part]) for part in _near(outline, view.box(1)))


def _near(outline: Outline, box: tuple[float, float, float, float]) -> Iterator[Sequence[Sequence[float]]]:
    """Yield the stretches of an outline that lie in a box of degrees."""
    left, bottom, right, top = box
    near = (left < x < right and bottom < y < top for x, y in outline.points)
    for inside, part in groupby(zip(near, outline.points, strict=True), key=itemgetter(0)):
        if inside and len(points := [point for _, point in part]) > 1:
            yield points


def _border(part: list[tuple[float, float]]) -> str:
    return svg.path(part, stroke=svg.QUIET, stroke_width=1.2)


def _areas(events: Sequence[Spot], view: _View) -> Iterator[str]:
    """Yield the area in which each place of events lies; no pin says more than is known."""
    for spot in dict.fromkeys(events):
        x, y = view.at(spot.longitude, spot.latitude)
        radius = max(view.long(spot.radius_km), 2.0)
        look: dict[str, svg.Value] = {
            "fill": svg.INK,
            "fill_opacity": 0.09,
            "stroke": svg.INK,
            "stroke_width": 0.9,
        }
        yield svg.element("circle", cx=x, cy=y, r=radius, stroke_dasharray="3 2", **look)


def _stands(stands: Sequence[Stand], holders: Sequence[str], view: _View) -> Iterator[str]:
    """Yield the signs of places, then names above them, as many as there is room for."""
    for one in stands:
        index = holders.index(one.holder) if one.holder else len(holders)
        yield _sign(one.status, index, len(holders), *view.at(one.spot.longitude, one.spot.latitude))
    met: list[tuple[float, float, float]] = []
    halo: dict[str, svg.Value] = {"stroke": svg.PAPER, "stroke_width": 3, "paint_order": "stroke"}
    for one in stands:
        x, y = view.at(one.spot.longitude, one.spot.latitude)
        end = x + 9 + 6 * len(one.spot.name)
        if all(abs(y - y2) > 11 or end < x2 or x > end2 for x2, end2, y2 in met):
            met.append((x, end, y))
            yield svg.text(x + 9, y + 4, one.spot.name, **halo)


def _sign(status: str, index: int, holders: int, x: float, y: float) -> str:
    """Return the sign of a place: full where held, hatched where contested or claimed, ringed in sieges."""
    colour, kind = _colour(index, holders), 0 if index >= holders else index
    look: dict[str, svg.Value] = {"stroke": colour, "stroke_width": 1.6, "fill": colour}
    if status in {"contested", "claimed"}:
        look["fill"] = f"url(#hatch-{index})"
    if status == "claimed":
        look["stroke_dasharray"] = "2 1.5"
    if status == "unknown":
        look["fill"] = svg.PAPER
    ring = svg.element("circle", cx=x, cy=y, r=10, fill="none", stroke=svg.INK, stroke_width=1.6)
    return svg.marker(kind, x, y, _MARK, **look) + (ring if status == "surrounded" else "")


def _scale_bar(view: _View) -> Iterator[str]:
    steps = [n * 10**power for power in range(4) for n in (1, 2, 5)]
    km = max((one for one in steps if view.long(one) < WIDE / 4), default=1)
    x, y = WIDE - 20 - view.long(km), HIGH - 14
    line = ((x, y - 4), (x, y), (x + view.long(km), y), (x + view.long(km), y - 4))
    yield svg.path(line, stroke=svg.INK, stroke_width=1.5)
    yield svg.text(x + view.long(km) / 2, y - 6, f"{km} km", font_size=10, text_anchor="middle")


_STATES = (
    ("held", "held"),
    ("contested", "contested"),
    ("claimed", "only claimed"),
    ("surrounded", "surrounded"),
    ("unknown", "not known who holds it"),
)


def _key(holders: Sequence[str]) -> Iterator[str]:
    """Yield the legend: holders by colour and shape, states by filling, events by their area."""
    for row, holder in enumerate(holders[:7]):
        y = HIGH + 20 + row * 18
        yield _sign("held", row, len(holders), 16, y) + svg.text(30, y + 4, holder)
    if len(holders) > 7:
        yield svg.text(30, HIGH + 166, "and others")
    for row, (status, told) in enumerate(_STATES):
        y = HIGH + 20 + row * 24
        yield _sign(status, len(holders), len(holders), 346, y) + svg.text(364, y + 4, told)
    y = HIGH + 20 + len(_STATES) * 24
    look: dict[str, svg.Value] = {
        "fill": svg.INK,
        "fill_opacity": 0.09,
        "stroke": svg.INK,
        "stroke_width": 0.9,
    }
    yield svg.element("circle", cx=346, cy=y, r=9, stroke_dasharray="3 2", **look)
    yield svg.text(364, y + 4, "area in which events were, as closely as it is known")
