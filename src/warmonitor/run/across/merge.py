"""What several blocks tell, put together: each report, place and actor once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from warmonitor.model import ActorPart, Place, PlacePart, Told
from warmonitor.stages.ground.actors import one_actor
from warmonitor.stages.ground.places import one_place


def merged(told: Sequence[Told]) -> Told:
    """Return the claims of several blocks, which share no report, with one record a place and actor."""
    days = [
        max((report.dated.latest for report in one.reports if report.dated.latest), default=None)
        for one in told
    ]
    actors: dict[str, list[ActorPart]] = defaultdict(list)
    for one, day in zip(told, days, strict=True):
        for actor in one.actors:
            actors[actor.id].append(ActorPart(actor, (), day))
    return Told(
        tuple(sorted((claim for one in told for claim in one.claims), key=lambda claim: claim.id)),
        tuple(sorted((report for one in told for report in one.reports), key=lambda report: report.id)),
        tuple(sorted((strand for one in told for strand in one.strands), key=lambda strand: strand.id)),
        tuple(one_of_each(place for one in told for place in one.places)),
        tuple(one_actor(actors[key]) for key in sorted(actors)),
    )


def one_of_each(places: Iterable[Place]) -> list[Place]:
    """Return one record a place, by id."""
    found: dict[str, list[PlacePart]] = defaultdict(list)
    for place in places:
        found[place.id].append(PlacePart(place))
    return [one_place(found[key]) for key in sorted(found)]
