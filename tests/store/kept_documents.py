"""Made documents, and readers of them that cost nothing: what is kept is what matters here."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import select

from warmonitor.model import Issue, Placing, RawReport, Report
from warmonitor.run.partition import partition
from warmonitor.run.versions import NO_OPTIONS
from warmonitor.store.check import check
from warmonitor.store.codec import decode, encode
from warmonitor.store.dump import dump
from warmonitor.store.made import CLEAN, EXTRACT, PLACING, Made
from warmonitor.store.nodes import blocks, stale
from warmonitor.store.placings import members, placed
from warmonitor.store.schema import GIVEN, MADE
from warmonitor.store.store import SIGHTING, Custody, Store, open_store, sighting_id

SOAK = bool(os.environ.get("WARMONITOR_SOAK"))  # as many as are promised, not as a test run has time for
NOW = Custody("2031-03-04T05:06:07+00:00", "test 1")
TEXT = "Shelling of the Orlen ferry landing killed {} people on Tuesday, the harbour master said. "


@dataclass(frozen=True)
class Place:
    """Where a store is."""

    store: str
    raw: Path | None

    def open(self, create: bool = True) -> Store:
        return open_store(self.store, self.raw, create)

    def dump(self) -> list[str]:
        with self.open(create=False) as store:
            return list(dump(store))

    @property
    def options(self) -> list[str]:
        return ["--store", self.store, *(["--raw", str(self.raw)] if self.raw else [])]


def raw_report(number: int, folder: str = "in", words: int = 40) -> RawReport:
    content = f"{number}: {TEXT.format(number) * (words // 13)}".encode()
    source = f"{folder}/{number:05}.txt"
    return RawReport(
        source, "text/plain", content, hashlib.sha256(content).hexdigest(), (("outlet", "Lamp"),)
    )


def made_of(raw: RawReport) -> list[Made]:
    report = Report(raw.report_id, raw.source, raw.sha256, raw.content.decode(), outlet="Lamp")
    issues = (Issue("encoding-unsure", raw.source, "Some bytes fit no encoding."),)
    cleaned = Made(CLEAN, report.id, sighting_id(raw), "clean-1", NO_OPTIONS, encode((report, issues)))
    extracted = Made(EXTRACT, report.id, "input-1", "extract-1", NO_OPTIONS, encode(((), ())))
    placed = Made(PLACING, report.id, cleaned.digest, "placing-1", NO_OPTIONS, encode(placing_of(raw)))
    return [cleaned, extracted, placed]


def placing_of(raw: RawReport) -> Placing:
    """Made up from the bytes: a few are near copies of each other, a quarter has no day."""
    number = int(raw.sha256[:4], 16)
    day = date(2031, 1, 1) + timedelta(days=number % 900) if number % 4 else None
    return Placing("QA" if number % 2 else "", day, (number % 5 << 57 | number % 97,))


class Plain:
    """Reads documents without a parser."""

    def read(self, raws: Iterable[RawReport]) -> Iterator[tuple[RawReport, Sequence[Made]]]:
        for raw in raws:
            yield raw, made_of(raw)


def times(run: int, soak: int) -> int:
    return soak if SOAK else run


def sound(place: Place, acked: Iterable[int]) -> set[int]:
    """Hold a store against what was acknowledged, and return the numbers of all documents in it."""
    with place.open() as store:
        assert list(check(store)) == []
        with store.database.reading() as connection:
            there = placed(connection)
            held = {block: members(connection, block) for block in blocks(connection)}
            assert {*held} <= {*stale(connection)}
            # All in one look: a server may still end what a child that was killed had asked it to.
            made = connection.execute(select(MADE.c.stage, MADE.c.unit, MADE.c.content)).all()
            given = select(GIVEN.c.content).where(GIVEN.c.kind == SIGHTING)
            raws = [decode(line) for line in connection.execute(given).scalars()]
        assert held == partition(there)
        assert there == {row.unit: decode(row.content) for row in made if row.stage == PLACING}
        sources = [raw.source for raw in raws]
        assert {row.unit for row in made if row.stage == CLEAN} == {raw.report_id for raw in raws}
    numbers = {int(Path(source).stem) for source in sources}
    assert len(numbers) == len(sources)
    assert set(acked) <= numbers
    return numbers


def filled(place: Place, count: int) -> None:
    with place.open() as store:
        for number in range(count):
            store.keep(raw_report(number), made_of(raw_report(number)), NOW)
