"""The passages that two texts share, whatever their order, and how much of each text they are."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from warmonitor.stages.compare.wording import Wording

SEED = 3  # words that start a passage
ALONE = 6  # words that a passage needs by itself
CHAIN = 9  # words that passages side by side need together
GAP = 6  # changed words between passages side by side


@dataclass(frozen=True, slots=True, order=True)
class Tile:
    """`length` equal words from word `first` of one text and word `second` of the other."""

    first: int
    second: int
    length: int


@dataclass(frozen=True, slots=True)
class Shared:
    """What two texts share: passages and the shares of counted words (0 to 1) of either text."""

    tiles: tuple[Tile, ...]
    of_first: float
    of_second: float
    words: int

    def turned(self) -> "Shared":
        """Return the same seen from the other text."""
        tiles = tuple(sorted(Tile(tile.second, tile.first, tile.length) for tile in self.tiles))
        return Shared(tiles, self.of_second, self.of_first, self.words)


def seeds(words: Sequence[str]) -> Mapping[tuple[str, ...], list[int]]:
    """Return where every run of SEED words starts."""
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(words) - SEED + 1):
        places[tuple(words[at : at + SEED])].append(at)
    return places


def _length(a: Sequence[str], b: Sequence[str], i: int, j: int, taken: Sequence[bool]) -> int:
    n = 0
    while i + n < len(a) and j + n < len(b) and a[i + n] == b[j + n] and not taken[j + n]:
        n += 1
    return n


def _tiles(a: Sequence[str], b: Sequence[str]) -> list[Tile]:
    """Return runs of equal words, left to right in `a`, no word of either text used twice."""
    places = seeds(b)
    taken = [False] * len(b)
    tiles: list[Tile] = []
    i, shift = 0, 0
    while i <= len(a) - SEED:
        found = [
            (_length(a, b, i, j, taken), -abs(j - i - shift), j)
            for j in places.get(tuple(a[i : i + SEED]), ())
        ]
        length, _, j = max(found, default=(0, 0, 0))
        if length < SEED:
            i += 1
            continue
        taken[j : j + length] = [True] * length
        tiles.append(Tile(i, j, length))
        i, shift = i + length, j - i
    return tiles


def _beside(left: Tile, right: Tile) -> bool:
    here = right.first - left.first - left.length
    there = right.second - left.second - left.length
    return 0 <= here <= GAP and 0 <= there <= GAP


def _firm(tiles: list[Tile]) -> list[Tile]:
    """Keep passages that are long, or that make up a long one with those beside them."""
    chains: list[list[Tile]] = []
    for tile in tiles:
        if chains and _beside(chains[-1][-1], tile):
            chains[-1].append(tile)
        else:
            chains.append([tile])
    return [
        tile
        for chain in chains
        for tile in chain
        if tile.length >= ALONE or sum(part.length for part in chain) >= CHAIN
    ]


def align(first: Wording, second: Wording) -> Shared:
    """Return the passages that two reports share; quoted words may lie in passages but count for nothing.

    Greedy tiling from seeds of three words: moved, cut and lightly edited passages are found, and every
    passage is the same words in both texts.
    """
    tiles = _firm(_tiles(first.words, second.words))
    mine = sum(sum(first.counted[t.first : t.first + t.length]) for t in tiles)
    theirs = sum(sum(second.counted[t.second : t.second + t.length]) for t in tiles)
    return Shared(
        tuple(tiles),
        mine / first.own() if first.own() else 0.0,
        theirs / second.own() if second.own() else 0.0,
        min(mine, theirs),
    )
