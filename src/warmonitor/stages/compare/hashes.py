"""Hashes of runs of words, the same on every machine."""

import zlib
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

_ODD = np.array(
    [
        0x9E3779B97F4A7C15,
        0xC2B2AE3D27D4EB4F,
        0x165667B19E3779F9,
        0xD6E8FEB86659FD93,
        0xA0761D6478BD642F,
        0xE7037ED1A0B428DB,
    ],
    np.uint64,
)


@lru_cache(maxsize=200_000)
def _word_hash(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def run_hashes(words: Sequence[str], run: int) -> NDArray[np.uint64]:
    """Return the hash of the run of `run` words (six at most) that starts at each word, by multiply-shift."""
    if len(words) < run:
        return np.zeros(0, np.uint64)
    ids = np.fromiter((_word_hash(word) for word in words), np.uint64, len(words))
    windows = np.lib.stride_tricks.sliding_window_view(ids, run)
    mixed = (windows * _ODD[:run]).sum(axis=1, dtype=np.uint64)
    mixed ^= mixed >> np.uint64(29)
    hashed: NDArray[np.uint64] = mixed * _ODD[1]
    return hashed
