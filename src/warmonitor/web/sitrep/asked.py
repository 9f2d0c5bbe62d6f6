"""What may be asked of a situation report, and what it makes: days and an area, or places to choose from."""

from dataclasses import dataclass, replace
from datetime import date

from pydantic import BaseModel, ConfigDict, Field

from warmonitor.model import QueryError
from warmonitor.store.database import Database
from warmonitor.store.period import last_day
from warmonitor.store.reader import Reader, Record
from warmonitor.web.asked import Day, Word
from warmonitor.web.sitrep.scope import Scope, at_place, called, in_country, period


class AskedSitrep(BaseModel):
    """Which situation report."""

    model_config = ConfigDict(extra="forbid")

    since: Day | None = Field(None, description="First day; thirty days with the last if not said.")
    until: Day | None = Field(None, description="Last day; that of the newest report if not said.")
    place: Word | None = Field(None, description="A place with what lies in it, by its id or a name.")
    country: Word | None = Field(None, description="A country, by two letters.")


@dataclass(frozen=True, slots=True)
class Found:
    """What is to be told of; `scope` None where the place is not clear, or there is no report and no day."""

    scope: Scope | None = None
    places: tuple[Record, ...] = ()


def find(database: Database, asked: AskedSitrep) -> Found:
    """Return what is to be told of.

    Raises:
        QueryError: when days are none or reversed, the period is too long, or the country is none.
    """
    since, until = _day(asked.since), _day(asked.until)
    last = database.read(last_day) or until or since
    if last is None:
        return Found()
    scope, reader = Scope(*period(since, until, last)), Reader(database)
    if asked.place and asked.country:
        raise QueryError("area-twice", "Ask for a place or a country, not for both.")
    if asked.place:
        return _at(reader, scope, asked.place)
    if asked.country:
        area, places, bounded = in_country(reader, asked.country)
        told = (("country", asked.country),)
        return Found(replace(scope, area=area, places=places, bounded=bounded, asked=told))
    return Found(scope)


def _at(reader: Reader, scope: Scope, place: str) -> Found:
    found = tuple(called(reader, place))
    if len(found) != 1:
        return Found(None, found)
    area, places, bounded = at_place(reader, found[0])
    told = (("place", str(found[0]["id"])),)
    return Found(replace(scope, area=area, places=places, bounded=bounded, asked=told), found)


def _day(words: str | None) -> date | None:
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        raise QueryError("day-invalid", f"“{words}” is no day of the calendar.") from None
