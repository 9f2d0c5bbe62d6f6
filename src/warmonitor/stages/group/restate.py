"""One report, one speaker, one fact: what is said again becomes one claim with further spans."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from warmonitor.language.speakers import further_pattern
from warmonitor.model import Attack, Claim, ClaimKind, Control, Named, Toll, fold
from warmonitor.stages.group.facts import Scene, order

JOINED = frozenset({ClaimKind.TOLL, ClaimKind.CONTROL, ClaimKind.ATTACK})


def join_restated(claims: Iterable[Claim], scene: Scene) -> list[Claim]:
    """Return the claims with each restatement folded into the fullest telling of the same fact.

    Only claims of one report are joined, and only of the same speakers or of some of them. The claim that
    names most keeps its
    id; `part_of` that pointed at a folded claim points at the one that stayed.
    """
    shelves: dict[tuple[Any, ...], list[list[Claim]]] = {}
    kept: list[Claim] = []
    for claim in sorted(claims, key=order):
        key = _key(claim, scene)
        if key is None:
            kept.append(claim)
            continue
        groups = shelves.setdefault(key, [])
        home = next((group for group in groups if all(_again(claim, told, scene) for told in group)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    renamed: dict[str, str] = {}
    for groups in shelves.values():
        kept.extend(_fold(group, renamed) for group in groups)
    return sorted((_repoint(claim, renamed) for claim in kept), key=order)


def _key(claim: Claim, scene: Scene) -> tuple[Any, ...] | None:
    said = _fact(claim, scene)
    if claim.kind not in JOINED or said is None:
        return None
    return (claim.report, claim.kind, claim.stance, claim.modality, *said)


def _fact(claim: Claim, scene: Scene) -> tuple[Any, ...] | None:
    match claim.detail:
        case Toll(measure=measure, of=of, quantity=count, perpetrator=by, named=names):
            persons = tuple(fold(name.said) for name in names)
            return (measure, fold(of), count.low, count.best, count.high, _root(by, scene), persons)
        case Control(change=change, party=party):
            place = scene.area(claim)
            return (change, place, _root(party, scene)) if place and party else None
        case Attack(sub_type=sub_type, perpetrator=by, target=target):
            place = scene.spot(claim)
            return (sub_type, place, _root(by, scene)) if place or target else None
    return None


def _root(named: Named | None, scene: Scene) -> str | None:
    return scene.actors.root(named) if named else None


def _again(claim: Claim, told: Claim, scene: Scene) -> bool:
    if not _same_speakers(claim, told, scene) or not _same_target(claim, told, scene):
        return False
    if claim.quote == told.quote:
        return True
    if scene.sentence(claim) == scene.sentence(told) and not claim.quote.meets(told.quote):
        return False
    return _same_time(claim, told) and _same_place(claim, told) and not _further(claim, scene)


def _same_speakers(claim: Claim, told: Claim, scene: Scene) -> bool:
    """Say whether the same speakers say both, or one of those who say the one says the other too."""
    one, other = set(scene.speakers(claim)), set(scene.speakers(told))
    return one == other or (bool(one and other) and (one <= other or other <= one))


def _same_target(claim: Claim, told: Claim, scene: Scene) -> bool:
    if not isinstance(claim.detail, Attack) or not isinstance(told.detail, Attack):
        return True
    one, other = claim.detail.target, told.detail.target
    if one is None or other is None:
        return one is other or claim.quote.meets(told.quote)
    return _root(one, scene) == _root(other, scene)


def _same_time(claim: Claim, told: Claim) -> bool:
    if claim.kind is ClaimKind.CONTROL:
        return claim.when.meets(told.when)
    both_said = claim.when.said and told.when.said
    return claim.when.meets(told.when) if not both_said else _bounds(claim) == _bounds(told)


def _bounds(claim: Claim) -> tuple[object, object]:
    return claim.when.earliest, claim.when.latest


def _same_place(claim: Claim, told: Claim) -> bool:
    here, there = ({named.id for named in one.where if named.id} for one in (claim, told))
    return not here or not there or bool(here & there)


def _further(claim: Claim, scene: Scene) -> bool:
    if claim.kind is not ClaimKind.ATTACK:
        return False
    return bool(further_pattern().search(claim.quote.of(scene.text(claim.report))))


def _fold(group: list[Claim], renamed: dict[str, str]) -> Claim:
    stays = max(group, key=_fullness)
    renamed.update((claim.id, stays.id) for claim in group if claim.id != stays.id)
    spans = {span for claim in group for span in (claim.quote, *claim.restated)} - {stays.quote}
    return replace(stays, restated=tuple(sorted(spans))) if spans else stays


def _fullness(claim: Claim) -> tuple[bool, bool, int, int, int, str]:
    detail = claim.detail
    parties = (getattr(detail, name, None) for name in ("party", "counterparty", "perpetrator", "target"))
    proper = any(word[:1].isupper() for named in claim.where for word in named.said.split())
    start = -claim.quote.start  # the earlier of two equally full ones stays
    told = len(claim.attribution), sum(bool(party) for party in parties)
    return (proper, bool(claim.when.said), *told, start, claim.id)


def _repoint(claim: Claim, renamed: dict[str, str]) -> Claim:
    detail = claim.detail
    if not isinstance(detail, Toll) or detail.part_of not in renamed:
        return claim
    whole = renamed[detail.part_of]
    return replace(claim, detail=replace(detail, part_of=None if whole == claim.id else whole))
