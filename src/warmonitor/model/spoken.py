"""Days, counts and who is counted, in plain words, as every page and file says them."""

from datetime import date, timedelta

from warmonitor.model.singular import one_of

NOT_KNOWN = "date not known"
# Not strftime's names, which follow the machine's locale.
MONTHS = "January February March April May June July August September October November December".split()
_ONE = {f"{before}1" for before in ("", "about ", "at least ", "up to ")}
_HELD = {
    "held": ("held", "held by {}"),
    "contested": ("contested", "contested"),
    "claimed": ("claimed", "claimed by {}"),
    "surrounded": ("surrounded", "surrounded, {} inside"),
    "unknown": ("not known who holds it", "not known who holds it"),
}
MEASURE = {"population": "living there", "remaining": "still there"}


def day_words(day: date) -> str:
    """Return a day such as "2 March 2031"."""
    return f"{day.day} {_month(day)} {day.year}"


def _month(day: date) -> str:
    return MONTHS[day.month - 1]


def when_words(earliest: date | None, latest: date | None) -> str:
    """Return an interval of days in words; an end left open is said as such."""
    if earliest is None and latest is None:
        return NOT_KNOWN
    if earliest is None or latest is None:
        return f"since {day_words(earliest)}" if earliest else f"until {day_words(latest or date.min)}"
    if earliest == latest:
        return day_words(earliest)
    return _whole(earliest, latest) or _between(earliest, latest)


def _whole(earliest: date, latest: date) -> str | None:
    ends_month = (latest + timedelta(days=1)).day == 1 if latest < date.max else latest.day == 31
    if earliest.day != 1 or not ends_month or earliest.year != latest.year:
        return None
    if earliest.month == latest.month:
        return f"{_month(earliest)} {earliest.year}"
    return str(earliest.year) if (earliest.month, latest.month) == (1, 12) else None


def _between(earliest: date, latest: date) -> str:
    if earliest.year != latest.year:
        return f"{day_words(earliest)} to {day_words(latest)}"
    if earliest.month != latest.month:
        return f"{earliest.day} {_month(earliest)} to {day_words(latest)}"
    return f"{earliest.day} to {day_words(latest)}"


def number(value: float) -> str:
    """Return a count with thin groups of three, whole where it is whole."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"


def range_words(low: float | None, high: float | None) -> str:
    """Return bounds in words; an end left open is said as such."""
    if low is None and high is None:
        return "number not known"
    if high is None:
        return f"at least {number(low or 0)}"
    if low is None:
        return f"up to {number(high)}"
    return number(low) if low == high else f"{number(low)} to {number(high)}"


def counted_words(of: str, measure: str, told: str | None = None) -> str:
    """Return who is counted and for what, such as "civilians killed"; `told` is the number before it.

    Of one, the word is singular: "1 civilian killed", "at least 1 civilian killed".
    """
    who = one_of(of) if told in _ONE else of
    return f"{who} {MEASURE.get(measure, measure)}"


def held_words(status: str, holder: str | None) -> str:
    """Return how ground stands by its status, with who holds it where that is told."""
    alone, by = _HELD.get(status, (status, status))
    return by.replace("{}", holder) if holder else alone
