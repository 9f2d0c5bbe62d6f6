"""The account of what is in a store: nothing is read twice but what is stale."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from warmonitor.language.en.parser import load_parser
from warmonitor.model import Account, Claim, Issue, RawReport, Report, StoreError
from warmonitor.reference.outlets import load_outlets
from warmonitor.run.account import account_of
from warmonitor.run.documents import (
    clean_made,
    cleaned_of,
    extract_input,
    extract_made,
    extracted_of,
    nothing_extracted,
)
from warmonitor.run.ingest import custody
from warmonitor.run.judged import Judgements
from warmonitor.run.references import open_look_ups
from warmonitor.run.timings import Progress, Timings
from warmonitor.run.versions import version_of
from warmonitor.stages.archive import without_twins
from warmonitor.store.judgements import in_force
from warmonitor.store.made import CLEAN, EXTRACT, Made
from warmonitor.store.store import ISSUE, SIGHTING, Store

Say = Callable[[str], None]


def account_of_store(
    store: Store, references: Path | None, say: Say, progress: Progress, times: Timings
) -> Account:
    """Return the account of all reports in a store; what is stale is made anew, and put in its place.

    `say` is told beforehand how much is stale.

    Raises:
        StoreError: when the store or the look-ups of the folder `references` cannot be used.
    """
    look_ups = open_look_ups(references)
    if look_ups.kept:
        store.note(look_ups.kept, custody())
    head = store.head()
    with times.of("archive"):
        raws, twins = without_twins(store.given(SIGHTING))
    with times.of("clean"):
        cleaned = [cleaned_of(made) for made in _cleaned(store, raws, say)]
    reports = sorted((report for report, _ in cleaned if report), key=lambda one: one.id)
    issues = [*store.given(ISSUE), *twins, *(issue for _, said in cleaned for issue in said)]

    def extraction(
        compared: Sequence[Report], progress: Progress, times: Timings
    ) -> tuple[list[Claim], list[Issue]]:
        return _extracted(store, compared, say, progress, times)

    judgements = Judgements(in_force(store))
    made = account_of(reports, issues, look_ups, extraction, progress, times, judgements)
    return replace(made, chain=str(head))


def _cleaned(store: Store, raws: Sequence[RawReport], say: Say) -> list[Made]:
    """Return what clean made of each; anew from its bytes where it was another version."""
    made = store.made(CLEAN)
    if missing := [raw.source for raw in raws if raw.report_id not in made]:
        raise StoreError(f"What was made of {missing[0]} is not in the store: verify it.")
    stale = [raw for raw in raws if made[raw.report_id].version != version_of(CLEAN)]
    if stale:
        say(f"{len(stale)} of {len(raws)} reports are cleaned again: another version did it.")
    for raw in stale:
        again = clean_made(replace(raw, content=store.raw.get(raw.sha256)), load_outlets())
        store.supersede(again)
        made[again.unit] = again
        if cleaned_of(again)[0] is None:
            store.supersede(nothing_extracted(raw))
    return [made[raw.report_id] for raw in raws]


def _extracted(
    store: Store, reports: Sequence[Report], say: Say, progress: Progress, times: Timings
) -> tuple[list[Claim], list[Issue]]:
    """Return all claims; those of reports that were read or dated otherwise before are extracted anew."""
    with times.of("extract"):
        made = store.made(EXTRACT)
        stale = [report for report in reports if not _fits(made.get(report.id), report)]
        if stale:
            said = "another version did it, or their text or date is known otherwise now"
            say(f"The claims of {len(stale)} of {len(reports)} reports are extracted again: {said}.")
        for done, report in enumerate(stale):
            progress("extract", done, len(stale))
            made[report.id] = extract_made(report, load_parser())
            store.supersede(made[report.id])
        found = [extracted_of(made[report.id]) for report in reports]
    return [claim for claims, _ in found for claim in claims], [one for _, said in found for one in said]


def _fits(made: Made | None, report: Report) -> bool:
    return made is not None and (made.input, made.version) == (extract_input(report), version_of(EXTRACT))
