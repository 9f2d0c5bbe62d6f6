"""Roads over blocks: those round all places that are held, and ways out of places over all ground held."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from warmonitor.model import (
    Account,
    ActorIndex,
    ControlSpell,
    ControlStatus,
    Place,
    PlaceIndex,
    ReferenceKind,
    RoadsPart,
    When,
)
from warmonitor.reference.roads import RoadNetwork
from warmonitor.run.across.gather import Record
from warmonitor.run.across.merge import one_of_each
from warmonitor.stages.reconcile.access import access, misplaced, shown

ELSEWHERE = "roads-elsewhere"


def roads_parts(part: Account) -> Iterator[tuple[str, RoadsPart]]:
    """Yield the places that a block tells to be held, where roads were given."""
    given = any(one.kind is ReferenceKind.ROADS for one in part.made.references)
    odd = tuple(one for one in part.issues if one.code == ELSEWHERE)
    if given or part.roads or odd:
        held = {spell.place for spell in part.control}
        places = tuple(
            replace(one, names_seen=(), because="", runner_up=None) for one in part.places if one.id in held
        )
        yield "roads:", RoadsPart(places, part.roads, odd)


def roads_records(parts: Sequence[RoadsPart], network: RoadNetwork) -> tuple[Record, ...]:
    """Return the roads to draw, and an issue where they are of another land; one block's are its own."""
    if len(parts) == 1:
        return (*parts[0].roads, *parts[0].issues)
    places = one_of_each(place for part in parts for place in part.held)
    atlas, control = PlaceIndex.of(places), [_spell(place) for place in places]
    return (*shown(control, atlas, network), *misplaced(control, atlas, network))


def with_ways_out(account: Account, network: RoadNetwork) -> Account:
    """Return an account with the ways out of each place over all ground that is held, as `access` finds them.

    Which ground a road crosses is told by other places, in whatever block: this takes all spells at once.
    """
    atlas, cast = PlaceIndex.of(account.places), ActorIndex.of(account.actors)
    return replace(
        account, access=access(account.control, account.claims, account.reports, atlas, cast, network)
    )


def _spell(place: Place) -> ControlSpell:
    return ControlSpell("", place.id, None, ControlStatus.UNKNOWN, When())
