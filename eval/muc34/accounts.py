"""A message read by the program's own stages, in this process, as if it were all that is known."""

from dataclasses import dataclass

from eval.muc34.messages import Message
from warmonitor.language.en.parser import load_parser
from warmonitor.model import Actor, Claim, Event, Place, Report
from warmonitor.reference.actors import load_actors
from warmonitor.reference.gazetteer import load_gazetteer
from warmonitor.stages.extract import extract
from warmonitor.stages.ground.actors import ground_actors
from warmonitor.stages.ground.places import ground_places
from warmonitor.stages.group import group


@dataclass(frozen=True, slots=True)
class Read:
    """What the program makes of one message."""

    message: Message
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    places: tuple[Place, ...]
    actors: tuple[Actor, ...]

    @property
    def report(self) -> Report:
        """Return the report that the message is."""
        return self.message.report


def read(message: Message) -> Read:
    """Return the claims and events of a message, its names resolved within it."""
    reports = [message.report]
    claims = extract(message.report, load_parser())
    claims, places = ground_places(reports, claims, load_gazetteer())
    claims, actors = ground_actors(reports, claims, load_actors())
    grouped = group(claims, reports, places, actors)
    return Read(message, tuple(grouped.claims), tuple(grouped.events), tuple(places), tuple(actors))
