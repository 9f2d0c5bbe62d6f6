"""Sorted numbers in files that are merged as they grow, mapped into memory rather than read.

Fresh numbers wait in memory until they are written as a file; a file is never changed, and files of like size
are merged into a new one (a log-structured merge tree). Which files count is for their owner to keep.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from warmonitor.store.files import settle

Numbers = NDArray[np.uint64]

RATIO = 4  # a file is merged with the one after it unless it is so many times as large
SLICE = 1 << 20  # numbers that are merged at once


class Segments:
    """Sorted numbers of 64 bits, no number twice; `arrays` are those of the files and those in memory."""

    def __init__(self, folder: Path, name: str, files: Sequence[str]) -> None:
        self.files = list(files)
        self._folder, self._name = folder, name
        self._mapped = [_map(folder / file) for file in files]
        self._held: list[Numbers] = []

    @property
    def arrays(self) -> Sequence[Numbers]:
        """Return the arrays."""
        return [*self._mapped, *self._held]

    def add(self, keys: Numbers) -> None:
        """Take in sorted numbers, each once, that no array has; they stay in memory."""
        if not len(keys):
            return
        self._held.append(keys)
        while len(self._held) > 1 and len(self._held[-2]) <= 2 * len(self._held[-1]):
            self._held[-2:] = [np.sort(np.concatenate(self._held[-2:]))]

    def write(self, number: int) -> None:
        """Write what is in memory as a file, merged with files before it; `files` names those that count."""
        arrays = [np.sort(np.concatenate(self._held))] if self._held else []
        while arrays and self._mapped and len(self._mapped[-1]) <= RATIO * sum(map(len, arrays)):
            arrays.append(self._mapped.pop())
            self.files.pop()
        if arrays:
            file = f"{self._name}-{number:010}.u64"
            _write(self._folder / file, arrays)
            self.files.append(file)
            self._mapped.append(_map(self._folder / file))
        self._held = []


def _map(path: Path) -> Numbers:
    return np.memmap(path, "<u8", "r").view(np.ndarray)


def _write(path: Path, arrays: Sequence[Numbers]) -> None:
    with path.open("wb") as out:
        for part in _merged(arrays):
            out.write(part.astype("<u8", copy=False).tobytes())
        out.flush()
        settle(out.fileno())


def _merged(arrays: Sequence[Numbers]) -> Iterator[Numbers]:
    """Yield sorted arrays as one, slice by slice, so that memory does not grow with them."""
    longest = max(arrays, key=len)
    at = [0] * len(arrays)
    for stop in [*longest[SLICE::SLICE].tolist(), None]:
        ends = [len(a) if stop is None else int(np.searchsorted(a, np.uint64(stop))) for a in arrays]
        yield np.sort(np.concatenate([a[s:e] for a, s, e in zip(arrays, at, ends, strict=True)]))
        at = ends
