"""Runs of equal words in two texts with nothing but small edits between them."""

from collections.abc import Sequence

from warmonitor.stages.compare.align import Tile, chains

BRIDGE = 8  # words on either side that an edit inside a passage may have put for others


def passages(tiles: Sequence[Tile]) -> list[list[Tile]]:
    """Return the runs of tiles with nothing but small edits between them, in the order of the first text."""
    return chains(tiles, BRIDGE)


def ends_of(run: Sequence[Tile], *, first: bool) -> tuple[int, int]:
    """Return the first word of a passage and the one after its last, in the first text or the second."""
    starts = [tile.first if first else tile.second for tile in run]
    return starts[0], starts[-1] + run[-1].length
