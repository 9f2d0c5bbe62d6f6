"""Spells of a part of a place: until the whole is decided."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from warmonitor.model import ControlSpell
from warmonitor.stages.reconcile.control.course import CONTESTED, NOBODY, Run, course
from warmonitor.stages.reconcile.control.evidence import DAY
from warmonitor.stages.reconcile.control.spells import Maker, backing


def part_spells(maker: Maker, whole: Sequence[Run]) -> Iterable[ControlSpell]:
    """Return the spells of a part, each until somebody takes or is told to hold the whole place again."""
    told = [replace(one, part=None) for one in maker.evidence.of_place(maker.place, maker.part)]
    for run in course(told):
        after = [one.first for one in whole if one.first > run.first and one.state not in {CONTESTED, NOBODY}]
        end = min([run.last or date.max, *(day - DAY for day in after)])
        cut = Run(run.state, run.first, None if end == date.max else end)
        yield from maker.spells(backing([cut], [one for one in told if one.first <= end]))
