"""A stretch of days cut into years, months or days, as events are counted in it."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

_DAY = timedelta(days=1)
_MONTHS = 12


class Unit(IntEnum):
    """What days are cut into, by the letters of ISO 8601 that name one."""

    YEAR = 4
    MONTH = 7
    DAY = 10


@dataclass(frozen=True, slots=True)
class Bucket:
    """A year, a month or a day, with its first and last day."""

    name: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Window:
    """Whole years, months or days, from the first day to the last."""

    first: date
    last: date
    unit: Unit

    def buckets(self) -> Iterator[Bucket]:
        """Yield the parts, in order."""
        at = self.first
        while True:
            _, end = whole(at, at, self.unit)
            yield Bucket(at.isoformat()[: self.unit], at, end)
            if end >= self.last:
                return
            at = end + _DAY

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1


def whole(first: date, last: date, unit: Unit) -> tuple[date, date]:
    """Return the first and the last day of the years, months or days in which two days lie."""
    if unit is Unit.DAY:
        return first, last
    months = (1, _MONTHS) if unit is Unit.YEAR else (first.month, last.month)
    start, end = date(first.year, months[0], 1), date(last.year, months[1], 1)
    return start, end.replace(day=calendar.monthrange(end.year, end.month)[1])
