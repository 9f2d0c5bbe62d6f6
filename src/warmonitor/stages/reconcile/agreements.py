"""Deals as the reports tell of them, with the posts kept under them and the breaches told."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from warmonitor.model import (
    ActorIndex,
    Agreed,
    Agreement,
    Claim,
    ClaimKind,
    Event,
    Stance,
    When,
    make_id,
)


def agreements(claims: Iterable[Claim], events: Iterable[Event], actors: ActorIndex) -> list[Agreement]:
    """Return one agreement for each agreement event, with its posts; a denied one stands as a breach."""
    known = {claim.id: claim for claim in claims}
    signed = [event for event in sorted(events, key=lambda one: one.id) if event.sub_type == "Agreement"]
    deals = [told for event in signed if (told := [known[key] for key in event.claims if key in known])]
    by_party: dict[str, list[int]] = defaultdict(list)
    for number, told in enumerate(deals):
        for party in _partners(told, actors):
            by_party[party].append(number)
    posts = _tied(known, ClaimKind.POST, by_party, actors)
    breaches = _tied(known, ClaimKind.AGREEMENT, by_party, actors)
    made = [_agreement(told, posts[number], breaches[number], actors) for number, told in enumerate(deals)]
    return sorted(made, key=lambda one: one.id)


def _partners(told: Iterable[Claim], actors: ActorIndex) -> list[str]:
    roots = {
        actors.root(party)
        for claim in told
        if isinstance(claim.detail, Agreed)
        for party in claim.detail.parties
    }
    return sorted(roots)


def _tied(
    known: dict[str, Claim], kind: ClaimKind, by_party: dict[str, list[int]], actors: ActorIndex
) -> dict[int, tuple[str, ...]]:
    """Return claims by the one deal that has a party of theirs; with several deals it stays open."""
    found: dict[int, list[str]] = defaultdict(list)
    for key in sorted(known):
        claim = known[key]
        if claim.kind is not kind or (kind is ClaimKind.AGREEMENT and claim.stance is not Stance.DENIED):
            continue
        deals = {number for party in _partners([claim], actors) for number in by_party.get(party, ())}
        if len(deals) == 1:
            found[deals.pop()].append(key)
    return defaultdict(tuple, {number: tuple(keys) for number, keys in found.items()})


def _agreement(
    told: list[Claim], posts: tuple[str, ...], breaches: tuple[str, ...], actors: ActorIndex
) -> Agreement:
    parties = _partners(told, actors)
    terms = sorted(
        {claim.detail.terms for claim in told if isinstance(claim.detail, Agreed) and claim.detail.terms}
    )
    zones = [named.id or named.name or named.said for claim in told for named in claim.where]
    times = sorted((claim.when for claim in told if claim.when.known()), key=_narrow_first)
    ids = tuple(sorted(claim.id for claim in told))
    return Agreement(
        id=make_id("agreement", *ids),
        parties=tuple(parties),
        when=times[0] if times else When(),
        zone=min(zones, key=lambda zone: (-zones.count(zone), zone)) if zones else None,
        terms=tuple(terms),
        posts=posts,
        violations=breaches,
        claims=ids,
    )


def _narrow_first(when: When) -> tuple[int, date, date]:
    days = when.days()
    return (10**6 if days is None else days, when.earliest or date.max, when.latest or date.max)
