"""Pictures as SVG of a few shapes: attributes alone, every text escaped, no links, no styles."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from warmonitor.exports.sitrep.told import clean

INK, QUIET, LINE, PAPER = "#1f2933", "#4a5763", "#9aa5b1", "#ffffff"
MARK = "#0072b2"  # of Okabe and Ito
_FONT = "Libertinus Serif, serif, Noto Naskh Arabic, DejaVu Sans Mono"

Value = str | float | int


def element(name: str, *inside: str, **attributes: Value) -> str:
    """Return an element; `_` in a name of an attribute stands for a hyphen."""
    told = "".join(
        f" {key.strip('_').replace('_', '-')}={quoteattr(_value(one))}" for key, one in attributes.items()
    )
    return f"<{name}{told}>{''.join(inside)}</{name}>" if inside else f"<{name}{told}/>"


def text(x: float, y: float, said: str, **more: Value) -> str:
    """Return a text at a place."""
    usual: dict[str, Value] = {"font_size": 11, "fill": INK, "font_family": _FONT}
    return element("text", escape(clean(said)), x=x, y=y, **(usual | more))


def path(points: Iterable[tuple[float, float]], **more: Value) -> str:
    """Return a line through points."""
    told = "L".join(f"{_value(x)} {_value(y)}" for x, y in points)
    return element("path", d=f"M{told}", **({"fill": "none"} | more))


def picture(width: int, height: int, *inside: str) -> str:
    """Return a whole picture on paper."""
    paper = element("rect", width=width, height=height, fill=PAPER)
    return element(
        "svg",
        paper,
        *inside,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
    )


def hatching(name: str, colour: str) -> str:
    """Return a pattern of slanting lines."""
    stroke = path(((0, 4), (4, 0)), stroke=colour, stroke_width=1.6)
    edges = path(((-1, 1), (1, -1)), stroke=colour, stroke_width=1.6) + path(
        ((3, 5), (5, 3)), stroke=colour, stroke_width=1.6
    )
    ground = element("rect", width=4, height=4, fill=PAPER)
    inside = (ground, stroke, edges)
    return element("pattern", *inside, id=name, width=4, height=4, patternUnits="userSpaceOnUse")


def _value(one: Value) -> str:
    return f"{one:.1f}".removesuffix(".0") if isinstance(one, float) else str(one)
