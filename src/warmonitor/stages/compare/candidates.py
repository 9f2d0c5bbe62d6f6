"""How many runs of words each two reports have in common, in a pile that grows by one report at a time.

A run ties reports as `postings.tied` says; those that it no longer ties once a further report stands between
them are told too, so that what is counted never depends on the order in which reports came.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from warmonitor.stages.compare.hashes import Places
from warmonitor.stages.compare.postings import CROWD, NEXT, TOKEN, TOKEN_BITS, Keys, joined

REACH = CROWD + 1  # keys on either side that are looked at, enough to tell a crowd


class Parts(Protocol):
    """Sorted keys in several arrays, no key in two of them; a file may hold each."""

    def find(self, keys: Keys) -> Sequence[tuple[Keys, Places]]:
        """Return each array, with the place of each key in it or where it would stand, as np.searchsorted."""
        ...

    def add(self, keys: Keys) -> None:
        """Take in sorted keys, each once, that no array has."""
        ...


class Held:
    """Sorted keys in memory; arrays are merged with others of their size, so that there are few."""

    def __init__(self) -> None:
        self.arrays: list[Keys] = []
        self._waiting: list[Keys] = []

    def wait(self, keys: Keys) -> None:
        """Take in keys that no array has, in any order; they are sorted once something is asked for."""
        self._waiting.append(keys)

    def find(self, keys: Keys) -> Sequence[tuple[Keys, Places]]:
        """Return each array with the places of keys in it."""
        while self._waiting:
            self.add(joined([self._waiting.pop()]))
        return [(part, np.searchsorted(part, keys)) for part in self.arrays]

    def add(self, keys: Keys) -> None:
        """Take in sorted keys, each once, that no array has."""
        if not len(keys):
            return
        self.arrays.append(keys)
        while len(self.arrays) > 1 and len(self.arrays[-2]) <= 2 * len(self.arrays[-1]):
            self.arrays[-2:] = [joined(self.arrays[-2:])]


@dataclass(frozen=True, slots=True)
class Shift:
    """What a report changes: how many runs tie it to others, by token, and ties undone, by two tokens.

    `fresh` are those of its keys that no array has yet.
    """

    gained: Counter[int]
    lost: Counter[int]
    fresh: Keys


def absent(parts: Parts, keys: Keys) -> Keys:
    """Return those of the keys that no array has."""
    known = np.zeros(len(keys), bool)
    for part, at in parts.find(keys):
        known |= part[np.minimum(at, len(part) - 1)] == keys
    return keys[~known]


def shift(parts: Parts, keys: Keys) -> Shift:
    """Return what keys (sorted, all of one token) tie and untie; each array is searched once."""
    found = parts.find(keys)
    known, tied = np.zeros(len(keys), bool), np.zeros(len(keys), bool)
    for part, at in found:
        here = part[np.minimum(at, len(part) - 1)] == keys
        known |= here
        tied |= _same_run(part, at - 1, keys) | _same_run(part, at + here, keys)
    line = _line([(part, at[tied]) for part, at in found], keys[tied])
    sizes = np.bincount(line.rows[line.steps != 0], minlength=int(tied.sum()))
    near = (line.steps != 0) & ((sizes < CROWD)[line.rows] | (abs(line.steps) <= NEXT))
    new = ~known[tied]
    lost = _parted(line, new & (sizes == CROWD), new & (sizes > CROWD))
    return Shift(_tally(line.tokens[near]), _tally(lost), keys[~known])


def _same_run(part: Keys, at: Places, keys: Keys) -> NDArray[np.bool_]:
    """Say of each key whether an array has its run at a place."""
    inside = (at >= 0) & (at < len(part))
    same: NDArray[np.bool_] = (part[np.clip(at, 0, len(part) - 1)] ^ keys) & ~TOKEN == 0
    return same & inside


def _tally(values: NDArray[np.uint64]) -> Counter[int]:
    found, counts = np.unique(values, return_counts=True)
    return Counter(dict(zip(found.tolist(), counts.tolist(), strict=True)))


@dataclass(frozen=True, slots=True)
class _Line:
    """Who has the run of each key (a row), in order: `steps` from the key's own token, which has step 0."""

    rows: Places
    tokens: NDArray[np.uint64]
    steps: Places


def _line(places: Sequence[tuple[Keys, Places]], keys: Keys) -> _Line:
    """Return all who have a run, or the nearest where they are many; arrays come with places."""
    marks = np.arange(len(keys), dtype=np.uint64) << TOKEN_BITS
    own = marks | keys & TOKEN
    found = [own]
    for part, first in places:
        at = first[:, None] + np.arange(-REACH, REACH + 1)
        near = part[np.clip(at, 0, len(part) - 1)]
        inside = ((near ^ keys[:, None]) & ~TOKEN == 0) & (at >= 0) & (at < len(part))
        found.append((marks[:, None] | near & TOKEN)[inside & (near != keys[:, None])])
    codes = np.concatenate(found)
    codes.sort()
    rows = (codes >> TOKEN_BITS).astype(np.int64)
    return _Line(rows, codes & TOKEN, np.arange(len(codes)) - np.searchsorted(codes, own)[rows])


def _parted(line: _Line, crossing: NDArray[np.bool_], crowded: NDArray[np.bool_]) -> NDArray[np.uint64]:
    """Return a code for every tie that a run no longer makes, now that a further report has it.

    Rows are `crossing` where a run has just become a crowd's, and `crowded` where it was one before.
    """
    lost = [np.zeros(0, np.uint64)]
    for apart in range(NEXT + 1, min(CROWD + 1, len(line.rows))):
        a, b = line.steps[:-apart], line.steps[apart:]
        row = line.rows[apart:]
        gone = crossing[row] & (a != 0) & (b != 0)
        if apart == NEXT + 1:
            gone |= crowded[row] & (a < 0) & (b > 0)
        gone &= line.rows[:-apart] == row
        lost.append(line.tokens[:-apart][gone] << TOKEN_BITS | line.tokens[apart:][gone])
    return np.concatenate(lost)


def carriers(parts: Parts, runs: Keys, most: int) -> Keys:
    """Return the keys of those who have each of these runs, sorted: of many the first `most` at least."""
    found = [np.zeros(0, np.uint64)]
    for part, at in parts.find(runs):
        once = at[(at < len(part)) & ((part[np.minimum(at, len(part) - 1)] ^ runs) & ~TOKEN == 0)]
        places = once[:, None] + np.arange(min(most, len(part)))
        keys = part[np.minimum(places, len(part) - 1)]
        found.append(keys[(places < len(part)) & ((keys ^ keys[:, :1]) & ~TOKEN == 0)])
    return joined(found)


def all_carriers(parts: Parts, run: int) -> Keys:
    """Return the keys of all reports that have a run, sorted."""
    ends = np.array([run, min(run + int(TOKEN) + 1, (1 << 64) - 1)], np.uint64)
    return joined([part[low:high] for part, (low, high) in parts.find(ends)])
