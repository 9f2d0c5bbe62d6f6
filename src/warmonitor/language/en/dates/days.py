"""Arithmetic on days that never raises: what the calendar does not have is None."""

import calendar
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

Interval = tuple[date | None, date | None]
OPEN: Interval = (None, None)


def day_of(year: int, month: int, day: int) -> date | None:
    """Return the day, None where the calendar has none."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def shift(day: date | None, count: int, unit: str = "day") -> date | None:
    """Return the day `count` units on (signed), None beyond the calendar; hours count as days, rounded up."""
    if day is None:
        return None
    try:
        if unit == "hour":
            return day + timedelta(days=-(-abs(count) // 24) * (1 if count > 0 else -1))
        if unit in {"day", "week"}:
            return day + timedelta(days=count * (7 if unit == "week" else 1))
        moved: date = day + relativedelta(months=count * {"month": 1, "year": 12, "decade": 120}[unit])
    except (ValueError, OverflowError):
        return None
    return moved


def month_of(year: int, month: int, months: int = 1) -> Interval:
    """Return the first and last day of a month, or of so many months."""
    first = day_of(year, month, 1)
    return first, shift(shift(first, months, "month"), -1)


def part_of_month(year: int, month: int, part: str) -> Interval:
    """Return the days of a part of a month: early 1 to 10, mid 11 to 20, late 21 to the end."""
    first, last = month_of(year, month)
    if first is None or last is None:
        return OPEN
    bounds = {
        "early": (1, 10),
        "mid": (11, 20),
        "late": (21, 31),
        "first half": (1, 15),
        "second half": (16, 31),
    }
    start, end = bounds.get(part, (1, 31))
    length = calendar.monthrange(year, month)[1]
    return day_of(year, month, start), day_of(year, month, min(end, length))


def part_of_year(year: int, part: str) -> Interval:
    """Return the days of a part of a year: early to April, mid May to August, late from September."""
    months = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "first half": (1, 6), "second half": (7, 12)}
    start, end = months.get(part, (1, 12))
    return day_of(year, start, 1), month_of(year, end)[1]


def nearest_weekday(day: date, weekday: int, *, past: bool) -> date | None:
    """Return the last such weekday up to the day, or the first from it on; the day itself may be it."""
    gap = (day.weekday() - weekday) % 7 if past else (weekday - day.weekday()) % 7
    return shift(day, -gap if past else gap)
