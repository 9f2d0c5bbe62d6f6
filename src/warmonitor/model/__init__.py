"""Frozen records that every stage takes and gives; they import nothing of ours and do nothing."""

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
from warmonitor.model.errors import SourceError, StoreError, VersionError, WarmonitorError
from warmonitor.model.figure import Apart, Figure, History, Mark, Misprint, Rule, Settled, ToldCount
from warmonitor.model.grade import Grade, Harm, HarmGrade, InfoMark, Source, SourceMark, StrikeStatus
from warmonitor.model.ids import make_id
from warmonitor.model.issue import Issue
from warmonitor.model.lookup import ActorIndex, PlaceIndex, fold, haversine_km
from warmonitor.model.names import Actor, ActorKind, ActorStatus, Place, PlacePrecision, RunnerUp
from warmonitor.model.origin import Circle, OriginPath, Step, Tie, VoiceKind
from warmonitor.model.outcome import (
    Account,
    Agreement,
    Casualties,
    Dispute,
    DisputeKind,
    Event,
    Maker,
    Quote,
    Statement,
)
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
from warmonitor.model.span import Span
from warmonitor.model.territory import (
    Access,
    Closure,
    ControlSpell,
    ControlStatus,
    Evidence,
    Reach,
    Stretch,
    Way,
)
from warmonitor.model.when import When, WhenPrecision

__all__ = [
    "Access", "Account", "Actor", "ActorIndex", "ActorKind", "ActorStatus", "Agreed", "Agreement",
    "Alignment", "Altered", "Apart", "Attack", "Attribution", "Blame", "Bond", "Casualties", "Change",
    "Circle", "Claim", "ClaimKind", "Closure", "Control", "ControlSpell", "ControlStatus", "CopyKind",
    "CopyLink", "Coverage", "Dated", "DatedHow", "Dispute", "DisputeKind", "Event", "Evidence", "Figure",
    "Grade", "Harm", "HarmGrade", "History", "InfoMark", "Issue", "Maker", "Mark", "Measure", "Misprint",
    "Modality", "Named", "OriginPath", "Passage", "Place", "PlaceIndex", "PlacePrecision", "Quantity",
    "Quote", "RawReport", "Reach", "Reference", "ReferenceKind", "Report", "Rule", "RunnerUp", "Scope",
    "Settled", "Source", "SourceError", "SourceMark", "Span", "Stance", "Statement", "Step", "StoreError",
    "Strand", "Stretch", "StrikeStatus", "Telling", "Tie", "ToldCount", "Toll", "VersionError", "VoiceKind",
    "WarmonitorError", "Way", "When", "WhenPrecision", "fold", "haversine_km", "make_id",
]  # fmt: skip
