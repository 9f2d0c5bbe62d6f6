"""One road: where it is closed, what it leads out of, what reports say of it, and where it lies."""

import math
from collections.abc import Sequence
from itertools import chain
from typing import Annotated

from fastapi import Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from warmonitor.model import QueryError
from warmonitor.store.filters import Filters
from warmonitor.store.kept import kept
from warmonitor.store.reader import Reader, Record
from warmonitor.web.asked import Word
from warmonitor.web.pages.frame.answer import answer
from warmonitor.web.pages.frame.page import Page, Part
from warmonitor.web.pages.frame.route import paged
from warmonitor.web.pages.map.territory import Ends, PlaceNamed, ends, place_of, told_day
from warmonitor.web.pages.wording.evidence import Sentence, sentences, told
from warmonitor.web.pages.wording.links import listed, page_of
from warmonitor.web.trouble import not_found

router = paged("pages")
STRETCHES = 1_000  # of a road, between which the map is laid
MOST = 100  # records of roads out, the latest
_SAID = 50  # claims in which its name stands
_NEAREST, _WHOLE = 12.0, 8.4  # zooms: the nearest, and that at which a degree takes the width of a page


class Closed(Part):
    """Days on which the road is closed at a place, held by `holder`, to `town`, whose record is at `href`."""

    place: PlaceNamed
    holder: str | None
    town: PlaceNamed
    when: Ends
    href: str


class Leads(Part):
    """Days on which the road is on the way out of a place, and where that leads."""

    town: PlaceNamed
    to: str
    when: Ends
    href: str


class RoadPage(Page):
    """A road: its map, where it is closed and to whom, what it leads out of, and the sentences.

    `more` leads to all records of roads out, where there are others than these.
    """

    name: str
    main: bool
    map: str
    closed: list[Closed]
    leads: list[Leads]
    more: str | None
    said: list[Sentence]
    sentences: list[Sentence]


class AskedRoad(BaseModel):
    """Which road."""

    model_config = ConfigDict(extra="forbid")
    name: Word = Field(description="Name or number of a road.")


@router.get("/roads/one", response_model=RoadPage)
def road(request: Request, asked: Annotated[AskedRoad, Query()]) -> Response:
    """Show what is known of a road."""
    return answer(request, "map/road.html.j2", lambda reader: _road(reader, asked.name))


def page_of_road(name: str) -> str | None:
    """Return the address of the page of a road, None for a name by which it cannot be asked for."""
    return listed("/roads/one", name=name) if name and kept(name) == name else None


def on_map(lines: Sequence[Record], day: str | None = None) -> str:
    """Return the address of the map where lines of roads lie, on a day."""
    points = list(chain.from_iterable(one["points"] for one in lines))
    if not points:
        return listed("/map", day=day)
    x, y = ([point[axis] for point in points] for axis in (0, 1))
    wide = max(max(x) - min(x), max(y) - min(y), 1e-3)
    zoom = min(_NEAREST, max(2.0, _WHOLE - math.log2(wide)))
    middle = f"{(min(x) + max(x)) / 2:.4f},{(min(y) + max(y)) / 2:.4f}"
    return listed("/map", day=day, at=middle, zoom=f"{zoom:.1f}")


def _road(reader: Reader, name: str) -> RoadPage:
    lines = reader.page("roads", Filters(type=name), limit=STRETCHES).records
    if not lines:
        raise not_found("road")
    records = reader.newest("access", Filters(type=name), MOST)
    closures = [(one, each) for one in records for each in one["closures"] if each["road"] == name]
    day = next((told_day(one) for one, _ in closures), None)
    return RoadPage(
        title=name,
        name=name,
        main=any(one["main"] for one in lines),
        map=on_map(lines, day),
        closed=[_closed(one, each) for one, each in closures],
        leads=[_leads(one) for one in records if name in (one["way"] or {}).get("roads", ())],
        more=listed("/access", type=name) if len(records) == MOST else None,
        said=_said(reader, name),
        sentences=sentences(reader, (claim for _, each in closures for claim in each["claims"])),
    )


def _closed(record: Record, closure: Record) -> Closed:
    return Closed(
        place=place_of(closure),
        holder=closure["holder"],
        town=place_of(record),
        when=ends(record),
        href=page_of("access", record["id"]),
    )


def _leads(record: Record) -> Leads:
    to = record["way"]["to"]
    return Leads(town=place_of(record), to=to, when=ends(record), href=page_of("access", record["id"]))


def _said(reader: Reader, name: str) -> list[Sentence]:
    """Return claims of access in whose words the road's name stands."""
    phrase = name.replace('"', " ")
    try:
        found = reader.search(f'"{phrase}"', Filters(type="access"), limit=_SAID, kind="claims")
    except QueryError:  # a name without a word, or longer than what is looked for
        return []
    return list(told(reader, [hit.record for hit in found.hits]))
