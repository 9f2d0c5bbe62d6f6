"""Which claims are one telling printed again: the same words in reports that go back to one text."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from warmonitor.model import Claim, Report, Span, fold


def first_tellings(claims: Iterable[Claim], reports: Iterable[Report]) -> dict[str, str]:
    """Return, for each claim, the id of the first telling of it: its own where it is no copy.

    A copy is a claim of one strand with the same kind, stance and quoted words; the telling in a report
    that copies nothing comes first.
    """
    known = {report.id: report for report in reports}
    shelves: dict[tuple[Any, ...], list[Claim]] = defaultdict(list)
    seen: dict[tuple[Any, ...], int] = defaultdict(int)
    for claim in sorted(claims, key=lambda one: (one.report, one.quote, one.id)):
        key = _key(claim, known)
        again = (claim.report, *key)
        shelves[(*key, seen[again])].append(claim)
        seen[again] += 1
    found: dict[str, str] = {}
    for told in shelves.values():
        first = min(told, key=lambda one: _rank(one, known))
        found.update((claim.id, first.id) for claim in told)
    return found


def _key(claim: Claim, known: dict[str, Report]) -> tuple[Any, ...]:
    report = known.get(claim.report)
    words = fold(claim.quote.of(report.text)) if report else ""
    strand = (report.strand or report.id) if report and words else claim.report
    return strand, claim.kind, claim.stance, words or claim.id


def _rank(claim: Claim, known: dict[str, Report]) -> tuple[bool, str, Span, str]:
    report = known.get(claim.report)
    return report is None or report.copy_of is not None, claim.report, claim.quote, claim.id
