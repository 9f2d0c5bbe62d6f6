"""Claims of ground that the course of a place goes against: spells of their own, claimed."""

from collections.abc import Sequence
from datetime import date, timedelta

from warmonitor.model import ControlSpell, ControlStatus
from warmonitor.stages.reconcile.control.course import Run
from warmonitor.stages.reconcile.control.evidence import DAY, Sort, Telling
from warmonitor.stages.reconcile.control.spells import Maker, stretches_of
from warmonitor.stages.reconcile.control.tables import days, fade_days

CLAIMS = frozenset({Sort.HELD, Sort.GAINED})


def rivals(maker: Maker, runs: Sequence[Run], told: Sequence[Telling]) -> list[ControlSpell]:
    """Return a claimed spell for each party that is said to hold the place on days given to others."""
    found: list[ControlSpell] = []
    starts = [run.first for run in runs]
    lost = [one for one in told if one.sort in CLAIMS and one.part is None and not _kept(one, runs)]
    for party in sorted({one.party for one in lost if one.party}):
        theirs = sorted((one for one in lost if one.party == party), key=lambda one: (one.last, one.first))
        found += [_claimed(maker, [*starts, *_answers(told, party)], group, party) for group in _near(theirs)]
    return found


def _kept(one: Telling, runs: Sequence[Run]) -> bool:
    """Say whether the course gives the party the place within days of what is told."""
    near = timedelta(days=days("narrow") // 2)
    return any(
        run.state == one.party and run.first - near <= one.last and one.first <= (run.last or date.max)
        for run in runs
    )


def _near(told: list[Telling]) -> list[list[Telling]]:
    groups: list[list[Telling]] = []
    for one in told:
        if groups and (one.first - groups[-1][-1].last).days <= fade_days("claimed"):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _answers(told: Sequence[Telling], party: str) -> list[date]:
    """Return the days on which somebody with no stake in it gives the place to others or denies the claim."""
    return [
        one.last for one in told if one.part is None and one.independent()
        and ((one.sort in CLAIMS and one.party != party) or (one.sort is Sort.DENIED and one.party == party))
    ]  # fmt: skip


def _claimed(maker: Maker, ends: Sequence[date], group: list[Telling], party: str) -> ControlSpell:
    """Return one spell; it ends where the course next changes, where others answer it, or where it fades."""
    start, told = min(one.first for one in group), max(one.last for one in group)
    nexts = [day - DAY for day in ends if day > told]
    end = min([told + timedelta(days=fade_days("claimed")), *nexts])
    holder = maker.evidence.parties.name(party, [named for one in group for named in one.named()])
    claims = [claim for one in group for claim in one.claims]
    alone = not any(one.independent() for one in group)
    because = f"{'only it says so' if alone else 'some say so'}; more, or later, speaks against it"
    spans = [(one.first, one.last) for one in group]
    return maker.make(holder, ControlStatus.CLAIMED, (start, end), claims, because,
                      claimed=min((day for one in group for day in one.said_on.values()), default=None),
                      stretches=stretches_of(spans, (start, end)))  # fmt: skip
