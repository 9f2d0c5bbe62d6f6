"""The days that a report's lead names: weekdays, days of a month, and days of the calendar where known."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from warmonitor.language.en.dates.find import find_dates
from warmonitor.language.en.dates.words import DateRule, DateWords
from warmonitor.model import DatedHow, Report
from warmonitor.model.memo import REPORTS, remembered

REACH = 600  # characters of the text in which the day of the happening stands
BACK = 300  # days before the day of writing that a day without a year may lie
_ADDRESS = re.compile(r"/(20\d\d|19\d\d)/(\d\d?)/(\d\d?)(?:/|$)")


@dataclass(frozen=True, slots=True)
class Days:
    """Weekdays (0 is Monday), (month, day) pairs, days of the calendar; `written` is the day of writing."""

    weekdays: frozenset[int]
    month_days: frozenset[tuple[int, int]]
    days: frozenset[date]
    written: date | None


def days_of(report: Report) -> Days:
    """Return the days that title and lead name, resolved as far as the day of writing is known.

    The day of writing is the one stated, else the one in the report's address.
    """
    found = _dates(f"{report.title or ''}\n\n{report.text[:REACH]}")
    written = _written(report)
    pairs = {(one.month, one.day, one.year) for one in found if _is_day(one) and one.month and one.day}
    weekdays = frozenset(one.weekday for one in found if one.weekday is not None)
    days = {day for month, number, year in pairs for day in _in_years(month, number, year, written)}
    if written is not None:
        days |= {day for back in range(7) if (day := written - timedelta(back)).weekday() in weekdays}
    month_days = frozenset((month, day) for month, day, _ in pairs)
    return Days(weekdays, month_days, frozenset(days), written)


@remembered(REPORTS)
def _dates(text: str) -> tuple[DateWords, ...]:
    return tuple(find_dates(text))


def _is_day(words: DateWords) -> bool:
    return words.rule is DateRule.DAY


def _in_years(month: int, number: int, year: int | None, written: date | None) -> list[date]:
    years = (year,) if year else (written.year, written.year - 1) if written else ()
    days = [day for one in years if (day := _day(one, month, number))]
    return [day for day in days if year or (written and 0 <= (written - day).days < BACK)]


def _written(report: Report) -> date | None:
    if report.dated.how is DatedHow.STATED:
        return report.dated.earliest
    return _in_address(report.url or "")


@lru_cache(maxsize=4096)
def _in_address(url: str) -> date | None:
    """Return the day in the path of an address: "/2022/09/06/"."""
    match = _ADDRESS.search(url)
    return _day(*map(int, match.groups())) if match else None


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
