"""Roads that were given, near the places of which control is told."""

from typing import Annotated

from fastapi import Query, Request, Response

from warmonitor.store.reader import Reader
from warmonitor.web.asked import Asked, asked_of
from warmonitor.web.pages.frame.answer import answer
from warmonitor.web.pages.frame.page import Page, Part
from warmonitor.web.pages.frame.route import paged

router = paged("pages")


class RoadLine(Part):
    """A stretch of a road: its name, whether it is a main one, and its points, longitude and latitude."""

    name: str
    main: bool
    points: list[tuple[float, float]]


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
    lines = [RoadLine(**{name: one[name] for name in RoadLine.model_fields}) for one in found.records]
    return RoadsPage(roads=lines, next=found.after)
