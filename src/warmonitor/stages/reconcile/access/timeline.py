"""The days on which something changes, and who held each place between them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from warmonitor.model import Change, Claim, Control, ControlSpell, ControlStatus, When
from warmonitor.stages.reconcile.access.parties import Parties

DAY = timedelta(days=1)
HOLDING = frozenset({ControlStatus.HELD, ControlStatus.CLAIMED, ControlStatus.SURROUNDED})
ATTACKS = frozenset({Change.ENTERED, Change.GAINED})
Days = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a place stands: who holds it, or held it last where it is fought over, and by which claims.

    `party` is None where nobody is said to hold it; `alone` says that only the holder says so, `after` that
    who holds a fought-over place is told only for the days after the fight.
    """

    party: int | None = None
    name: str | None = None
    fought: bool = False
    alone: bool = False
    after: bool = False
    claims: tuple[str, ...] = ()


UNTOLD = Standing()


def stretches(ends: Iterable[Days]) -> list[Days]:
    """Return the stretches of days between all starts and ends given, in order, the outer two open."""
    starts = set()
    for first, last in ends:
        starts |= {first} if first else set()
        starts |= {last + DAY} if last and last < date.max else set()
    cuts: list[date | None] = [None, *sorted(starts), None]
    return [(a, b - DAY if b else None) for a, b in pairwise(cuts)]


def meets(when: When | Days, days: Days) -> bool:
    """Say whether two stretches share a day; an open end reaches for ever."""
    first, last = (when.earliest, when.latest) if isinstance(when, When) else when
    before = (first or date.min) <= (days[1] or date.max)
    return before and (days[0] or date.min) <= (last or date.max)


class Holders:
    """Who held each place when, by its spells."""

    def __init__(self, spells: Sequence[ControlSpell], claims: dict[str, Claim], parties: Parties) -> None:
        """Sort the spells of each place by time."""
        self._parties, self._claims = parties, claims
        self.spells: dict[str, list[ControlSpell]] = {}
        for spell in sorted(spells, key=lambda one: (str(one.when.earliest or ""), one.id)):
            self.spells.setdefault(spell.place, []).append(spell)

    def at(self, place: str, days: Days) -> Standing:
        """Return how a place stands through days on which nothing changes.

        Spells of the whole place count before those of its parts, and firm ones before what is only claimed.
        One body, with its friends, holds it; several, or a place said to be contested, leave it fought over,
        with the last that held it before; so do parts alone, unless one body holds all that are told of.
        """
        there = [spell for spell in self.spells.get(place, []) if meets(spell.when, days)]
        there = [spell for spell in there if spell.part is None] or there
        holding = [spell for spell in there if spell.status in HOLDING and spell.holder is not None]
        firm = [spell for spell in holding if spell.status is not ControlStatus.CLAIMED]
        holding = firm or holding
        fighting = [spell for spell in there if spell.status is ControlStatus.CONTESTED]
        told = tuple(sorted({claim for spell in (*holding, *fighting) for claim in spell.claims}))
        parties = [party for spell in holding if (party := self._party(spell)) is not None]
        if parties and not fighting and self._parties.friends(parties):
            return Standing(parties[0], holding[0].holder, alone=not firm, claims=told)
        if not parties and not fighting:
            return UNTOLD
        earlier = self._before(place, days)
        before = earlier or self._kept(place, days, fighting)
        party = self._party(before) if before else None
        after = before is not None and earlier is None
        return Standing(party, before.holder if before else None, fought=True, after=after, claims=told)

    def _before(self, place: str, days: Days) -> ControlSpell | None:
        """Return the last spell of one holder of a place that ended before some days."""
        ended = [
            spell
            for spell in self.spells.get(place, [])
            if spell.status in HOLDING and spell.holder and spell.part is None
            and spell.when.latest and days[0] and spell.when.latest < days[0]
        ]  # fmt: skip
        return max(ended, key=lambda one: (one.when.latest or date.min, one.id)) if ended else None

    def _kept(self, place: str, days: Days, fighting: Sequence[ControlSpell]) -> ControlSpell | None:
        """Return the first spell after a fight where its holder is not among those told to attack in it."""
        after = [
            spell
            for spell in self.spells.get(place, [])
            if spell.status in HOLDING and spell.holder and spell.part is None
            and spell.when.earliest and days[1] and spell.when.earliest > days[1]
        ]  # fmt: skip
        attackers = self._attackers(fighting)
        kept = min(after, key=lambda one: (one.when.earliest or date.max, one.id)) if after else None
        return kept if kept and attackers and self._party(kept) not in attackers else None

    def _attackers(self, fighting: Sequence[ControlSpell]) -> set[int]:
        """Return the bodies that claims of a fight tell to have entered the place or taken ground in it."""
        told = [self._claims[one].detail for spell in fighting for one in spell.claims if one in self._claims]
        coming = (one.party for one in told if isinstance(one, Control) and one.change in ATTACKS)
        return {self._parties.party(one) for one in coming if one}

    def _party(self, spell: ControlSpell) -> int | None:
        return self._parties.holder(spell, self._claims)
