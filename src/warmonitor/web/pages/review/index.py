"""Review: what waits for a judgement, by doubt and by weight, or what nobody has judged yet."""

from typing import Annotated

from fastapi import Query, Request, Response
from pydantic import Field

from warmonitor.store.nodes import stale
from warmonitor.store.queued import pending, walk
from warmonitor.store.reader import Record
from warmonitor.store.waiting import Doubt, Waiting
from warmonitor.web.desk import Desk, desk_of
from warmonitor.web.pages.frame.answer import answer
from warmonitor.web.pages.frame.page import Page, Part
from warmonitor.web.pages.frame.route import paged
from warmonitor.web.pages.review.notice import Notice, notice_of
from warmonitor.web.pages.review.sides import called
from warmonitor.web.pages.review.walks import Walk, record_address, unjudged, waiting_address
from warmonitor.web.pages.wording.links import listed
from warmonitor.web.shapes import Id

router = paged("pages")
_PART = 50
WHY = {
    Doubt.AGAIN: "a judgement of it no longer fits",
    Doubt.DISPUTE: "claims that cannot all be true",
    Doubt.WIDE: "origins say very different numbers",
    Doubt.READING: "neither place nor day is known",
    Doubt.GROUND: "not located, or could be another place",
    Doubt.NAME: "no register knows the actor",
}


class Waits(Part):
    """What waits: its words, why it does, how many were killed by what rests on it, and events that do."""

    kind: str
    id: str
    called: str
    why: str
    deaths: int
    events: int
    events_href: str
    href: str


class ReviewPage(Page):
    """A part of the queue; `total` is how many wait, `behind` how many blocks the account is behind.

    `pending` are judgements that the account does not know yet; what they are of is left out.
    """

    title: str = "Review"
    waits: list[Waits]
    total: int | None
    next: str | None
    pending: int
    behind: int
    notice: Notice | None


class Asked(Walk):
    """Which part of which queue."""

    start: int = Field(0, ge=0, le=10_000_000, description="How many come before.")
    after: Id | None = Field(None, description="The `next` of the page before, of what nobody has judged.")
    judged: Id | None = Field(None, description="The judgement that was made just now.")


@router.get("/review", response_model=ReviewPage)
def review(request: Request, asked: Annotated[Asked, Query()]) -> Response:
    """Show what waits for a judgement."""
    desk = desk_of(request)
    return answer(request, "review/index.html.j2", lambda _: _page(desk, asked), str(behind(desk)))


def behind(desk: Desk) -> int:
    """Return how many blocks are to be made again before the account is up to date."""
    return desk.store.database.read(lambda connection: len(stale(connection)))


def _page(desk: Desk, asked: Asked) -> ReviewPage:
    waits, total, on = _unjudged(desk, asked) if asked.unjudged else _queue(desk, asked)
    return ReviewPage(
        waits=waits,
        total=total,
        next=on,
        pending=desk.store.database.read(pending).count,
        behind=behind(desk),
        notice=notice_of(desk, asked.judged, asked),
    )


def _queue(desk: Desk, asked: Asked) -> tuple[list[Waits], int, str | None]:
    found, total = desk.store.database.read(lambda one: walk(one, asked.line, asked.start, _PART))
    on = asked.start + _PART
    onward = listed("/review", **asked.told(), start=str(on)) if on < total else None
    return [_waits(asked, one) for one in found], total, onward


def _unjudged(desk: Desk, asked: Asked) -> tuple[list[Waits], None, str | None]:
    kind = asked.unjudged or ""
    found, on = unjudged(desk, kind, asked.after, _PART)
    onward = listed("/review", **asked.told(), after=on) if on else None
    return [_not_judged(asked, kind, one) for one in found], None, onward


def _waits(asked: Asked, one: Waiting) -> Waits:
    href = waiting_address(asked, one)
    role = {"places": "place", "actors": "actor", "claims": "claim"}.get(one.kind)
    return Waits(
        kind=one.kind,
        id=one.id,
        called=one.called,
        why=WHY[one.doubt],
        deaths=one.deaths,
        events=one.events,
        events_href=listed("/events", **{role: one.id}) if role else href,
        href=href,
    )


def _not_judged(asked: Asked, kind: str, record: Record) -> Waits:
    href = record_address(asked, kind, record["id"])
    said = called(kind, record)
    return Waits(
        kind=kind, id=record["id"], called=said, why="", deaths=0, events=0, events_href=href, href=href
    )
