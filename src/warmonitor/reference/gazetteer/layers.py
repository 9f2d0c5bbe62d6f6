"""Several stores as one: the same place in two of them is one place, whichever was added first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from warmonitor.model.lookup import haversine_km
from warmonitor.reference.gazetteer.entry import GazetteerEntry, PlaceKind
from warmonitor.reference.gazetteer.spelling import norm
from warmonitor.reference.gazetteer.squares import bounds_around, squares_around
from warmonitor.reference.gazetteer.store import GazetteerStore

# Kinds that are one thing under two names, with the kilometres within which two stores mean the same place.
_ALIKE = {
    PlaceKind.TOWN: ("settled", 5.0),
    PlaceKind.SECTION: ("settled", 5.0),
    PlaceKind.SITE: ("site", 2.0),
    PlaceKind.DISTRICT: ("district", 30.0),
    PlaceKind.PROVINCE: ("province", 100.0),
    PlaceKind.REGION: ("region", 100.0),
    PlaceKind.WATER: ("water", 50.0),
    PlaceKind.COUNTRY: ("country", 20_000.0),
}
# The squares round a place that are searched are as wide as this; wider kinds meet by their names alone.
_SEARCHED_KM = 5.0
# Radius in kilometres of what is no point, where no store tells it.
_USUAL_KM = {
    PlaceKind.REGION: 20.0,
    PlaceKind.DISTRICT: 15.0,
    PlaceKind.PROVINCE: 60.0,
    PlaceKind.WATER: 10.0,
    PlaceKind.COUNTRY: 300.0,
}
_POINTS = frozenset({PlaceKind.TOWN, PlaceKind.SECTION, PlaceKind.SITE})
_SHARED = ("geonames:", "iso:", "region:")


class Spot(NamedTuple):
    """A place in a store, by the store's number among the layers and its own number."""

    store: int
    number: int


class Layers:
    """Stores in their order: files of one's own, p-codes, dumps of GeoNames, what comes with the package.

    Two places of two stores are one when they share a name, are of one kind, and each is the nearest such
    place to the other within some kilometres; or when they have the same ref. The first gives the
    coordinates, the last the ref and the usual name.
    """

    def __init__(self, stores: Iterable[GazetteerStore]) -> None:
        self.stores: Sequence[GazetteerStore] = sorted(stores, key=lambda one: one.rank)

    def named(self, key: str) -> list[tuple[Spot, tuple[str, ...]]]:
        """Return the places with a key in every store, and the plain forms that each is written in."""
        return [
            (Spot(place, number), forms)
            for place, store in enumerate(self.stores)
            for number, forms in store.named(key)
        ]

    @lru_cache(maxsize=65536)  # noqa: B019
    def entry(self, spot: Spot) -> GazetteerEntry:
        """Return a place as all stores together know it."""
        if len(self.stores) == 1:
            return self._raw(spot)
        members = sorted(self._same(spot), key=self._precedence)
        return self._united([self._raw(one) for one in members])

    def _raw(self, spot: Spot) -> GazetteerEntry:
        return self.stores[spot.store].place(spot.number)

    def _precedence(self, spot: Spot) -> tuple[int, str, float, float]:
        one = self._raw(spot)
        return (self.stores[spot.store].rank, one.ref, one.latitude, one.longitude)

    def _same(self, spot: Spot) -> set[Spot]:
        found, waiting = {spot}, [spot]
        while waiting:
            one = waiting.pop()
            for store in range(len(self.stores)):
                twin = self._twin(one, store)
                if (
                    twin is not None
                    and twin not in found
                    and all(twin.store != other.store for other in found)
                ):
                    found.add(twin)
                    waiting.append(twin)
        return found

    def _twin(self, spot: Spot, store: int) -> Spot | None:
        if store == spot.store:
            return None
        twin = self._nearest(spot, store)
        return twin if twin is not None and self._nearest(twin, spot.store) == spot else None

    @lru_cache(maxsize=65536)  # noqa: B019
    def _nearest(self, spot: Spot, store: int) -> Spot | None:
        """Return the place of a store that shares ref or name with a place and lies nearest to it."""
        here = self._raw(spot)
        near = []
        for one in self._sharing(spot, store):
            there = self._raw(one)
            km = haversine_km((here.latitude, here.longitude), (there.latitude, there.longitude))
            if here.ref == there.ref or (_alike(here, there) and km <= _ALIKE[here.kind][1]):
                near.append((here.ref != there.ref, km, there.ref, one))
        return min(near)[3] if near else None

    def _sharing(self, spot: Spot, store: int) -> set[Spot]:
        """Return the places of another store that have a name or the ref of a place."""
        mine, other, here = self.stores[spot.store], self.stores[store], self._raw(spot)
        if _ALIKE[here.kind][1] <= _SEARCHED_KM:
            around = _around(here, other)
            found = {one for one in around if _share(mine, spot.number, other, one)}
        else:
            keys = mine.keys(spot.number) if mine.added else [norm(here.name), norm(here.ascii_name)]
            found = {number for key in keys for number, _ in other.named(key)}
        if other.added:
            same = other.by_ref(here.ref)
            found |= set() if same is None else {same}
        return {Spot(store, number) for number in found}

    def _united(self, members: Sequence[GazetteerEntry]) -> GazetteerEntry:
        first = members[0]
        if len(members) == 1 and first.kind in _POINTS and self._is_usual(first):
            return first
        known = next((one for one in reversed(members) if one.ref.startswith(_SHARED)), first)
        radius = next((one.radius_km for one in members if one.radius_km is not None), None)
        refs = {ref for one in members for ref in (one.ref, *one.also)} - {known.ref}
        province = next((one.province for one in reversed(members) if one.province), "")
        return replace(
            known,
            latitude=first.latitude,
            longitude=first.longitude,
            countries=next((one.countries for one in members if one.countries), ()),
            kind=first.kind,
            province=self._usual(province, known.countries),
            population=max(one.population for one in members),
            radius_km=radius if radius is not None else _USUAL_KM.get(first.kind),
            bare=any(one.bare for one in members),
            capital=any(one.capital for one in members),
            also=tuple(sorted(refs)),
        )

    def _is_usual(self, one: GazetteerEntry) -> bool:
        """Say whether the province of a place has the name that the package knows it by."""
        return not one.province or self._usual(one.province, one.countries) == one.province

    @lru_cache(maxsize=4096)  # noqa: B019
    def _usual(self, province: str, countries: tuple[str, ...]) -> str:
        """Return a province's name as the gazetteer that comes with the package has it."""
        last = self.stores[-1]
        for number, _ in last.named(norm(province)) if province else ():
            one = last.place(number)
            if one.kind is PlaceKind.PROVINCE and one.countries == countries:
                return one.province or province
        return province


def _around(here: GazetteerEntry, other: GazetteerStore) -> Iterator[int]:
    """Yield the places of a store that may lie near enough to be a place, or that have its ref."""
    latitude, longitude, ref = here.latitude, here.longitude, here.ref
    south, north, west, east = bounds_around(latitude, longitude, _ALIKE[here.kind][1])
    edge = west < -180 or east > 180
    for cell in squares_around(latitude, longitude, _SEARCHED_KM):
        for number, lat, lon, other_ref in other.square(cell):
            if (south <= lat <= north and (edge or west <= lon <= east)) or other_ref == ref:
                yield number


def _alike(one: GazetteerEntry, other: GazetteerEntry) -> bool:
    same = _ALIKE[one.kind][0] == _ALIKE[other.kind][0]
    return same and (not one.countries or not other.countries or bool({*one.countries} & {*other.countries}))


def _share(one: GazetteerStore, number: int, other: GazetteerStore, twin: int) -> bool:
    """Say whether two places have a name in common; one of the stores at least was added."""
    if not one.added:
        one, number, other, twin = other, twin, one, number
    return other.has_any(one.keys(number), twin)
