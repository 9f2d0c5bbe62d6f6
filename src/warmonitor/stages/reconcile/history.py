"""What each origin said one after the other: raised, lowered, corrected or repeated, and what stands now."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from warmonitor.model import History, Mark, Scope, ToldCount
from warmonitor.stages.reconcile.counted import Counted, PeriodKind, bounds, load_updates, tolerance

ROUNDING = 0.1  # share by which a count called approximate may miss
RUNNING = frozenset({PeriodKind.CUMULATIVE, PeriodKind.UNTIL})

Words = Callable[[Counted], str]


@dataclass(frozen=True)
class Row:
    """The counts of one origin in the order of time; `stands` are those that give what it says now."""

    origin: str
    counts: tuple[tuple[Counted, Mark], ...]
    stands: tuple[Counted, ...]

    @property
    def now(self) -> Counted:
        """Return the first telling of the count that stands."""
        return self.stands[0]

    def record(self) -> History:
        """Return the row as the account keeps it."""
        counts = tuple(_told(toll, mark) for toll, mark in self.counts)
        return History(self.origin, counts, tuple(sorted(toll.claim.id for toll in self.stands)))


def _told(toll: Counted, mark: Mark) -> ToldCount:
    count = toll.toll.quantity
    return ToldCount(toll.claim.id, toll.told, count.low, count.best, count.high, mark)


def rows(tolls: Iterable[Counted], words: Words) -> list[Row]:
    """Return one row an origin, by name; `words` gives the sentence of a count."""
    by_origin: dict[str, list[Counted]] = {}
    for toll in sorted(tolls, key=_order):
        for origin in toll.origins:
            by_origin.setdefault(origin, []).append(toll)
    return [_row(origin, by_origin[origin], words) for origin in sorted(by_origin)]


def _order(toll: Counted) -> tuple[Any, ...]:
    """Later counts later; of one day what the text calls older, then what is lower: tolls rise."""
    low, high = bounds(toll)
    return (
        moment(toll),
        toll.told or date.min,
        toll.toll.scope is not Scope.REPLACED,
        low,
        high,
        toll.sort_key,
    )


def moment(toll: Counted) -> date:
    """Return the day up to which a count goes: the end of a running toll, else the day when it was told."""
    end = toll.when.latest if toll.period in RUNNING else None
    return end or toll.told or date.min


def _row(origin: str, tolls: list[Counted], words: Words) -> Row:
    counts: list[tuple[Counted, Mark]] = []
    now: Counted | None = None
    for toll in tolls:
        mark = Mark.FIRST if now is None else _mark(toll, now, [one for one, _ in counts], words)
        counts.append((toll, mark))
        if now is None or _moves(toll, now, mark):
            now = toll
    stands = tuple(toll for toll in tolls if now is not None and bounds(toll) == bounds(now))
    return Row(origin, tuple(counts), stands)


def _mark(toll: Counted, now: Counted, before: list[Counted], words: Words) -> Mark:
    (low, high), (least, most) = bounds(toll), bounds(now)
    if (low, high) != (least, most) and _corrected().search(words(toll)):
        return Mark.CORRECTED
    if any(bounds(one) == (low, high) for one in before) or _says_no_more(toll, now):
        return Mark.REPEATED
    return Mark.RAISED if (low, high) > (least, most) else Mark.LOWERED


def _says_no_more(toll: Counted, now: Counted) -> bool:
    """Say whether a count is the standing one in vaguer or in closer words."""
    vague, close = bounds(toll, ROUNDING), bounds(now)
    if vague[0] <= close[0] and close[1] <= vague[1]:
        return True
    around = bounds(now, ROUNDING)
    return now.toll.quantity.approximate and around[0] <= bounds(toll)[0] and bounds(toll)[1] <= around[1]


def _moves(toll: Counted, now: Counted, mark: Mark) -> bool:
    """Say whether a count takes the place of the standing one: a new value, or the same in closer words."""
    if now.toll.scope is Scope.REPLACED:
        return True
    if toll.toll.scope is Scope.REPLACED:
        return False
    closer = bounds(now)[0] < bounds(toll)[0] and bounds(toll)[1] < bounds(now)[1]
    return mark is not Mark.REPEATED or (now.toll.quantity.approximate and closer)


def current(found: list[Row]) -> list[Row]:
    """Return the rows whose standing count goes up to about the same day as the newest; else all."""
    running = [row for row in found if row.now.period in RUNNING]
    if not running:
        return found
    newest = max((row.now for row in running), key=moment)
    return [row for row in found if row not in running or _as_new(row.now, newest)]


def _as_new(toll: Counted, newest: Counted) -> bool:
    return (moment(newest) - moment(toll)).days <= tolerance(toll.when, newest.when)


@lru_cache
def _corrected() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in load_updates()["corrected"])
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
