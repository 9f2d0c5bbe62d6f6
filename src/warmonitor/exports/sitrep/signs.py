"""Signs on the map of a situation report: states by edge and filling, sides by colour and stroke."""

from collections.abc import Iterator, Sequence

from warmonitor.exports.sitrep import svg
from warmonitor.model.sides import SideSign

_RADIUS = 6.5
_LOOKS: dict[str, dict[str, svg.Value]] = {
    "held": {"stroke": svg.INK, "stroke_width": 1},
    "contested": {"stroke_width": 1.4},
    "claimed": {"stroke_width": 2.6, "fill": svg.PAPER},
    "surrounded": {"stroke_width": 2, "fill": svg.PAPER, "stroke_dasharray": "5 2.5", "r": _RADIUS + 2.5},
    "unknown": {"stroke_width": 1, "fill": svg.PAPER, "stroke_dasharray": "2 2.5"},
}


def sign(status: str, side: SideSign, x: float, y: float) -> str:
    """Return the sign of a place: the state as the room's map has it, the side by colour and strokes."""
    usual: dict[str, svg.Value] = {"stroke": side.colour, "fill": side.colour, "r": _RADIUS}
    if status == "contested":
        usual["fill"] = f"url(#{_hatch(side)})"
    disc = svg.element("circle", cx=x, cy=y, **(usual | _LOOKS.get(status, _LOOKS["unknown"])))
    lines = [tuple((x + a * _RADIUS, y + b * _RADIUS) for a, b in _pairs(line)) for line in side.strokes]
    under = [svg.path(line, stroke=svg.PAPER, stroke_width=3.4) for line in lines]
    return disc + "".join(under) + "".join(svg.path(line, stroke=svg.INK, stroke_width=1.7) for line in lines)


def _pairs(line: Sequence[float]) -> Iterator[tuple[float, float]]:
    return zip(line[::2], line[1::2], strict=True)


def hatching(side: SideSign) -> str:
    """Return the pattern that contested places of a side are filled with."""
    return svg.hatching(_hatch(side), side.colour)


def _hatch(side: SideSign) -> str:
    return f"hatch-{side.colour.removeprefix('#')}"
