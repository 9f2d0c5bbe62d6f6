"""How long the account of a block takes where most of its reports were read before, stage by stage.

    python -m bench.again [--seed N]

Blocks of 16, 64 and 128 reports of a made campaign, and of the kept cases filled up with it; claims are
given, as a store gives them. `cold` is the whole block with nothing remembered; `one new` the same block
after all of it but one report; `again` the same block once more. Prints milliseconds of a core, the answers
that are kept and the peak of memory. Compare the rows of one run, not figures of two runs.
"""

import argparse
import resource
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path

from eval.campaign.make import make_campaign, write_campaign
from warmonitor.model import Claim, Issue, Report
from warmonitor.model.memo import answers, forget
from warmonitor.run.account import account_of, extracted
from warmonitor.run.reading import read_reports
from warmonitor.run.references import LookUps, open_look_ups
from warmonitor.run.timings import Timings, quiet

CASES = Path(__file__).parent.parent / "eval" / "cases"
SIZES = (16, 64, 128)
STAGES = ("compare", "ground", "group", "reconcile")


def main() -> None:
    """Time blocks of a campaign, and of the kept cases filled up with reports of the campaign."""
    arguments = argparse.ArgumentParser(description="Time a block that was read before.")
    arguments.add_argument("--seed", type=int, default=1, help="which campaign")
    seed, look_ups = arguments.parse_args().seed, open_look_ups()
    with tempfile.TemporaryDirectory() as folder:
        write_campaign(make_campaign(seed), Path(folder))
        campaign, _ = read_reports([f"{folder}/reports.jsonl"], quiet, Timings())
    cases, _ = read_reports([str(case) for case in sorted(CASES.glob("*/reports"))], quiet, Timings())
    for size in SIZES:
        _block(f"campaign, {size} reports", campaign[:size], look_ups)
        _block(f"cases and campaign, {size} reports", [*cases, *campaign][:size], look_ups)


class OfACore(Timings):
    """Seconds of processor time, which other work on the machine changes little."""

    @contextmanager
    def of(self, stage: str) -> Iterator[None]:
        """Add the processor time of a block to a stage."""
        start = time.process_time()
        yield
        self.seconds[stage] += time.process_time() - start


def _block(what: str, reports: Sequence[Report], look_ups: LookUps) -> None:
    _read(reports, look_ups)  # claims are extracted, look-ups opened
    middle = len(reports) // 2
    rest = [*reports[:middle], *reports[middle + 1 :]]
    forget()
    _print(f"{what}: cold", *_read(reports, look_ups))
    forget()
    _read(rest, look_ups)
    _print(f"{what}: one new", *_read(reports, look_ups))
    _print(f"{what}: again", *_read(reports, look_ups))


def _print(what: str, took: float, times: Timings) -> None:
    stages = ", ".join(f"{stage} {1000 * times.seconds[stage]:.0f}" for stage in STAGES)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{what:42} {1000 * took:6.0f} ms  ({stages})  {answers()[0]} answers, {peak:.0f} MB", flush=True)


def _read(reports: Sequence[Report], look_ups: LookUps) -> tuple[float, Timings]:
    times, start = OfACore(), time.process_time()
    account_of(reports, [], look_ups, _given, quiet, times)
    return time.process_time() - start, times


def _given(reports: Sequence[Report], *_: object) -> tuple[list[Claim], list[Issue]]:
    plain = [replace(one, copy_of=None, strand=None, dated=replace(one.dated, because="")) for one in reports]
    return [claim for one in plain for claim in _claims(one)], []


@cache
def _claims(report: Report) -> tuple[Claim, ...]:
    return tuple(extracted([report], quiet, Timings())[0])


if __name__ == "__main__":
    main()
