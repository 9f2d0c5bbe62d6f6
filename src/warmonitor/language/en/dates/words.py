"""What the grammar finds: a time expression, its place in the text and its parts."""

from dataclasses import dataclass
from enum import StrEnum

from warmonitor.model import Span


class DateRule(StrEnum):
    """Which kind of time expression it is."""

    DAY = "day"  # day and month, or day of the month alone; with or without a year
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    WEEKDAY = "weekday"
    RELATIVE = "relative"  # today, overnight: `offsets` days from the day of writing
    THAT_DAY = "that day"  # the previous day: `offsets` days from a day told before it
    AGO = "ago"  # `count` units before the day of writing
    SHIFTED = "shifted"  # two weeks earlier: `count` units (signed) from a day told before it
    PAST = "past"  # a stretch of `count` units that ends at the day of writing
    COMING = "coming"
    DURATION = "duration"  # something has lasted `count` units
    ORDINAL = "ordinal"  # in the `count`-th unit of something
    PERIOD = "period"  # this, last, next week, month, year
    RANGE = "range"  # from the first of `ends` to the second


class Bound(StrEnum):
    """Which side of the time is meant."""

    NONE = ""
    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class DateWords:
    """One time expression; what the words leave open is None or "".

    `span` counts code points of the text searched; `weekday` is 0 for Monday; `part` is a key of `parts`
    in dates.yml or "overnight"; `which` is "this", "last" or "next"; `unit` is "hour" to "decade";
    `offsets` are days, first and last; `ends` are the two ends of a range.
    """

    span: Span
    said: str
    rule: DateRule
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: str = ""
    which: str = ""
    count: int | None = None
    unit: str = ""
    offsets: tuple[int, int] | None = None
    ends: "tuple[DateWords, DateWords] | None" = None
    bound: Bound = Bound.NONE
