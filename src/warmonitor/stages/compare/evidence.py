"""What a report's own words say about when it was written."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from warmonitor.language.en.dates import Bound, DateRule, DateWords, find_dates, resolve
from warmonitor.model import Dated, Report
from warmonitor.reference.conflicts import conflicts
from warmonitor.stages.compare.dateline import Dateline, read_dateline

AHEAD = re.compile(
    r"\b(?:will|would|expected|scheduled|due|plans?|set to|to be|upcoming|vows?|postponed|should)\b[^.]*$"
    r"|\b(?:by|until|till|before|next|later|every|each|coming)\s+(?:\w+\s+)?$"
)
WAR = re.compile(r"\b(?:war|conflict|fighting|insurgency|uprising|rebellion|violence|revolt|crisis)\b", re.I)
WAR_BEGAN = re.compile(
    r"\b(?:war|conflict|insurgency|uprising|rebellion|revolt)\b[^.]*"
    r"\b(?:since|start(?:ed|ing)?|beg[au]n|began|broke out|erupt(?:ed|ing))\b",
    re.I,
)
WAR_OF = (
    r"\b(?:(?:{words})(?:['’]s)?\s+(?:[\w-]+\s+){{0,2}}(?:war|conflict|uprising|insurgency)\b"
    r"|(?:war|conflict|uprising|insurgency)\s+(?:in|on|against|with)\s+(?:the\s+)?(?:{words})\b)"
)
NEAR = {DateRule.RELATIVE, DateRule.THAT_DAY}
OPENING = 160  # characters in which a full date is that of the page
TOLD_OF = re.compile(r"\b(?:on|in|since|from|until|till|by|before|after|to|between|and|of|the)[\s,]*$", re.I)
SENTENCE = 240
LOOK = 110
SLACK = 91  # days by which a round number of years may be off


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


@dataclass(frozen=True, slots=True)
class Evidence:
    """Signs in one report: all None or empty where its words say nothing.

    `weekday` is the last weekday told as past (0 is Monday); `month_days` are days told without a year,
    with their weekday where it is said; `floor` is a day that the text looks back on; `opening` is a full
    date in its first lines, `printed` the same where it stands over the text; `war_years` are the words
    that count the years of a war, `told_starts` when the text says that it began, `known_starts` when the
    wars of its countries did; `close` says that it speaks of last night or of an agency's day; `dateline`
    is the day at its head.
    """

    weekday: int | None = None
    month_days: tuple[tuple[int, int, int | None], ...] = ()
    floor: date | None = None
    opening: date | None = None
    printed: date | None = None
    war_years: DateWords | None = None
    told_starts: tuple[Days, ...] = ()
    known_starts: tuple[Days, ...] = ()
    close: bool = False
    dateline: Dateline | None = None


def move(day: date, days: int) -> date:
    """Return the day so many days on, kept inside the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


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


def _sentence(text: str, words: DateWords) -> str:
    start = max(text.rfind(mark, 0, words.span.start) for mark in (". ", "\n")) + 1
    ends = [at for mark in (". ", "\n") if (at := text.find(mark, words.span.end)) >= 0]
    return text[start : min(ends, default=len(text))]


def _floor(text: str, found: Sequence[DateWords]) -> date | None:
    days = []
    for words in found:
        dated = words.year is not None and words.rule in {DateRule.DAY, DateRule.MONTH, DateRule.YEAR}
        since = words.rule is not DateRule.YEAR or words.bound is Bound.SINCE
        if dated and since and not _is_ahead(text, words):
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


def stated_starts(text: str, found: Sequence[DateWords]) -> list[Days]:
    """Return when the text itself says that the war began ("the war since it started in 2011")."""
    starts = []
    for words in found:
        before = text[max(0, words.span.start - SENTENCE) : words.span.end].rsplit(". ", maxsplit=1)[-1]
        if words.year is None or not WAR_BEGAN.search(before):
            continue
        first = resolve(replace(words, bound=Bound.NONE), Dated())
        if words.rule in {DateRule.YEAR, DateRule.MONTH, DateRule.DAY} and first.earliest and first.latest:
            starts.append(Days(first.earliest, first.latest))
    return starts


def _known_starts(text: str) -> list[Days]:
    """Return when the wars began that the text names, else those of every country that it names twice."""
    named = [war for war in conflicts() if any(word in text for word in war.words)]
    called = [
        war for war in named if re.search(WAR_OF.format(words="|".join(map(re.escape, war.words))), text)
    ]
    often = [war for war in named if war.regional or sum(text.count(word) for word in war.words) > 1]
    return [Days(war.begun, war.begun) for war in called or often]


def _years_on(day: date, years: int, days: int = 0) -> date:
    try:
        return day + relativedelta(years=years, days=days)
    except (ValueError, OverflowError):
        return date.max


def _window(start: Days, words: DateWords) -> Days:
    """Return the days on which a war that began then is in its n-th year, or n years old."""
    years = words.count or 1
    if words.rule is DateRule.ORDINAL:
        return Days(_years_on(start.earliest, years - 1), _years_on(start.latest, years, -1))
    return Days(_years_on(start.earliest, years, -SLACK), _years_on(start.latest, years + 1, SLACK))


def _war_years(text: str, found: Sequence[DateWords]) -> DateWords | None:
    """Return the words that count the years of the war, "in its ninth year" before "eight years of war"."""
    for rule in (DateRule.ORDINAL, DateRule.DURATION):
        for words in found:
            told = words.rule is rule and words.unit == "year" and words.count is not None
            where = words.said if rule is DateRule.DURATION else _sentence(text, words)
            if told and 1 < (words.count or 0) < 100 and WAR.search(where):
                return words
    return None


def windows(evidence: "Evidence", starts: Sequence[Days]) -> tuple[Days, ...]:
    """Return the stretches in which the report's count of the war's years fits, for any of these starts."""
    counted = evidence.war_years
    if counted is None:
        return ()
    return tuple(sorted({_window(start, counted) for start in starts}))


def read_evidence(report: Report) -> Evidence:
    """Return the signs that the report's words and captions give of the day of writing."""
    text = "\n\n".join((report.text, *report.captions))
    found = find_dates(text)
    past = [words for words in found if not _is_ahead(text, words)]
    weekdays = [
        words.weekday
        for words in past
        if words.rule is DateRule.WEEKDAY and words.which in {"", "this"} and words.bound is not Bound.UNTIL
        if words.weekday is not None
    ]
    month_days = [
        (words.month, words.day, words.weekday)
        for words in past
        if words.rule is DateRule.DAY and words.year is None and words.month and words.day
    ]
    return Evidence(
        weekday=last_of_week(weekdays),
        month_days=tuple(sorted(set(month_days), key=repr)),
        floor=_floor(text, found),
        opening=_opening(text, found),
        printed=_printed(text, found),
        war_years=_war_years(text, found),
        told_starts=tuple(stated_starts(text, found)),
        known_starts=tuple(_known_starts(text)),
        dateline=read_dateline(report.text, found),
        close=bool(report.agencies) or any(words.rule in NEAR for words in found),
    )
