"""The record of each deal: who, when, where, on what terms, and in which state it was last told of."""

from collections.abc import Iterable, Mapping

from warmonitor.language.deals import Joined, Mention, join_deals
from warmonitor.model import (
    ActorIndex,
    Agreed,
    Agreement,
    CeasefireClass,
    Claim,
    Deal,
    DealAct,
    DealKind,
    Modality,
    Named,
    Stance,
    When,
    make_id,
)
from warmonitor.stages.reconcile.agreements.breaches import breaches_of
from warmonitor.stages.reconcile.agreements.phases import phases_of, state_of
from warmonitor.stages.reconcile.agreements.terms import terms_of
from warmonitor.stages.reconcile.agreements.times import narrowest

MADE = (DealAct.SIGNED, DealAct.ANNOUNCED, DealAct.IN_FORCE)
_NOBODYS = frozenset({DealAct.TOLD, DealAct.KEPT, DealAct.PROPOSED, DealAct.REJECTED})
_CLASSES = (CeasefireClass.DEFINITIVE, CeasefireClass.PRELIMINARY, CeasefireClass.CESSATION)


def agreements(claims: Iterable[Claim], first: Mapping[str, str], actors: ActorIndex) -> list[Agreement]:
    """Return one record for each deal that the claims tell of, sorted by id.

    `first` maps each claim to the first telling of it, so that a copy joins its text and adds nothing.
    A deal with which nobody is named, and of which no more is said than that there is one, makes none.
    """
    known = {claim.id: claim for claim in claims}
    own = [claim for claim in known.values() if first.get(claim.id, claim.id) == claim.id]
    copies: dict[str, list[str]] = {}
    for copy in sorted(known):
        copies.setdefault(first.get(copy, copy), []).append(copy)
    made = [_agreement(deal, known, copies, actors) for deal in join_deals(own, actors) if _is_told(deal)]
    return sorted(made, key=lambda one: one.id)


def _is_told(deal: Joined) -> bool:
    """Say whether anybody is named, or anything becomes of the deal."""
    named = any(one.everybody() or one.name for one in deal.mentions)
    return named or any(one.act not in _NOBODYS for one in deal.mentions)


def _agreement(
    deal: Joined, known: Mapping[str, Claim], copies: Mapping[str, list[str]], actors: ActorIndex
) -> Agreement:
    told = sorted(deal.mentions, key=lambda one: one.claim.id)
    bound = [one for one in told if one.act is not DealAct.BROKEN]
    terms = terms_of([one.claim for one in bound], actors)
    phases = phases_of([one.claim for one in bound])
    breaches = breaches_of([one.claim for one in told], terms, known.values(), actors)
    making = [one.claim for one in bound if one.act in MADE and _asserted(one.claim)]
    ids = tuple(sorted({copy for one in told for copy in copies[one.claim.id]}))
    return Agreement(
        id=make_id("agreement", *ids),
        parties=tuple(sorted(deal.parties())),
        when=_made(deal, making),
        guarantors=_roots(bound, "guarantors", actors),
        zone=_zone(bound),
        terms=_wordings(bound),
        violations=tuple(sorted({copy for b in breaches for c in b.claims for copy in copies.get(c, [c])})),
        claims=ids,
        kind=_kind(told),
        names=tuple(sorted({d.name for one in told if (d := _deal(one.claim)).name})),
        brokers=_roots(bound, "brokers", actors),
        monitors=_roots(bound, "monitors", actors),
        ceasefire=next((c for c in _CLASSES if any(_deal(m.claim).ceasefire is c for m in bound)), None),
        in_force=narrowest(one.claim.when for one in bound if one.act is DealAct.IN_FORCE),
        until=narrowest(d.until for one in bound if (d := _deal(one.claim)).until is not None),
        lasts=tuple(sorted({d.lasts for one in bound if (d := _deal(one.claim)).lasts})),
        provisions=terms,
        breaches=tuple(breaches),
        phases=phases,
        state=state_of(phases),
        disputed=any(phase.denials for phase in phases if phase.act in MADE),
        because="; ".join(sorted(deal.reasons)) or "told once",
    )


def _deal(claim: Claim) -> Deal:
    return claim.detail if isinstance(claim.detail, Deal) else Deal(act=DealAct.SIGNED)


def _asserted(claim: Claim) -> bool:
    return claim.stance is not Stance.DENIED and claim.modality is Modality.ACTUAL


def _made(deal: Joined, making: list[Claim]) -> When:
    """Return when the deal was made: stated, else the days in which reports give it as news."""
    return deal.made() or narrowest(claim.when for claim in making) or When()


def _roots(told: list[Mention], part: str, actors: ActorIndex) -> tuple[str, ...]:
    return tuple(sorted({actors.root(one) for each in told for one in getattr(_deal(each.claim), part)}))


def _zone(told: list[Mention]) -> str | None:
    """Return the place that most claims of the deal name."""
    zones = [_place(named) for one in told for named in one.claim.where]
    return min(zones, key=lambda zone: (-zones.count(zone), zone)) if zones else None


def _place(named: Named) -> str:
    return named.id or named.name or named.said


def _wordings(told: list[Mention]) -> tuple[str, ...]:
    details = [one.claim.detail for one in told]
    return tuple(sorted({d.terms for d in details if isinstance(d, Agreed) and d.terms}))


def _kind(told: list[Mention]) -> DealKind:
    kinds = [one.kind for one in told if one.kind is not DealKind.OTHER]
    return min(kinds, key=lambda kind: (-kinds.count(kind), kind)) if kinds else DealKind.OTHER
