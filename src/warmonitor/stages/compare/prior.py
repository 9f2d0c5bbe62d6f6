"""When reports on one country were written: the days that are likely before anything else is known."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from warmonitor.stages.compare.learned import learned

Numbers = NDArray[np.float64]
Ordinals = NDArray[np.int64]
ANY = "*"  # reports on any country, and on none that is named
MOST = 7300  # days from the middle one; what lies farther out belongs to other wars
FALLEN = 8  # scales after which nothing is left
FARTHEST = 40_000  # days off after which a report adds nothing


@dataclass(frozen=True, slots=True)
class Scale:
    """Reports spread over a scale of days: the sum of them step by step from `start`; the last is nothing."""

    days: float
    start: int
    step: int
    sums: Numbers

    def at(self, days: Ordinals) -> Numbers:
        """Return the sum on each of the days."""
        sums: Numbers = self.sums[np.clip((days - self.start) // self.step, -1, len(self.sums) - 1)]
        return sums

    def of_one(self, days: Ordinals, day: int) -> Numbers:
        """Return what one report of a day adds to the days."""
        share: Numbers = _falling(self.days)[np.minimum(np.abs(days - day), FARTHEST)]
        return share


@lru_cache(maxsize=16)
def _falling(scale: float) -> Numbers:
    """Return what a report adds to days by how far off they are."""
    shares: Numbers = np.exp(-np.arange(FARTHEST + 1) / scale) / (2 * scale)
    return shares


@dataclass(frozen=True, slots=True)
class Times:
    """The days of the reports on one country, and what each scale is worth; by how well it foretells them."""

    scales: tuple[Scale, ...]
    shares: tuple[float, ...]
    first: int
    last: int
    whole: float

    def at(self, days: Ordinals) -> Numbers:
        """Return the sum of the reports on each day."""
        found = np.zeros(len(days))
        for scale, share in zip(self.scales, self.shares, strict=True):
            found += share * scale.at(days)
        return found

    def of_one(self, days: Ordinals, day: int) -> Numbers:
        """Return what one report of a day adds to the days."""
        found = np.zeros(len(days))
        for scale, share in zip(self.scales, self.shares, strict=True):
            found += share * scale.of_one(days, day)
        return found


class Prior:
    """The days of dated reports by country, each report with its shares of countries."""

    def __init__(self, days: Mapping[int, int], countries: Sequence[Mapping[str, float]]) -> None:
        self.count = len(days)
        told: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, day in sorted(days.items()):
            for country, share in countries[place].items():
                told[country].append((day, share))
            told[ANY].append((day, 1.0))
        self._times = {country: _times(reports) for country, reports in told.items()}
        self._sums: dict[tuple[str, int, int], Numbers] = {}

    def known(self, countries: Mapping[str, float]) -> bool:
        """Say whether there are dated reports on any of these countries."""
        return any(country in self._times for country in countries)

    def ends(self, countries: Mapping[str, float]) -> list[int]:
        """Return the first and last days of the reports on these countries."""
        times = [self._times[country] for country in countries if country in self._times]
        return [day for one in times for day in (one.first, one.last)]

    def fewer(self, countries: Mapping[str, float]) -> float:
        """Return how few the reports are, as a log; 0 where they are many or lie far apart.

        A few reports of some days were gathered for what they tell; a few of many years may be of anything.
        """
        times = [(share, one) for country, share in countries.items() if (one := self._times.get(country))]
        times = times or [(1.0, one) for one in [self._times.get(ANY)] if one]
        tight = sum(share * sum(one.shares[:-1]) for share, one in times)
        return tight * math.log(max(1.0, learned().pool / max(1, self.count)))

    def shares(
        self, countries: Mapping[str, float], first: int, length: int, own: int | None = None
    ) -> tuple[Numbers, float]:
        """Return how likely each day is from the ordinal `first` on, and how many reports say so.

        `own` is the day of the report itself where that is among them.
        """
        others, span = learned().prior_others, learned().prior_span
        days = np.arange(first, first + length)
        sums, whole = np.full(length, others / span), 0.0
        for country, share in countries.items():
            if times := self._times.get(country):
                here = self._at(country, first, days)
                if own is not None:
                    here = np.maximum(here - share * times.of_one(days, own), 0)
                sums += share * here
                whole += share * (times.whole - (0 if own is None else share))
        whole = max(0.0, whole)
        return sums / (whole + others), whole

    def _at(self, country: str, first: int, days: Ordinals) -> Numbers:
        """Return the sum of the reports on a country for days from an ordinal on, reckoned once."""
        key = country, first, len(days)
        if key not in self._sums:
            self._sums[key] = self._times[country].at(days)
        return self._sums[key]


def _times(reports: Sequence[tuple[int, float]]) -> Times:
    days = np.array([day for day, _ in reports])
    weights = np.array([share for _, share in reports])
    near = np.abs(days - int(np.sort(days)[len(days) // 2])) <= MOST
    days, weights = days[near], weights[near]
    scales = tuple(_spread(days, weights, float(scale)) for scale in learned().prior_scales)
    whole = float(weights.sum())
    fits = np.array([_foretold(scale, days, weights, whole) for scale in scales])
    shares = np.array(learned().prior_shares) * np.exp(fits - fits.max())
    return Times(scales, tuple((shares / shares.sum()).tolist()), int(days.min()), int(days.max()), whole)


def _spread(days: Ordinals, weights: Numbers, scale: float) -> Scale:
    step = max(1, int(scale // 4))
    margin = int(FALLEN * scale)
    start = int(days.min()) - margin
    steps = (int(days.max()) - start + margin) // step + 1
    sums = np.bincount((days - start) // step, weights, steps)
    reach = np.arange(-margin // step, margin // step + 1)
    falling = np.exp(-np.abs(reach) * step / scale) / (2 * scale)
    return Scale(scale, start, step, np.r_[np.convolve(sums, falling, "same")[:steps], 0.0])


def _foretold(scale: Scale, days: Ordinals, weights: Numbers, whole: float) -> float:
    """Return the log of how well the reports foretell each other when spread over this scale."""
    others, span = learned().prior_others, learned().prior_span
    rest = np.maximum(scale.at(days) - weights / (2 * scale.days), 0) + others / span
    return float((weights * np.log(rest / (np.maximum(whole - weights, 0) + others))).sum())
