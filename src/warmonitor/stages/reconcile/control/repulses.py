"""Attackers who leave what they had entered: who held the place before holds it again."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from warmonitor.stages.reconcile.control.evidence import Sort, Telling

_HOLDING = frozenset({Sort.HELD, Sort.GAINED})
_COMING = frozenset({Sort.ENTERED, Sort.GAINED, Sort.CONTESTED})
_ORDER = {Sort.HELD: 1, Sort.GAINED: 2, Sort.LOST: 3}  # on one day: come, then hold, then leave


@dataclass
class _Before:
    """Who is told, up to a day, to hold a place, and who entered it or a part of it since."""

    holder: str | None = None
    entered: frozenset[str] = frozenset()

    def note(self, one: Telling) -> None:
        """Take in what is told next."""
        if one.party is None:
            return
        if one.part is None and one.sort in _HOLDING and one.independent():
            self.holder, self.entered = one.party, self.entered - {one.party}
        elif one.sort in _COMING and one.party != self.holder:
            self.entered |= {one.party}

    def stayed(self, one: Telling) -> str | None:
        """Return who holds the place once attackers leave it, None where they are no attackers."""
        told = bool(one.others) and self.holder not in {None, one.party}
        if one.party is None or not (told or one.party in self.entered):
            return None
        others = one.others or ({self.holder} if self.holder else set())
        return min(others) if len(others) == 1 and one.party not in others else None


def with_repulses(told: Iterable[Telling]) -> list[Telling]:
    """Return what is told of a place, with each loss by attackers as ground that the other side holds."""
    before, found = _Before(), []
    for one in sorted(
        told, key=lambda o: (o.day, _ORDER.get(o.sort, 0), o.party or "", o.part or "", o.first)
    ):
        holder = before.stayed(one) if one.sort is Sort.LOST else None
        before.note(one)
        found.append(_held(one, holder) if holder else one)
    return found


def _held(one: Telling, holder: str) -> Telling:
    """Return a loss by attackers as what it says of the place: held by the other side on that day."""
    return replace(
        one, sort=Sort.HELD, party=holder, others={one.party or ""}, first=one.day, last=one.day, part=None
    )
