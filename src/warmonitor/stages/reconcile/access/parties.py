"""Who holds with whom: the bodies behind the holders of spells, which are friends and which fight."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from warmonitor.model import ActorIndex, Attack, Claim, Control, ControlSpell, Named, Span, Stance, fold
from warmonitor.stages.reconcile.access.reach import Ground

SURE = 2  # reports that must tell of a fight between two of one side before they count as enemies
GOVERNMENT = "government"
Pair = frozenset[int]


@dataclass
class Parties:
    """Bodies by number, a body being an organisation with all its parts, or those whom a description means.

    `fights` has, for each pair, the reports that tell of one taking ground from the other or attacking it;
    `turns` are pairs of which one held a place after the other.
    """

    actors: ActorIndex
    keys: dict[str, int] = field(default_factory=dict)
    sides: dict[int, str] = field(default_factory=dict)
    countries: dict[int, str] = field(default_factory=dict)
    fights: dict[Pair, set[str]] = field(default_factory=dict)
    turns: set[Pair] = field(default_factory=set)

    @classmethod
    def of(cls, spells: Sequence[ControlSpell], claims: dict[str, Claim], actors: ActorIndex) -> "Parties":
        """Return the bodies of spells, with what claims and changes of hands tell of their fights."""
        made = cls(actors)
        for spell in sorted(spells, key=lambda one: one.id):
            made.holder(spell, claims)
        for claim in claims.values():
            made._note(claim)
        for before, after in _turns(spells):
            pair = made.holder(before, claims), made.holder(after, claims)
            if pair[0] is not None and pair[1] is not None and pair[0] != pair[1]:
                made.turns.add(frozenset((pair[0], pair[1])))
        return made

    def holder(self, spell: ControlSpell, claims: dict[str, Claim]) -> int | None:
        """Return the body that a spell's holder is of, None for no holder."""
        return self.named(spell.holder, [claims[one] for one in spell.claims if one in claims])

    def named(self, name: str | None, told: Iterable[Claim]) -> int | None:
        """Return the body that claims call by a name."""
        if name is None:
            return None
        for named in (one for claim in told for one in _named(claim)):
            if name in {named.name, named.said, self.actors.root_name(named)}:
                return self.party(named)
        known = [actor for actor in self.actors.known.values() if name == actor.name]
        known += [actor for actor in self.actors.known.values() if name in actor.names_seen]
        return self.party(Named(name, Span(0, 0), name, known[0].id if known else None))

    def party(self, named: Named) -> int:
        """Return the body behind a name; all that one description means in the reports is one."""
        name = self.actors.root_name(named)
        number = self.keys.setdefault(fold(name), len(self.keys))
        if side := self.actors.side(named):
            self.sides.setdefault(number, side)
        root = self.actors.known.get(self.actors.root(named))
        if name[:1].isupper():
            self.countries.setdefault(number, (root.country if root else None) or fold(name))
        return number

    def ground(self, one: int, other: int) -> Ground:
        """Return what ground of another body is to one: own, others' or closed.

        Bodies of one side are friends, and a state is one with a government or army that only a description
        names, unless at least two reports tell of a fight between them. Two of whom one side is not known are
        enemies by one such report or a place that passed from one to the other.
        """
        if one == other:
            return Ground.OWN
        pair, sides = frozenset((one, other)), (self.sides.get(one), self.sides.get(other))
        told = len(self.fights.get(pair, ()))
        if None in sides:
            return Ground.CLOSED if told or pair in self.turns else Ground.OTHERS
        if sides[0] != sides[1] or told >= SURE:
            return Ground.CLOSED
        lands = {self.countries[body] for body in pair if body in self.countries}
        return Ground.OTHERS if sides[0] == GOVERNMENT and len(lands) > 1 else Ground.OWN

    def friends(self, bodies: Iterable[int]) -> bool:
        """Say whether each of some bodies is a friend of every other."""
        return all(self.ground(*pair) is Ground.OWN for pair in combinations(sorted(set(bodies)), 2))

    def _note(self, claim: Claim) -> None:
        detail = claim.detail
        pair: tuple[Named | None, Named | None] = (None, None)
        if isinstance(detail, Control):
            pair = detail.party, detail.counterparty
        elif isinstance(detail, Attack):
            pair = detail.perpetrator, detail.target
        if claim.stance is Stance.DENIED or pair[0] is None or pair[1] is None:
            return
        keys = [self.keys.get(fold(self.actors.root_name(one))) for one in pair if one]
        if None not in keys and keys[0] != keys[1]:
            self.fights.setdefault(frozenset(key for key in keys if key is not None), set()).add(claim.report)


def _named(claim: Claim) -> list[Named]:
    detail = claim.detail
    return [one for one in (detail.party, detail.counterparty) if one] if isinstance(detail, Control) else []


def _turns(spells: Sequence[ControlSpell]) -> Iterable[tuple[ControlSpell, ControlSpell]]:
    """Yield spells with a holder that follow one another at a place."""
    places: dict[str, list[ControlSpell]] = {}
    for spell in spells:
        if spell.holder is not None and spell.part is None:
            places.setdefault(spell.place, []).append(spell)
    for told in places.values():
        told.sort(key=lambda one: (str(one.when.earliest or ""), one.id))
        yield from pairwise(told)
