"""Roads that are closed, as the map draws them and its list says them: at which place, by whom, to whom."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Annotated

from fastapi import Query, Request, Response

from warmonitor.store.database import Database
from warmonitor.store.mapped import OPEN, day_number
from warmonitor.store.reader import Reader, Record
from warmonitor.store.window import Columns, Window, closing, latest, spots
from warmonitor.web.desk import desk_of
from warmonitor.web.pages.frame.answer import answer, data
from warmonitor.web.pages.frame.page import Page, Part
from warmonitor.web.pages.frame.route import paged, wants_page
from warmonitor.web.pages.map.asked import InDays, days_of, window_of
from warmonitor.web.pages.map.tellings import Telling, tellings
from warmonitor.web.pages.map.territory import place_of
from warmonitor.web.pages.wording.links import page_of
from warmonitor.web.trouble import Json

router = paged("pages")
MOST = 1_000  # records of roads out of which closed roads are told
LISTED = 200  # places in the list
_SPOT = ("latitude", "longitude", "radius", "precision")


class Shut(Part):
    """Roads that are closed at a place, held by `holder`, to `town`, whose record of roads out is `id`.

    Days are counted from 1970-01-01, with a million for an open end and minus that for an open start.
    `place` is null, as are its coordinates, where it is not known which one it is or where it lies.
    """

    place: str | None
    name: str
    holder: str | None
    roads: list[str]
    town: str
    id: str
    first: int
    last: int
    latitude: float | None = None
    longitude: float | None = None
    radius: float | None = None
    precision: str | None = None


class Closings(Page):
    """Roads that are closed on some days, and what is told of roads; `more`: there are others closed."""

    title: str = "Closed roads of the map"
    shut: list[Shut]
    told: list[Telling]
    more: bool


class Town(Part):
    """A place to which roads are closed, and the address of its record of roads out."""

    name: str
    href: str


class Closed(Part):
    """Roads that are closed at a place on a day: by whom it is held, and to which places."""

    place: str | None
    name: str
    holder: str | None
    roads: list[str]
    towns: list[Town]


@router.get("/map/closures", response_model=Closings)
def map_closures(request: Request, asked: Annotated[InDays, Query()]) -> Response:
    """Return which roads are closed on the days of the map."""
    if wants_page(request):
        return answer(
            request, "map/features.html.j2", lambda _: Page(title=Closings.model_fields["title"].default)
        )
    database = desk_of(request).store.database
    return data(request, lambda reader: _told(database, str(reader.head()), asked))


@lru_cache(maxsize=4)
def _told(database: Database, stand: str, asked: InDays) -> bytes:  # noqa: ARG001 - what it changes with
    reader = Reader(database)
    days = days_of(asked, database.read(latest))
    shut, more = shut_in(reader, database, window_of(days, asked, reader)) if days else ([], False)
    told = tellings(reader, database, days.since, days.until, asked.place) if days else []
    return bytes(Json(Closings(shut=shut, told=told, more=more).model_dump(mode="json")).body)


def shut_in(reader: Reader, database: Database, window: Window) -> tuple[list[Shut], bool]:
    """Return the roads that are closed in a window, and whether there are more than these."""
    ids = database.read(lambda connection: closing(connection, window, MOST + 1))
    found = [one for record in reader.some("access", ids[:MOST]) for one in _shut(record)]
    places = sorted({one.place for one in found if one.place})
    lies = database.read(lambda connection: spots(connection, places))
    return _located(found, lies), len(ids) > MOST


def closed_on(shut: Iterable[Shut], day: int) -> list[Closed]:
    """Return what is closed on a day, by place: all roads at it, and all to whom they are closed."""
    groups: defaultdict[tuple[str, str, str], list[Shut]] = defaultdict(list)
    for one in shut:
        if one.first <= day <= one.last:
            groups[one.name, one.place or "", one.holder or ""].append(one)
    return [_closed(groups[key]) for key in sorted(groups)]


def _closed(together: Sequence[Shut]) -> Closed:
    towns = sorted({(one.town, one.id) for one in together})
    return Closed(
        place=together[0].place,
        name=together[0].name,
        holder=together[0].holder,
        roads=sorted({road for one in together for road in one.roads}),
        towns=[Town(name=name, href=page_of("access", record)) for name, record in towns],
    )


def _shut(record: Record) -> Iterator[Shut]:
    """Yield what a record of roads out says is closed, by place."""
    at: defaultdict[tuple[str | None, str, str | None], list[str]] = defaultdict(list)
    for one in record["closures"]:
        place = place_of(one)
        at[place.id, place.name or ", ".join(place.said), one["holder"]].append(one["road"])
    town = place_of(record)
    for (place_id, name, holder), roads in at.items():
        yield Shut(
            place=place_id,
            name=name,
            holder=holder,
            roads=roads,
            town=town.name or ", ".join(town.said),
            id=record["id"],
            first=day_number(record["earliest"], -OPEN),
            last=day_number(record["latest"], OPEN),
        )


def _located(shut: Sequence[Shut], lies: Columns) -> list[Shut]:
    where = {one: place for place, one in enumerate(lies["id"])}
    known = {one: {name: lies[name][place] for name in _SPOT} for one, place in where.items()}
    return [one.model_copy(update=known.get(one.place or "", {})) for one in shut]
