"""Small made lands: places on a grid, roads between them, and spells of who held what."""

from collections.abc import Iterable, Sequence
from datetime import date

from literal_claims import Paper, actor, day, place
from literal_claims import at as named
from literal_claims import on as on_day

from warmonitor.model import (
    Access,
    ActorIndex,
    Agreed,
    Claim,
    ClaimKind,
    ControlSpell,
    ControlStatus,
    Place,
    PlaceIndex,
    Report,
    When,
    make_id,
)
from warmonitor.reference.roads import Mark, Road, RoadNetwork, network_of
from warmonitor.reference.roads.lines import Lines
from warmonitor.reference.roads.records import SpotKind
from warmonitor.stages.reconcile.access import access

STEP = 0.1  # degrees: about ten kilometres between two places
CAST = [actor("Army", side="government"), actor("Front", side="opposition"), actor("Clans")]
Spot = tuple[float, float]


def at(spot: Spot) -> tuple[float, float]:
    """Return longitude and latitude of a place on the grid."""
    return 10 + spot[0] * STEP, spot[1] * STEP


def town(name: str, spot: Spot) -> Place:
    lon, lat = at(spot)
    return place(name, (lat, lon))


def roads(
    *pairs: tuple[Spot, Spot, str],
    gates: Sequence[tuple[str, Spot]] = (),
    map_places: Sequence[tuple[str, Spot]] = (),
    main: bool = False,
    bridges: Iterable[int] = (),
) -> RoadNetwork:
    """Return straight roads by their numbers; unless they are main roads, none makes an edge of the map."""
    lines = Lines()
    for number, (one, other, ref) in enumerate(pairs):
        marks = (Mark.MAIN if main else Mark.NONE) | (Mark.BRIDGE if number in set(bridges) else Mark.NONE)
        lines.add([at(one), at(other)], Road(ref), marks)
    for name, spot in gates:
        lines.add_spot(SpotKind.CROSSING, (name,), at(spot))
    for name, spot in map_places:
        lines.add_spot(SpotKind.PLACE, (name,), at(spot))
    return network_of(lines)[0]


def spell(
    name: str,
    holder: str | None,
    start: str | None = "2024-03-01",
    end: str | None = None,
    status: ControlStatus = ControlStatus.HELD,
    claims: tuple[str, ...] = (),
    part: str | None = None,
) -> ControlSpell:
    when = When(day(start) if start else None, day(end) if end else None)
    key = make_id("spell", name, holder, start, end, status, part)
    return ControlSpell(key, f"place-{name}", holder, status, when, claims or (f"claim-{name}",), part=part)


def answered(
    towns: Iterable[Place],
    spells: Sequence[ControlSpell],
    network: RoadNetwork,
    claims: Sequence[Claim] = (),
    reports: Sequence[Report] = (),
) -> tuple[Access, ...]:
    return access(spells, claims, reports, PlaceIndex.of(towns), ActorIndex.of(CAST), network)


def on(found: Iterable[Access], name: str, text: str) -> Access:
    """Return the one answer for a place on a day."""
    there = [one for one in found if one.place == f"place-{name}" and _covers(one.when, day(text))]
    assert len(there) == 1, there
    return there[0]


def _covers(when: When, asked: date) -> bool:
    return (when.earliest or date.min) <= asked <= (when.latest or date.max)


def told_of(text: str, places: Sequence[str], when: str, name: str = "a") -> Paper:
    """Return a paper that says of one road how it stands."""
    paper = Paper(name, when)
    claim = paper.says(text)._claim(
        ClaimKind.ACCESS, Agreed((), text), {"where": [named(one) for one in places], "when": on_day(when)}
    )
    assert claim.quote.of(paper.report().text) == text
    return paper
