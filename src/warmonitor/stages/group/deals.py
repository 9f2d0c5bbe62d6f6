"""Agreement claims on one deal brought together."""

from collections.abc import Iterable

from warmonitor.model import Agreed, Claim, ClaimKind
from warmonitor.stages.group.facts import Scene, gap, order, span_key

DEAL_DAYS = 31  # "last September" and "17 September" are one deal


def deals(claims: Iterable[Claim], scene: Scene) -> list[list[Claim]]:
    """Return agreement claims by deal: at least two parties in common, or all, and times that can meet."""
    shelves: dict[frozenset[str], list[list[Claim]]] = {}
    told = [claim for claim in sorted(claims, key=order) if claim.kind is ClaimKind.AGREEMENT]
    for claim in sorted(told, key=lambda one: (span_key(one.when), order(one))):
        members = partners(claim, scene)
        shelf = shelves.setdefault(members, [])
        home = next((deal for deal in shelf if members and _times_fit(deal, claim)), None)
        if home is None:
            shelf.append([claim])
        else:
            home.append(claim)
    return [deal for key in sorted(shelves, key=sorted) for deal in shelves[key]]


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
