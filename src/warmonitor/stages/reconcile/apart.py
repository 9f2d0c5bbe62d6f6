"""Why tolls that stand near a figure were left out of it."""

from collections import defaultdict

from warmonitor.model import Apart, PlaceIndex, When
from warmonitor.stages.reconcile.columns import Column, time_keys
from warmonitor.stages.reconcile.counted import Counted, PeriodKind, areas_fit, ends_fit, starts_fit

MOST_APART = 12


class LookedAt:
    """The tolls by report, by people, and by area, to find those that a figure was held against."""

    def __init__(self, columns: list[Column], places: PlaceIndex) -> None:
        self.places = places
        self.home = {toll.claim.id: number for number, column in enumerate(columns) for toll in column.tolls}
        self.columns = columns
        self._near: dict[tuple[str, ...], list[Counted]] = defaultdict(list)
        for column in columns:
            for toll in column.tolls:
                for shelf in _shelves(toll):
                    self._near[shelf].append(toll)

    def apart(self, number: int) -> tuple[Apart, ...]:
        """Return the tolls nearest to a column that are not in it, each with the one thing that differs."""
        column = self.columns[number]
        found: dict[str, tuple[int, str]] = {}
        for shelf in sorted({shelf for toll in column.tolls for shelf in _shelves(toll)}):
            for other in self._near[shelf][: 4 * MOST_APART]:
                if self.home[other.claim.id] != number and other.claim.id not in found:
                    reason = _reason(column, other, self.places)
                    found.update({other.claim.id: reason} if reason else {})
        ranked = sorted((rank, claim, because) for claim, (rank, because) in found.items())
        return tuple(Apart(claim, because) for _, claim, because in ranked[:MOST_APART])


def _shelves(toll: Counted) -> list[tuple[str, ...]]:
    measure = toll.toll.measure.value
    by_people = (measure, "people", toll.people, toll.period.value)
    by_report = (measure, "report", toll.claim.report)
    by_time = [(measure, "time", str(key)) for key in time_keys(toll)]
    return [by_people, by_report, *by_time, *((measure, "place", place) for place in toll.places)]


def _reason(column: Column, other: Counted, places: PlaceIndex) -> tuple[int, str] | None:
    """Return what keeps a toll out; None where it has more than one thing against it, so is no neighbour."""
    ids = {toll.claim.id for toll in column.tolls}
    if other.toll.part_of in ids:
        return 0, f"a part of another: {other.toll.of} among {column.first.toll.of}"
    if other.claim.id in {toll.toll.part_of for toll in column.tolls}:
        return 0, f"the whole that this is a part of: {other.toll.of}"
    against = [reason for reason in (_people(column, other), _period(column, other)) if reason]
    if len(against) == 2:
        return None
    area = _area(column, other, places)
    if area and against:
        return None
    return area or next(iter(against), (5, "not surely the same count: the words leave place or time open"))


def _people(column: Column, other: Counted) -> tuple[int, str] | None:
    return (2, f"other people counted: {other.toll.of}") if other.people != column.first.people else None


def _area(column: Column, other: Counted, places: PlaceIndex) -> tuple[int, str] | None:
    differs = False in [areas_fit(other, toll, places) for toll in column.tolls]
    return (3, "other area") if differs else None


def _period(column: Column, other: Counted) -> tuple[int, str] | None:
    first = column.first
    if other.period is not first.period:
        return 4, f"other period: it counts {other.period.value}, {_words(other.when)}"
    if first.period is PeriodKind.HAPPENING:
        apart = other.event != first.event or not other.when.meets(first.when)
        return (5, "another happening") if apart else None
    update = _update(column, other)
    if update or (starts_fit(other.when, first.when) and ends_fit(other.when, first.when)):
        return (1, update) if update else None
    return 4, f"other period: {_words(other.when)}"


def _update(column: Column, other: Counted) -> str | None:
    """Return the words for a count that an origin of the column gave at another time."""
    for toll in column.tolls:
        one, two = other.when.latest, toll.when.latest
        if one and two and one != two and other.origins == toll.origins and starts_fit(other.when, toll.when):
            return f"{'an older' if one < two else 'a newer'} figure of {', '.join(other.origins)}"
    return None


def _words(when: When) -> str:
    return f"from {when.earliest or 'an open start'} to {when.latest or 'an open end'}"
