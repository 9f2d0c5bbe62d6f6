"""Coverage: the reports that tell of one happening, and how surely they do."""

from collections.abc import Mapping

from warmonitor.store.reader import Reader, Record
from warmonitor.web.pages.entities.lines import EventLine, event_line
from warmonitor.web.pages.frame.more import InParts, part_of
from warmonitor.web.pages.frame.page import Page, Part
from warmonitor.web.pages.wording import words
from warmonitor.web.pages.wording.links import page_of
from warmonitor.web.pages.wording.prose import Piece, pieces
from warmonitor.web.pages.wording.terms import sureness
from warmonitor.web.records import record_of

MOST = 200  # reports that are shown
_EVENTS = 50


class Telling(Part):
    """A report that tells of the happening; `sure` is how surely, `share` the same from 0 to 1."""

    report: str
    outlet: str | None
    title: str | None
    dated: str
    share: float
    sure: str
    nearest: str | None
    nearest_said: str | None
    because: list[Piece]
    passage: bool


class CoverageLine(Part):
    """Coverage: the first report's title, and how many reports and events there are."""

    id: str
    title: str
    reports: int
    events: int


class CoveragePage(Page):
    """Reports that tell of one happening, up to 200 of `total`, and the events of their leads."""

    id: str
    reports: list[Telling]
    total: int
    part: InParts
    events: list[EventLine]
    events_total: int


def coverage_page(reader: Reader, record: str, start: int = 0) -> CoveragePage:
    """Return the page of a happening's coverage, with its reports from a place on.

    Raises:
        Trouble: 404 when it is not there.
    """
    found = record_of(reader, "coverage", record, "coverage")
    tellings, part = part_of(found["reports"], start, MOST)
    wanted = [one[name] for one in tellings for name in ("report", "nearest") if one[name]]
    reports = {one["id"]: one for one in reader.some("reports", wanted)}
    events = reader.some("events", found["events"][:_EVENTS])
    return CoveragePage(
        title="Reports of one happening",
        id=record,
        reports=[_telling(one, reports) for one in tellings if one["report"] in reports],
        total=len(found["reports"]),
        part=part,
        events=list(map(event_line, events)),
        events_total=len(found["events"]),
    )


def coverage_lines(reader: Reader, found: list[Record]) -> list[CoverageLine]:
    """Return coverage as lines; their first reports are read together."""
    first = {one["id"]: one["reports"][0]["report"] for one in found if one["reports"]}
    titles = {one["id"]: one["title"] or "No title" for one in reader.some("reports", list(first.values()))}
    return [
        CoverageLine(
            id=one["id"],
            title=titles.get(first.get(one["id"], ""), "No title"),
            reports=len(one["reports"]),
            events=len(one["events"]),
        )
        for one in found
    ]


def _telling(telling: Record, reports: Mapping[str, Record]) -> Telling:
    report, nearest = reports[telling["report"]], reports.get(telling["nearest"] or "")
    return Telling(
        report=report["id"],
        outlet=report["outlet"],
        title=report["title"],
        dated=words.when(report["dated"]),
        share=telling["sureness"],
        sure=sureness(telling["sureness"]),
        nearest=page_of("reports", nearest["id"]) if nearest else None,
        nearest_said=_called(nearest) if nearest else None,
        because=pieces(telling["because"]),
        passage=telling["passage"],
    )


def _called(report: Record) -> str:
    return str(report["outlet"] or report["title"] or "a report")
