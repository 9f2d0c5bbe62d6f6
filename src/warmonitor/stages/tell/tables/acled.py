"""Events in ACLED's columns: shaped like its files, none of its data."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from warmonitor.model import Actor, Event, Place, PlacePrecision, When, WhenPrecision
from warmonitor.model.acled import acled_codes, disorder_of
from warmonitor.model.cells import Cell, joined
from warmonitor.stages.tell.book import Book

WEEK_DAYS = 7
HEADER = tuple(
    """
    event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 inter1
    actor2 inter2 interaction country_iso2 admin1 location latitude longitude geo_precision source notes
    fatalities date_earliest date_latest origins claims
    """.split()
)
HXL = tuple(
    """
    #event+id #date+occurred #date+year #meta+date+precision #event+category #event+type #event+subtype
    #group+name+first #group+code+first #group+name+second #group+code+second #group+interaction
    #country+code+v_iso2 #adm1+name #loc+name #geo+lat #geo+lon #geo+precision #meta+source #description
    #affected+killed #date+start #date+end #meta+origins #meta+claims
    """.split()
)


def rows(book: Book) -> Iterator[list[Cell]]:
    """Yield one row an event; deaths are not given, because claims of deaths are compared in figures."""
    for event in book.account.events:
        day = event_day(event.when)
        first, second = (*_actors(event, book), None, None)[:2]
        place = book.places.get(event.place) if event.place else None
        yield [
            event.id, day, day.year if day else None, time_precision(event.when), disorder(event),
            event.type, event.sub_type, *_named(first), *_named(second), _interaction(first, second),
            *_where(place, event, book), _sources(event, book), _notes(event, book), None,
            event.when.earliest, event.when.latest, joined(event.origins), joined(event.claims),
        ]  # fmt: skip


def event_day(when: When) -> date | None:
    """Return the day of an event: the first one known, or the middle where only a month is."""
    if when.earliest and when.latest and time_precision(when) == 3:
        return when.earliest + (when.latest - when.earliest) / 2
    return when.earliest or when.latest


def time_precision(when: When) -> int | None:
    """Return 1 for a day, 2 for a span like a week, 3 for a longer one, None where nothing is known."""
    if not when.known():
        return None
    days = when.days()
    if days is None:
        return 3
    if days == 1:
        return 1
    return 2 if days <= WEEK_DAYS or when.precision is WhenPrecision.WEEK else 3


def disorder(event: Event) -> str | None:
    """Return ACLED's disorder type."""
    return disorder_of(event.type, event.sub_type)


def geo_precision(place: Place | None) -> int | None:
    """Return 1 for a named town, 2 for a small area, 3 for a larger region, None where not known."""
    return acled_codes()["geo_precision"].get(place.precision.value) if place else None


def _actors(event: Event, book: Book) -> Iterator[Actor]:
    for actor in event.actors:
        yield book.actors.get(actor) or Actor(actor, actor)


def _named(actor: Actor | None) -> tuple[Cell, Cell]:
    return (actor.name, inter_code(actor)) if actor else (None, None)


def inter_code(actor: Actor) -> int | None:
    """Return ACLED's number of an actor's kind, None where its codes have none."""
    found: int | None = acled_codes()["inter"].get(actor.kind.value)
    return found


def _interaction(first: Actor | None, second: Actor | None) -> int | None:
    codes = [inter_code(actor) for actor in (first, second) if actor]
    known = sorted(code for code in codes if code is not None)
    if not known or len(known) < len(codes):
        return None
    return known[0] * 10 + (known[1] if len(known) > 1 else 0)


def _where(place: Place | None, event: Event, book: Book) -> tuple[Cell, ...]:
    if place is None:
        return None, None, event.place, None, None, None
    code = geo_precision(
        replace(place, precision=PlacePrecision.NEAR) if _only_part(place, event, book) else place
    )
    return place.country, place.inside, place.name, place.latitude, place.longitude, code


def _only_part(place: Place, event: Event, book: Book) -> bool:
    """Say whether all claims of an event at a town are of a part of it: "the outskirts of X"."""
    told = [named for claim in book.known(event.claims) for named in claim.where if named.id == place.id]
    part = bool(told) and all(named.precision == PlacePrecision.NEAR for named in told)
    return part and place.precision is PlacePrecision.EXACT


def _sources(event: Event, book: Book) -> str:
    reports = (book.reports.get(claim.report) for claim in book.known(event.claims))
    return joined(report.outlet or report.source for report in reports if report)


def _notes(event: Event, book: Book) -> str:
    return joined(f"“{book.quoted(claim)}”" for claim in book.known(event.claims))
