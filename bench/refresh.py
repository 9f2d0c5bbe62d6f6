"""What a further report costs a store from reading it to its account, with 1,000 reports and with many.

    python -m bench.refresh [--most N] [--further K] [--folder DIR] [--store ADDRESS]

A thousand made reports of twelve wars are read and their account is made; then K more come one by one. Each
is read, kept, and its block and what that touches is made again. Then the store is filled to N reports with
placings, given and made records, slices and rows of the shelf as large as those of others, and K more come.
Prints medians of milliseconds, of a clock and of this process's time on a core.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median

import numpy as np
from sqlalchemy import Connection, insert, select, update

from bench.placing import Maker, write_placings
from bench.shelf import Made as MadeRows
from bench.years import Years
from warmonitor.model import RawReport
from warmonitor.run.documents import Tools, load_tools, read_document
from warmonitor.run.ingest import custody
from warmonitor.run.references import LookUps, open_look_ups
from warmonitor.run.refresh import refresh
from warmonitor.run.versions import NO_OPTIONS, version_of
from warmonitor.store.made import BLOCK, CLEAN, EXTRACT, PLACING
from warmonitor.store.nodes import blocks
from warmonitor.store.placings import placed
from warmonitor.store.schema import CHAIN, GIVEN, MADE
from warmonitor.store.shelf import put
from warmonitor.store.slices import SLICE
from warmonitor.store.store import Store, open_store

FIRST, WARS = 1_000, 12
UNITS, SLICE_BYTES = 60, 1_500  # slices of a block, and characters of each
MADE_BYTES = {CLEAN: 2_500, EXTRACT: 6_000, PLACING: 700}
BLOCK_BYTES = 150_000
TOGETHER = 5_000


def main() -> None:
    """Fill a store and time what comes on top, twice."""
    arguments = argparse.ArgumentParser(description="Time bringing an account up to date.")
    arguments.add_argument("--most", type=int, default=100_000)
    arguments.add_argument("--further", type=int, default=60)
    arguments.add_argument("--folder", type=Path, help="where the store is made; on the disk to be measured")
    arguments.add_argument("--store", help="address of an empty PostgreSQL, in place of SQLite")
    given = arguments.parse_args()
    tools, look_ups = load_tools(None), open_look_ups()
    reports = Years(FIRST + 2 * given.further + 2, wars=WARS).reports()
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        place = given.store or f"{folder}/store"
        with open_store(place, Path(folder) / "raw", create=True) as store:
            for _ in range(FIRST):
                _keep(store, tools, next(reports))
            _further(store, tools, look_ups, reports, given.further)
            _fill(store, given.most - FIRST - given.further)
            _further(store, tools, look_ups, reports, given.further)


def _keep(store: Store, tools: Tools, raw: RawReport) -> None:
    store.keep(raw, read_document(raw, tools), custody())


def _further(store: Store, tools: Tools, look_ups: LookUps, reports: Iterator[RawReport], count: int) -> None:
    parts: dict[str, list[tuple[float, float]]] = {"read and keep": [], "account": [], "both": []}
    refresh(store, look_ups)
    for _ in range(count):
        raw = next(reports)
        kept = _timed(partial(_keep, store, tools, raw))
        made = _timed(partial(refresh, store, look_ups))
        for name, one in zip(parts, (kept, made, (kept[0] + made[0], kept[1] + made[1])), strict=True):
            parts[name].append(one)
    sizes = sorted(store.database.read(blocks).values())
    print(f"{sum(sizes)} reports in {len(sizes)} blocks (half have up to {median(sizes):.0f} reports)")
    for name, times in parts.items():
        clock, core = (median(one[at] for one in times) for at in (0, 1))
        slow = sorted(one[0] for one in times)[int(0.95 * count)]
        print(f"  {name}: {clock:.0f} ms, {core:.0f} ms of a core (19 of 20 under {slow:.0f} ms)", flush=True)


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    start, core = time.perf_counter(), time.process_time()
    work()
    return 1000 * (time.perf_counter() - start), 1000 * (time.process_time() - core)


def _fill(store: Store, count: int) -> None:
    """Put rows there as so many reports of other wars would have left them."""
    known = store.database.read(placed)
    others = dict(Maker(np.random.default_rng(7), 0.2).placings(count))
    store.database.write(partial(write_placings, placings={**known, **others}))
    store.database.write(partial(_documents, ids=list(others)))
    names = [name for name in store.database.read(blocks) if name.startswith("Q")]
    store.database.write(partial(_blocks, names=names))
    made = MadeRows()
    for number in range(3 * count // 1_000):
        rows = list(made.unit(number))
        store.database.write(partial(put, unit=f"unit-{number}", rows=rows))


def _documents(connection: Connection, ids: list[str]) -> None:
    length = connection.execute(select(CHAIN.c.length)).scalar_one()
    for at in range(0, len(ids), TOGETHER):
        some = ids[at : at + TOGETHER]
        given = [
            {"seq": length + at + n, "kind": "sighting", "id": f"s-{one}", "unit": one, "content": "x" * 400,
             "received": "", "tool": "", "hash": ""}
            for n, one in enumerate(some, 1)
        ]  # fmt: skip
        made = [_made(stage, one, size) for one in some for stage, size in MADE_BYTES.items()]
        connection.execute(insert(GIVEN), given)
        connection.execute(insert(MADE), made)
    connection.execute(update(CHAIN).values(length=length + len(ids)))


def _blocks(connection: Connection, names: list[str]) -> None:
    options = open_look_ups().options
    for name in names:
        connection.execute(insert(MADE), [_made(BLOCK, name, BLOCK_BYTES, options)])
        slices = [
            {"unit": f"place:{name}-{n}", "block": name, "content": "x" * SLICE_BYTES} for n in range(UNITS)
        ]
        connection.execute(insert(SLICE), slices)


def _made(stage: str, unit: str, size: int, options: str = NO_OPTIONS) -> dict[str, str]:
    told = {"stage": stage, "unit": unit, "input": "", "version": version_of(stage), "options": options}
    return {**told, "content": "x" * size, "digest": ""}


if __name__ == "__main__":
    main()
