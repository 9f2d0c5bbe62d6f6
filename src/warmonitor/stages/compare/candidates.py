"""Pairs of reports worth aligning: those that share runs of words, found through sorted hashes."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from warmonitor.stages.compare.groups import group
from warmonitor.stages.compare.hashes import run_hashes
from warmonitor.stages.compare.wording import Wording

RUN = 4  # words in a run
CROWD = 12  # runs in more reports than this pair neighbours only, so that work stays linear
LEAST = 4  # runs that two reports must share
SPOKEN = 8  # runs of quoted words that two reports must share
NEAR = 0.5  # share of the shorter text's runs that makes two texts one
SAMPLED_FROM = 20_000  # from so many reports on every fourth hash is kept


def _own(wording: Wording) -> list[str]:
    return [word for word, own in zip(wording.words, wording.counted, strict=True) if own]


def _said(wording: Wording) -> list[str]:
    return [word for word, quoted in zip(wording.words, wording.quoted, strict=True) if quoted]


def _index(
    wordings: Sequence[Wording], choose: Callable[[Wording], list[str]]
) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    hashes = [np.unique(run_hashes(choose(wording), RUN)) for wording in wordings]
    if len(wordings) >= SAMPLED_FROM:
        hashes = [found[found & np.uint64(3) == 0] for found in hashes]
    owners = np.repeat(np.arange(len(wordings)), [len(found) for found in hashes])
    joined = np.concatenate(hashes) if hashes else np.zeros(0, np.uint64)
    order = np.argsort(joined, kind="stable")
    return joined[order], owners[order]


def _pairs(hashes: NDArray[np.uint64], owners: NDArray[np.int64], total: int) -> NDArray[np.int64]:
    """Return one number `a * total + b` for every run that reports a < b share."""
    edges = np.flatnonzero(np.r_[True, hashes[1:] != hashes[:-1], True])
    sizes = np.diff(edges)
    size_at = np.repeat(sizes, sizes)
    found = []
    for step in range(1, CROWD):
        if step >= len(hashes):
            break
        same = hashes[step:] == hashes[:-step]
        near = same if step <= 2 else same & (size_at[step:] <= CROWD)
        first, second = owners[:-step][near], owners[step:][near]
        found.append(first * total + second)
    return np.concatenate(found) if found else np.zeros(0, np.int64)


def _twins(wordings: Sequence[Wording]) -> set[tuple[int, int]]:
    """Return pairs of reports with the very same words, each with the one before it."""
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, wording in enumerate(wordings):
        if wording.words:
            places[wording.words].append(place)
    return {pair for same in places.values() for pair in pairwise(same)}


def _shared_runs(
    wordings: Sequence[Wording], choose: Callable[[Wording], list[str]] = _own
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return pair numbers `a * total + b` and how many runs of the chosen words each pair shares."""
    hashes, owners = _index(wordings, choose)
    if len(wordings) < 2 or not len(hashes):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    codes, counts = np.unique(_pairs(hashes, owners, len(wordings)), return_counts=True)
    return codes, counts


def same_texts(wordings: Sequence[Wording]) -> list[int]:
    """Return a number for each report; near-copies (half of the shorter's runs shared) have the same."""
    total = len(wordings)
    codes, counts = _shared_runs(wordings)
    lengths = np.array([max(1, wording.own() - RUN + 1) for wording in wordings], np.int64)
    shorter = np.minimum(lengths[codes // total], lengths[codes % total]) if total else lengths
    near = [divmod(code, total) for code in codes[counts >= NEAR * shorter].tolist()]
    return group(total, [*near, *_twins(wordings)])


def candidate_pairs(wordings: Sequence[Wording], partners: int) -> list[tuple[int, int]]:
    """Return pairs of places in `wordings` (first < second) that share enough runs, sorted.

    Each report is paired with its `partners` nearest at most; work grows with the words, not with the pairs.
    """
    total = max(len(wordings), 1)
    codes, counts = _shared_runs(wordings)
    lengths = np.array([wording.own() for wording in wordings], np.int64)
    least = np.minimum(LEAST, np.maximum(1, np.minimum(lengths[codes // total], lengths[codes % total]) // 8))
    enough = counts >= least
    return sorted(_twins(wordings) | _nearest(codes[enough], counts[enough], len(wordings), partners))


def quoting_pairs(wordings: Sequence[Wording], partners: int) -> list[tuple[int, int]]:
    """Return pairs of places (first < second) that share runs of quoted words, as above."""
    codes, counts = _shared_runs(wordings, _said)
    enough = counts >= SPOKEN
    return sorted(_nearest(codes[enough], counts[enough], len(wordings), partners))


def _nearest(
    codes: NDArray[np.int64], counts: NDArray[np.int64], total: int, partners: int
) -> set[tuple[int, int]]:
    """Return the pairs that share most runs, until both reports of a pair have their partners."""
    room = [partners] * total
    pairs = set()
    for code in codes[np.lexsort((codes, -counts))].tolist():
        first, second = divmod(code, total)
        if room[first] > 0 or room[second] > 0:
            room[first] -= 1
            room[second] -= 1
            pairs.add((first, second))
    return pairs
