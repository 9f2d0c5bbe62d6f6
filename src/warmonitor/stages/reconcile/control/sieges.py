"""Sieges of a place: from the first word of it to relief, the fall, or the end of what is told."""

from collections.abc import Sequence
from datetime import date, timedelta

from warmonitor.model import ControlSpell, ControlStatus
from warmonitor.stages.reconcile.control.course import CONTESTED, NOBODY, Run
from warmonitor.stages.reconcile.control.evidence import DAY, Sort, Telling
from warmonitor.stages.reconcile.control.spells import Maker, stretches_of
from warmonitor.stages.reconcile.control.tables import fade_days


def sieges(maker: Maker, runs: Sequence[Run], told: Sequence[Telling]) -> list[ControlSpell]:
    """Return the sieges of a place, those that one end parts as two."""
    rings = sorted((o for o in told if o.sort is Sort.SURROUNDED), key=lambda o: (o.first, o.last))
    relief = sorted(o.last for o in told if o.sort is Sort.RELIEVED)
    groups: list[list[Telling]] = []
    for ring in rings:
        if groups and not _ended(groups[-1], ring, runs, relief):
            groups[-1].append(ring)
        else:
            groups.append([ring])
    return [_siege(maker, group, runs, relief) for group in groups]


def _ended(group: list[Telling], ring: Telling, runs: Sequence[Run], relief: list[date]) -> bool:
    end = _end(group, runs, relief)
    return ring.first > end


def _end(group: list[Telling], runs: Sequence[Run], relief: list[date]) -> date:
    begun, told = min(one.first for one in group), max(one.last for one in group)
    inside = _inside(begun, runs)
    falls = [run.first - DAY for run in runs
             if run.first > begun and run.state not in {CONTESTED, NOBODY, inside}]  # fmt: skip
    lifted = [day - DAY for day in relief if day > begun]
    return min([told + timedelta(days=fade_days("surrounded")), *falls, *lifted])


def _inside(day: date, runs: Sequence[Run]) -> str | None:
    """Return who holds the place on a day, or held it last before it was fought over."""
    held = [run for run in runs if run.first <= day and run.state not in {CONTESTED, NOBODY}]
    return held[-1].state if held else None


def _siege(maker: Maker, group: list[Telling], runs: Sequence[Run], relief: list[date]) -> ControlSpell:
    begun, end = min(one.first for one in group), _end(group, runs, relief)
    parties = maker.evidence.parties
    named = [name for one in group for name in one.named()]
    ring = sorted({one.party for one in group if one.party})
    others = sorted({other for one in group for other in one.others} - set(ring))
    inside = others[0] if others else _inside(begun, runs)
    by = parties.name(ring[0], named) if ring else None
    ringed = f"surrounded by {by}" if by else "surrounded"
    if not ring and inside and (by := parties.taker(inside)):
        ringed = f"surrounded; by whom is not said, {by} alone is told to take ground from others"
    holder = parties.name(inside, named) if inside and inside not in ring else None
    if holder is None and inside and inside not in ring:
        holder = maker.evidence.name(maker.place, inside)
    spans = [(one.first, min(one.last, end)) for one in group if one.first <= end]
    return maker.make(holder, ControlStatus.SURROUNDED, (begun, end), [c for o in group for c in o.claims],
                      ringed, by=by, stretches=stretches_of(spans, (begun, end)))  # fmt: skip
