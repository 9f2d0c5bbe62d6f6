"""The map of a situation report: how places stood on the last day, and the areas in which events were."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from warmonitor.exports.sitrep import svg
from warmonitor.exports.sitrep.record import Picture
from warmonitor.exports.sitrep.signs import hatching, sign
from warmonitor.exports.sitrep.view import HIGH, WIDE, Outline, Spot, View, borders
from warmonitor.model.sides import SideSign, others

KEY = 170
_AWAY = 8  # from the middle of a sign to what may stand beside it
_LETTER = 6.0  # about as wide as a letter
_Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Stand:
    """How a place stood: `status` as of a spell of control, `holder` None where nobody or nobody known."""

    spot: Spot
    status: str
    holder: str | None


def area_map(
    stands: Sequence[Stand],
    events: Sequence[Spot],
    outlines: Iterable[Outline],
    day: str,
    signs: Mapping[str, SideSign],
) -> Picture | None:
    """Return the map, None where no place is known; `signs` are those of the sides that have their own."""
    if not stands and not events:
        return None
    view = View([*(one.spot for one in stands), *events])
    held = {one.holder for one in stands if one.holder}
    parts = [
        *map(hatching, (*signs.values(), others())),
        *borders(outlines, view),
        *_areas(events, view),
        *_stands(stands, signs, view),
    ]
    known = {name: sign for name, sign in signs.items() if name in held}
    cut = svg.element("clipPath", svg.element("rect", width=WIDE, height=HIGH), id="frame")
    ground = svg.element("g", *parts, clip_path="url(#frame)")
    frame = svg.element("rect", x=0.5, y=0.5, width=WIDE - 1, height=HIGH - 1, fill="none", stroke=svg.LINE)
    drawn = svg.picture(WIDE, HIGH + KEY, cut, ground, frame, *_scale_bar(view), *_key(known, held))
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


def _stands(stands: Sequence[Stand], signs: Mapping[str, SideSign], view: View) -> Iterator[str]:
    """Yield the signs of places, then names beside them, as many as hide no sign and no other name."""
    places = [view.at(one.spot.longitude, one.spot.latitude) for one in stands]
    for one, at in zip(stands, places, strict=True):
        yield sign(one.status, signs.get(one.holder or "", others()), *at)
    taken: list[_Box] = [(x - _AWAY, y - _AWAY, x + _AWAY, y + _AWAY) for x, y in places]
    halo: dict[str, svg.Value] = {"stroke": svg.PAPER, "stroke_width": 3, "paint_order": "stroke"}
    for one, (x, y) in zip(stands, places, strict=True):
        long = _LETTER * len(one.spot.name)
        for start, anchor in ((x + _AWAY + 1, "start"), (x - _AWAY - 1 - long, "end")):
            box = (start, y - 6, start + long, y + 6)
            if not any(map(partial(_meet, box), taken)):
                taken.append(box)
                told = start if anchor == "start" else start + long
                yield svg.text(told, y + 4, one.spot.name, text_anchor=anchor, **halo)
                break


def _meet(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


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


def _key(known: Mapping[str, SideSign], held: Collection[str]) -> Iterator[str]:
    """Yield the legend: holders by colour and stroke, states by filling, events by their area."""
    rest = {"other sides": others()} if len(held) > len(known) else {}
    for row, (holder, side) in enumerate({**known, **rest}.items()):
        y = HIGH + 20 + row * 18
        yield sign("held", side, 16, y) + svg.text(30, y + 4, holder)
    for row, (status, told) in enumerate(_STATES):
        y = HIGH + 20 + row * 24
        yield sign(status, others(), 346, y) + svg.text(364, y + 4, told)
    y = HIGH + 20 + len(_STATES) * 24
    look: dict[str, svg.Value] = {
        "fill": svg.INK,
        "fill_opacity": 0.09,
        "stroke": svg.INK,
        "stroke_width": 0.9,
    }
    yield svg.element("circle", cx=346, cy=y, r=9, stroke_dasharray="3 2", **look)
    yield svg.text(364, y + 4, "area in which events were")
