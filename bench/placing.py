"""What it costs to place one further report as a store grows, and how reports spread over blocks.

    python -m bench.placing [--most N] [--folder DIR] [--store ADDRESS] [--copies SHARE]

Made placings of 40 countries over five years, busier at some times than at others; some reports are near
copies of earlier ones, with up to half of their rows others. For each power of ten from 1,000 to N the tables
are written at once, then 200 more reports are placed one by one, each in a transaction that is on the disk
before the next. Prints milliseconds of placing alone and with the commit, and sizes of blocks and families.
"""

import argparse
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median

import numpy as np
from sqlalchemy import Connection, delete, func, insert, select

from warmonitor.model import Placing
from warmonitor.model.placing import ROW_BITS, ROWS
from warmonitor.store.families import families_of, home_of
from warmonitor.store.kin import pack
from warmonitor.store.nodes import blocks
from warmonitor.store.placed import BANDS, FAMILIES, NODES, PLACINGS
from warmonitor.store.placings import place
from warmonitor.store.store import Store, open_store
from warmonitor.store.tree import parent_of, path_of

FURTHER = 200
BANDS_EACH = 32
TOGETHER = 100_000  # bands written in one statement
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
        rows = self.random.integers(1 << ROW_BITS, size=BANDS_EACH * ROWS).tolist()
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
            known: dict[str, Placing] = {}
            for power in range(3, 9):
                if 10**power <= given.most:
                    _grown(store, maker, 10**power, known)


def _grown(store: Store, maker: Maker, size: int, known: dict[str, Placing]) -> None:
    known.update(maker.placings(size - len(known)))
    store.database.write(partial(write_placings, placings=known))
    further = dict(maker.placings(FURTHER))
    known.update(further)
    alone, whole = zip(*(_timed(store, *one) for one in further.items()), strict=True)
    slow = sorted(whole)[int(0.95 * FURTHER)]
    print(
        f"{size} reports: place {median(alone):.1f} ms, "
        f"with commit {median(whole):.1f} ms (of 20, 19 under {slow:.1f})",
        flush=True,
    )
    with store.database.reading() as connection:
        sizes = sorted(blocks(connection).values())
        largest = connection.execute(select(func.max(FAMILIES.c.reports))).scalar()
    print(f"  {len(sizes)} blocks, median {median(sizes):.0f}, largest {sizes[-1]}; largest family {largest}")


def write_placings(connection: Connection, placings: dict[str, Placing]) -> None:
    """Write the tables as placing one after the other leaves them."""
    for table in (BANDS, FAMILIES, NODES, PLACINGS):
        connection.execute(delete(table))
    counts = Counter[str]()
    homes, rows = [], []
    for family, reports in enumerate(families_of(placings), 1):
        first, leaf = home_of(reports, placings)
        day = placings[first].day
        homes.append({"number": family, "first": first, "day": day, "leaf": leaf, "reports": len(reports)})
        rows += [(family, report, placings[report]) for report in reports]
        counts.update(dict.fromkeys(path_of(leaf), len(reports)))
    connection.execute(insert(FAMILIES), homes)
    told = [
        {"number": number, "report": report, "family": family, "theatre": placing.theatre, "day": placing.day,
         "bands": pack(placing.bands)}
        for number, (family, report, placing) in enumerate(rows, 1)
    ]  # fmt: skip
    connection.execute(insert(PLACINGS), told)
    nodes = [{"name": node, "parent": parent_of(node), "reports": some} for node, some in counts.items()]
    connection.execute(insert(NODES), nodes)
    keys = sorted((band, one[0], number) for number, one in enumerate(rows, 1) for band in one[2].bands)
    for at in range(0, len(keys), TOGETHER):
        some = [dict(zip(BANDS.columns.keys(), key, strict=True)) for key in keys[at : at + TOGETHER]]
        connection.execute(insert(BANDS), some)


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
