"""The map: control, events, roads out and posts on one day, with a list that says the same."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated

from fastapi import Query, Request, Response
from fastapi.responses import RedirectResponse

from warmonitor.model import QueryError
from warmonitor.store.database import Database, Transaction
from warmonitor.store.mapped import LAYERS, day_number
from warmonitor.store.naming import named
from warmonitor.store.reader import Reader
from warmonitor.store.window import Columns, Window, count, features, latest, spots, undated
from warmonitor.web.desk import desk_of
from warmonitor.web.pages.frame.answer import answer, data, shown
from warmonitor.web.pages.frame.page import Page, Part
from warmonitor.web.pages.frame.route import paged, wants_page
from warmonitor.web.pages.map.asked import Days, InDays, OnMap, days_of, drawn_of, layers_of, links_of
from warmonitor.web.pages.map.closed import LISTED as CLOSED
from warmonitor.web.pages.map.closed import Closed, closed_on, shut_in
from warmonitor.web.pages.map.features import Features, featured
from warmonitor.web.pages.map.standing import Entry, entries
from warmonitor.web.pages.map.tellings import Telling, tellings
from warmonitor.web.pages.map.tiles import ADDRESS
from warmonitor.web.pages.search.meant import unclear
from warmonitor.web.pages.wording import links

router = paged("pages")
LISTED = 200  # entries of a layer that stand in the list
ROADS = 1_000  # stretches of road that are drawn
NAMES = {"control": "Control", "events": "Events", "access": "Roads out", "posts": "Posts"}


class Group(Part):
    """What a layer has on the day: how many, the first of them, and where all of them are listed.

    `more` says that there are others than these.
    """

    layer: str
    name: str
    total: int
    href: str
    more: bool
    entries: list[Entry]


class MapPage(Page):
    """The map on a day: its days, what stands in the list, and what is not on the map."""

    title: str = "Map"
    since: str | None
    until: str | None
    day: str | None
    trail: int
    layers: list[str]
    groups: list[Group]
    closed: list[Closed]
    told: list[Telling]
    unlocated: list[Entry]
    undated: int
    tiles: str | None


class RoadShapes(Page):
    """Roads as lines: whether each is a main one, and its points, longitude and latitude in turn."""

    title: str = "Roads of the map"
    names: list[str]
    main: list[bool]
    points: list[list[float]]
    more: bool


@router.get("/map", response_model=MapPage)
def map_page(request: Request, asked: Annotated[OnMap, Query()]) -> Response:
    """Show the map and the list of a day."""
    desk = desk_of(request)
    reader = Reader(desk.store.database)
    try:
        meant = _meant(reader, asked)
    except QueryError as error:
        if not wants_page(request):
            raise
        return shown(request, "search/meant.html.j2", unclear(reader, "Map", asked.model_dump(), error), 400)
    if meant:
        return RedirectResponse(
            str(request.url.include_query_params(**meant).replace(scheme="", netloc="")), 303
        )
    tiles = ADDRESS if desk.settings.tiles else None
    made = _Made(desk.store.database, asked)
    return answer(request, "map/index.html.j2", lambda reader: made.page(reader, tiles), str(tiles))


@router.get("/map/features", response_model=Features)
def map_features(request: Request, asked: Annotated[InDays, Query()]) -> Response:
    """Return what the map shows of some days."""
    if wants_page(request):
        return answer(request, "map/features.html.j2", lambda _: Page(title="Features of the map"))
    database = desk_of(request).store.database
    return data(request, lambda reader: featured(database, str(reader.head()), asked))


@router.get("/map/roads", response_model=RoadShapes)
def map_roads(request: Request) -> Response:
    """Return the roads that the map draws."""
    return answer(request, "map/features.html.j2", _roads)


def _meant(reader: Reader, asked: OnMap) -> dict[str, str]:
    """Return the ids of a place and an actor that are asked for by name."""
    told = {"place": ("places", asked.place), "actor": ("actors", asked.actor)}
    ids = {name: (said, named(reader, kind, said)) for name, (kind, said) in told.items() if said}
    return {name: found for name, (said, found) in ids.items() if found != said}


class _Made:
    def __init__(self, database: Database, asked: OnMap) -> None:
        self._database, self._asked = database, asked

    def page(self, reader: Reader, tiles: str | None) -> MapPage:
        asked = self._asked
        days = days_of(asked, self._database.read(latest), asked.day)
        shown = layers_of(asked)
        groups = self._groups(days, shown, reader) if days else []
        return MapPage(
            since=days.since.isoformat() if days else None,
            until=days.until.isoformat() if days else None,
            day=days.day.isoformat() if days else None,
            trail=asked.trail,
            layers=list(shown),
            groups=[_only(group, located=True) for group in groups],
            closed=self._closed(days, reader) if days and "roads" in drawn_of(asked) else [],
            told=self._told(days, reader) if days and "roads" in drawn_of(asked) else [],
            unlocated=[one for group in groups for one in group.entries if not one.located],
            undated=self._database.read(undated),
            tiles=tiles,
        )

    def _closed(self, days: Days, reader: Reader) -> list[Closed]:
        at = day_number(days.day.isoformat(), 0)
        window = Window(at, at, ("access",), links_of(self._asked, reader))
        return closed_on(shut_in(reader, self._database, window)[0], at)[:CLOSED]

    def _told(self, days: Days, reader: Reader) -> list[Telling]:
        return tellings(reader, self._database, days.day, days.day, self._asked.place)[:CLOSED]

    def _groups(self, days: Days, shown: Sequence[str], reader: Reader) -> list[Group]:
        at = day_number(days.day.isoformat(), 0)
        wanted = links_of(self._asked, reader)
        return [
            self._group(layer, Window(at, at, (layer,), wanted, self._asked.trail), days) for layer in shown
        ]

    def _group(self, layer: str, window: Window, days: Days) -> Group:
        def work(connection: Transaction) -> tuple[Columns, Columns, int]:
            rows = features(connection, window, LISTED)
            return rows, spots(connection, rows["place"]), count(connection, window)[layer]

        rows, places, total = self._database.read(work)
        return Group(
            layer=layer,
            name=NAMES[layer],
            total=total,
            href=self._listed(layer, days),
            more=total > LISTED,
            entries=entries(rows, places, window.first),
        )

    def _listed(self, layer: str, days: Days) -> str:
        back = self._asked.trail if layer == "events" else 0
        since = days.day - timedelta(days=min(back, days.day.toordinal() - 1))
        ends = {"since": since.isoformat(), "until": days.day.isoformat()}
        return links.listed(f"/{layer}", **ends, place=self._asked.place)


def _only(group: Group, located: bool) -> Group:
    kept = [one for one in group.entries if one.located == located]
    return group.model_copy(update={"entries": kept})


def _roads(reader: Reader) -> RoadShapes:
    found = reader.page("roads", limit=ROADS)
    return RoadShapes(
        names=[one["name"] or "" for one in found.records],
        main=[one["main"] for one in found.records],
        points=[[end for point in one["points"] for end in point] for one in found.records],
        more=found.after is not None,
    )


assert set(NAMES) == set(LAYERS)
