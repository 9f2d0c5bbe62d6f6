"""Agreement claims on one deal brought together: what was agreed, announced, extended or ended on one day."""

from collections import defaultdict
from collections.abc import Iterable

from warmonitor.language.deals import join_deals, mention_of
from warmonitor.model import Claim, DealAct
from warmonitor.stages.group.facts import Scene

MADE = frozenset({DealAct.SIGNED, DealAct.ANNOUNCED, DealAct.IN_FORCE})
_HAPPENS = MADE | {DealAct.EXTENDED, DealAct.SUSPENDED, DealAct.ENDED}


def deals(claims: Iterable[Claim], scene: Scene) -> list[list[Claim]]:
    """Return agreement claims by what happened to one deal; breaches and offers are left out.

    Its making is one happening however it is told; so is each day on which it was extended, suspended, ended.
    """
    found: list[list[Claim]] = []
    for deal in join_deals(claims, scene.actors):
        by_act: dict[object, list[Claim]] = defaultdict(list)
        for one in deal.mentions:
            if one.act in _HAPPENS:
                by_act[_key(one.claim, one.act)].append(one.claim)
        found += list(by_act.values())
    return [told for told in found if told and any(mention_of(c, scene.actors).everybody() for c in told)]


def _key(claim: Claim, act: DealAct) -> object:
    if act in MADE:
        return "made"
    return act, claim.when.latest if claim.when.known() else None
