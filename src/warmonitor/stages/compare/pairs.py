"""The pairs of reports whose texts depend on each other."""

from collections.abc import Sequence

from warmonitor.model import Report
from warmonitor.stages.compare.align import Shared, Tile, align
from warmonitor.stages.compare.candidates import candidate_pairs, same_texts
from warmonitor.stages.compare.judge import Pair, is_dependent
from warmonitor.stages.compare.options import CompareOptions
from warmonitor.stages.compare.stock import set_stock_aside
from warmonitor.stages.compare.wording import Wording, read_words

LEAST_TWIN = 5  # words of a text that can be somebody's copy


def _share(first: Wording, second: Wording) -> Shared:
    if first.words == second.words:
        return Shared((Tile(0, 0, len(first.words)),), 1.0, 1.0, len(first.words))
    return align(first, second)


def find_pairs(reports: Sequence[Report], options: CompareOptions) -> tuple[list[Wording], list[Pair]]:
    """Return each report's words, and the pairs that depend on each other."""
    read = [read_words(report) for report in reports]
    wordings = set_stock_aside(reports, read, same_texts(read), options.stock_reports)
    pairs = []
    for first, second in candidate_pairs(wordings, options.partners):
        shared = _share(wordings[first], wordings[second])
        twin = wordings[first].words == wordings[second].words
        if len(wordings[first].words) >= LEAST_TWIN if twin else is_dependent(shared, options):
            pairs.append(Pair(first, second, shared))
    return wordings, pairs
