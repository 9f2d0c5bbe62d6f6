"""The same record met more than once: which of them counts, whatever the order in which they were named."""

from collections.abc import Iterable

from warmonitor.model import Issue, RawReport


def without_twins(reports: Iterable[RawReport]) -> tuple[list[RawReport], list[Issue]]:
    """Keep one of the records that give the same report, the first by `rank`; note the others."""
    kept: dict[str, RawReport] = {}
    twins: list[RawReport] = []
    for report in reports:
        known = kept.get(report.report_id, report)
        first, other = sorted([report, known], key=lambda one: one.rank)
        kept[report.report_id] = first
        twins += [other] if known is not report else []
    return list(kept.values()), [_noted(twin) for twin in twins]


def _noted(twin: RawReport) -> Issue:
    said = "The same bytes under the same name or address were read before."
    return Issue("read-already", twin.source, said)
