"""What a block gives to attacks in one town and month, and to counts of one kind; how they are joined."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from warmonitor.model import (
    Attack,
    Claim,
    ClaimKind,
    Dispute,
    DisputeKind,
    Event,
    Figure,
    HappeningPart,
    Measure,
    PlacePrecision,
    Stance,
    When,
)
from warmonitor.reference.outlets import OutletRegister
from warmonitor.run.across.gather import Record
from warmonitor.run.across.merge import merged
from warmonitor.run.across.thin import Block
from warmonitor.stages.group.over import one_happening
from warmonitor.stages.reconcile.counted import ONE_HAPPENING_DAYS, STOCKS, people_of
from warmonitor.stages.reconcile.happened import Happened, happened

TOWN = frozenset({PlacePrecision.EXACT, PlacePrecision.NEAR})
LONGEST = 31  # days within which an attack told of again lies, as "last month"
SUDDEN = frozenset({ClaimKind.ATTACK, ClaimKind.TOLL})
OF_HAPPENINGS = frozenset(
    {DisputeKind.DENIAL, DisputeKind.FIGURE, DisputeKind.RESPONSIBILITY, DisputeKind.PURPOSE}
)


@dataclass
class _Unit:
    """What is gathered of one unit; `claims` are the ids of all that it needs."""

    events: list[Event] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    disputes: list[Dispute] = field(default_factory=list)
    claims: set[str] = field(default_factory=set)


def happening_parts(block: Block, taken: Collection[str]) -> Iterator[tuple[str, HappeningPart]]:
    """Yield the attacks in a town within a month, and the counts that others may tell on, by unit.

    `taken` are the disputes that go elsewhere.
    """
    units: dict[str, _Unit] = defaultdict(_Unit)
    home: dict[str, str] = {}
    for event in block.part.events:
        if unit := _unit_of_event(event, block):
            units[unit].events.append(event)
            home.update(dict.fromkeys(event.claims, unit))
    for figure in block.part.figures:
        homes = [home[key] for key in figure.claims if key in home]
        if unit := min(homes, default=None) or _unit_of_figure(figure):
            units[unit].figures.append(figure)
            home.update({key: home.get(key, unit) for key in figure.claims})
    for claim in block.part.claims:
        if unit := _unit_of_denial(claim, block):
            home.setdefault(claim.id, unit)
    for key, unit in home.items():
        units[unit].claims.add(key)
    _add_disputes(block, units, home, taken)
    for unit, one in sorted(units.items()):
        yield unit, _part(block, one)


def happening_records(parts: Sequence[HappeningPart], outlets: OutletRegister) -> tuple[Record, ...]:
    """Return the events, figures and disputes of a unit; those of one block are its own."""
    if len(parts) == 1:
        return (*parts[0].events, *parts[0].figures, *parts[0].disputes)
    told = merged([part.told for part in parts])
    events = one_happening([part.events for part in parts], told)
    beside = sorted((one for part in parts for one in part.beside), key=lambda one: one.id)
    before = [Happened(part.events, part.figures, part.disputes) for part in parts]
    made = happened(events, beside, told, before, outlets)
    return (*made.events, *made.figures, *(one for one in made.disputes if one.kind in OF_HAPPENINGS))


def first_claims(contents: Iterable[object]) -> dict[str, str]:
    """Return a claim of each event that slices hold, by its id; by it the event over all blocks is found."""
    events = (one for part in contents if isinstance(part, HappeningPart) for one in part.events)
    return {one.id: min(one.claims) for one in events if one.claims}


def taken_in(parts: Sequence[HappeningPart], records: Iterable[Record]) -> dict[str, str]:
    """Return the ids of events that a joined one has taken in, each with the id of that one."""
    made = {key: one.id for one in records if isinstance(one, Event) for key in one.claims}
    told = {one.id: made.get(min(one.claims)) for part in parts for one in part.events if one.claims}
    return {key: into for key, into in told.items() if into and into != key}


def _add_disputes(
    block: Block, units: dict[str, _Unit], home: dict[str, str], taken: Collection[str]
) -> None:
    """Put each dispute with the unit of its claims, and all of its claims beside them."""
    for one in block.part.disputes:
        homes = [home[key] for key in one.claims if key in home]
        if homes and one.kind in OF_HAPPENINGS and one.id not in taken:
            units[min(homes)].disputes.append(one)
            units[min(homes)].claims.update(one.claims)


def _part(block: Block, one: _Unit) -> HappeningPart:
    figured = {key for figure in one.figures for key in figure.claims}
    ids = one.claims | {key for event in one.events for key in event.claims} | figured
    own = {event.id for event in one.events}
    beside = [
        replace(event, claims=tuple(key for key in event.claims if key in ids), casualties=(), origins=())
        for event in block.events_of(ids)
        if event.id not in own
    ]
    claims = [block.claims[key] for key in sorted(ids) if key in block.claims]
    return HappeningPart(
        tuple(one.events), tuple(one.figures), tuple(one.disputes), block.told(claims), tuple(beside)
    )


def _unit_of_event(event: Event, block: Block) -> str | None:
    """Return the unit of an attack in a town, within known days of a month; None for any other event."""
    attacks = (block.claims[key] for key in event.claims if key in block.claims)
    if not any(one.kind is ClaimKind.ATTACK and isinstance(one.detail, Attack) for one in attacks):
        return None
    return _town_and_month(event.place, event.when, block)


def _unit_of_denial(claim: Claim, block: Block) -> str | None:
    if claim.stance is not Stance.DENIED or claim.kind not in SUDDEN:
        return None
    return next((u for one in claim.where if (u := _town_and_month(one.id, claim.when, block))), None)


def _town_and_month(place: str | None, when: When, block: Block) -> str | None:
    known = block.atlas.known.get(place or "")
    town = known is not None and known.precision in {*TOWN, PlacePrecision.UNKNOWN}
    days = when.days() if when.said else None
    if not town or days is None or when.earliest is None or days > LONGEST:
        return None
    return f"event:{place}:{when.earliest:%Y-%m}"


def _unit_of_figure(figure: Figure) -> str | None:
    """Return the unit of a count that is of no known attack: of whom, where, and since or on what day.

    A count without a place stays in its block.
    """
    if figure.place is None:
        return None
    days, start = figure.when.days(), figure.when.earliest
    counted = f"{figure.measure}:{people_of(figure.of, Measure(figure.measure))}:{figure.place}"
    if figure.measure in STOCKS or start is None or not figure.when.said:
        written = min((one for one in _written(figure)), default=None)
        return f"figure:{counted}:told {written:%Y-%m}" if written else None
    if days is not None and days <= ONE_HAPPENING_DAYS:
        return f"figure:{counted}:on {start}"
    return f"figure:{counted}:since {start:%Y-%m}"


def _written(figure: Figure) -> Iterable[date]:
    return (count.told for row in figure.history for count in row.counts if count.told)
