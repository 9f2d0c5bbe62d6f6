"""The first page: what is new, what changed in the world, key figures, open disputes, and what waits."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Query, Request, Response

from warmonitor.store.database import Database
from warmonitor.store.filters import filters_of
from warmonitor.store.membership import Role
from warmonitor.store.nodes import stale
from warmonitor.store.reader import Reader
from warmonitor.store.turning import latest_day, open_disputes
from warmonitor.store.weighing import queue, unweighed
from warmonitor.web.asked import Day
from warmonitor.web.desk import desk_of
from warmonitor.web.identity import asking
from warmonitor.web.pages.frame.answer import answer
from warmonitor.web.pages.frame.page import Page, Part
from warmonitor.web.pages.frame.route import paged
from warmonitor.web.pages.situation.came import CameIn, came_in
from warmonitor.web.pages.situation.key_figures import Measured, key_figures
from warmonitor.web.pages.situation.periods import lately
from warmonitor.web.pages.situation.turned import Turned, telling, turned
from warmonitor.web.pages.situation.world import World, world
from warmonitor.web.pages.wording.links import listed, page_of

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
    """What is new, what changed, what waits; `world` is None where nothing has a day, `review` for readers.

    `behind` is how many blocks are to be made again before the account tells all that was received; `here` is
    the address that shows the same on other days too.
    """

    title: str = "Situation"
    behind: int
    came: CameIn
    turned: Turned
    world: World | None
    figures: list[Measured]
    disputes: Waits
    review: Waits | None
    here: str


@dataclass(frozen=True, slots=True)
class _Asked:
    """Which day is looked at, up to which day things are new, and whether who asks reviews."""

    day: date | None
    today: date
    reviews: bool


@router.get("/", response_model=SituationPage)
def situation(
    request: Request,
    day: Annotated[Day | None, Query(description="The day that is looked at; the latest one else.")] = None,
    today: Annotated[
        Day | None, Query(description="Up to which day it came in and turned; that of the server else.")
    ] = None,
) -> Response:
    """Show what is new, what changed in the world up to a day, and what waits."""
    database = desk_of(request).store.database
    reviews = asking(request).member.role.covers(Role.REVIEWER)
    now = _day(today) or desk_of(request).now().date()
    asked = _Asked(_day(day), now, reviews)
    behind = database.read(lambda connection: len(stale(connection)))
    # All that is shown follows from the shelf and the chain, but for the day and what is still worked on.
    moving = [now.isoformat(), str(behind), str(telling(database)), _weighed(database, reviews)]
    return answer(
        request, "situation/index.html.j2", lambda reader: _page(reader, database, asked, behind), *moving
    )


def _day(words: str | None) -> date | None:
    return filters_of({"since": words}).since if words else None


def _weighed(database: Database, reviews: bool) -> str:
    """Return what waits, as long as that is still weighed."""
    if not database.read(unweighed):
        return ""
    waits = [_disputes(database), *([_review(database)] if reviews else [])]
    return "".join(one.model_dump_json() for one in waits)


def _page(reader: Reader, database: Database, asked: _Asked, behind: int) -> Page:
    day, days = asked.day or database.read(latest_day), lately(asked.today)
    return SituationPage(
        behind=behind,
        came=came_in(database, days),
        turned=turned(database, days),
        world=world(database, day) if day else None,
        figures=key_figures(reader, day) if day else [],
        disputes=_disputes(database),
        review=_review(database) if asked.reviews else None,
        here=listed("/", day=day.isoformat() if day else None, today=asked.today.isoformat()),
    )


def _disputes(database: Database) -> Waits:
    found, total = database.read(lambda connection: open_disputes(connection, _DISPUTES))
    lines = [Line(said=one["about"], why=one["kind"], href=page_of("disputes", one["id"])) for one in found]
    return Waits(total=total, first=lines)


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
