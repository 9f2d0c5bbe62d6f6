"""Who held a place from when to when, and on what evidence; where roads out of it led."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from warmonitor.model.when import When


class ControlStatus(StrEnum):
    """How firmly a place is held in a spell."""

    HELD = "held"
    CONTESTED = "contested"
    CLAIMED = "claimed"
    SURROUNDED = "surrounded"
    UNKNOWN = "unknown"


class Evidence(StrEnum):
    """What days of a spell rest on.

    `told`: a claim speaks of these days; `interpolated`: no claim does, but the same is told before and
    after; `carried`: none does since, and the last that was told still counts, by the rule of fading.
    """

    TOLD = "told"
    INTERPOLATED = "interpolated"
    CARRIED = "carried"


class RoadState(StrEnum):
    """What a claim says of one road, bridge or crossing."""

    SHUT = "road shut"
    OPEN = "road open"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days of a spell, both ends included, that rest on evidence of one kind; an open end is None."""

    earliest: date | None
    latest: date | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ControlSpell:
    """Who held a place from when to when; `place` is a Place id, `holder` an actor's or side's name.

    `part` are the words for the part of the place that is meant ("northern quarters"), None for all of it;
    `by` is who surrounds it. `claimed` is the day on which the holder's own side first said so, `confirmed`
    that on which somebody else first did. `stretches` cover the spell's days by what they rest on.
    """

    id: str
    place: str
    holder: str | None
    status: ControlStatus
    when: When
    claims: tuple[str, ...] = ()
    because: str = ""
    part: str | None = None
    by: str | None = None
    claimed: date | None = None
    confirmed: date | None = None
    stretches: tuple[Stretch, ...] = ()

    @property
    def lag_days(self) -> int | None:
        """Return the days from the holder's own claim to its confirmation, None where one is not known."""
        return (self.confirmed - self.claimed).days if self.confirmed and self.claimed else None

    @property
    def told_until(self) -> date | None:
        """Return the last day that a claim speaks of, None where that is not known."""
        told = [one.latest for one in self.stretches if one.evidence is Evidence.TOLD and one.latest]
        return max(told, default=None)


class Reach(StrEnum):
    """Whether roads lead out of a place: over own ground, over that of others, not at all, or not known."""

    OPEN = "open"
    THROUGH = "through others"
    CUT_OFF = "cut off"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Way:
    """The road out of a place that crosses least ground of others.

    `to` is what it leads to (a place, a border crossing, the edge of the roads known); `roads` are its roads
    by name or number, in order; `through` are the holders of the ground that it crosses, in order, None for
    ground of which nobody says who holds it; `km` is its length.
    """

    to: str
    roads: tuple[str, ...]
    through: tuple[str | None, ...]
    km: float


@dataclass(frozen=True, slots=True)
class Closure:
    """Where a road out of a place is closed to its holder: which road, at which Place id, by whom."""

    road: str
    place: str
    holder: str | None
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Access:
    """Whether a place had a road out over some days: computed from roads and control, beside what is told.

    `place` is a Place id; `claims` are the claims of control that the answer rests on; `reported` those that
    say how it stands with the roads ("all roads are cut"); `agrees` is None where nothing is reported or
    nothing can be computed.
    """

    id: str
    place: str
    holder: str | None
    when: When
    computed: Reach
    way: Way | None = None
    closures: tuple[Closure, ...] = ()
    claims: tuple[str, ...] = ()
    reported: tuple[str, ...] = ()
    agrees: bool | None = None
    because: str = ""


@dataclass(frozen=True, slots=True)
class RoadLine:
    """A stretch of road as a map draws it: number or name, main or not, points by longitude, latitude."""

    name: str
    main: bool
    points: tuple[tuple[float, float], ...]
