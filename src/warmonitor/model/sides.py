"""How a side that holds ground is drawn: the same colour and stroke on every map of an account."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import yaml

Strokes = tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class SideSign:
    """A colour (#rrggbb), and lines across a sign: x and y in turn, from -1 to 1 of its radius."""

    colour: str
    strokes: Strokes


def signs_of(spells: Mapping[str, int]) -> dict[str, SideSign]:
    """Return the signs of the sides that have one of their own, most spells of control first."""
    order = sorted((name for name in spells if name), key=lambda name: (-spells[name], name))
    return dict(zip(order, _signs()[0], strict=False))


def others() -> SideSign:
    """Return the sign of all other sides, and of a holder that is not known."""
    return _signs()[1]


@lru_cache(maxsize=1)
def _signs() -> tuple[tuple[SideSign, ...], SideSign]:
    text = files("warmonitor.model").joinpath("data", "sides.yml").read_text(encoding="utf-8")
    told = yaml.safe_load(text)
    return tuple(_sign(**one) for one in told["own"]), _sign(**told["others"])


def _sign(colour: str, strokes: list[list[float]]) -> SideSign:
    return SideSign(colour, tuple(tuple(map(float, line)) for line in strokes))
