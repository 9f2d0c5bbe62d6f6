"""Time expressions against the day of writing: an interval of days, as wide as the words leave it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from warmonitor.language.en.dates import days
from warmonitor.language.en.dates.days import OPEN, Interval
from warmonitor.language.en.dates.find import find_dates
from warmonitor.language.en.dates.lexicon import lexicon
from warmonitor.language.en.dates.words import Bound, DateRule, DateWords
from warmonitor.model import Dated, When, WhenPrecision

MEMORY = 600  # characters before an expression in which "the previous day" looks for its day


@dataclass(frozen=True, slots=True)
class Base:
    """The day of writing that is tried, and what else the words are read against."""

    day: date | None
    past: bool
    anchor: Interval = OPEN


def _year_for(base: Base, month: int, day: int, which: str) -> int | None:
    """Return the year of a day that names none: the last such day, or the next one."""
    if base.day is None:
        return None
    if which == "this":
        return base.day.year
    here = (month, day) <= (base.day.month, base.day.day)
    if base.past:
        return base.day.year - (not here)
    same = (month, day) >= (base.day.month, base.day.day)
    return base.day.year + (not same)


def _stated_year(words: DateWords, base: Base) -> int | None:
    """Return the year that "last year", "this year", "next year" or figures give."""
    if words.year is not None:
        return words.year
    if words.said.lower().endswith("year") and base.day is not None:
        return base.day.year + {"last": -1, "this": 0, "next": 1}.get(words.which, 0)
    return None


def _day(words: DateWords, base: Base) -> Interval:
    if words.day is None:
        return OPEN
    if words.month is None:
        return _day_of_month(words.day, base)
    year = _stated_year(words, base)
    year = year if year is not None else _year_for(base, words.month, words.day, words.which)
    if year is None:
        return OPEN
    day = days.day_of(year, words.month, words.day)
    if day is None and words.year is None and (words.month, words.day) == (2, 29):
        day = next((d for back in range(1, 9) if (d := days.day_of(year - back, 2, 29))), None)
    return day, day


def _day_of_month(day: int, base: Base) -> Interval:
    if base.day is None:
        return OPEN
    for month in range(3):
        moved = days.shift(base.day, -month if base.past else month, "month")
        found = days.day_of(moved.year, moved.month, day) if moved else None
        if found and (found <= base.day if base.past else found >= base.day):
            return found, found
    return OPEN


def _month(words: DateWords, base: Base) -> Interval:
    if words.month is None:
        return OPEN
    year = _stated_year(words, base)
    if year is None and base.day is not None:
        year = _month_year(words, base.day, base)
    if year is None:
        return OPEN
    return days.part_of_month(year, words.month, words.part)


def _month_year(words: DateWords, day: date, base: Base) -> int | None:
    """Return the year of a month that names none; this month counts as past, not as "last"."""
    assert words.month is not None  # looked at by the caller
    first = days.part_of_month(day.year, words.month, words.part)[0]
    if words.which == "next":
        return day.year + (words.month <= day.month)
    if words.which == "this":
        return day.year
    if not base.past:
        return day.year + (words.month < day.month)
    begun = first is not None and first <= day
    if words.which == "last" and words.month == day.month:
        begun = False
    return day.year - (not begun)


def _season(words: DateWords, base: Base) -> Interval:
    table = {first: (last - first) % 12 + 1 for first, last in lexicon().seasons.values()}
    length = table.get(words.month or 0)
    if length is None or words.month is None:
        return OPEN
    year = words.year
    if year is not None and words.month + length > 13:
        return days.day_of(year - 1, words.month, 1), days.month_of(year, 1, (words.month + length - 1) % 12)[
            1
        ]
    if year is None and base.day is not None:
        offset = {"last": -1, "next": 1}.get(words.which, 0)
        begun = words.month <= base.day.month
        year = base.day.year + (0 if begun and offset < 0 and base.day.month > words.month + 2 else offset)
    return days.month_of(year, words.month, length) if year is not None else OPEN


def _year(words: DateWords, base: Base) -> Interval:  # noqa: ARG001 - one signature for all rules
    return days.part_of_year(words.year, words.part) if words.year is not None else OPEN


def _decade(words: DateWords, base: Base) -> Interval:  # noqa: ARG001
    if words.year is None:
        return OPEN
    start, end = {"early": (0, 3), "mid": (3, 7), "late": (6, 9)}.get(words.part, (0, 9))
    return days.day_of(words.year + start, 1, 1), days.day_of(words.year + end, 12, 31)


def _weekday(words: DateWords, base: Base) -> Interval:
    if base.day is None or words.weekday is None:
        return OPEN
    past = words.which == "last" or (base.past and words.which != "next")
    day = days.nearest_weekday(base.day, words.weekday, past=past)
    if day == base.day and words.which in {"last", "next"}:
        day = days.shift(day, -7 if past else 7)
    return day, day


def _relative(words: DateWords, base: Base) -> Interval:
    first, last = words.offsets or (0, 0)
    return days.shift(base.day, first), days.shift(base.day, last)


def _that_day(words: DateWords, base: Base) -> Interval:
    first, last = base.anchor if base.anchor != OPEN else (base.day, base.day)
    move = (words.offsets or (0, 0))[0]
    return days.shift(first, move), days.shift(last, move)


def _blur(day: date | None, unit: str) -> Interval:
    """Return the days round a point that is only told in weeks, months or years."""
    slack = {"week": 3, "month": 15, "year": 183, "decade": 1826}.get(unit, 0)
    return days.shift(day, -slack), days.shift(day, slack)


def _ago(words: DateWords, base: Base) -> Interval:
    if words.count is None:
        return days.shift(base.day, -lexicon().vague.get(words.unit, 1), words.unit or "day"), base.day
    first, last = _blur(days.shift(base.day, -words.count, words.unit or "day"), words.unit)
    return first, min(last, base.day) if last and base.day else last


def _shifted(words: DateWords, base: Base) -> Interval:
    first, last = base.anchor if base.anchor != OPEN else (base.day, base.day)
    count, unit = words.count or 0, words.unit or "day"
    early, _ = _blur(days.shift(first, count, unit), unit)
    _, late = _blur(days.shift(last, count, unit), unit)
    return early, late


def _length(words: DateWords) -> int:
    return words.count if words.count is not None else lexicon().vague.get(words.unit, 1)


def _past(words: DateWords, base: Base) -> Interval:
    return days.shift(base.day, -_length(words), words.unit or "day"), base.day


def _coming(words: DateWords, base: Base) -> Interval:
    return base.day, days.shift(base.day, _length(words), words.unit or "day")


def _week(day: date, move: int) -> Interval:
    """Return a week, wide enough for weeks that begin on Sunday and on Monday."""
    monday = days.shift(day, -day.weekday() + 7 * move)
    return days.shift(monday, -1), days.shift(monday, 6)


def _whole_period(words: DateWords, day: date, move: int) -> Interval:
    if words.unit == "week":
        return _week(day, move)
    if words.unit == "weekend":
        back = days.nearest_weekday(day, 5, past=move <= 0)
        start = days.shift(back, 7 * (move + (1 if move < 0 else -1 if move > 0 else 0)))
        return start, days.shift(start, 1)
    if words.unit == "month":
        moved = days.shift(day.replace(day=1), move, "month")
        return days.part_of_month(moved.year, moved.month, words.part) if moved else OPEN
    if words.unit == "year":
        return days.part_of_year(day.year + move, words.part)
    return days.shift(day, 10 * min(move, 0) - 10 * (move == 0), "year"), days.shift(
        day, 10 * max(move, 0), "year"
    )


def _period(words: DateWords, base: Base) -> Interval:
    if base.day is None:
        return OPEN
    move = {"last": -1, "next": 1}.get(words.which, 0)
    first, last = _whole_period(words, base.day, move)
    if move or words.unit == "weekend" or first is None or last is None:
        return first, last
    if words.part not in {"", "earlier", "later"}:
        return first, last
    if words.part == "later" or not base.past:
        return max(first, base.day), last
    yesterday = days.shift(base.day, -1) if words.part == "earlier" else None
    return min(first, base.day), max(first, yesterday) if yesterday else min(last, base.day)


def _range(words: DateWords, base: Base) -> Interval:
    if words.ends is None:
        return OPEN
    last = reach(words.ends[1], base)
    first = reach(words.ends[0], replace(base, day=last[1] if base.past and last[1] else base.day))
    return first[0], last[1]


RULES: dict[DateRule, Callable[[DateWords, Base], Interval]] = {
    DateRule.DAY: _day, DateRule.MONTH: _month, DateRule.SEASON: _season, DateRule.YEAR: _year,
    DateRule.DECADE: _decade, DateRule.WEEKDAY: _weekday, DateRule.RELATIVE: _relative,
    DateRule.THAT_DAY: _that_day, DateRule.AGO: _ago, DateRule.SHIFTED: _shifted, DateRule.PAST: _past,
    DateRule.COMING: _coming, DateRule.DURATION: _past, DateRule.ORDINAL: _past, DateRule.PERIOD: _period,
    DateRule.RANGE: _range,
}  # fmt: skip


def _bind(words: DateWords, base: Base, found: Interval) -> Interval:
    first, last = found
    if words.bound is Bound.SINCE:
        return first, (base.day if first and base.day and base.day >= first else None)
    if words.bound is Bound.UNTIL:
        return None, last
    if words.bound is Bound.BEFORE:
        return None, days.shift(first, -1)
    if words.bound is Bound.AFTER:
        return days.shift(last, 1), None
    return first, last


def reach(words: DateWords, base: Base) -> Interval:
    """Return the days that the words mean if written on the base's day."""
    first, last = RULES[words.rule](words, base)
    if words.part == "overnight":
        first = days.shift(first, -1)
        last = days.shift(last, 1) if "into" not in words.said.lower() else last
        last = min(last, base.day) if last and base.day and base.past and first and base.day > first else last
    return _bind(words, base, (first, last))


PRECISION = {
    DateRule.DAY: WhenPrecision.DAY, DateRule.WEEKDAY: WhenPrecision.DAY,
    DateRule.RELATIVE: WhenPrecision.DAY,
    DateRule.THAT_DAY: WhenPrecision.DAY, DateRule.MONTH: WhenPrecision.MONTH,
    DateRule.YEAR: WhenPrecision.YEAR,
}  # fmt: skip
UNIT_PRECISION = {
    "hour": WhenPrecision.DAY, "day": WhenPrecision.DAY, "week": WhenPrecision.WEEK,
    "weekend": WhenPrecision.WEEK, "month": WhenPrecision.MONTH, "year": WhenPrecision.YEAR,
}  # fmt: skip


def _precision(words: DateWords, found: Interval) -> WhenPrecision:
    if found == OPEN:
        return WhenPrecision.UNKNOWN
    if words.bound is not Bound.NONE:
        return WhenPrecision.SPAN
    if words.rule in {DateRule.AGO, DateRule.SHIFTED, DateRule.PERIOD} and words.unit:
        return UNIT_PRECISION.get(words.unit, WhenPrecision.SPAN)
    return PRECISION.get(words.rule, WhenPrecision.SPAN)


def _anchor(words: DateWords, dated: Dated, text: str, *, past: bool) -> Interval:
    """Return the day told last before the words, for "the previous day" and its like."""
    if words.rule not in {DateRule.THAT_DAY, DateRule.SHIFTED} or not text:
        return OPEN
    before = text[max(0, words.span.start - MEMORY) : words.span.start]
    for told in reversed(find_dates(before)):
        if told.rule in {DateRule.DAY, DateRule.WEEKDAY, DateRule.RELATIVE} and told.bound is Bound.NONE:
            found = _both_ends(told, dated, OPEN, past=past)
            return found if found != OPEN else OPEN
    return OPEN


def _both_ends(words: DateWords, dated: Dated, anchor: Interval, *, past: bool) -> Interval:
    early = reach(words, Base(dated.earliest, past, anchor))
    late = reach(words, Base(dated.latest, past, anchor))
    return early[0], late[1]


def resolve(words: DateWords, dated: Dated, *, past: bool = True, text: str = "") -> When:
    """Return the interval that the words mean in a report written in `dated`.

    Both ends of `dated` are tried, so a report that may have been written on two days gives the days
    of both readings. `past` says whether the words tell what happened or what is to come; `text` is the
    text that `words.span` counts in, where "the previous day" is to follow the day told before it.
    What cannot be known (no year and no date of writing, 31 February) has both ends None. Never raises.
    """
    first, last = _both_ends(words, dated, _anchor(words, dated, text, past=past), past=past)
    if first is not None and last is not None and first > last:
        first, last = last, first
    return When(first, last, words.said, _precision(words, (first, last)))
