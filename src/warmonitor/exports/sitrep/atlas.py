"""The map of a situation report: how places stood on the last day, and the areas in which events were."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from warmonitor.exports.sitrep import svg
from warmonitor.exports.sitrep.record import Picture
from warmonitor.exports.sitrep.view import HIGH, WIDE, Outline, Spot, View, borders

KEY = 170
_MARK = 5.5


@dataclass(frozen=True, slots=True)
class Stand:
    """How a place stood: `status` as of a spell of control, `holder` None where nobody or nobody known."""

    spot: Spot
    status: str
    holder: str | None


def area_map(
    stands: Sequence[Stand], events: Sequence[Spot], outlines: Iterable[Outline], day: str
) -> Picture | None:
    """Return the map, None where no place is known."""
    if not stands and not events:
        return None
    view = View([*(one.spot for one in stands), *events])
    holders = list(dict.fromkeys(one.holder for one in stands if one.holder))
    parts = [
        *_patterns(holders),
        *borders(outlines, view),
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


def _areas(events: Sequence[Spot], view: View) -> Iterator[str]:
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


def _stands(stands: Sequence[Stand], holders: Sequence[str], view: View) -> Iterator[str]:
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


def _scale_bar(view: View) -> Iterator[str]:
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
