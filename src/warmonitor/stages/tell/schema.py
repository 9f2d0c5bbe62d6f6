"""The shape of account.json, as pydantic models at this edge; the published JSON Schema is made from them."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from warmonitor.model import (
    ActorKind,
    ActorStatus,
    CopyKind,
    DatedHow,
    DisputeKind,
    HarmGrade,
    InfoMark,
    Mark,
    Measure,
    PlacePrecision,
    Rule,
    SourceMark,
    StrikeStatus,
    VoiceKind,
)
from warmonitor.stages.tell.schema_agreement import AgreementDoc, DealDoc, KeptPostDoc, PostDoc
from warmonitor.stages.tell.schema_base import Count, Judgeable, Made, PlaceRefDoc, Record
from warmonitor.stages.tell.schema_claim import (
    AccessClaimDoc,
    AlignmentDoc,
    AttackDoc,
    ControlDoc,
    PlainDoc,
    QuoteDoc,
    RefDoc,
    ReportQuoteDoc,
    TollDoc,
    WhenDoc,
)
from warmonitor.stages.tell.schema_coverage import CoverageDoc
from warmonitor.stages.tell.schema_territory import AccessDoc, RoadDoc, SpellDoc

FORMAT = "warmonitor-account/1"
Ends = Annotated[list[Count], Field(min_length=4, max_length=4)]


class DatedDoc(Record):
    """When a report was really written."""

    earliest: date | None
    latest: date | None
    how: DatedHow
    because: str


class ReportDoc(Judgeable):
    """One document read; every offset counts Unicode code points of `text`."""

    id: str
    source: str
    url: str | None
    outlet: str | None
    title: str | None
    language: str | None
    byline: list[str]
    agencies: list[str]
    stated_date: date | None
    dated: DatedDoc
    copy_of: str | None
    strand: str | None
    text: str
    captions: list[str]
    sha256: str


class ChangeDoc(Record):
    """What a copy says otherwise than the other between the same words: its words, and the other's."""

    copy_: QuoteDoc = Field(alias="copy")
    of: QuoteDoc


class LinkDoc(Record):
    """One report that repeats another; a passage is start and end in the copy, then in the other.

    Of kinds quotation and stock neither text depends on the other.
    """

    copy_: str = Field(alias="copy")
    of: str
    kind: CopyKind
    shared: Annotated[float, Field(ge=0, le=1)]
    passages: list[Ends]
    because: str
    kind_because: str
    changes: list[ChangeDoc]


class StrandDoc(Record):
    """Reports that go back to one text; `beside` are links to other strands, which join nothing."""

    id: str
    reports: list[str]
    links: list[LinkDoc]
    beside: list[LinkDoc]


AnyClaim = Annotated[
    TollDoc | ControlDoc | AttackDoc | DealDoc | PostDoc | AlignmentDoc | AccessClaimDoc | PlainDoc,
    Field(discriminator="kind"),
]


class CasualtiesDoc(Record):
    """The range of all people killed, or hurt, in one happening."""

    measure: Measure
    low: Count | None
    high: Count | None
    claims: list[str]


class GradeDoc(Record):
    """The Admiralty marks of source and information, set independently, each with its reason."""

    source: SourceMark
    source_because: str
    information: InfoMark
    information_because: str


class HarmDoc(Record):
    """Airwars' grade of an attack in which people who do not fight were hurt; `strike` null for no strike."""

    grade: HarmGrade
    strike: StrikeStatus | None
    because: str


class OwnerDoc(Record):
    """An owner of an outlet, as the register has it: years or days as exactly as known, "" where not."""

    owner: str
    kind: str
    party: str
    since: str
    until: str
    because: str


class OriginDoc(Record):
    """An origin with its Admiralty mark from these reports; `voices` are those that quote one another.

    `owners` are those of an outlet of the register, so that it is seen whose mouth it is.
    """

    name: str
    kind: VoiceKind
    mark: SourceMark
    because: str
    claims: list[str]
    voices: list[str]
    owners: list[OwnerDoc]


class EventDoc(Judgeable):
    """One happening that claims tell of; `origins` are the independent ones behind it.

    `reports` are those that its claims stand in, `strands` the texts that these go back to.
    """

    id: str
    type: str
    sub_type: str | None
    place: PlaceRefDoc | None
    when: WhenDoc
    actors: list[RefDoc]
    claims: list[str]
    reports: list[str]
    strands: list[str]
    origins: list[str]
    casualties: list[CasualtiesDoc]
    grade: GradeDoc | None
    harm: HarmDoc | None


class ApartDoc(Record):
    """A claim looked at for a figure and left out, and why."""

    claim: str
    because: str


class SettledDoc(Record):
    """What a rule makes of one value an origin; an end left open is null."""

    rule: Rule
    low: Annotated[float, Field(ge=0)] | None
    high: Annotated[float, Field(ge=0)] | None
    origins: list[str]


class ToldCountDoc(Record):
    """One count of an origin, by the day on which the text that gives it was written."""

    claim: str
    told: date | None
    low: Count | None
    best: Count | None
    high: Count | None
    mark: Mark


class HistoryDoc(Record):
    """What one origin said one after the other; `stands` are the claims that give what it says now."""

    origin: str
    counts: list[ToldCountDoc]
    stands: list[str]


class MisprintDoc(Record):
    """A count that a copy gives otherwise than the text that it copies."""

    claim: str
    of: str
    because: str


class FigureDoc(Judgeable):
    """Comparable tolls side by side: the range of each origin's last value, and what other rules give."""

    id: str
    measure: str
    of: str
    place: PlaceRefDoc | None
    when: WhenDoc
    claims: list[str]
    low: Count | None
    high: Count | None
    median: Annotated[float, Field(ge=0)] | None
    origins: list[str]
    apart: list[ApartDoc]
    majority: SettledDoc | None
    rule: Rule
    rules: list[SettledDoc]
    history: list[HistoryDoc]
    changed: list[MisprintDoc]
    grade: GradeDoc | None


class DisputeDoc(Record):
    """Claims that cannot all be true; `denials` are those that deny the others, `because` says why these."""

    id: str
    about: str
    kind: DisputeKind
    claims: list[str]
    denials: list[str]
    because: str


class StatementDoc(Record):
    """One speech in several wordings or translations."""

    id: str
    speaker: RefDoc
    quotes: list[ReportQuoteDoc]


class RunnerUpDoc(Record):
    """Another place that the name could have stood for, and why it was not chosen."""

    name: str
    gazetteer: str | None
    country: str | None
    province: str | None
    because: str


class PlaceDoc(Judgeable):
    """A place in decimal degrees (WGS 84); one that was not located has nulls.

    `where_prec` is UCDP's code of how narrow it is, `geo_precision` ACLED's; `of` is the id of the place by
    which an area is told, such as that of X for "10 km north of X".
    """

    id: str
    name: str
    names_seen: list[str]
    latitude: Annotated[float, Field(ge=-90, le=90)] | None
    longitude: Annotated[float, Field(ge=-180, le=180)] | None
    gazetteer: str | None
    precision: PlacePrecision
    where_prec: Annotated[int, Field(ge=1, le=7)] | None
    geo_precision: Annotated[int, Field(ge=1, le=3)] | None
    radius_km: Annotated[float, Field(ge=0)] | None
    inside: str | None
    of: str | None
    country: str | None
    because: str
    runner_up: RunnerUpDoc | None


class ActorDoc(Judgeable):
    """Somebody who fights, holds, suffers or speaks; `inter` is ACLED's number of the kind.

    `side` and `backers` are those of the day of the latest report that names it. Status `new` is a name that
    no register knows, waiting for a person's judgement; `described` is somebody without a name.
    """

    id: str
    name: str
    names_seen: list[str]
    kind: ActorKind
    inter: int | None
    side: str | None
    wikidata: str | None
    country: str | None
    part_of: str | None
    backers: list[str]
    status: ActorStatus
    because: str


class IssueDoc(Record):
    """What was not understood or could not be read."""

    code: str
    item: str
    said: str
    fatal: bool


class AccountDoc(Record):
    """The whole account of a set of reports."""

    format: Literal["warmonitor-account/1"]
    made: Made
    reports: list[ReportDoc]
    strands: list[StrandDoc]
    claims: list[AnyClaim]
    events: list[EventDoc]
    figures: list[FigureDoc]
    control: list[SpellDoc]
    disputes: list[DisputeDoc]
    statements: list[StatementDoc]
    places: list[PlaceDoc]
    actors: list[ActorDoc]
    agreements: list[AgreementDoc]
    origins: list[OriginDoc]
    coverage: list[CoverageDoc]
    access: list[AccessDoc]
    roads: list[RoadDoc]
    posts: list[KeptPostDoc]
    issues: list[IssueDoc]
