"""How fast the shelf is put, paged and searched, and what memory reading all of it takes.

    python -m bench.shelf [--claims N] [--folder DIR] [--store ADDRESS]

N made claims of N / 3 made reports, in words as common and rare as those of a language, over five years,
3,000 places and 500 actors, are put a unit of 1,000 claims at a time. Then one unit is put again with one
record changed, pages of 100 are read by several filters, and words are searched for. Prints medians and 95th
percentiles in milliseconds, and the growth of memory while all claims are read.
"""

import argparse
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import numpy as np

from warmonitor.store.filters import Filters
from warmonitor.store.rank import rank
from warmonitor.store.reader import Reader
from warmonitor.store.shelf import Row, put
from warmonitor.store.store import Store, open_store

UNIT = 1_000  # claims
FIRST = date(2012, 1, 1)
DAYS = 1_826
ASKED = 60


def main() -> None:
    """Fill a shelf and time it."""
    arguments = argparse.ArgumentParser(description="Time the shelf.")
    arguments.add_argument("--claims", type=int, default=300_000)
    arguments.add_argument("--folder", type=Path, help="where the store is made; on the disk to be measured")
    arguments.add_argument("--store", help="address of an empty PostgreSQL, in place of SQLite")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        place = given.store or f"{folder}/store"
        with open_store(place, Path(folder) / "raw", create=True) as store:
            made = Made()
            _put(store, made, given.claims)
            _paged(Reader(store.database), made)
            _searched(Reader(store.database))
            _memory(Reader(store.database))


class Made:
    """Made claims and reports."""

    def __init__(self) -> None:
        self.chance = np.random.default_rng(5)
        self._common = [f"w{number:05}" for number in range(30_000)]
        self._up_to = np.cumsum(1 / np.arange(1, 30_001))

    def words(self, count: int) -> str:
        """Return so many words, few of them common and most rare."""
        found = np.searchsorted(self._up_to, self.chance.random(count) * self._up_to[-1])
        return " ".join(self._common[one] for one in found)

    def unit(self, number: int) -> Iterator[Row]:
        """Yield the claims of a unit of work, three to a report, and their reports."""
        for at in range(number * UNIT, (number + 1) * UNIT):
            day = FIRST + timedelta(days=int(self.chance.integers(DAYS)))
            if at % 3 == 0:
                yield self._report(at // 3, day)
            yield self._claim(at, day)

    def _report(self, number: int, day: date) -> Row:
        record = f"report-{number:08}"
        content = {
            "id": record,
            "title": self.words(8),
            "outlet": f"Outlet {number % 40}",
            "text": self.words(250),
        }
        links = (("report", record), ("outlet", f"Outlet {number % 40}"))
        return Row("reports", record, content, rank((record,)), day, day, links)

    def _claim(self, at: int, day: date) -> Row:
        record, report = f"claim-{int(self.chance.integers(1 << 60)):016x}", f"report-{at // 3:08}"
        place, actor = f"place-{self._skewed(3_000)}", f"actor-{self._skewed(500)}"
        said = self.words(25)
        content = {
            "id": record, "report": report, "kind": "toll",
            "quote": {"start": at, "end": at + 9, "text": said},
            "when": {"earliest": str(day), "latest": str(day)}, "where": [{"place": place, "name": place}],
            "attribution": [{"actor": actor, "name": actor}], "paths": [{"because": self.words(30)}],
        }  # fmt: skip
        links = [("report", report), ("outlet", f"Outlet {at // 3 % 40}"), ("place", place), ("actor", actor)]
        links += [("measure", "killed" if at % 2 else "injured"), ("type", "toll"), ("status", "asserted")]
        return Row("claims", record, content, rank((report, at, record)), day, day, tuple(links))

    def _skewed(self, count: int) -> int:
        return int(count * self.chance.random() ** 4)


def _put(store: Store, made: Made, claims: int) -> None:
    took = []
    for number in range(claims // UNIT):
        rows = list(made.unit(number))
        start = time.perf_counter()
        _unit(store, number, rows)
        took.append(1_000 * (time.perf_counter() - start))
    tenth = max(1, len(took) // 10)
    print(f"{claims} claims and {claims // 3} reports, in units of {UNIT} claims:")
    print(
        f"  put: first tenth {median(took[:tenth]):.0f} ms a unit, last tenth {median(took[-tenth:]):.0f} ms"
    )
    again = []
    for killed in range(9):
        first = rows[0]
        rows[0] = Row(first.kind, first.id, {**first.content, "title": f"w{killed}"}, first.rank, first.first,
                      first.last, first.links)  # fmt: skip
        start = time.perf_counter()
        _unit(store, claims // UNIT - 1, rows)
        again.append(1_000 * (time.perf_counter() - start))
    print(f"  put again with one record changed: {median(again):.0f} ms")


def _unit(store: Store, number: int, rows: list[Row]) -> None:
    store.database.write(lambda connection: put(connection, f"unit-{number}", rows))


def _paged(reader: Reader, made: Made) -> None:
    day = [FIRST + timedelta(days=int(made.chance.integers(DAYS - 40))) for _ in range(ASKED)]
    asked: dict[str, Callable[[int], Filters]] = {
        "no filter": lambda _: Filters(),
        "a place": lambda n: Filters(place=f"place-{n * 7}"),
        "the commonest place": lambda _: Filters(place="place-0"),
        "a place and an actor": lambda n: Filters(place=f"place-{n % 5}", actor=f"actor-{n % 7}"),
        "a measure and an outlet": lambda n: Filters(measure="killed", outlet=f"Outlet {n % 40}"),
        "a day": lambda n: Filters(since=day[n], until=day[n]),
        "a month and a place": lambda n: Filters(
            since=day[n], until=day[n] + timedelta(days=30), place=f"place-{n % 9}"
        ),
        "since a day": lambda n: Filters(since=day[n]),
        "a report": lambda n: Filters(report=f"report-{n * 50:08}"),
    }
    for what, filters in asked.items():
        _timed(f"page of claims, {what}", lambda n, f=filters: _page(reader, f(n), n))  # type: ignore[misc]


def _page(reader: Reader, filters: Filters, number: int) -> int:
    start = rank((f"report-{number * 1_500:08}",)).hex() if number % 2 and filters == Filters() else None
    return len(reader.page("claims", filters, start).records)


def _searched(reader: Reader) -> None:
    asked: dict[str, Callable[[int], dict[str, Any]]] = {
        "two common words": lambda n: {"words": f"w{n % 20:05} w{(n + 3) % 30:05}"},
        "a rare word": lambda n: {"words": f"w{15_000 + n:05}"},
        "a common and a rare word": lambda n: {"words": f"w{n % 20:05} w{9_000 + n:05}"},
        "a phrase of two common words": lambda n: {"words": f'"w{n % 20:05} w{(n + 3) % 30:05}"'},
        "a common word without another": lambda n: {"words": f"w{n % 20:05} -w{(n + 1) % 20:05}"},
        "a beginning of ten words": lambda n: {"words": f"w0{100 + n:03}*"},
        "a beginning of a thousand words": lambda n: {"words": f"w{10 + n % 20:02}*"},
        "a common word at a place": lambda n: {
            "words": f"w{n % 20:05}", "filters": Filters(place=f"place-{n * 9}"), "kind": "claims"
        },
    }  # fmt: skip
    for what, words in asked.items():
        _timed(f"search, {what}", lambda n, w=words: len(reader.search(**w(n)).hits))  # type: ignore[misc]


def _timed(what: str, work: Callable[[int], int]) -> None:
    took, found = [], 0
    for number in range(ASKED):
        start = time.perf_counter()
        found += work(number)
        took.append(1_000 * (time.perf_counter() - start))
    late = quantiles(took, n=20)[-1]
    print(
        f"  {what}: median {median(took):.1f} ms, p95 {late:.1f} ms ({found / ASKED:.0f} found)", flush=True
    )


def _memory(reader: Reader) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024
    start = time.perf_counter()
    count = sum(1 for _ in reader.each("claims"))
    took = time.perf_counter() - start
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024 - before
    print(f"  all {count} claims read in {took:.1f} s, memory grew by {grown:.0f} MB")


if __name__ == "__main__":
    main()
