"""What became of a deal: proposed, made, in force, extended, suspended, ended, each by its claims."""

from collections import defaultdict
from collections.abc import Iterable

from warmonitor.model import Claim, Deal, DealAct, Modality, Phase, Stance, When
from warmonitor.stages.reconcile.agreements.times import by_day, narrowest

_ORDER = list(DealAct)
_NO_STATE = frozenset({DealAct.TOLD, DealAct.BROKEN})
_MADE = frozenset({DealAct.SIGNED, DealAct.ANNOUNCED, DealAct.IN_FORCE})
_OFFERED = frozenset({DealAct.PROPOSED, DealAct.REJECTED})


def phases_of(claims: Iterable[Claim]) -> tuple[Phase, ...]:
    """Return the phases of a deal in the order of their days; what is only planned is a proposal.

    A denial stands with the phase that it denies.
    """
    shelves: dict[DealAct, list[list[Claim]]] = defaultdict(list)
    for claim in sorted(claims, key=lambda one: (by_day(one.when), one.id)):
        act = _act(claim)
        if act in _NO_STATE:
            continue
        home = next((s for s in shelves[act] if act in _MADE or _meet(s, claim)), None)
        if home is None:
            shelves[act].append([claim])
        else:
            home.append(claim)
    found = [_phase(act, told) for act, groups in shelves.items() for told in groups]
    return tuple(sorted(found, key=lambda one: (by_day(one.when), _ORDER.index(one.act), one.claims)))


def _act(claim: Claim) -> DealAct:
    act = claim.detail.act if isinstance(claim.detail, Deal) else DealAct.SIGNED
    return DealAct.PROPOSED if act in _MADE and claim.modality is not Modality.ACTUAL else act


def _meet(told: list[Claim], claim: Claim) -> bool:
    return any(one.when.meets(claim.when) for one in told)


def _phase(act: DealAct, told: list[Claim]) -> Phase:
    says = tuple(sorted(one.id for one in told if one.stance is not Stance.DENIED))
    denials = tuple(sorted(one.id for one in told if one.stance is Stance.DENIED))
    return Phase(act, narrowest(one.when for one in told) or When(), says, denials)


def state_of(phases: Iterable[Phase]) -> DealAct:
    """Return the last state that is told and not only denied; an offer counts only where nothing was made."""
    told = [one for one in phases if one.claims]
    made = [one for one in told if one.act not in _OFFERED]
    return (made or told)[-1].act if told else DealAct.TOLD
