"""What is lost where a pile is divided into blocks: the kept cases, each scored at several sizes of a block.

    python -m eval.blocks [--limit N ...] [--case NAME ...] [--misses]
    python -m eval.blocks --campaign SEED [--limit N ...]

Without --limit: 128 (one block), 16, 4 and 1. Reports are divided as a store divides them, by country and
day, near copies together; one share a row and limit is printed, and the mean of all rows. With --campaign, a
made campaign of 200 reports with its roads is divided and asked instead.
"""

import argparse
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from eval.campaign.ask import asked_of
from eval.campaign.make import make_campaign, write_campaign
from eval.gold import kept_cases, read_gold
from eval.rows import Rows
from eval.score import score
from warmonitor.language.en.parser import load_parser
from warmonitor.model import Account, Claim, Issue, Report
from warmonitor.run.account import account_of, told
from warmonitor.run.across import whole
from warmonitor.run.documents import extract_input
from warmonitor.run.partition import partition
from warmonitor.run.placing import placing_of
from warmonitor.run.reading import read_reports
from warmonitor.run.references import LookUps, open_look_ups
from warmonitor.run.roads import add_roads
from warmonitor.run.timings import Progress, Timings, quiet
from warmonitor.stages.extract import extract_noting

LIMITS = (128, 16, 4, 1)
Read = tuple[list[Claim], list[Issue]]


class Cutter:
    """Makes accounts of a pile divided into blocks; the claims of a report are extracted once."""

    def __init__(self, sources: Sequence[str], look_ups: LookUps) -> None:
        self.look_ups = look_ups
        reports, self.issues = read_reports(sources, quiet, Timings())
        self.by_id = {report.id: report for report in reports}
        self._read: dict[str, Read] = {}
        self.placings = {report.id: placing_of(report) for report in reports}

    def account(self, limit: int) -> Account:
        """Return the account of the pile in blocks of at most `limit` reports."""
        return whole(self.parts(limit), self.look_ups)

    def parts(self, limit: int) -> dict[str, Account]:
        """Return the accounts of the blocks by their names."""
        return {f"{at:04}": self._block(block, at) for at, block in enumerate(self._blocks(limit))}

    def _blocks(self, limit: int) -> list[list[Report]]:
        """Return the reports in blocks, as a store divides them."""
        blocks = partition(self.placings, limit)
        return [[self.by_id[key] for key in blocks[name]] for name in sorted(blocks)]

    def _block(self, reports: list[Report], at: int) -> Account:
        issues = [] if at else self.issues
        return account_of(reports, issues, self.look_ups, self._extracted, quiet, Timings())

    def _extracted(self, reports: Sequence[Report], progress: Progress, times: Timings) -> Read:  # noqa: ARG002
        found = [self._claims(report) for report in reports]
        return [claim for claims, _ in found for claim in claims], [one for _, said in found for one in said]

    def _claims(self, report: Report) -> Read:
        key = extract_input(report)
        if key not in self._read:
            claims, issues = extract_noting(report, load_parser())
            self._read[key] = [*claims], [*issues]
        return self._read[key]


def in_blocks(case: Path, limits: Sequence[int], look_ups: LookUps) -> dict[int, Rows]:
    """Return the sheet of a kept case for each limit of a block."""
    gold, cutter = read_gold(case / "gold.json", case / "reports"), Cutter([str(case / "reports")], look_ups)
    return {limit: score(_document(cutter.account(limit)), gold) for limit in limits}


def _document(account: Account) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(told(account)["account.json"])
    return document


def campaign_in_blocks(seed: int, limits: Sequence[int]) -> dict[int, dict[str, float]]:
    """Return the shares of a made campaign's questions for each limit of a block."""
    campaign = make_campaign(seed)
    with tempfile.TemporaryDirectory() as folder:
        reports, kept = write_campaign(campaign, Path(folder)), Path(folder) / "references"
        add_roads(kept, Path(folder) / "roads.geojson", "made")
        cutter = Cutter([str(reports)], open_look_ups(kept))
        return {limit: asked_of(_document(cutter.account(limit)), campaign).shares() for limit in limits}


def cases_in_blocks(names: Sequence[str], limits: Sequence[int]) -> dict[int, Rows]:
    """Return the pooled sheet of the kept cases, of all where none is named, for each limit of a block."""
    look_ups, pooled = open_look_ups(), {limit: Rows() for limit in limits}
    for case in kept_cases():
        if not names or case.name in names:
            for limit, rows in in_blocks(case, limits, look_ups).items():
                pooled[limit].add(rows)
    return pooled


def main() -> None:
    """Print the table."""
    given = _parser().parse_args()
    if given.campaign:
        limits = given.limit or (256, 128, 64, 16)
        shares = campaign_in_blocks(given.campaign, limits)
    else:
        limits = given.limit or LIMITS
        pooled = cases_in_blocks(given.case or (), limits)
        shares = {limit: {**rows.shares(), "mean": rows.mean()} for limit, rows in pooled.items()}
        if given.misses:
            print(*(f"{limit} {one}" for limit, rows in pooled.items() for one in rows.misses), sep="\n")
    print(f"{'':26}", *(f"{limit:>8}" for limit in limits))
    for row in shares[limits[0]]:
        print(f"{row:26}", *(f"{shares[limit].get(row, 0.0):8.4f}" for limit in limits))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m eval.blocks", description="What dividing a pile costs.")
    parser.add_argument("--limit", type=int, action="append", metavar="N", help="reports a block")
    parser.add_argument(
        "--case", action="append", metavar="NAME", help="a kept case; all where none is named"
    )
    parser.add_argument("--campaign", type=int, metavar="SEED", help="a made campaign instead of the cases")
    parser.add_argument("--misses", action="store_true", help="list what was missed, by case and limit")
    return parser


if __name__ == "__main__":
    main()
