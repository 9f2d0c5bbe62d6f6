"""Roads out and places cut off: what roads and control give, beside what is reported."""

from typing import Annotated

from fastapi import Path, Query, Request, Response

from warmonitor.store.reader import Reader
from warmonitor.web.asked import Asked, asked_of
from warmonitor.web.pages.frame.answer import answer
from warmonitor.web.pages.frame.page import Page, Part
from warmonitor.web.pages.frame.route import paged
from warmonitor.web.pages.map.road import page_of_road
from warmonitor.web.pages.map.territory import (
    Among,
    Ends,
    PlaceNamed,
    Record,
    among,
    ends,
    on_map,
    place_called,
    place_of,
    reach_words,
    told_day,
)
from warmonitor.web.pages.wording.evidence import Sentence, sentences
from warmonitor.web.records import record_of
from warmonitor.web.shapes import Id

router = paged("pages")
_AGREES = {True: "computed and reported agree", False: "computed and reported do not agree"}


class AccessLine(Part):
    """A place on some days: what is computed in words, and whether reports of it agree."""

    id: str
    place: PlaceNamed
    computed: str
    words: str
    holder: str | None
    when: Ends
    agreement: str


class AccessPage(Page):
    """Roads out in the account's order; `next` leads to the next page of them."""

    title: str = "Roads out"
    access: list[AccessLine]
    next: str | None


class Way(Part):
    """The road out that crosses least ground of others: where to, by which roads, whose ground, km."""

    to: str
    roads: list[str]
    through: list[str]
    km: str


class Closure(Part):
    """Where a road out is closed, and by whom; `href` leads to the page of the road."""

    road: str
    href: str | None
    place: PlaceNamed
    holder: str | None


class OutPage(AccessLine, Page):
    """Whether a place had a road out, the way or what closes it, and the sentences of both."""

    because: str
    way: Way | None
    closures: list[Closure]
    reported: list[Sentence]
    sentences: list[Sentence]
    others: list[Among]
    map: str


@router.get("/access", response_model=AccessPage)
def access(request: Request, asked: Annotated[asked_of("access"), Query()]) -> Response:  # type: ignore[valid-type]
    """Show which places had a road out."""
    return answer(request, "map/access.html.j2", lambda reader: _access(reader, asked))


@router.get("/access/{id}", response_model=OutPage)
def out(request: Request, id: Annotated[Id, Path()]) -> Response:  # noqa: A002 - as it is called
    """Show whether a place had a road out, and what that rests on."""
    return answer(request, "map/out.html.j2", lambda reader: _out(reader, id))


def _access(reader: Reader, asked: Asked) -> AccessPage:
    found = reader.page("access", asked.filters(), asked.after, asked.limit)
    return AccessPage(access=[_line(one) for one in found.records], next=found.after)


def _line(one: Record) -> AccessLine:
    return AccessLine(
        id=one["id"],
        place=place_of(one),
        computed=one["computed"],
        words=reach_words(one["computed"]),
        holder=one["holder"],
        when=ends(one),
        agreement=_agreement(one),
    )


def _agreement(one: Record) -> str:
    if not one["reported"]:
        return "nothing reported"
    unknown = one["computed"] == "unknown"
    return _AGREES.get(one["agrees"], "reported, not computed" if unknown else "reports do not agree")


def _out(reader: Reader, record: str) -> OutPage:
    one = record_of(reader, "access", record, "record of roads out")
    line = _line(one)
    return OutPage(
        title=f"Roads out: {place_called(line.place)}",
        **dict(line),
        because=one["because"],
        way=_way(one["way"]),
        closures=[_closure(each) for each in one["closures"]],
        reported=sentences(reader, one["reported"]),
        sentences=sentences(reader, _rests(one)),
        others=among(reader, "access", one, lambda each: reach_words(each["computed"])),
        map=on_map(told_day(one), record),
    )


def _rests(one: Record) -> list[str]:
    return [*one["claims"], *(claim for each in one["closures"] for claim in each["claims"])]


def _way(way: Record | None) -> Way | None:
    if way is None:
        return None
    through = [name or "nobody known" for name in way["through"]]
    return Way(to=way["to"], roads=way["roads"], through=through, km=f"{way['km']:g}")


def _closure(each: Record) -> Closure:
    road = each["road"]
    return Closure(road=road, href=page_of_road(road), place=place_of(each), holder=each["holder"])
