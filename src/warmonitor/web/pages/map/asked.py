"""What may be asked of the map, and the days that it shows."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from warmonitor.model import QueryError
from warmonitor.store.fields import LINKS
from warmonitor.store.mapped import LAYERS, day_number
from warmonitor.store.reader import Reader
from warmonitor.store.window import Window
from warmonitor.web.asked import Day, Word
from warmonitor.web.shapes import Id

TRAIL = 6  # days for which events stay
DRAWN = ("roads", "names")
_YEAR, _LATEST_YEAR = 365, 9999
_EPOCH = date(1970, 1, 1).toordinal()
_At = Annotated[str, StringConstraints(pattern=r"^-?\d{1,3}(\.\d{1,8})?,-?\d{1,2}(\.\d{1,8})?$")]
_Layers = Annotated[str, StringConstraints(pattern=r"^[a-z]{1,10}(,[a-z]{1,10}){0,9}$")]


class InDays(BaseModel):
    """Days of the map and what its records must have: a place, an actor, the type of events."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    since: Day | None = Field(None, description="First day; a year before the last, if not said.")
    until: Day | None = Field(None, description="Last day; the latest of the account, if not said.")
    place: Word | None = Field(None, description="Id of a place.")
    actor: Word | None = Field(None, description="Id of an actor.")
    type: Word | None = Field(None, description="Type of events, by the ACLED terms.")


class OnMap(InDays):
    """All that the map shows: the day, the part of the world, layers, and what is chosen."""

    day: Day | None = Field(None, description="The day shown; the last, if not said.")
    trail: int = Field(TRAIL, ge=0, le=90, description="Days for which events stay after they happened.")
    layers: _Layers | None = Field(
        None, description="control, events, access, posts, roads, names; none; all if not said."
    )
    at: _At | None = Field(None, description="Longitude and latitude of the middle.")
    zoom: float | None = Field(None, ge=0, le=22, description="How near.")
    chosen: Id | None = Field(None, description="Id of a record that is shown with its words.")


@dataclass(frozen=True, slots=True)
class Days:
    """The days of a map, the first and the last included, and the one shown."""

    since: date
    until: date
    day: date


def days_of(asked: InDays, latest: int | None, day: str | None = None) -> Days | None:
    """Return the days that are asked for; without `until` the latest of the account is the last.

    Raises:
        QueryError: when a day is none, or the first is after the last.
    """
    shown = _day(day)
    until = _day(asked.until) or (date.fromordinal(latest + _EPOCH) if latest is not None else None)
    until = max(until, shown) if until and shown and not asked.until else until or shown
    since = _day(asked.since)
    if until is None:
        return None
    since = since or until - timedelta(days=min(_YEAR, until.toordinal() - 1))
    if shown and shown < since and not asked.since:
        since = shown
    if since > until:
        raise QueryError("days-reversed", f"The day {since} is after {until}.")
    return Days(since, until, min(max(shown or until, since), until))


def window_of(days: Days, asked: InDays, reader: Reader) -> Window:
    """Return what is wanted of the days."""
    first, last = (day_number(one.isoformat(), 0) for one in (days.since, days.until))
    return Window(first, last, links=links_of(asked, reader))


def links_of(asked: InDays, reader: Reader) -> tuple[tuple[str, str, str], ...]:
    """Return what records of each layer must be linked to; who holds ground stands there by name."""
    told = [(layer, "place", asked.place) for layer in LAYERS if asked.place]
    if asked.actor:
        actor = reader.get("actors", asked.actor)
        name = str(actor["name"]) if actor else asked.actor
        told += [(layer, "actor", asked.actor if _by_id(layer) else name) for layer in LAYERS]
    if asked.type:
        told.append(("events", "type", asked.type))
    return tuple((layer, role, word) for layer, role, word in told if word)


def layers_of(asked: OnMap) -> tuple[str, ...]:
    """Return the layers of records that are shown."""
    if asked.layers is None:
        return LAYERS
    return tuple(layer for layer in LAYERS if layer in asked.layers.split(","))


def drawn_of(asked: OnMap) -> tuple[str, ...]:
    """Return what is drawn besides records."""
    return tuple(one for one in DRAWN if asked.layers is None or one in asked.layers.split(","))


def _by_id(layer: str) -> bool:
    return any(path.endswith(".id") for path in LINKS[layer]["actor"])


def _day(words: str | None) -> date | None:
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        raise QueryError("day-invalid", "This is no day of the calendar; write it as 2015-05-31.") from None
