"""The stage: reports in, the same reports with their strand and time of writing out."""

from collections.abc import Sequence
from dataclasses import replace

from warmonitor.model import Report
from warmonitor.stages.compare.dating import date_reports
from warmonitor.stages.compare.options import Compared, CompareOptions
from warmonitor.stages.compare.order import rank
from warmonitor.stages.compare.pile import find_pairs
from warmonitor.stages.compare.strands import by_id, make_strands
from warmonitor.stages.compare.twins import with_twins, without_twins


def compare(reports: Sequence[Report], options: CompareOptions | None = None) -> Compared:
    """Return the reports with `dated`, `copy_of` and `strand` set, and their strands.

    The order and the sources of the reports do not matter; an id that comes twice counts once.
    Dependence is judged on shared passages without quotations and stock, time of writing on the words
    of each report, on those who share its text and on dated reports of the same happening.
    """
    chosen = options or CompareOptions()
    listed, twins = without_twins(by_id(reports))
    found = find_pairs(listed, chosen)
    dating = date_reports(listed, found.whole, [*found.pairs, *found.beside])
    made = make_strands(listed, found, rank(listed, found.wordings, found.pairs, dating))
    strand_of = {member: strand.id for strand in made.strands for member in strand.reports}
    dated = [
        replace(report, dated=when, copy_of=made.copies.get(report.id), strand=strand_of[report.id])
        for report, when in zip(listed, dating.final, strict=True)
    ]
    whole, fuller = with_twins(dated, made.strands, twins)
    return Compared(whole, fuller, made.issues)
