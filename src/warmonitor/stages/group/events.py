"""Event records from what was brought together, in ACLED's terms."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import reduce

from warmonitor.language.tellings import first_tellings
from warmonitor.model import (
    Agreed,
    Alignment,
    Attack,
    Change,
    Claim,
    Control,
    Event,
    Modality,
    Named,
    Stance,
    Toll,
    When,
    make_id,
)
from warmonitor.stages.group.again import fold_again
from warmonitor.stages.group.deals import deals
from warmonitor.stages.group.facts import Scene, load_families, narrow, order, span_key
from warmonitor.stages.group.happenings import happenings, kind_of
from warmonitor.stages.group.later import join_later
from warmonitor.stages.group.strikes import Gathering, Happening, strike_of
from warmonitor.stages.group.territory import is_outsider, is_state, told_beside, told_with
from warmonitor.stages.group.tolls import attach_tolls, clashes
from warmonitor.stages.group.turnovers import Turnover, turnovers

SELVES = frozenset({"it", "they", "we", "its forces", "its troops", "our forces"})


def make_events(claims: Iterable[Claim], scene: Scene) -> list[Event]:
    """Return the happenings that the claims tell of; what is denied or only planned makes none.

    Copies of a claim go where its first telling goes, so that they never change what is one happening.
    """
    told = [claim for claim in sorted(claims, key=order)
            if claim.modality is Modality.ACTUAL and claim.stance is not Stance.DENIED]  # fmt: skip
    first = first_tellings(told, scene.reports.values())
    own = [claim for claim in told if first[claim.id] == claim.id]
    copies: dict[str, list[str]] = {}
    for copy, original in first.items():
        copies.setdefault(original, []).append(copy)
    found = [
        _with_copies(event, copies)
        for event in (
            *_attacks(own, [claim for claim in told if first[claim.id] != claim.id], first, scene),
            *_turnovers(own, scene),
            *_deals(own, scene),
            *_happenings(own, scene),
        )
    ]
    return sorted(found, key=lambda event: (str(event.when.earliest), str(event.when.latest), event.id))


def _with_copies(event: Event, copies: dict[str, list[str]]) -> Event:
    return replace(event, claims=tuple(sorted({copy for claim in event.claims for copy in copies[claim]})))


def _attacks(told: list[Claim], copies: list[Claim], first: dict[str, str], scene: Scene) -> list[Event]:
    """Return the attacks; tolls that only a copy has go with the attack that it copies."""
    strikes = [strike for claim in told if (strike := strike_of(claim, scene))]
    happenings = join_later(fold_again(Gathering(scene).gather(strikes), scene), scene)
    tolls = [claim for claim in told if isinstance(claim.detail, Toll)]
    home = {strike.claim.id: number for number, one in enumerate(happenings) for strike in one.strikes}
    again = [
        (strike, home[first[claim.id]])
        for claim in copies
        if first[claim.id] in home and (strike := strike_of(claim, scene))
    ]
    belongs = attach_tolls(tolls, happenings, scene, again)
    counted: dict[int, list[Claim]] = {}
    for toll in tolls:
        if toll.id in belongs:
            counted.setdefault(belongs[toll.id], []).append(toll)
    events = [attack_of(one, counted.get(number, []), scene) for number, one in enumerate(happenings)]
    for group in clashes(tolls, belongs, scene):
        because = "fighters killed on one day, told by one speaker"
        events.append(_event(group, load_families()["takeover"]["fighting"], group[0].when, scene, because))
    return events


def attack_of(happening: Happening, tolls: list[Claim], scene: Scene) -> Event:
    """Return the event of an attack with the tolls told of it."""
    claims = [strike.claim for strike in happening.strikes]
    kinds = Counter(
        (one.detail.type, one.detail.sub_type) for one in claims if isinstance(one.detail, Attack)
    )
    kind = min(kinds, key=lambda pair: (-kinds[pair], pair))
    because = "; ".join(sorted(happening.reasons)) or "told once"
    when = happening.when if happening.when.known() else _common(claims)
    return _event([*claims, *tolls], kind, when, scene, because)


def _turnovers(told: list[Claim], scene: Scene) -> list[Event]:
    return [_turnover(one, scene) for one in turnovers(told, scene)]


def _turnover(one: Turnover, scene: Scene) -> Event:
    sides = (
        "the loss and the gain of one place within days"
        if one.gaining and one.losing
        else "one change at one place"
    )
    because = "one side surrounds one place" if one.siege else sides
    kind = load_families()["takeover"][_takeover(one, scene)]
    event = _event(one.claims, kind, one.when, scene, because)
    return replace(event, id=make_id("event", event.id, one.place), place=one.place)


def _takeover(one: Turnover, scene: Scene) -> str:
    if one.siege:
        return "siege"
    changes = {claim.detail.change for claim in one.claims if isinstance(claim.detail, Control)}
    if told_beside(one.claims, "unfought", scene):
        return "agreed"
    if not one.gaining:
        return _driven_out(one, scene) if changes == {Change.LOST} else "fighting"
    lost_and_entered = {Change.LOST, Change.ENTERED} <= changes
    if Change.GAINED not in changes and not lost_and_entered and Change.LOST not in changes:
        return "fighting"
    winners = [named for claim in one.claims for named in _winners(claim) if scene.actors.fights(named)]
    won = [named for named in winners if scene.actors.party(named) in one.gaining]
    return _taker(won or winners, one.claims, scene)


def _driven_out(one: Turnover, scene: Scene) -> str:
    """Tell ground that somebody was driven from by a side not named from ground given up."""
    if not told_with(one.claims, "by_force", scene):
        return "agreed"
    losers = [c.detail.party for c in one.claims if isinstance(c.detail, Control) and c.detail.party]
    return "other" if any(is_state(named, scene) for named in losers) else "government"


def _taker(winners: list[Named], claims: list[Claim], scene: Scene) -> str:
    """Say whose side takes ground; an outside state is an outsider (ACLED), unless it takes it back."""
    if any(is_outsider(named, scene) for named in winners) and not told_with(claims, "taken_back", scene):
        return "other"
    states = [is_state(named, scene) or is_outsider(named, scene) for named in winners]
    return "government" if any(states) else "other"


def _winners(claim: Claim) -> list[Named]:
    detail = claim.detail
    if not isinstance(detail, Control):
        return []
    winner = detail.counterparty if detail.change is Change.LOST else detail.party
    if winner is not None and winner.id is None and winner.said.lower() in SELVES and claim.attribution:
        winner = claim.attribution[0].speaker  # "the army said it had taken"
    return [winner] if winner else []


def _happenings(told: list[Claim], scene: Scene) -> list[Event]:
    return [
        _event(one, _kind(one, scene), _common(one), scene, "told on" if len(one) > 1 else "told once")
        for one in happenings(told, scene)
    ]


def _kind(one: list[Claim], scene: Scene) -> Sequence[str]:
    """Return the kind of a happening; where ground is taken, who took it decides."""
    kind = kind_of(one)
    takeover: dict[str, Sequence[str]] = load_families()["takeover"]
    if list(kind) != takeover["other"]:
        return kind
    winners = [c.detail.perpetrator for c in one if isinstance(c.detail, Attack) and c.detail.perpetrator]
    if told_beside(one, "unfought", scene):
        return takeover["agreed"]
    return takeover[_taker(winners, one, scene)]


def _deals(told: list[Claim], scene: Scene) -> list[Event]:
    kind = load_families()["takeover"]["agreement"]
    found = []
    for deal in deals(told, scene):
        because = "the same parties and time" if len(deal) > 1 else "told once"
        found.append(_event(deal, kind, _common(deal), scene, because))
    return found


def _event(claims: list[Claim], kind: Sequence[str], when: When, scene: Scene, because: str) -> Event:
    ids = tuple(sorted({claim.id for claim in claims}))
    parties = (named for claim in claims for named in _parties(claim))
    actors = sorted({named.id for named in parties if named.id in scene.actors.known})
    return Event(
        id=make_id("event", *kind, when.earliest, when.latest, *ids),
        type=kind[0],
        sub_type=kind[1],
        place=_place(claims, scene),
        when=when,
        actors=tuple(actors),
        claims=ids,
        because=because,
    )


def _parties(claim: Claim) -> list[Named]:
    match claim.detail:
        case Control(party=one, counterparty=other) | Attack(perpetrator=one, target=other):
            return [named for named in (one, other) if named]
        case Toll(perpetrator=by):
            return [by] if by else []
        case Agreed(parties=members):
            return list(members)
        case Alignment(party=party, counterparty=other):
            return [party, other]
    return []


def _place(claims: list[Claim], scene: Scene) -> str | None:
    """Return the place that most of the claims name, a town before a region."""
    spots = Counter(spot for claim in claims if (spot := scene.spot(claim)))
    areas = Counter(area for claim in claims if (area := scene.area(claim)))
    for named in (spots, areas):
        if named:
            return min(named, key=lambda place: (-named[place], place))
    return None


def _common(claims: list[Claim]) -> When:
    known = sorted((claim.when for claim in claims if claim.when.known()), key=span_key)
    return reduce(narrow, known) if known else When()
