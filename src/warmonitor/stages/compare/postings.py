"""Which reports have which runs of words: one sorted array of keys, each a run and a report.

A key is 32 bits of the run's hash over 32 bits of the report's token, a hash of its text and date. Keys of a
run stand together, in the order of the tokens of those who have it: neighbours are next to each other.
"""

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from warmonitor.stages.compare.hashes import RUN, Hashes, Places, Words, hashed, run_hashes

TOKEN_BITS = np.uint64(32)
TOKEN = (np.uint64(1) << TOKEN_BITS) - np.uint64(1)
CROWD = 12  # a run that more reports have ties each to its neighbours only, so that work stays linear
NEXT = 2  # neighbours on either side
BLOCK = 1 << 20  # keys that are looked at together
SLICES = 16  # parts of the keys that are looked at one after the other

Keys = NDArray[np.uint64]
Codes = NDArray[np.uint64]


def token_of(name: str) -> int:
    """Return the token of what tells a report from others: 32 bits, so that two may have the same."""
    return int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=4).digest(), "big")


def keys_of(texts: Sequence[str], tokens: Sequence[int]) -> tuple[Keys, Places]:
    """Return the keys of each text's runs of six words, and how many words each text has.

    A text of fewer words has one run, of all its words.
    """
    names = np.array(tokens, np.uint64)
    # Room for a word in every two letters; what is not filled takes no memory.
    every = np.empty(sum(len(text) // 2 + 1 for text in texts), np.uint64)
    counts, filled, done = [np.zeros(0, np.int64)], 0, 0
    for words in hashed(texts):
        for keys in _keys(words, names[done : done + len(words.counts)]):
            every[filled : filled + len(keys)] = keys
            filled += len(keys)
        done += len(words.counts)
        counts.append(words.counts)
    return every[:filled], np.concatenate(counts)


def _keys(words: Words, names: Keys) -> list[Keys]:
    runs = _hashed(run_hashes(words.hashes))
    owners = np.repeat(np.arange(len(names)), words.counts)
    inside = owners[: len(runs)] == owners[RUN - 1 :]
    return [runs[inside] | names[owners[: len(runs)][inside]], *_of_short(words, names)]


def _hashed(runs: Hashes) -> Keys:
    return runs >> TOKEN_BITS << TOKEN_BITS


def _of_short(words: Words, names: Keys) -> Iterator[Keys]:
    ends, counts = np.cumsum(words.counts), words.counts
    for at in np.flatnonzero((counts > 0) & (counts < RUN)).tolist():
        own = words.hashes[ends[at] - counts[at] : ends[at]]
        yield _hashed(run_hashes(own, len(own))) | names[at]


def joined(parts: Sequence[Keys]) -> Keys:
    """Return keys as one sorted array, each once."""
    return once(np.concatenate(parts)) if parts else np.zeros(0, np.uint64)


def once(keys: Keys) -> Keys:
    """Sort keys where they are, and return them, each once."""
    keys.sort()
    kept = min(1, len(keys))
    last = keys[:1].copy()
    for start in range(1, len(keys), BLOCK):
        block = keys[start : start + BLOCK].copy()
        fresh = block[block != np.r_[last, block[:-1]]]
        keys[kept : kept + len(fresh)] = fresh
        kept, last = kept + len(fresh), block[-1:]
    return keys[:kept]


def common(keys: Keys) -> Keys:
    """Return the keys (sorted) of the runs that two or more reports have."""
    found = [np.zeros(0, np.uint64)]
    for start in range(0, len(keys), BLOCK):
        block = keys[max(0, start - 1) : start + BLOCK + 1] >> TOKEN_BITS
        same = np.r_[False, block[1:] == block[:-1], False]
        shared = (same[1:] | same[:-1])[min(1, start) :][:BLOCK]
        found.append(keys[start : start + BLOCK][shared])
    return np.concatenate(found)


def tied(keys: Keys) -> tuple[Codes, Places]:
    """Return a code for each two reports that a run ties, and how many runs do; keys are sorted.

    A run that up to CROWD reports have ties all of them, any other each to NEXT of either side. A code is the
    smaller token over the larger.
    """
    shared = common(keys)
    edges = np.searchsorted(shared >> TOKEN_BITS, np.linspace(0, 1 << 32, SLICES + 1).astype(np.uint64))
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
