"""Reports to blocks, all at once: what a store keeps as reports come, from nothing but their placings."""

from collections import Counter
from collections.abc import Mapping

from warmonitor.model import Placing
from warmonitor.store.families import families_of, home_of
from warmonitor.store.tree import MOST, block_on, path_of


def partition(placings: Mapping[str, Placing], most: int = MOST) -> dict[str, tuple[str, ...]]:
    """Return the ids of each block's reports, sorted, by the names of blocks, sorted.

    Near copies are one family and live where its earliest dated member does; a block is a node of the tree
    (country, year, month, dekad, day) of at most `most` reports whose parent has more.
    """
    leaves = {}
    for family in families_of(placings):
        _, leaf = home_of(family, placings)
        leaves.update(dict.fromkeys(family, leaf))
    counts = Counter(node for leaf in leaves.values() for node in path_of(leaf))
    blocks: dict[str, list[str]] = {}
    for report in sorted(placings):
        blocks.setdefault(block_on(path_of(leaves[report]), counts, most), []).append(report)
    return {block: tuple(reports) for block, reports in sorted(blocks.items())}
