"""Who held a place from when to when, from claims that hold, gain, enter, lose or surround it."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from warmonitor.model import (
    ActorIndex,
    Change,
    Claim,
    Control,
    ControlSpell,
    ControlStatus,
    Event,
    Modality,
    Named,
    PlaceIndex,
    PlacePrecision,
    Stance,
    When,
    WhenPrecision,
    make_id,
)
from warmonitor.stages.reconcile.origins import Origins

SIEGE = frozenset({Change.SURROUNDED, Change.CUT_OFF})
COARSE = frozenset({PlacePrecision.PROVINCE, PlacePrecision.REGION, PlacePrecision.COUNTRY})
DAY = timedelta(days=1)
LONG_AFTER = timedelta(days=60)
Days = tuple[date | None, date | None]


@dataclass
class Turn:
    """One change of control at a place: who lost, who came in, when it began and when it was done."""

    claims: list[Claim]
    gaining: Counter[str] = field(default_factory=Counter)
    losing: Counter[str] = field(default_factory=Counter)
    begun: date | None = None
    full: date | None = None
    partial: bool = False
    lost: bool = False


@dataclass
class Ground:
    """The control claims of one place, sorted by what they do to it."""

    place: str
    holds: list[Claim] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    sieges: list[list[Claim]] = field(default_factory=list)
    denied: list[Claim] = field(default_factory=list)


@dataclass(frozen=True)
class Register:
    """The look-ups that control needs."""

    places: PlaceIndex
    actors: ActorIndex
    origins: Origins

    def gains(self, claim: Claim) -> set[str]:
        """Return the parties that gain by a claim."""
        return self._parties(claim, gaining=True)

    def loses(self, claim: Claim) -> set[str]:
        """Return the parties that lose by a claim."""
        return self._parties(claim, gaining=False)

    def _parties(self, claim: Claim, *, gaining: bool) -> set[str]:
        detail = claim.detail
        if not isinstance(detail, Control):
            return set()
        own = gaining is not (detail.change is Change.LOST)
        named = detail.party if own else detail.counterparty
        return {self.actors.party(named)} if named and self.actors.fights(named) else set()

    def name(self, party: str, claims: Iterable[Claim]) -> str | None:
        """Return the name by which most of the claims call a party; its id is never shown."""
        named = [one for claim in claims for one in _named(claim) if self.actors.party(one) == party]
        names = Counter(one.name or one.said for one in named)
        if names:
            return min(names, key=lambda name: (-names[name], name))
        return self.actors.known[party].name if party in self.actors.known else None

    def own_word(self, claims: Sequence[Claim], party: str) -> bool:
        """Say whether only the party itself says so."""
        speakers = [link.speaker for claim in claims for link in claim.attribution[-1:]]
        if not speakers or len(speakers) < len(claims):
            return False
        return all(self.actors.party(speaker) == party for speaker in speakers)


def _named(claim: Claim) -> list[Named]:
    detail = claim.detail
    return [one for one in (detail.party, detail.counterparty) if one] if isinstance(detail, Control) else []


def change_of(claim: Claim) -> Change | None:
    """Return what a control claim says happened, None for other claims."""
    return claim.detail.change if isinstance(claim.detail, Control) else None


def grounds(claims: Iterable[Claim], events: Iterable[Event], register: Register) -> list[Ground]:
    """Return the control claims by place, with the events of each place as its turns."""
    known = {claim.id: claim for claim in claims if change_of(claim) is not None}
    found: dict[str, Ground] = {}
    for claim in sorted(known.values(), key=_order):
        for place in sorted({named.id for named in claim.where if named.id}):
            ground = found.setdefault(place, Ground(place))
            if claim.stance is Stance.DENIED:
                ground.denied.append(claim)
            elif claim.modality is Modality.ACTUAL and change_of(claim) is Change.HOLDS:
                ground.holds.append(claim)
    for event in sorted(events, key=lambda one: (str(one.when.earliest), one.id)):
        told = [known[claim] for claim in event.claims if claim in known]
        if told and event.place in found:
            _add_turn(found[event.place], told, register)
    for ground in found.values():
        ground.turns = [turn for turn in ground.turns if not _contradicted(turn, ground, register)]
        ground.turns.sort(key=lambda turn: (_moment(turn), turn.claims[0].id))
    return [found[place] for place in sorted(found)]


def _add_turn(ground: Ground, told: list[Claim], register: Register) -> None:
    if all(change_of(claim) in SIEGE for claim in told):
        ground.sieges.append(told)
        return
    coarse = _coarse(ground.place, register)
    full = [claim for claim in told if change_of(claim) is Change.GAINED and not _near(claim, ground.place)]
    lost = [claim for claim in told if change_of(claim) is Change.LOST and not _near(claim, ground.place)]
    if coarse and not full:
        return
    turn = Turn(told)
    turn.gaining = _by_origins(told, register.gains, register)
    turn.losing = _by_origins(told, register.loses, register)
    turn.begun = _first_day(told)
    turn.full = _first_day(full) if full else None
    turn.lost = bool(lost)
    turn.partial = len(full) + len(lost) < len(told)
    if full and turn.full is None:
        turn.full = turn.begun
    ground.turns.append(turn)


def _by_origins(told: list[Claim], read: Callable[[Claim], set[str]], register: Register) -> Counter[str]:
    """Return how many independent origins name each party; a copy does not make it more."""
    pairs = {
        (party, root) for claim in told for party in read(claim) for root in register.origins.roots(claim)
    }
    return Counter(party for party, _ in pairs)


def _contradicted(turn: Turn, ground: Ground, register: Register) -> bool:
    """Say whether at least as many origins say that the loser went on holding the place long after."""
    moment = turn.full or turn.begun
    if moment is None:
        return False
    against = [claim for claim in ground.holds if register.gains(claim) & set(turn.losing)
               and claim.when.said and (claim.when.earliest or date.max) < moment
               and (claim.when.latest or date.min) > moment + LONG_AFTER]  # fmt: skip
    return bool(against) and len(register.origins.of_all(against)) >= len(
        register.origins.of_all(turn.claims)
    )


def _most(parties: Counter[str], others: Counter[str]) -> str | None:
    """Return the party that most origins name, one that is on both sides of the change left out."""
    ranked = sorted((-count, party) for party, count in parties.items() if party not in others)
    return ranked[0][1] if ranked else None


def _coarse(place: str, register: Register) -> bool:
    known = register.places.known.get(place)
    return known is not None and known.precision in COARSE


def _near(claim: Claim, place: str) -> bool:
    """Say whether the claim is of the ground around a place only, not of the place."""
    precisions = [named.precision for named in claim.where if named.id == place]
    return bool(precisions) and all(precision == PlacePrecision.NEAR for precision in precisions)


def _first_day(claims: list[Claim]) -> date | None:
    """Return the first day that all the narrow times agree on, else the first that any gives."""
    days = [claim.when for claim in claims if claim.when.earliest and claim.when.latest]
    if not days:
        ends = [day for claim in claims if (day := claim.when.earliest or claim.when.latest)]
        return min(ends, default=None)
    narrow = min(days, key=lambda when: ((when.days() or 0), when.earliest or date.min))
    return narrow.earliest


def _moment(turn: Turn) -> date:
    return turn.begun or turn.full or date.max


def _order(claim: Claim) -> tuple[Any, ...]:
    return (claim.report, claim.quote, claim.id)


def spells(grounds_: Iterable[Ground], register: Register) -> list[ControlSpell]:
    """Return the spells of every place in the order of time."""
    found = [spell for ground in grounds_ for spell in _place_spells(ground, register)]
    return sorted(
        found, key=lambda spell: (spell.place, str(spell.when.earliest or ""), spell.status, spell.id)
    )


def _place_spells(ground: Ground, register: Register) -> list[ControlSpell]:
    found = list(_before_and_between(ground, register))
    for number, turn in enumerate(ground.turns):
        until = _day_before(ground.turns[number + 1]) if number + 1 < len(ground.turns) else None
        found.extend(_turn_spells(ground, turn, until, register))
    found.extend(spell for told in ground.sieges if (spell := _siege(ground, told, register)))
    return found


def _day_before(turn: Turn) -> date | None:
    moment = _moment(turn)
    return None if moment == date.max else moment - DAY


def _before_and_between(ground: Ground, register: Register) -> Iterable[ControlSpell]:
    """Yield a spell for each party that holds the place before a turn, and for holders with no turn."""
    used: set[str] = set()
    after: date | None = None
    for number, turn in enumerate(ground.turns):
        end = _day_before(turn)
        loser = _most(turn.losing, turn.gaining)
        before = [claim for claim in ground.holds if claim.id not in used and _holds_until(claim, end, after)]
        holder = loser or _most_held(
            [one for one in before if not register.gains(one) & set(turn.gaining)], register
        )
        if holder is None:
            continue
        told = [claim for claim in before if holder in register.gains(claim)]
        used.update(claim.id for claim in told)
        if number and holder in ground.turns[number - 1].gaining:
            continue  # the earlier turn's own spell says so
        leaving = [claim for claim in turn.claims if holder in register.loses(claim)]
        start = max(filter(None, (_start(told), after)), default=None)
        because = f"{len(told)} claims that it holds" if told else "it is said to have lost the place"
        yield _spell(ground, (register.name(holder, [*told, *leaving]), ControlStatus.HELD),
                     (start, end), [*told, *leaving], because)  # fmt: skip
        after = turn.full or turn.begun
    yield from _standing([claim for claim in ground.holds if claim.id not in used], ground, register)


def _holds_until(claim: Claim, end: date | None, after: date | None) -> bool:
    starts, ends = claim.when.earliest, claim.when.latest
    before = end is None or starts is None or starts <= end
    return before and (after is None or ends is None or ends >= after)


def _most_held(claims: list[Claim], register: Register) -> str | None:
    held = Counter(party for claim in claims for party in register.gains(claim))
    return min(held, key=lambda party: (-held[party], party)) if held else None


def _start(claims: list[Claim]) -> date | None:
    return min(
        (claim.when.earliest for claim in claims if claim.when.earliest and claim.when.said), default=None
    )


def _standing(claims: list[Claim], ground: Ground, register: Register) -> Iterable[ControlSpell]:
    """Yield spells for claims of holding that no turn ends; they run on, or from the last turn."""
    by_party: dict[str, list[Claim]] = {}
    for claim in claims:
        for party in sorted(register.gains(claim)):
            by_party.setdefault(party, []).append(claim)
    for party, told in sorted(by_party.items()):
        if any(party in turn.gaining for turn in ground.turns):
            continue  # told in that turn's spell
        rivals = [claim for other, claims_ in by_party.items() if other != party for claim in claims_]
        contested = any(one.when.meets(other.when) for one in told for other in rivals)
        alone = register.own_word(told, party)
        partly = all(_near(claim, ground.place) for claim in told)
        status = ControlStatus.CLAIMED if contested or alone else ControlStatus.HELD
        status = ControlStatus.CONTESTED if partly else status
        last = ground.turns[-1] if ground.turns else None
        start = _start(told) or (last.full or last.begun if last else None)
        if last and any(party in turn.losing for turn in ground.turns):
            continue
        because = "others claim it too" if contested else "only it says so" if alone else "said to hold it"
        because = "said to hold a part of it or the ground around it" if partly else because
        yield _spell(ground, (register.name(party, told), status), (start, None), told, because)


def _turn_spells(
    ground: Ground, turn: Turn, until: date | None, register: Register
) -> Iterable[ControlSpell]:
    gainer = _most(turn.gaining, turn.losing)
    if turn.begun is None:
        return
    done = turn.full or (turn.begun if turn.lost and gainer and not turn.partial else None)
    done = done or (_handed_over(ground, turn, gainer, register) if gainer else None)
    early = [claim for claim in turn.claims if change_of(claim) is not Change.GAINED]
    if early and (done is None or turn.begun < done):
        end = done - DAY if done else until
        struggle = gainer is not None or not turn.lost
        status = ControlStatus.CONTESTED if struggle else ControlStatus.UNKNOWN
        because = _why_open(early) if struggle else "left, and nobody is said to have come"
        yield _spell(ground, (None, status), (turn.begun, end), early, because)
    if done and gainer:
        yield _held(ground, turn, (done, until), gainer, register)


def _handed_over(ground: Ground, turn: Turn, gainer: str, register: Register) -> date | None:
    """Return the day on which one had left and the other come, where those who came are said to hold it."""
    came = [c for c in turn.claims if change_of(c) is Change.ENTERED and gainer in register.gains(c)]
    left = [c for c in turn.claims if change_of(c) is Change.LOST and not _near(c, ground.place)]
    if len(came) + len(left) < len(turn.claims) or not left or turn.begun is None:
        return None
    entered = _first_day(came)
    held = any(
        gainer in register.gains(c) and c.when.latest and c.when.latest >= turn.begun for c in ground.holds
    )
    return max(filter(None, (entered, _first_day(left)))) if held and entered else None


def _why_open(early: list[Claim]) -> str:
    if all(change_of(claim) is Change.CONTESTED for claim in early):
        return "said to be fought over or claimed by several"
    return "entered or lost in part, full control not yet told"


def _held(
    ground: Ground, turn: Turn, days: tuple[date, date | None], gainer: str, register: Register
) -> ControlSpell:
    full = [claim for claim in turn.claims if gainer in register.gains(claim)]
    after = [
        claim
        for claim in ground.holds
        if gainer in register.gains(claim) and _holds_until(claim, days[1], days[0])
    ]
    told = [claim for claim in full if change_of(claim) is Change.GAINED] or full
    denied = [claim for claim in ground.denied if _denies(claim, turn, register)]
    alone = register.own_word([*told, *after], gainer)
    status = ControlStatus.CLAIMED if alone or denied else ControlStatus.HELD
    because = "only it says so" if alone else "said to have taken it"
    if denied:
        because += ", and it is denied"
    return _spell(ground, (register.name(gainer, full), status), days, [*turn.claims, *after], because)


def _denies(claim: Claim, turn: Turn, register: Register) -> bool:
    change = change_of(claim)
    if change is Change.LOST:
        return bool(register.loses(claim) & set(turn.losing))
    return change is Change.GAINED and bool(register.gains(claim) & set(turn.gaining))


def _siege(ground: Ground, told: list[Claim], register: Register) -> ControlSpell | None:
    gaining = {party for claim in told for party in register.gains(claim)}
    inside = {party for claim in told for party in register.loses(claim)} - gaining
    begun = _first_day(told)
    ending = [turn for turn in ground.turns if turn.full and (begun is None or turn.full > begun)]
    end = ending[0].full - DAY if ending and ending[0].full else None
    by = register.name(min(gaining), told) if gaining else None
    holder = register.name(min(inside), told) if inside else None
    because = f"surrounded by {by}" if by else "surrounded"
    return _spell(ground, (holder, ControlStatus.SURROUNDED), (begun, end), told, because)


def _spell(
    ground: Ground, held: tuple[str | None, ControlStatus], days: Days, told: Sequence[Claim], because: str
) -> ControlSpell:
    ids = tuple(sorted({claim.id for claim in told}))
    start, end = days
    if start and end and end < start:
        start = None
    key = make_id("spell", ground.place, *held, start, end, *ids)
    return ControlSpell(key, ground.place, *held, When(start, end, "", WhenPrecision.SPAN), ids, because)


def evidence_until(spell: ControlSpell, claims: dict[str, Claim]) -> ControlSpell:
    """Say in the reason of an open spell how far the evidence reaches."""
    ends = [claims[claim].when.latest for claim in spell.claims if claim in claims]
    last = max((end for end in ends if end), default=None)
    if spell.when.latest is not None or last is None:
        return spell
    return replace(spell, because=f"{spell.because}; last told of on {last}")
