"""Two reports side by side: what both have, what is changed in it, and what one has alone."""

from typing import Annotated

from fastapi import Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from warmonitor.store.filters import Filters
from warmonitor.store.reader import Reader, Record
from warmonitor.web.pages.frame.answer import answer
from warmonitor.web.pages.frame.page import Page, Part
from warmonitor.web.pages.frame.route import paged
from warmonitor.web.pages.sources.aligned import Difference, Four, Piece, shared_runs, sides
from warmonitor.web.pages.sources.strand_graph import share
from warmonitor.web.pages.sources.strands import ReportRef, reference
from warmonitor.web.pages.wording.links import listed
from warmonitor.web.shapes import Id
from warmonitor.web.trouble import not_found

router = paged("pages")
_LONGEST = 60_000  # letters of a text that are shown
_STRANDS = 20  # of one report, in which a link to the other is looked for
_OTHERS = 60


class AskedPair(BaseModel):
    """Which two reports."""

    model_config = ConfigDict(extra="forbid")
    one: Id | None = Field(None, description="Id of a report.")
    other: Id | None = Field(None, description="Id of another.")


class Side(Part):
    """One of the two: the report and its text in pieces; `cut` says that it is longer than what is shown."""

    report: ReportRef
    strand: str | None
    pieces: list[Piece]
    cut: bool


class Dependence(Part):
    """What the account says of the two: `copy_side` says which repeats the other ("one", "other")."""

    copy_side: str
    kind: str
    joins: bool
    share: str
    because: str
    kind_because: str


class ComparePage(Page):
    """Two reports side by side; `tie` is None where the account has no link between them."""

    title: str = "Two reports side by side"
    one: Side | None = None
    other: Side | None = None
    tie: Dependence | None = None
    differences: tuple[Difference, ...] = ()
    swap: str | None = None
    others: tuple[ReportRef, ...] = ()


@router.get("/compare", response_model=ComparePage)
def compare(request: Request, asked: Annotated[AskedPair, Query()]) -> Response:
    """Show two reports side by side."""
    return answer(request, "sources/compare.html.j2", lambda reader: _compared(reader, asked))


def _compared(reader: Reader, asked: AskedPair) -> ComparePage:
    one, other = (_report(reader, report) for report in (asked.one, asked.other))
    if one is None or other is None:
        return ComparePage(others=_others(reader, one or other))
    link, joins = _link(reader, one, other)
    passages, figures = _marked(link, one) if link else (shared_runs(_text(one), _text(other)), [])
    laid = sides(_text(one), _text(other), passages, figures)
    return ComparePage(
        one=_side(one, laid.one),
        other=_side(other, laid.other),
        tie=_tie(link, one, joins) if link else None,
        differences=tuple(sorted(laid.differences, key=lambda found: not found.figure)),
        swap=listed("/compare", one=other["id"], other=one["id"]),
        others=_others(reader, one),
    )


def _report(reader: Reader, wanted: str | None) -> Record | None:
    found = reader.get("reports", wanted) if wanted else None
    if wanted and found is None:
        raise not_found("report")
    return found


def _text(report: Record) -> str:
    return str(report["text"])[:_LONGEST]


def _link(reader: Reader, one: Record, other: Record) -> tuple[Record | None, bool]:
    """Return the link between two reports, and whether it joins them in a strand."""
    strands = reader.some("strands", [found for found in {one["strand"], other["strand"]} if found])
    strands += reader.page("strands", Filters(report=one["id"]), limit=_STRANDS).records
    pair = {one["id"], other["id"]}
    for kind in ("links", "beside"):
        for strand in strands:
            for link in strand[kind]:
                if {link["copy"], link["of"]} == pair:
                    return link, kind == "links"
    return None, False


def _marked(link: Record, one: Record) -> tuple[list[Four], list[Four]]:
    """Return passages and changed figures of a link as offsets in the one text and the other."""
    turned = link["copy"] != one["id"]
    changes = [
        (change["copy"]["start"], change["copy"]["end"], change["of"]["start"], change["of"]["end"])
        for change in link["changes"]
    ]
    four = [(*passage,) for passage in link["passages"]]
    return [_turned(part, turned) for part in four], [_turned(part, turned) for part in changes]


def _turned(part: Four, turned: bool) -> Four:
    return (part[2], part[3], part[0], part[1]) if turned else part


def _side(report: Record, pieces: list[Piece]) -> Side:
    cut = len(report["text"]) > _LONGEST
    return Side(report=reference(report), strand=report["strand"], pieces=pieces, cut=cut)


def _tie(link: Record, one: Record, joins: bool) -> Dependence:
    return Dependence(
        copy_side="one" if link["copy"] == one["id"] else "other",
        kind=link["kind"],
        joins=joins,
        share=share(link["shared"]),
        because=link["because"],
        kind_because=link["kind_because"],
    )


def _others(reader: Reader, report: Record | None) -> tuple[ReportRef, ...]:
    """Return reports that one may be laid beside: those of its strand, else the first there are."""
    if report is None:
        found = reader.page("reports", limit=_OTHERS).records
    else:
        found = reader.page("reports", Filters(strand=report["strand"]), limit=_OTHERS).records
    return tuple(reference(one) for one in found)
