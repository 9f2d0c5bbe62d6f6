"""The few figures that matter most: the widest total of some days, against the days before."""

from collections.abc import Iterable, Sequence
from datetime import date

from warmonitor.store.filters import Filters
from warmonitor.store.reader import MOST, Reader, Record
from warmonitor.web.pages.frame.page import Part
from warmonitor.web.pages.situation.periods import Span, weeks
from warmonitor.web.pages.wording import words
from warmonitor.web.pages.wording.links import listed, page_of

MEASURES = ("killed", "injured", "displaced")
_HEIGHT, _STEP = 40, 24  # of the drawing: pixels of its bars, and from one to the next
_NONE_BEFORE = "nothing is told of the seven days before"


class Bar(Part):
    """A week in the drawing of a trend, from its low to its high end; no bar where nothing is told."""

    said: str
    href: str | None
    x: int
    top: float
    height: float


class KeyFigure(Part):
    """The widest total of its kind: its range by the rule chosen for it, origins, and how it went on.

    `since_before` says that it counts from before these days on; `trend` compares with the seven days before.
    """

    measure: str
    said: str
    range: str
    href: str
    place: Record | None
    when: str
    origins: int
    origins_said: str
    since_before: bool
    trend: str | None
    bars: list[Bar]


class Measured(Part):
    """What is told of one measure; `partly` says that there is more than was looked at."""

    measure: str
    figures: list[KeyFigure]
    list: str
    partly: bool


def key_figures(reader: Reader, day: date) -> list[Measured]:
    """Return the widest totals of each measure in the seven days to a day."""
    return [_measured(reader, measure, weeks(day)) for measure in MEASURES]


def _measured(reader: Reader, measure: str, told: Sequence[Span]) -> Measured:
    now, asked = told[0], Filters(measure=measure, since=told[-1].first, until=told[0].last)
    found = reader.page("figures", asked, limit=MOST)
    weekly = [_widest(one for one in found.records if span.holds(*_ends(one))) for span in told]
    running = _widest(one for one in found.records if _runs(one, now))
    figures = [_week(weekly[0], weekly, told)] if weekly[0] else []
    figures += [_running(running)] if running else []
    listing = listed("/figures", measure=measure, since=now.since, until=now.until)
    return Measured(measure=measure, figures=figures, list=listing, partly=found.after is not None)


def _ends(figure: Record) -> tuple[str | None, str | None]:
    return figure["when"]["earliest"], figure["when"]["latest"]


def _runs(figure: Record, span: Span) -> bool:
    """Say whether a figure counts from before some days on into them."""
    first, last = _ends(figure)
    return bool(last and span.since <= last[:10] <= span.until and (first is None or first[:10] < span.since))


def _widest(figures: Iterable[Record]) -> Record | None:
    return max(figures, key=lambda one: (*_most(one), len(one["origins"]), one["id"]), default=None)


def _most(figure: Record) -> tuple[float, float]:
    low, high = words.figure_ends(figure)
    return (high or low or 0), (low or 0)


def _week(figure: Record, weekly: Sequence[Record | None], told: Sequence[Span]) -> KeyFigure:
    return _shown(figure, False, _trend(figure, weekly[1]), _bars(weekly, told))


def _running(figure: Record) -> KeyFigure:
    return _shown(figure, True, None, [])


def _shown(figure: Record, before: bool, trend: str | None, bars: list[Bar]) -> KeyFigure:
    return KeyFigure(
        measure=figure["measure"],
        said=words.counted(figure),
        range=words.figure_range(figure),
        href=page_of("figures", figure["id"]),
        place=figure["place"],
        when=words.when(figure["when"]),
        origins=len(figure["origins"]),
        origins_said=words.origins(figure),
        since_before=before,
        trend=trend,
        bars=bars,
    )


def _trend(now: Record, before: Record | None) -> str:
    """Say how two ranges compare; where they overlap nobody can tell which is more."""
    if before is None:
        return _NONE_BEFORE
    (low, high), (low_before, high_before) = words.figure_ends(now), words.figure_ends(before)
    if low is not None and high_before is not None and low > high_before:
        return "more than in the seven days before"
    if high is not None and low_before is not None and high < low_before:
        return "fewer than in the seven days before"
    return "no clear difference from the seven days before"


def _bars(weekly: Sequence[Record | None], told: Sequence[Span]) -> list[Bar]:
    """Return the weeks from the earliest on, drawn to one scale."""
    top = max((_most(one)[0] for one in weekly if one), default=0) or 1
    drawn = list(zip(reversed(weekly), reversed(told), strict=True))
    return [_bar(one, span, at, top) for at, (one, span) in enumerate(drawn)]


def _bar(figure: Record | None, span: Span, at: int, top: float) -> Bar:
    if figure is None:
        return Bar(said=f"{span.said}: nothing is told", href=None, x=at * _STEP, top=_HEIGHT, height=0)
    high, low = _most(figure)
    height = max(3.0, round(_HEIGHT * (high - low) / top, 1))
    return Bar(
        said=f"{span.said}: {words.figure_range(figure)}",
        href=page_of("figures", figure["id"]),
        x=at * _STEP,
        top=min(_HEIGHT - height, round(_HEIGHT * (1 - high / top), 1)),
        height=height,
    )
