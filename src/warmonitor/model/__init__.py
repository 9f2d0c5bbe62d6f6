"""Frozen records that every stage takes and gives; they import nothing of ours and do nothing."""

from warmonitor.model.agreement import (
    Agreement,
    Breach,
    CeasefireClass,
    Deal,
    DealAct,
    DealKind,
    KeptPost,
    Phase,
    Post,
    PostState,
    PostTelling,
    Provision,
    ProvisionKind,
    Term,
)
from warmonitor.model.capture import Capture
from warmonitor.model.claim import (
    Agreed,
    Alignment,
    Attack,
    Attribution,
    Blame,
    Bond,
    Change,
    Claim,
    ClaimKind,
    Control,
    Measure,
    Modality,
    Named,
    Quantity,
    Scope,
    Stance,
    Toll,
)
from warmonitor.model.coverage import Coverage, Telling
from warmonitor.model.errors import (
    ConflictError,
    FetchError,
    JudgementError,
    QueryError,
    ReaderError,
    SourceError,
    StoreError,
    VersionError,
    WarmonitorError,
)
from warmonitor.model.fetch import Fetch, Hop, Outcome
from warmonitor.model.figure import Apart, Figure, History, Mark, Misprint, Rule, Settled, ToldCount
from warmonitor.model.grade import Grade, Harm, HarmGrade, InfoMark, Source, SourceMark, StrikeStatus, Tally
from warmonitor.model.ids import make_id
from warmonitor.model.issue import Issue
from warmonitor.model.judgement import (
    Amended,
    Bearing,
    Cited,
    CountedAs,
    Held,
    Judged,
    Judgement,
    Ruled,
    Subject,
    Verdict,
)
from warmonitor.model.lookup import ActorIndex, PlaceIndex, fold, haversine_km
from warmonitor.model.names import Actor, ActorKind, ActorStatus, Place, PlacePrecision, RunnerUp
from warmonitor.model.origin import Circle, OriginPath, Step, Tie, VoiceKind
from warmonitor.model.outcome import (
    Account,
    Casualties,
    Dispute,
    DisputeKind,
    Event,
    Maker,
    Statement,
)
from warmonitor.model.owned import Owned
from warmonitor.model.part import (
    ActorPart,
    Called,
    DealsPart,
    Fought,
    GroundPart,
    HappeningPart,
    PlacePart,
    RoadsPart,
    Told,
)
from warmonitor.model.placing import Placing
from warmonitor.model.question import Answer, Asked, Question, Quoted
from warmonitor.model.reference import Reference, ReferenceKind
from warmonitor.model.report import (
    Altered,
    CopyKind,
    CopyLink,
    Dated,
    DatedHow,
    Passage,
    RawReport,
    Report,
    Strand,
)
from warmonitor.model.span import Quote, Span
from warmonitor.model.territory import (
    Access,
    Closure,
    ControlSpell,
    ControlStatus,
    Evidence,
    Reach,
    RoadLine,
    RoadState,
    Stretch,
    Way,
)
from warmonitor.model.when import When, WhenPrecision

__all__ = [
    "Access", "Account", "Actor", "ActorIndex", "ActorKind", "ActorPart", "ActorStatus", "Agreed",
    "Agreement", "Alignment", "Altered", "Amended", "Answer", "Apart", "Asked", "Attack", "Attribution",
    "Bearing", "Blame", "Bond", "Breach", "Called", "Capture", "Casualties", "CeasefireClass", "Change",
    "Circle", "Cited", "Claim", "ClaimKind", "Closure", "ConflictError", "Control", "ControlSpell",
    "ControlStatus", "CopyKind", "CopyLink", "CountedAs", "Coverage", "Dated", "DatedHow", "Deal",
    "DealAct", "DealKind", "DealsPart", "Dispute", "DisputeKind", "Event", "Evidence", "Fetch",
    "FetchError", "Figure", "Fought", "Grade", "GroundPart", "HappeningPart", "Harm", "HarmGrade",
    "Held", "History", "Hop", "InfoMark", "Issue", "Judged", "Judgement", "JudgementError", "KeptPost",
    "Maker", "Mark", "Measure", "Misprint", "Modality", "Named", "OriginPath", "Outcome", "Owned",
    "Passage", "Phase", "Place", "PlaceIndex", "PlacePart", "PlacePrecision", "Placing", "Post",
    "PostState", "PostTelling", "Provision", "ProvisionKind", "Quantity", "QueryError", "Question",
    "Quote", "Quoted", "RawReport", "Reach", "ReaderError", "Reference", "ReferenceKind", "Report",
    "RoadLine", "RoadState", "RoadsPart", "Rule", "Ruled", "RunnerUp", "Scope", "Settled", "Source",
    "SourceError", "SourceMark", "Span", "Stance", "Statement", "Step", "StoreError", "Strand", "Stretch",
    "StrikeStatus", "Subject", "Tally", "Telling", "Term", "Tie", "Told", "ToldCount", "Toll",
    "Verdict", "VersionError", "VoiceKind", "WarmonitorError", "Way", "When", "WhenPrecision", "fold",
    "haversine_km", "make_id",
]  # fmt: skip
