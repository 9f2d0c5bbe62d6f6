"""Where a claim comes from: the steps from the report back to who first said it."""

from dataclasses import dataclass
from enum import StrEnum

from warmonitor.model.span import Span


class VoiceKind(StrEnum):
    """What sort of voice passes a claim on or makes it."""

    OUTLET = "outlet"
    AGENCY = "agency"
    TEXT = "text"
    CORRESPONDENT = "correspondent on the spot"
    PERSON = "person"
    ORGANISATION = "organisation"
    UNNAMED = "source not named"
    CIRCLE = "circle"


class Tie(StrEnum):
    """How the voice before a step comes by what the step says."""

    COPIES = "copies"
    CREDITS = "credits"
    QUOTES = "quotes"
    TOLD_BY = "was told by"
    SENT = "was there through"
    SPEAKS_FOR = "speaks for"


@dataclass(frozen=True, slots=True)
class Step:
    """One voice on the way back; `tie` is how the step before leads here, None for the first.

    `actor` is an Actor id; `span` are the words of `report` that the step rests on, None where it rests on
    the report as a whole or on the register of actors, and `because` says so.
    """

    name: str
    kind: VoiceKind
    tie: Tie | None = None
    actor: str | None = None
    report: str | None = None
    span: Span | None = None
    because: str = ""


@dataclass(frozen=True, slots=True)
class OriginPath:
    """One way from a report back to an origin of a claim, by the name that events and figures give it.

    A claim whose speakers speak together has a path for each. `kind` is that of the origin; that of the last
    step differs where an outlet's own correspondent was there.
    """

    claim: str
    origin: str
    kind: VoiceKind
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Circle:
    """Voices that quote one another, with nobody named as the first to say it: together one origin."""

    name: str
    voices: tuple[str, ...]
