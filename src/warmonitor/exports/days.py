"""Days of a record, and the codes by which ACLED and UCDP say how exact they are."""

from dataclasses import dataclass
from datetime import date

from warmonitor.exports.source import Row
from warmonitor.exports.wanted import day

WEEK = 7
MONTH = 31


@dataclass(frozen=True, slots=True)
class Days:
    """A span of days, both included; an end that is not known is None."""

    first: date | None
    last: date | None
    week: bool = False

    @classmethod
    def of(cls, row: Row) -> "Days":
        """Return the days of a record with `earliest` and `latest`."""
        return cls(day(row.get("earliest")), day(row.get("latest")), row.get("precision") == "week")

    @property
    def count(self) -> int | None:
        """Return how many days they are, None where an end is open."""
        return (self.last - self.first).days + 1 if self.first and self.last else None

    def acled_day(self) -> date | None:
        """Return the day that ACLED codes: the first one known, or the middle where only a month is."""
        if self.first and self.last and self.acled_precision() == 3:
            return self.first + (self.last - self.first) / 2
        return self.first or self.last

    def acled_precision(self) -> int | None:
        """Return 1 for a day, 2 for a span like a week, 3 for a longer or open one, None for none."""
        if self.first is None and self.last is None:
            return None
        if self.count == 1:
            return 1
        return 2 if self.count is not None and (self.count <= WEEK or self.week) else 3

    def ucdp_precision(self) -> int | None:
        """Return 1 for a day, 2 for 2 to 6 days, 3 for a week, 4 for a month, 5 for more or an open end."""
        if self.first is None and self.last is None:
            return None
        spans = ((1, 1), (WEEK - 1, 2), (WEEK, 3), (MONTH, 4))
        return next((code for most, code in spans if self.count is not None and self.count <= most), 5)
