"""An advance into a province or a country is a movement: which ground was entered is not told."""

import re
from collections.abc import Mapping
from dataclasses import replace

from warmonitor.model import Agreed, Change, Claim, ClaimKind, Control
from warmonitor.stages.ground.places.order import is_wide
from warmonitor.stages.ground.places.settle import Settled

_INTO = re.compile(r"\b(?:in|on)to\s+(?:[\w’'-]+\s+){0,3}$", re.IGNORECASE)


def as_advance(claim: Claim, places: Mapping[str, Settled], text: str) -> Claim:
    """Return a claim that forces "drive into" a wide place as a movement, any other claim as it is.

    `places` are by id. "entered the province" stays: it tells of an arrival, not of a direction.
    """
    if not isinstance(claim.detail, Control) or claim.detail.change is not Change.ENTERED:
        return claim
    wide = all(is_wide(places.get(named.id or "")) for named in claim.where)
    into = all(_INTO.search(text[max(0, named.span.start - 60) : named.span.start]) for named in claim.where)
    if not claim.where or not wide or not into:
        return claim
    party = claim.detail.party
    return replace(claim, kind=ClaimKind.MOVEMENT, detail=Agreed((party,) if party is not None else ()))
