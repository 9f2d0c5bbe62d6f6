"""Which reports hang together: every copy on the report it shares most with, unless that has other words."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from warmonitor.stages.compare.groups import group
from warmonitor.stages.compare.judge import Pair
from warmonitor.stages.compare.likeness import is_telling
from warmonitor.stages.compare.order import Rank
from warmonitor.stages.compare.wording import Wording

MOSTLY = 0.3  # share of a report that is its own, below which the other text is most of it
SAME_WORDS = 0.5  # share of the shorter of two passages that stands in both, from which they are one
AGAIN = 0.1  # share of a passage's telling words in another text, below which that tells another story
TRIED = 12  # other pairs of a report that are looked at, so that work stays linear


def _offer(pair: Pair, of: int, ranks: Sequence[Rank]) -> tuple[float, int, Rank]:
    """Return how well a copy hangs on a report, the less the better.

    The larger share in either direction counts, so that a page with much of its own is not lost.
    """
    most = max(pair.shared.of_first, pair.shared.of_second)
    return -round(most, 2), -pair.shared.words, ranks[of]


def find_parents(
    wordings: Sequence[Wording], pairs: Sequence[Pair], ranks: Sequence[Rank]
) -> dict[int, Pair]:
    """Return, for each copy, its pair with the earlier report that it shares most with.

    Pairs that share only what one of them has besides another text tie nothing.
    """
    at: defaultdict[int, list[Pair]] = defaultdict(list)
    for pair in sorted(pairs, key=lambda p: -p.shared.words):
        for place in (pair.first, pair.second):
            if len(at[place]) < TRIED:
                at[place].append(pair)
    best: dict[int, tuple[tuple[float, int, Rank], Pair]] = {}
    for pair in pairs:
        ends = (pair.first, pair.second)
        if any(_is_besides(pair, place, at[place], wordings, ranks) for place in ends):
            continue
        copy = max(ends, key=lambda place: ranks[place])
        offer = _offer(pair, pair.other(copy), ranks)
        if copy not in best or offer < best[copy][0]:
            best[copy] = offer, pair
    return {copy: pair for copy, (_, pair) in best.items()}


def _is_besides(
    pair: Pair, place: int, others: Sequence[Pair], wordings: Sequence[Wording], ranks: Sequence[Rank]
) -> bool:
    """Say whether a pair shares words that the report at `place` has besides another text.

    That text is earlier and most of the report, or it is no later, the larger part and tells another story.
    """
    spans = pair.spans(place)
    for other in others:
        theirs, end = other.spans(place), other.other(place)
        if _same_words(spans, theirs) or ranks[place].when < ranks[end].when:
            continue
        if ranks[end] < ranks[place] and other.extent_of(place).own_share < MOSTLY:
            return True
        if len(theirs) > len(spans) and _tells_another(wordings[place], spans, wordings[end]):
            return True
    return False


def _tells_another(wording: Wording, spans: frozenset[int], text: Wording) -> bool:
    told = {wording.words[at] for at in spans if is_telling(wording.words[at])}
    return len(told.intersection(text.words)) < AGAIN * len(told)


def _same_words(first: frozenset[int], second: frozenset[int]) -> bool:
    return len(first & second) >= SAME_WORDS * min(len(first), len(second))


def _same_passage(pairs: Sequence[Pair], strands: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield pairs whose reports hang on different ones, but share with both the same words.

    A text whose words stand in two others ties them; one that took other words from each does not.
    """
    at: defaultdict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        if strands[pair.first] == strands[pair.second]:
            at[pair.first].append(pair)
            at[pair.second].append(pair)
    for pair in pairs:
        if strands[pair.first] != strands[pair.second]:
            for place in (pair.first, pair.second):
                spans = pair.spans(place)
                if any(_same_words(spans, other.spans(place)) for other in at[place]):
                    yield pair.first, pair.second


def tie(count: int, pairs: Sequence[Pair], parents: Mapping[int, Pair]) -> list[int]:
    """Return a number for each of `count` reports; those of one strand have the same."""
    ties = [(pair.first, pair.second) for pair in parents.values()]
    return group(count, [*ties, *_same_passage(pairs, group(count, ties))])
