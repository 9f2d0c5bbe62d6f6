"""Claims for a whole country or continent: told as such, and never ground under anybody's feet."""

from collections.abc import Iterator

from warmonitor.model import ActorKind, Issue, PlacePrecision, fold
from warmonitor.stages.reconcile.control.evidence import Evidence, Sort

_CLAIMS = frozenset({Sort.HELD, Sort.GAINED})
_STATES = frozenset({ActorKind.GOVERNMENT, ActorKind.STATE_FORCES, ActorKind.EXTERNAL})


def wide_claims(evidence: Evidence) -> Iterator[Issue]:
    """Yield an issue for each report that gives somebody a whole country."""
    states = {
        fold(name) for actor in evidence.parties.actors.known.values() if actor.kind in _STATES
        for name in (actor.name, *actor.names_seen)
    }  # fmt: skip
    for place, _ in sorted(evidence.told, key=str):
        known = evidence.places.known.get(place)
        if known is None or not (known.precision is PlacePrecision.COUNTRY or fold(known.name) in states):
            continue
        for telling in evidence.of_place(place):
            if telling.sort in _CLAIMS:
                said = f"A claim for all of {known.name} counts for it as a whole, for no place inside."
                yield from (Issue("control-wide", claim.report, said) for claim in telling.claims)
