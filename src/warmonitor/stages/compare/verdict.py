"""How two texts depend on each other: aligned, measured, judged."""

from collections.abc import Sequence

from warmonitor.model import CopyKind
from warmonitor.stages.compare.align import Shared, Tile, align, weigh_tiles
from warmonitor.stages.compare.extent import measure
from warmonitor.stages.compare.items import is_apart
from warmonitor.stages.compare.judge import Pair, is_dependent, kind_beside, kind_of
from warmonitor.stages.compare.options import CompareOptions
from warmonitor.stages.compare.speech import mark_speech
from warmonitor.stages.compare.wording import Wording

LEAST_TWIN = 5  # words of a text that can be somebody's copy


def judge_pair(wordings: Sequence[Wording], places: tuple[int, int], options: CompareOptions) -> Pair | None:
    """Return what ties two reports, None where nothing worth showing does."""
    first, second = wordings[places[0]], wordings[places[1]]
    if first.words == second.words:
        return _twins(first, second, places) if len(first.words) >= LEAST_TWIN else None
    tiles = align(first, second)
    first, second = mark_speech(first, second, tiles)
    shared = weigh_tiles(first, second, tiles)
    mine, theirs = measure(first, second, shared)
    if is_dependent(mine, theirs, options):
        apart = is_apart(first, second, shared, (mine, theirs))
        kind: CopyKind | None = kind_of(mine, theirs, options, apart=apart)
    else:
        kind = kind_beside(mine, theirs)
    return Pair(*places, shared, (mine, theirs), kind) if kind else None


def _twins(first: Wording, second: Wording, places: tuple[int, int]) -> Pair:
    shared = Shared((Tile(0, 0, len(first.words)),), 1.0, 1.0, len(first.words))
    return Pair(*places, shared, measure(first, second, shared), CopyKind.REPRINT)
