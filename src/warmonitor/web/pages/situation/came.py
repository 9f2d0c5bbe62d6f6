"""What came in: reports by the day on which they came, and how many there were lately."""

from datetime import date
from typing import Annotated

from fastapi import Query, Request, Response

from warmonitor.model import QueryError
from warmonitor.store.came import MOST, Came, counted_in, reports_in
from warmonitor.store.database import Database
from warmonitor.store.filters import filters_of
from warmonitor.store.reader import Reader, Record
from warmonitor.web.asked import Day
from warmonitor.web.desk import desk_of
from warmonitor.web.pages.frame.answer import answer
from warmonitor.web.pages.frame.page import Page, Part
from warmonitor.web.pages.frame.route import paged
from warmonitor.web.pages.situation.periods import Lately
from warmonitor.web.pages.wording import words

router = paged("pages")
_PAGE = 100


class Counted(Part):
    """How many there are, in words, and the list of them, None where there is none."""

    said: str
    href: str | None


class CameIn(Part):
    """What came in within some days up to `today`, by the clock of the server (UTC)."""

    today: date
    spans: list[str]
    rows: list[tuple[str, list[Counted]]]


class CameLine(Part):
    """A report that came: when, and whether the account tells of it already."""

    report: str
    received: str
    title: str | None
    outlet: str | None
    dated: str | None
    claims: int | None


class CamePage(Page):
    """Reports that came first on some days, the latest first; `next` leads to those before."""

    title: str = "What came in"
    when: str
    lines: list[CameLine]
    next: str | None


_LISTS = {"reports": ("Reports", "/came"), "claims": ("Claims in them", "/came"),
          "judgements": ("Judgements", "/judgements")}  # fmt: skip


def came_in(database: Database, lately: list[Lately]) -> CameIn:
    """Return what came in within each of some days."""
    found = [
        database.read(lambda connection, one=one: counted_in(connection, one.since, one.until))  # type: ignore[misc]
        for one in lately
    ]
    rows = [
        (said, [_counted(counts[name], one.listed(path)) for one, counts in zip(lately, found, strict=True)])
        for name, (said, path) in _LISTS.items()
    ]
    return CameIn(today=lately[0].until, spans=[one.said for one in lately], rows=rows)


def _counted(number: int, href: str) -> Counted:
    return Counted(said=many(number, MOST), href=href if number else None)


def many(number: int, most: int) -> str:
    """Return a count that is one more than `most` where there may be others, in words."""
    return f"over {most:,}" if number > most else f"{number:,}"


@router.get("/came", response_model=CamePage)
def came(
    request: Request,
    since: Annotated[Day, Query(description="First day, by the clock of the server (UTC).")],
    until: Annotated[Day, Query(description="Last day.")],
    after: Annotated[
        int | None, Query(ge=1, le=1 << 62, description="The `next` of the page before.")
    ] = None,
) -> Response:
    """List the reports that came first on some days."""
    days = filters_of({"since": since, "until": until})
    if days.since is None or days.until is None:
        raise QueryError("days-missing", "Say both days.")
    first, last, database = days.since, days.until, desk_of(request).store.database
    return answer(
        request, "situation/came.html.j2", lambda reader: _page(reader, database, first, last, after)
    )


def _page(reader: Reader, database: Database, first: date, last: date, after: int | None) -> CamePage:
    found = database.read(lambda connection: reports_in(connection, first, last, after, _PAGE + 1))
    shown = found[:_PAGE]
    ids = [one.report for one in shown]
    records = {one["id"]: one for one in reader.some("reports", ids)}
    claims = {
        report: kinds.get("claims", 0) for report, kinds in reader.tallies("report", ids, ["claims"]).items()
    }
    return CamePage(
        when=words.when({"earliest": first.isoformat(), "latest": last.isoformat()}),
        lines=[_line(one, records.get(one.report), claims.get(one.report, 0)) for one in shown],
        next=str(shown[-1].seq) if len(found) > _PAGE else None,
    )


def _line(one: Came, record: Record | None, claims: int) -> CameLine:
    return CameLine(
        report=one.report,
        received=one.received,
        title=record["title"] if record else None,
        outlet=record["outlet"] if record else None,
        dated=words.when(record["dated"]) if record else None,
        claims=claims if record else None,
    )
