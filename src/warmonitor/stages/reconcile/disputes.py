"""Claims that cannot all be true: denials, figures, who did it, what was aimed at, who holds."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from itertools import pairwise

from warmonitor.language.targets import target_stems
from warmonitor.model import (
    ActorIndex,
    Attack,
    Claim,
    ControlSpell,
    ControlStatus,
    Dispute,
    DisputeKind,
    Event,
    Mark,
    Named,
    PlaceIndex,
    make_id,
)
from warmonitor.stages.reconcile.columns import Column
from warmonitor.stages.reconcile.counted import Counted, bounds
from warmonitor.stages.reconcile.history import ROUNDING, RUNNING, Row, moment
from warmonitor.stages.reconcile.origins import Origins

UPDATE_DAYS = 3  # a count that ends later than this may have risen


def figure_disputes(told: Iterable[tuple[Column, list[Row]]], origins: Origins) -> list[Dispute]:
    """Return the figures in which different origins give bounds that share no number.

    Counts that their own origin has since changed are history; of a running toll, counts up to one day can
    differ though both have grown since.
    """
    found = []
    for column, rows in told:
        groups = _at_one_time(rows) if column.first.period in RUNNING else [_standing(rows)]
        for group in groups:
            rivals = _disjoint(sorted(group, key=lambda toll: (bounds(toll, ROUNDING), toll.claim.id)))
            if rivals:
                named = origins.named(toll.claim for toll in rivals)
                what = f"how many {column.first.toll.of} were {column.first.toll.measure.value}"
                about = f"{what}: {', '.join(named)} differ"
                found.append(_dispute(about, DisputeKind.FIGURE, [toll.claim.id for toll in rivals]))
    return found


def _standing(rows: Iterable[Row]) -> list[Counted]:
    return list({toll.claim.id: toll for row in rows for toll in row.stands}.values())


def _at_one_time(rows: list[Row]) -> list[list[Counted]]:
    """Return, for each day on which somebody gave a new count, what every origin said about then."""
    days = sorted({moment(toll) for row in rows for toll, mark in row.counts if mark is not Mark.REPEATED})
    found: dict[tuple[str, ...], list[Counted]] = {}
    for day in days:
        group = _standing(one for row in rows if (one := _until(row, day)))
        near = [toll for toll in group if (day - moment(toll)).days <= UPDATE_DAYS]
        found[tuple(sorted(toll.claim.id for toll in near))] = near
    return [found[key] for key in sorted(found)]


def _until(row: Row, day: date) -> Row | None:
    """Return a row as it was on a day, None where its origin had not spoken by then."""
    new = [toll for toll, mark in row.counts if moment(toll) <= day and mark is not Mark.REPEATED]
    if not new:
        return None
    return Row(row.origin, row.counts, tuple(one for one, _ in row.counts if bounds(one) == bounds(new[-1])))


def _disjoint(tolls: list[Counted]) -> list[Counted]:
    """Return the tolls that some other toll contradicts; sorted by lower bound, so few are compared."""
    rivals: dict[str, Counted] = {}
    for place, toll in enumerate(tolls):
        for other in reversed(tolls[:place]):
            if toll.claim.id in rivals and other.claim.id in rivals:
                continue
            if bounds(other, ROUNDING)[1] < bounds(toll, ROUNDING)[0] and _contradict(other, toll):
                rivals.update({toll.claim.id: toll, other.claim.id: other})
    return [rivals[key] for key in sorted(rivals)]


def _contradict(less: Counted, more: Counted) -> bool:
    if set(less.origins) & set(more.origins):
        return False
    if less.event is not None and less.event == more.event:
        return True
    first, later = less.when.latest, more.when.latest
    return first is None or later is None or (later - first).days <= UPDATE_DAYS


def attack_disputes(
    events: Iterable[Event], known: dict[str, Claim], origins: Origins, actors: ActorIndex
) -> list[Dispute]:
    """Return the attacks that are laid to different sides, or said to have had different targets."""
    found = []
    for event in events:
        attacks = [
            known[key] for key in event.claims if key in known and isinstance(known[key].detail, Attack)
        ]
        for kind, read, differ in _QUESTIONS:
            named = [(claim, one) for claim in attacks if (one := read(claim))]
            rivals = _rivals(named, differ, origins, actors)
            if rivals:
                about = f"{_ABOUT[kind]}: {' or '.join(sorted({one.name or one.said for _, one in rivals}))}"
                found.append(_dispute(about, kind, [claim.id for claim, _ in rivals]))
    return found


Naming = tuple[Claim, Named]


def _rivals(
    named: list[Naming],
    differ: Callable[[Naming, Naming, ActorIndex], bool],
    origins: Origins,
    actors: ActorIndex,
) -> list[Naming]:
    groups: list[list[Naming]] = []
    for one in sorted(named, key=lambda pair: pair[0].id):
        home = next((group for group in groups if not differ(one, group[0], actors)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    told = [{root for claim, _ in group for root in origins.roots(claim)} for group in groups]
    if len(groups) < 2 or all(one == other for one, other in pairwise(told)):
        return []
    return [one for group in groups for one in group]


def _perpetrator(claim: Claim) -> Named | None:
    return claim.detail.perpetrator if isinstance(claim.detail, Attack) else None


def _target(claim: Claim) -> Named | None:
    return claim.detail.target if isinstance(claim.detail, Attack) else None


def _other_side(one: Naming, other: Naming, actors: ActorIndex) -> bool:
    if actors.same_party(one[1], other[1]):
        return False
    first, second = actors.side(one[1]), actors.side(other[1])
    if first and second and first != second:
        return True
    return _blames_speaker(one, other, actors) or _blames_speaker(other, one, actors)


def _blames_speaker(one: Naming, other: Naming, actors: ActorIndex) -> bool:
    return any(actors.root(link.speaker) == actors.root(one[1]) for link in other[0].attribution)


def _other_target(one: Naming, other: Naming, actors: ActorIndex) -> bool:
    first, second = one[1], other[1]
    if actors.root(first) == actors.root(second):
        return False
    shared = target_stems(first, actors) & target_stems(second, actors)
    return not shared and not actors.same_party(first, second)


_QUESTIONS: tuple[
    tuple[DisputeKind, Callable[[Claim], Named | None], Callable[[Naming, Naming, ActorIndex], bool]], ...
] = (
    (DisputeKind.RESPONSIBILITY, _perpetrator, _other_side),
    (DisputeKind.PURPOSE, _target, _other_target),
)
_ABOUT = {DisputeKind.RESPONSIBILITY: "who carried it out", DisputeKind.PURPOSE: "what the attack aimed at"}


def control_disputes(
    spells: Iterable[ControlSpell], known: dict[str, Claim], origins: Origins, places: PlaceIndex
) -> list[Dispute]:
    """Return the places that two parties are both said to hold at one time."""
    by_place: dict[tuple[str, str], list[ControlSpell]] = defaultdict(list)
    for spell in spells:
        if spell.status in {ControlStatus.HELD, ControlStatus.CLAIMED} and spell.holder:
            by_place[spell.place, spell.part or ""].append(spell)
    found = []
    for (place, _), told in sorted(by_place.items()):
        for one, other in pairwise(
            sorted(told, key=lambda spell: (str(spell.when.earliest or ""), spell.id))
        ):
            sources = [
                origins.of_all(known[key] for key in spell.claims if key in known) for spell in (one, other)
            ]
            if one.holder != other.holder and one.when.meets(other.when) and sources[0] != sources[1]:
                name = places.known[place].name if place in places.known else place
                about = f"who holds {name}: {one.holder} or {other.holder}"
                found.append(_dispute(about, DisputeKind.CONTROL, [*one.claims, *other.claims]))
    return found


def _dispute(about: str, kind: DisputeKind, claims: Iterable[str]) -> Dispute:
    ids = tuple(sorted(set(claims)))
    return Dispute(make_id("dispute", kind, *ids), about, kind, ids)
