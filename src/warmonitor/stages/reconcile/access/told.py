"""Claims that roads are shut or open, and claims that a place is cut off or is not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from warmonitor.model import (
    Agreed,
    Attack,
    Change,
    Claim,
    ClaimKind,
    Control,
    Modality,
    Named,
    Report,
    Stance,
    When,
    WhenPrecision,
)
from warmonitor.reference.roads.wording import begins, of_all, one_road, shuts
from warmonitor.stages.reconcile.access.timeline import Days

LASTS = timedelta(days=7)  # how long a road counts as shut after it was last said to be
SIEGE = frozenset({Change.SURROUNDED, Change.CUT_OFF})
EXACT = frozenset({WhenPrecision.DAY, WhenPrecision.SPAN})


@dataclass(frozen=True, slots=True)
class RoadTold:
    """A claim that a road is shut or open: its words, the places named with it, who did it, and when.

    `last` is the last day told of, `days` those for which it counts.
    """

    claim: str
    words: str
    shut: bool
    bridge: bool
    places: tuple[str, ...]
    by: Named | None
    days: Days
    last: date | None


@dataclass(frozen=True, slots=True)
class Said:
    """A claim that a place is cut off, or that it is not; `by` is who surrounds it, `inside` who is there."""

    claim: str
    place: str
    cut: bool
    by: Named | None
    inside: Named | None
    days: Days


def road_claims(claims: Iterable[Claim], reports: Mapping[str, Report]) -> list[RoadTold]:
    """Return what claims of access say of single roads, and what attacks did to bridges."""
    found = []
    for claim in claims:
        if claim.stance is Stance.DENIED or claim.modality is not Modality.ACTUAL:
            continue
        words = _words(claim, reports)
        shut = one_road(words) if claim.kind is ClaimKind.ACCESS else None
        bridge = begins(words, "bridges")
        if claim.kind is ClaimKind.ATTACK:
            shut = True if bridge and begins(words, "destroying") and _hits_bridge(claim) else None
        if shut is not None:
            days, last = _days(claim)
            found.append(RoadTold(claim.id, words, shut, bridge, _places(claim), _doer(claim), days, last))
    return found


def _hits_bridge(claim: Claim) -> bool:
    target = claim.detail.target if isinstance(claim.detail, Attack) else None
    return target is not None and begins(target.said, "bridges")


def siege_claims(claims: Iterable[Claim], reports: Mapping[str, Report]) -> list[Said]:
    """Return what claims say of a place as a whole: surrounded, besieged, all its roads cut, or open."""
    found = []
    for claim in claims:
        cut = _cut(claim, reports)
        if cut is None or claim.modality is not Modality.ACTUAL:
            continue
        detail = claim.detail
        by, inside = (detail.party, detail.counterparty) if isinstance(detail, Control) else (None, None)
        cut = cut is not (claim.stance is Stance.DENIED)
        found += [Said(claim.id, place, cut, by, inside, narrow(claim.when)) for place in _places(claim)]
    return found


def _cut(claim: Claim, reports: Mapping[str, Report]) -> bool | None:
    """Return whether a claim, if true, says that its place is cut off; None where it says nothing of that."""
    if isinstance(claim.detail, Control) and claim.detail.change is Change.RELIEVED:
        return False
    if isinstance(claim.detail, Control):
        a_road = any(begins(one.said, "roads") and not of_all(one.said) for one in claim.where)
        return True if claim.detail.change in SIEGE and not a_road else None
    words = _words(claim, reports)
    if claim.kind is not ClaimKind.ACCESS or not begins(words, "roads") or len(_places(claim)) != 1:
        return None
    return shuts(words) if of_all(words) else None


def narrow(when: When) -> Days:
    """Return the days of a claim; of a window that only the report's own date gives, its last day."""
    if when.precision in EXACT or when.said:
        return when.earliest, when.latest
    last = when.latest or when.earliest
    return last, last


def _days(claim: Claim) -> tuple[Days, date | None]:
    """Return the days for which a claim of a road counts, to a week after the last told of, and that day."""
    first, last = narrow(claim.when)
    ends = last or first
    return (first or ends, min(date.max - LASTS, ends) + LASTS if ends else None), ends


def _places(claim: Claim) -> tuple[str, ...]:
    return tuple(dict.fromkeys(named.id for named in claim.where if named.id))


def _doer(claim: Claim) -> Named | None:
    if isinstance(claim.detail, Agreed) and claim.detail.parties:
        return claim.detail.parties[0]
    return claim.detail.perpetrator if isinstance(claim.detail, Attack) else None


def _words(claim: Claim, reports: Mapping[str, Report]) -> str:
    report = reports.get(claim.report)
    said = claim.detail.terms or "" if isinstance(claim.detail, Agreed) else ""
    return f"{claim.quote.of(report.text)} {said}".strip() if report else said
