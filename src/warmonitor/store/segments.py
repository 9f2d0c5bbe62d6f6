"""Sorted numbers in files that are merged as they grow, mapped into memory rather than read.

Fresh numbers wait in memory until they are written as a file; a file is never changed, and files of like size
are merged into a new one (a log-structured merge tree). Which files count is for their owner to keep.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from warmonitor.store.files import settle
from warmonitor.store.tables import Numbers, Places, buckets, enter, read

RATIO = 4  # a file is merged with the one after it unless it is so many times as large
SLICE = 1 << 20  # numbers that are merged at once


class Segments:
    """Sorted numbers of 64 bits, no number twice; `arrays` are those of the files and those in memory."""

    def __init__(self, folder: Path, name: str, files: Sequence[str]) -> None:
        self.files = list(files)
        self._folder, self._name = folder, name
        self._mapped = [read(folder / file) for file in files]
        self._held: list[Numbers] = []

    @property
    def arrays(self) -> Sequence[Numbers]:
        """Return the arrays."""
        return [*(table.numbers for table in self._mapped), *self._held]

    def find(self, keys: Numbers) -> Sequence[tuple[Numbers, Places]]:
        """Return each array, with the place of each key in it or where it would stand, as np.searchsorted."""
        found = [(table.numbers, table.find(keys)) for table in self._mapped]
        return found + [(held, np.searchsorted(held, keys)) for held in self._held]

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
        while arrays and self._mapped and len(self._mapped[-1].numbers) <= RATIO * sum(map(len, arrays)):
            arrays.append(self._mapped.pop().numbers)
            self.files.pop()
        if arrays:
            file = f"{self._name}-{number:010}.u64"
            _write(self._folder / file, arrays)
            self.files.append(file)
            self._mapped.append(read(self._folder / file))
        self._held = []


def _write(path: Path, arrays: Sequence[Numbers]) -> None:
    count = sum(map(len, arrays))
    done = filled = 0
    starts = np.zeros(buckets(count) + 1, np.int64)
    with path.open("wb") as out:
        for part in _merged(arrays):
            if len(part):
                filled = enter(starts, filled, part, done)
            done += len(part)
            out.write(part.astype("<u8", copy=False).tobytes())
        starts[filled:] = count
        out.write(np.append(starts, count).astype("<u8").tobytes())
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
