"""The course of a campaign: who holds which place on which day, and what happened."""

from dataclasses import dataclass, field
from random import Random

from eval.campaign.access import cut_off
from eval.campaign.land import Land

DAYS = 60
SIDES = ("state", "rebels", "militia")
FEWEST_MILITIA = 4
MOST_FIGHTS = 3
TAKEN, WITHDRAWN, BACK_SAME_DAY, COUNTER = 0.6, 0.07, 0.08, 0.2  # chances
BEGUN, STARVED = 0.6, 0.06
TAKING = frozenset({"captured", "recaptured", "withdrew"})
LONGEST = 6  # days that an assault may last


@dataclass(frozen=True)
class State:
    """How a place stands on a day: who holds it, and who fights for it inside, if anybody."""

    holder: str
    against: str | None = None

    def told(self) -> str:
        """Return the holder, or "contested"."""
        return "contested" if self.against else self.holder


@dataclass(frozen=True, order=True)
class Happening:
    """What happened to a place on a day; `side` acts, `against` is the other.

    Whoever attacked or besieged is the `side` of "repulsed" and "relieved" too: there `against` gains.
    """

    day: int
    kind: str
    place: str
    side: str
    against: str
    other: str = ""

    @property
    def winner(self) -> str:
        """Return who gains by it."""
        return self.against if self.kind in {"repulsed", "relieved"} else self.side

    @property
    def loser(self) -> str:
        """Return who loses by it."""
        return self.side if self.winner == self.against else self.against


@dataclass
class War:
    """States by day and place, and all happenings; day 0 is the first."""

    land: Land
    states: list[dict[str, State]] = field(default_factory=list)
    cut: list[frozenset[str]] = field(default_factory=list)
    happenings: list[Happening] = field(default_factory=list)


def wage(land: Land, chance: Random) -> War:
    """Return sixty days of advances along roads, fights inside places, sieges and withdrawals."""
    course = _Course(land, chance)
    for day in range(DAYS):
        course.live(day)
    return course.war


class _Course:
    def __init__(self, land: Land, chance: Random) -> None:
        self.war = War(land)
        self._chance = chance
        self._now = _beginning(land)
        self._ends: dict[str, int] = {}
        self._counter: dict[str, str] = {}
        self._cut = self._cut_off()

    def live(self, day: int) -> None:
        """Let one day pass."""
        for place, side in sorted(self._counter.items()):
            self._open(day, place, side)
        self._counter = {}
        for place in sorted(self._ends):
            if self._ends[place] <= day:
                self._decide(day, place)
        if day > 1:
            self._leave(day)
            for _ in range(2):
                if len(self._ends) < MOST_FIGHTS and self._chance.random() < BEGUN:
                    self._attack(day)
        self._note_sieges(day)
        self.war.states.append(dict(self._now))
        self.war.cut.append(self._cut)

    def _tell(self, day: int, kind: str, place: str, side: str, against: str, other: str = "") -> None:
        self.war.happenings.append(Happening(day, kind, place, side, against, other))

    def _decide(self, day: int, place: str) -> None:
        state, chance = self._now[place], self._chance
        attacker = state.against or ""
        del self._ends[place]
        if chance.random() >= TAKEN:
            self._now[place] = State(state.holder)
            self._tell(day, "repulsed", place, attacker, state.holder)
        elif chance.random() < BACK_SAME_DAY:
            self._now[place] = State(state.holder)
            self._tell(day, "same_day", place, state.holder, attacker)
        else:
            self._take(day, place, attacker)

    def _take(self, day: int, place: str, side: str) -> None:
        before = self._now[place].holder
        lost = [h for h in self.war.happenings if h.place == place and h.loser == side and h.kind in TAKING]
        again = bool(lost)
        self._now[place] = State(side)
        self._tell(day, "recaptured" if again else "captured", place, side, before)
        if self._chance.random() < COUNTER:
            self._counter[place] = before

    def _open(self, day: int, place: str, attacker: str) -> None:
        self._ends[place] = day + self._chance.randint(1, LONGEST)
        holder = self._now[place].holder
        self._now[place] = State(holder, attacker)
        self._tell(day, "assault", place, attacker, holder)

    def _leave(self, day: int) -> None:
        """Give up a place at the front, or one that is cut off, without a fight."""
        for place in sorted(self._now):
            holder = self._now[place].holder
            rivals = self._rivals(place)
            odds = STARVED if place in self._cut else WITHDRAWN / 10
            busy = place in self._ends or place in self._counter
            if place in self.war.land.exits or busy or not rivals:
                continue
            if self._chance.random() < odds:
                side = self._chance.choice(rivals)
                self._now[place] = State(side)
                self._tell(day, "withdrew", place, side, holder)

    def _attack(self, day: int) -> None:
        busy = {*self._ends, *self._counter, *self.war.land.exits}
        calm = [place for place in sorted(self._now) if place not in busy]
        pairs = [(side, place) for place in calm for side in self._rivals(place)]
        if pairs:
            side, place = self._chance.choice(pairs)
            self._open(day, place, side)

    def _rivals(self, place: str) -> list[str]:
        """Return the other sides that hold a place at the end of one of its roads."""
        holder = self._now[place].holder
        near = {self._now[one].holder for one in self.war.land.near(place) if one not in self._ends}
        return sorted(near - {holder})

    def _cut_off(self) -> frozenset[str]:
        return cut_off(
            self.war.land, {place: (s.holder, s.against is None) for place, s in self._now.items()}
        )

    def _note_sieges(self, day: int) -> None:
        now = self._cut_off()
        for place in sorted(now ^ self._cut):
            holder, ring = self._now[place].holder, self._rivals(place)
            if place in now and ring and not self._now[place].against:
                self._tell(day, "besieged", place, ring[0], holder)
            elif place not in now and self._before(place) == holder:
                besieger = (ring or [side for side in SIDES if side != holder])[0]
                self._tell(day, "relieved", place, besieger, holder, self._own_neighbour(place))
        self._cut = now

    def _before(self, place: str) -> str | None:
        return self.war.states[-1][place].holder if self.war.states else None

    def _own_neighbour(self, place: str) -> str:
        own = [one for one in self.war.land.near(place) if self._now[one].holder == self._now[place].holder]
        return own[0] if own else ""


def _beginning(land: Land) -> dict[str, State]:
    """Return who holds what at first: each place is of the side whose exit is nearest, the third has few."""
    state_exit, rebel_exit, militia_exit = (land.spot(name) for name in land.exits)

    def far(name: str, x: float, y: float) -> float:
        spot = land.spot(name)
        return (spot.x - x) ** 2 + (spot.y - y) ** 2

    names = sorted(spot.name for spot in land.spots)
    militia = sorted(names, key=lambda name: far(name, militia_exit.x, militia_exit.y))
    few = [name for name in militia if name not in {state_exit.name, rebel_exit.name}][:FEWEST_MILITIA]
    found = {}
    for name in names:
        nearer = far(name, state_exit.x, state_exit.y) <= far(name, rebel_exit.x, rebel_exit.y)
        found[name] = State("militia" if name in few else "state" if nearer else "rebels")
    return found
