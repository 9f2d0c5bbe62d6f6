"""The course of a place: the states, day by day, that go least against what is told and change least.

Each telling costs, on its day, a share of its weight in every state that it speaks against; each change of
state costs a little. The cheapest path over the days that are told of is found by dynamic programming
(A. Viterbi, 1967), in whole numbers, so that it is the same for any order of claims. Its time is linear in
the tellings of a place.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from warmonitor.stages.reconcile.control.evidence import DAY, Sort, Telling
from warmonitor.stages.reconcile.control.tables import against, days, fade_days, weight

CONTESTED = " contested"  # sorts before parties, so that it wins where all else is equal
NOBODY = "~nobody"  # sorts after them
FIGHT = frozenset({Sort.ENTERED, Sort.CONTESTED})
FINE = 1000  # parts of a hundredth, for costs by the day


@dataclass(frozen=True)
class Run:
    """Days on which a place stands alike: a party, CONTESTED or NOBODY; `last` is None where it goes on."""

    state: str
    first: date
    last: date | None


class Costs:
    """What each state costs on each day that is told of: a common part, and what single states differ by."""

    def __init__(self) -> None:
        """Begin with no costs."""
        self.rest: dict[date, int] = defaultdict(int)
        self.own: dict[date, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        self.rates: dict[date, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        self.fought: list[date] = []
        self._before: dict[tuple[date, str, bool], int] = {}

    def fought_before(self, day: date) -> bool:
        """Say whether a fight is told of on a day or so shortly before that it may still have gone on."""
        at = bisect_right(self.fought, day)
        return at > 0 and (day - self.fought[at - 1]).days <= fade_days("contested")

    def add(self, day: date, fit: dict[str, int], rest: int) -> None:
        """Let the states of `fit` cost what it says on a day, and all others `rest`."""
        self.rest[day] += rest
        for state, cost in fit.items():
            self.own[day][state] += cost - rest

    def before(self, day: date, state: str, cost: int, *, again: bool) -> None:
        """Let a state cost something on the day before it came about, however many say so."""
        most = weight("before_again") if again else weight("before")
        kept = self._before.get((day, state, again), 0)
        added = min(most, max(kept, cost)) - kept
        self._before[day, state, again] = kept + added
        self.own[day][state] += added
        self.rest[day] += 0

    def through(self, first: date, last: date, state: str, cost: int) -> None:
        """Let all states but one cost something, spread over the days from first to last."""
        rate = FINE * cost // (last - first).days
        self.rates[first][state] += rate
        self.rates[last][state] -= rate

    def days(self) -> list[date]:
        """Return the days that are told of, in order."""
        return sorted({*self.rest, *self.own})


def course(told: Iterable[Telling]) -> list[Run]:
    """Return the runs of a place in the order of time, none where nothing is told of it."""
    tellings = list(told)
    costs, states = Costs(), {CONTESTED, NOBODY}
    costs.fought = sorted(one.day for one in tellings if one.sort in FIGHT or one.part is not None)
    for one in tellings:
        states |= {party for party in (one.party, *one.others) if party}
        _cost(one, costs)
    return _cheapest(costs, sorted(states))


def _cost(one: Telling, costs: Costs) -> None:
    heavy = one.weight()
    if one.part is not None:
        _cost_part(one, costs, heavy)
    elif one.sort in {Sort.HELD, Sort.KEPT}:
        _cost_held(one, costs, heavy)
    elif one.sort is not Sort.RELIEVED:
        _cost_turn(one, costs, heavy)


def _share(heavy: int, sort: str, state: str) -> int:
    return heavy * against(sort).get(state, 0) // 100


def _fit(one: Telling, sort: str, heavy: int) -> dict[str, int]:
    """Return what the party, the other side and CONTESTED cost; an entry left out costs as any other."""
    table, fit = against(sort), {}
    if one.party:
        fit[one.party] = _share(heavy, sort, "own")
    if "contested" in table:
        fit[CONTESTED] = _share(heavy, sort, "contested")
    return fit


def _cost_held(one: Telling, costs: Costs, heavy: int) -> None:
    """Cost ground said to be held: on its last day, and of a longer time on its first and on each day."""
    length = (one.last - one.first).days
    if one.at is not None:
        costs.add(one.at, _fit(one, "held", heavy), heavy)
        return
    late = heavy * weight("late") // 100 if length > days("long") else heavy
    costs.add(one.last, _fit(one, "held", late), late)
    if length > 1 and one.party:
        half = heavy // 2
        costs.add(one.first, _fit(one, "held", half), half)
        costs.through(one.first, one.last, one.party, heavy)


def _cost_turn(one: Telling, costs: Costs, heavy: int) -> None:
    """Cost a change: how it stands after it, and, less, how it stood before."""
    sort = "lost_to" if one.sort is Sort.LOST and one.others else str(one.sort)
    fit = _fit(one, sort, heavy)
    if one.sort is Sort.ENTERED or one.sort is Sort.CONTESTED:
        fit[CONTESTED] = 0
    for other in sorted(one.others):
        if one.sort is Sort.LOST:
            fit[other] = 0
    costs.add(one.day, fit, _share(heavy, sort, "other"))
    before = one.first - DAY
    if one.sort in {Sort.GAINED, Sort.ENTERED} and one.party:
        costs.before(before, one.party, heavy, again=one.again)
    held = (
        one.party
        if one.sort is Sort.LOST
        else min(one.others, default=None)
        if one.sort is Sort.GAINED
        else None
    )
    if held:
        some = min(heavy, weight("before")) * 3 // 4
        fought = {CONTESTED: some // 3} if costs.fought_before(before) else {}
        costs.add(before, {held: 0} | fought, some)


def _cost_part(one: Telling, costs: Costs, heavy: int) -> None:
    """Cost what is told of a part: the whole is fought over, or belongs to who holds the part."""
    if one.sort is Sort.LOST:
        costs.add(one.day, {one.party or NOBODY: heavy}, 0)
        return
    sort = "part_held" if one.sort is Sort.HELD else "part"
    fit = _fit(one, sort, heavy) | {CONTESTED: 0}
    if one.sort is not Sort.DENIED:
        costs.add(one.day, fit, _share(heavy, sort, "other"))
        if one.sort is not Sort.HELD and one.party:
            costs.before(one.first - DAY, one.party, heavy // 2, again=False)


def _cheapest(costs: Costs, states: list[str]) -> list[Run]:
    """Return the cheapest path: where two cost the same, the one that changes later."""
    told, change = costs.days(), weight("change")
    if not told:
        return []
    best = dict.fromkeys(states, 0)
    back: list[dict[str, str]] = []
    rates: dict[str, int] = dict.fromkeys(states, 0)
    for day, after in zip(told, [*told[1:], None], strict=True):
        cheap = min(states, key=lambda state: (best[state], state))
        step = {s: s if not back or best[s] < best[cheap] + change else cheap for s in states}
        moved = {s: best[step[s]] + (change if step[s] != s else 0) for s in states}
        for state, rate in costs.rates[day].items():
            rates[state] += rate
        long, every = (after - day).days if after else 0, sum(rates.values())
        own, rest = costs.own[day], costs.rest[day]
        best = {s: moved[s] + rest + own.get(s, 0) + (every - rates[s]) * long // FINE for s in states}
        back.append(step)
    return _runs(told, back, min(states, key=lambda state: (best[state], state)))


def _runs(told: list[date], back: list[dict[str, str]], state: str) -> list[Run]:
    found: list[Run] = []
    for day, step in zip(reversed(told), reversed(back), strict=True):
        if found and found[-1].state == state:
            found[-1] = Run(state, day, found[-1].last)
        else:
            found.append(Run(state, day, found[-1].first - DAY if found else None))
        state = step[state]
    return found[::-1]
