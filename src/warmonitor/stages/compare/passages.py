"""Runs of equal words in two texts with nothing but small edits between them."""

from collections.abc import Sequence
from itertools import pairwise

from warmonitor.stages.compare.align import Tile, chains

DENSE = 0.6  # share of a passage that is the same words, at least
BRIDGE = 8  # words on either side that an edit inside a passage may have put for others


def passages(tiles: Sequence[Tile]) -> list[list[Tile]]:
    """Return the runs of tiles with nothing but small edits between them, in the order of the first text."""
    return sorted(part for run in chains(tiles, BRIDGE) for part in _dense(run))


def _dense(run: list[Tile]) -> list[list[Tile]]:
    """Cut a run where most other words stand, until each part is mostly the same words in both texts."""
    same = sum(tile.length for tile in run)
    spans = (end - start for start, end in (ends_of(run, first=True), ends_of(run, first=False)))
    if len(run) == 1 or same >= DENSE * max(spans):
        return [run]
    gaps = [
        (right.first - left.first - left.length) + (right.second - left.second - left.length)
        for left, right in pairwise(run)
    ]
    cut = gaps.index(max(gaps)) + 1
    return [*_dense(run[:cut]), *_dense(run[cut:])]


def ends_of(run: Sequence[Tile], *, first: bool) -> tuple[int, int]:
    """Return the first word of a passage and the one after its last, in the first text or the second."""
    starts = [tile.first if first else tile.second for tile in run]
    return starts[0], starts[-1] + run[-1].length
