"""The passages that two texts share, whatever their order, and how much of each text they are."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
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


def chains(tiles: Sequence[Tile], gap: int) -> list[list[Tile]]:
    """Return the tiles in chains with at most `gap` other words between neighbours in both texts.

    Nearest neighbours are joined first, so it does not matter which text is looked at first.
    """
    listed = sorted(tiles)
    after, inner = dict[Tile, Tile](), set[Tile]()
    for _, left, right in sorted(_neighbours(listed, gap)):
        if left not in after and right not in inner:
            after[left] = right
            inner.add(right)
    return [list(_follow(tile, after)) for tile in listed if tile not in inner]


def _follow(tile: Tile, after: Mapping[Tile, Tile]) -> Iterator[Tile]:
    at: Tile | None = tile
    while at is not None:
        yield at
        at = after.get(at)


def _neighbours(listed: Sequence[Tile], gap: int) -> Iterator[tuple[int, Tile, Tile]]:
    """Yield tiles that another follows in both texts, with how many words stand between them."""
    for place, left in enumerate(listed):
        for right in listed[place + 1 :]:
            here = right.first - left.first - left.length
            if here > gap:
                break
            there = right.second - left.second - left.length
            if 0 <= there <= gap:
                yield here + there, left, right


def _firm(tiles: list[Tile]) -> list[Tile]:
    """Keep passages that are long, or that make up a long one with those beside them."""
    kept = [
        tile
        for chain in chains(tiles, GAP)
        for tile in chain
        if tile.length >= ALONE or sum(part.length for part in chain) >= CHAIN
    ]
    return sorted(kept)


def align(first: Wording, second: Wording) -> tuple[Tile, ...]:
    """Return the passages that two reports share, in the order of the first.

    Greedy tiling from seeds of three words: moved, cut and lightly edited passages are found, and every
    passage is the same words in both texts.
    """
    return tuple(_firm(_tiles(first.words, second.words)))


def weigh_tiles(first: Wording, second: Wording, tiles: Sequence[Tile]) -> Shared:
    """Return how much of either text passages are; quoted words may lie in them but count for nothing."""
    mine = sum(sum(first.counted[t.first : t.first + t.length]) for t in tiles)
    theirs = sum(sum(second.counted[t.second : t.second + t.length]) for t in tiles)
    return Shared(
        tuple(tiles),
        mine / first.own() if first.own() else 0.0,
        theirs / second.own() if second.own() else 0.0,
        min(mine, theirs),
    )
