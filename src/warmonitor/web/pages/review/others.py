"""Other records that might be the same as one, to be looked at beside it."""

import re
from collections.abc import Iterator
from datetime import date

from warmonitor.model import QueryError
from warmonitor.store.filters import Filters
from warmonitor.store.naming import named
from warmonitor.store.reader import Reader, Record
from warmonitor.store.terms import LONGEST
from warmonitor.web.pages.frame.page import Part
from warmonitor.web.pages.review.sides import called
from warmonitor.web.pages.review.walks import Walk, record_address
from warmonitor.web.pages.wording import words

MOST = 8
PAIRED = ("reports", "places", "actors", "events")
_LOOKED_AT = 40  # records that words find
_NAMES = 4  # names of one record that are looked for
_WORD = re.compile(r"\w+")
_WORDS = 20  # of a name or a title that are looked for


class Other(Part):
    """A record that might be the same, why it is offered, and where the two stand side by side."""

    id: str
    said: str
    why: str
    href: str


def others(reader: Reader, walk: Walk, kind: str, record: Record) -> list[Other]:
    """Return up to MOST records that might be the same as one."""
    found: dict[str, Other] = {}
    for one, why in _offered(reader, kind, record):
        if one["id"] != record["id"] and len(found) < MOST:
            href = record_address(walk, kind, record["id"], other=one["id"])
            found.setdefault(one["id"], Other(id=one["id"], said=_said(kind, one), why=why, href=href))
    return list(found.values())


def found_other(reader: Reader, kind: str, said: str) -> str:
    """Return the id of the record that is named by its id, or, of places and actors, by its name.

    Raises:
        QueryError: when there is none, or several.
    """
    if kind in {"places", "actors"}:
        return named(reader, kind, said)
    if reader.get(kind, said) is None:
        raise QueryError("record-unknown", f"The account has no record “{said}” of this kind.")
    return said


def _said(kind: str, one: Record) -> str:
    match kind:
        case "places":
            return ", ".join(filter(None, (one["name"], one["inside"])))
        case "events":
            return f"{called(kind, one)}, {words.when(one['when'])}"
        case "reports":
            return f"{called(kind, one)}, {one['outlet'] or 'outlet not known'}"
    return called(kind, one)


def _offered(reader: Reader, kind: str, record: Record) -> Iterator[tuple[Record, str]]:
    match kind:
        case "places" | "actors":
            yield from _named(reader, kind, record)
        case "events":
            yield from _near(reader, record)
        case "reports":
            yield from _texts(reader, record)


def _named(reader: Reader, kind: str, record: Record) -> Iterator[tuple[Record, str]]:
    """Yield what bears one of its names, then what bears the longest word of its name."""
    names = list(dict.fromkeys([record["name"], *record["names_seen"]]))[:_NAMES]
    wanted = {_folded(name) for name in names}
    longest = max(_WORD.findall(record["name"]), key=len, default="")
    found = [one for name in (*names, longest) for one in _search(reader, kind, name)]
    for one in found:
        if wanted & set(map(_folded, _names(one))):
            yield one, "a name in common"
    for one in found:
        if any(_folded(longest) <= _folded(name) for name in _names(one)):
            yield one, "a word of its name in common"


def _names(record: Record) -> list[str]:
    return [record["name"], *record["names_seen"]]


def _folded(name: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(name))


def _search(reader: Reader, kind: str, text: str) -> list[Record]:
    asked = " ".join(_WORD.findall(text)[:_WORDS])[:LONGEST]
    return [hit.record for hit in reader.search(asked, limit=_LOOKED_AT, kind=kind).hits] if asked else []


def _near(reader: Reader, event: Record) -> Iterator[tuple[Record, str]]:
    days = [
        date.fromisoformat(day[:10]) if (day := event["when"][end]) else None
        for end in ("earliest", "latest")
    ]
    if event["place"] is None or not all(days):
        return
    near = Filters(place=event["place"]["id"], since=days[0], until=days[1])
    for one in reader.page("events", near, limit=MOST + 1).records:
        yield one, "the same place and days"


def _texts(reader: Reader, report: Record) -> Iterator[tuple[Record, str]]:
    for one in reader.page("reports", Filters(strand=report["strand"]), limit=MOST + 1).records:
        yield one, "told to be one text with it"
    for one in _search(reader, "reports", report["title"] or ""):
        yield one, "the same words in its title"
