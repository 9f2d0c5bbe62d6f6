"""Gives events and figures their grades, and every origin its mark."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from warmonitor.model import Claim, Dispute, Event, Figure, Grade, Mark, Owned, Source
from warmonitor.stages.reconcile.grading.admiralty import information, source
from warmonitor.stages.reconcile.grading.airwars import harm
from warmonitor.stages.reconcile.grading.evidence import OF_HAPPENING, OF_NUMBER, Evidence, Gathering
from warmonitor.stages.reconcile.grading.record import Records, of_denials, of_happening, of_number
from warmonitor.stages.reconcile.origins import Origins


@dataclass(frozen=True, slots=True)
class Graded:
    """Events and figures with their grades, and the origins with their marks."""

    events: tuple[Event, ...]
    figures: tuple[Figure, ...]
    sources: tuple[Source, ...]


def grade(
    events: Sequence[Event],
    figures: Sequence[Figure],
    disputes: Iterable[Dispute],
    known: Mapping[str, Claim],
    origins: Origins,
) -> Graded:
    """Grade by what the claims say of each other; the same for any order, linear in the claims."""
    gathering = Gathering.of(known, origins, disputes)
    happened = [(event, gathering.evidence(event.claims, OF_HAPPENING)) for event in events]
    numbered = [(figure, gathering.evidence(figure.claims, OF_NUMBER)) for figure in figures]
    event_of = {claim: event.id for event in events for claim in event.claims}
    items = {figure.id: _happening(figure, event_of) for figure in figures}
    records = Records(origins.kinds)
    for event, found in happened:
        records.note(event.id, *of_happening(found), found.support)
        for denial, deniers in of_denials(found, origins):
            records.note(denial, (), deniers, deniers)
    for figure, found in numbered:
        standing = [known[key] for told in figure.history for key in told.stands if key in known]
        numbers = of_number(standing or found.told, gathering.parties)
        records.note(items[figure.id], *numbers, found.support)
        for told in figure.history:
            records.corrected[told.origin] += sum(count.mark is Mark.CORRECTED for count in told.counts)
    return Graded(
        tuple(
            replace(event, grade=_marks(found, event.id, records), harm=harm(event, found, gathering))
            for event, found in happened
        ),
        tuple(replace(one, grade=_marks(found, items[one.id], records)) for one, found in numbered),
        _sources(known.values(), records, origins),
    )


def _happening(figure: Figure, event_of: Mapping[str, str]) -> str:
    """Return the event that a figure's claims belong to, else the figure: one happening is one point."""
    return min((event_of[claim] for claim in figure.claims if claim in event_of), default=figure.id)


def _marks(found: Evidence, item: str, records: Records) -> Grade:
    return Grade(*source(found.support, item, records), *information(found, records.kinds))


def _owned(name: str, origins: Origins) -> tuple[Owned, ...]:
    known = origins.voices.newsrooms.registered(name)
    return known.owned if known else ()


def _sources(claims: Iterable[Claim], records: Records, origins: Origins) -> tuple[Source, ...]:
    told: dict[str, list[str]] = {name: [] for name in origins.circles}
    for claim in claims:
        for root in origins.roots(claim):
            told.setdefault(root, []).append(claim.id)
    return tuple(
        Source(
            name,
            origins.kinds[name],
            *records.mark(name),
            tuple(sorted(ids)),
            origins.circles[name].voices if name in origins.circles else (),
            records.tally(name),
            _owned(name, origins),
        )
        for name, ids in sorted(told.items())
    )
