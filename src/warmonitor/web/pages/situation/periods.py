"""The days that the first page compares: the day that is looked at, the seven to it, and the seven before."""

from dataclasses import dataclass
from datetime import date, timedelta

from warmonitor.model.spoken import day_words, when_words
from warmonitor.web.pages.wording.links import listed

WEEK = 7
_WEEKS = 8  # that a trend is drawn of


@dataclass(frozen=True, slots=True)
class Span:
    """Some days, both ends included; `said` names them."""

    first: date
    last: date
    said: str

    def holds(self, earliest: str | None, latest: str | None) -> bool:
        """Say whether a time lies in these days with both its ends."""
        return bool(earliest and latest and self.since <= earliest[:10] and latest[:10] <= self.until)

    @property
    def since(self) -> str:
        """Return the first day as filters write it."""
        return self.first.isoformat()

    @property
    def until(self) -> str:
        """Return the last day as filters write it."""
        return self.last.isoformat()


def spans(day: date) -> tuple[Span, Span, Span]:
    """Return a day, the seven days that end with it, and the seven before those."""
    return Span(day, day, day_words(day)), week(day, 0), week(day, 1)


def week(day: date, back: int) -> Span:
    """Return seven days, so many weeks before those that end with a day."""
    last = _back(day, WEEK * back)
    first = _back(last, WEEK - 1)
    return Span(first, last, when_words(first, last))


def weeks(day: date) -> list[Span]:
    """Return the weeks that a trend is drawn of, the latest first."""
    return [week(day, back) for back in range(_WEEKS)]


def _back(day: date, days: int) -> date:
    return day - timedelta(days=min(days, day.toordinal() - 1))


@dataclass(frozen=True, slots=True)
class Lately:
    """Days up to the present one, by the clock of the server; `said` names them."""

    since: date
    until: date
    said: str

    def listed(self, path: str, **asked: str) -> str:
        """Return the address of a list of these days."""
        return listed(path, **asked, since=self.since.isoformat(), until=self.until.isoformat())


def lately(today: date) -> list[Lately]:
    """Return the days since yesterday, and seven days, up to a day."""
    return [
        Lately(_back(today, 1), today, "since yesterday"),
        Lately(_back(today, 6), today, "in seven days"),
    ]
