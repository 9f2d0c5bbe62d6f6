"""Times of deals and posts in an order that no order of claims can move."""

from collections.abc import Iterable
from datetime import date

from warmonitor.model import When


def narrowest(times: Iterable[When | None]) -> When | None:
    """Return the narrowest time that is known, those that the text states first."""
    known = [when for when in times if when is not None and (when.known() or when.said)]
    return min(known, key=_narrow_first) if known else None


def _narrow_first(when: When) -> tuple[bool, int, date, date, str]:
    days = when.days()
    width = 10**6 if days is None else days
    return not when.said, width, when.earliest or date.max, when.latest or date.max, when.said


def by_day(when: When) -> tuple[date, date, str]:
    """Return a sort key: the last day that a time may mean, then its first."""
    return when.latest or when.earliest or date.min, when.earliest or date.min, when.said
