"""Sources to reports: read, cleaned, each once, with what could not be read."""

from collections.abc import Sequence

from warmonitor.model import Issue, RawReport, Report
from warmonitor.reference.outlets import load_outlets
from warmonitor.run.timings import Progress, Timings
from warmonitor.stages.archive import read_sources
from warmonitor.stages.clean import clean


def read_reports(
    sources: Sequence[str], progress: Progress, times: Timings
) -> tuple[list[Report], list[Issue]]:
    """Return the reports of some files and folders, by id, and an issue for each that is none."""
    with times.of("archive"):
        raw, issues = read_sources(sources)
    reports, refused = _cleaned(raw, progress, times)
    return reports, [*issues, *refused]


def _cleaned(
    raw: Sequence[RawReport], progress: Progress, times: Timings
) -> tuple[list[Report], list[Issue]]:
    with times.of("load"):
        outlets = load_outlets()
    reports: dict[str, Report] = {}
    issues: list[Issue] = []
    with times.of("clean"):
        for done, one in enumerate(raw):
            progress("clean", done, len(raw))
            report, said = clean(one, outlets)
            issues += said
            if report is not None and report.id in reports:
                again = f"The same bytes were read as {reports[report.id].source}; they count once."
                issues.append(Issue("read-twice", one.source, again))
            elif report is not None:
                reports[report.id] = report
    return sorted(reports.values(), key=lambda r: r.id), issues
