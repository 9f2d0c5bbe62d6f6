"""What it costs to place one further report as a store grows, and how reports spread over blocks.

    python -m bench.placing [--most N] [--folder DIR] [--store ADDRESS] [--copies SHARE]

Made placings of 40 countries over five years, busier at some times than at others; some reports are near
copies of earlier ones, with up to half of their rows others. For each power of ten from 1,000 to N: placings
are filled in, then 200 more are placed one by one, each in a transaction that is on the disk before
the next. Prints milliseconds of placing alone and with the commit, and how large blocks and families are.
"""

import argparse
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from statistics import median

import numpy as np
from sqlalchemy import Connection, func, select

from warmonitor.model import Placing
from warmonitor.model.placing import ROW_BITS, ROWS
from warmonitor.store.nodes import blocks
from warmonitor.store.placed import FAMILIES
from warmonitor.store.placings import place
from warmonitor.store.store import Store, open_store

FURTHER = 200
TOGETHER = 500  # placings in one transaction while the store is filled
BANDS = 32
COUNTRIES, DAYS, FIRST = 40, 5 * 365, date(2026, 1, 1)
REMEMBERED = 2_000


@dataclass(slots=True)
class Maker:
    """Makes placings, the same for a seed; remembers some to copy from."""

    random: np.random.Generator
    copies: float
    made: int = 0
    _known: list[tuple[Placing, list[int]]] = field(default_factory=list)

    def placings(self, count: int) -> Iterator[tuple[str, Placing]]:
        """Yield ids and placings."""
        for _ in range(count):
            self.made += 1
            yield f"report-{self.random.integers(1 << 60):016x}", self._placing()

    def _placing(self) -> Placing:
        if self._known and self.random.random() < self.copies:
            origin, rows = self._known[int(self.random.integers(len(self._known)))]
            changed = self.random.random(len(rows)) < self.random.random() / 2
            rows = [self._row() if other else row for row, other in zip(rows, changed, strict=True)]
            day = origin.day and origin.day + timedelta(int(self.random.exponential(20)))
            return Placing(origin.theatre, day, _bands(rows))
        # A tenth of the countries has most reports, and wars have busy times.
        country = int(COUNTRIES * self.random.random() ** 2)
        day = FIRST + timedelta(int(DAYS * (self.random.beta(2, 3) + country / COUNTRIES) % DAYS))
        rows = [self._row() for _ in range(BANDS * ROWS)]
        made = Placing(f"Q{country:02}", day if self.random.random() < 0.9 else None, _bands(rows))
        self._known = (
            [*self._known[-REMEMBERED:], (made, rows)] if self.random.random() < 0.1 else self._known
        )
        return made

    def _row(self) -> int:
        return int(self.random.integers(1 << ROW_BITS))


def main() -> None:
    """Fill a store and time what comes on top."""
    arguments = argparse.ArgumentParser(description="Time placing.")
    arguments.add_argument("--most", type=int, default=100_000)
    arguments.add_argument("--folder", type=Path, help="where the store is made; on the disk to be measured")
    arguments.add_argument("--store", help="address of an empty PostgreSQL, in place of SQLite")
    arguments.add_argument("--copies", type=float, default=0.2, help="share of near copies")
    given = arguments.parse_args()
    maker = Maker(np.random.default_rng(7), given.copies)
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        where = given.store or f"{folder}/store"
        with open_store(where, Path(folder) / "raw", create=True) as store:
            for power in range(3, 9):
                if 10**power <= given.most:
                    _grown(store, maker, 10**power)


def _grown(store: Store, maker: Maker, size: int) -> None:
    start, count = time.perf_counter(), size - maker.made
    for at in range(0, count, TOGETHER):
        some = list(maker.placings(min(TOGETHER, count - at)))

        def fill(connection: Connection, some: list[tuple[str, Placing]] = some) -> None:
            for report, placing in some:
                place(connection, report, placing)

        store.database.write(fill)
    rate = count / (time.perf_counter() - start)
    alone, whole = zip(*(_timed(store, *one) for one in maker.placings(FURTHER)), strict=True)
    slow = sorted(whole)[int(0.95 * FURTHER)]
    print(
        f"{size} reports (filled at {rate:.0f} a second): place {median(alone):.1f} ms, "
        f"with commit {median(whole):.1f} ms (of 20, 19 under {slow:.1f})",
        flush=True,
    )
    with store.database.reading() as connection:
        sizes = sorted(blocks(connection).values())
        largest = connection.execute(select(func.max(FAMILIES.c.reports))).scalar()
    print(f"  {len(sizes)} blocks, median {median(sizes):.0f}, largest {sizes[-1]}; largest family {largest}")


def _timed(store: Store, report: str, placing: Placing) -> tuple[float, float]:
    def work(connection: Connection) -> float:
        start = time.perf_counter()
        place(connection, report, placing)
        return 1000 * (time.perf_counter() - start)

    start = time.perf_counter()
    alone = store.database.write(work)
    return alone, 1000 * (time.perf_counter() - start)


def _bands(rows: list[int]) -> tuple[int, ...]:
    parts = [rows[at : at + ROWS] for at in range(0, len(rows), ROWS)]
    return tuple(
        sum((row << at * ROW_BITS for at, row in enumerate(part)), band << ROWS * ROW_BITS)
        for band, part in enumerate(parts)
    )


if __name__ == "__main__":
    main()
