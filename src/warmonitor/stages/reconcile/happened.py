"""Attacks and counts by the claims of several sets of reports: origins, dead and hurt, figures, disputes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from warmonitor.model import Dispute, Event, Figure, Grade, Told
from warmonitor.reference.outlets import OutletRegister
from warmonitor.stages.reconcile import reconcile


@dataclass(frozen=True, slots=True)
class Happened:
    """What is made of some attacks and counts."""

    events: tuple[Event, ...]
    figures: tuple[Figure, ...]
    disputes: tuple[Dispute, ...]


def happened(
    events: Sequence[Event],
    beside: Iterable[Event],
    told: Told,
    before: Sequence[Happened],
    outlets: OutletRegister,
) -> Happened:
    """Return events with all their origins and casualties, figures and disputes, from claims of several sets.

    `beside` are events that the claims belong to besides; `before` is what each set made of its own claims.
    An event or figure that one set alone tells of is that set's; another has the best mark of a source that
    those with some of its claims had.
    """
    made = reconcile(
        told.claims, [*events, *beside], told.reports, told.strands, told.places, told.actors, outlets
    )
    own_events = {one.id: one for part in before for one in part.events}
    own_figures = {one.id: one for part in before for one in part.figures}
    marks = _marks([*own_events.values(), *own_figures.values()])
    wanted = {event.id for event in events}
    counted = {claim for figure in own_figures.values() for claim in figure.claims}
    return Happened(
        tuple(
            own_events.get(one.id) or replace(one, grade=_marked(one, marks))
            for one in made.events
            if one.id in wanted
        ),
        tuple(
            own_figures.get(one.id) or replace(one, grade=_marked(one, marks))
            for one in made.figures
            if counted & {*one.claims}
        ),
        made.disputes,
    )


def _marks(records: Iterable[Event | Figure]) -> dict[str, Grade]:
    """Return the best grade of a source that any record with a claim has, by claim."""
    found: dict[str, Grade] = {}
    for one in records:
        if grade := one.grade:
            found.update({claim: min(found.get(claim, grade), grade, key=_rank) for claim in one.claims})
    return found


def _marked(one: Event | Figure, marks: Mapping[str, Grade]) -> Grade | None:
    known = [marks[claim] for claim in one.claims if claim in marks]
    if one.grade is None or not known:
        return one.grade
    best = min([*known, one.grade], key=_rank)
    return replace(one.grade, source=best.source, source_because=best.source_because)


def _rank(grade: Grade) -> tuple[str, str]:
    return grade.source, grade.source_because
