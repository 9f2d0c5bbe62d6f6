"""Which days and which area a situation report is of: a place and what lies in it, a country, everywhere."""

from dataclasses import dataclass
from datetime import date, timedelta

from warmonitor.exports.countries import country_of
from warmonitor.model import QueryError
from warmonitor.store.filters import Filters
from warmonitor.store.reader import MOST, Reader, Record

USUAL = 30  # days, where the first is not said
LONGEST = 366
_CHOICES = 20
EVERYWHERE = "everywhere that the reports read speak of"


@dataclass(frozen=True, slots=True)
class Scope:
    """Days, both included; the area in words; its places by id, None for everywhere.

    `bounded` says that the area has more places than are looked at, `asked` is how the area is asked for.
    """

    since: date
    until: date
    area: str = EVERYWHERE
    places: tuple[str, ...] | None = None
    bounded: bool = False
    asked: tuple[tuple[str, str], ...] = ()


def period(since: date | None, until: date | None, last: date) -> tuple[date, date]:
    """Return the days that are told of: thirty up to the last of a report where nothing is said.

    Raises:
        QueryError: when the first is after the last, or they are further apart than a year.
    """
    end = until or (min(since + timedelta(USUAL - 1), max(since, last)) if since else last)
    start = since or end - timedelta(min(USUAL - 1, end.toordinal() - 1))
    if start > end:
        raise QueryError("days-reversed", f"The day {start} is after {end}.")
    if (end - start).days >= LONGEST:
        raise QueryError("period-long", f"A situation report is of {LONGEST} days at most.")
    return start, end


def called(reader: Reader, place: str) -> list[Record]:
    """Return the places that are meant by an id or a name, few of them."""
    if found := reader.get("places", place):
        return [found]
    told = place.replace('"', " ")
    hits = reader.search(f'"{told}"', kind="places", limit=200).hits if told.strip() else ()
    wanted = " ".join(told.split()).casefold()
    named = [hit.record for hit in hits if wanted in map(str.casefold, _names(hit.record))]
    return sorted(named, key=lambda one: (str(one["name"]), str(one["id"])))[:_CHOICES]


def _names(place: Record) -> list[str]:
    return [str(name) for name in (place["name"], *place["names_seen"]) if name]


def at_place(reader: Reader, place: Record) -> tuple[str, tuple[str, ...], bool]:
    """Return an area in words with its places: one, those told by it, and those that lie in it."""
    near = reader.page("places", Filters(place=place["id"]), limit=MOST)
    ids = [place["id"], *(one["id"] for one in near.records)]
    more = near.after is not None
    if place["precision"] == "country" and place["country"]:
        _, there, more = in_country(reader, place["country"])
        ids += there
    elif place["precision"] != "exact" and place["name"]:
        inside, more = _inside(reader, place)
        ids += inside
    area = f"{place['name'] or 'a place without a name'} and what lies in it"
    return area, tuple(dict.fromkeys(ids)), more


def _inside(reader: Reader, place: Record) -> tuple[list[str], bool]:
    """Return the places of which it is said that they lie in another, found by its name."""
    told = str(place["name"]).replace('"', " ")
    found = reader.search(f'"{told}"', Filters(country=place["country"]), kind="places", limit=MOST)
    inside = [hit.record["id"] for hit in found.hits if hit.record["inside"] == place["name"]]
    return inside, found.after is not None


def in_country(reader: Reader, code: str) -> tuple[str, tuple[str, ...], bool]:
    """Return a country in words with its places.

    Raises:
        QueryError: when there is no such country.
    """
    country = country_of(code.upper())
    if country is None:
        raise QueryError(
            "country-unknown", f"“{code}” is no country; write it by two letters, as ISO 3166-1 does."
        )
    found = reader.page("places", Filters(country=code.upper()), limit=MOST)
    return country.name, tuple(one["id"] for one in found.records), found.after is not None
