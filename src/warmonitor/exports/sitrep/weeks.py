"""The plot of events by week, told apart from those of which the week is not known."""

import math
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from warmonitor.exports.sitrep import svg
from warmonitor.exports.sitrep.record import Picture
from warmonitor.model.spoken import day_words, number, when_words

WIDE = 660
_WEEK = 7


def weeks(days: Sequence[tuple[date | None, date | None]], since: date, until: date) -> Picture | None:
    """Return events by week, told apart from those of which the week is not known; None without any."""
    if not days:
        return None
    starts = [since + timedelta(step) for step in range(0, (until - since).days + 1, _WEEK)]
    counts, open_ = [0] * len(starts), 0
    for first, last in days:
        week = _week(first, last, since, until)
        if week is None:
            open_ += 1
        else:
            counts[week] += 1
    rest = f" Of {number(open_)} more the week is not known." if open_ else ""
    told = "; ".join(
        f"{_span(start, until)} {number(count)}" for start, count in zip(starts, counts, strict=True)
    )
    title = "Events told, by the week in which they were."
    drawn = "".join(_columns(starts, counts, until))
    height = 190
    return Picture(
        id="weeks", title=title + rest, said=f"{title} {told}.{rest}", width=WIDE, height=height,
        svg=svg.picture(WIDE, height, drawn),
    )  # fmt: skip


def _week(first: date | None, last: date | None, since: date, until: date) -> int | None:
    if first is None or last is None or first < since or last > until:
        return None
    start, end = (first - since).days // _WEEK, (last - since).days // _WEEK
    return start if start == end else None


def _span(start: date, until: date) -> str:
    return when_words(start, min(start + timedelta(_WEEK - 1), until))


def _columns(starts: Sequence[date], counts: Sequence[int], until: date) -> Iterator[str]:
    top, bottom, most = 24.0, 150.0, max(*counts, 1)
    wide = (WIDE - 40) / len(starts)
    every = max(1, math.ceil(len(starts) / 6))
    for index, (start, count) in enumerate(zip(starts, counts, strict=True)):
        x, high = 20 + index * wide, (bottom - top) * count / most
        yield svg.element(
            "rect", x=x + 2, y=bottom - high, width=max(wide - 4, 1.0), height=high, fill=svg.MARK
        )
        if len(starts) <= 3 * 6:
            yield svg.text(x + wide / 2, bottom - high - 5, number(count), text_anchor="middle")
        if index % every == 0:
            yield svg.text(x + 2, bottom + 16, day_words(start), font_size=9, fill=svg.QUIET)
    yield svg.path(((20, bottom), (WIDE - 20, bottom)), stroke=svg.QUIET, stroke_width=1)
    yield svg.text(
        WIDE - 20, bottom + 32, f"until {day_words(until)}", font_size=9, text_anchor="end", fill=svg.QUIET
    )
