"""Names to places, from firm matches to weak ones."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from warmonitor.reference.gazetteer.countries import Countries
from warmonitor.reference.gazetteer.entry import Candidate, GazetteerEntry, MatchKind, PlaceKind
from warmonitor.reference.gazetteer.spelling import norm, plain, skeleton, sound
from warmonitor.reference.gazetteer.store import GazetteerStore, embedded

SCORES = {
    MatchKind.EXACT: 1.0,
    MatchKind.NORMALISED: 0.95,
    MatchKind.VARIANT: 0.85,
    MatchKind.FUZZY: 0.7,
    MatchKind.SKELETON: 0.6,
}
# Names outside the countries asked for stay in the answer, far below.
_ELSEWHERE = 0.5
_SHORTEST_SOUND = 4
_SHORTEST_SKELETON = 4
_WEAK_RESULTS = 8


# First letters that ways of transliterating a name exchange for each other.
_CLASSES = {letter: letters[0] for letters in ("ckqsxt", "dzjg", "aeiouhwyv", "pf") for letter in letters}


class _Block:
    """The names of one country that begin alike, under the coarser keys."""

    def __init__(self, pairs: Iterable[tuple[str, int]]) -> None:
        self.sounds: dict[str, list[int]] = defaultdict(list)
        self.skeletons: dict[str, list[int]] = defaultdict(list)
        for key, place in pairs:
            self.sounds[sound(key)].append(place)
            self.skeletons[skeleton(key)].append(place)


class _Pool:
    """The names of one country; its blocks are made when a name first asks for them."""

    def __init__(self, pairs: Iterable[tuple[str, int]]) -> None:
        self.keys: dict[str, tuple[int, ...]] = {}
        self._pairs: dict[str, list[tuple[str, int]]] = defaultdict(list)
        self._blocks: dict[str, _Block] = {}
        for key, place in pairs:
            self.keys[key] = (*self.keys.get(key, ()), place)
            self._pairs[_begins(key)].append((key, place))

    def block(self, key: str) -> _Block:
        """Return the names that begin like a key."""
        begins = _begins(key)
        if begins not in self._blocks:
            self._blocks[begins] = _Block(self._pairs.get(begins, ()))
        return self._blocks[begins]

    def near(self, key: str) -> list[tuple[int, int]]:
        """Return places whose key is a misspelling away, with the number of edits."""
        allowed = edits_allowed(key)
        if not allowed:
            return []
        rows = extract(key, self.keys.keys(), scorer=OSA.distance, score_cutoff=allowed, limit=_WEAK_RESULTS)
        return sorted((int(edits), place) for near, edits, _ in rows for place in self.keys[near])


def _begins(key: str) -> str:
    return _CLASSES.get(key[:1], key[:1])


def edits_allowed(key: str) -> int:
    """Return how many letters may differ between spellings of one name: none below six letters."""
    if len(key) < 6:
        return 0
    return 1 if len(key) < 10 else 2


class Gazetteer:
    """Read-only look-up of places by name."""

    def __init__(self, store: GazetteerStore, added: Sequence[GazetteerStore] = ()) -> None:
        self._store = store
        self._added = tuple(added)
        self._pools: dict[str, _Pool] = {}
        self.countries = Countries(store.countries())

    @lru_cache(maxsize=65536)  # noqa: B019
    def firm(self, name: str) -> tuple[Candidate, ...]:
        """Return the places anywhere that bear this name, letter for letter or but for its dress."""
        flat, key = plain(name), norm(name)
        found = []
        for number, forms in self._store.named(key) if key else ():
            match = MatchKind.EXACT if flat in forms else MatchKind.NORMALISED
            entry = self._store.place(number)
            reason = (
                f"“{name}” is a name of {entry.name}"
                if match is MatchKind.EXACT
                else f"“{name}” is {entry.name} but for accents, article or hyphens"
            )
            found.append(Candidate(entry, match, SCORES[match], reason))
        return tuple(sorted(found, key=_order))

    def find(self, name: str, *, countries: Collection[str] = ()) -> list[Candidate]:
        """Return the places that a name may stand for, best first; [] when none is known.

        With `countries` (ISO 3166-1 alpha-2), places in them come first, and where none of them bears
        the name, spellings near it are looked for in them: transliteration, then misspelling, then
        consonants alone.
        """
        firm = self.firm(name)
        if not countries:
            return list(firm)
        inside = [one for one in firm if in_countries(one.entry, countries)]
        others = [_lowered(one) for one in firm if one not in inside]
        return sorted(inside or self.weak(name, countries), key=_order) + others

    def weak(self, name: str, countries: Collection[str]) -> list[Candidate]:
        """Return places in the countries whose name is near this one, by the firmest way that gives any."""
        return list(self._weak(norm(name), name, tuple(sorted(set(countries)))))

    @lru_cache(maxsize=65536)  # noqa: B019
    def _weak(self, key: str, name: str, countries: tuple[str, ...]) -> tuple[Candidate, ...]:
        if not key.isascii():
            return ()
        pools = [self._pool(country) for country in countries]
        heard = sound(key)
        if len(heard) >= _SHORTEST_SOUND:
            places = {place for pool in pools for place in pool.block(key).sounds.get(heard, ())}
            if places:
                return self._made(places, MatchKind.VARIANT, f"“{name}” is another transliteration of")
        near = [pair for pool in pools for pair in pool.near(key)]
        if near:
            fewest = min(edits for edits, _ in near)
            places = {place for edits, place in near if edits == fewest}
            said = f"“{name}” is {fewest} letter{'s' if fewest > 1 else ''} from"
            return self._made(places, MatchKind.FUZZY, said, fewest)
        bones = skeleton(key)
        if len(bones) >= _SHORTEST_SKELETON:
            places = {place for pool in pools for place in pool.block(key).skeletons.get(bones, ())}
            return self._made(places, MatchKind.SKELETON, f"“{name}” has the consonants of")
        return ()

    def _made(
        self, places: Iterable[int], match: MatchKind, said: str, edits: int = 0
    ) -> tuple[Candidate, ...]:
        entries = [self._store.place(place) for place in sorted(places)]
        made = (Candidate(one, match, SCORES[match], f"{said} {one.name}", edits) for one in entries)
        return tuple(sorted(made, key=_order))

    def _pool(self, country: str) -> _Pool:
        if country not in self._pools:
            self._pools[country] = _Pool(self._store.pool(country))
        return self._pools[country]


def in_countries(entry: GazetteerEntry, countries: Collection[str]) -> bool:
    """Say whether the place lies in one of the countries, or in none at all (a sea)."""
    return not entry.countries or any(one in countries for one in entry.countries)


def _lowered(one: Candidate) -> Candidate:
    return Candidate(one.entry, one.match, one.score * _ELSEWHERE, one.reason + ", in another country")


_KIND_ORDER = {kind: order for order, kind in enumerate(("country", "region", "town", "province", "water"))}


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
        SourceError: when the file is missing or is no gazetteer.
    """
    return Gazetteer(GazetteerStore(comes_with or embedded()), [GazetteerStore(path) for path in added])
