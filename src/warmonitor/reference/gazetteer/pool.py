"""Names of one country that are near a name: by sound, by letters, by consonants."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from warmonitor.reference.gazetteer.romanise import begins
from warmonitor.reference.gazetteer.spelling import skeleton, sound

_RESULTS = 8
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_BITS = {letter: (1 << place, 1 << (place + 26)) for place, letter in enumerate(_LETTERS)}


@dataclass(frozen=True, slots=True)
class Names:
    """Stored names in columns: keys and numbers of their places, and what each sounds like.

    `bones` are its consonants; both are "" where not made yet. `short` says that a name comes from a script
    that leaves short vowels out.
    """

    keys: Sequence[str] = ()
    places: Sequence[int] = ()
    sounds: Sequence[str] = ()
    bones: Sequence[str] = ()
    short: Sequence[bool] = ()

    @classmethod
    def plain(cls, pairs: Iterable[tuple[str, int]]) -> "Names":
        """Return names with their vowels from keys and places."""
        rows = list(pairs)
        none, keys = [""] * len(rows), [key for key, _ in rows]
        return cls(keys, [place for _, place in rows], none, none, [False] * len(rows))


class Groups:
    """Rows by a word that several may share, in flat lists: many small ones are work for the collector."""

    def __init__(self, words: Sequence[str], rows: Iterable[int]) -> None:
        self._rows = sorted(rows, key=words.__getitem__)
        self._words = [words[row] for row in self._rows]
        self._ends = {word: end for end, word in enumerate(self._words, 1)}

    def of(self, word: str) -> list[int]:
        """Return the rows with a word, in their order."""
        end = self._ends.get(word, 0)
        first = end
        while first and self._words[first - 1] == word:
            first -= 1
        return self._rows[first:end]


class Shelf:
    """Names that begin alike, under their coarser keys; `sounds` leaves out those without vowels."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.heard = [heard or sound(key) for key, heard in zip(names.keys, names.sounds, strict=True)]
        bare = [bones or skeleton(key) for key, bones in zip(names.keys, names.bones, strict=True)]
        self.sounds = Groups(self.heard, (row for row, short in enumerate(names.short) if not short))
        self.bones = Groups(bare, range(len(bare)))


class Letters:
    """Keys that are found though some letters differ, by which letters they have, then by edits."""

    def __init__(self, names: Names) -> None:
        self._places = names.places
        self._rows = Groups(names.keys, (row for row, short in enumerate(names.short) if not short))
        full = {key for key, short in zip(names.keys, names.short, strict=True) if not short}
        self._keys = sorted(full, key=lambda key: (len(key), key))
        self._masks = np.array([_mask(key) for key in self._keys], np.uint64)
        self._lengths = np.array([len(key) for key in self._keys], np.int32)
        self._starts = _starts(self._lengths.tolist())

    def near(self, key: str) -> list[tuple[int, int]]:
        """Return places whose key is a misspelling away, with the number of edits."""
        allowed = edits_allowed(key)
        if not allowed or not self._keys:
            return []
        first, last = self._start(len(key) - allowed), self._start(len(key) + allowed + 1)
        apart = np.bitwise_count(self._masks[first:last] ^ np.uint64(_mask(key)))
        # A letter exchanged changes two bits at most, one put in or left out one only.
        apart = apart + np.abs(self._lengths[first:last] - len(key))
        close = ((apart <= 2 * allowed).nonzero()[0] + first).tolist()
        if not close:
            return []
        choices = [self._keys[place] for place in close]
        rows = extract(key, choices, scorer=OSA.distance, score_cutoff=allowed, limit=_RESULTS)
        return sorted((int(edits), self._places[row]) for key, edits, _ in rows for row in self._rows.of(key))

    def _start(self, length: int) -> int:
        return self._starts[min(length, len(self._starts) - 1)]


def _starts(lengths: Sequence[int]) -> list[int]:
    """Return where keys of each length begin in a list sorted by length, with one end behind the longest."""
    longest = lengths[-1] if lengths else 0
    return [bisect_left(lengths, length) for length in range(longest + 2)]


class Pool:
    """The names of one country in one store; shelves are made when a name first asks for them.

    `apart` says that names are kept by shelf: then misspellings are looked for on the shelf alone.
    """

    def __init__(self, shelves: "Shelves") -> None:
        self._source = shelves
        self._shelves: dict[str, Shelf] = {}
        self._letters: dict[str, Letters] = {}
        self.holds_any = shelves.holds_any()

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

    def __init__(self, names: Sequence[tuple[str, int]]) -> None:
        self._all = names

    def holds_any(self) -> bool:
        """Say whether there is a name at all."""
        return bool(self._all)

    def of(self, start: str) -> Names:
        """Return the names of a shelf, or with "" all of them."""
        return Names.plain(self._by_start.get(start, ()) if start else self._all)

    @cached_property
    def _by_start(self) -> dict[str, list[tuple[str, int]]]:
        found: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for key, place in self._all:
            found[begins(key)].append((key, place))
        return found


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
