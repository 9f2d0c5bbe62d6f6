"""A time as far as the words give it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class WhenPrecision(StrEnum):
    """How narrow the words are; `span` is a start or an end that the text gives for a longer time."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    SPAN = "span"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, order=True)
class When:
    """An interval of days, both ends included; an end that the text leaves open is None.

    `said` holds the words that gave it, "" where it follows from the report's own date alone.
    """

    earliest: date | None = None
    latest: date | None = None
    said: str = ""
    precision: WhenPrecision = WhenPrecision.UNKNOWN

    def known(self) -> bool:
        """Say whether at least one end is known."""
        return self.earliest is not None or self.latest is not None

    def meets(self, other: "When") -> bool:
        """Say whether the two can share a day; an open end reaches for ever."""
        first = (self.earliest or date.min) <= (other.latest or date.max)
        return first and (other.earliest or date.min) <= (self.latest or date.max)

    def days(self) -> int | None:
        """Return how many days it covers, None where an end is open."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1
