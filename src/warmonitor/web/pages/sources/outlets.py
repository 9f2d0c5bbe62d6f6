"""Outlets: the reports of each, and how often it was alone, first, copied, copying, corrected."""

from typing import Annotated

from fastapi import Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from warmonitor.store.database import Database
from warmonitor.store.filters import Filters
from warmonitor.store.outlets import MOST, After, Standing, standing, standings
from warmonitor.store.quoting import of_outlet
from warmonitor.store.reader import Reader
from warmonitor.web.asked import Cursor, Word
from warmonitor.web.desk import desk_of
from warmonitor.web.pages.frame.answer import answer
from warmonitor.web.pages.frame.page import Page, Part
from warmonitor.web.pages.frame.route import paged
from warmonitor.web.pages.sources.origins import OriginLine, origin_line
from warmonitor.web.pages.sources.quoting import Quoting, quoting
from warmonitor.web.pages.wording.links import listed
from warmonitor.web.trouble import Trouble, not_found

router = paged("pages")


class Count(Part):
    """How often something holds of an outlet, and the list of it."""

    count: int
    href: str


class OutletLine(Part):
    """An outlet: reports, events that it tells of, and of how many of them it was alone or first.

    `copied` and `copies` are strands; `changed` are strands in which a later text of its own gives something
    else, `corrected` figures of which it gave a count and later another in its place.
    """

    name: str
    href: str
    reports: Count
    events: Count
    alone: Count
    first: Count
    copied: Count
    copies: Count
    changed: Count
    corrected: Count


class OutletsPage(Page):
    """Outlets, those with most reports first; `next` leads on."""

    title: str = "Outlets"
    outlets: list[OutletLine]
    next: str | None


class OutletPage(Page):
    """An outlet: how it stands, its record as an origin, and whom it quotes."""

    outlet: OutletLine
    origin: OriginLine | None
    quoting: Quoting


class AskedOutlets(BaseModel):
    """Which page of the outlets."""

    model_config = ConfigDict(extra="forbid")
    after: Cursor | None = Field(None, description="The `next` of the page before.")
    limit: int = Field(100, ge=1, le=MOST, description="How many at most.")


class AskedOutlet(BaseModel):
    """Which outlet."""

    model_config = ConfigDict(extra="forbid")
    name: Word = Field(description="Name of an outlet.")


@router.get("/outlets", response_model=OutletsPage)
def outlets(request: Request, asked: Annotated[AskedOutlets, Query()]) -> Response:
    """Show how outlets stand."""
    database = desk_of(request).store.database
    return answer(request, "sources/outlets.html.j2", lambda _: _outlets(database, asked))


@router.get("/outlets/one", response_model=OutletPage)
def outlet(request: Request, asked: Annotated[AskedOutlet, Query()]) -> Response:
    """Show how an outlet stands, and whom it quotes."""
    database = desk_of(request).store.database
    return answer(request, "sources/outlet.html.j2", lambda reader: _outlet(database, reader, asked.name))


def _outlets(database: Database, asked: AskedOutlets) -> OutletsPage:
    found = standings(database, asked.limit + 1, _after(asked.after))
    shown = found[: asked.limit]
    on = f"{shown[-1].reports}:{shown[-1].outlet}".encode().hex() if len(found) > asked.limit else None
    return OutletsPage(outlets=[line(one) for one in shown], next=on)


def _after(cursor: str | None) -> After | None:
    if cursor is None:
        return None
    try:
        reports, _, outlet = bytes.fromhex(cursor).decode().partition(":")
        return After(int(reports), outlet)
    except ValueError:
        raise Trouble(
            400, "bad-field", "This is no place in a list: use one that a page gave.", "after"
        ) from None


def _outlet(database: Database, reader: Reader, name: str) -> OutletPage:
    found = standing(database, name)
    if found is None:
        raise not_found("outlet")
    record = next(
        (
            one
            for one in reader.page("origins", Filters(origin=name), limit=20).records
            if one["name"] == name
        ),
        None,
    )
    return OutletPage(
        title=name,
        outlet=line(found),
        origin=origin_line(record) if record else None,
        quoting=quoting(of_outlet(database, name)),
    )


def line(one: Standing) -> OutletLine:
    """Return an outlet with its counts, each leading to its list."""
    name, counts = one.outlet, one.counts
    return OutletLine(
        name=name,
        href=listed("/outlets/one", name=name),
        reports=Count(count=one.reports, href=listed("/reports", outlet=name)),
        events=Count(count=counts["events"], href=listed("/events", outlet=name)),
        alone=Count(count=counts["alone"], href=listed("/events", alone=name)),
        first=Count(count=counts["first"], href=listed("/events", first=name)),
        copied=Count(count=counts["copied"], href=listed("/strands", copied=name)),
        copies=Count(count=counts["copies"], href=listed("/strands", copies=name)),
        changed=Count(count=counts["changed"], href=listed("/strands", corrected=name)),
        corrected=Count(count=counts["corrected"], href=listed("/figures", corrected=name)),
    )
