"""Tolls side by side: like with like in one figure, the rest left apart with the reason."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import median

from warmonitor.model import Apart, Figure, PlaceIndex, When, make_id
from warmonitor.stages.reconcile.counted import (
    Counted,
    PeriodKind,
    areas_fit,
    best_value,
    ends_fit,
    start_range,
    starts_fit,
)
from warmonitor.stages.reconcile.origins import Origins

LARGEST_RATIO = 3.0  # tolls with no stated time are compared only where their values are this near
REPORT_DAYS = 21
ORDER = (PeriodKind.CUMULATIVE, PeriodKind.UNTIL, PeriodKind.HAPPENING, PeriodKind.STOCK, PeriodKind.OPEN)


@dataclass
class Column:
    """Tolls that can be compared: the first is what the others were held against.

    `copies` are the ids of the same claims in copied reports.
    """

    tolls: list[Counted]
    copies: list[str] = field(default_factory=list)

    @property
    def first(self) -> Counted:
        """Return the toll that opened the column."""
        return self.tolls[0]


def columns(counted: Iterable[Counted], places: PlaceIndex) -> list[Column]:
    """Return every toll in exactly one column, the same for any order of the tolls."""
    shelves: dict[tuple[str, str], list[Counted]] = {}
    for toll in sorted(counted, key=lambda one: one.sort_key):
        shelves.setdefault(toll.key, []).append(toll)
    return [column for key in sorted(shelves) for column in _shelf(shelves[key], places)]


def _shelf(tolls: list[Counted], places: PlaceIndex) -> list[Column]:
    found: list[Column] = []
    for kind in ORDER:
        of_kind = [toll for toll in tolls if toll.period is kind]
        if kind is PeriodKind.OPEN:
            _place_open(of_kind, found, places)
        else:
            found.extend(_dated(of_kind, places))
    return [fresh for column in found for fresh in _without_older(column)]


def _dated(tolls: list[Counted], places: PlaceIndex) -> list[Column]:
    """Return columns of tolls of one kind of period; those that name an area come first."""
    found: list[Column] = []
    shelves: dict[Hashable, list[int]] = {}
    for toll in sorted(tolls, key=lambda one: (not one.places, one.sort_key)):
        near = sorted({number for key in _looks_under(toll) for number in shelves.get(key, ())})
        home = next((number for number in near if _fits(toll, found[number], places)), None)
        if home is None:
            home = len(found)
            found.append(Column([]))
            for key in _stands_under(toll):
                shelves.setdefault(key, []).append(home)
        found[home].tolls.append(toll)
    return found


def _stands_under(toll: Counted) -> Sequence[Hashable]:
    """Return the keys by which a column that this toll opens is found again."""
    return time_keys(toll) or list(toll.places) or [""]


def _looks_under(toll: Counted) -> Sequence[Hashable]:
    if toll.period is PeriodKind.CUMULATIVE:
        first, last = (_month(day) for day in start_range(toll.when))
        return list(range(first - 1, last + 2))
    if toll.period is PeriodKind.UNTIL:
        return [*toll.places, ""]
    return _stands_under(toll)


def time_keys(toll: Counted) -> Sequence[Hashable]:
    """Return the months in which a longer period can start, the event or the days of a happening, or none."""
    if toll.period is PeriodKind.CUMULATIVE:
        return sorted({_month(day) for day in start_range(toll.when)})
    if toll.period is not PeriodKind.HAPPENING:
        return []
    first, days = toll.when.earliest or date.min, toll.when.days() or 1
    event = [toll.event] if toll.event else []
    return [*event, *(first + timedelta(days=step) for step in range(min(days, 400)))]


def _month(day: date) -> int:
    return day.year * 12 + day.month


def _fits(toll: Counted, column: Column, places: PlaceIndex) -> bool:
    if any(_linked(toll, other) or _counted_twice(toll, other) for other in column.tolls):
        return False
    areas = [areas_fit(toll, other, places) for other in column.tolls]
    if toll.period is PeriodKind.HAPPENING:
        return _one_happening(toll, column, areas)
    if False in areas:
        return False
    return all(_periods_fit(toll, other) for other in (column.first,))


def _periods_fit(toll: Counted, other: Counted) -> bool:
    match toll.period:
        case PeriodKind.CUMULATIVE:
            return starts_fit(toll.when, other.when) and ends_fit(toll.when, other.when)
        case PeriodKind.STOCK:
            same_place = bool(set(toll.places) & set(other.places)) or not (toll.places or other.places)
            return same_place and _reported_together(toll, other)
        case _:
            return _reported_together(toll, other)


def _one_happening(toll: Counted, column: Column, areas: list[bool | None]) -> bool:
    first = column.first
    if any(_same_count(toll, other) for other in column.tolls) and False not in areas:
        return True
    if toll.event or first.event:
        return toll.event == first.event and False not in areas
    if not toll.when.meets(first.when) or False in areas:
        return False
    if all(areas):
        return True
    return bool(set(toll.origins) & set(first.origins)) or _bounds_meet(toll, first)


def _same_count(toll: Counted, other: Counted) -> bool:
    """Say whether one origin gives one number of the same people for the same days, wherever it is told."""
    same_days = toll.when.earliest == other.when.earliest and toll.when.latest == other.when.latest
    value = best_value(toll.toll.quantity)
    return (
        same_days and toll.origins == other.origins and value == best_value(other.toll.quantity) is not None
    )


def _counted_twice(toll: Counted, other: Counted) -> bool:
    """Say whether one speaker gives two numbers in one report: they count two things, or two times."""
    same_voice = toll.claim.report == other.claim.report and toll.origins == other.origins
    return same_voice and best_value(toll.toll.quantity) != best_value(other.toll.quantity)


def _linked(toll: Counted, other: Counted) -> bool:
    """Say whether one counts a part of the other."""
    return toll.toll.part_of == other.claim.id or other.toll.part_of == toll.claim.id


def _reported_together(toll: Counted, other: Counted) -> bool:
    one, two = toll.claim.when.latest, other.claim.when.latest
    return one is None or two is None or abs((one - two).days) <= REPORT_DAYS


def _place_open(tolls: list[Counted], found: list[Column], places: PlaceIndex) -> None:
    """Put each toll with no stated time where exactly one dated column fits, else with its like."""
    dated = list(found)
    undated: list[Column] = []
    for toll in tolls:
        fits = [column for column in dated if _open_fits(toll, column, places)]
        if len(fits) == 1:
            fits[0].tolls.append(toll)
            continue
        home = next((column for column in undated if _open_fits(toll, column, places)), None)
        if home is None:
            undated.append(Column([toll]))
        else:
            home.tolls.append(toll)
    found.extend(undated)


def _open_fits(toll: Counted, column: Column, places: PlaceIndex) -> bool:
    if any(_linked(toll, other) or _counted_twice(toll, other) for other in column.tolls):
        return False
    first = column.first
    if toll.event or first.period is PeriodKind.HAPPENING:
        return toll.event is not None and toll.event == first.event
    if False in [areas_fit(toll, other, places) for other in column.tolls]:
        return False
    return _values_near(toll, first) and _reported_together(toll, first)


def _values_near(toll: Counted, other: Counted) -> bool:
    one, two = best_value(toll.toll.quantity), best_value(other.toll.quantity)
    if not one or not two:
        return False
    return max(one, two) / min(one, two) <= LARGEST_RATIO


def _bounds_meet(toll: Counted, other: Counted) -> bool:
    one, two = bounds(toll), bounds(other)
    return one[0] <= two[1] and two[0] <= one[1]


def bounds(toll: Counted, slack: float = 0.0) -> tuple[float, float]:
    """Return the lowest and highest count that the words allow; a round number is widened by `slack`."""
    count = toll.toll.quantity
    low = count.low if count.low is not None else count.best if count.high is None else None
    high = count.high if count.high is not None else count.best if count.low is None else None
    if count.low is None and count.best is not None and count.high is not None:
        low = count.best
    wide = slack if count.approximate else 0.0
    return (
        low * (1 - wide) if low is not None else 0.0,
        high * (1 + wide) if high is not None else float("inf"),
    )


def _without_older(column: Column) -> list[Column]:
    """Split off the older counts of an origin that has since given a newer one."""
    newest: dict[tuple[str, ...], date] = {}
    for toll in column.tolls:
        end = toll.when.latest or date.min
        newest[toll.origins] = max(newest.get(toll.origins, date.min), end)
    values: dict[tuple[str, ...], set[float | None]] = {}
    for toll in column.tolls:
        if (toll.when.latest or date.min) == newest[toll.origins]:
            values.setdefault(toll.origins, set()).add(best_value(toll.toll.quantity))
    older = [toll for toll in column.tolls if _outdated(toll, newest[toll.origins], values[toll.origins])]
    if not older:
        return [column]
    kept = [toll for toll in column.tolls if toll not in older]
    by_end: dict[tuple[object, ...], list[Counted]] = {}
    for toll in older:
        by_end.setdefault((toll.origins, toll.when.latest), []).append(toll)
    return [
        Column(kept),
        *(Column(tolls) for _, tolls in sorted(by_end.items(), key=lambda item: str(item[0]))),
    ]


def _outdated(toll: Counted, newest: date, values: set[float | None]) -> bool:
    end = toll.when.latest
    return end is not None and end < newest and best_value(toll.toll.quantity) not in values


def figure_of(column: Column, origins: Origins, apart: tuple[Apart, ...]) -> Figure:
    """Return the figure of a column: bounds, the median of one value an origin, and its origins."""
    tolls = sorted(column.tolls, key=lambda one: one.claim.id)
    lows = [
        low for one in tolls if (low := _first(one.toll.quantity.low, one.toll.quantity.best)) is not None
    ]
    highs = [
        high for one in tolls if (high := _first(one.toll.quantity.high, one.toll.quantity.best)) is not None
    ]
    ids = tuple(sorted({*(one.claim.id for one in tolls), *column.copies}))
    first = column.first
    return Figure(
        id=make_id("figure", *first.key, *ids),
        measure=first.toll.measure.value,
        of=_most_used(column),
        place=_place(column),
        when=_when(column),
        claims=ids,
        low=min(lows + highs) if lows else None,
        high=max(lows + highs) if highs else None,
        median=_median(column),
        origins=origins.of_all(one.claim for one in tolls),
        apart=apart,
    )


def _first(one: int | None, other: int | None) -> int | None:
    return one if one is not None else other


def _median(column: Column) -> float | None:
    by_origin: dict[tuple[str, ...], set[float]] = {}
    for toll in column.tolls:
        value = best_value(toll.toll.quantity)
        if value is not None:
            by_origin.setdefault(toll.origins, set()).add(value)
    return float(median(median(values) for values in by_origin.values())) if by_origin else None


def _most_used(column: Column) -> str:
    words = Counter(toll.toll.of for toll in column.tolls)
    return min(words, key=lambda of: (-words[of], of))


def _place(column: Column) -> str | None:
    named = Counter(toll.places[0] for toll in column.tolls if toll.places)
    return min(named, key=lambda place: (-named[place], place)) if named else None


def _when(column: Column) -> When:
    known = [toll.when for toll in column.tolls if toll.when.known() and toll.period is column.first.period]
    if not known:
        return column.first.when
    starts = [when.earliest for when in known if when.earliest]
    ends = [when.latest for when in known if when.latest]
    first = column.first.when
    return When(min(starts, default=None), max(ends, default=None), first.said, first.precision)
