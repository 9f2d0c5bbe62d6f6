"""A sketch of a text, by which near copies are found among any number of reports."""

from functools import lru_cache

import numpy as np

from warmonitor.model.placing import ROW_BITS, ROWS
from warmonitor.stages.compare.hashes import Hashes, run_hashes, word_hashes

BANDS = 32  # of three rows: texts with half of their runs in common share one in 98 of 100 cases
SHINGLE = 4  # words in a run; one word of twelve changed leaves about half of such runs as they were
_SEED = 0x5EED


def sketch(text: str) -> tuple[int, ...]:
    """Return the keys of the bands of a text's MinHash sketch, () where it has no words.

    A key is the number of the band over its rows; it is under 2**62 and the same on every machine.
    """
    words = word_hashes([text]).hashes
    if not len(words):
        return ()
    runs = run_hashes(words, min(SHINGLE, len(words)))
    rows = [int((runs * factor).min()) for factor in _factors()]
    ends = [_end(row) for row in rows]
    return tuple(_key(band, ends[band * ROWS : (band + 1) * ROWS]) for band in range(BANDS))


def _key(band: int, rows: list[int]) -> int:
    return sum((row << at * ROW_BITS for at, row in enumerate(rows)), band << ROWS * ROW_BITS)


def _end(least: int) -> int:
    """Return bits of a least hash; its first bits are nearly always 0, so that they are mixed first."""
    return ((least ^ least >> 31) * 0x94D049BB133111EB & (1 << 64) - 1) >> 64 - ROW_BITS


@lru_cache(maxsize=1)
def _factors() -> Hashes:
    """Return an odd number for each row, the outputs of SplitMix64."""
    made, state = [], _SEED
    for _ in range(BANDS * ROWS):
        state = state + 0x9E3779B97F4A7C15 & (1 << 64) - 1
        mixed = (state ^ state >> 30) * 0xBF58476D1CE4E5B9 & (1 << 64) - 1
        mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB & (1 << 64) - 1
        made.append((mixed ^ mixed >> 31) | 1)
    return np.array(made, np.uint64)
