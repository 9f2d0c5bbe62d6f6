"""reconcile: events and claims become figures, control spells, disputes, statements and agreements."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial

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
    Issue,
    KeptPost,
    Misprint,
    OriginPath,
    Place,
    PlaceIndex,
    Report,
    Source,
    Statement,
    Strand,
)
from warmonitor.reference.outlets import OutletRegister
from warmonitor.stages.reconcile.agreements import agreed_on
from warmonitor.stages.reconcile.apart import LookedAt
from warmonitor.stages.reconcile.casualties import CasualtyCount
from warmonitor.stages.reconcile.columns import Column, columns
from warmonitor.stages.reconcile.control import ground_held
from warmonitor.stages.reconcile.counting import counting, sentence_of
from warmonitor.stages.reconcile.denials import Denials
from warmonitor.stages.reconcile.disputes import attack_disputes, control_disputes, figure_disputes
from warmonitor.stages.reconcile.figures import figure_of
from warmonitor.stages.reconcile.grading import grade
from warmonitor.stages.reconcile.history import Row, rows
from warmonitor.stages.reconcile.newsrooms import NO_OUTLETS
from warmonitor.stages.reconcile.origins import Origins
from warmonitor.stages.reconcile.prints import Prints
from warmonitor.stages.reconcile.restated import with_restated
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
    posts: tuple[KeptPost, ...] = ()
    paths: tuple[OriginPath, ...] = ()
    sources: tuple[Source, ...] = ()
    issues: tuple[Issue, ...] = ()


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
    linked = list(strands)
    known = {claim.id: claim for claim in told}
    atlas, cast = PlaceIndex.of(places), ActorIndex.of(actors)
    origins = Origins.of(printed, linked, cast, outlets)
    paths = origins.follow(told)
    prints, first = Prints.of(printed, linked), first_tellings(told, printed)
    changed = prints.misprints(told, first)
    hurt = CasualtyCount([one for one in told if first[one.id] not in changed], origins.reports)
    happenings = tuple(hurt.of(_with_origins(event, known, origins)) for event in events)
    own = [claim for claim in told if first[claim.id] == claim.id and claim.id not in changed]
    side_by_side = with_restated(columns(counting(own, happenings, origins, prints.written()), atlas), atlas)
    _add_copies(side_by_side, first, changed)
    counts = [rows(column.tolls, partial(sentence_of, origins=origins)) for column in side_by_side]
    held = ground_held(told, atlas, cast, origins)
    agreed = agreed_on(told, first, cast)
    made = Reconciled(
        events=tuple(sorted(happenings, key=lambda event: (str(event.when.earliest), event.id))),
        figures=_figures(side_by_side, counts, origins, atlas),
        control=held.spells,
        disputes=_unique([
            *Denials(own, atlas, cast, happenings).disputes(),
            *figure_disputes(zip(side_by_side, counts, strict=True), origins),
            *attack_disputes(happenings, known, origins, cast),
            *control_disputes(held.spells, known, origins, atlas),
        ]),
        statements=tuple(statements(told, printed, cast)),
        agreements=agreed.agreements,
        posts=agreed.posts,
        paths=paths,
        issues=held.issues,
    )  # fmt: skip
    graded = grade(made.events, made.figures, made.disputes, known, origins)
    return replace(made, events=graded.events, figures=graded.figures, sources=graded.sources)


def _with_origins(event: Event, known: dict[str, Claim], origins: Origins) -> Event:
    return replace(event, origins=origins.behind(known[claim] for claim in event.claims if claim in known))


def _add_copies(side_by_side: list[Column], first: dict[str, str], changed: dict[str, Misprint]) -> None:
    """Put the same claims of copied reports with them, and the numbers that a copy changed."""
    home = {toll.claim.id: column for column in side_by_side for toll in column.tolls}
    for copy, original in sorted(first.items()):
        text = changed[original].of if original in changed else original
        if text in home and copy != text:
            home[text].copies.append(copy)
            if original in changed:
                home[text].changed.append(replace(changed[original], claim=copy))


def _figures(
    side_by_side: list[Column], counts: list[list[Row]], origins: Origins, places: PlaceIndex
) -> tuple[Figure, ...]:
    looked = LookedAt(side_by_side, places)
    made = [
        figure_of(column, found, origins, looked.apart(number))
        for number, (column, found) in enumerate(zip(side_by_side, counts, strict=True))
    ]
    return tuple(sorted(made, key=lambda figure: (figure.measure, figure.of, figure.id)))


def _unique(disputes: list[Dispute]) -> tuple[Dispute, ...]:
    by_id = {dispute.id: dispute for dispute in disputes}
    return tuple(sorted(by_id.values(), key=lambda dispute: (dispute.kind, dispute.about, dispute.id)))
