"""The shape of deals, their terms and breaches, and of posts, in account.json."""

from typing import Literal

from warmonitor.model import CeasefireClass, DealAct, DealKind, PostState, ProvisionKind
from warmonitor.stages.tell.schema_base import Count, PlaceRefDoc, Record
from warmonitor.stages.tell.schema_claim import ClaimDoc, QuoteDoc, RefDoc, ReportQuoteDoc, WhenDoc, WhoDoc


class ProvisionDoc(Record):
    """A term as one report words it; in a breach the deed that is said to break it."""

    kind: ProvisionKind
    words: QuoteDoc
    by: WhoDoc | None
    until: WhenDoc | None


class DealDoc(ClaimDoc):
    """What a report tells of a deal; for `broken` the parties are those said to have broken it."""

    kind: Literal["agreement"]
    parties: list[WhoDoc]
    terms: str | None
    act: DealAct
    deal: DealKind
    name: str | None
    brokers: list[WhoDoc]
    guarantors: list[WhoDoc]
    monitors: list[WhoDoc]
    provisions: list[ProvisionDoc]
    ceasefire: CeasefireClass | None
    lasts: str | None
    until: WhenDoc | None
    made: WhenDoc | None
    count: Count | None


class PostDoc(ClaimDoc):
    """A post that somebody (the party) keeps, and how it stands."""

    kind: Literal["post"]
    parties: list[WhoDoc]
    terms: str | None
    sort: str
    state: PostState
    number: Count | None


class TermDoc(Record):
    """A term of a deal with every wording of it; `by` are those who must do it."""

    kind: ProvisionKind
    quotes: list[ReportQuoteDoc]
    by: list[RefDoc]
    until: WhenDoc | None
    claims: list[str]


class PhaseDoc(Record):
    """What became of a deal at one time, by which claims, and which claims deny it."""

    act: DealAct
    when: WhenDoc
    claims: list[str]
    denials: list[str]


class BreachDoc(Record):
    """A breach that somebody tells of, with the term it breaks; `deeds` are claims made by the same words."""

    id: str
    by: list[RefDoc]
    term: ProvisionKind | None
    when: WhenDoc
    place: PlaceRefDoc | None
    claims: list[str]
    denials: list[str]
    deeds: list[str]
    count: Count | None
    because: str


class AgreementDoc(Record):
    """A deal as the reports tell of it; posts, violations and claims are claim ids."""

    id: str
    parties: list[RefDoc]
    guarantors: list[RefDoc]
    when: WhenDoc
    zone: str | None
    terms: list[str]
    posts: list[str]
    violations: list[str]
    claims: list[str]
    kind: DealKind
    names: list[str]
    brokers: list[RefDoc]
    monitors: list[RefDoc]
    ceasefire: CeasefireClass | None
    in_force: WhenDoc | None
    until: WhenDoc | None
    lasts: list[str]
    provisions: list[TermDoc]
    breaches: list[BreachDoc]
    phases: list[PhaseDoc]
    state: DealAct
    disputed: bool
    because: str


class PostTellingDoc(Record):
    """How a post stood at one time, by which claims, and which claims deny it."""

    state: PostState
    when: WhenDoc
    claims: list[str]
    denials: list[str]


class KeptPostDoc(Record):
    """The posts of one owner at one place over time; `state` is the last told, null where all is denied."""

    id: str
    place: PlaceRefDoc | None
    owner: RefDoc
    sort: str
    number: Count | None
    state: PostState | None
    tellings: list[PostTellingDoc]
    agreement: str | None
    because: str
