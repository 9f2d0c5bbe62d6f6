"""What a report's own words say about when it was written."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from warmonitor.language.en.dates import Bound, DateRule, DateWords, find_dates, resolve
from warmonitor.model import Dated, Report
from warmonitor.model.memo import REPORTS, remembered
from warmonitor.stages.compare.ages import ages
from warmonitor.stages.compare.dateline import Dateline, read_dateline
from warmonitor.stages.compare.days import Days
from warmonitor.stages.compare.wars import called_starts, known_starts, told_starts, war_years

AHEAD = re.compile(
    r"\b(?:will|would|expected|scheduled|due|plans?|set to|to be|upcoming|vows?|postponed|should)\b[^.]*$"
    r"|\b(?:by|until|till|before|next|later|every|each|coming)\s+(?:\w+\s+)?$"
)
NEAR = {DateRule.RELATIVE, DateRule.THAT_DAY}
OPENING = 160  # characters in which a full date is that of the page
TOLD_OF = re.compile(r"\b(?:on|in|since|from|until|till|by|before|after|to|between|and|of|the)[\s,]*$", re.I)
LOOK = 110


@dataclass(frozen=True, slots=True)
class Evidence:
    """Signs in one report: all None or empty where its words say nothing.

    `lead` is the first weekday told as past (0 is Monday), `weekday` the last one in time; `month_days` are
    days told without a year, with their weekday where it is said, `months` months so told, `years` the years
    told; `floor` is a day that the text looks back on; `opening` is a full date in its first lines, `printed`
    the same where it stands over the text; `war_years` are the words that count how long a war has gone on,
    `told_starts` when the text says that it began, `known_starts` when the wars of its countries did,
    `called_starts` when those did that it calls by name; `ages` are days by what is told to be so and so old;
    `close` says that it speaks of last night or of an agency's day; `dateline` is the day at its head.
    """

    lead: int | None = None
    weekday: int | None = None
    month_days: tuple[tuple[int, int, int | None], ...] = ()
    months: tuple[int, ...] = ()
    years: tuple[int, ...] = ()
    floor: date | None = None
    opening: date | None = None
    printed: date | None = None
    war_years: DateWords | None = None
    told_starts: tuple[Days, ...] = ()
    known_starts: tuple[Days, ...] = ()
    called_starts: tuple[Days, ...] = ()
    ages: tuple[Days, ...] = ()
    close: bool = False
    dateline: Dateline | None = None


def last_of_week(days: Sequence[int]) -> int | None:
    """Return which of these weekdays is the last, read as one run that is as short as can be."""
    told = sorted(set(days))
    if not told:
        return None
    spans = sorted(((last - first) % 7, last) for last in told for first in [_next(told, last)])
    if len(spans) > 1 and spans[0][0] == spans[1][0]:
        return None
    return spans[0][1]


def _next(told: Sequence[int], day: int) -> int:
    """Return the weekday that follows the given one in the week's round, the first of a run ending there."""
    return min(told, key=lambda other: ((other - day - 1) % 7, other))


def _is_ahead(text: str, words: DateWords) -> bool:
    start = max(text.rfind(mark, 0, words.span.start) for mark in (". ", "\n", "? ", "! ")) + 1
    return bool(AHEAD.search(text[max(start, words.span.start - LOOK) : words.span.start].lower()))


def _floor(past: Sequence[DateWords]) -> date | None:
    days = []
    for words in past:
        dated = words.year is not None and words.rule in {DateRule.DAY, DateRule.MONTH, DateRule.YEAR}
        since = words.rule is not DateRule.YEAR or words.bound is Bound.SINCE
        if dated and since:
            day = resolve(words, Dated()).earliest
            days += [day] if day else []
    return max(days, default=None)


def _opening(text: str, found: Sequence[DateWords]) -> date | None:
    for words in found:
        full = words.rule is DateRule.DAY and words.year is not None and words.bound is Bound.NONE
        if full and words.span.end <= OPENING and text[: words.span.start].count(".") <= 1:
            return resolve(words, Dated()).earliest
    return None


def _printed(text: str, found: Sequence[DateWords]) -> date | None:
    """Return the full date printed at the head of a page, not one that its first sentence tells of."""
    day = _opening(text, found)
    first = next((words for words in found if day and resolve(words, Dated()).earliest == day), None)
    return None if first is None or TOLD_OF.search(text[: first.span.start]) else day


def _weekdays(past: Sequence[DateWords]) -> list[int]:
    return [
        words.weekday
        for words in past
        if words.rule is DateRule.WEEKDAY and words.which in {"", "this"} and words.bound is not Bound.UNTIL
        if words.weekday is not None
    ]


def _month_days(past: Sequence[DateWords]) -> list[tuple[int, int, int | None]]:
    told = [
        (words.month, words.day, words.weekday)
        for words in past
        if words.rule is DateRule.DAY and words.year is None and words.month and words.day
        if words.which != "last"
    ]
    return sorted(set(told), key=repr)


def _months(past: Sequence[DateWords]) -> list[int]:
    told = (words for words in past if words.rule is DateRule.MONTH and words.which in {"", "this"})
    return list(dict.fromkeys(words.month for words in told if words.year is None and words.month))


def _years(past: Sequence[DateWords]) -> list[int]:
    rules = {DateRule.DAY, DateRule.MONTH, DateRule.YEAR}
    return sorted({words.year for words in past if words.year is not None and words.rule in rules})


@remembered(REPORTS)
def read_evidence(report: Report) -> Evidence:
    """Return the signs that the report's words and captions give of the day of writing."""
    text = "\n\n".join((report.text, *report.captions))
    found = find_dates(text)
    past = [words for words in found if not _is_ahead(text, words)]
    weekdays = _weekdays(past)
    counted = war_years(text, found)
    return Evidence(
        lead=weekdays[0] if weekdays else None,
        weekday=last_of_week(weekdays),
        month_days=tuple(_month_days(past)),
        months=tuple(_months(past)),
        years=tuple(_years(past)),
        floor=_floor(past),
        opening=_opening(text, found),
        printed=_printed(text, found),
        war_years=counted,
        told_starts=tuple(told_starts(text, found)),
        known_starts=tuple(known_starts(text)) if counted else (),
        called_starts=tuple(called_starts(text)),
        ages=tuple(ages(text, past)),
        dateline=read_dateline(report.text, found),
        close=bool(report.agencies) or any(words.rule in NEAR for words in found),
    )
