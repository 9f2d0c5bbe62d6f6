"""Names of one country that are near a name: by sound, by letters, by consonants."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from warmonitor.reference.gazetteer.romanise import begins
from warmonitor.reference.gazetteer.spelling import skeleton, sound

_RESULTS = 8
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_BITS = {letter: (1 << place, 1 << (place + 26)) for place, letter in enumerate(_LETTERS)}


@dataclass(frozen=True, slots=True)
class Name:
    """A stored name as a key with the number of its place; `sound` and `bones` are "" where not made yet.

    `short` says that it comes from a script that leaves short vowels out.
    """

    key: str
    place: int
    sound: str = ""
    bones: str = ""
    short: bool = False


class Shelf:
    """Names that begin alike, under their coarser keys."""

    def __init__(self, names: Iterable[Name]) -> None:
        self.sounds: dict[str, list[int]] = defaultdict(list)
        self.bones: dict[str, list[Name]] = defaultdict(list)
        for one in names:
            if not one.short:
                self.sounds[one.sound or sound(one.key)].append(one.place)
            self.bones[one.bones or skeleton(one.key)].append(one)


class Letters:
    """Keys that are found though some letters differ, by which letters they have, then by edits."""

    def __init__(self, names: Iterable[Name]) -> None:
        places: dict[str, list[int]] = defaultdict(list)
        for one in names:
            if not one.short:
                places[one.key].append(one.place)
        self._keys = sorted(places, key=lambda key: (len(key), key))
        self._places = [places[key] for key in self._keys]
        self._masks = np.array([_mask(key) for key in self._keys], np.uint64)
        self._lengths = np.array([len(key) for key in self._keys], np.int32)

    def near(self, key: str) -> list[tuple[int, int]]:
        """Return places whose key is a misspelling away, with the number of edits."""
        allowed = edits_allowed(key)
        if not allowed:
            return []
        first, last = np.searchsorted(self._lengths, [len(key) - allowed, len(key) + allowed + 1]).tolist()
        apart = np.bitwise_count(self._masks[first:last] ^ np.uint64(_mask(key)))
        close = (np.flatnonzero(apart <= 2 * allowed) + first).tolist()
        choices = {place: self._keys[place] for place in close}
        rows = extract(key, choices, scorer=OSA.distance, score_cutoff=allowed, limit=_RESULTS)
        return sorted((int(edits), place) for _, edits, at in rows for place in self._places[at])


class Pool:
    """The names of one country in one store; shelves are made when a name first asks for them.

    `apart` says that names are kept by shelf: then misspellings are looked for on the shelf alone.
    """

    def __init__(self, shelves: "Shelves") -> None:
        self._source = shelves
        self._shelves: dict[str, Shelf] = {}
        self._letters: dict[str, Letters] = {}

    def shelf(self, key: str) -> Shelf:
        """Return the names that begin like a key."""
        start = begins(key)
        if start not in self._shelves:
            self._shelves[start] = Shelf(self._source.of(start))
        return self._shelves[start]

    def near(self, key: str) -> list[tuple[int, int]]:
        """Return places whose key is a misspelling away, with the number of edits."""
        start = begins(key) if self._source.apart else ""
        if start not in self._letters:
            self._letters[start] = Letters(self._source.of(start))
        return self._letters[start].near(key)


class Shelves:
    """Names of a country as a store keeps them: all at once, or (`apart`) by the shelf."""

    apart = False

    def __init__(self, names: Sequence[Name]) -> None:
        self._all = names
        self._by_start: dict[str, list[Name]] = defaultdict(list)
        for one in names:
            self._by_start[begins(one.key)].append(one)

    def of(self, start: str) -> Sequence[Name]:
        """Return the names of a shelf, or with "" all of them."""
        return self._by_start.get(start, ()) if start else self._all


def _mask(key: str) -> int:
    """Return which letters a key has once (26 bits) and more than once (26 bits)."""
    mask = 0
    for letter in key:
        once, twice = _BITS.get(letter, (0, 0))
        mask |= twice if mask & once else once
    return mask


def edits_allowed(key: str) -> int:
    """Return how many letters may differ between spellings of one name: none below six letters."""
    if len(key) < 6:
        return 0
    return 1 if len(key) < 10 else 2
