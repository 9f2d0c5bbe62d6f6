"""What began or ended in some days, as a list: what the counts of the first page lead to."""

from typing import Annotated, Literal

from fastapi import Query, Request, Response

from warmonitor.model import QueryError
from warmonitor.store.database import Database
from warmonitor.store.filters import Filters, filters_of
from warmonitor.store.reader import Record
from warmonitor.store.turning import began, ended
from warmonitor.web.asked import Day
from warmonitor.web.desk import desk_of
from warmonitor.web.pages.frame.answer import answer
from warmonitor.web.pages.frame.page import Page, Part
from warmonitor.web.pages.frame.route import paged
from warmonitor.web.pages.situation.world import CUT_OFF
from warmonitor.web.pages.wording import words
from warmonitor.web.pages.wording.links import page_of

router = paged("pages")
MOST = 500
_WORK = {"began": began, "ended": ended}


class ChangedLine(Part):
    """A record with its days and its place, in words, and its page."""

    said: str
    place: Record | None
    when: str
    href: str


class ChangesPage(Page):
    """Records that began or ended in some days, the latest first; `more` says that there are others."""

    title: str = "What changed"
    when: str
    lines: list[ChangedLine]
    more: bool


@router.get("/changes", response_model=ChangesPage)
def changes(
    request: Request,
    kind: Annotated[Literal["control", "access"], Query(alias="list", description="Which list.")],
    since: Annotated[Day, Query(description="First day.")],
    until: Annotated[Day, Query(description="Last day.")],
    what: Annotated[Literal["began", "ended"], Query(description="What they did.")] = "began",
) -> Response:
    """List the spells of control, or the places cut off, that began or ended in some days."""
    days = filters_of({"since": since, "until": until})
    database = desk_of(request).store.database
    return answer(request, "situation/changes.html.j2", lambda _: _page(database, kind, what, days))


def _page(database: Database, kind: str, what: str, days: Filters) -> ChangesPage:
    if days.since is None or days.until is None:
        raise QueryError("days-missing", "Say both days.")
    first, last, status = days.since, days.until, CUT_OFF if kind == "access" else None
    found = database.read(lambda connection: _WORK[what](connection, kind, first, last, MOST + 1, status))
    title = f"{'Places cut off' if status else 'Spells of control'} that {what}"
    when = words.when({"earliest": str(first), "latest": str(last)})
    lines = [_line(kind, one) for one in found[:MOST]]
    return ChangesPage(title=title, when=when, lines=lines, more=len(found) > MOST)


def _line(kind: str, record: Record) -> ChangedLine:
    return ChangedLine(
        said=words.spell_words(record) if kind == "control" else record["because"],
        place=record["place"],
        when=words.when(record),
        href=page_of(kind, record["id"]),
    )
