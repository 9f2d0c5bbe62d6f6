"""Sorted numbers in a file with a table of places, so that a search costs the same however many they are.

The file holds the numbers, then where those with each value of their first bits start, then how many numbers
there are; all of 64 bits, little-endian.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from warmonitor.model import StoreError

Numbers = NDArray[np.uint64]
Places = NDArray[np.int64]

BUCKET = 32  # numbers, or up to twice as many, that have the same first bits


def buckets(count: int) -> int:
    """Return how many places the table of so many numbers has, a power of two."""
    return 1 << max(1, (count // BUCKET).bit_length() - 1)


def _shift(places: int) -> np.uint64:
    return np.uint64(65 - places.bit_length())


def enter(starts: Places, filled: int, part: Numbers, before: int) -> int:
    """Enter where buckets start in a part of the numbers that is not empty; `before` it stand so many.

    Parts come in order. Places up to `filled` are entered already; returns up to where they are now.
    """
    first = (part >> _shift(len(starts) - 1)).astype(np.int64)
    changed = np.flatnonzero(first[1:] > first[:-1]) + 1
    low, high = int(first[0]), int(first[-1])
    starts[filled : low + 1] = before
    within = np.arange(low + 1, high + 1)
    starts[low + 1 : high + 1] = before + changed[np.searchsorted(first[changed], within)]
    return high + 1


@dataclass(frozen=True, slots=True)
class Table:
    """Sorted numbers, and where those of each value of the first bits start; one more place ends the last."""

    numbers: Numbers
    starts: Places

    def find(self, keys: Numbers) -> Places:
        """Return what np.searchsorted returns; all keys are searched together, so that misses overlap."""
        first = keys >> _shift(len(self.starts) - 1)
        at = self.starts.take(first.astype(np.int64))
        ends = self.starts.take((first + np.uint64(1)).astype(np.int64))
        widest = int((ends - at).max(initial=0))
        for step in reversed([1 << bit for bit in range(widest.bit_length())]):
            probe = at + (step - 1)
            less = self.numbers.take(probe, mode="clip") < keys
            less &= probe < ends
            at += less * step
        return at


def read(path: Path) -> Table:
    """Map a file into memory; one that is gone or not whole raises StoreError."""
    try:
        every = np.memmap(path, "<u8", "r").view(np.ndarray)
    except (OSError, ValueError) as error:
        raise StoreError(f"{path} cannot be read.") from error
    count = int(every[-1])
    places = buckets(count) + 1
    if count < 1 or len(every) != count + places + 1:
        raise StoreError(f"{path} is damaged: it does not have {count} numbers.")
    return Table(every[:count], every[count:-1].view("<i8"))
