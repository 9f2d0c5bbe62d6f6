"""Which reports have which runs of words: one sorted array of keys, each a run and a report.

A key is 32 bits of the run's hash over 32 bits of the report's token, a hash of its text and date. Keys of a
run stand together, in the order of the tokens of those who have it: neighbours are next to each other.
"""

import zlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from warmonitor.stages.compare.hashes import RUN, Hashes, Places, Words, cuts, run_hashes, word_hashes

TOKEN_BITS = np.uint64(32)
TOKEN = (np.uint64(1) << TOKEN_BITS) - np.uint64(1)
CROWD = 12  # a run that more reports have ties each to its neighbours only, so that work stays linear
NEXT = 2  # neighbours on either side
BLOCK = 1 << 20  # keys that are looked at together
THREADS = 2
FEW = 8  # blocks of texts for which no thread is worth starting
AHEAD = 32  # blocks that wait to be taken
PART, PILES = 1 << 17, 256  # keys that are dealt out together, by eight bits
SLICES = 16  # parts of the keys that are looked at one after the other

Keys = NDArray[np.uint64]
Codes = NDArray[np.uint64]
Given = TypeVar("Given")
Made = TypeVar("Made")


def token_of(name: str) -> int:
    """Return the token of what tells a report from others: 32 bits, so that two may have the same."""
    return zlib.crc32(name.encode("utf-8", "surrogatepass"))


def keys_of(texts: Sequence[str], tokens: Sequence[int]) -> tuple[Keys, Places]:
    """Return the keys of each text's runs of six words, and how many words each text has.

    A text of fewer words has one run, of all its words.
    """
    names = np.array(tokens, np.uint64)
    # Room for a word in every letter ("1a" has two); what is not filled takes no memory.
    every = np.empty(sum(len(text) + 1 for text in texts), np.uint64)
    counts, filled = [np.zeros(0, np.int64)], 0
    blocks = [(texts[start:end], names[start:end]) for start, end in cuts(texts)]
    for keys, words in _at_once(_block, blocks):
        every[filled : filled + len(keys)] = keys
        filled += len(keys)
        counts.append(words)
    return every[:filled], np.concatenate(counts)


def _at_once(work: Callable[[Given], Made], given: Sequence[Given]) -> Iterator[Made]:
    """Yield what a function makes of each, in order; numpy lets two threads work on arrays at once."""
    if len(given) < FEW:
        yield from map(work, given)
        return
    with ThreadPoolExecutor(THREADS) as threads:
        for start in range(0, len(given), AHEAD):
            yield from threads.map(work, given[start : start + AHEAD])


def _block(given: tuple[Sequence[str], Keys]) -> tuple[Keys, Places]:
    texts, names = given
    words = word_hashes(texts)
    runs = _hashed(run_hashes(words.hashes))
    owners = np.repeat(np.arange(len(names)), words.counts)
    inside = owners[: len(runs)] == owners[RUN - 1 :]
    keys = np.compress(inside, runs) | names[np.compress(inside, owners[: len(runs)])]
    return np.concatenate([keys, *_of_short(words, names)]), words.counts


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
    """Return keys sorted, each once; the array that is given is used up."""
    keys.sort()
    return _each(keys)


def shared(keys: Keys) -> Keys:
    """Return, sorted and each once, the keys of runs that two or more reports have, and few others.

    Most runs are of one report only and need no sorting. Keys, which this brings in another order, are dealt
    out by their first bits, so that what is looked at fits the processor's cache; in each part, those stay
    that have the next bits in common with another.
    """
    if len(keys) < BLOCK:
        return once(keys.copy())
    starts = range(0, len(keys), PART)
    edges = [_dealt(keys[start : start + PART]) for start in starts]

    def pile(bits: int) -> Keys:
        parts = [keys[s + e[bits] : s + e[bits + 1]] for s, e in zip(starts, edges, strict=True)]
        return once(_meeting(np.concatenate(parts)))

    return np.concatenate(list(_at_once(pile, range(PILES))))


def _meeting(keys: Keys) -> Keys:
    """Return the keys that have the bits after their first eight in common with another."""
    size = np.uint64(1 + max(1, len(keys) - 1).bit_length())
    bits = (keys << np.uint64(8) >> np.uint64(64) - size).view(np.int64)
    return np.compress((np.bincount(bits) > 1).take(bits), keys)


def _dealt(keys: Keys) -> list[int]:
    """Bring keys in the order of their first bits; return where each value of these starts."""
    first = (keys >> np.uint64(56)).astype(np.uint8)
    keys[:] = keys.take(np.argsort(first, kind="stable"))
    return [0, *np.cumsum(np.bincount(first, minlength=PILES)).tolist()]


def _each(keys: Keys) -> Keys:
    # np.compress is several times as fast as a mask in brackets.
    return np.compress(np.append(True, keys[1:] != keys[:-1])[: len(keys)], keys)


def common(keys: Keys) -> Keys:
    """Return the keys (sorted) of the runs that two or more reports have."""
    found = [np.zeros(0, np.uint64)]
    for start in range(0, len(keys), BLOCK):
        block = keys[max(0, start - 1) : start + BLOCK + 1] >> TOKEN_BITS
        same = np.r_[False, block[1:] == block[:-1], False]
        several = (same[1:] | same[:-1])[min(1, start) :][:BLOCK]
        found.append(np.compress(several, keys[start : start + BLOCK]))
    return np.concatenate(found)


def tied(keys: Keys) -> tuple[Codes, Places]:
    """Return a code for each two reports that a run ties, and how many runs do; keys are sorted.

    A run that up to CROWD reports have ties all of them, any other each to NEXT of either side. A code is the
    smaller token over the larger.
    """
    several = common(keys)
    edges = np.searchsorted(several >> TOKEN_BITS, np.linspace(0, 1 << 32, SLICES + 1).astype(np.uint64))
    found = [_counted(_codes(several[a:b])) for a, b in pairwise(edges.tolist())]
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
