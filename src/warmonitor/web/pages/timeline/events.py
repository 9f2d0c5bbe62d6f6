"""Single events of the timeline as lines, and by the part of the day in which they are told."""

from collections.abc import Iterable, Iterator, Sequence

from warmonitor.model.spoken import range_words
from warmonitor.store.reader import Record
from warmonitor.web.pages.timeline.hours import Hour, hour_of
from warmonitor.web.pages.timeline.parts import Casualties, EventLine, PartOfDay
from warmonitor.web.pages.wording import words
from warmonitor.web.pages.wording.links import page_of


def lines(events: Iterable[Record]) -> list[EventLine]:
    """Return events as lines, in their order."""
    return [_line(event) for event in events]


def _line(event: Record) -> EventLine:
    when, place, href = event["when"], event["place"], page_of("events", event["id"])
    return EventLine(
        id=event["id"],
        earliest=when["earliest"],
        latest=when["latest"],
        when=words.when(when),
        said=when["said"],
        precision=when["precision"],
        type=event["type"] or "",
        words=words.event_words(event),
        href=href,
        place={"id": place["id"], "name": place["name"]} if place else None,
        actors=[{"id": one["id"], "name": one["name"]} for one in event["actors"]],
        casualties=list(_casualties(event, href)),
    )


def _casualties(event: Record, href: str) -> Iterator[Casualties]:
    for one in event["casualties"]:
        told = range_words(one["low"], one["high"])
        yield Casualties(words=f"{told} {one['measure']}", href=href)


def by_hour(events: Sequence[EventLine]) -> list[PartOfDay]:
    """Return the events of a day by hour or part of the day, in order; those without one last."""
    found: dict[Hour, list[EventLine]] = {}
    for event in events:
        one_day = event.earliest == event.latest
        found.setdefault(hour_of(event.said if one_day else None), []).append(event)
    return [PartOfDay(words=hour.name, told=hour.told, events=found[hour]) for hour in sorted(found)]
