"""What a further report costs as the pile grows: the index in files, and what is judged among candidates.

    python -m bench.growth [--most N] [--sites N] [--copies SHARE] [--folder DIR]

For each power of ten below N, and N, an index is filled with made reports, many at once; then 500 more are
added one by one, each asked for its candidates and on the disk before the next; then 500 that are judged too,
as `compare --index` does. Prints milliseconds a report (elapsed, and of the processor), with the reports
being made left out, memory of the process itself, and that of the index mapped into it.
"""

import argparse
import re
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bench.made import COPIES, SITES, Maker
from warmonitor.model import Report
from warmonitor.run.arrivals import arrive
from warmonitor.run.index import ReportIndex

STEPS = 500  # reports that come one by one, each way
CHUNK = 20_000  # reports that are added at once
STATUS = Path("/proc/self/status")

Way = Callable[[Report], object]


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds a report: elapsed, of the processor, and to fill up to here; megabytes of either kind."""

    reports: int
    elapsed: float
    busy: float
    filling: float
    own: float
    mapped: float

    def line(self, first: "Cost") -> str:
        """Return the cost beside that of the smallest pile."""
        return (
            f"{self.reports:8} reports  {self.elapsed:7.2f} ms a report  {self.busy:7.2f} ms of a core "
            f"({self.busy / first.busy:.2f} times)  filled at {self.filling:5.2f} ms  "
            f"{self.own:6.0f} MB, and {self.mapped:6.0f} MB mapped"
        )


def memory() -> tuple[float, float]:
    """Return the megabytes of this process, and those of files mapped into it; zero where not told."""
    told = STATUS.read_text() if STATUS.exists() else ""
    found = {name: int(size) / 1024 for name, size in re.findall(r"(Rss\w+):\s+(\d+) kB", told)}
    return found.get("RssAnon", 0.0), found.get("RssFile", 0.0)


def grow(sizes: Sequence[int], maker: Maker, index: ReportIndex, ways: Mapping[str, Way]) -> None:
    """Print the cost at each size, each way."""
    first: dict[str, Cost] = {}
    for size in sizes:
        filling, filled = 0.0, size - maker.made
        while maker.made < size:
            reports = list(maker.reports(min(CHUNK, size - maker.made)))
            filling += _timed(lambda made=reports: index.add_all(made))[1]  # type: ignore[misc]
        for name, way in ways.items():
            times = [_timed(lambda made=report, way=way: way(made)) for report in maker.reports(STEPS)]  # type: ignore[misc]
            elapsed, busy = (1000 * sum(part) / STEPS for part in zip(*times, strict=True))
            cost = Cost(size, elapsed, busy, 1000 * filling / max(1, filled), *memory())
            print(f"{name:7} {cost.line(first.setdefault(name, cost))}", flush=True)


def _timed(work: Callable[[], None]) -> tuple[float, float]:
    start, busy = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - start, time.process_time() - busy


def powers(most: int) -> list[int]:
    """Return the powers of ten from a thousand on, and the largest size."""
    return [*(10**n for n in range(3, 8) if 10**n < most), most]


def main() -> None:
    """Print two lines for each size of the index."""
    parser = argparse.ArgumentParser(prog="python -m bench.growth", description="Cost of a further report.")
    parser.add_argument("--most", type=int, default=100_000)
    parser.add_argument("--sites", type=int, default=SITES)
    parser.add_argument("--copies", type=float, default=COPIES)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as folder, ReportIndex(Path(folder)) as index:
        maker = Maker(np.random.default_rng(1), given.sites, given.copies)
        ways: dict[str, Way] = {"kept": index.add, "judged": lambda report: next(arrive(index, [report]))}
        grow(powers(given.most), maker, index, ways)


if __name__ == "__main__":
    main()
