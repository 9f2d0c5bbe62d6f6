"""Speech that one text sets in quotation marks and another prints without them."""

from collections.abc import Sequence
from dataclasses import replace

from warmonitor.stages.compare.align import Tile
from warmonitor.stages.compare.wording import Wording


def mark_speech(first: Wording, second: Wording, tiles: Sequence[Tile]) -> tuple[Wording, Wording]:
    """Return both wordings with the words of shared passages quoted in both where they are in either."""
    mine, theirs = set[int](), set[int]()
    for tile in tiles:
        for a, b in zip(
            range(tile.first, tile.first + tile.length),
            range(tile.second, tile.second + tile.length),
            strict=True,
        ):
            if first.quoted[a] != second.quoted[b]:
                mine.add(a)
                theirs.add(b)
    return _quoted(first, mine), _quoted(second, theirs)


def _quoted(wording: Wording, places: set[int]) -> Wording:
    if not places:
        return wording
    counted = tuple(own and at not in places for at, own in enumerate(wording.counted))
    quoted = tuple(said or at in places for at, said in enumerate(wording.quoted))
    return replace(wording, counted=counted, quoted=quoted)
