"""What pages of control, roads out and posts have in common: places, days, and the way to the map."""

from collections.abc import Callable, Mapping
from typing import Any

from warmonitor.store.filters import Filters
from warmonitor.store.reader import Reader
from warmonitor.web.pages.frame.page import Part
from warmonitor.web.pages.wording import links

Record = Mapping[str, Any]
_OTHERS = 200  # records of the same place that are shown
EVIDENCE = {
    "told": "told of these days",
    "interpolated": "not told; the same is told of before and after",
    "carried": "not told; carried on from what is told",
}
REACHES = {
    "open": "a road out over own ground",
    "through others": "a road out, through the ground of others",
    "cut off": "no road out",
    "unknown": "not known whether a road leads out",
}


def reach_words(computed: str) -> str:
    """Return whether a road leads out."""
    return REACHES.get(computed, computed)


class PlaceNamed(Part):
    """A place as a record names it; `id` is that of its page, `said` how reports write it."""

    id: str | None
    name: str | None
    said: list[str]


class Ends(Part):
    """Days from `earliest` to `latest`, each not known where it is null."""

    earliest: str | None
    latest: str | None


class Among(Part):
    """A record of the same place: its words, its days, and the address of its page."""

    words: str
    when: Ends
    href: str
    here: bool = False


def place_of(record: Record) -> PlaceNamed:
    """Return the place of a record."""
    found = record.get("place") or {}
    return PlaceNamed(id=found.get("id"), name=found.get("name"), said=found.get("said") or [])


def place_called(place: PlaceNamed) -> str:
    """Return a place by its name, else as reports write it."""
    return place.name or ", ".join(place.said) or "place not known"


def among(reader: Reader, kind: str, here: Record, said: Callable[[Record], str]) -> list[Among]:
    """Return the first records of a list that are of the same place, `here` marked among them."""
    place = here["place"]["id"]
    if place is None:
        return []
    found = reader.page(kind, Filters(place=place), limit=_OTHERS).records
    return [
        Among(
            words=said(one), when=ends(one), href=links.page_of(kind, one["id"]), here=one["id"] == here["id"]
        )
        for one in found
        if one["place"]["id"] == place
    ]


def ends(record: Record) -> Ends:
    """Return the days of a record."""
    return Ends(earliest=record["earliest"], latest=record["latest"])


def on_map(day: str | None, record: str) -> str:
    """Return the address of the map on a day with a record chosen."""
    return links.listed("/map", day=day, chosen=record)


def told_day(record: Record) -> str | None:
    """Return the last day that a spell is told of, else one of its days."""
    told = [one["latest"] for one in record.get("stretches", ()) if one["evidence"] == "told"]
    days = (*reversed(told), record["latest"], record["earliest"])
    return next((day for day in days if day is not None), None)
