"""The account of one block of a store: its reports read from what is kept, every stage once."""

from collections.abc import Sequence

from warmonitor.language.en.parser import load_parser
from warmonitor.model import Account, Claim, Issue, Report, StoreError
from warmonitor.run.account import account_of
from warmonitor.run.documents import cleaned_of, extract_input, extract_made, extracted_of
from warmonitor.run.judged import Judgements
from warmonitor.run.references import LookUps
from warmonitor.run.timings import Progress, Timings
from warmonitor.run.versions import version_of
from warmonitor.stages.archive import without_twins
from warmonitor.store.made import CLEAN, EXTRACT, Made
from warmonitor.store.store import Store


def account_of_block(
    store: Store,
    members: Sequence[str],
    look_ups: LookUps,
    judgements: Judgements,
    progress: Progress,
    times: Timings,
) -> Account:
    """Return the account of these documents; claims are extracted again where a report is dated otherwise.

    Raises:
        StoreError: when what was made of one of them is not there.
    """
    with times.of("archive"):
        _, twins = without_twins(store.sightings(members))
    with times.of("clean"):
        cleaned = [cleaned_of(made) for made in _all_made(store, CLEAN, members)]
    reports = sorted((report for report, _ in cleaned if report), key=lambda one: one.id)
    issues = [*twins, *(issue for _, said in cleaned for issue in said)]

    def extraction(
        compared: Sequence[Report], progress: Progress, times: Timings
    ) -> tuple[list[Claim], list[Issue]]:
        with times.of("extract"):
            return _extracted(store, compared, progress)

    return account_of(reports, issues, look_ups, extraction, progress, times, judgements)


def _all_made(store: Store, stage: str, members: Sequence[str]) -> list[Made]:
    made = store.made(stage, members)
    if missing := [one for one in members if one not in made]:
        raise StoreError(f"What was made of {missing[0]} is not in the store: verify it.")
    return [made[one] for one in members]


def _extracted(
    store: Store, reports: Sequence[Report], progress: Progress
) -> tuple[list[Claim], list[Issue]]:
    made = store.made(EXTRACT, [report.id for report in reports])
    stale = [report for report in reports if not _fits(made.get(report.id), report)]
    for done, report in enumerate(stale):
        progress("extract", done, len(stale))
        made[report.id] = extract_made(report, load_parser())
        store.supersede(made[report.id])
    found = [extracted_of(made[report.id]) for report in reports]
    return [claim for claims, _ in found for claim in claims], [one for _, said in found for one in said]


def _fits(made: Made | None, report: Report) -> bool:
    return made is not None and (made.input, made.version) == (extract_input(report), version_of(EXTRACT))
