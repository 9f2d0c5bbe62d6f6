"""Which reports have which runs of words: one sorted array of keys, each a run and a report.

A key is 36 bits of the run's hash over 28 bits of the report's token, a hash of its id. Keys of a run stand
together, those who have it in the order of their tokens, so that a run's neighbours are next to each other.
"""

from collections.abc import Sequence
from hashlib import blake2b
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from warmonitor.stages.compare.hashes import RUN, Hashes, Places, run_hashes, word_hashes

TOKEN_BITS = np.uint64(28)
TOKEN = (np.uint64(1) << TOKEN_BITS) - np.uint64(1)
CROWD = 12  # a run that more reports have ties each to its neighbours only, so that work stays linear
NEXT = 2  # neighbours on either side
SLICES = 16  # parts of the keys that are looked at one after the other

Keys = NDArray[np.uint64]
Codes = NDArray[np.uint64]


def token_of(report: str) -> int:
    """Return the token of a report's id: 28 bits; two reports of a large pile may have the same."""
    return int.from_bytes(blake2b(report.encode(), digest_size=4).digest(), "big") >> 4


def keys_of(texts: Sequence[str], tokens: Sequence[int]) -> tuple[Keys, Places]:
    """Return the keys of each text's runs of six words, text after text, and how many words each text has.

    A text of fewer words has one run, of all its words.
    """
    words = word_hashes(texts)
    runs = _hashed(run_hashes(words.hashes))
    owners = np.repeat(np.arange(len(texts)), words.counts)
    inside = owners[: len(runs)] == owners[RUN - 1 :]
    names = np.array(tokens, np.uint64)
    keys = runs[inside] | names[owners[: len(runs)][inside]]
    return np.concatenate([keys, _of_short(words.hashes, words.counts, names)]), words.counts


def _hashed(runs: Hashes) -> Keys:
    return runs >> TOKEN_BITS << TOKEN_BITS


def _of_short(hashes: Hashes, counts: Places, names: Keys) -> Keys:
    ends = np.cumsum(counts)
    short = np.flatnonzero((counts > 0) & (counts < RUN)).tolist()
    parts = [
        _hashed(run_hashes(hashes[ends[t] - counts[t] : ends[t]], int(counts[t]))) | names[t] for t in short
    ]
    return np.concatenate(parts) if parts else np.zeros(0, np.uint64)


def joined(parts: Sequence[Keys]) -> Keys:
    """Return keys as one sorted array, each once."""
    every = np.concatenate(parts) if parts else np.zeros(0, np.uint64)
    every.sort()
    once: Keys = every[np.r_[True, every[1:] != every[:-1]][: len(every)]]
    return once


def common(keys: Keys) -> Keys:
    """Return the keys (sorted) of the runs that two or more reports have."""
    runs = keys >> TOKEN_BITS
    same = runs[1:] == runs[:-1]
    found: Keys = keys[(np.r_[same, False] | np.r_[False, same])[: len(keys)]]
    return found


def tied(keys: Keys) -> tuple[Codes, Places]:
    """Return a code for each two reports that a run ties, and how many runs do; keys are sorted.

    A run that up to CROWD reports have ties all of them, any other each to NEXT of either side. A code is the
    smaller token over the larger.
    """
    shared = common(keys)
    edges = np.searchsorted(shared >> TOKEN_BITS, np.linspace(0, 1 << 36, SLICES + 1).astype(np.uint64))
    found = [_counted(_codes(shared[a:b])) for a, b in pairwise(edges.tolist())]
    codes = np.concatenate([codes for codes, _ in found])
    counts = np.concatenate([counts for _, counts in found])
    order = np.argsort(codes, kind="stable")
    codes, counts = codes[order], counts[order]
    starts = np.flatnonzero(np.r_[True, codes[1:] != codes[:-1]][: len(codes)])
    return codes[starts], np.add.reduceat(counts, starts) if len(starts) else counts


def _counted(codes: Codes) -> tuple[Codes, Places]:
    values, counts = np.unique(codes, return_counts=True)
    return values, counts.astype(np.int64)


def _codes(keys: Keys) -> Codes:
    """Return a code for every run that ties two reports."""
    runs, tokens = keys >> TOKEN_BITS, keys & TOKEN
    sizes = np.diff(np.flatnonzero(np.r_[True, runs[1:] != runs[:-1], True]))
    small = np.repeat(sizes, sizes) <= CROWD
    found = [np.zeros(0, np.uint64)]
    for step in range(1, min(CROWD, len(keys))):
        near = runs[step:] == runs[:-step]
        if step > NEXT:
            near &= small[step:]
        found.append(tokens[:-step][near] << TOKEN_BITS | tokens[step:][near])
    return np.concatenate(found)
