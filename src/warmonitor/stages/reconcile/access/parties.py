"""Who holds with whom: parties behind the holders of spells, and which of them fight each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from warmonitor.model import ActorIndex, Attack, Claim, Control, ControlSpell, Named, Span, Stance, fold


@dataclass
class Parties:
    """Parties by number; `names` are those that their spells bear, `enemies` the pairs that fight."""

    actors: ActorIndex
    keys: dict[str, int] = field(default_factory=dict)
    sides: dict[int, str] = field(default_factory=dict)
    enemies: set[frozenset[int]] = field(default_factory=set)

    @classmethod
    def of(cls, spells: Sequence[ControlSpell], claims: dict[str, Claim], actors: ActorIndex) -> "Parties":
        """Return the parties of spells; one that takes ground from another or attacks it is its enemy."""
        made = cls(actors)
        for spell in sorted(spells, key=lambda one: one.id):
            made.holder(spell, claims)
        for claim in claims.values():
            made._note(claim)
        for before, after in _turns(spells):
            pair = made.holder(before, claims), made.holder(after, claims)
            if pair[0] is not None and pair[1] is not None and pair[0] != pair[1]:
                made.enemies.add(frozenset((pair[0], pair[1])))
        return made

    def holder(self, spell: ControlSpell, claims: dict[str, Claim]) -> int | None:
        """Return the party that a spell's holder is of, None for no holder."""
        return self.named(spell.holder, [claims[one] for one in spell.claims if one in claims])

    def named(self, name: str | None, told: Iterable[Claim]) -> int | None:
        """Return the party that claims call by a name."""
        if name is None:
            return None
        for named in (one for claim in told for one in _named(claim)):
            if name in {named.name, named.said, self.actors.root_name(named)}:
                return self.party(named)
        known = [actor for actor in self.actors.known.values() if name == actor.name]
        known += [actor for actor in self.actors.known.values() if name in actor.names_seen]
        return self.party(Named(name, Span(0, 0), name, known[0].id)) if known else self._number(fold(name))

    def party(self, named: Named) -> int:
        """Return the party of a name."""
        number = self._number(self.actors.party(named))
        if side := self.actors.side(named):
            self.sides.setdefault(number, side)
        return number

    def opposed(self, one: int, other: int) -> bool:
        """Say whether two parties fight each other: by a claim, or as two sides of the war that are known."""
        if one == other:
            return False
        sides = self.sides.get(one), self.sides.get(other)
        return frozenset((one, other)) in self.enemies or (None not in sides and sides[0] != sides[1])

    def _number(self, key: str) -> int:
        return self.keys.setdefault(key, len(self.keys))

    def _note(self, claim: Claim) -> None:
        detail = claim.detail
        pair: tuple[Named | None, Named | None] = (None, None)
        if isinstance(detail, Control):
            pair = detail.party, detail.counterparty
        elif isinstance(detail, Attack):
            pair = detail.perpetrator, detail.target
        if claim.stance is Stance.DENIED or pair[0] is None or pair[1] is None:
            return
        keys = [self.actors.party(one) for one in pair if one]
        if all(key in self.keys for key in keys) and keys[0] != keys[1]:
            self.enemies.add(frozenset(self.keys[key] for key in keys))


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
