"""Breaches of a deal, each tied to the term that it breaks, with who says so and who denies it.

Only what somebody calls a breach is one; force in the zone of a deal that nobody calls so is none.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from warmonitor.model import (
    ActorIndex,
    Breach,
    Claim,
    ClaimKind,
    Deal,
    DealAct,
    ProvisionKind,
    Stance,
    Term,
    When,
    make_id,
)
from warmonitor.stages.reconcile.agreements.times import by_day, narrowest

_DEEDS = frozenset({ClaimKind.ATTACK, ClaimKind.CONTROL, ClaimKind.ACCESS, ClaimKind.MOVEMENT})


@dataclass(slots=True)
class _Told:
    """Claims of one breach in the making."""

    by: frozenset[str]
    term: ProvisionKind | None
    claims: list[Claim] = field(default_factory=list)
    denials: list[Claim] = field(default_factory=list)

    def times(self) -> list[When]:
        return [claim.when for claim in (*self.claims, *self.denials)]


def breaches_of(
    claims: Iterable[Claim], terms: Sequence[Term], others: Iterable[Claim], actors: ActorIndex
) -> list[Breach]:
    """Return the breaches that claims of one deal tell of; `others` are all claims, among them the deeds."""
    told = [one for one in claims if isinstance(one.detail, Deal) and one.detail.act is DealAct.BROKEN]
    found: list[_Told] = []
    for claim in sorted(told, key=_said_first):
        _place(found, claim, actors)
    deeds = [one for one in others if one.kind in _DEEDS]
    made = [_breach(one, terms, deeds) for one in found]
    return sorted(made, key=lambda one: (by_day(one.when), one.id))


def _said_first(claim: Claim) -> tuple[object, ...]:
    """Sort what says that a deal was broken before what denies it, the fuller tellings first."""
    deal = claim.detail
    full = isinstance(deal, Deal) and bool(deal.provisions)
    return claim.stance is Stance.DENIED, not full, by_day(claim.when), claim.id


def _place(found: list[_Told], claim: Claim, actors: ActorIndex) -> None:
    """Put a claim with the breach that it tells of, or make it a new one."""
    by = _breakers(claim, actors)
    term = _term(claim)
    denied = claim.stance is Stance.DENIED
    home = next((one for one in found if _same(one, by, term, claim, denied=denied)), None)
    if home is None:
        home = _Told(by, term)
        found.append(home)
    (home.denials if denied else home.claims).append(claim)


def _breakers(claim: Claim, actors: ActorIndex) -> frozenset[str]:
    """Return who is said to have broken it; who denies "it" or names nobody is the one denied."""
    detail = claim.detail
    parties = detail.parties if isinstance(detail, Deal) else ()
    found = frozenset(actors.root(party) for party in parties)
    if claim.stance is Stance.DENIED and not any(party.id for party in parties) and claim.attribution:
        return frozenset({actors.root(claim.attribution[-1].speaker)})
    return found


def _term(claim: Claim) -> ProvisionKind | None:
    detail = claim.detail
    return detail.provisions[0].kind if isinstance(detail, Deal) and detail.provisions else None


def _same(one: _Told, by: frozenset[str], term: ProvisionKind | None, claim: Claim, *, denied: bool) -> bool:
    who = one.by == by or (denied and (not by or not one.by or bool(one.by & by)))
    what = one.term is term or term is None or one.term is None
    if denied:
        return who and what
    days = all(when.meets(claim.when) for when in one.times())
    counts = {c.detail.count for c in one.claims if isinstance(c.detail, Deal)} - {None}
    own = claim.detail.count if isinstance(claim.detail, Deal) else None
    return who and what and days and _one_place(one, claim) and (own is None or not counts - {own})


def _one_place(one: _Told, claim: Claim) -> bool:
    places = {named.id or named.said for told in one.claims for named in told.where}
    own = {named.id or named.said for named in claim.where}
    return not places or not own or bool(places & own)


def _breach(one: _Told, terms: Sequence[Term], deeds: Iterable[Claim]) -> Breach:
    said = one.claims or one.denials
    term = one.term or next((t for c in one.denials if (t := _term(c))), None)
    counts = sorted({c.detail.count for c in said if isinstance(c.detail, Deal) and c.detail.count})
    places = [named.id or named.said for claim in said for named in claim.where]
    ids = tuple(sorted(claim.id for claim in one.claims))
    denials = tuple(sorted(claim.id for claim in one.denials))
    return Breach(
        id=make_id("breach", *ids, *denials),
        by=tuple(sorted(one.by)),
        term=term,
        when=narrowest(claim.when for claim in said) or When(),
        place=min(places, key=lambda place: (-places.count(place), place)) if places else None,
        claims=ids,
        denials=denials,
        deeds=_done_by(one.claims, deeds),
        count=counts[-1] if counts else None,
        because=_because(term, terms),
    )


def _done_by(told: Sequence[Claim], deeds: Iterable[Claim]) -> tuple[str, ...]:
    """Return the claims of force, ground or ways that the words of a breach make by themselves."""
    found = {
        deed.id
        for claim in told
        for deed in deeds
        if deed.report == claim.report and deed.quote.meets(claim.quote) and deed.stance is not Stance.DENIED
    }
    return tuple(sorted(found))


def _because(term: ProvisionKind | None, terms: Sequence[Term]) -> str:
    """Say what ties a breach to a term of the deal."""
    if term is None:
        return "the words name no term that was broken"
    if any(one.kind is term for one in terms):
        return f"the deed told breaks a term that the deal is told to have: {term.value}"
    if term is ProvisionKind.CESSATION:
        return "force breaks the cessation of hostilities, though no report words that term"
    return f"the deed told would break a term on {term.value}, which no report words"
