"""The day on which a telling counts: of several left open, one on which something else bears it out."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from warmonitor.stages.reconcile.control.evidence import DAY, TURNING, Sort, Telling
from warmonitor.stages.reconcile.control.tables import days

_COMING = frozenset({Sort.GAINED, Sort.ENTERED, Sort.HELD})
_FIGHTING = frozenset({Sort.ENTERED, Sort.CONTESTED})


def set_days(told: Iterable[Telling]) -> None:
    """Set on which day each telling of one place and its parts counts."""
    tellings = sorted(told, key=lambda o: (o.last, o.first, o.sort, o.party or "", o.part or ""))
    sharp = [one for one in tellings if (one.last - one.first).days <= 1]
    for one in tellings:
        if (one.last - one.first).days > 1 and _of_one_day(one):
            one.at = next(
                (o.last for o in sharp if one.first <= o.last <= one.last and _bears_out(o, one)), None
            )
    for one in tellings:
        if one.sort in TURNING and one.part is None and not any(claim.when.said for claim in one.claims):
            _as_told_before(one, tellings)
    for one in tellings:
        if one.sort is Sort.DENIED:
            one.at = _denied_day(one, tellings)
        elif one.sort is Sort.ENTERED and one.part is not None:
            _before_left(one, tellings)


def _of_one_day(one: Telling) -> bool:
    """Say whether a telling of several days means one of them: a change, or how it stood when written."""
    written = one.sort in {Sort.HELD, Sort.CONTESTED} and (one.last - one.first).days < days("narrow")
    return one.sort in TURNING or (written and not any(claim.when.said for claim in one.claims))


def _bears_out(other: Telling, one: Telling) -> bool:
    if one.sort is Sort.CONTESTED:
        return other.sort in _FIGHTING
    if one.part != other.part:
        return False
    if one.sort is Sort.LOST:
        came = other.sort in _COMING and other.party != one.party
        return came or (other.sort is Sort.LOST and other.party == one.party)
    same = other.sort in {one.sort, Sort.HELD, Sort.GAINED} and other.party == one.party
    return same or (other.sort is Sort.LOST and other.party != one.party)


def _as_told_before(one: Telling, told: Sequence[Telling]) -> None:
    """Put a change told without a day on the day on which it was told before, if nothing undid it since.

    Who has entered a place and was not driven out enters it no second time: the words look back.
    """
    near = one.first - timedelta(days=days("again"))
    before = [o for o in told if near <= o.day < one.first and _same_change(o, one)]
    last = max((o.day for o in before), default=None)
    if last is None or any(last < o.first <= one.last and _undoes(o, one) for o in told):
        return
    one.first = one.last = last
    one.at = None


def _same_change(other: Telling, one: Telling) -> bool:
    if one.sort is Sort.LOST:
        return other.sort is Sort.LOST and other.party == one.party and other.part is None
    wanted = {Sort.ENTERED, Sort.GAINED} if one.sort is Sort.ENTERED else {Sort.GAINED}
    whole = other.part is None or one.sort is Sort.ENTERED
    return other.sort in wanted and other.party == one.party and whole


def _undoes(other: Telling, one: Telling) -> bool:
    """Say whether a telling stands against a change: the loser is there again, or who came has gone."""
    if one.sort is Sort.LOST:
        return other.sort in {Sort.HELD, Sort.GAINED, Sort.ENTERED} and other.party == one.party
    gone = other.sort is Sort.LOST and other.party == one.party
    return gone or (other.sort in {Sort.HELD, Sort.GAINED} and other.party != one.party)


def _denied_day(one: Telling, told: Sequence[Telling]) -> date | None:
    """Return the last day within a week on which what a denial denies was told, None where nobody told it."""
    near = one.last - timedelta(days=days("narrow"))
    claimed = [o.day for o in told if o.sort is Sort.GAINED and o.party == one.party and o.part == one.part
               and near <= o.day <= one.last]  # fmt: skip
    return max(claimed, default=None)


def _before_left(one: Telling, told: Sequence[Telling]) -> None:
    """Put what a report tells to have been entered and left, without a day, before it was left."""
    if any(claim.when.said for claim in one.claims):
        return
    reports = {claim.report for claim in one.claims}
    left = [o for o in told if o.sort is Sort.LOST and o.party == one.party and o.part == one.part
            and o.first <= one.last and reports & {claim.report for claim in o.claims}]  # fmt: skip
    if left:
        one.first = one.last = min(o.first for o in left) - DAY
