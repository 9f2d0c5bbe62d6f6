"""What is drawn of a situation report: the places on its last day, figures by origin, events by week."""

import math
from collections.abc import Iterator, Mapping

from warmonitor.exports.sitrep.atlas import Stand, area_map
from warmonitor.exports.sitrep.chart import Range, Told, ranges
from warmonitor.exports.sitrep.record import Picture
from warmonitor.exports.sitrep.view import Spot
from warmonitor.exports.sitrep.weeks import weeks
from warmonitor.model.sides import SideSign
from warmonitor.model.spoken import day_words
from warmonitor.store.reader import Record
from warmonitor.web.pages.wording import words as said
from warmonitor.web.sitrep.gathered import Gathered
from warmonitor.web.sitrep.outlines import outlines

_FIGURES, _ORIGINS = 5, 5
_KNOWN = frozenset({"exact", "near", "district", "province", "region"})
_LEAST = 1.0  # km: a named place is no point either


def pictures(gathered: Gathered, signs: Mapping[str, SideSign]) -> tuple[Picture, ...]:
    """Return the pictures that there is something to draw for."""
    scope = gathered.scope
    stands, events = list(_stands(gathered)), list(_events(gathered))
    made = (
        area_map(stands, events, outlines(), day_words(scope.until), signs),
        ranges(list(_told(gathered)), "People killed, as each origin last gave it: the weightiest figures"),
        weeks(list(gathered.of("events").days()), scope.since, scope.until),
    )
    return tuple(one for one in made if one)


def _stands(gathered: Gathered) -> Iterator[Stand]:
    """Yield how each place stood on the last day, once; the weightiest spell of it."""
    met: set[str] = set()
    for one in gathered.of("held").records:
        spot = _spot(one["place"], gathered, frozenset({"exact"}))
        if spot and one["place"]["id"] not in met and one["part"] is None:
            met.add(one["place"]["id"])
            yield Stand(spot, one["status"], one["holder"] if one["status"] != "unknown" else None)


def _events(gathered: Gathered) -> Iterator[Spot]:
    for one in gathered.of("events").records:
        if spot := _spot(one["place"], gathered):
            yield spot


def _spot(ref: Record | None, gathered: Gathered, known: frozenset[str] = _KNOWN) -> Spot | None:
    """Return where a place lies, None where that is not known closely enough to be drawn."""
    place = gathered.places.get(ref["id"]) if ref and ref["id"] else None
    if place is None or place["latitude"] is None or place["longitude"] is None:
        return None
    radius = place["radius_km"] or (_LEAST if place["precision"] == "exact" else None)
    if place["precision"] not in known or radius is None or not math.isfinite(radius):
        return None
    return Spot(place["name"] or "a place without a name", place["longitude"], place["latitude"], radius)


def _told(gathered: Gathered) -> Iterator[Told]:
    for one in gathered.of("killed").records[:_FIGURES]:
        where = said.called(one["place"]) or "place not known"
        rows = tuple(row for origin in one["history"][:_ORIGINS] if (row := _range(origin)))
        if rows:
            yield Told(f"{said.counted(one)}, {where}, {said.when(one['when'])}", rows)


def _range(origin: Record) -> Range | None:
    """Return what an origin gave last."""
    stands = [count for count in origin["counts"] if count["claim"] in set(origin["stands"])] or origin[
        "counts"
    ]
    if not stands:
        return None
    last = stands[-1]
    low, high = last["low"], last["high"]
    if last["best"] is not None:  # "almost 900" has no lower end of its own: it stands at 900
        low, high = (last["best"] if end is None else end for end in (low, high))
    return Range(_origin(origin["origin"]), low, high)


def _origin(told: str) -> str:
    return "a text of its own" if told.startswith("strand-") else told
