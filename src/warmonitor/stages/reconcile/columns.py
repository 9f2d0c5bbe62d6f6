"""Tolls that can be compared come into one column: like with like, and one origin's counts in time."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from warmonitor.model import Misprint, PlaceIndex, Scope
from warmonitor.stages.reconcile.counted import (
    Counted,
    PeriodKind,
    areas_fit,
    best_value,
    bounds,
    ends_fit,
    load_people,
    start_range,
    starts_fit,
)

LARGEST_RATIO = 3.0  # tolls with no stated time are compared only where their values are this near
REPORT_DAYS = 21
ORDER = (PeriodKind.CUMULATIVE, PeriodKind.UNTIL, PeriodKind.HAPPENING, PeriodKind.STOCK, PeriodKind.OPEN)


@dataclass
class Column:
    """Tolls that can be compared: the first is what the others were held against.

    `copies` are the ids of the same claims in copied reports, `changed` those that a copy gives otherwise.
    """

    tolls: list[Counted]
    copies: list[str] = field(default_factory=list)
    changed: list[Misprint] = field(default_factory=list)

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
            found.extend(_one_running_toll(_dated(of_kind, places), kind, places))
    return found


def _one_running_toll(found: list[Column], kind: PeriodKind, places: PlaceIndex) -> list[Column]:
    """Join columns of other ends in which one origin carries one running toll on."""
    if kind is not PeriodKind.CUMULATIVE:
        return found
    kept: list[Column] = []
    for column in found:
        home = next((other for other in kept if _carried_on(column, other, places)), None)
        if home is None:
            kept.append(column)
        else:
            home.tolls.extend(column.tolls)
    return kept


def _carried_on(column: Column, other: Column, places: PlaceIndex) -> bool:
    pairs = [(one, two) for one in column.tolls for two in other.tolls]
    if not any(set(one.origins) & set(two.origins) and _same_start(one, two) for one, two in pairs):
        return False
    areas = [areas_fit(one, two, places) for one, two in pairs]
    apart = any(_cannot_stand_together(one, two) for one, two in pairs)
    return False not in areas and not apart


def _same_start(one: Counted, other: Counted) -> bool:
    first, second = sorted((start_range(one.when), start_range(other.when)))
    return second[0] <= first[1]


def _dated(tolls: list[Counted], places: PlaceIndex) -> list[Column]:
    """Return columns of tolls of one kind of period; those that name an area come first."""
    found: list[Column] = []
    shelves: dict[Hashable, list[int]] = {}
    for toll in sorted(tolls, key=_whole_first):
        near = sorted({number for key in _looks_under(toll) for number in shelves.get(key, ())})
        home = next((number for number in near if _fits(toll, found[number], places)), None)
        if home is None:
            home = len(found)
            found.append(Column([]))
            for key in _stands_under(toll):
                shelves.setdefault(key, []).append(home)
        found[home].tolls.append(toll)
    return found


def _whole_first(toll: Counted) -> tuple[Any, ...]:
    return not toll.places, toll.toll.scope not in {Scope.TOTAL, Scope.REPLACED}, toll.sort_key


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
    if any(_cannot_stand_together(toll, other) for other in column.tolls):
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
        return toll.event == first.event
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


def _cannot_stand_together(toll: Counted, other: Counted) -> bool:
    added = toll.on_top is not other.on_top
    return added or _linked(toll, other) or _counted_twice(toll, other) or _two_armies(toll, other)


def _two_armies(toll: Counted, other: Counted) -> bool:
    """Say whether two states each count fighters without saying whose: each counts its own."""
    if toll.state is None or other.state is None or toll.state == other.state:
        return False
    return toll.people in load_people()["forces"]


def _counted_twice(toll: Counted, other: Counted) -> bool:
    """Say whether one speaker gives two numbers in one report: they count two things, unless one is older."""
    if Scope.REPLACED in {toll.toll.scope, other.toll.scope}:
        return False
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
        if toll.event:
            fits = sorted(fits, key=lambda column: not _one_voice(toll, column))[:1]
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
    if any(_cannot_stand_together(toll, other) for other in column.tolls):
        return False
    first = column.first
    if toll.event or first.period is PeriodKind.HAPPENING:
        return toll.event is not None and toll.event == first.event
    if False in [areas_fit(toll, other, places) for other in column.tolls]:
        return False
    return _values_near(toll, first) and _reported_together(toll, first)


def _one_voice(toll: Counted, column: Column) -> bool:
    return any(set(toll.origins) & set(other.origins) for other in column.tolls)


def _values_near(toll: Counted, other: Counted) -> bool:
    one, two = best_value(toll.toll.quantity), best_value(other.toll.quantity)
    if not one or not two:
        return False
    return max(one, two) / min(one, two) <= LARGEST_RATIO


def _bounds_meet(toll: Counted, other: Counted) -> bool:
    one, two = bounds(toll), bounds(other)
    return one[0] <= two[1] and two[0] <= one[1]
