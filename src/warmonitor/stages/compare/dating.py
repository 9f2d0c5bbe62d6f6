"""When each report was really written."""

from collections.abc import Sequence

from warmonitor.model import Dated, DatedHow, Report
from warmonitor.stages.compare.judge import Pair
from warmonitor.stages.compare.options import CompareOptions
from warmonitor.stages.compare.wording import Wording


def date_reports(
    reports: Sequence[Report],
    wordings: Sequence[Wording],  # noqa: ARG001
    pairs: Sequence[Pair],  # noqa: ARG001
    options: CompareOptions,  # noqa: ARG001
) -> list[Dated]:
    """Return the time of writing of each report, in their order."""
    return [
        Dated(r.stated_date, r.stated_date, DatedHow.STATED, "the page says so")
        if r.stated_date
        else Dated(because="it states no date")
        for r in reports
    ]
