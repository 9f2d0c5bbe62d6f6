"""Ages of what is told with its date: "two years ago, in May 2019", "a year after the flood of May 2019"."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from dateutil.relativedelta import relativedelta

from warmonitor.language.en.dates import DateRule, DateWords, resolve
from warmonitor.model import Dated
from warmonitor.stages.compare.days import Days

GAP = 60  # characters between an age and the date that it is counted from
SLACK = {"day": 1, "week": 4, "month": 16, "year": 120}  # days by which a round age may be off
AFTER = re.compile(
    r"\b(?P<count>a|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})\s+"
    r"(?P<unit>day|week|month|year)s?\s+(?:after|since|on from)\b"
    r"|\b(?P<nth>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s+anniversary\b",
    re.I,
)
COUNTS = ("a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NTH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
DATES = {DateRule.DAY, DateRule.MONTH, DateRule.YEAR}


def ages(text: str, past: Sequence[DateWords]) -> list[Days]:
    """Return the days of writing by each thing that is told to be so old and that has its date beside it."""
    told = [words for words in past if words.year is not None and words.rule in DATES]
    return (
        sorted(
            {
                days
                for start, end, count, unit in _ages(text, past)
                for days in _beside(text, told, (start, end), count, unit)
            }
        )
        if told
        else []
    )


def _ages(text: str, past: Sequence[DateWords]) -> Iterator[tuple[int, int, int, str]]:
    for words in past:
        if words.rule is DateRule.AGO and words.count and words.unit in SLACK:
            yield words.span.start, words.span.end, words.count, words.unit
    for match in AFTER.finditer(text):
        if match["nth"]:
            yield match.start(), match.end(), NTH.index(match["nth"].lower()) + 1, "year"
        else:
            said = match["count"].lower()
            count = int(said) if said.isdigit() else max(1, COUNTS.index(said))
            yield match.start(), match.end(), count, match["unit"].lower()


def _beside(
    text: str, told: Sequence[DateWords], at: tuple[int, int], count: int, unit: str
) -> Iterator[Days]:
    """Yield the days that lie so long after the date told next in the same sentence."""
    for words in told:
        between = text[at[1] : words.span.start]
        if 0 <= words.span.start - at[1] <= GAP and not re.search(r"[.!?]\s|\n", between):
            when = resolve(words, Dated())
            if when.earliest and when.latest:
                yield Days(
                    _on(when.earliest, count, unit, -SLACK[unit]), _on(when.latest, count, unit, SLACK[unit])
                )
            return


def _on(day: date, count: int, unit: str, days: int) -> date:
    step = {
        "day": relativedelta(days=count),
        "week": relativedelta(weeks=count),
        "month": relativedelta(months=count),
    }
    try:
        return day + step.get(unit, relativedelta(years=count)) + relativedelta(days=days)
    except (ValueError, OverflowError):
        return date.max
