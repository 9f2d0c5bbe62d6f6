"""What one block of reports gives to a unit that goes over blocks: records, and what joining them needs."""

from dataclasses import dataclass, field
from datetime import date

from warmonitor.model.agreement import Agreement, KeptPost
from warmonitor.model.claim import Change, Claim
from warmonitor.model.figure import Figure
from warmonitor.model.issue import Issue
from warmonitor.model.judgement import Bearing
from warmonitor.model.names import Actor, Place
from warmonitor.model.outcome import Dispute, Event
from warmonitor.model.report import Report, Strand
from warmonitor.model.territory import Access, ControlSpell, RoadLine


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
    judged: tuple[Bearing, ...] = ()


@dataclass(frozen=True, slots=True)
class ActorPart:
    """An actor as the reports of one block know it; `day` is the latest on which one of them names it."""

    actor: Actor
    called: tuple[Called, ...] = ()
    day: date | None = None
    judged: tuple[Bearing, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """Claims with as much of their reports as judging them needs.

    A report's text is its head and the sentences of the claims, and every offset counts in that; places and
    actors are those that the claims name, with what they lie in and whom they are part of.
    """

    claims: tuple[Claim, ...] = ()
    reports: tuple[Report, ...] = ()
    strands: tuple[Strand, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[Actor, ...] = ()


@dataclass(frozen=True, slots=True)
class Fought:
    """How many reports tell of one against another, by Actor id or else by name, and of what change.

    `change` is that of ground which is said to have changed hands, else `contested`; `other` is None where
    nobody else is named.
    """

    one: str
    other: str | None
    change: Change
    reports: int


@dataclass(frozen=True, slots=True)
class GroundPart:
    """Who held one place by the reports of a block, and what they say of it.

    `fought` is what the block tells of the parties to the place anywhere.
    """

    place: str
    control: tuple[ControlSpell, ...] = ()
    access: tuple[Access, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    told: Told = field(default_factory=Told)
    fought: tuple[Fought, ...] = ()


@dataclass(frozen=True, slots=True)
class HappeningPart:
    """Attacks at one place in one month, or counts of one kind, by the reports of a block.

    `beside` are other events that claims in `told` belong to, with those claims alone.
    """

    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    told: Told = field(default_factory=Told)
    beside: tuple[Event, ...] = ()
    judged: tuple[Bearing, ...] = ()


@dataclass(frozen=True, slots=True)
class DealsPart:
    """Deals of one country and year with the posts under them, by the reports of a block."""

    agreements: tuple[Agreement, ...] = ()
    posts: tuple[KeptPost, ...] = ()
    told: Told = field(default_factory=Told)


@dataclass(frozen=True, slots=True)
class RoadsPart:
    """The places that somebody holds by the reports of a block, and the roads drawn round them."""

    held: tuple[Place, ...] = ()
    roads: tuple[RoadLine, ...] = ()
    issues: tuple[Issue, ...] = ()
