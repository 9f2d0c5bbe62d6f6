"""The list of reports, with filters."""

from typing import Annotated

from fastapi import Query, Request, Response

from warmonitor.store.reader import Reader, Record
from warmonitor.web.asked import Asked, asked_of
from warmonitor.web.pages.frame.answer import answer
from warmonitor.web.pages.frame.page import Page, Part
from warmonitor.web.pages.frame.route import paged
from warmonitor.web.pages.wording import words

router = paged("pages")


class ReportLine(Part):
    """A report; `copy_of` is the one whose text it reprints, `copies` how many its strand has."""

    id: str
    title: str | None
    outlet: str | None
    dated: str
    how: str
    copy_of: str | None
    strand: str | None
    copies: int


class ReportsPage(Page):
    """Reports, the newest first; `next` leads on."""

    title: str = "Reports"
    reports: list[ReportLine]
    next: str | None


@router.get("/reports", response_model=ReportsPage)
def reports(request: Request, asked: Annotated[asked_of("reports"), Query()]) -> Response:  # type: ignore[valid-type]
    """Show the reports that pass the filters."""
    return answer(request, "reader/index.html.j2", lambda reader: _reports(reader, asked))


def _reports(reader: Reader, asked: Asked) -> ReportsPage:
    found = reader.from_newest("reports", asked.filters(), asked.after, asked.limit)
    strands = {one["strand"] for one in found.records if one["strand"]}
    copies = reader.tallies("strand", sorted(strands), ("reports",))
    lines = [_line(one, copies.get(one["strand"], {}).get("reports", 1)) for one in found.records]
    return ReportsPage(reports=lines, next=found.after)


def _line(report: Record, copies: int) -> ReportLine:
    return ReportLine(
        id=report["id"],
        title=report["title"],
        outlet=report["outlet"],
        dated=words.when(report["dated"]),
        how=report["dated"]["how"],
        copy_of=report["copy_of"],
        strand=report["strand"],
        copies=copies,
    )
