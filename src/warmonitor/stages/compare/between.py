"""How two reports depend on each other, asked for by name rather than found."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from warmonitor.model import CopyLink, Report
from warmonitor.stages.compare.changes import Text
from warmonitor.stages.compare.dating import date_reports
from warmonitor.stages.compare.options import CompareOptions
from warmonitor.stages.compare.order import rank
from warmonitor.stages.compare.pile import find_pairs
from warmonitor.stages.compare.strands import by_id, make_link
from warmonitor.stages.compare.twins import twin_link, without_twins
from warmonitor.stages.compare.verdict import judge_pair


def links_between(
    reports: Sequence[Report], asked: Sequence[tuple[str, str]], options: CompareOptions | None = None
) -> list[CopyLink | None]:
    """Return how the two reports of each asked pair of ids depend on each other, judged by their own texts.

    `reports` are all there are: they tell what is stock and who was first. None stands where two share
    nothing worth showing, where an id is unknown, and for a report beside itself.
    """
    chosen = options or CompareOptions()
    listed, twins = without_twins(by_id(reports))
    found = find_pairs(listed, chosen)
    ranks = rank(
        listed, found.wordings, found.pairs, date_reports(listed, found.whole, [*found.pairs, *found.beside])
    )
    texts = [Text(report, wording) for report, wording in zip(listed, found.wordings, strict=True)]
    places = _places(listed, twins)
    known = {report.id: report for report in reports}

    def link(*ids: str) -> CopyLink | None:
        if len(known.keys() & set(ids)) < len(ids):
            return None
        ends = {places[one]: one for one in ids}
        if len(ends) < len(ids):
            return twin_link(*(known[one] for one in sorted(ids, reverse=True)))
        pair = judge_pair(found.wordings, (min(ends), max(ends)), chosen)
        if pair is None:
            return None
        copy, of, made = make_link(pair, texts, ranks)
        return replace(made, copy=ends[copy], of=ends[of])

    return [link(*ids) for ids in asked]


def _places(listed: Sequence[Report], twins: Mapping[str, Sequence[Report]]) -> dict[str, int]:
    """Return where each report stands in the list, or the one that stands for it."""
    places = {report.id: place for place, report in enumerate(listed)}
    return places | {twin.id: places[like] for like, others in twins.items() for twin in others}
