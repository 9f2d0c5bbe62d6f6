"""Denials tied to the claims that they deny."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta

from warmonitor.model import (
    ActorIndex,
    Agreed,
    Attack,
    Change,
    Claim,
    ClaimKind,
    Control,
    Dispute,
    DisputeKind,
    Modality,
    Named,
    PlaceIndex,
    PlacePrecision,
    Stance,
    Toll,
    When,
    make_id,
)

NEAR_KM = 25.0
AROUND_KM = 40.0  # "the countryside around" a place reaches further than the place
DENIAL_DAYS = 7
LONGEST_HAPPENING = 8
SUDDEN = frozenset({ClaimKind.ATTACK, ClaimKind.TOLL})
UNTOLD = frozenset({ClaimKind.MOVEMENT, ClaimKind.STATEMENT})  # too loose to tell what is denied
SIEGE = frozenset({Change.SURROUNDED, Change.CUT_OFF})
_COME = frozenset({Change.ENTERED, Change.HOLDS})


class Denials:
    """Asserted claims by report and by place, to find what a denial is about."""

    def __init__(self, claims: Iterable[Claim], places: PlaceIndex, actors: ActorIndex) -> None:
        self.places = places
        self.actors = actors
        self.denied: list[Claim] = []
        self._by_report: dict[str, list[Claim]] = defaultdict(list)
        self._by_place: dict[str, list[Claim]] = defaultdict(list)
        self._around: list[Claim] = []
        for claim in sorted(claims, key=lambda one: (one.report, one.quote, one.id)):
            if claim.kind in UNTOLD:
                continue
            if claim.stance is Stance.DENIED:
                self.denied.append(claim)
            elif claim.modality is Modality.ACTUAL:
                self._by_report[claim.report].append(claim)
                for place in {named.id for named in claim.where if named.id}:
                    self._by_place[place].append(claim)
                if any(named.precision == PlacePrecision.NEAR for named in claim.where):
                    self._around.append(claim)

    def disputes(self) -> list[Dispute]:
        """Return one dispute for each denial that something stands against, copies of it together."""
        found: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for denial in self.denied:
            against = self._against(denial)
            if against:
                found[tuple(sorted(claim.id for claim in against))].add(denial.id)
        return [self._dispute(against, sorted(denials)) for against, denials in sorted(found.items())]

    def _dispute(self, against: tuple[str, ...], denials: list[str]) -> Dispute:
        first = next(claim for claim in self.denied if claim.id == denials[0])
        speaker = first.attribution[-1].speaker if first.attribution else None
        who = (self.actors.root_name(speaker) if speaker else None) or "the report"
        about = f"{who} denies that {_words(first)}"
        ids = tuple(sorted({*against, *denials}))
        return Dispute(make_id("dispute", DisputeKind.DENIAL, *ids), about, DisputeKind.DENIAL, ids)

    def _against(self, denial: Claim) -> list[Claim]:
        """Return the claims at the same place, else around it; in its own report the nearest there is."""
        here = {named.id for named in denial.where if named.id}
        same = [
            claim for place in sorted(here) for claim in self._by_place[place] if self._matches(denial, claim)
        ]
        own = [claim for claim in self._by_report[denial.report] if self._matches(denial, claim)]
        near = [claim for claim in self._by_report[denial.report] if self._beside(denial, here, claim)]
        if near and not any(claim.report == denial.report for claim in same):
            same.extend(near)
        same.extend(claim for claim in self._around if here and self._around_matches(denial, here, claim))
        if not same and own:
            same = (
                [min(own, key=lambda claim: (abs(claim.quote.start - denial.quote.start), claim.id))]
                if not here or any(not claim.where for claim in own)
                else []
            )
        return list({claim.id: claim for claim in same}.values())

    def _beside(self, denial: Claim, here: set[str], claim: Claim) -> bool:
        """Say whether a claim of the denial's report is about a near place and may be of the same party.

        Where no distance is known, both must say that they mean the country round a place.
        """
        if not self._matches(denial, claim, unsure=True):
            return False
        within = AROUND_KM if _is_around(denial) else NEAR_KM
        return self._near(here, claim, within=within) or (
            _is_around(denial) and _is_around(claim) and not self._measured(here, claim)
        )

    def _measured(self, here: set[str], claim: Claim) -> bool:
        there = {named.id for named in claim.where if named.id}
        return any(self.places.km(one, other) is not None for one in here for other in there)

    def _around_matches(self, denial: Claim, here: set[str], claim: Claim) -> bool:
        return self._matches(denial, claim) and self._near(here, claim, only_around=True)

    def _near(
        self, here: set[str], claim: Claim, *, only_around: bool = False, within: float = NEAR_KM
    ) -> bool:
        there = [named for named in claim.where
                 if named.id and (not only_around or named.precision == PlacePrecision.NEAR)]  # fmt: skip
        for named in there:
            for place in here:
                km = self.places.km(place, named.id or "")
                if km is not None and km <= within:
                    return True
        return False

    def _matches(self, denial: Claim, claim: Claim, *, unsure: bool = False) -> bool:
        if claim.kind is not denial.kind or not _times_fit(denial, claim):
            return False
        own_word = self._speaker(denial) and self._speaker(denial) == self._speaker(claim)
        return not own_word and self._same_fact(denial, claim, unsure)

    def _speaker(self, claim: Claim) -> str | None:
        return self.actors.root(claim.attribution[-1].speaker) if claim.attribution else None

    def _same_fact(self, denial: Claim, claim: Claim, unsure: bool) -> bool:
        match denial.detail, claim.detail:
            case Control() as one, Control() as other:
                if _taken_from(one.change, other.change):  # B took what A denies having lost
                    return (
                        not self.actors.same_party(one.party, other.party)
                        if one.party and other.party
                        else False
                    )
                same = _same_change(one.change, other.change)
                return same and self._parties(one.party, other.party, unsure=unsure)
            case Attack() as one, Attack() as other:
                aimed = self._parties(one.target, other.target) or _share_place(denial, claim)
                return aimed and self._parties(one.perpetrator, other.perpetrator)
            case Toll() as one, Toll() as other:
                return one.measure is other.measure and self._parties(one.perpetrator, other.perpetrator)
            case Agreed() as one, Agreed() as other:
                roots = [{self.actors.root(party) for party in each.parties} for each in (one, other)]
                return bool(roots[0] & roots[1])
        return False

    def _parties(self, one: Named | None, other: Named | None, *, unsure: bool = False) -> bool:
        if one is None or other is None:
            return True
        return self.actors.may_be_one_party(one, other) if unsure else self.actors.same_party(one, other)


def _same_change(one: Change, other: Change) -> bool:
    return one is other or {one, other} <= SIEGE or {one, other} <= {Change.GAINED, Change.ENTERED}


def _taken_from(one: Change, other: Change) -> bool:
    return {one, other} == {Change.LOST, Change.GAINED} or (one is Change.LOST and other in _COME)


def _is_around(claim: Claim) -> bool:
    return any(named.precision == PlacePrecision.NEAR for named in claim.where)


def _share_place(one: Claim, other: Claim) -> bool:
    return bool({w.id for w in one.where if w.id} & {w.id for w in other.where if w.id})


def _times_fit(denial: Claim, claim: Claim) -> bool:
    """Say whether a claim tells of the time that is denied; a strike is one day's, control changes slowly."""
    sudden = claim.kind in SUDDEN
    slack = timedelta(days=1 if sudden else DENIAL_DAYS)
    days = claim.when.days()
    if sudden and denial.when.said and (days is None or days > LONGEST_HAPPENING):
        return False
    when = denial.when
    wide = When(when.earliest and when.earliest - slack, when.latest and when.latest + slack)
    return wide.meets(claim.when)


def _words(claim: Claim) -> str:
    match claim.detail:
        case Control(change=change, party=party):
            where = claim.where[0].name or claim.where[0].said if claim.where else "the place"
            who = (party.name or party.said) if party else "a party"
            return f"{who} {change.value.replace('_', ' ')} {where}"
        case Attack(sub_type=sub_type, perpetrator=by):
            return f"{(by.name or by.said) if by else 'anybody'} carried out the {sub_type.lower()}"
        case Toll(measure=measure, of=of):
            return f"{of} were {measure.value}"
    return "it is so"
