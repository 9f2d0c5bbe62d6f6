"""What a report's own words say of each day: log odds by which they make it likelier or less."""

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from warmonitor.language.en.dates import DateRule
from warmonitor.model.memo import REPORTS, remembered
from warmonitor.stages.compare.days import Days
from warmonitor.stages.compare.evidence import Evidence
from warmonitor.stages.compare.learned import learned

Numbers = NDArray[np.float64]
Ordinals = NDArray[np.int64]
MOST = 6  # days and months told that are looked at


@remembered(REPORTS)
def told(evidence: Evidence, fits: tuple[Days, ...], first: int, length: int) -> Numbers:
    """Return log odds for `length` days from the ordinal `first` on.

    `fits` are the days that a count of the war's years allows.
    """
    days = np.arange(first, first + length)
    found = np.zeros(length)
    if evidence.lead is not None:
        on = evidence.weekday is not None and (evidence.weekday - evidence.lead) % 7 == 1
        odds = learned().lead_next if on else learned().lead
        found += odds[(days + 6 - evidence.lead) % 7]
    found += _after(evidence, days) + _month_days(evidence, days) + _months(evidence, days)
    return found + _windows(evidence, fits, days)


def _after(evidence: Evidence, days: Ordinals) -> Numbers:
    """A text is written after what it looks back on, and after the beginning of the war that it names."""
    against, found = learned().against, np.zeros(len(days))
    if evidence.floor:
        found += np.where(days < evidence.floor.toordinal(), against["floor"], 0)
    if evidence.years:
        year = date(max(1, min(9999, evidence.years[-1])), 1, 1)
        found += np.where(days < year.toordinal(), against["year"], 0)
    if evidence.called_starts:
        begun = min(start.earliest for start in evidence.called_starts)
        found += np.where(days < begun.toordinal(), against["begun"], 0)
    return found


def _years(days: Ordinals) -> Ordinals:
    """Return the year of each day; day 719163 is the first of 1970."""
    dates = (days - 719163).astype("datetime64[D]")
    return dates.astype("datetime64[Y]").astype(np.int64) + 1970


def _since(days: Ordinals, month: int, day: int) -> tuple[Ordinals, Ordinals]:
    """Return how many days back such a day of the year last was, and its ordinal."""
    years = _years(days)
    first = int(years[0]) - 1
    found = [_ordinal(year, month, day) for year in range(first, int(years[-1]) + 1)]
    table = np.array(found)
    there = table[years - first]
    there = np.where(there > days, table[years - first - 1], there)
    return days - there, there


def _ordinal(year: int, month: int, day: int) -> int:
    """Return the ordinal of a day; 29 February is the last of the month in every year."""
    year = max(1, min(9999, year))
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return date(year, month, 28).toordinal()


def _back(lag: Numbers, whole: float, mean: float, anywhere: float) -> Numbers:
    """Return log odds of a lag that falls off with this mean, or that is anything."""
    falling = np.exp(-lag / mean) * whole * (1 - np.exp(-1 / mean))
    odds: Numbers = np.log((1 - anywhere) * falling + anywhere)
    return odds


def _month_days(evidence: Evidence, days: Ordinals) -> Numbers:
    """A text is written soon after the last of the days that it tells without a year."""
    found, least = np.zeros(len(days)), np.full(len(days), 366)
    for month, day, weekday in evidence.month_days[:MOST]:
        lag, there = _since(days, month, day)
        least = np.minimum(least, lag)
        if weekday is not None:
            found += np.where((there + 6) % 7 == weekday, 0, learned().against["weekday"])
    if evidence.month_days:
        named = any(weekday is not None for _, _, weekday in evidence.month_days)
        back = learned().day_with_weekday if named else learned().month_day
        found += _back(least.astype(np.float64), 365.0, *back)
    return found


def _months(evidence: Evidence, days: Ordinals) -> Numbers:
    if not evidence.months:
        return np.zeros(len(days))
    least = np.min([_since(days, month, 1)[0] for month in evidence.months[:MOST]], axis=0)
    return _back((least // 30.5).astype(np.float64), 12.0, *learned().month)


def _windows(evidence: Evidence, fits: Sequence[Days], days: Ordinals) -> Numbers:
    against, found = learned().against, np.zeros(len(days))
    if fits and evidence.war_years is not None:
        firm = evidence.war_years.rule is DateRule.ORDINAL
        found += _outside(fits, days, against["ordinal" if firm else "duration"])
    if evidence.ages:
        found += _outside(evidence.ages, days, against["age"])
    return found


def _outside(windows: Sequence[Days], days: Ordinals, odds: float) -> Numbers:
    inside = np.zeros(len(days), bool)
    for window in windows:
        inside |= (days >= window.earliest.toordinal()) & (days <= window.latest.toordinal())
    return np.where(inside, 0, odds)
