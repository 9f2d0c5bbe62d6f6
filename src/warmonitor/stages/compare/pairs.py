"""The pairs of reports whose texts depend on each other, and those that share other people's words."""

from collections.abc import Sequence
from dataclasses import dataclass

from warmonitor.model import CopyKind
from warmonitor.stages.compare.align import Shared, Tile, align
from warmonitor.stages.compare.extent import measure
from warmonitor.stages.compare.items import is_apart
from warmonitor.stages.compare.judge import Pair, is_dependent, kind_beside, kind_of
from warmonitor.stages.compare.options import CompareOptions
from warmonitor.stages.compare.wording import Wording

LEAST_TWIN = 5  # words of a text that can be somebody's copy


@dataclass(frozen=True, slots=True)
class Found:
    """Each report's words, the pairs that depend on each other, and those that only quote or have stock.

    In `wordings` headlines do not count, in `whole` they do.
    """

    whole: list[Wording]
    wordings: list[Wording]
    pairs: list[Pair]
    beside: list[Pair]


def _share(first: Wording, second: Wording) -> Shared:
    if first.words == second.words:
        return Shared((Tile(0, 0, len(first.words)),), 1.0, 1.0, len(first.words))
    return align(first, second)


def judge_pair(wordings: Sequence[Wording], places: tuple[int, int], options: CompareOptions) -> Pair | None:
    """Return what ties two reports, None where nothing worth showing does."""
    first, second = wordings[places[0]], wordings[places[1]]
    twin = first.words == second.words
    if twin and len(first.words) < LEAST_TWIN:
        return None
    shared = _share(first, second)
    mine, theirs = measure(first, second, shared)
    if twin or is_dependent(mine, theirs, options):
        apart = not twin and is_apart(first, second, shared, (mine, theirs))
        kind: CopyKind | None = kind_of(mine, theirs, options, apart=apart)
    else:
        kind = kind_beside(mine, theirs)
    return Pair(*places, shared, (mine, theirs), kind) if kind else None
