"""What the rules make of one value an origin: range, median, majority and latest, side by side."""

from collections.abc import Iterable, Sequence
from math import ceil, inf
from statistics import median

from warmonitor.model import Rule, Settled
from warmonitor.stages.reconcile.counted import Counted, best_value, bounds
from warmonitor.stages.reconcile.history import ROUNDING, Row, moment

LEAST_AGREED = 2


def settle(found: Sequence[Row], voting: frozenset[str]) -> tuple[Settled, ...]:
    """Return what each rule gives for the standing counts; a rule that gives nothing is absent.

    Range and latest say what is said; median and majority take only the origins in `voting`, so that those
    who may be one weigh once.
    """
    votes = [row for row in found if row.origin in voting]
    given = (_range(found), _median(votes), _majority(votes), _latest(found))
    return tuple(one for one in given if one)


def _range(found: Sequence[Row]) -> Settled | None:
    """The lowest and the highest end that any origin gives, None where nobody gives one."""
    low, high = _ends([toll for row in found for toll in row.stands])
    if low is None and high is None:
        return None
    return Settled(Rule.RANGE, low, high, _names(found))


def _ends(tolls: Iterable[Counted]) -> tuple[float | None, float | None]:
    counts = [toll.toll.quantity for toll in tolls]
    lows = [low for one in counts if (low := one.low if one.low is not None else one.best) is not None]
    highs = [high for one in counts if (high := one.high if one.high is not None else one.best) is not None]
    return (min(lows + highs) if lows else None), (max(lows + highs) if highs else None)


def _median(found: Sequence[Row]) -> Settled | None:
    values = [value for row in found if (value := best_value(row.now.toll.quantity)) is not None]
    if not values:
        return None
    middle = float(median(values))
    return Settled(Rule.MEDIAN, middle, middle, _names(found))


def _majority(found: Sequence[Row]) -> Settled | None:
    """The counts that more origins agree on than on any other; "at least 12" agrees with all from 12 up."""
    told = [(row, bounds(row.now, ROUNDING)) for row in found]
    groups = {frozenset(row.origin for row, (low, high) in told if low <= at <= high) for _, (at, _) in told}
    most = max((len(group) for group in groups), default=0)
    best = [group for group in groups if len(group) == most]
    if most < LEAST_AGREED or len(best) > 1:
        return None
    agreed = [(row, ends) for row, ends in told if row.origin in best[0]]
    return _shared(agreed)


def _shared(agreed: list[tuple[Row, tuple[float, float]]]) -> Settled:
    """Return the counts that all of them allow, in the numbers that they name."""
    low, high = max(ends[0] for _, ends in agreed), min(ends[1] for _, ends in agreed)
    named = [end for row, _ in agreed for end in bounds(row.now) if low <= end <= high and 0 < end < inf]
    first = min(named, default=float(ceil(low)))
    last = None if high == inf else max(named, default=high)
    return Settled(Rule.MAJORITY, first, last, _names([row for row, _ in agreed]))


def _latest(found: Sequence[Row]) -> Settled | None:
    """The count told last; where several were told on that day, all of them."""
    newest = max((moment(row.now) for row in found), default=None)
    last = [row for row in found if moment(row.now) == newest]
    low, high = _ends([toll for row in last for toll in row.stands])
    return None if low is None and high is None else Settled(Rule.LATEST, low, high, _names(last))


def _names(found: Iterable[Row]) -> tuple[str, ...]:
    return tuple(sorted(row.origin for row in found))
