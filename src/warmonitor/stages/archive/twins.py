"""The same record met more than once: which of them counts, whatever the order in which they were named."""

import re
from collections.abc import Iterable

from warmonitor.model import Issue, RawReport

_RECORD = re.compile(r"(.*)#(\d+)", re.DOTALL)

Rank = tuple[list[str], int, str, tuple[tuple[str, str], ...]]


def rank(report: RawReport) -> Rank:
    """Return what twins are ordered by, the one that counts first: path, number of the record, hints."""
    found = _RECORD.fullmatch(report.source)
    path, number = (found[1], int(found[2])) if found else (report.source, 0)
    return path.split("/"), number, report.media_type, report.hints


def without_twins(reports: Iterable[RawReport]) -> tuple[list[RawReport], list[Issue]]:
    """Keep one of the records that give the same report; note the others."""
    kept: dict[str, RawReport] = {}
    twins: list[RawReport] = []
    for report in reports:
        first, *others = sorted([report, *filter(None, [kept.get(report.report_id)])], key=rank)
        kept[report.report_id] = first
        twins += others
    return list(kept.values()), [_noted(twin) for twin in twins]


def _noted(twin: RawReport) -> Issue:
    said = "The same bytes under the same name or address were read before."
    return Issue("read-already", twin.source, said)
