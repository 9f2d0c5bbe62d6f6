"""Airwars' grade of harm to civilians and status of a strike, from the evidence of an event."""

from collections.abc import Iterable

from warmonitor.language.unnamed import is_nameless
from warmonitor.model import (
    Claim,
    Dispute,
    DisputeKind,
    Event,
    Harm,
    HarmGrade,
    Measure,
    Modality,
    Named,
    Stance,
    StrikeStatus,
    Toll,
)
from warmonitor.stages.reconcile.grading.admiralty import listed
from warmonitor.stages.reconcile.grading.admission import are_of
from warmonitor.stages.reconcile.grading.evidence import Evidence, Gathering
from warmonitor.stages.reconcile.grading.rules import words

HURT = frozenset({Measure.KILLED, Measure.INJURED})
Reason = tuple[HarmGrade, StrikeStatus | None, str]


def harm(event: Event, found: Evidence, gathering: Gathering) -> Harm | None:
    """Return the grade of an attack in which people who do not fight are said to be hurt, else None."""
    if event.type not in words("attacks") or not any(map(_hurts, found.told)):
        return None
    grade, strike, because = _grade(event, found, gathering)
    return Harm(grade, strike if event.type in words("strikes") else None, because)


def _hurts(claim: Claim) -> bool:
    toll = claim.detail
    if not isinstance(toll, Toll) or toll.measure not in HURT or are_of("fighters", toll.of):
        return False
    if claim.stance is Stance.DENIED or claim.modality is not Modality.ACTUAL:
        return False
    return any((toll.quantity.low, toll.quantity.best, toll.quantity.high))


def _grade(event: Event, found: Evidence, gathering: Gathering) -> Reason:
    hurt = gathering.origins.of_all(one for one in found.told if _hurts(one))
    if all(gathering.taken_back(one, found.told) for one in hurt):
        return HarmGrade.DISCOUNTED, None, f"It was told by {listed(hurt)} and later denied by the same."
    if found.admitted:
        return HarmGrade.CONFIRMED, StrikeStatus.DECLARED, f"Responsibility is taken by {found.admitted}."
    blamed = _blamed(found, gathering)
    declared = any(map(gathering.parties.speaks_of_itself, found.told))
    if (why := _contested(event, found, gathering, blamed)) is not None:
        return HarmGrade.CONTESTED, StrikeStatus.CONTESTED, why
    return _by_origins(found, blamed, declared)


def _by_origins(found: Evidence, blamed: dict[str, str], declared: bool) -> Reason:
    doer = next(iter(blamed.values()), None)
    status = StrikeStatus.DECLARED if declared else None
    if len(found.sides) > 1 and doer:
        why = f"It is told by {listed(found.named)}, independent of each other, and only {doer} is blamed."
        return HarmGrade.FAIR, status or StrikeStatus.LIKELY, why
    if len(found.support) > 1:
        lacking = "who are not two independent sources known by name" if doer else "and nobody is blamed"
        return HarmGrade.WEAK, status, f"It is told by {listed(found.support)}, {lacking}."
    return HarmGrade.WEAK, status or StrikeStatus.SINGLE, f"It is told by {listed(found.support)} alone."


def _blamed(found: Evidence, gathering: Gathering) -> dict[str, str]:
    """Return who is said to have done it, by side; told in a claim's order, the first name of each."""
    named: dict[str, list[str]] = {}
    for claim in found.told:
        doer = gathering.parties.blamed(claim)
        if doer is not None and gathering.origins.actors.fights(doer) and not is_nameless(doer.said):
            named.setdefault(gathering.parties.of(doer), []).append(_name(doer, gathering))
    return {side: min(names) for side, names in sorted(named.items())}


def _name(doer: Named, gathering: Gathering) -> str:
    return gathering.origins.actors.root_name(doer)


def _contested(event: Event, found: Evidence, gathering: Gathering, blamed: dict[str, str]) -> str | None:
    """Return why several may have done it or it may not have been so, None where nothing says so."""
    rivals = sorted(set(blamed.values()))
    if len(blamed) > 1:
        return f"It is blamed on {listed(tuple(rivals))}."
    if any(one.kind is DisputeKind.RESPONSIBILITY for one in _disputes(found.told, gathering)):
        return "Who did it is in dispute."
    if found.against:
        return f"It is denied by {listed(found.against)}."
    if event.sub_type in words("clashes"):
        return "Both sides were fighting there."
    return None


def _disputes(claims: Iterable[Claim], gathering: Gathering) -> list[Dispute]:
    return [dispute for claim in claims for dispute in gathering.disputes.get(claim.id, ())]
