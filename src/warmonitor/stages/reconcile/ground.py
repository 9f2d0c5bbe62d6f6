"""One place by the claims of several sets of reports: who held it when, its way out, what is disputed."""

from collections.abc import Iterable
from dataclasses import dataclass

from warmonitor.model import (
    Access,
    ActorIndex,
    ControlSpell,
    Dispute,
    Fought,
    PlaceIndex,
    Told,
)
from warmonitor.reference.outlets import OutletRegister
from warmonitor.reference.roads import NO_ROADS
from warmonitor.stages.reconcile.access import access
from warmonitor.stages.reconcile.control import ground_held
from warmonitor.stages.reconcile.denials import Denials
from warmonitor.stages.reconcile.disputes import control_disputes
from warmonitor.stages.reconcile.origins import Origins


@dataclass(frozen=True, slots=True)
class Ground:
    """What is made of one place; `access` is what reports say of it, no road being given."""

    spells: tuple[ControlSpell, ...]
    access: tuple[Access, ...]
    disputes: tuple[Dispute, ...]


def ground_of(place: str, told: Told, fought: Iterable[Fought], outlets: OutletRegister) -> Ground:
    """Return who held a place by claims that name it; `fought` tells who fights whom, here and elsewhere."""
    atlas, cast = PlaceIndex.of(told.places), ActorIndex.of(told.actors)
    origins = Origins.of(told.reports, told.strands, cast, outlets)
    origins.follow(told.claims)
    known = {claim.id: claim for claim in told.claims}
    held = ground_held(told.claims, atlas, cast, origins, fought)
    spells = tuple(one for one in held.spells if one.place == place)
    reached = access(spells, told.claims, told.reports, atlas, cast, NO_ROADS)
    disputes = [
        *Denials(told.claims, atlas, cast).disputes(),
        *control_disputes(spells, known, origins, atlas),
    ]
    return Ground(spells, tuple(one for one in reached if one.place == place), tuple(disputes))
