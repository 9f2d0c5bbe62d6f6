"""The shape of claims in account.json: what every claim has, and the fields of each kind."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from warmonitor.model import (
    Blame,
    Bond,
    Change,
    Measure,
    Modality,
    RoadState,
    Scope,
    Stance,
    Tie,
    VoiceKind,
    WhenPrecision,
)
from warmonitor.stages.tell.schema_base import Count, Judgeable, Record


class QuoteDoc(Record):
    """Words of a report: `text` is exactly its text from `start` to `end`."""

    start: Count
    end: Count
    text: str


class ReportQuoteDoc(QuoteDoc):
    """Words of the report named."""

    report: str


class WhenDoc(Record):
    """An interval of days, both included; an end that the text leaves open is null."""

    earliest: date | None
    latest: date | None
    said: str | None
    precision: WhenPrecision


class WhereDoc(Record):
    """A place that a claim names; `place` is an id of `places`."""

    name: str | None
    said: str
    place: str | None
    precision: str | None


class WhoDoc(Record):
    """Somebody that a claim names; `actor` is an id of `actors`."""

    name: str | None
    said: str
    actor: str | None


class SpeakerDoc(WhoDoc):
    """One speaker in the chain of a claim; `via` is the agency or outlet that was told."""

    via: str | None


class RefDoc(Record):
    """An actor by id and name; the id is null for a name that no record stands behind."""

    id: str | None
    name: str


class StepDoc(Record):
    """One voice on the way back; `tie` is how the one before comes by it, `words` what that rests on."""

    name: str
    kind: VoiceKind
    tie: Tie | None
    actor: str | None
    report: str | None
    words: QuoteDoc | None
    because: str


class PathDoc(Record):
    """The way from the report back to one origin of a claim, as `origins` of events and figures name it."""

    origin: str
    kind: VoiceKind
    steps: list[StepDoc]


class ClaimDoc(Judgeable):
    """What every claim has; `rejected` is left out where no reviewer says so: such a claim counts nowhere."""

    id: str
    report: str
    quote: QuoteDoc
    attribution: list[SpeakerDoc]
    stance: Stance
    modality: Modality
    when: WhenDoc
    where: list[WhereDoc]
    restated: list[QuoteDoc]
    paths: list[PathDoc]
    rejected: Annotated[bool, Field(default=False, exclude_if=lambda rejected: not rejected)]


class TollDoc(ClaimDoc):
    """How many people were killed, hurt, driven out."""

    kind: Literal["toll"]
    measure: Measure | None
    of: str | None
    low: Count | None
    best: Count | None
    high: Count | None
    approximate: bool
    perpetrator: WhoDoc | None
    part_of: str | None
    named: list[str]
    scope: Scope | None


class ControlDoc(ClaimDoc):
    """Who holds, gains, loses or surrounds a place."""

    kind: Literal["control"]
    party: WhoDoc | None
    change: Change | None
    counterparty: WhoDoc | None


class AttackDoc(ClaimDoc):
    """A use of force, or another happening that ACLED codes, in its event and sub-event types."""

    kind: Literal["attack", "event"]
    type: str | None
    sub_type: str | None
    perpetrator: WhoDoc | None
    target: WhoDoc | None
    weapon: str | None
    blame: Blame | None


class AlignmentDoc(ClaimDoc):
    """How one actor stands to another: "party, bond, counterparty"; `ended` where it is said to be over."""

    kind: Literal["alliance"]
    party: WhoDoc | None
    bond: Bond | None
    counterparty: WhoDoc | None
    means: str | None
    ended: bool


class AccessClaimDoc(ClaimDoc):
    """Whether people or goods get through; `road` is what it says of one road, bridge or crossing."""

    kind: Literal["access"]
    road: RoadState | None


class PlainDoc(ClaimDoc):
    """A claim that has no fields beyond those of every claim."""

    kind: Literal["movement", "statement"]
