"""How far each of two texts stands in the other: passages, small edits, background, own stretches."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import groupby

import yaml

from warmonitor.stages.compare.align import Shared, Tile
from warmonitor.stages.compare.wording import Wording

BRIDGE = 8  # words on either side that an edit inside a passage may have put for others
STRETCH = 16  # words in one piece from which words of its own are more than a headline or an edit
LATE = 1 / 3  # share of a text after which a passage may be background
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Extent:
    """One text beside another, in words that count (no quotation, no stock).

    `counted` are all; `shared` those in passages, small edits inside them included; `news` the shared ones
    outside background; `longest` the news of the longest passage; `own` those of longer stretches that stand
    nowhere in the other; `said` are quoted words that are shared, `stock` shared stock and background.
    """

    counted: int
    shared: int
    news: int
    longest: int
    own: int
    said: int
    stock: int

    @property
    def share(self) -> float:
        """Return the share (0 to 1) of the counted words that is news shared with the other text."""
        return self.news / self.counted if self.counted else 0.0

    @property
    def own_share(self) -> float:
        """Return the share (0 to 1) of the counted words in longer stretches of its own."""
        return self.own / self.counted if self.counted else 0.0


@lru_cache(maxsize=1)
def _day_words() -> frozenset[str]:
    raw = yaml.safe_load(files(__package__).joinpath("data/news.yml").read_text("utf-8"))
    return frozenset(raw["days"].split())


def passages(tiles: Sequence[Tile]) -> Iterator[list[Tile]]:
    """Yield the runs of tiles with nothing but small edits between them, in the order of the first text."""
    run: list[Tile] = []
    for tile in sorted(tiles):
        if run and not _beside(run[-1], tile):
            yield run
            run = []
        run.append(tile)
    if run:
        yield run


def _beside(left: Tile, right: Tile) -> bool:
    here = right.first - left.first - left.length
    there = right.second - left.second - left.length
    return 0 <= here <= BRIDGE and 0 <= there <= BRIDGE


def ends_of(run: Sequence[Tile], *, first: bool) -> tuple[int, int]:
    """Return the first word of a passage and the one after its last, in the first text or the second."""
    starts = [tile.first if first else tile.second for tile in run]
    return starts[0], starts[-1] + run[-1].length


def _is_background(run: Sequence[Tile], first: Wording, second: Wording) -> bool:
    """Say whether a passage tells how things stood before: late in both texts, with a year, without a day.

    Weekdays and words like "overnight" tell the news of the day; "in 2013" and "since April 2011" do not.
    """
    a, b = ends_of(run, first=True), ends_of(run, first=False)
    if a[0] < LATE * len(first.words) or b[0] < LATE * len(second.words):
        return False
    words = [*first.words[slice(*a)], *second.words[slice(*b)]]
    return any(_YEAR.fullmatch(word) for word in words) and _day_words().isdisjoint(words)


def _extent(wording: Wording, told: Sequence[tuple[int, int]], back: Sequence[tuple[int, int]]) -> Extent:
    """Return one side's extent from where its passages of news and of background stand."""
    inside = bytearray(len(wording.words))
    for start, end in (*told, *back):
        inside[start:end] = b"\1" * (end - start)
    counts = [sum(wording.counted[start:end]) for start, end in told]
    own = []
    for shared, places in groupby(range(len(inside)), key=inside.__getitem__):
        if not shared:
            own.append(sum(wording.counted[place] for place in places))
    behind = sum(sum(wording.counted[start:end]) for start, end in back)
    said = sum(quoted for quoted, shared in zip(wording.quoted, inside, strict=True) if shared)
    return Extent(
        counted=wording.own(),
        shared=sum(counts) + behind,
        news=sum(counts),
        longest=max(counts, default=0),
        own=sum(words for words in own if words >= STRETCH),
        said=said,
        stock=sum(inside) - sum(counts) - said,
    )


def measure(first: Wording, second: Wording, shared: Shared) -> tuple[Extent, Extent]:
    """Return how far the first text stands in the second, and the second in the first."""
    runs = list(passages(shared.tiles))
    back = [_is_background(run, first, second) for run in runs]
    sides = []
    for wording, is_first in ((first, True), (second, False)):
        ends = [ends_of(run, first=is_first) for run in runs]
        told = [e for e, behind in zip(ends, back, strict=True) if not behind]
        sides.append(_extent(wording, told, [e for e, behind in zip(ends, back, strict=True) if behind]))
    return sides[0], sides[1]
