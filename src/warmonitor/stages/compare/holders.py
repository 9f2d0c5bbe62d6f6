"""Which reports hold a feature: sorted arrays that are merged as they grow, so that one more costs little."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Places = NDArray[np.int64]


class Holders:
    """Features by hash and the places of the reports that hold them.

    Kept in a few sorted runs, each at least twice as long as the next (a log-structured merge): adding costs
    a few moves of each entry over its life, looking up a few binary searches.
    """

    def __init__(self) -> None:
        self._runs: list[tuple[Hashes, NDArray[np.uint32]]] = []

    def add(self, keys: Sequence[Hashes], first: int) -> None:
        """Take in the features of further reports, the first of them at this place."""
        if not keys:
            return
        places = np.repeat(np.arange(first, first + len(keys)), [len(one) for one in keys])
        self._runs.append(_sorted(np.concatenate(keys), places.astype(np.uint32)))
        while len(self._runs) > 1 and len(self._runs[-2][0]) < 2 * len(self._runs[-1][0]):
            (keys2, places2), (keys1, places1) = self._runs.pop(), self._runs.pop()
            self._runs.append(_sorted(np.r_[keys1, keys2], np.r_[places1, places2]))

    def _ranges(self, keys: Hashes) -> list[tuple[NDArray[np.uint32], Places, Places]]:
        return [
            (places, np.searchsorted(run, keys), np.searchsorted(run, keys, side="right"))
            for run, places in self._runs
        ]

    def spread(self, keys: Hashes) -> Places:
        """Return how many reports hold each of the features."""
        counts = np.zeros(len(keys), np.int64)
        for _, starts, ends in self._ranges(keys):
            counts += ends - starts
        return counts

    def holders(self, keys: Hashes) -> Places:
        """Return the places of the reports that hold any of the features, once for each that they hold."""
        found = [
            places[start:end]
            for places, starts, ends in self._ranges(keys)
            for start, end in zip(starts.tolist(), ends.tolist(), strict=True)
            if end > start
        ]
        return np.concatenate(found).astype(np.int64) if found else np.zeros(0, np.int64)


def _sorted(keys: Hashes, places: NDArray[np.uint32]) -> tuple[Hashes, NDArray[np.uint32]]:
    order = np.argsort(keys, kind="stable")
    return keys[order], places[order]
