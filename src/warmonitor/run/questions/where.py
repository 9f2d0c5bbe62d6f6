"""Whether a place is one that a question is about: named, near, inside an area or a box."""

from collections.abc import Mapping
from typing import Any

from warmonitor.model import Question, haversine_km
from warmonitor.store.lookup import Lookup, spelt

Record = Mapping[str, Any]
_DEEPEST = 8  # places inside one another


class Where:
    """The places of a question."""

    def __init__(self, question: Question, lookup: Lookup) -> None:
        self._question, self._lookup = question, lookup
        self._named = [one["id"] for one in lookup.named("places", question.place)] if question.place else []
        self._centres = [question.at] if question.at else []
        if question.place and question.km:
            known = (lookup.get("places", one) for one in self._named)
            self._centres = [point for one in known if (point := _point(one))]
        self._area = spelt(question.area) if question.area else ()
        self._areas = {one["id"] for one in lookup.named("places", question.area)} if question.area else set()

    @property
    def anywhere(self) -> bool:
        """Say whether the question names no place."""
        asked = self._question
        return not (asked.place or asked.at or asked.area or asked.box)

    def holds(self, place: str | None) -> bool:
        """Say whether a place counts."""
        if self.anywhere:
            return True
        if place is None:
            return False
        if self._question.area:
            return self._inside(place)
        return place in self._named or self._near(place)

    def any(self, places: list[str]) -> bool:
        """Say whether one of some places counts, or the question names none."""
        return self.anywhere or any(map(self.holds, places))

    def _near(self, place: str) -> bool:
        point = _point(self._lookup.get("places", place))
        if point is None:
            return False
        if box := self._question.box:
            south, west, north, east = box
            inside = west <= point[1] <= east if west <= east else point[1] >= west or point[1] <= east
            return south <= point[0] <= north and inside
        most = self._question.km or 0.0
        return any(haversine_km(point, centre) <= most for centre in self._centres)

    def _inside(self, place: str) -> bool:
        """Say whether a place is the area, or lies in it by the names of what it lies in."""
        here, met = place, set[str]()
        while here not in met and len(met) < _DEEPEST:
            met.add(here)
            if here in self._areas:
                return True
            record = self._lookup.get("places", here)
            if record is None:
                return False
            if record["inside"] and spelt(record["inside"]) == self._area:
                return True
            if record["country"] and record["country"] == self._question.area:
                return True
            here = record["of"] or self._above(record)
        return False

    def _above(self, record: Record) -> str:
        above = self._lookup.named("places", record["inside"]) if record["inside"] else []
        return next((one["id"] for one in above if one["id"] != record["id"]), "")


def _point(place: Record | None) -> tuple[float, float] | None:
    if place is None or place["latitude"] is None or place["longitude"] is None:
        return None
    return place["latitude"], place["longitude"]
