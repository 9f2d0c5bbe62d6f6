"""Make the account of a pile of sources: every stage once, in order, in this process."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from warmonitor import __version__
from warmonitor.language.en.casing import fold_case
from warmonitor.language.en.parser import load_parser
from warmonitor.language.written import as_written
from warmonitor.model import Account, ActorIndex, Claim, Issue, Maker, PlaceIndex, Report
from warmonitor.reference.actors import load_actors
from warmonitor.reference.casing import name_speller
from warmonitor.reference.gazetteer import Gazetteer
from warmonitor.reference.outlets import load_outlets
from warmonitor.run.across import whole
from warmonitor.run.judged import NONE, Judgements, Review
from warmonitor.run.partition import partition
from warmonitor.run.placing import placing_of
from warmonitor.run.reading import read_reports
from warmonitor.run.references import LookUps, open_look_ups
from warmonitor.run.timings import Progress, Timings, quiet
from warmonitor.stages.compare import compare
from warmonitor.stages.extract import extract_noting
from warmonitor.stages.ground.actors import ground_actors
from warmonitor.stages.ground.places import ground_places_noting
from warmonitor.stages.group import group
from warmonitor.stages.reconcile import reconcile
from warmonitor.stages.reconcile.access import access, misplaced, shown
from warmonitor.stages.tell import tell
from warmonitor.store.tree import MOST

Extraction = Callable[[Sequence[Report], Progress, Timings], tuple[list[Claim], list[Issue]]]


def make_account(
    sources: Sequence[str],
    progress: Progress = quiet,
    timings: Timings | None = None,
    references: Path | None = None,
) -> Account:
    """Read the sources and return the account of what they say; what could not be read is in its issues.

    `references` is the folder of the look-ups that a user added.

    Raises:
        StoreError, SourceError: when the look-ups of that folder cannot be opened.
    """
    times = timings or Timings()
    look_ups = open_look_ups(references)
    reports, issues = read_reports(sources, progress, times)
    return account_of_pile(reports, issues, look_ups, extracted, progress, times)


def account_of_pile(
    reports: Sequence[Report],
    issues: Sequence[Issue],
    look_ups: LookUps,
    extraction: Extraction,
    progress: Progress,
    times: Timings,
    most: int = MOST,
) -> Account:
    """Return the account of any number of reports: of each block by itself, then joined across them."""
    if len(reports) <= most:
        return account_of(reports, issues, look_ups, extraction, progress, times)
    known = {report.id: report for report in reports}
    blocks = partition({report.id: placing_of(report) for report in reports}, most)
    parts = {
        block: account_of([known[one] for one in ids], (), look_ups, extraction, progress, times)
        for block, ids in blocks.items()
    }
    with times.of("reconcile"):
        made = whole(parts, look_ups)
    return replace(made, issues=tuple(sorted({*made.issues, *issues})))


def account_of(
    reports: Sequence[Report],
    issues: Sequence[Issue],
    look_ups: LookUps,
    extraction: Extraction,
    progress: Progress,
    times: Timings,
    judgements: Judgements = NONE,
) -> Account:
    """Return the account of some reports, sorted by id; `issues` are of their sources."""
    written = {report.id: report.text for report in reports}
    review = Review(judgements, written)
    with times.of("compare"):
        progress("compare", 0, len(reports))
        compared = review.compared(compare(in_mixed_case(reports, look_ups.gazetteer)))
    claims, unread = extraction(compared.reports, progress, times)
    with times.of("ground"):
        progress("ground", 0, len(claims))
        claims, places, unplaced = ground_places_noting(compared.reports, claims, look_ups.gazetteer)
        claims, actors = ground_actors(compared.reports, claims, load_actors())
        claims, places, actors = review.grounded(claims, places, actors)
    with times.of("group"):
        progress("group", 0, len(claims))
        grouped = review.grouped(group(claims, compared.reports, places, actors), places, actors)
    with times.of("reconcile"):
        progress("reconcile", 0, len(grouped.claims))
        made = reconcile(
            grouped.claims, grouped.events, compared.reports, compared.strands, places, actors, load_outlets()
        )
        made = review.reconciled(made, grouped.claims)
        atlas, cast = PlaceIndex.of(places), ActorIndex.of(actors)
        reach = access(made.control, grouped.claims, compared.reports, atlas, cast, look_ups.roads)
        odd = misplaced(made.control, atlas, look_ups.roads)
    return Account(
        made=Maker(__version__, look_ups.options, look_ups.kept),
        reports=tuple(
            replace(one, text=written[one.id]) for one in sorted(compared.reports, key=lambda r: r.id)
        ),
        strands=tuple(sorted(compared.strands, key=lambda s: s.id)),
        claims=tuple(
            as_written(one, written[one.report])
            for one in sorted([*grouped.claims, *review.rejected], key=lambda c: (c.report, c.quote, c.id))
        ),
        events=tuple(made.events),
        coverage=tuple(grouped.coverage),
        figures=tuple(made.figures),
        control=tuple(made.control),
        disputes=tuple(made.disputes),
        statements=tuple(made.statements),
        places=tuple(places),
        actors=tuple(actors),
        agreements=tuple(made.agreements),
        access=reach,
        roads=shown(made.control, atlas, look_ups.roads),
        posts=made.posts,
        issues=tuple(
            sorted(
                {
                    *issues,
                    *unread,
                    *unplaced,
                    *odd,
                    *_by_source([*compared.issues, *made.issues, *review.issues], compared.reports),
                }
            )
        ),
        paths=made.paths,
        sources=made.sources,
        judged=review.bearings,
        rejected=tuple(sorted(one.id for one in review.rejected)),
    )


def _by_source(issues: Iterable[Issue], reports: Sequence[Report]) -> list[Issue]:
    """Return issues that name reports by id with their sources as given."""
    sources = {report.id: report.source for report in reports}
    known = re.compile("|".join(map(re.escape, sorted(sources))) or r"(?!)")
    return [
        replace(one, item=sources.get(one.item, one.item), said=known.sub(lambda m: sources[m[0]], one.said))
        for one in issues
    ]


def in_mixed_case(reports: Sequence[Report], gazetteer: Gazetteer) -> list[Report]:
    """Return the reports with texts in capitals in mixed case, as every stage reads them; offsets hold."""
    parser, known = load_parser(), name_speller(gazetteer, load_actors())
    return [replace(report, text=fold_case(report.text, parser, known)) for report in reports]


def extracted(
    reports: Sequence[Report], progress: Progress, times: Timings
) -> tuple[list[Claim], list[Issue]]:
    """Return the claims of all reports, and what of them could not be read as it stands."""
    with times.of("load"):
        parser = load_parser()
    claims: list[Claim] = []
    issues: list[Issue] = []
    with times.of("extract"):
        for done, report in enumerate(reports):
            progress("extract", done, len(reports))
            found, said = extract_noting(report, parser)
            claims += found
            issues += said
    return claims, issues


def told(account: Account, timings: Timings | None = None) -> dict[str, bytes]:
    """Return every file of the account by its path."""
    with (timings or Timings()).of("tell"):
        return tell(account)
