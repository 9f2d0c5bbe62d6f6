"""The first page: what changed in the world, key figures, open disputes, and what waits for review."""

from typing import Annotated

from fastapi import Query, Request, Response

from warmonitor.store.database import Database
from warmonitor.store.filters import Filters, filters_of
from warmonitor.store.membership import Role
from warmonitor.store.nodes import stale
from warmonitor.store.paging import count
from warmonitor.store.reader import Reader
from warmonitor.store.turning import latest_day, newest_in_doubt
from warmonitor.store.weighing import queue
from warmonitor.web.asked import Day
from warmonitor.web.desk import desk_of
from warmonitor.web.identity import asking
from warmonitor.web.pages.answer import answer
from warmonitor.web.pages.came import CameIn, came_in
from warmonitor.web.pages.key_figures import Measured, key_figures
from warmonitor.web.pages.links import page_of
from warmonitor.web.pages.page import Page, Part
from warmonitor.web.pages.route import paged
from warmonitor.web.pages.world import World, world

router = paged("pages")
_DISPUTES, _WAITING = 6, 6


class Line(Part):
    """A record by what it is about, and its page."""

    said: str
    why: str
    href: str


class Waits(Part):
    """Records of which the first are shown, and how many there are in all."""

    total: int
    first: list[Line]


class SituationPage(Page):
    """What changed and what waits; `world` is None where nothing has a day, `review` for readers.

    `behind` is how many blocks are to be made again before the account tells all that was received.
    """

    title: str = "Situation"
    behind: int
    came: CameIn
    world: World | None
    figures: list[Measured]
    disputes: Waits
    review: Waits | None


@router.get("/", response_model=SituationPage)
def situation(
    request: Request,
    day: Annotated[Day | None, Query(description="The day that is looked at; the latest one else.")] = None,
    today: Annotated[
        Day | None, Query(description="Up to which day it came in; that of the server else.")
    ] = None,
) -> Response:
    """Show what changed up to a day, and what waits."""
    database = desk_of(request).store.database
    behind = database.read(lambda connection: len(stale(connection)))
    reviews = asking(request).member.role.covers(Role.REVIEWER)
    waits = _review(database) if reviews else None
    now = filters_of({"since": today}).since if today else None
    came = came_in(database, now or desk_of(request).now().date())
    moving = [str(behind), waits.model_dump_json() if waits else "", came.model_dump_json()]
    return answer(
        request,
        "situation.html.j2",
        lambda reader: _page(reader, database, day, behind, waits, came),
        *moving,
    )


def _page(
    reader: Reader, database: Database, asked: str | None, behind: int, waits: Waits | None, came: CameIn
) -> Page:
    day = filters_of({"since": asked}).since if asked else database.read(latest_day)
    return SituationPage(
        behind=behind,
        came=came,
        world=world(database, day) if day else None,
        figures=key_figures(reader, day) if day else [],
        disputes=_disputes(database),
        review=waits,
    )


def _disputes(database: Database) -> Waits:
    found = database.read(lambda connection: newest_in_doubt(connection, "disputes", _DISPUTES))
    lines = [Line(said=one["about"], why=one["kind"], href=page_of("disputes", one["id"])) for one in found]
    return Waits(
        total=database.read(lambda connection: count(connection, "disputes", Filters())), first=lines
    )


def _review(database: Database) -> Waits:
    found, total = database.read(lambda connection: queue(connection, 0, _WAITING))
    lines = [
        Line(
            said=one.called,
            why=_DOUBTS[one.doubt.name],
            href="/issues" if one.kind == "issues" else page_of(one.kind, one.id),
        )
        for one in found
    ]
    return Waits(total=total, first=lines)


_DOUBTS = {
    "NAME": "an actor that no register knows",
    "GROUND": "a place not located, or that could be another",
    "READING": "neither place nor day is known",
    "WIDE": "origins say very different numbers",
    "DISPUTE": "these cannot all be true",
    "AGAIN": "a judgement that no longer fits",
}
