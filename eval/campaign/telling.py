"""Who tells what of a campaign, and when: true and false tellings, to be put into words."""

from dataclasses import dataclass
from random import Random

from eval.campaign.outlets import Cast, Outlet
from eval.campaign.war import DAYS, Happening, War

ENDED = frozenset({"captured", "recaptured", "withdrew", "repulsed", "same_day"})
BOAST, DENY = 0.25, 0.4  # chances: an assault announced as a capture, a loss denied by who lost
OWN, WATCHED, WIRED, LOCAL, OTHER = 0.8, 0.85, 0.7, 0.4, 0.3  # how likely each kind of voice tells it
LATE = (0, 0, 1, 1, 2)  # days of delay
OLD_DAYS = 8  # a happening is told again as history after so many


@dataclass(frozen=True)
class Telling:
    """One thing that one outlet tells on a day; `true` says whether it is so.

    `kind` is a row of the sentences; `day` is the day that it is about, `told` that on which it is told;
    `speaker` is the side in whose mouth it is put, "monitor", or "" where the outlet says it itself.
    """

    told: int
    outlet: str
    kind: str
    day: int
    place: str
    side: str = ""
    against: str = ""
    other: tuple[str, ...] = ()
    speaker: str = ""
    true: bool = True


def tellings(war: War, cast: Cast, chance: Random) -> list[Telling]:
    """Return everything that is told of the happenings of a war, in no order."""
    teller = _Teller(war, cast, chance)
    for happening in war.happenings:
        teller.tell(happening)
    return [one for one in teller.found if one.told < DAYS]


class _Teller:
    def __init__(self, war: War, cast: Cast, chance: Random) -> None:
        self.found: list[Telling] = []
        self._war, self._cast, self._chance = war, cast, chance

    def tell(self, one: Happening) -> None:
        """Let each kind of voice tell a happening, or not."""
        if self._happens(OWN):
            self._add(one, self._of_side(one.winner), 0, speaker=one.winner)
        if self._happens(WATCHED):
            self._add(one, self._cast.of_kind("monitor")[0], self._delay())
        if self._happens(WIRED):
            wire = self._chance.choice(self._cast.of_kind("agency"))
            self._add(
                one, wire, self._delay(), speaker=self._chance.choice([one.winner, "monitor", "", "local"])
            )
        if self._happens(LOCAL):
            self._add(one, self._chance.choice(self._cast.of_kind("local")), 0)
        if self._happens(OTHER):
            self._add(one, self._cast.of_kind("paper")[0], self._delay() + 1, speaker="monitor")
        if one.kind in {"captured", "recaptured"} and self._happens(DENY):
            self._deny(one, one.loser)
        if one.kind == "assault" and self._happens(BOAST):
            self._boast(one)
        if one.kind in {"captured", "recaptured", "withdrew"} and self._happens(OTHER):
            self._retell(one)

    def _deny(self, one: Happening, loser: str) -> None:
        self._add(one, self._of_side(loser), self._delay(), kind="denied", speaker=loser, true=False)

    def _boast(self, one: Happening) -> None:
        """Announce a capture that did not happen, and let others say so within days."""
        end = next((h.day for h in self._war.happenings
                    if h.place == one.place and h.day > one.day and h.kind in ENDED), DAYS)  # fmt: skip
        if end - one.day < 2:
            return
        wire = self._chance.choice(self._cast.of_kind("agency"))
        self._add(one, self._of_side(one.side), 0, kind="captured", speaker=one.side, true=False)
        if self._happens(WIRED):
            self._add(one, wire, 0, kind="captured", speaker=one.side, true=False)
        self._add(one, self._of_side(one.against), 1, kind="denied", speaker=one.against)
        later = Happening(one.day + 1, "assault", one.place, one.side, one.against)
        for outlet in (self._cast.of_kind("monitor")[0], wire):
            self._add(later, outlet, 0, speaker="" if outlet.kind == "monitor" else "monitor")

    def _retell(self, one: Happening) -> None:
        late = OLD_DAYS + self._chance.randint(0, 20)
        outlet = self._chance.choice(self._cast.of_kind("paper") + self._cast.of_kind("agency"))
        if one.day + late < DAYS:
            self._add(one, outlet, late, kind="retold")

    def _add(
        self,
        one: Happening,
        outlet: Outlet,
        late: int,
        kind: str = "",
        speaker: str = "",
        *,
        true: bool = True,
    ) -> None:
        other = (one.other,) if one.other else ()
        self.found.append(Telling(one.day + late, outlet.key, kind or one.kind, one.day, one.place, one.side,
                                  one.against, other, speaker, true))  # fmt: skip

    def _of_side(self, side: str) -> Outlet:
        return next(one for one in self._cast.outlets if one.side == side)

    def _happens(self, odds: float) -> bool:
        return self._chance.random() < odds

    def _delay(self) -> int:
        return self._chance.choice(LATE)


def standing(war: War, outlet: Outlet, day: int, chance: Random) -> Telling:
    """Return how one place stands on a day, or three of one side."""
    states = war.states[day]
    place = chance.choice(sorted(states))
    state = states[place]
    if state.against:
        return Telling(day, outlet.key, "assault", day, place, state.against, state.holder)
    if place in war.cut[day] and chance.random() < 0.7:
        ring = sorted({states[one].holder for one in war.land.near(place)} - {state.holder})
        kind = "besieged_still"
        if ring:
            return Telling(day, outlet.key, kind, day, place, ring[0], state.holder)
    same = sorted(p for p, s in states.items() if s == state and p != place)
    if len(same) >= 2 and (outlet.kind == "weekly" or chance.random() < 0.3):
        more = tuple(chance.sample(same, 2))
        return Telling(day, outlet.key, "holds_list", day, place, state.holder, "", more)
    return Telling(day, outlet.key, "holds", day, place, state.holder)


def noise(war: War, cast: Cast, outlet: Outlet, day: int, chance: Random) -> Telling:
    """Return something that moves no ground: a plan, a shelling, a boast about a whole province, a road."""
    kind = chance.choice(("planned", "towards", "towards", "wide" if outlet.kind == "side" else "planned"))
    place = chance.choice(sorted(war.states[day]))
    holder = war.states[day][place].holder
    side = chance.choice([one for one in cast.sides if one != holder])
    if kind == "wide":
        side = outlet.side or side
    return Telling(day, outlet.key, kind, day, place, side, holder, (), outlet.side or "")
