"""Names to places, from firm matches to weak ones."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from warmonitor.reference.gazetteer.countries import Countries
from warmonitor.reference.gazetteer.entry import Candidate, GazetteerEntry, MatchKind, PlaceKind
from warmonitor.reference.gazetteer.layers import Layers, Spot
from warmonitor.reference.gazetteer.near import Asked, by_consonants, by_script, by_sound
from warmonitor.reference.gazetteer.pool import Pool
from warmonitor.reference.gazetteer.spelling import norm, plain
from warmonitor.reference.gazetteer.store import GazetteerStore, embedded

SCORES = {
    MatchKind.EXACT: 1.0,
    MatchKind.NORMALISED: 0.95,
    MatchKind.VARIANT: 0.85,
    MatchKind.FUZZY: 0.7,
    MatchKind.SCRIPT: 0.65,
    MatchKind.SKELETON: 0.6,
}
# Across scripts, places whose names are so much less like than the best are not meant.
BEHIND = 0.05
Pools = Sequence[tuple[int, Pool]]
# Names outside the countries asked for stay in the answer, far below.
_ELSEWHERE = 0.5


class Gazetteer:
    """Read-only look-up of places by name, in the store that comes with the package and in added ones."""

    def __init__(self, store: GazetteerStore, added: Sequence[GazetteerStore] = ()) -> None:
        self._layers = Layers([store, *added])
        self.countries = Countries(store.countries())

    @lru_cache(maxsize=65536)  # noqa: B019
    def firm(self, name: str) -> tuple[Candidate, ...]:
        """Return the places anywhere that bear this name, letter for letter or but for its dress."""
        flat, key = plain(name), norm(name)
        found: dict[str, Candidate] = {}
        for spot, forms in self._layers.named(key) if key else ():
            one = self._firm(name, flat, spot, forms)
            best = found.get(one.entry.ref)
            if best is None or (-one.score, len(best.reason)) < (-best.score, len(one.reason)):
                found[one.entry.ref] = one
        return tuple(sorted(found.values(), key=_order))

    def _firm(self, name: str, flat: str, spot: Spot, forms: tuple[str, ...]) -> Candidate:
        entry = self._layers.entry(spot)
        store = self._layers.stores[spot.store]
        match = MatchKind.EXACT if flat in forms else MatchKind.NORMALISED
        reason = f"“{name}” is a name of {entry.name}"
        if match is MatchKind.NORMALISED:
            reason = f"“{name}” is {entry.name} but for accents, article or hyphens"
        former = store.former(spot.number, flat) if store.added and flat != plain(entry.name) else None
        if former is not None:
            reason = f"“{name}” is a former name of {entry.name}{_years(*former)}"
        return Candidate(entry, match, SCORES[match], reason)

    def find(self, name: str, *, countries: Collection[str] = ()) -> list[Candidate]:
        """Return the places that a name may stand for, best first; [] when none is known.

        With `countries` (ISO 3166-1 alpha-2), places in them come first, and where none of them bears
        the name, spellings near it are looked for in them: transliteration, then the letters of another
        script, then misspelling, then consonants alone.
        """
        firm = self.firm(name)
        if not countries:
            return list(firm)
        inside = [one for one in firm if in_countries(one.entry, countries)]
        others = [_lowered(one) for one in firm if one not in inside]
        return sorted(inside or self.weak(name, countries), key=_order) + others

    def weak(self, name: str, countries: Collection[str]) -> list[Candidate]:
        """Return places in the countries whose name is near this one, by the firmest way that gives any."""
        found = self._near(name, tuple(sorted(set(countries))), False)
        best = [one for one in found if one.match is found[0].match]
        if best and best[0].match is MatchKind.SCRIPT:
            best = [one for one in best if one.score >= best[0].score - BEHIND]
        return best

    def near(self, name: str, countries: Collection[str]) -> list[Candidate]:
        """Return all places in the countries whose name is near this one in any way, also short ones."""
        return list(self._near(name, tuple(sorted(set(countries))), True))

    @lru_cache(maxsize=65536)  # noqa: B019
    def _near(self, name: str, countries: tuple[str, ...], every: bool) -> tuple[Candidate, ...]:
        """Return candidates by the ways of being near, the firmest first; with `every` by all of them."""
        asked = Asked.of(name)
        pools = self._pools(countries)
        found: dict[str, Candidate] = {}
        for way in (self._sounding, self._in_other_script, self._misspelt, self._in_consonants):
            for one in way(asked, pools, name, every):
                found.setdefault(one.entry.ref, one)
            if found and not every:
                break
        return tuple(found.values())

    @lru_cache(maxsize=256)  # noqa: B019
    def _pools(self, countries: tuple[str, ...]) -> Pools:
        """Return the pools of the countries and of places without one, with the number of the store."""
        pools = (
            (place, store.pool(country))
            for place, store in enumerate(self._layers.stores)
            for country in (*countries, *(("",) if store.added else ()))
        )
        return [(place, pool) for place, pool in pools if pool.holds_any]

    def _sounding(self, asked: Asked, pools: Pools, name: str, every: bool) -> Iterator[Candidate]:
        shortest = 3 if every else 4
        spots = {Spot(place, number) for place, pool in pools for number in by_sound(asked, pool, shortest)}
        return self._made(spots, MatchKind.VARIANT, f"“{name}” is another transliteration of")

    def _in_other_script(self, asked: Asked, pools: Pools, name: str, _: bool) -> Iterator[Candidate]:
        likes: dict[Spot, float] = {}
        for place, pool in pools:
            for like, number in by_script(asked, pool):
                spot = Spot(place, number)
                likes[spot] = max(like, likes.get(spot, 0.0))
        said = f"“{name}” has the consonants, in another script, of"
        made = (
            replace(one, score=round(SCORES[MatchKind.SCRIPT] * like, 4))
            for spot, like in sorted(likes.items(), key=lambda pair: (-pair[1], pair[0]))
            for one in self._made([spot], MatchKind.SCRIPT, said)
        )
        return iter(sorted(made, key=_order))

    def _misspelt(self, asked: Asked, pools: Pools, name: str, every: bool) -> Iterator[Candidate]:
        near: dict[Spot, int] = {}
        for place, pool in pools:
            for edits, number in (pair for key in asked.full for pair in pool.near(key)):
                spot = Spot(place, number)
                near[spot] = min(edits, near.get(spot, edits))
        fewest = min(near.values(), default=0)
        for edits in sorted(set(near.values())):
            if edits == fewest or every:
                said = f"“{name}” is {edits} letter{'s' if edits > 1 else ''} from"
                spots = [spot for spot, count in near.items() if count == edits]
                yield from self._made(spots, MatchKind.FUZZY, said, edits)

    def _in_consonants(self, asked: Asked, pools: Pools, name: str, every: bool) -> Iterator[Candidate]:
        shortest = 3 if every else 4
        spots = {
            Spot(place, number) for place, pool in pools for number in by_consonants(asked, pool, shortest)
        }
        return self._made(spots, MatchKind.SKELETON, f"“{name}” has the consonants of")

    def _made(
        self, spots: Iterable[Spot], match: MatchKind, said: str, edits: int = 0
    ) -> Iterator[Candidate]:
        entries = {entry.ref: entry for entry in map(self._layers.entry, sorted(spots))}
        made = (Candidate(one, match, SCORES[match], f"{said} {one.name}", edits) for one in entries.values())
        return iter(sorted(made, key=_order))


def in_countries(entry: GazetteerEntry, countries: Collection[str]) -> bool:
    """Say whether the place lies in one of the countries, or in none at all (a sea)."""
    return not entry.countries or any(one in countries for one in entry.countries)


def _years(since: str, until: str) -> str:
    if until:
        return f", {since} to {until}" if since else f", until {until}"
    return f", since {since}" if since else ""


def _lowered(one: Candidate) -> Candidate:
    return replace(one, score=one.score * _ELSEWHERE, reason=one.reason + ", in another country")


_KINDS = ("country", "region", "town", "province", "district", "section", "site", "water")
_KIND_ORDER = {kind: order for order, kind in enumerate(_KINDS)}


def _order(one: Candidate) -> tuple[float, int, int, str]:
    kind = one.entry.kind
    if kind in {PlaceKind.REGION, PlaceKind.PROVINCE}:
        kind = PlaceKind.REGION if one.entry.bare else PlaceKind.PROVINCE
    rank = _KIND_ORDER[kind]
    return (-one.score, rank, -one.entry.population, one.entry.ref)


@lru_cache(maxsize=4)
def load_gazetteer(*added: Path, comes_with: Path | None = None) -> Gazetteer:
    """Open the gazetteer that comes with the package and the compiled ones that a user added, as one.

    Raises:
        SourceError: when a file is missing or is no gazetteer.
    """
    return Gazetteer(GazetteerStore(comes_with or embedded()), [GazetteerStore(path) for path in added])
