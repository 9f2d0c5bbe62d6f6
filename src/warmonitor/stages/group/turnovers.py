"""Control claims brought together as turnovers of a place and as sieges."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from warmonitor.model import Change, Claim, Control, Named, When
from warmonitor.stages.group.facts import Scene, gap, narrow, order, span_key

TURNOVER_DAYS = 4
SIEGE_DAYS = 10
NOWHERE = "in "  # leads the key of ground that one report leaves without a name
LONGEST_BATTLE = 21
TURNING = frozenset({Change.GAINED, Change.ENTERED, Change.LOST, Change.CONTESTED})
SIEGE = frozenset({Change.SURROUNDED, Change.CUT_OFF})


@dataclass
class Turnover:
    """Control claims about one change at one place; parties are sides or, where no side is known, actors.

    `place` is None for ground without a name.
    """

    place: str | None
    siege: bool
    claims: list[Claim]
    when: When
    gaining: set[str] = field(default_factory=set)
    losing: set[str] = field(default_factory=set)


def turnovers(claims: Iterable[Claim], scene: Scene) -> list[Turnover]:
    """Return the changes of control: a loss and the other side's entry and gain are one."""
    shelves: dict[tuple[str, bool], list[Claim]] = {}
    for claim in sorted(claims, key=_narrow_first):
        change = _change(claim)
        if change in {None, Change.HOLDS, Change.RELIEVED}:
            continue
        for place in sorted({named.id for named in claim.where if named.id}) or [f"{NOWHERE}{claim.report}"]:
            shelves.setdefault((place, change in SIEGE), []).append(claim)
    return [one for key in sorted(shelves) for one in _cluster(key, shelves[key], scene)]


def _cluster(key: tuple[str, bool], claims: list[Claim], scene: Scene) -> list[Turnover]:
    place, siege = (None if key[0].startswith(NOWHERE) else key[0]), key[1]
    found: list[Turnover] = []
    for claim in claims:
        gaining, losing = parties(claim, scene)
        fits = [one for one in found if _fits(one, claim, (gaining, losing), scene)]
        home = min(fits, key=lambda one: (gap(one.when, claim.when), span_key(one.when))) if fits else None
        if home is None:
            home = Turnover(place, siege, [], claim.when)
            found.append(home)
        home.claims.append(claim)
        home.gaining |= gaining
        home.losing |= losing
        home.when = _grown(home.when, claim.when)
    return found


def parties(claim: Claim, scene: Scene) -> tuple[set[str], set[str]]:
    """Return the parties that gain by the claim and those that lose."""
    detail = claim.detail
    if not isinstance(detail, Control):
        return set(), set()
    one, other = _party(detail.party, scene), _party(detail.counterparty, scene)
    return (other, one) if detail.change is Change.LOST else (one, other)


def _party(named: Named | None, scene: Scene) -> set[str]:
    return {scene.actors.party(named)} if named and scene.actors.fights(named) else set()


def _fits(one: Turnover, claim: Claim, moved: tuple[set[str], set[str]], scene: Scene) -> bool:
    gaining, losing = moved
    if gaining & one.losing or losing & one.gaining or _enemies(gaining, one.gaining, scene):
        return False
    if one.siege and gaining and one.gaining and not gaining & one.gaining:
        return False
    if not claim.when.known() or not one.when.known():
        return True
    return gap(one.when, claim.when) <= (SIEGE_DAYS if one.siege else TURNOVER_DAYS)


def _enemies(parties_: set[str], others: set[str], scene: Scene) -> bool:
    """Say whether two winners are of two known sides; two states, or unknown sides, may be allies."""
    first, second = ({party.split()[0] for party in each & scene.sides} for each in (parties_, others))
    return bool(first and second) and not first & second


def _grown(when: When, other: When) -> When:
    """Return the days from the first to the last of a turnover; a vague time does not widen it."""
    if not when.known():
        return other
    days = other.days()
    if days is None or days > TURNOVER_DAYS + 1:
        return when
    own = when.days()
    if own is None or own > LONGEST_BATTLE:
        return narrow(when, other)
    first = min(day for day in (when.earliest, other.earliest) if day)
    last = max(day for day in (when.latest, other.latest) if day)
    return when if (last - first).days > LONGEST_BATTLE else When(first, last, when.said, when.precision)


def _change(claim: Claim) -> Change | None:
    return claim.detail.change if isinstance(claim.detail, Control) else None


def _narrow_first(claim: Claim) -> tuple[Any, ...]:
    return (*span_key(claim.when), order(claim))
