"""Denials tied to the claims that they deny."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta

from warmonitor.model import (
    ActorIndex,
    Agreed,
    Alignment,
    Attack,
    Change,
    Claim,
    ClaimKind,
    Control,
    Deal,
    DealAct,
    Dispute,
    DisputeKind,
    Event,
    Modality,
    Named,
    PlaceIndex,
    PlacePrecision,
    Post,
    Stance,
    Toll,
    When,
    fold,
    make_id,
)
from warmonitor.stages.reconcile.denied import WHOLE_ONLY, reach_of
from warmonitor.stages.reconcile.denied_words import denied_words

NEAR_KM = 25.0
DENIAL_DAYS = 7
LONGEST_HAPPENING = 8
BESIDE = 400  # characters between a denial and the happening that its report told before it
AT_PLACE = "told of the same place and time"
NEAR_PLACE = "told of a place near it"
OWN_REPORT = "the nearest in its own report"
OF_EVENT = "told of the same happening"
WHOLE = "; who they were is denied, not how many"
SUDDEN = frozenset({ClaimKind.ATTACK, ClaimKind.TOLL})
UNTOLD = frozenset({ClaimKind.MOVEMENT, ClaimKind.STATEMENT})  # too loose to tell what is denied
SIEGE = frozenset({Change.SURROUNDED, Change.CUT_OFF})
_COME = frozenset({Change.ENTERED, Change.HOLDS})
_MAKING = frozenset({DealAct.SIGNED, DealAct.ANNOUNCED, DealAct.IN_FORCE})


class Denials:
    """Asserted claims by report and by place, to find what a denial is about."""

    def __init__(
        self,
        claims: Iterable[Claim],
        places: PlaceIndex,
        actors: ActorIndex,
        events: Iterable[Event] = (),
    ) -> None:
        self.places = places
        self.actors = actors
        self._event_of = {claim: event.claims for event in events for claim in event.claims}
        self._known: dict[str, Claim] = {}
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
                self._known[claim.id] = claim
                self._by_report[claim.report].append(claim)
                for place in {named.id for named in claim.where if named.id}:
                    self._by_place[place].append(claim)
                if any(named.precision == PlacePrecision.NEAR for named in claim.where):
                    self._around.append(claim)

    def disputes(self) -> list[Dispute]:
        """Return one dispute for each denial that something stands against, copies of it together."""
        found: dict[tuple[str, ...], dict[str, str]] = defaultdict(dict)
        for denial in self.denied:
            against = self._against(denial)
            if against:
                because = "; ".join(dict.fromkeys(against[key] for key in sorted(against)))
                found[tuple(sorted(against))][denial.id] = because
        return [self._dispute(against, denials) for against, denials in sorted(found.items())]

    def _dispute(self, against: tuple[str, ...], denials: dict[str, str]) -> Dispute:
        first = next(claim for claim in self.denied if claim.id == min(denials))
        speaker = first.attribution[-1].speaker if first.attribution else None
        who = (self.actors.root_name(speaker) if speaker else None) or "the report"
        about = f"{who} denies that {denied_words(first)}"
        ids = tuple(sorted({*against, *denials}))
        key = make_id("dispute", DisputeKind.DENIAL, *ids)
        return Dispute(key, about, DisputeKind.DENIAL, ids, tuple(sorted(denials)), denials[min(denials)])

    def _against(self, denial: Claim) -> dict[str, str]:
        """Return the ids of the claims that a denial denies, each with the reason."""
        found = self._told(denial)
        found |= {key: OF_EVENT for key in self._of_event(denial, found) if key not in found}
        return self._denied_part(denial, found)

    def _told(self, denial: Claim) -> dict[str, str]:
        """Return the claims at the same place, else around it; in its own report the nearest there is."""
        here = {named.id for named in denial.where if named.id}
        at_place = [claim for place in sorted(here) for claim in self._by_place[place]]
        same = {claim.id: AT_PLACE for claim in at_place if self._matches(denial, claim)}
        own = [claim for claim in self._by_report[denial.report] if self._matches(denial, claim)]
        near = [claim for claim in self._by_report[denial.report] if self._beside(denial, here, claim)]
        if near and not any(self._known[key].report == denial.report for key in same):
            same |= {claim.id: NEAR_PLACE for claim in near}
        around = [claim for claim in self._around if here and self._around_matches(denial, here, claim)]
        same |= {claim.id: NEAR_PLACE for claim in around if claim.id not in same}
        if not same and own and (not here or any(not claim.where for claim in own)):
            nearest = min(own, key=lambda claim: (abs(claim.quote.start - denial.quote.start), claim.id))
            same = {nearest.id: OWN_REPORT}
        return same

    def _of_event(self, denial: Claim, told: dict[str, str]) -> list[str]:
        """Return what other reports claim of the happening that a denial is about: the one told beside it."""
        if denial.kind not in SUDDEN:
            return []
        known = [key for key in told if key in self._event_of] or self._told_before(denial)
        claims = {key for one in known for key in self._event_of[one] if key in self._known}
        return [key for key in sorted(claims) if self._same_happening(denial, self._known[key])]

    def _told_before(self, denial: Claim) -> list[str]:
        """Return the claim of a happening that the report tells last before the denial."""
        before = [
            claim
            for claim in self._by_report[denial.report]
            if claim.id in self._event_of and claim.kind in SUDDEN and claim.quote.start < denial.quote.start
        ]
        last = max(before, key=lambda claim: (claim.quote, claim.id), default=None)
        return [last.id] if last and denial.quote.start - last.quote.end <= BESIDE else []

    def _same_happening(self, denial: Claim, claim: Claim) -> bool:
        own_word = self._speaker(denial) and self._speaker(denial) == self._speaker(claim)
        return claim.kind is denial.kind and not own_word and self._same_fact(denial, claim, False, told=True)

    def _denied_part(self, denial: Claim, found: dict[str, str]) -> dict[str, str]:
        """Keep what a denial of some people or of a number reaches: "civilians" not fighters, 12 not 30."""
        if not isinstance(denial.detail, Toll):
            return found
        reach = {key: reach_of(denial.detail, self._known[key].detail) for key in found}
        most = max(reach.values(), default=0)
        whole = WHOLE if most == WHOLE_ONLY else ""
        return {key: found[key] + whole for key in found if reach[key] == most > 0}

    def _beside(self, denial: Claim, here: set[str], claim: Claim) -> bool:
        """Say whether a claim of the denial's report is about a near place and may be of the same party.

        The country around a place reaches as far as the division of its country that it lies in; where no
        distance is known, both must say that they mean the country round a place.
        """
        if not self._matches(denial, claim, unsure=True):
            return False
        if self._near(here, claim):
            return True
        measured = self._measured(here, claim)
        return _is_around(denial) and (self._one_division(here, claim) if measured else _is_around(claim))

    def _one_division(self, here: set[str], claim: Claim) -> bool:
        """Say whether a claim's place lies in the same division of its country as the denied one."""
        there = {named.id for named in claim.where if named.id}
        return bool(self._divisions(here) & self._divisions(there))

    def _divisions(self, places: set[str]) -> set[str]:
        """Return the names of what places lie in, countries left out."""
        known = [self.places.known[one] for one in places if one in self.places.known]
        inside = {fold(one.inside) for one in known if one.inside}
        return {name for name in inside if not any(
            self.places.known[one].precision is PlacePrecision.COUNTRY
            for one in self.places.named.get(name, ())
        )}  # fmt: skip

    def _measured(self, here: set[str], claim: Claim) -> bool:
        there = {named.id for named in claim.where if named.id}
        return any(self.places.km(one, other) is not None for one in here for other in there)

    def _around_matches(self, denial: Claim, here: set[str], claim: Claim) -> bool:
        return self._matches(denial, claim) and self._near(here, claim, only_around=True)

    def _near(self, here: set[str], claim: Claim, *, only_around: bool = False) -> bool:
        there = [named for named in claim.where
                 if named.id and (not only_around or named.precision == PlacePrecision.NEAR)]  # fmt: skip
        for named in there:
            for place in here:
                km = self.places.km(place, named.id or "")
                if km is not None and km <= NEAR_KM:
                    return True
        return False

    def _matches(self, denial: Claim, claim: Claim, *, unsure: bool = False) -> bool:
        if claim.kind is not denial.kind or not _times_fit(denial, claim):
            return False
        own_word = self._speaker(denial) and self._speaker(denial) == self._speaker(claim)
        return not own_word and self._same_fact(denial, claim, unsure)

    def _speaker(self, claim: Claim) -> str | None:
        return self.actors.root(claim.attribution[-1].speaker) if claim.attribution else None

    def _same_fact(self, denial: Claim, claim: Claim, unsure: bool, *, told: bool = False) -> bool:
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
                aimed = told or self._parties(one.target, other.target) or _share_place(denial, claim)
                return aimed and self._parties(one.perpetrator, other.perpetrator)
            case Toll() as one, Toll() as other:
                return one.measure is other.measure and self._parties(one.perpetrator, other.perpetrator)
            case Agreed() as one, Agreed() as other:
                roots = [{self.actors.root(party) for party in each.parties} for each in (one, other)]
                return _same_act(one, other) and bool(roots[0] & roots[1])
            case Alignment() as one, Alignment() as other:
                return one.bond is other.bond and self._bound(one, other)
        return False

    def _bound(self, one: Alignment, other: Alignment) -> bool:
        """Say whether two claims tell of the same two: who backs may be named as a whole or by a part."""
        same_party = self.actors.same_party(one.party, other.party)
        return same_party and self.actors.same_party(one.counterparty, other.counterparty)

    def _parties(self, one: Named | None, other: Named | None, *, unsure: bool = False) -> bool:
        if one is None or other is None:
            return True
        return self.actors.may_be_one_party(one, other) if unsure else self.actors.same_party(one, other)


def _same_act(one: Agreed, other: Agreed) -> bool:
    """Say whether two claims tell the same of a deal or post: who denies a breach denies no signing."""
    match one, other:
        case Deal(), Deal():
            return one.act is other.act or {one.act, other.act} <= _MAKING
        case Post(), Post():
            return one.state is other.state
    return True


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
