"""Who held each place from when to when, from what independent origins say of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from warmonitor.model import ActorIndex, Claim, ControlSpell, Fought, Issue, PlaceIndex
from warmonitor.stages.reconcile.control.course import course
from warmonitor.stages.reconcile.control.evidence import Evidence, grouped
from warmonitor.stages.reconcile.control.partial import part_spells
from warmonitor.stages.reconcile.control.parties import Parties
from warmonitor.stages.reconcile.control.repulses import with_repulses
from warmonitor.stages.reconcile.control.rivals import rivals
from warmonitor.stages.reconcile.control.sieges import sieges
from warmonitor.stages.reconcile.control.spells import Maker, backing
from warmonitor.stages.reconcile.control.telling_days import set_days
from warmonitor.stages.reconcile.control.wide import wide_claims
from warmonitor.stages.reconcile.origins import Origins


@dataclass(frozen=True, slots=True)
class Held:
    """The spells of all places, and what claims of control could not be used for them."""

    spells: tuple[ControlSpell, ...]
    issues: tuple[Issue, ...]


def ground_held(
    claims: Iterable[Claim],
    places: PlaceIndex,
    actors: ActorIndex,
    origins: Origins,
    fought: Iterable[Fought] | None = None,
) -> Held:
    """Return the spells of every place and of parts that are told of; the same for any order of claims.

    `fought` tells who fights whom where the claims are but a part of all.
    """
    told = sorted(claims, key=lambda claim: claim.id)
    parties = Parties.of(told, actors) if fought is None else Parties.of((), actors, fought)
    evidence = Evidence.of(told, places, parties, origins)
    found = [
        spell for place, parts in grouped(evidence).items() for spell in _of_place(evidence, place, parts)
    ]
    spells = sorted(found, key=lambda s: (s.place, s.part or "", str(s.when.earliest or ""), s.status, s.id))
    return Held(tuple(spells), tuple(sorted({*evidence.issues, *wide_claims(evidence)})))


def _of_place(evidence: Evidence, place: str, parts: list[str | None]) -> Iterable[ControlSpell]:
    """Yield the spells of a place and its parts; a part's tellings bear on the whole too."""
    told = [one for part in parts for one in evidence.of_place(place, part)]
    set_days(told)
    told = with_repulses(told)
    maker, runs = Maker(evidence, place), course(told)
    yield from maker.spells(backing(runs, told))
    yield from rivals(maker, runs, told)
    yield from sieges(maker, runs, told)
    for part in parts:
        if part:
            yield from part_spells(Maker(evidence, place, part), runs)
