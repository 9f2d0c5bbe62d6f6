"""What stands on one day, in words: the list beside the map, which says the same as it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from warmonitor.store.mapped import OPEN
from warmonitor.web.pages.frame.page import Part
from warmonitor.web.pages.map.territory import reach_words
from warmonitor.web.pages.wording import words
from warmonitor.web.pages.wording.links import page_of

EVIDENCE = {"t": "", "i": "not told of this day", "c": "not told since"}
_AGREES = {"agrees": ", as reported", "differs": "; reports say otherwise", "": ""}
_EPOCH = date(1970, 1, 1).toordinal()
_UNPLACED = "~"  # after all letters of places that lie somewhere

Columns = Mapping[str, Sequence[Any]]


class Stretch(NamedTuple):
    """Days of a record with what they rest on and, of a post, how it stood."""

    evidence: str
    first: int
    last: int
    status: str


class Entry(Part):
    """What stands on a day: its place and words, how far it is told, and the address of its page.

    `rough` is as what the place is known only; `located` whether it stands on the map.
    """

    layer: str
    id: str
    href: str
    place: str | None
    part: str
    words: str
    evidence: str
    days: str
    rough: str
    located: bool


def entries(rows: Columns, places: Columns, day: int) -> list[Entry]:
    """Return what stands on a day, by place and id."""
    spots = dict(zip(places["id"], places["precision"], strict=True))
    names = list(rows)
    every = (dict(zip(names, one, strict=True)) for one in zip(*rows.values(), strict=True))
    found = [_entry(row, spots, day) for row in every]
    return sorted(found, key=lambda one: (not one.located, one.place or _UNPLACED, one.id))


def _entry(row: Mapping[str, Any], spots: Mapping[str, str], day: int) -> Entry:
    stretch = next((one for one in stretches(row["stretches"]) if one.first <= day <= one.last), None)
    precision = spots.get(row["place"])
    return Entry(
        layer=row["kind"],
        id=row["id"],
        href=page_of(row["kind"], row["id"]),
        place=row["name"] or None,
        part=row["part"],
        words=said(row["kind"], row["status"], row["side"], row["other"])
        + (f", {stretch.status}" if stretch and stretch.status else ""),
        evidence=EVIDENCE[stretch.evidence] if stretch else "",
        days=span(row["first"], row["last"]) if _tells_days(row, day) else "",
        rough="" if precision in {None, "exact"} else str(precision),
        located=precision is not None,
    )


def _tells_days(row: Mapping[str, Any], day: int) -> bool:
    return bool(row["kind"] == "events" and (row["first"] != day or row["last"] != day))


def said(kind: str, status: str, side: str, other: str) -> str:
    """Return what a row says, without its place and days."""
    match kind:
        case "control":
            told = words.spell_words({"status": status, "holder": side or None})
            return told + (f", by {other}" if other else "")
        case "events":
            return (other or status or "Event") + (f": {side}" if side else "")
        case "access":
            return reach_words(status) + _AGREES[other]
    return (other or "post") + (f" of {side}" if side else "")


def stretches(told: str) -> Iterator[Stretch]:
    """Yield the stretches of a row."""
    for one in told.split():
        evidence, first, last, status = one.split(":", 3)
        yield Stretch(evidence, int(first), int(last), status)


def span(first: int, last: int) -> str:
    """Return days in words, as the script of the map says them too."""
    if first == -OPEN and last == OPEN:
        return "day not known"
    if first == -OPEN:
        return f"until {_words(last)}"
    if last == OPEN:
        return f"from {_words(first)}"
    return _words(first) if first == last else f"{_words(first)} to {_words(last)}"


def _words(day: int) -> str:
    return words.day(date.fromordinal(day + _EPOCH).isoformat())
