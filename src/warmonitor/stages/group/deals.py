"""Agreement claims on one deal brought together."""

from collections.abc import Iterable

from warmonitor.model import Agreed, Claim, ClaimKind
from warmonitor.stages.group.facts import Scene, gap, order, span_key

DEAL_DAYS = 31  # "last September" and "17 September" are one deal


def deals(claims: Iterable[Claim], scene: Scene) -> list[list[Claim]]:
    """Return agreement claims by deal: two parties in common, or all of the fewer, and times that meet.

    Where only one party is told, both times must be stated, and one deal alone must fit.
    """
    told = [claim for claim in claims if claim.kind is ClaimKind.AGREEMENT]
    found: list[list[Claim]] = []
    by_party: dict[str, list[int]] = {}
    for claim in sorted(told, key=lambda one: (-len(partners(one, scene)), span_key(one.when), order(one))):
        members = partners(claim, scene)
        near = sorted({number for party in members for number in by_party.get(party, ())})
        fits = [number for number in near if _fits(found[number], claim, members, scene)]
        home = fits[0] if fits and (len(members) > 1 or len(fits) == 1) else len(found)
        if home == len(found):
            found.append([])
            for party in members:
                by_party.setdefault(party, []).append(home)
        found[home].append(claim)
    return found


def _fits(deal: list[Claim], claim: Claim, members: frozenset[str], scene: Scene) -> bool:
    parties = partners(deal[0], scene)
    shared = len(parties & members)
    if shared < 2 and members != parties:
        stated = all(bool(one.when.said) and one.when.known() for one in (*deal, claim))
        if not stated or not members <= parties:
            return False
    return _times_fit(deal, claim)


def partners(claim: Claim, scene: Scene) -> frozenset[str]:
    """Return the organisations or governments behind the parties of a deal."""
    detail = claim.detail
    if not isinstance(detail, Agreed):
        return frozenset()
    return frozenset(scene.actors.root(party) for party in detail.parties)


def _times_fit(deal: list[Claim], claim: Claim) -> bool:
    return all(
        not told.when.known() or not claim.when.known() or gap(told.when, claim.when) <= DEAL_DAYS
        for told in deal
    )
