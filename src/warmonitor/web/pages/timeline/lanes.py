"""The lanes of the timeline as they are drawn: columns of counts, or single events, along an axis of days."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache

from warmonitor.model.spoken import MONTHS
from warmonitor.store.lanes import BY_TYPE, Asked, Lane
from warmonitor.store.reader import Record
from warmonitor.store.spans import Bucket, Unit, Window
from warmonitor.web.pages.timeline.asked import AskedTimeline, windowed
from warmonitor.web.pages.timeline.parts import Bar, Column, LaneShown, OfType, Tick
from warmonitor.web.pages.wording import words
from warmonitor.web.pages.wording.links import listed, page_of

_NAMED = 10  # ticks with a name at most
_STEPS = {Unit.YEAR: (1, 2, 5, 10), Unit.MONTH: (1, 3, 6, 12), Unit.DAY: (1, 2, 7, 14)}
_NARROWEST = 0.6  # percent
_DIGITS = 3
_KEPT = 1_000


def ticks(asked: AskedTimeline, window: Window) -> list[Tick]:
    """Return the parts of the axis; each leads to itself, seen from nearer."""
    buckets = list(window.buckets())
    step = next((one for one in _STEPS[window.unit] if len(buckets) <= one * _NAMED), 20)
    return [_tick(asked, window, bucket, step) for bucket in buckets]


def _tick(asked: AskedTimeline, window: Window, bucket: Bucket, step: int) -> Tick:
    x, width = _place(window, bucket.first, bucket.last)
    number = {
        Unit.YEAR: bucket.first.year,
        Unit.MONTH: bucket.first.month - 1,
        Unit.DAY: (bucket.first - window.first).days,
    }[window.unit]
    href = asked.address(windowed(bucket.first, bucket.last))
    return Tick(
        at=bucket.name,
        words=_short(bucket, window.unit),
        x=x,
        width=width,
        named=number % step == 0,
        fine=number // step % 2 == 1,
        href=href,
    )


def _short(bucket: Bucket, unit: Unit) -> str:
    month = MONTHS[bucket.first.month - 1][:3]
    return {
        Unit.YEAR: str(bucket.first.year),
        Unit.MONTH: f"{month} {bucket.first.year}",
        Unit.DAY: f"{bucket.first.day} {month}",
    }[unit]


def lane_shown(
    asked: AskedTimeline, window: Window, lane: Lane, name: str | None, events: Sequence[Record] | None
) -> LaneShown:
    """Return a lane; `events` are its single events where these are to be drawn rather than counts."""
    bars = list(_bars(window, events or ()))
    by_type = asked.lane == BY_TYPE
    return LaneShown(
        id=lane.name,
        name=(lane.name or "type not told") if by_type else name or "name not known",
        events=lane.total,
        href=_list(asked, lane.name, window.first, window.last),
        page=None if by_type else page_of(f"{asked.lane}s", lane.name),
        alone=asked.address(None, **{asked.lane: lane.name})
        if lane.name and not _alone(asked, lane)
        else None,
        columns=[] if events is not None else list(_columns(asked, window, lane)),
        bars=bars,
        rows=1 + max((bar.row for bar in bars), default=0),
    )


def _alone(asked: AskedTimeline, lane: Lane) -> bool:
    return bool(getattr(asked, asked.lane) == lane.name)


def _list(asked: AskedTimeline, lane: str, first: date, last: date, sort: str | None = None) -> str:
    """Return the address of the list of the events that are counted."""
    return _listed(asked.asked(), lane, sort) + f"since={first.isoformat()}&until={last.isoformat()}"


@lru_cache(maxsize=_KEPT)  # a lane has hundreds of columns
def _listed(asked: Asked, lane: str, sort: str | None) -> str:
    told = {"place": asked.place, "actor": asked.actor, "type": asked.type}
    told[asked.lane] = lane or told[asked.lane]
    if sort and asked.type is None:
        told["type"] = sort
    address = listed("/events", **told)
    return f"{address}&" if "?" in address else f"{address}?"


def _columns(asked: AskedTimeline, window: Window, lane: Lane) -> Iterator[Column]:
    by_bucket: dict[str, dict[str, int]] = {}
    for cell in lane.cells:
        by_bucket.setdefault(cell.at, {})[cell.type] = cell.events
    for bucket in window.buckets():
        if told := by_bucket.get(bucket.name):
            yield _column(asked, window, lane, bucket, told)


@lru_cache(maxsize=_KEPT)
def _when(bucket: Bucket) -> str:
    return words.when({"earliest": bucket.first.isoformat(), "latest": bucket.last.isoformat()})


def _column(
    asked: AskedTimeline, window: Window, lane: Lane, bucket: Bucket, told: Mapping[str, int]
) -> Column:
    x, width = _place(window, bucket.first, bucket.last)
    days = (bucket.first, bucket.last)
    types = [
        OfType(type=sort, events=count, href=_list(asked, lane.name, *days, sort))
        for sort, count in sorted(told.items())
    ]
    return Column(
        at=bucket.name,
        words=_when(bucket),
        x=x,
        width=width,
        events=sum(told.values()),
        href=_list(asked, lane.name, *days),
        types=types,
    )


def _bars(window: Window, events: Sequence[Record]) -> Iterator[Bar]:
    """Yield events, each in the first row in which it covers no other."""
    ends: list[float] = []
    for event in events:
        if (spread := stretch(window, event["when"]["earliest"], event["when"]["latest"])) is None:
            continue
        x, width = spread
        row = next((at for at, end in enumerate(ends) if end <= x), len(ends))
        ends[row : row + 1] = [round(x + width, _DIGITS)]
        yield Bar(
            event=event["id"],
            words=told_in_words(event),
            x=x,
            width=width,
            row=row,
            type=event["type"] or "",
            sort=_sort(event["when"]),
            href=page_of("events", event["id"]),
        )


def told_in_words(event: Record) -> str:
    """Return an event in a few words, with its place and its days."""
    place = words.called({"name": event["place"]["name"]}) if event["place"] else None
    told = [words.event_words(event), place, words.when(event["when"])]
    return ", ".join(one for one in told if one)


def _sort(when: Record) -> str:
    """Say what the days of an event are: its day, days over which it lasted, or some in which it happened."""
    if when["earliest"] and when["earliest"] == when["latest"]:
        return "day"
    return "lasting" if when["precision"] == "span" else "open"


def met(lanes: Sequence[LaneShown]) -> list[str]:
    """Return the types that lanes show."""
    counted = {one.type for lane in lanes for column in lane.columns for one in column.types}
    return sorted(counted | {bar.type for lane in lanes for bar in lane.bars})


def tallest(lanes: Sequence[LaneShown]) -> int:
    """Return the most events of a column, 1 where there are none."""
    return max((column.events for lane in lanes for column in lane.columns), default=1)


def stretch(window: Window, earliest: str | None, latest: str | None) -> tuple[float, float] | None:
    """Return where days lie among those shown, in percent, None where they do not; open ends reach out."""
    first = max(window.first, date.fromisoformat(earliest)) if earliest else window.first
    last = min(window.last, date.fromisoformat(latest)) if latest else window.last
    return _place(window, first, last) if first <= last else None


def _place(window: Window, first: date, last: date) -> tuple[float, float]:
    start = 100 * (first - window.first).days / window.days
    end = 100 * (last + timedelta(days=1) - window.first).days / window.days if last < date.max else 100.0
    width = max(end - start, _NARROWEST)
    return round(min(start, 100 - width), _DIGITS), round(width, _DIGITS)
