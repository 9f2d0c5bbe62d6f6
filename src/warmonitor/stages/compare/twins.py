"""Reports of the very same text and date: one stands for all while the rest is compared.

Without this a further copy would weigh in the dating of those that it copies, and so could part a strand.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from warmonitor.model import CopyKind, CopyLink, Passage, Report, Span, Strand, make_id

_LEAST_WORDS = 15  # a shorter text may be the same by chance
_BECAUSE = "the same text under the same date: a tie, nothing says which was first"


def identity(report: Report) -> tuple[str, str, str]:
    """Return what twins have in common and no others have."""
    alone = report.id if len(report.text.split(None, _LEAST_WORDS)) < _LEAST_WORDS else ""
    return report.text, str(report.stated_date), alone


def standing(report: Report) -> tuple[bool, bool, str]:
    """Return what the least of twins, who stands for the others, is told by."""
    return not report.agencies, not report.byline, report.id


def without_twins(reports: Sequence[Report]) -> tuple[list[Report], dict[str, list[Report]]]:
    """Return one report for each text and stated date, and its twins by its id.

    The one that credits an agency or a writer stands for the others, then the one with the least id.
    """
    alike: defaultdict[tuple[str, str, str], list[Report]] = defaultdict(list)
    for report in sorted(reports, key=standing):
        alike[identity(report)].append(report)
    kept = [group[0] for group in alike.values()]
    return sorted(kept, key=lambda r: r.id), {group[0].id: group[1:] for group in alike.values()}


def with_twins(
    made: Sequence[Report], strands: Sequence[Strand], twins: dict[str, list[Report]]
) -> tuple[list[Report], list[Strand]]:
    """Return the reports and strands with the twins put back, each a copy in the strand of its like."""
    by_id = {report.id: report for report in made}
    fuller = {strand.id: _fuller(strand, by_id, twins) for strand in strands}
    reports = []
    for report in made:
        strand = fuller[report.strand or ""].id
        reports.append(replace(report, strand=strand))
        first = report.copy_of or report.id
        reports += [replace(t, dated=report.dated, copy_of=first, strand=strand) for t in twins[report.id]]
    return sorted(reports, key=lambda r: r.id), sorted(fuller.values(), key=lambda s: s.id)


def _fuller(strand: Strand, by_id: dict[str, Report], twins: dict[str, list[Report]]) -> Strand:
    more = [(twin, by_id[member]) for member in strand.reports for twin in twins[member]]
    if not more:
        return strand
    ids = sorted([*strand.reports, *(twin.id for twin, _ in more)])
    links = sorted(
        [*strand.links, *(twin_link(twin, like) for twin, like in more)], key=lambda k: (k.copy, k.of)
    )
    return Strand(make_id("strand", *ids), tuple(ids), tuple(links), strand.beside)


def twin_link(twin: Report, like: Report) -> CopyLink:
    """Return the link between two reports of the very same text."""
    whole = Span(0, len(twin.text))
    passages = (Passage(whole, whole),)
    return CopyLink(twin.id, like.id, CopyKind.REPRINT, 1.0, passages, _BECAUSE, "the very same text")
