"""What the map draws of some days, as bytes that are made once for all who look at the same days."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import compress
from typing import Any

from warmonitor.model.sides import SideSign, others
from warmonitor.store.database import Database, Transaction
from warmonitor.store.reader import Reader
from warmonitor.store.window import MOST, Columns, Window, features, latest, spots_of
from warmonitor.web.pages.frame.page import Page, Part
from warmonitor.web.pages.map.asked import InDays, days_of, window_of
from warmonitor.web.pages.map.standing import said
from warmonitor.web.sides import side_signs
from warmonitor.web.trouble import Json

_CODED = ("name", "part", "stretches")
_LOOK = ("kind", "status", "side", "other")
_LOOKS = ("kind", "status", "side", "said")


class Places(Part):
    """Places in columns: radius in km within which each lies, null where that is not known."""

    id: list[str]
    name: list[str]
    latitude: list[float]
    longitude: list[float]
    radius: list[float | None]
    precision: list[str]


class Side(Part):
    """How a side is drawn: a colour, and lines across a sign, x and y in turn, from -1 to 1 of its radius.

    Its name is null for all sides that have no sign of their own.
    """

    name: str | None
    colour: str
    strokes: list[list[float]]


class Features(Page):
    """Records of the days in columns; a number in `columns` stands for the word of that place in `words`.

    `look` is the place of a record's kind, status, side and of what is said of it, `place` that of its place
    among `places`, -1 where that is not located; only then has it a name here. Days are counted from
    1970-01-01, with a million for an open end and minus that for an open start. `stretches` are evidence
    (told, interpolated, carried), first and last day, and status, one after another. `sides` are those of
    the whole account, whatever its days show of them.
    """

    title: str = "Features of the map"
    since: int
    until: int
    more: bool
    words: dict[str, list[str]]
    id: list[str]
    first: list[int]
    last: list[int]
    columns: dict[str, list[int]]
    places: Places
    sides: list[Side]


@lru_cache(maxsize=4)
def featured(database: Database, stand: str, asked: InDays) -> bytes:  # noqa: ARG001 - what it changes with
    """Return the record `Features` as JSON; it has many thousand rows, so it is made without its model."""
    return bytes(Json(_features(database, Reader(database), asked)).body)


def _features(database: Database, reader: Reader, asked: InDays) -> dict[str, Any]:
    days = days_of(asked, database.read(latest))
    window = window_of(days, asked, reader) if days else Window(0, 0, ())

    def work(connection: Transaction) -> tuple[Columns, Columns]:
        if not window.layers:
            return {}, {}
        return features(connection, window, MOST + 1), spots_of(connection, window)

    sides = [_side(name, sign) for name, sign in (*side_signs(database).items(), (None, others()))]
    return _compact(window, *database.read(work)) | {"sides": sides}


def _side(name: str | None, sign: SideSign) -> dict[str, Any]:
    return {"name": name, "colour": sign.colour, "strokes": sign.strokes}


def _compact(window: Window, rows: Columns, places: Columns) -> dict[str, Any]:
    """Return rows in columns, words by their place among those that the column has."""
    told = {name: column[:MOST] for name, column in rows.items()}
    lies, at = _located(places, told.get("place", ()))
    told["name"] = ["" if place >= 0 else name for place, name in zip(at, told.get("name", ()), strict=True)]
    looks, look = _coded(zip(*(told.get(name, ()) for name in _LOOK), strict=True))
    coded = {name: _coded(told.get(name, ())) for name in _CODED}
    every = [(*one[:3], said(*one)) for one in looks]
    words = {name: [one[place] for one in every] for place, name in enumerate(_LOOKS)}
    return {
        "title": Features.model_fields["title"].default,
        "since": window.first,
        "until": window.last,
        "more": len(rows.get("id", ())) > MOST,
        "words": words | {name: known for name, (known, _) in coded.items()},
        "id": told.get("id", ()),
        "first": told.get("first", ()),
        "last": told.get("last", ()),
        "columns": {"look": look, "place": at} | {name: codes for name, (_, codes) in coded.items()},
        "places": lies,
    }


def _located(places: Columns, used: Sequence[str]) -> tuple[dict[str, list[Any]], list[int]]:
    """Return the places that are used, in columns, and which of them each record has; -1 for none."""
    wanted = set(used)
    kept = [one in wanted for one in places.get("id", ())]
    lies = {name: list(compress(places.get(name, ()), kept)) for name in Places.model_fields}
    order = {one: number for number, one in enumerate(lies["id"])}
    return lies, [order.get(one, -1) for one in used]


def _coded(column: Iterable[Any]) -> tuple[list[Any], list[int]]:
    places: dict[Any, int] = {}
    codes = [places.setdefault(word, len(places)) for word in column]
    return list(places), codes
