"""The shape of who held what, and of roads out, in account.json."""

from datetime import date
from typing import Annotated

from pydantic import Field

from warmonitor.model import ControlStatus, Evidence, Reach
from warmonitor.stages.tell.schema_base import PlaceRefDoc, Record


class StretchDoc(Record):
    """Days of a spell by what they rest on: told, interpolated between like claims, or carried on since."""

    earliest: date | None
    latest: date | None
    evidence: Evidence


class SpellDoc(Record):
    """Who held a place, or a part of it; `lag_days` runs from the holder's own claim to confirmation."""

    id: str
    place: PlaceRefDoc
    part: str | None
    holder: str | None
    status: ControlStatus
    by: str | None
    earliest: date | None
    latest: date | None
    claimed: date | None
    confirmed: date | None
    lag_days: int | None
    stretches: list[StretchDoc]
    claims: list[str]
    because: str


class WayDoc(Record):
    """The road out that crosses least ground of others; null in `through`: nobody is said to hold it."""

    to: str
    roads: list[str]
    through: list[str | None]
    km: Annotated[float, Field(ge=0)]


class ClosureDoc(Record):
    """Where a road out is closed to the place's holder, by whom, by which claims."""

    road: str
    place: PlaceRefDoc
    holder: str | None
    claims: list[str]


class AccessDoc(Record):
    """Whether a place had a road out: computed from roads and control, beside what is reported of it."""

    id: str
    place: PlaceRefDoc
    holder: str | None
    earliest: date | None
    latest: date | None
    computed: Reach
    way: WayDoc | None
    closures: list[ClosureDoc]
    claims: list[str]
    reported: list[str]
    agrees: bool | None
    because: str


class RoadDoc(Record):
    """A stretch of the roads given, near the places of `control`, as a map draws it: longitude, latitude."""

    name: str
    main: bool
    points: list[tuple[float, float]]
