"""What a block gives to each place that is held or fought over, and how these parts are joined."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from warmonitor.model import (
    Attack,
    Change,
    Claim,
    ClaimKind,
    Control,
    Dispute,
    DisputeKind,
    Fought,
    GroundPart,
    Modality,
    Named,
    Stance,
    fold,
)
from warmonitor.reference.outlets import OutletRegister
from warmonitor.run.across.gather import Record
from warmonitor.run.across.merge import merged
from warmonitor.run.across.thin import Block
from warmonitor.stages.reconcile.ground import ground_of

GROUND = frozenset({ClaimKind.CONTROL, ClaimKind.ACCESS})
CHANGES = frozenset({Change.GAINED, Change.LOST, Change.ENTERED})


def ground_parts(block: Block) -> Iterator[tuple[str, GroundPart]]:
    """Yield the places of which claims say who holds them or whether they can be reached, by unit."""
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in block.part.claims:
        if claim.kind in GROUND:
            for place in {named.id for named in claim.where if named.id}:
                claims[place].append(claim)
    fought, home = _fought(block), dispute_places(block)
    disputes: dict[str, list[Dispute]] = defaultdict(list)
    for one in block.part.disputes:
        if one.id in home:
            disputes[home[one.id]].append(one)
    for place, told in sorted(claims.items()):
        roots = {block.cast.root(one) for claim in told for one in _named(claim)}
        near = tuple(one for one in fought if roots & {_root(block, one.one), _root(block, one.other)})
        named = {key for one in near for key in (one.one, one.other) if key}
        yield (
            f"ground:{place}",
            GroundPart(
                place,
                tuple(one for one in block.part.control if one.place == place),
                tuple(one for one in block.part.access if one.place == place),
                tuple(disputes[place]),
                block.told(told, named),
                near,
            ),
        )


def ground_records(parts: Sequence[GroundPart], outlets: OutletRegister) -> tuple[Record, ...]:
    """Return the spells, the access and the disputes of a place; those of one block are its own."""
    if len(parts) == 1:
        return (*parts[0].control, *parts[0].access, *parts[0].disputes)
    counted: Counter[tuple[str, str | None, Change]] = Counter()
    for one in (fight for part in parts for fight in part.fought):
        counted[one.one, one.other, one.change] += one.reports
    fought = [Fought(*key, counted[key]) for key in sorted(counted, key=str)]
    made = ground_of(parts[0].place, merged([part.told for part in parts]), fought, outlets)
    return (*made.spells, *made.access, *made.disputes)


def dispute_places(block: Block) -> dict[str, str]:
    """Return the place of each dispute on who holds a place, by the dispute's id."""
    found = {}
    for one in block.part.disputes:
        claims = [block.claims[key] for key in one.claims if key in block.claims]
        if one.kind in {DisputeKind.CONTROL, DisputeKind.DENIAL} and claims:
            shared = set.intersection(*({w.id for w in claim.where if w.id} for claim in claims))
            if shared and all(claim.kind is ClaimKind.CONTROL for claim in claims):
                found[one.id] = min(shared)
    return found


def _fought(block: Block) -> list[Fought]:
    """Return who is told to fight whom, and who took ground from whom, in how many reports."""
    told: dict[tuple[str, str | None, Change], set[str]] = defaultdict(set)
    for claim in block.part.claims:
        change, both = _change(claim), [*_rivals(claim)]
        if both and change:
            other = _key(both[1]) if len(both) > 1 else None
            told[_key(both[0]), other, change].add(claim.report)
    return [Fought(*key, len(told[key])) for key in sorted(told, key=str)]


def _rivals(claim: Claim) -> Iterable[Named]:
    match claim.detail:
        case Control(party=one, counterparty=other) | Attack(perpetrator=one, target=other):
            return [named for named in (one, other) if named]
    return ()


def _change(claim: Claim) -> Change | None:
    """Return the change that is said to have happened; one told of a counterparty alone is turned."""
    detail = claim.detail
    if not isinstance(detail, Control):
        return Change.CONTESTED
    firm = claim.stance is not Stance.DENIED and claim.modality is Modality.ACTUAL
    return detail.change if firm and detail.change in CHANGES and detail.party else Change.CONTESTED


def _named(claim: Claim) -> Iterator[Named]:
    yield from _rivals(claim)
    yield from (link.speaker for link in claim.attribution)


def _key(named: Named) -> str:
    return named.id or fold(named.name or named.said)


def _root(block: Block, key: str | None) -> str | None:
    return block.cast.lineage(key)[-1] if key else None
