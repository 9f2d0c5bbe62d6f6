"""One text inside another that tells other things too: an entry of a digest or of a rolling page."""

from warmonitor.stages.compare.align import Shared
from warmonitor.stages.compare.extent import Extent
from warmonitor.stages.compare.likeness import is_telling
from warmonitor.stages.compare.passages import ends_of, passages
from warmonitor.stages.compare.wording import Wording

ITEM = 0.5  # share of the fuller text that an item is at most
PIECE = 1.5  # words from the first to the last shared passage, for each that is shared
AGAIN = 0.05  # share of the item's telling words that come outside it, below which that is another story
WHOLE = 1 / 4  # share of the other text that is its own, at most


def is_apart(first: Wording, second: Wording, shared: Shared, extents: tuple[Extent, Extent]) -> bool:
    """Say whether the fuller text holds the other whole, in one piece, beside something else.

    Something else it is where next to none of the item's telling words (rare ones, names) come in the rest.
    """
    mine, theirs = extents
    fuller_is_first = (mine.own_share, mine.own) > (theirs.own_share, theirs.own)
    fuller, less = (first, theirs) if fuller_is_first else (second, mine)
    if less.own_share > WHOLE:
        return False
    ends = [ends_of(run, first=fuller_is_first) for run in passages(shared.tiles)]
    inside = {at for start, end in ends for at in range(start, end)}
    if (
        not inside
        or len(inside) > ITEM * len(fuller.words)
        or max(inside) - min(inside) > PIECE * len(inside)
    ):
        return False
    item = {fuller.words[at] for at in inside if is_telling(fuller.words[at])}
    rest = {word for at, word in enumerate(fuller.words) if at not in inside and fuller.counted[at]}
    return bool(item) and len(item & rest) < AGAIN * len(item)
