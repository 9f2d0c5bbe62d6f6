"""What a block gives to places, actors and sources: each record with what choosing a name for it needs."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from warmonitor.model import Account, ActorPart, Called, PlacePart, Source
from warmonitor.run.across.walk import named_in

Words = dict[str, Counter[str]]


def place_parts(part: Account, called: Words) -> Iterator[tuple[str, PlacePart]]:
    """Yield the places of a block by unit."""
    for place in part.places:
        yield f"place:{place.id}", PlacePart(place, _counted(called, place.id))


def actor_parts(part: Account, called: Words, days: dict[str, date]) -> Iterator[tuple[str, ActorPart]]:
    """Yield the actors of a block by unit."""
    for actor in part.actors:
        yield f"actor:{actor.id}", ActorPart(actor, _counted(called, actor.id), days.get(actor.id))


def source_parts(part: Account) -> Iterator[tuple[str, Source]]:
    """Yield the origins of a block by unit."""
    for source in part.sources:
        yield f"source:{source.name}", source


def words_used(part: Account) -> tuple[Words, dict[str, date]]:
    """Return, by id of place or actor, the words that claims use, and the latest day of such a report."""
    written = {report.id: report.dated.latest for report in part.reports}
    called: Words = defaultdict(Counter)
    days: dict[str, date] = {}
    for claim in part.claims:
        day = written.get(claim.report)
        for named in named_in(claim):
            if named.id:
                called[named.id][named.said] += 1
                if day:
                    days[named.id] = max(days.get(named.id, day), day)
    return called, days


def _counted(called: Words, key: str) -> tuple[Called, ...]:
    return tuple(Called(said, times) for said, times in sorted(called.get(key, Counter()).items()))
