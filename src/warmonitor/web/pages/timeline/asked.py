"""What may be asked of the timeline: which events, in which lanes, over which days; and where to go on."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from warmonitor.model import QueryError
from warmonitor.store.filters import Filters
from warmonitor.store.lanes import Asked
from warmonitor.store.spans import Unit, Window, whole
from warmonitor.web.asked import Day, Word
from warmonitor.web.pages.wording.links import listed

LANES, MOST_LANES = 12, 60
_DAYS, _MONTHS, _LONGEST = 92, 1_830, 60 * 366  # the most days that are shown by day, by month, and at all
_EARLIEST, _LATEST = date(1, 1, 1), date(9999, 12, 31)


class AskedTimeline(BaseModel):
    """Which events, in which lanes, from which day to which."""

    model_config = ConfigDict(extra="forbid")

    place: Word | None = Field(None, description="Id of a place.")
    actor: Word | None = Field(None, description="Id of an actor.")
    type: Word | None = Field(None, description="A type or sub-type of ACLED.")
    lane: Literal["type", "place", "actor"] = Field("type", description="What each lane is of.")
    since: Day | None = Field(None, alias="from", description="First day.")
    until: Day | None = Field(None, alias="to", description="Last day.")
    top: int = Field(LANES, ge=1, le=MOST_LANES, description="How many lanes at most.")

    def asked(self) -> Asked:
        """Return which events are asked for."""
        return Asked(self.lane, self.place, self.actor, self.type)

    def filters(self, window: Window) -> Filters:
        """Return the filters of the same events in the lists of the account."""
        return Filters(
            place=self.place, actor=self.actor, type=self.type, since=window.first, until=window.last
        )

    def window(self, months: tuple[str, str] | None) -> Window | None:
        """Return the days to be shown, None where none are given and no events have any.

        Raises:
            QueryError: when a day is none, or the first is after the last.
        """
        first = _day(self.since) if self.since else date.fromisoformat(f"{months[0]}-01") if months else None
        last = _day(self.until) if self.until else _month_end(months[1]) if months else first
        if first is None and last is None:
            return None
        first, last = first or last or _EARLIEST, last or first or _LATEST
        if first > last and self.since and self.until:
            raise QueryError("days-reversed", f"The day {first} is after {last}.")
        return windowed(min(first, last), max(first, last))

    def address(self, window: Window | None = None, **changed: str | None) -> str:
        """Return the address of the timeline with some of what is asked changed."""
        told = {
            "place": self.place,
            "actor": self.actor,
            "type": self.type,
            "lane": None if self.lane == "type" else self.lane,
            "from": window.first.isoformat() if window else self.since,
            "to": window.last.isoformat() if window else self.until,
            "top": None if self.top == LANES else str(self.top),
        }
        return listed("/timeline", **{**told, **changed})


def windowed(first: date, last: date) -> Window:
    """Return days as whole years, months or days, by how many they are; no more than 60 years."""
    first = max(first, _moved(last, -_LONGEST))
    days = (last - first).days + 1
    unit = Unit.DAY if days <= _DAYS else Unit.MONTH if days <= _MONTHS else Unit.YEAR
    return Window(*whole(first, last, unit), unit)


@dataclass(frozen=True, slots=True)
class Around:
    """The days before and after, and a nearer and a wider look; None where there is none."""

    earlier: Window | None
    later: Window | None
    closer: Window | None
    wider: Window | None


def around(window: Window) -> Around:
    """Return where one may go from some days: by half of them, to their middle half, to twice as many."""
    half, quarter = max(1, window.days // 2), window.days // 4
    return Around(
        _shifted(window, -half, -half),
        _shifted(window, half, half),
        _shifted(window, max(quarter, 1), -quarter) if window.days > 1 else None,
        _shifted(window, -half, half) if 2 * window.days <= _LONGEST else None,
    )


def _shifted(window: Window, first: int, last: int) -> Window | None:
    start, end = _moved(window.first, first), _moved(window.last, last)
    made = windowed(min(start, end), end)
    return None if replace(made, unit=window.unit) == window else made


def _moved(day: date, days: int) -> date:
    at = day.toordinal() + days
    return date.fromordinal(min(max(at, _EARLIEST.toordinal()), _LATEST.toordinal()))


def _month_end(month: str) -> date:
    return whole(date.fromisoformat(f"{month}-01"), date.fromisoformat(f"{month}-01"), Unit.MONTH)[1]


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise QueryError("day-invalid", "This is no day of the calendar; write it as 2015-05-31.") from None
