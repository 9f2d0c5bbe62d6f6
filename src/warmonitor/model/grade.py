"""How far a source and what it says can be relied on: Admiralty marks, and Airwars' grades of harm."""

from dataclasses import dataclass, field
from enum import StrEnum

from warmonitor.model.origin import VoiceKind
from warmonitor.model.owned import Owned


class SourceMark(StrEnum):
    """Reliability of a source (Admiralty, NATO): A completely reliable, E unreliable, F cannot be judged."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class InfoMark(StrEnum):
    """Credibility of what is said (Admiralty, NATO), set without regard to the source."""

    CONFIRMED = "1"
    PROBABLE = "2"
    POSSIBLE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    UNJUDGED = "6"


class HarmGrade(StrEnum):
    """Airwars' grade of reported harm to civilians."""

    CONFIRMED = "Confirmed"
    FAIR = "Fair"
    WEAK = "Weak"
    CONTESTED = "Contested"
    DISCOUNTED = "Discounted"


class StrikeStatus(StrEnum):
    """Airwars' status of a strike."""

    DECLARED = "Declared strike"
    LIKELY = "Likely strike"
    SINGLE = "Single source claim"
    CONTESTED = "Contested strike"


@dataclass(frozen=True, slots=True)
class Grade:
    """The two Admiralty marks of an event or a figure, each with its reason in one sentence."""

    source: SourceMark
    source_because: str
    information: InfoMark
    information_because: str


@dataclass(frozen=True, slots=True)
class Harm:
    """Airwars' grade of an attack in which people were hurt; `strike` is None where it was no strike."""

    grade: HarmGrade
    strike: StrikeStatus | None
    because: str


@dataclass(frozen=True, slots=True)
class Tally:
    """The record of an origin in numbers of happenings, and of corrections.

    `told` are those that it tells of, `judged` those on which others speak too, `upheld` those of them on
    which others bear it out; `corrected` counts how often it took back a count of its own.
    """

    told: int = 0
    judged: int = 0
    upheld: int = 0
    corrected: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """An origin with its mark, from its record in this set of reports; `voices` are those of a circle.

    `owned` are the owners of an outlet, where they are known.
    """

    name: str
    kind: VoiceKind
    mark: SourceMark
    because: str
    claims: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    tally: Tally = field(default_factory=Tally)
    owned: tuple[Owned, ...] = ()
