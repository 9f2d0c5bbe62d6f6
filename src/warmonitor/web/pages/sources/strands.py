"""Strands: reports that go back to one text, as a list, and each as a graph with a table."""

from collections.abc import Mapping, Sequence
from typing import Annotated

from fastapi import Path, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from warmonitor.store.reader import Reader, Record
from warmonitor.web.asked import Asked, asked_of
from warmonitor.web.pages.frame.answer import answer
from warmonitor.web.pages.frame.more import InParts, part_of
from warmonitor.web.pages.frame.page import Page, Part
from warmonitor.web.pages.frame.route import paged
from warmonitor.web.pages.sources.strand_graph import Drawing, drawing, label, share
from warmonitor.web.pages.wording import words
from warmonitor.web.pages.wording.links import listed
from warmonitor.web.records import record_of
from warmonitor.web.shapes import Id

router = paged("pages")
_LINKS = 100  # rows of the table
_BESIDE = 50
_SEVERAL = "several"


class ReportRef(Part):
    """A report as others name it: by its outlet, with its title and the days on which it was written."""

    id: str
    label: str
    title: str | None
    days: str


class StrandLine(Part):
    """A strand in the list: its first text, how many reports it has, and by which kinds they are linked."""

    id: str
    first: ReportRef | None
    reports: int
    outlets: list[str]
    kinds: list[str]
    href: str


class StrandsPage(Page):
    """Strands of several reports, or all that pass; `next` leads on."""

    title: str = "Strands"
    strands: list[StrandLine]
    every: bool
    next: str | None


class LinkLine(Part):
    """A link: `report` repeats `of`, with `share` of its own words and `changed` figures or words."""

    report: ReportRef
    of: ReportRef
    kind: str
    share: str
    changed: int
    because: str
    kind_because: str
    main: bool
    href: str


class StrandPage(Page):
    """A strand: drawn, and its links as a table; `beside` are links that join nothing."""

    id: str
    reports: int
    drawn: Drawing
    links: list[LinkLine]
    of_links: int
    start: int
    next: int | None
    beside: list[LinkLine]
    of_beside: int
    part_beside: InParts
    first: ReportRef | None


class AskedStrand(BaseModel):
    """Which parts of the tables are shown."""

    model_config = ConfigDict(extra="forbid")
    after: int = Field(0, ge=0, le=1_000_000, description="How many links are passed over.")
    beside: int = Field(0, ge=0, le=1_000_000, description="How many are passed over that join nothing.")


@router.get("/strands", response_model=StrandsPage)
def strands(request: Request, asked: Annotated[asked_of("strands"), Query()]) -> Response:  # type: ignore[valid-type]
    """Show the strands of several reports, or those that pass the filters."""
    return answer(request, "sources/strands.html.j2", lambda reader: _strands(reader, asked))


@router.get("/strands/{id}", response_model=StrandPage)
def strand(request: Request, id: Annotated[Id, Path()], asked: Annotated[AskedStrand, Query()]) -> Response:  # noqa: A002 - as it is called
    """Show how the reports of a strand go back to one text."""
    return answer(request, "sources/strand.html.j2", lambda reader: _strand(reader, id, asked))


def _strands(reader: Reader, asked: Asked) -> StrandsPage:
    filters = asked.filters()
    found = reader.page("strands", filters, asked.after, asked.limit)
    reports = _reports(reader, [one for found_one in found.records for one in found_one["reports"][:12]])
    lines = [_line(one, reports) for one in found.records]
    return StrandsPage(strands=lines, every=filters.status != _SEVERAL, next=found.after)


def _line(strand: Record, reports: Mapping[str, Record]) -> StrandLine:
    known = [reports[one] for one in strand["reports"] if one in reports]
    first = next((one for one in known if not one["copy_of"]), None)
    return StrandLine(
        id=strand["id"],
        first=reference(first) if first else None,
        reports=len(strand["reports"]),
        outlets=sorted({one["outlet"] for one in known if one["outlet"]}),
        kinds=sorted({link["kind"] for link in strand["links"]}),
        href=listed("/reports", strand=strand["id"]),
    )


def _strand(reader: Reader, wanted: str, asked: AskedStrand) -> StrandPage:
    found = record_of(reader, "strands", wanted, "strand")
    own = set(found["reports"])
    links, beside = found["links"], found["beside"]
    of_links, part = part_of(links, asked.after, _LINKS)
    of_beside, part_beside = part_of(beside, asked.beside, _BESIDE)
    ids = [*found["reports"][:200], *_ends(of_links), *_ends(of_beside)]
    reports = _reports(reader, ids)
    known = list(reports.values())
    first = next((one for one in known if one["id"] in own and not one["copy_of"]), None)
    return StrandPage(
        title=f"Strand: {first['title']}" if first and first["title"] else "Strand",
        id=wanted,
        reports=len(own),
        drawn=drawing(known, links, of_beside, own),
        links=_links(of_links, reports),
        of_links=len(links),
        start=part.start,
        next=part.next,
        beside=_links(of_beside, reports),
        of_beside=len(beside),
        part_beside=part_beside,
        first=reference(first) if first else None,
    )


def _ends(links: Sequence[Record]) -> list[str]:
    return [link[end] for link in links for end in ("copy", "of")]


def _reports(reader: Reader, ids: Sequence[str]) -> dict[str, Record]:
    return {one["id"]: one for one in reader.some("reports", ids)}


def _links(links: Sequence[Record], reports: Mapping[str, Record]) -> list[LinkLine]:
    return [_link(one, reports) for one in links if one["copy"] in reports and one["of"] in reports]


def _link(link: Record, reports: Mapping[str, Record]) -> LinkLine:
    copy, of = reports[link["copy"]], reports[link["of"]]
    return LinkLine(
        report=reference(copy),
        of=reference(of),
        kind=link["kind"],
        share=share(link["shared"]),
        changed=len(link["changes"]),
        because=link["because"],
        kind_because=link["kind_because"],
        main=copy["copy_of"] == of["id"],
        href=listed("/compare", one=of["id"], other=copy["id"]),
    )


def reference(report: Record) -> ReportRef:
    """Return a report as others name it."""
    return ReportRef(
        id=report["id"], label=label(report), title=report["title"], days=words.when(report["dated"])
    )
