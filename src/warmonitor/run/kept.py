"""The account of what is in a store: brought up to date, and put together from its blocks."""

from dataclasses import replace
from pathlib import Path

from warmonitor.model import Account, Issue
from warmonitor.run.across import whole
from warmonitor.run.documents import cleaned_of
from warmonitor.run.judged import Judgements, with_unheard
from warmonitor.run.references import open_look_ups
from warmonitor.run.refresh import Say, refresh
from warmonitor.run.timings import Progress, Timings
from warmonitor.stages.archive import without_twins
from warmonitor.store.codec import decode
from warmonitor.store.judgements import in_force
from warmonitor.store.made import BLOCK, CLEAN
from warmonitor.store.store import ISSUE, SIGHTING, Store


def account_of_store(
    store: Store, references: Path | None, say: Say, progress: Progress, times: Timings
) -> Account:
    """Return the account of all reports in a store; what is stale is made anew, and put in its place.

    `say` is told beforehand how much is stale.

    Raises:
        StoreError: when the store or the look-ups of the folder `references` cannot be used.
    """
    look_ups = open_look_ups(references)
    refresh(store, look_ups, references, 1, say, progress, times)
    head, judgements = store.head(), Judgements(in_force(store))
    with times.of("reconcile"):
        parts = {block: decode(made.content) for block, made in store.made(BLOCK).items()}
        made = whole(parts, look_ups)
    issues = tuple(sorted({*made.issues, *_issues(store)}))
    return replace(with_unheard(replace(made, issues=issues), judgements), chain=str(head))


def _issues(store: Store) -> list[Issue]:
    """Return the issues of sources that gave no report."""
    cleaned = (cleaned_of(made) for made in store.made(CLEAN).values())
    refused = [issue for report, said in cleaned if report is None for issue in said]
    _, twins = without_twins(store.given(SIGHTING))
    return [*store.given(ISSUE), *refused, *twins]
