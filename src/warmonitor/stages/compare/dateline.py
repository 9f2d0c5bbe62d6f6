"""The day of a dateline ("TOWN, Nov 1 (Agency) - …"), and its year where the line leaves it out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from warmonitor.language.en.dates import DateRule, DateWords

HEAD = 160
OFF = 7  # days by which a page's date may miss its dateline
BACK = 12  # years looked through where nothing is looked back on
TOLD_AGO = 3  # days back to which the last weekday told may lie
_LINE = re.compile(
    r"^[A-Z][^.!?\n()]{1,60}?,?(?:\s*[(\[][^()\[\]\n]{2,60}[)\]],?)?\s+"
    r"(?P<when>[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8}\.?)(?P<year>,?\s+(?:19|20)\d\d)?\.?"
    r"(?:,?\s*[(\[][^()\[\]\n]{2,60}[)\]])?\s*[-–—:]{1,2}\s"
)
_SMALL = re.compile(r"\b(?!of\b|the\b|and\b|near\b|in\b|el\b|al\b|de\b)[a-z]{2,}")


@dataclass(frozen=True, slots=True, order=True)
class Dateline:
    """Month and day at the head of a text; `year` is None where the line gives none."""

    month: int
    day: int
    year: int | None = None

    def days(self, years: Sequence[int]) -> list[date]:
        """Return the day in each of the years that has it."""
        found = []
        for year in years:
            try:
                found.append(date(year, self.month, self.day))
            except ValueError:
                continue
        return found


def read_dateline(text: str, found: Sequence[DateWords]) -> Dateline | None:
    """Return the dateline's day, None where the text starts with no dateline that has one."""
    match = _LINE.match(text[:HEAD])
    if match is None or _SMALL.search(re.sub(r"[(\[].*?[)\]]", "", text[: match.start("when")])):
        return None
    for words in found:
        inside = match.start("when") <= words.span.start < match.end("when")
        if inside and words.rule is DateRule.DAY and words.month and words.day:
            return Dateline(words.month, words.day, words.year)
    return None


def dateline_day(
    line: Dateline, weekday: int | None, floor: date | None, posted: date | None, near: Sequence[date]
) -> date | None:
    """Return the dateline's day in the year that fits, None where nothing tells the year.

    No year after the page's date `posted` or before what the text looks back on. Years in which the last
    weekday told is the dateline's own day stand before those in which it lies some days back. With `posted`
    the latest such year is taken, else the one nearest to the days `near`, else the first after the floor.
    """
    if line.year is not None:
        return next(iter(line.days([line.year])), None)
    known = [day for day in (floor, posted, *near) if day]
    if not known:
        return None
    first = floor.year if floor else min(known).year - BACK
    days = line.days(range(max(1, first), max(known).year + (2 if posted or near else BACK)))
    fits = [
        day
        for day in days
        if (floor is None or day >= floor) and (posted is None or day <= posted)
        if weekday is None or (day.weekday() - weekday) % 7 <= TOLD_AGO
    ]
    if posted is None and not near and weekday is None:
        return None

    def rank(day: date) -> tuple[int, int, int]:
        ago = (day.weekday() - weekday) % 7 if weekday is not None else 0
        apart = min((abs((day - other).days) for other in near), default=0)
        if posted is not None:
            return ago, -day.toordinal(), apart
        return (apart // 180 if near else ago), ago, (apart if near else day.toordinal())

    return min(fits, key=rank, default=None)
