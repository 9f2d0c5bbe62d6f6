"""Actors and places by id: the climb from a speaker to its organisation, sides, and distances."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt

from warmonitor.model.claim import Named
from warmonitor.model.names import SPEAKS_ONLY, STATE, Actor, ActorKind, Place

EARTH_RADIUS_KM = 6371.0
IRREGULAR = frozenset(
    {ActorKind.REBEL_GROUP, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA, ActorKind.UNKNOWN}
)


def fold(text: str) -> str:
    """Return the words in lower case, without accents or punctuation, one space apart."""
    plain = unicodedata.normalize("NFKD", text)
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(re.findall(r"\w+", bare.casefold()))


@dataclass(frozen=True, slots=True)
class ActorIndex:
    """The actors of a set of reports by id."""

    known: dict[str, Actor] = field(default_factory=dict)

    @classmethod
    def of(cls, actors: Iterable[Actor]) -> "ActorIndex":
        """Index the actors by id."""
        return cls({actor.id: actor for actor in sorted(actors, key=lambda actor: actor.id)})

    def lineage(self, actor: str) -> tuple[str, ...]:
        """Return the ids from the actor up to its organisation or government; a loop ends the climb."""
        climbed = [actor]
        while True:
            above = self.known[climbed[-1]].part_of if climbed[-1] in self.known else None
            if above is None or above in climbed:
                return tuple(climbed)
            climbed.append(above)

    def root(self, named: Named) -> str:
        """Return the id of the organisation behind a name, or the folded name where no actor is known."""
        return self.lineage(named.id)[-1] if named.id else fold(named.name or named.said)

    def root_name(self, named: Named) -> str:
        """Return the name of the organisation behind a name."""
        top = self.known.get(self.root(named))
        return top.name if top else (named.name or named.said)

    def side(self, named: Named) -> str | None:
        """Return the side of the war of the nearest actor above that has one."""
        steps = self.lineage(named.id) if named.id else ()
        sides = (self.known[step].side for step in steps if step in self.known)
        return next((side for side in sides if side), None)

    def party(self, named: Named) -> str:
        """Return a key for whom a name fights with: its side, else its root.

        Every state is on a "government" side of its own, so the country is part of the key there.
        """
        side = self.side(named)
        if side is None:
            return self.root(named)
        steps = [self.known[step] for step in self.lineage(named.id or "") if step in self.known]
        states = [actor for actor in steps if actor.kind in STATE]
        if not states:
            return side
        countries = [actor.country for actor in steps if actor.country]
        return f"{side} {countries[-1] if countries else states[-1].id}"

    def fights(self, named: Named | None) -> bool:
        """Say whether a name can be a party to the fighting: not one of those who only speak of it."""
        if named is None:
            return False
        actor = self.known.get(named.id or "")
        return actor is None or actor.kind not in SPEAKS_ONLY

    def same_party(self, one: Named, other: Named) -> bool:
        """Say whether two names stand for one organisation or for one side."""
        return self.party(one) == self.party(other) or self.root(one) == self.root(other)

    def may_be_one_party(self, one: Named, other: Named) -> bool:
        """Say whether two names are one party, or could be as the side of one of them is not known.

        Where both sides are known they decide; a state or its forces are never an unknown group's side.
        """
        if self.same_party(one, other):
            return True
        if self.side(one) is not None and self.side(other) is not None:
            return False
        return all(self._irregular(named) for named in (one, other))

    def _irregular(self, named: Named) -> bool:
        """Say whether a name is that of fighters who are no state's, as far as is known."""
        steps = [self.known[step] for step in self.lineage(named.id or "") if step in self.known]
        return bool(steps) and all(step.kind in IRREGULAR for step in steps)


@dataclass(frozen=True, slots=True)
class PlaceIndex:
    """The places of a set of reports by id, and by each name that they go by."""

    known: dict[str, Place] = field(default_factory=dict)
    named: dict[str, tuple[str, ...]] = field(default_factory=dict)
    names: dict[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, places: Iterable[Place]) -> "PlaceIndex":
        """Index the places by id and by folded name."""
        known = {place.id: place for place in sorted(places, key=lambda place: place.id)}
        named: dict[str, list[str]] = {}
        for place in known.values():
            named.setdefault(fold(place.name), []).append(place.id)
        names = {key: frozenset(map(fold, (one.name, *one.names_seen))) for key, one in known.items()}
        return cls(known, {name: tuple(ids) for name, ids in named.items()}, names)

    def km(self, one: str, other: str) -> float | None:
        """Return the distance between two places in km, None where either has no coordinates."""
        if one == other:
            return 0.0
        first, second = self._degrees(one), self._degrees(other)
        return haversine_km(first, second) if first and second else None

    def around(self, place: str) -> tuple[str, ...]:
        """Return the ids of the places that a place lies in, innermost first, as far as they are known.

        An area comes after the place by which it is told: "the area near X" with X first.
        """
        here = self.known.get(place)
        found: list[str] = []
        if here is not None and here.of in self.known:
            found.append(here.of)
            here = self.known[here.of]
        while here is not None and here.inside:
            above = [name for name in self.named.get(fold(here.inside), ()) if name not in {place, *found}]
            if not above:
                break
            found.append(above[0])
            here = self.known[above[0]]
        return tuple(found)

    def _degrees(self, place: str) -> tuple[float, float] | None:
        here = self.known.get(place)
        if here is None or here.latitude is None or here.longitude is None:
            return None
        return here.latitude, here.longitude


def haversine_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the great-circle distance in km between two points in degrees (haversine formula)."""
    lat1, lon1, lat2, lon2 = (radians(degrees) for degrees in (*one, *other))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(half))
