"""What a map shows of a day: who held which ground, on which evidence; and the days on which that changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from warmonitor.model import ControlSpell, Evidence

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Piece:
    """Days of a spell, both ends included, that rest on one kind of evidence; an open end is None."""

    spell: ControlSpell
    earliest: date | None
    latest: date | None
    evidence: Evidence

    def covers(self, day: date) -> bool:
        """Say whether a day is among them."""
        return (self.earliest is None or self.earliest <= day) and (self.latest is None or day <= self.latest)


def pieces(spells: Iterable[ControlSpell]) -> list[Piece]:
    """Return the spells cut where their evidence changes; one whose evidence is not parted is told."""
    return [piece for spell in spells for piece in _cut(spell)]


def _cut(spell: ControlSpell) -> list[Piece]:
    if not spell.stretches:
        return [Piece(spell, spell.when.earliest, spell.when.latest, Evidence.TOLD)]
    return [Piece(spell, one.earliest, one.latest, one.evidence) for one in spell.stretches]


def change_days(found: Iterable[Piece]) -> list[date]:
    """Return the days on which a piece begins, or the day before was its last, in order."""
    days: set[date] = set()
    for piece in found:
        if piece.earliest:
            days.add(piece.earliest)
        if piece.latest and piece.latest < date.max:
            days.add(piece.latest + DAY)
    return sorted(days)
