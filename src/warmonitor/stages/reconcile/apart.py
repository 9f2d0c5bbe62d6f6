"""Why tolls that stand near a figure were left out of it."""

from collections import defaultdict

from warmonitor.model import Apart, Claim, PlaceIndex, When
from warmonitor.stages.reconcile.counted import Counted, PeriodKind, areas_fit
from warmonitor.stages.reconcile.figures import Column

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
        """Return the tolls nearest to a column that are not in it, each with the reason."""
        column = self.columns[number]
        found: dict[str, tuple[int, Apart]] = {}
        for shelf in sorted({shelf for toll in column.tolls for shelf in _shelves(toll)}):
            for other in self._near[shelf][: 4 * MOST_APART]:
                if self.home[other.claim.id] != number and other.claim.id not in found:
                    found[other.claim.id] = self._why(column, other)
        ranked = sorted(found.values(), key=lambda pair: (pair[0], pair[1].claim))
        return tuple(apart for _, apart in ranked[:MOST_APART])

    def _why(self, column: Column, other: Counted) -> tuple[int, Apart]:
        rank, because = _reason(column, other, self.places)
        return rank, Apart(other.claim.id, because)


def _shelves(toll: Counted) -> list[tuple[str, ...]]:
    measure = toll.toll.measure.value
    by_people = (measure, "people", toll.people, toll.period.value)
    by_report = (measure, "report", toll.claim.report)
    return [by_people, by_report, *((measure, "place", place) for place in toll.places)]


def _reason(column: Column, other: Counted, places: PlaceIndex) -> tuple[int, str]:
    first = column.first
    ids = {toll.claim.id for toll in column.tolls}
    wholes = {toll.toll.part_of for toll in column.tolls}
    if other.toll.part_of in ids:
        return 0, f"a part of another: {other.toll.of} among {first.toll.of}"
    if other.claim.id in wholes:
        return 0, f"the whole that this is a part of: {other.toll.of}"
    if other.people != first.people:
        return 2, f"other people counted: {other.toll.of}"
    if False in [areas_fit(other, toll, places) for toll in column.tolls]:
        return 3, "other area"
    return _period_reason(column, other)


def _period_reason(column: Column, other: Counted) -> tuple[int, str]:
    first = column.first
    same_origin = {origin for toll in column.tolls for origin in toll.origins} & set(other.origins)
    if (
        same_origin
        and other.period is first.period is PeriodKind.CUMULATIVE
        and _older(other.claim, first.claim)
    ):
        return 1, f"an older figure of {', '.join(sorted(same_origin))}"
    if other.period is not first.period:
        return 4, f"other period: it counts {other.period.value}, {_words(other.when)}"
    if other.event != first.event:
        return 5, "another happening"
    return 4, f"other period: {_words(other.when)}"


def _older(one: Claim, other: Claim) -> bool:
    return bool(one.when.latest and other.when.latest and one.when.latest < other.when.latest)


def _words(when: When) -> str:
    return f"from {when.earliest or 'an open start'} to {when.latest or 'an open end'}"
