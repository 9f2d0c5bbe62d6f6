"""Roads that were given, near the places of which control is told."""

from typing import Annotated

from fastapi import Query, Request, Response

from warmonitor.store.reader import Reader, Record
from warmonitor.web.asked import Asked, asked_of
from warmonitor.web.pages.frame.answer import answer
from warmonitor.web.pages.frame.page import Page, Part
from warmonitor.web.pages.frame.route import paged
from warmonitor.web.pages.map.road import on_map, page_of_road

router = paged("pages")


class RoadLine(Part):
    """A stretch of a road: its name, whether it is a main one, and its points, longitude and latitude.

    `href` leads to the page of the road, null where it has no name, `map` to the map where the stretch lies.
    """

    name: str
    main: bool
    points: list[tuple[float, float]]
    href: str | None
    map: str


class RoadsPage(Page):
    """Roads in the account's order; `next` leads to the next page of them."""

    title: str = "Roads"
    roads: list[RoadLine]
    next: str | None


@router.get("/roads", response_model=RoadsPage)
def roads(request: Request, asked: Annotated[asked_of("roads"), Query()]) -> Response:  # type: ignore[valid-type]
    """Show which roads are known."""
    return answer(request, "map/roads.html.j2", lambda reader: _roads(reader, asked))


def _roads(reader: Reader, asked: Asked) -> RoadsPage:
    found = reader.page("roads", asked.filters(), asked.after, asked.limit)
    return RoadsPage(roads=[_line(one) for one in found.records], next=found.after)


def _line(one: Record) -> RoadLine:
    told = {name: one[name] for name in ("name", "main", "points")}
    return RoadLine(**told, href=page_of_road(one["name"]), map=on_map([one]))
