"""reconcile: events and claims become figures, control spells, disputes, statements and agreements."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from warmonitor.language.tellings import first_tellings
from warmonitor.model import (
    Actor,
    ActorIndex,
    Agreement,
    Claim,
    ControlSpell,
    Dispute,
    Event,
    Figure,
    Modality,
    OriginPath,
    Place,
    PlaceIndex,
    Report,
    Stance,
    Statement,
    Strand,
)
from warmonitor.reference.outlets import OutletRegister
from warmonitor.stages.reconcile.agreements import agreements
from warmonitor.stages.reconcile.apart import LookedAt
from warmonitor.stages.reconcile.casualties import CasualtyCount
from warmonitor.stages.reconcile.control import Register, evidence_until, grounds, spells
from warmonitor.stages.reconcile.counted import Counted, count
from warmonitor.stages.reconcile.denials import Denials
from warmonitor.stages.reconcile.disputes import attack_disputes, control_disputes, figure_disputes
from warmonitor.stages.reconcile.figures import Column, columns, figure_of
from warmonitor.stages.reconcile.newsrooms import NO_OUTLETS
from warmonitor.stages.reconcile.origins import Origins
from warmonitor.stages.reconcile.parts import whole_of
from warmonitor.stages.reconcile.statements import statements

__all__ = ["NAME", "VERSION", "Reconciled", "reconcile"]

NAME = "reconcile"
VERSION = "1"


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What claims add up to; the events are those given, now with their independent origins."""

    events: tuple[Event, ...]
    figures: tuple[Figure, ...]
    control: tuple[ControlSpell, ...]
    disputes: tuple[Dispute, ...]
    statements: tuple[Statement, ...]
    agreements: tuple[Agreement, ...]
    paths: tuple[OriginPath, ...] = ()


def reconcile(
    claims: Iterable[Claim],
    events: Iterable[Event],
    reports: Iterable[Report],
    strands: Iterable[Strand],
    places: Iterable[Place],
    actors: Iterable[Actor],
    outlets: OutletRegister = NO_OUTLETS,
) -> Reconciled:
    """Compare like with like and count independent origins; the same for any order of what is given.

    The register of outlets tells which outlets are one newsroom; without it addresses and names do.
    """
    told = sorted(claims, key=lambda claim: claim.id)
    printed = sorted(reports, key=lambda report: report.id)
    known = {claim.id: claim for claim in told}
    atlas, cast = PlaceIndex.of(places), ActorIndex.of(actors)
    origins = Origins.of(printed, strands, cast, outlets)
    paths = origins.follow(told)
    hurt = CasualtyCount(told, origins.reports)
    happenings = tuple(hurt.of(_with_origins(event, known, origins)) for event in events)
    first = first_tellings(told, printed)
    own = [claim for claim in told if first[claim.id] == claim.id]
    side_by_side = columns(_counted(own, happenings, origins), atlas)
    _add_copies(side_by_side, first)
    register = Register(atlas, cast, origins)
    control = [
        evidence_until(spell, known) for spell in spells(grounds(told, happenings, register), register)
    ]
    return Reconciled(
        events=tuple(sorted(happenings, key=lambda event: (str(event.when.earliest), event.id))),
        figures=_figures(side_by_side, origins, atlas),
        control=tuple(control),
        disputes=_unique([
            *Denials(own, atlas, cast).disputes(),
            *figure_disputes(side_by_side, origins),
            *attack_disputes(happenings, known, origins, cast),
            *control_disputes(control, known, origins, atlas),
        ]),
        statements=tuple(statements(told, printed, cast)),
        agreements=tuple(agreements(told, happenings, cast)),
        paths=paths,
    )  # fmt: skip


def _with_origins(event: Event, known: dict[str, Claim], origins: Origins) -> Event:
    return replace(event, origins=origins.of_all(known[claim] for claim in event.claims if claim in known))


def _counted(told: list[Claim], events: Iterable[Event], origins: Origins) -> list[Counted]:
    event_of = {claim: event.id for event in events for claim in event.claims}
    actual = [one for one in told if one.stance is not Stance.DENIED and one.modality is Modality.ACTUAL]
    wholes = whole_of(actual, origins)
    found = (
        count(claim, event_of.get(claim.id), origins.roots(claim), wholes.get(claim.id)) for claim in actual
    )
    return [toll for toll in found if toll]


def _add_copies(side_by_side: list[Column], first: dict[str, str]) -> None:
    home = {toll.claim.id: column for column in side_by_side for toll in column.tolls}
    for copy, original in sorted(first.items()):
        if original in home and copy != original:
            home[original].copies.append(copy)


def _figures(side_by_side: list[Column], origins: Origins, places: PlaceIndex) -> tuple[Figure, ...]:
    looked = LookedAt(side_by_side, places)
    made = [figure_of(column, origins, looked.apart(number)) for number, column in enumerate(side_by_side)]
    return tuple(sorted(made, key=lambda figure: (figure.measure, figure.of, figure.id)))


def _unique(disputes: list[Dispute]) -> tuple[Dispute, ...]:
    by_id = {dispute.id: dispute for dispute in disputes}
    return tuple(sorted(by_id.values(), key=lambda dispute: (dispute.kind, dispute.about, dispute.id)))
