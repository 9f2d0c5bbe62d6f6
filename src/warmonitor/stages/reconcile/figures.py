"""A column of comparable tolls as a figure: one value an origin, its history, and what each rule gives."""

from collections import Counter

from warmonitor.model import Apart, Figure, Rule, Settled, When, make_id
from warmonitor.stages.reconcile.columns import Column
from warmonitor.stages.reconcile.counted import Counted
from warmonitor.stages.reconcile.history import RUNNING, Row, current
from warmonitor.stages.reconcile.origins import Origins
from warmonitor.stages.reconcile.settle import settle


def figure_of(column: Column, found: list[Row], origins: Origins, apart: tuple[Apart, ...]) -> Figure:
    """Return the figure of a column and of its rows, one an origin; rules weigh the independent ones."""
    ids = tuple(sorted({*(one.claim.id for one in column.tolls), *column.copies}))
    independent = origins.of_all(one.claim for one in column.tolls)
    rules = settle(current(found), _voting(found, independent, origins))
    shown, middle = _given(rules, Rule.RANGE), _given(rules, Rule.MEDIAN)
    first = column.first
    return Figure(
        id=make_id("figure", *first.key, *ids),
        measure=first.toll.measure.value,
        of=_most_used(column),
        place=_place(column),
        when=_when(column),
        claims=ids,
        low=_whole(shown.low if shown else None),
        high=_whole(shown.high if shown else None),
        median=middle.low if middle else None,
        origins=independent,
        apart=apart,
        history=tuple(row.record() for row in found),
        rules=rules,
        changed=tuple(sorted(column.changed, key=lambda one: (one.claim, one.of))),
    )


def _voting(found: list[Row], independent: tuple[str, ...], origins: Origins) -> frozenset[str]:
    """Return the origins with a voice of their own: of outlets that quote one another, the first."""
    circles = [origins.circles[name].voices for name in independent if name in origins.circles]
    named = sorted(row.origin for row in found)
    firsts = {next((one for one in named if one in voices), "") for voices in circles}
    return frozenset({one for one in named if one in independent} | (firsts - {""})) or frozenset(named)


def _given(rules: tuple[Settled, ...], rule: Rule) -> Settled | None:
    return next((one for one in rules if one.rule is rule), None)


def _whole(end: float | None) -> int | None:
    return None if end is None else int(end)


def _most_used(column: Column) -> str:
    words = Counter(toll.toll.of for toll in column.tolls)
    return min(words, key=lambda of: (-words[of], of))


def _place(column: Column) -> str | None:
    named = Counter(toll.places[0] for toll in column.tolls if toll.places)
    return min(named, key=lambda place: (-named[place], place)) if named else None


def _when(column: Column) -> When:
    """Return the days that the counts cover; those of one happening, as close as any of them gives them."""
    first = column.first
    alike = [toll for toll in column.tolls if toll.when.known() and toll.period is first.period]
    if not alike:
        return first.when
    starts = [toll.when.earliest for toll in alike if toll.when.earliest]
    ends = [toll.when.latest for toll in alike if toll.when.latest]
    if first.period in RUNNING or not first.event:
        return When(min(starts, default=None), max(ends, default=None), first.when.said, first.when.precision)
    return min(alike, key=_width).when


def _width(toll: Counted) -> tuple[int, tuple[object, ...]]:
    return toll.when.days() or 10**6, toll.sort_key
