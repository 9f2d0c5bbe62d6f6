"""What one block of reports gives to a unit that goes over blocks: records, and what joining them needs."""

from dataclasses import dataclass
from datetime import date

from warmonitor.model.names import Actor, Place


@dataclass(frozen=True, slots=True)
class Called:
    """Words that reports use for somebody or some place, and in how many mentions."""

    said: str
    times: int


@dataclass(frozen=True, slots=True)
class PlacePart:
    """A place as the reports of one block know it, with the words that their claims use for it."""

    place: Place
    called: tuple[Called, ...] = ()


@dataclass(frozen=True, slots=True)
class ActorPart:
    """An actor as the reports of one block know it; `day` is the latest on which one of them names it."""

    actor: Actor
    called: tuple[Called, ...] = ()
    day: date | None = None
