"""Plots of a situation report: figures as ranges by origin, and events by week."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from warmonitor.exports.sitrep import svg
from warmonitor.exports.sitrep.record import Picture
from warmonitor.model.spoken import number, range_words

WIDE, LEFT, ROW = 660, 250, 18
_RIGHT, _BESIDE = 70, 6  # room to the right at least; from the end of a bar to its words
_LETTER = 5.5  # about as wide as a letter of them
_LONGEST = 44  # letters of a label
_WEEK = 7
_TICKS = 5  # of steps of ten, at most, but for the first
_FAR = 20  # largest over least, from which on steps are of ten


@dataclass(frozen=True, slots=True)
class Range:
    """What one origin gives; an end None is open."""

    who: str
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Told:
    """A figure in words, with what each origin gives."""

    said: str
    ranges: tuple[Range, ...]


def ranges(figures: Sequence[Told], title: str) -> Picture | None:
    """Return figures as ranges by origin, None where no number is known."""
    ends = [end for one in figures for row in one.ranges for end in (row.low, row.high) if end is not None]
    if not ends:
        return None
    rows = sum(1 + len(one.ranges) for one in figures)
    height = (rows + 2) * ROW
    longest = max(len(range_words(row.low, row.high)) for one in figures for row in one.ranges)
    scale = _scale(min(ends), max(ends), WIDE - max(_RIGHT, _BESIDE + _LETTER * longest))
    drawn = "".join(_rows(figures, scale)) + "".join(_axis(scale, height))
    said = f"{title}. " + " ".join(_said(one) for one in figures)
    return Picture(
        id="figures", title=title, said=said, width=WIDE, height=height, svg=svg.picture(WIDE, height, drawn)
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    low: float
    high: float
    right: float
    tens: bool

    def at(self, value: float) -> float:
        """Return where a number stands."""
        a, b, c = (math.log10(max(one, 1)) if self.tens else one for one in (self.low, self.high, value))
        return LEFT + (self.right - LEFT) * (c - a) / ((b - a) or 1)

    def ticks(self) -> Iterator[float]:
        """Yield a few round numbers."""
        if self.tens:
            powers = math.ceil(math.log10(max(self.high, 1)))
            yield from (10.0**power for power in range(0, powers + 1, math.ceil(powers / _TICKS) or 1))
            return
        step = 10 ** math.floor(math.log10(self.high or 1))
        step = step / 5 if self.high / step < 2 else step
        yield from (
            step * one for one in range(math.floor(self.high / step) + 1) if step * one == int(step * one)
        )


def _scale(low: float, high: float, right: float) -> _Scale:
    if high > _FAR * max(low, 1):
        return _Scale(1, 10 ** math.ceil(math.log10(high)), right, tens=True)
    return _Scale(0, max(high, 1), right, tens=False)


def _rows(figures: Sequence[Told], scale: _Scale) -> Iterator[str]:
    y = ROW
    for one in figures:
        yield svg.text(6, y, _short(one.said, 2 * _LONGEST), font_weight="bold")
        for row in one.ranges:
            y += ROW
            yield svg.text(LEFT - 10, y, _short(row.who), text_anchor="end")
            yield _bar(row, scale, y - 4)
        y += ROW


def _bar(row: Range, scale: _Scale, y: float) -> str:
    if row.low is None and row.high is None:
        return svg.text(LEFT, y + 4, "number not known", fill=svg.QUIET)
    start = scale.at(row.low if row.low is not None else scale.low)
    end = scale.at(row.high) if row.high is not None else scale.right
    colour = svg.MARK
    told = svg.path(((start, y), (end, y)), stroke=colour, stroke_width=2.5)
    told += svg.element("circle", cx=start, cy=y, r=3.5, fill=colour) if row.low is not None else ""
    if row.high is None:  # an arrow: nobody says where it ends
        told += svg.path(((end - 6, y - 4), (end, y), (end - 6, y + 4)), stroke=colour, stroke_width=2)
    elif row.high != row.low:
        told += svg.element("circle", cx=end, cy=y, r=3.5, fill=colour)
    return told + svg.text(end + _BESIDE, y + 4, range_words(row.low, row.high), font_size=10)


def _axis(scale: _Scale, height: int) -> Iterator[str]:
    y = height - ROW
    yield svg.path(((LEFT, y), (scale.right, y)), stroke=svg.QUIET, stroke_width=1)
    for tick in scale.ticks():
        if tick <= scale.high:
            x = scale.at(tick)
            yield svg.path(((x, y), (x, y + 4)), stroke=svg.QUIET, stroke_width=1)
            yield svg.text(x, y + 14, number(tick), font_size=9, text_anchor="middle", fill=svg.QUIET)


def _said(one: Told) -> str:
    return (
        f"{one.said}: " + "; ".join(f"{row.who} {range_words(row.low, row.high)}" for row in one.ranges) + "."
    )


def _short(said: str, most: int = _LONGEST) -> str:
    return said if len(said) <= most else f"{said[: most - 1].rstrip()}…"
