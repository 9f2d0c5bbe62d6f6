"""Stretches of days."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """A stretch of days, both ends included."""

    earliest: date
    latest: date

    def meet(self, other: "Days") -> "Days | None":
        """Return the days that both hold, None if there are none."""
        first, last = max(self.earliest, other.earliest), min(self.latest, other.latest)
        return Days(first, last) if first <= last else None

    def gap(self, other: "Days") -> int:
        """Return how many days lie between the two, 0 where they meet."""
        return max(0, (other.earliest - self.latest).days, (self.earliest - other.latest).days)

    def wider(self, days: int) -> "Days":
        """Return the stretch with so many days more at either end."""
        return Days(move(self.earliest, -days), move(self.latest, days))

    @property
    def width(self) -> int:
        """Return how many days it has."""
        return (self.latest - self.earliest).days + 1


def move(day: date, days: int) -> date:
    """Return the day so many days on, kept inside the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min
