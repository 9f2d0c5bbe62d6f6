"""The age of a war as a sign of the day: "in its ninth year", "100 days of war", and when that war began."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache

from dateutil.relativedelta import relativedelta

from warmonitor.language.en.dates import Bound, DateRule, DateWords, resolve
from warmonitor.model import Dated
from warmonitor.reference.conflicts import Conflict, conflicts
from warmonitor.stages.compare.days import Days

WAR = re.compile(r"\b(?:war|conflict|fighting|insurgency|uprising|rebellion|violence|revolt|crisis)\b", re.I)
WAR_BEGAN = re.compile(
    r"\b(?:war|conflict|insurgency|uprising|rebellion|revolt|invasion)\b[^.]*"
    r"\b(?:since|start(?:ed|ing)?|beg[au]n|began|broke out|erupt(?:ed|ing))\b",
    re.I,
)
WAR_OF = (
    r"\b(?:(?:{words})(?:['’]s)?\s+(?:[\w-]+\s+){{0,2}}(?:war|conflict|uprising|insurgency)\b"
    r"|(?:war|conflict|uprising|insurgency)\s+(?:in|on|against|with)\s+(?:the\s+)?(?:{words})\b)"
)
SENTENCE = 240
SLACK = {"year": 91, "month": 15, "week": 4, "day": 1}  # days by which a round number may be off
ONE = {unit: relativedelta(**{f"{unit}s": 1}) for unit in SLACK}  # type: ignore[arg-type]


def sentence_of(text: str, words: DateWords) -> str:
    """Return the sentence that a time expression stands in."""
    start = max(text.rfind(mark, 0, words.span.start) for mark in (". ", "\n")) + 1
    ends = [at for mark in (". ", "\n") if (at := text.find(mark, words.span.end)) >= 0]
    return text[start : min(ends, default=len(text))]


def war_years(text: str, found: Sequence[DateWords]) -> DateWords | None:
    """Return the words that tell a war's age, "in its ninth year" before "eight years of war"."""
    for rule in (DateRule.ORDINAL, DateRule.DURATION):
        for words in found:
            counts = words.rule is rule and words.unit in SLACK and 1 < (words.count or 0) < 1000
            if not counts or (words.unit == "year" and (words.count or 0) > 99):
                continue
            if WAR.search(words.said if rule is DateRule.DURATION else sentence_of(text, words)):
                return words
    return None


def told_starts(text: str, found: Sequence[DateWords]) -> list[Days]:
    """Return when the text itself says that the war began ("the war since it started in 2011")."""
    starts = []
    for words in found:
        if words.year is None or words.rule not in {DateRule.YEAR, DateRule.MONTH, DateRule.DAY}:
            continue
        before = text[max(0, words.span.start - SENTENCE) : words.span.end].rsplit(". ", maxsplit=1)[-1]
        if not WAR_BEGAN.search(before):
            continue
        first = resolve(replace(words, bound=Bound.NONE), Dated())
        if first.earliest and first.latest:
            starts.append(Days(first.earliest, first.latest))
    return starts


@lru_cache(maxsize=1)
def _words_of_wars() -> tuple[str, ...]:
    return tuple(sorted({word for war in conflicts() for word in war.words}))


@cache
def _called(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(WAR_OF.format(words="|".join(map(re.escape, words))))


def _named(text: str) -> list[Conflict]:
    there = {word for word in _words_of_wars() if word in text}
    return [war for war in conflicts() if not there.isdisjoint(war.words)]


def called_starts(text: str) -> list[Days]:
    """Return when the wars began that the text calls by name ("the war in X", "X's civil war")."""
    named = _named(text) if WAR.search(text) else []
    return [Days(war.begun, war.begun) for war in named if _called(war.words).search(text)]


def known_starts(text: str) -> list[Days]:
    """Return when the wars began that the text calls by name, else those of countries that it names twice."""
    often = [w for w in _named(text) if w.regional or sum(text.count(word) for word in w.words) > 1]
    return called_starts(text) or [Days(war.begun, war.begun) for war in often]


def _on(day: date, count: int, unit: str, days: int = 0) -> date:
    try:
        return day + ONE[unit] * count + relativedelta(days=days)
    except (ValueError, OverflowError):
        return date.max


def _window(start: Days, words: DateWords) -> Days:
    """Return the days on which a war that began then is in its n-th year (day, ...), or n years old."""
    count, unit = words.count or 1, words.unit
    if words.rule is DateRule.ORDINAL:
        return Days(_on(start.earliest, count - 1, unit), _on(start.latest, count, unit, -1))
    slack = SLACK[unit]
    return Days(_on(start.earliest, count, unit, -slack), _on(start.latest, count + 1, unit, slack))


def windows(counted: DateWords | None, starts: Sequence[Days]) -> tuple[Days, ...]:
    """Return the stretches in which the count of a war's years fits, for any of these starts."""
    return tuple(sorted({_window(start, counted) for start in starts})) if counted else ()
