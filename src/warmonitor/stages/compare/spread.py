"""How likely each day is: shares over a stretch of days, and the intervals that hold most of them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from warmonitor.stages.compare.days import Days

EDGE = 0.1  # share of the mean of an interval's days below which a day at its end is left out

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Spread:
    """Shares of days, which sum to 1; `first` is the ordinal of the first day."""

    first: int
    shares: Numbers

    def interval(self, mass: float) -> Days:
        """Return the shortest stretch of days that holds so much, the earliest of equals."""
        return self._interval(self._sums(), mass)

    def _sums(self) -> Numbers:
        """Return the shares up to each day, the day itself not counted."""
        sums: Numbers = np.r_[0.0, np.cumsum(self.shares)]
        return sums

    def _interval(self, sums: Numbers, mass: float) -> Days:
        low, high = _starts(sums, mass)
        sought = np.minimum(sums[low:high] + mass * (1 - 1e-9), sums[-1])
        ends = np.minimum(np.searchsorted(sums, sought), len(sums) - 1)
        enough = sums[ends] - sums[low:high] >= mass - 1e-6
        widths = np.where(enough, ends - np.arange(low, high), len(sums))
        at = int(np.argmin(widths))
        end = max(low + at + 1, int(ends[at]))
        return Days(self.day(low + at), self.day(end - 1))

    def likeliest(self, masses: Sequence[float], cost: float) -> Days:
        """Return the interval that is worth most: what it holds, less `cost` for each tenfold of its days.

        Where nearly all is said of a few days, the rest is not worth a year of them.
        """
        sums = self._sums()
        held = [(mass, self._interval(sums, mass)) for mass in masses]
        found = [(mass - cost * math.log10(days.width), days) for mass, days in held]
        return self._trimmed(max(found, key=lambda one: one[0])[1])

    def _trimmed(self, days: Days) -> Days:
        """Return the interval without days at its ends that hold next to nothing."""
        first, last = days.earliest.toordinal() - self.first, days.latest.toordinal() - self.first
        least = EDGE * float(self.shares[first : last + 1].mean())
        while first < last and self.shares[first] < least:
            first += 1
        while last > first and self.shares[last] < least:
            last -= 1
        return Days(self.day(first), self.day(last))

    def day(self, at: int) -> date:
        """Return the day at this place."""
        return date.fromordinal(self.first + at)

    def near(self, day: date, within: int) -> float:
        """Return the mean share of the days no farther from this one."""
        at = day.toordinal() - self.first
        part = self.shares[max(0, at - within) : max(0, at + within + 1)]
        return float(part.sum()) / (2 * within + 1)

    def inside(self, days: Days) -> float:
        """Return the share of a stretch of days."""
        first, last = days.earliest.toordinal() - self.first, days.latest.toordinal() - self.first
        return float(self.shares[max(0, first) : max(0, last + 1)].sum())


def _starts(sums: Numbers, mass: float) -> tuple[int, int]:
    """Return from where to where the shortest interval of so much can start.

    Of starts that come to the same end the last is the shortest, and from a late start too little is left.
    A place or two to spare on either side, for what rounding does.
    """
    least = mass * (1 - 1e-9)
    high = int(np.searchsorted(sums, sums[-1] - mass + 2e-6, "right")) + 1
    if least >= sums[-1]:
        return 0, max(1, min(high, len(sums)))
    first = sums[int(np.searchsorted(sums, least))]
    low = max(0, int(np.searchsorted(sums, first - least, "right")) - 2)
    return low, max(low + 1, min(high, len(sums)))


def normal(first: int, shares: Numbers) -> Spread:
    """Return the shares so that they sum to 1."""
    whole = float(shares.sum())
    return Spread(first, shares / whole if whole > 0 else np.full(len(shares), 1 / len(shares)))
