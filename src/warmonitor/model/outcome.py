"""What is made from claims, and the whole account."""

from dataclasses import dataclass, field
from enum import StrEnum

from warmonitor.model.agreement import Agreement, KeptPost
from warmonitor.model.claim import Claim, Measure
from warmonitor.model.coverage import Coverage
from warmonitor.model.figure import Figure
from warmonitor.model.grade import Grade, Harm, Source
from warmonitor.model.issue import Issue
from warmonitor.model.judgement import Bearing
from warmonitor.model.names import Actor, Place
from warmonitor.model.origin import OriginPath
from warmonitor.model.reference import Reference
from warmonitor.model.report import Report, Strand
from warmonitor.model.span import Quote
from warmonitor.model.territory import Access, ControlSpell, RoadLine
from warmonitor.model.when import When


@dataclass(frozen=True, slots=True)
class Casualties:
    """All people killed, or all hurt, in one happening: the lowest and highest count that is told.

    Parts and totals, lists and names are added up, each person once; None is an end that every
    source leaves open. `claims` are the tolls that the range rests on.
    """

    measure: Measure
    low: int | None
    high: int | None
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One happening that claims of one or more reports tell of.

    `origins` are the independent origins behind it: names of speakers, or strands where an outlet
    speaks for itself; a strand counts once, and so do reports that quote one speaker. `because` says
    why the claims are one happening; `casualties` are its dead and its hurt.
    """

    id: str
    type: str
    sub_type: str | None
    place: str | None
    when: When
    actors: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    because: str = ""
    casualties: tuple[Casualties, ...] = ()
    grade: Grade | None = None
    harm: Harm | None = None


class DisputeKind(StrEnum):
    """What two claims that cannot both be true differ in."""

    DENIAL = "denial"
    FIGURE = "figure"
    RESPONSIBILITY = "responsibility"
    PURPOSE = "purpose"
    CONTROL = "control"


@dataclass(frozen=True, slots=True)
class Dispute:
    """Claims that cannot all be true; `denials` are those that deny the others, `because` why these."""

    id: str
    about: str
    kind: DisputeKind
    claims: tuple[str, ...]
    denials: tuple[str, ...] = ()
    because: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One speech in several wordings or translations; `speaker` is an Actor id."""

    id: str
    speaker: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Maker:
    """What made an account: version, a hash of the options, look-ups added; never the time of day."""

    version: str
    options: str
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """Everything that a set of reports says, each list sorted so that input order does not matter.

    `chain` is the head of the chain of given records of the store that it was made from, "" where of none;
    `judged` are the judgements of reviewers that bear on its records, `rejected` claims that count nowhere.
    """

    made: Maker
    reports: tuple[Report, ...] = ()
    strands: tuple[Strand, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    control: tuple[ControlSpell, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    statements: tuple[Statement, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[Actor, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    issues: tuple[Issue, ...] = field(default_factory=tuple)
    paths: tuple[OriginPath, ...] = ()
    sources: tuple[Source, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    access: tuple[Access, ...] = ()
    roads: tuple[RoadLine, ...] = ()
    posts: tuple[KeptPost, ...] = ()
    judged: tuple[Bearing, ...] = ()
    rejected: tuple[str, ...] = ()
    chain: str = ""
