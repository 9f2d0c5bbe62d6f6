"""Where a place lies: its province, and whether claims speak of its surroundings only."""

from collections.abc import Iterator

from warmonitor.exports.book import Book
from warmonitor.exports.countries import country_of
from warmonitor.exports.source import Row


def province(place: Row, book: Book) -> str | None:
    """Return the first-order division that a place is or lies in, as the gazetteer names it."""
    if place["precision"] == "province":
        return str(place["name"])
    country = country_of(place["country"])
    if place["inside"] and not (country and place["inside"] == country.name):
        return str(place["inside"])
    anchor = _anchor(place, book)
    return province(anchor, book) if anchor else None


def located_at(place: Row, book: Book) -> str:
    """Return the name of the town by which an area is told ("near X"), else the place's own."""
    anchor = _anchor(place, book)
    return str((anchor or place)["name"])


def words_for(place: Row, claims: list[Row]) -> Iterator[str]:
    """Yield the words by which claims name a place; "it" and "the town" say nothing on their own."""
    for claim in claims:
        for named in claim["where"]:
            if named["place"] == place["id"] and named["said"].casefold() != named["said"]:
                yield named["said"]


def _anchor(place: Row, book: Book) -> Row | None:
    """Return the place by which an area is told; that of an anchor is not asked for."""
    found = book.place({"id": place["of"]}) if place["of"] else None
    return found if found and not found["of"] else None


def near(place: Row, claims: list[Row]) -> bool:
    """Say whether all claims of an event at a town are of a part of it: "the outskirts of X"."""
    told = [named for claim in claims for named in claim["where"] if named["place"] == place["id"]]
    return place["precision"] == "exact" and bool(told) and all(one["precision"] == "near" for one in told)
