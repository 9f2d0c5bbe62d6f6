"""What a place means to who holds it: an advance into a province takes none, a site in a town is a part."""

import re
from collections.abc import Mapping
from dataclasses import replace

from warmonitor.model import Agreed, Change, Claim, ClaimKind, Control, Named, PlacePrecision
from warmonitor.stages.ground.places.order import is_wide
from warmonitor.stages.ground.places.settle import Settled
from warmonitor.stages.ground.places.words import Words

_SITE_IN = re.compile(r"\b([\w-]+)\s+(?:in|at|inside|near|outside)\s+(?=[^\W\d_a-z]|the\s)")
_INTO = re.compile(r"\b(?:in|on)to\s+(?:[\w’'-]+\s+){0,3}$", re.IGNORECASE)


def as_part(named: Named, words: Words) -> Named:
    """Return a place of control as near where only a site in it is meant: "the airport in X"."""
    found = _SITE_IN.search(named.said)
    site = found is not None and _singular(found.group(1).casefold()) in words.narrower | words.held_sites
    if not site or named.precision != PlacePrecision.EXACT:
        return named
    return replace(named, precision=PlacePrecision.NEAR.value)


def _singular(noun: str) -> str:
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


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
