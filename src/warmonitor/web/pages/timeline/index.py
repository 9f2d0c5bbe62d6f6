"""The timeline: events by type, place or actor, from years to the parts of one day."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import Query, Request, Response

from warmonitor.model.acled import acled_codes
from warmonitor.store.lanes import BY_TYPE, Asked, Laned, lanes, prominent, reach
from warmonitor.store.reader import Reader, Record
from warmonitor.store.spans import Unit, Window
from warmonitor.web.desk import desk_of
from warmonitor.web.pages.frame.answer import answer
from warmonitor.web.pages.frame.route import paged
from warmonitor.web.pages.timeline.asked import MOST_LANES, AskedTimeline, around
from warmonitor.web.pages.timeline.courses import agreements, spells
from warmonitor.web.pages.timeline.events import by_hour, lines
from warmonitor.web.pages.timeline.lanes import lane_shown, met, tallest, ticks
from warmonitor.web.pages.timeline.parts import Choice, LaneShown, Moves, TimelinePage
from warmonitor.web.pages.wording.links import listed

router = paged("pages")
SINGLE = 200  # events that are shown one by one
_CHOICES = 40  # places, and actors, in the filters
_NOTHING = Laned((), 0, 0)


@router.get("/timeline", response_model=TimelinePage)
def timeline(request: Request, asked: Annotated[AskedTimeline, Query()]) -> Response:
    """Show events over time, in lanes."""
    database = desk_of(request).store.database

    def make(reader: Reader) -> TimelinePage:
        window = asked.window(reach(database, asked.asked()))
        laned = lanes(database, asked.asked(), window, asked.top) if window else _NOTHING
        choices = [_choices(reader, kind, prominent(database, kind, _CHOICES)) for kind in ("place", "actor")]
        return _page(reader, asked, window, laned, choices)

    return answer(request, "timeline/index.html.j2", make)


def _page(
    reader: Reader, asked: AskedTimeline, window: Window | None, laned: Laned, choices: list[list[Choice]]
) -> TimelinePage:
    place, actor = (_chosen(reader, kind, getattr(asked, kind)) for kind in ("place", "actor"))
    single = _single(reader, asked, window, laned.total)
    told = lines(single or ())
    drawn = _lanes(reader, asked, window, laned, single) if window else []
    return TimelinePage(
        lane=asked.lane,
        place=place,
        actor=actor,
        first=window.first.isoformat() if window else None,
        last=window.last.isoformat() if window else None,
        unit=_unit(window),
        total=laned.total,
        listed=_listed(asked, window),
        most=SINGLE,
        ticks=ticks(asked, window) if window else [],
        lanes=drawn,
        met=met(drawn),
        tallest=tallest(drawn),
        further=laned.further,
        more=asked.address(top=str(MOST_LANES)) if laned.further and asked.top < MOST_LANES else None,
        control=spells(reader, asked, window, actor.name if actor else None) if window else [],
        agreements=agreements(reader, asked, window) if window else [],
        events=told,
        hours=by_hour(told) if _unit(window) == "hour" else [],
        moves=_moves(asked, window),
        places=choices[0],
        actors=choices[1],
        types=sorted(acled_codes()["disorder_type"]),
    )


def _unit(window: Window | None) -> str:
    if window is not None and window.days == 1:
        return "hour"
    return window.unit.name.lower() if window else "day"


def _single(reader: Reader, asked: AskedTimeline, window: Window | None, total: int) -> list[Record] | None:
    """Return single events where they are few enough to be shown one by one."""
    if window is None or not 0 < total <= SINGLE:
        return None
    return list(reader.page("events", asked.filters(window), limit=SINGLE).records)


def _lanes(
    reader: Reader, asked: AskedTimeline, window: Window, laned: Laned, single: list[Record] | None
) -> list[LaneShown]:
    names = _names(reader, asked.lane, [lane.name for lane in laned.lanes])
    drawn = single if window.unit is Unit.DAY else None
    return [
        lane_shown(asked, window, lane, names.get(lane.name), _own(asked.asked(), lane.name, drawn))
        for lane in laned.lanes
    ]


def _own(asked: Asked, lane: str, events: list[Record] | None) -> list[Record] | None:
    """Return the events of a lane."""
    if events is None:
        return None
    match asked.lane:
        case "place":
            return [one for one in events if one["place"] and one["place"]["id"] == lane]
        case "actor":
            return [one for one in events if lane in {who["id"] for who in one["actors"]}]
    return [one for one in events if (one["sub_type" if asked.type else "type"] or "") == lane]


def _names(reader: Reader, lane: str, ids: Sequence[str]) -> dict[str, str | None]:
    if lane == BY_TYPE:
        return {}
    return {one["id"]: one["name"] for one in reader.some(f"{lane}s", ids)}


def _choices(reader: Reader, kind: str, ids: Sequence[str]) -> list[Choice]:
    found = [Choice(value=one["id"], name=one["name"] or one["id"]) for one in reader.some(f"{kind}s", ids)]
    return sorted(found, key=lambda one: (one.name.casefold(), one.value))


def _chosen(reader: Reader, kind: str, record: str | None) -> Choice | None:
    if record is None:
        return None
    found = reader.get(f"{kind}s", record)
    return Choice(value=record, name=(found["name"] if found else None) or record)


def _listed(asked: AskedTimeline, window: Window | None) -> str:
    days = (window.first.isoformat(), window.last.isoformat()) if window else (None, None)
    return listed(
        "/events", place=asked.place, actor=asked.actor, type=asked.type, since=days[0], until=days[1]
    )


def _moves(asked: AskedTimeline, window: Window | None) -> Moves:
    whole = asked.address(**{"from": None, "to": None})
    if window is None:
        return Moves(earlier=None, later=None, closer=None, wider=None, all=whole)
    ways = around(window)
    told = {name: getattr(ways, name) for name in ("earlier", "later", "closer", "wider")}
    return Moves(**{name: asked.address(way) if way else None for name, way in told.items()}, all=whole)
