"""What a further report costs a store as it grows, and how fast a store takes reports in.

    python -m bench.store [--most N] [--folder DIR] [--store ADDRESS]

For each power of ten from 1,000 to N: the store is filled with made reports whose claims are those of one
that was read, then 50 more are added one by one, each read and on the disk before the next. Prints the median
of milliseconds for asking whether it is known, reading and keeping, and memory of the process. Then 200
reports made from the example are taken in as `store add` does, once and again.
"""

import argparse
import hashlib
import resource
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median

import numpy as np

from bench.made import Maker
from warmonitor.model import RawReport
from warmonitor.run.documents import Tools, load_tools, read_document
from warmonitor.run.ingest import custody, ingest
from warmonitor.run.readers import Readers
from warmonitor.store.store import Store, open_store

EXAMPLE = Path(__file__).parent.parent / "examples" / "khan-sheikhoun"
FURTHER = 50


def main() -> None:
    """Fill a store and time what comes on top."""
    arguments = argparse.ArgumentParser(description="Time a store.")
    arguments.add_argument("--most", type=int, default=10_000)
    arguments.add_argument("--folder", type=Path, help="where the store is made; on the disk to be measured")
    arguments.add_argument("--store", help="address of an empty PostgreSQL, in place of SQLite")
    given = arguments.parse_args()
    tools = load_tools(None)
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        place, raw = given.store or f"{folder}/store", Path(folder) / "raw"
        with open_store(place, raw, create=True) as store:
            sizes = [10**power for power in range(3, 9) if 10**power <= given.most]
            _grown(store, tools, sizes)
        _taken_in(Path(folder))


def _grown(store: Store, tools: Tools, sizes: list[int]) -> None:
    made = _raws(Maker(np.random.default_rng(3)))
    pattern = read_document(_raw_of(next(iter(sorted(EXAMPLE.glob("*.txt")))).read_text("utf-8"), "x"), tools)
    there = 0
    for size in sizes:
        start = time.perf_counter()
        for _ in range(size - there):
            raw = next(made)
            store.keep(raw, [replace(one, unit=raw.report_id) for one in pattern], custody())
        took = time.perf_counter() - start
        _further(store, tools, made, f"{size} reports (filled at {(size - there) / took:.0f} a second)")
        there = size + FURTHER


def _further(store: Store, tools: Tools, made: Iterator[RawReport], what: str) -> None:
    asking: list[float] = []
    reading: list[float] = []
    keeping: list[float] = []
    for _ in range(FURTHER):
        raw = next(made)
        times = [time.perf_counter()]
        store.known([raw])
        times.append(time.perf_counter())
        units = read_document(raw, tools)
        times.append(time.perf_counter())
        store.keep(raw, units, custody())
        times.append(time.perf_counter())
        for kind, start, end in zip((asking, reading, keeping), times, times[1:], strict=False):
            kind.append(1000 * (end - start))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{what}: known {median(asking):.1f} ms, read {median(reading):.1f} ms, "
        f"keep {median(keeping):.1f} ms, {peak:.0f} MB"
    )


def _taken_in(folder: Path) -> None:
    sources = folder / "sources"
    sources.mkdir()
    texts = [path.read_text("utf-8") for path in sorted(EXAMPLE.glob("*.txt"))]
    for number in range(200):
        text = texts[number % len(texts)].replace("19", str(19 + number))
        (sources / f"{number:04}.txt").write_text(text, encoding="utf-8")
    with open_store(f"{folder}/taken in", create=True) as store:
        for what in ("first", "again"):
            start = time.perf_counter()
            with Readers(1, None) as readers:
                tally = ingest(store, [str(sources)], readers, lambda *_: None)
            took = time.perf_counter() - start
            print(f"{what} pass: {tally.added} added, {tally.known} known, {200 / took:.1f} a second")


def _raws(maker: Maker) -> Iterator[RawReport]:
    while True:
        (report,) = maker.reports(1)
        yield _raw_of(report.text, report.source)


def _raw_of(text: str, source: str) -> RawReport:
    content = text.encode()
    return RawReport(source, "text/plain", content, hashlib.sha256(content).hexdigest())


if __name__ == "__main__":
    main()
