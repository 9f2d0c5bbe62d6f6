"""The situation report of a period and an area: a page, and files of the same sentences."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from fastapi import Query, Request, Response

from warmonitor.exports.sitrep.forms import FORMS
from warmonitor.exports.sitrep.record import Sitrep
from warmonitor.model import QueryError
from warmonitor.model.spoken import when_words
from warmonitor.store.database import Database
from warmonitor.store.reader import Record
from warmonitor.web.desk import desk_of
from warmonitor.web.pages.frame.answer import answer
from warmonitor.web.pages.frame.page import Page, Part
from warmonitor.web.pages.frame.route import paged
from warmonitor.web.pages.wording import links
from warmonitor.web.sitrep.asked import AskedSitrep, find
from warmonitor.web.sitrep.made import sitrep
from warmonitor.web.sitrep.parts import PARTS
from warmonitor.web.sitrep.whole import AskedPart, Whole, whole
from warmonitor.web.spool import spooled
from warmonitor.web.trouble import Trouble

router = paged("pages")
Asked = Annotated[AskedSitrep, Query()]


class FileLink(Part):
    """A file with the same sentences."""

    said: str
    href: str


class Choice(Part):
    """A place that may be meant by a name; `href` leads to its situation report."""

    id: str
    name: str | None
    inside: str | None
    href: str


class SitrepPage(Page):
    """A situation report; where the place is not clear there is none, but `choices`, if any.

    `since` and `until` are the days that are told of, None where nothing was read yet.
    """

    title: str = "Situation report"
    since: date | None = None
    until: date | None = None
    choices: tuple[Choice, ...] = ()
    files: tuple[FileLink, ...] = ()
    report: Sitrep | None = None


@router.get("/sitrep", response_model=SitrepPage)
def show_sitrep(request: Request, asked: Asked) -> Response:
    """Show the situation report of a period and an area."""
    database = desk_of(request).store.database
    return answer(request, "sitrep/index.html.j2", lambda _: _page(database, asked))


def _page(database: Database, asked: AskedSitrep) -> SitrepPage:
    found = find(database, asked)
    if found.scope is None:
        return SitrepPage(choices=tuple(_choice(one, asked) for one in found.places))
    told = sitrep(database, found.scope)
    days = {"since": told.since.isoformat(), "until": told.until.isoformat()}
    query = {**days, "place": asked.place, "country": asked.country}
    files = tuple(
        FileLink(said=form.said, href=links.listed(f"/sitrep.{form.name}", **query))
        for form in FORMS.values()
    )
    return SitrepPage(since=told.since, until=told.until, files=files, report=told)


class SitrepPartPage(Page):
    """All of one part of a situation report, some records at a time; None where no area is clear."""

    period: str = ""
    area: str = ""
    report: str = ""
    part: Whole | None = None


@router.get("/sitrep/all", response_model=SitrepPartPage)
def show_sitrep_part(request: Request, asked: Annotated[AskedPart, Query()]) -> Response:
    """Show all of one part of a situation report, the weightiest first."""
    database = desk_of(request).store.database
    return answer(request, "sitrep/all.html.j2", lambda _: _part(database, asked))


def _part(database: Database, asked: AskedPart) -> SitrepPartPage:
    if asked.of not in PARTS:
        told = ", ".join(PARTS)
        raise QueryError("part-unknown", f"“{asked.of}” is no part of a situation report; they are: {told}.")
    scope, title = find(database, asked).scope, PARTS[asked.of].title
    if scope is None:
        return SitrepPartPage(title=title)
    days = {"since": scope.since.isoformat(), "until": scope.until.isoformat()}
    return SitrepPartPage(
        title=title,
        period=when_words(scope.since, scope.until),
        area=scope.area,
        report=links.listed("/sitrep", **days, **dict(scope.asked)),
        part=whole(database, scope, asked.of, asked.start),
    )


def _choice(place: Record, asked: AskedSitrep) -> Choice:
    href = links.listed("/sitrep", since=asked.since, until=asked.until, place=place["id"])
    return Choice(id=place["id"], name=place["name"], inside=place["inside"], href=href)


def _file(request: Request, form: str, asked: AskedSitrep) -> Response:
    """Return the situation report as a file, made in full before it is sent.

    Raises:
        Trouble: 404 where the place is not clear, or nothing was read and no day is said.
    """
    database = desk_of(request).store.database
    found = find(database, asked)
    if found.scope is None:
        raise Trouble(
            404, "sitrep-unclear", "There is no place of that name, or several, or nothing was read yet."
        )
    made, scope = FORMS[form], found.scope

    def chunks() -> Iterator[bytes]:
        yield made.make(sitrep(database, scope))

    return spooled(chunks(), made.media_type, f"sitrep-{scope.since}-{scope.until}.{form}")


def _said(form: str) -> dict[int | str, dict[str, object]]:
    schema = {"type": "string", "format": "binary"}
    return {200: {"content": {FORMS[form].media_type.partition(";")[0]: {"schema": schema}}}}


@router.get("/sitrep.md", response_class=Response, responses=_said("md"))
def sitrep_markdown(request: Request, asked: Asked) -> Response:
    """Return the situation report in Markdown."""
    return _file(request, "md", asked)


@router.get("/sitrep.docx", response_class=Response, responses=_said("docx"))
def sitrep_word(request: Request, asked: Asked) -> Response:
    """Return the situation report for word processors."""
    return _file(request, "docx", asked)


@router.get("/sitrep.pdf", response_class=Response, responses=_said("pdf"))
def sitrep_pdf(request: Request, asked: Asked) -> Response:
    """Return the situation report as PDF."""
    return _file(request, "pdf", asked)
