"""Whether a belligerent owns up to harm: by a toll of its own, or by words that take responsibility."""

import re

from warmonitor.model import ActorKind, Attack, Claim, Toll, fold
from warmonitor.stages.reconcile.grading.parties import Parties
from warmonitor.stages.reconcile.grading.rules import words

FORCES = frozenset(
    {
        ActorKind.STATE_FORCES,
        ActorKind.REBEL_GROUP,
        ActorKind.POLITICAL_MILITIA,
        ActorKind.IDENTITY_MILITIA,
        ActorKind.EXTERNAL,
    }
)


def admits(claim: Claim, parties: Parties) -> bool:
    """Say whether those who did it own up: to people hurt who do not fight, or in words that say so."""
    if not parties.speaks_of_itself(claim):
        return False
    if isinstance(claim.detail, Toll):
        return are_of("civilians", claim.detail.of)
    return not _hits_fighters(claim, parties) and _takes_responsibility(claim, parties)


def are_of(sort: str, of: str) -> bool:
    """Say whether people in words are of a sort: fighters or civilians."""
    return any(word in words(sort) or _single(word) in words(sort) for word in fold(of).split())


def _single(word: str) -> str:
    for many, one in (("men", "man"), ("ies", "y"), ("s", "")):
        if word.endswith(many):
            return word.removesuffix(many) + one
    return word


def _hits_fighters(claim: Claim, parties: Parties) -> bool:
    target = claim.detail.target if isinstance(claim.detail, Attack) else None
    if target is None:
        return False
    actor = parties.actors.known.get(target.id or "")
    return are_of("fighters", target.said) or (actor is not None and actor.kind in FORCES)


def _takes_responsibility(claim: Claim, parties: Parties) -> bool:
    report = parties.origins.reports.get(claim.report)
    said = [link.cue for link in claim.attribution] + [claim.quote.of(report.text) if report else ""]
    return any(word in words("admitting") for word in re.findall(r"\w+", fold(" ".join(said))))
