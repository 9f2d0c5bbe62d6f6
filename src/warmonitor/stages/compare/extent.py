"""How far each of two texts stands in the other: passages, small edits, background, own stretches."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from warmonitor.stages.compare.align import Shared
from warmonitor.stages.compare.background import set_apart
from warmonitor.stages.compare.passages import ends_of, passages
from warmonitor.stages.compare.wording import Wording

STRETCH = 16  # words in one piece from which words of its own are more than a headline or an edit
TOLD = 6  # shared words from which a sentence repeats one of the other text
LEAD = 8  # counted words of what is a text's first sentence


Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Extent:
    """One text beside another, in words that count (no quotation, no stock).

    `counted` are all; `shared` those in passages, small edits inside them included; `news` the shared ones
    outside background; `longest` the news of the longest passage; `own` those of longer stretches that stand
    nowhere in the other; `said` are quoted words that are shared, `stock` shared stock and background,
    `standing` the most unquoted words in a row that both have; `left` is the share (0 to 1) of all words but
    stock that do not stand in the other.
    Sentences of which less than half stands in the other are told anew: `fresh` are their own words, `lead`
    says whether the first is one of them; `told` counts those with news of the other, `whole` are the news of
    those that stand there for the better part.
    """

    counted: int
    shared: int
    news: int
    longest: int
    own: int
    said: int
    stock: int
    standing: int
    left: float
    fresh: int
    lead: bool
    told: int
    whole: int

    @property
    def fresh_share(self) -> float:
        """Return the share (0 to 1) of the counted words in sentences told anew."""
        return self.fresh / self.counted if self.counted else 0.0

    @property
    def share(self) -> float:
        """Return the share (0 to 1) of the counted words that is news shared with the other text."""
        return self.news / self.counted if self.counted else 0.0

    @property
    def own_share(self) -> float:
        """Return the share (0 to 1) of the counted words in longer stretches of its own."""
        return self.own / self.counted if self.counted else 0.0


def _extent(wording: Wording, told: Sequence[Range], back: Sequence[Range], standing: int) -> Extent:
    """Return one side's extent from where its passages of news and of background stand."""
    inside = bytearray(len(wording.words))
    for start, end in (*told, *back):
        inside[start:end] = b"\1" * (end - start)
    counts = [sum(wording.counted[start:end]) for start, end in told]
    behind = sum(sum(wording.counted[start:end]) for start, end in back)
    fresh, lead, repeated = _by_sentence(wording, inside)
    said = sum(quoted for quoted, shared in zip(wording.quoted, inside, strict=True) if shared)
    return Extent(
        counted=wording.own(),
        shared=sum(counts) + behind,
        news=sum(counts),
        longest=max(counts, default=0),
        own=_own(wording, inside),
        said=said,
        stock=sum(inside) - sum(counts) - said,
        standing=standing,
        left=_left(wording, inside),
        fresh=fresh,
        lead=lead,
        told=repeated,
        whole=_whole(wording, told),
    )


def _own(wording: Wording, inside: Sequence[int]) -> int:
    """Return how many counted words stand in longer stretches outside passages."""
    stretches = groupby(range(len(inside)), key=inside.__getitem__)
    own = [sum(wording.counted[place] for place in places) for shared, places in stretches if not shared]
    return sum(words for words in own if words >= STRETCH)


def _left(wording: Wording, inside: Sequence[int]) -> float:
    """Return the share of the words, quoted ones too, that stand outside passages."""
    mine = [own or quoted for own, quoted in zip(wording.counted, wording.quoted, strict=True)]
    outside = sum(own and not at for own, at in zip(mine, inside, strict=True))
    return outside / sum(mine) if any(mine) else 0.0


def _whole(wording: Wording, told: Sequence[Range]) -> int:
    """Return the news of sentences of which half or more is news of the other text."""
    news = bytearray(len(wording.words))
    for start, end in told:
        news[start:end] = bytes(wording.counted[start:end])
    parts = [(sum(news[start:end]), sum(wording.counted[start:end])) for start, end in wording.sentences()]
    return sum(shared for shared, counted in parts if 2 * shared >= counted)


def _by_sentence(wording: Wording, inside: Sequence[int]) -> tuple[int, bool, int]:
    """Return the own words of sentences told anew, whether the first is one, and how many repeat news."""
    fresh, anew, told = 0, list[bool](), 0
    for start, end in wording.sentences():
        counted = sum(wording.counted[start:end])
        shared = sum(
            own and at for own, at in zip(wording.counted[start:end], inside[start:end], strict=True)
        )
        fresh += counted - shared if 2 * shared < counted else 0
        told += shared >= TOLD
        if counted >= LEAD:
            anew.append(2 * shared < counted)
    return fresh, bool(anew) and anew[0], told


def measure(first: Wording, second: Wording, shared: Shared) -> tuple[Extent, Extent]:
    """Return how far the first text stands in the second, and the second in the first."""
    news, back = set_apart(passages(shared.tiles), first, second)
    said = (sum(first.quoted[tile.first : tile.first + tile.length]) for tile in shared.tiles)
    standing = max((tile.length - words for tile, words in zip(shared.tiles, said, strict=True)), default=0)
    sides = []
    for wording, is_first in ((first, True), (second, False)):
        told, stood = ([ends_of(run, first=is_first) for run in runs] for runs in (news, back))
        sides.append(_extent(wording, told, stood, standing))
    return sides[0], sides[1]
