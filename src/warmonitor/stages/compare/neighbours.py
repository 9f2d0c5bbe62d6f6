"""Who shares runs of words with whom in a pile that grows, and which reports are near-copies of one text."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from warmonitor.stages.compare.candidates import Held, Shift, shift
from warmonitor.stages.compare.groups import Groups
from warmonitor.stages.compare.hashes import RUN, Places
from warmonitor.stages.compare.postings import TOKEN, TOKEN_BITS, Keys, joined, keys_of, shared, tied

LEAST = 2  # runs that two reports must share
EACH = 8  # words of the shorter text for each run that is asked, if that is less
NEAR = 1 / 3  # share of the shorter text's runs that makes two texts one

Two = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Text:
    """What is told of a report here: its words, its token, and the fortnight of its date."""

    words: str
    token: int
    week: int


class Neighbours:
    """Places are numbers in the order of coming. `near` has, for each, the others and the runs that tie them.

    `texts` are the groups of near-copies; `words_of` gives the text at a place again; `parts` keeps the keys.
    """

    def __init__(self, words_of: Callable[[int], str]) -> None:
        self.parts = Held()
        self.near: list[dict[int, int]] = []
        self.texts = Groups(self._copies)
        self._words_of = words_of
        self._tokens: list[int] = []
        self._sizes: list[int] = []
        self._places: defaultdict[int, list[int]] = defaultdict(list)

    def add_all(self, texts: Sequence[Text]) -> Keys:
        """Take in texts where there were none; return what `shared` does of their keys."""
        keys, sizes = keys_of([text.words for text in texts], [text.token for text in texts])
        for text, words in zip(texts, sizes.tolist(), strict=True):
            self._enter(text, words)
        self.parts.wait(keys)
        keys = shared(keys)
        self._tie_all(*tied(keys))
        for place in range(len(texts)):
            for other in self._copies(place):
                self.texts.join(place, other)
        return keys

    def add(self, text: Text) -> tuple[set[int], set[int]]:
        """Take in a further text; return whose neighbours changed, and on whose stock that may bear."""
        keys, sizes = keys_of([text.words], [text.token])
        place = self._enter(text, int(sizes[0]))
        mates = self._places[text.token]
        keys = joined([keys]) if len(mates) == 1 else self.keys(mates)
        change = shift(self.parts, keys)
        self.parts.add(change.fresh)
        touched = self._gain(text.token, change) | set(mates)
        less, parted = self._lose(change)
        return touched | less, self._regroup(touched, parted) | {place}

    def keys(self, places: Iterable[int]) -> Keys:
        """Return the keys of the texts at some places."""
        listed = sorted(places)
        tokens = [self._tokens[place] for place in listed]
        return joined([keys_of([self._words_of(place) for place in listed], tokens)[0]])

    def bearers(self, keys: Keys) -> tuple[Places, Places]:
        """Return the place of each report behind each key, and the row of the key before it."""
        tokens, at = np.unique(keys & TOKEN, return_inverse=True)
        held = [self._places[token] for token in tokens.tolist()]
        sizes = np.array([len(places) for places in held], np.int64)
        flat = np.array([place for places in held for place in places], np.int64)
        counts = sizes[at]
        rows = np.repeat(np.arange(len(keys)), counts)
        within = np.arange(len(rows)) - np.repeat(np.cumsum(counts) - counts, counts)
        return rows, flat[(np.cumsum(sizes) - sizes)[at][rows] + within]

    def _enter(self, text: Text, words: int) -> int:
        place = len(self.near)
        self._tokens.append(text.token)
        self._sizes.append(words)
        self.near.append({})
        self._places[text.token].append(place)
        self.texts.add(text.week)
        return place

    def _tie_all(self, codes: Keys, counts: Places) -> None:
        enough = counts >= LEAST if min(self._sizes) >= LEAST * EACH else counts > 0
        ends = ((codes >> TOKEN_BITS)[enough], (codes & TOKEN)[enough], counts[enough])
        for first, second, runs in zip(*(end.tolist() for end in ends), strict=True):
            for pair in self._pairs(first, second):
                self._set(pair, runs)
        for same in [places for places in self._places.values() if len(places) > 1]:
            self._tie_mates(same)

    def _pairs(self, first: int, second: int) -> Iterator[Two]:
        for place in self._places[first]:
            for other in self._places[second]:
                yield (place, other) if place < other else (other, place)

    def _gain(self, token: int, change: Shift) -> set[int]:
        """Take in what a report ties; return the reports whose neighbours changed."""
        touched: set[int] = set()
        for other, runs in change.gained.items():
            for pair in self._pairs(token, other):
                self._set(pair, runs)
                touched.update(pair if pair[1] in self.near[pair[0]] else ())
        self._tie_mates(self._places[token])
        return touched

    def _lose(self, change: Shift) -> tuple[set[int], list[Two]]:
        """Take in what a report unties; return whose neighbours changed, and pairs less tied than before."""
        touched: set[int] = set()
        parted: list[Two] = []
        for code, runs in sorted(change.lost.items()):
            for pair in self._pairs(code >> int(TOKEN_BITS), code & int(TOKEN)):
                if before := self.near[pair[0]].get(pair[1], 0):
                    self._set(pair, before - runs)
                    touched.update(pair)
                    parted.append(pair)
        return touched, parted

    def _tie_mates(self, places: Sequence[int]) -> None:
        """Tie reports that have one token by the runs that both have."""
        keys = {place: self.keys([place]) for place in places} if len(places) > 1 else {}
        for pair in combinations(keys, 2):
            self._set(pair, len(np.intersect1d(keys[pair[0]], keys[pair[1]])))

    def _set(self, pair: Two, runs: int) -> None:
        first, second = pair
        words = min(self._sizes[first], self._sizes[second])
        if runs >= min(LEAST, max(1, words // EACH)):
            self.near[first][second] = self.near[second][first] = runs
        elif self.near[first].pop(second, None) is not None:
            del self.near[second][first]

    def _copies(self, place: int) -> Iterator[int]:
        """Yield the near-copies of a report."""
        mine = self._sizes[place]
        for other, runs in self.near[place].items():
            if runs >= NEAR * max(1, min(mine, self._sizes[other]) - RUN + 1):
                yield other

    def _regroup(self, touched: Iterable[int], parted: Iterable[Two]) -> set[int]:
        """Bring the groups of near-copies up to date; return the reports on whose stock that may bear."""
        moved: set[int] = set()
        for place in sorted(touched):
            for other in self._copies(place):
                moved |= self.texts.join(place, other)
        for pair in parted:
            moved |= self.texts.part(*pair)
        return moved
