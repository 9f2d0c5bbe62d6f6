"""What is wrong with a store: its chain, its raw bytes, what was made, and the database itself."""

import json
from collections import Counter
from collections.abc import Iterator

from sqlalchemy import Connection, select, text

from warmonitor.model import Issue, StoreError
from warmonitor.store.chain import Head, broken
from warmonitor.store.codec import encode
from warmonitor.store.judged import check_judged
from warmonitor.store.made import CLEAN, EXTRACT, PLACING
from warmonitor.store.nodes import miscounted
from warmonitor.store.placings import placed
from warmonitor.store.schema import GIVEN, MADE
from warmonitor.store.shelf import altered
from warmonitor.store.store import JUDGEMENT, SIGHTING, Store, head_of, made_of


def check(store: Store, saved: Head | None = None) -> Iterator[Issue]:
    """Yield all that is wrong; `saved` is a head that was kept elsewhere.

    Raises:
        StoreError: when the database cannot be read at all.
    """
    with store.database.reading() as connection:
        yield from _database(connection, store.database.server)
        rows = (dict(row) for row in connection.execute(select(GIVEN).order_by(GIVEN.c.seq)).mappings())
        for item, said in broken(rows, head_of(connection), saved):
            yield _wrong("chain-broken", item, said)
        yield from _raw(store, connection)
        yield from _made(connection)
        for kind, record in altered(connection):
            yield _wrong("shelf-changed", record, f"What is on the shelf in {kind} was changed from outside.")
        yield from check_judged(connection, JUDGEMENT)
        yield from _placed(connection)


def _database(connection: Connection, server: bool) -> Iterator[Issue]:
    if not server:
        for (said,) in connection.execute(text("PRAGMA integrity_check")):
            if said != "ok":
                yield _wrong("database-damaged", "store.db", f"{said}.")


def _raw(store: Store, connection: Connection) -> Iterator[Issue]:
    """Yield bytes that are gone or changed, whether a sighting tells of them or none does."""
    seen: set[str] = set()
    for row in connection.execute(select(GIVEN.c.content).where(GIVEN.c.kind == SIGHTING)):
        try:
            told = json.loads(row.content)
            seen.add(told["sha256"])
        except (ValueError, KeyError, TypeError):
            continue  # the chain tells
    for sha256 in sorted(seen | set(store.raw.all())):
        try:
            store.raw.get(sha256)
        except StoreError as error:
            yield _wrong("raw-damaged", sha256, str(error))


def _made(connection: Connection) -> Iterator[Issue]:
    done: Counter[str] = Counter()
    for row in connection.execute(select(MADE)).mappings():
        if made_of(row).digest != row["digest"]:
            yield _wrong(
                "made-changed", str(row["unit"]), f"What {row['stage']} made was changed from outside."
            )
        if row["stage"] in {CLEAN, EXTRACT}:
            done[str(row["unit"])] += 1
    sightings = select(GIVEN.c.unit).where(GIVEN.c.kind == SIGHTING)
    units = {str(unit) for (unit,) in connection.execute(sightings)}
    for unit in sorted(units | set(done)):
        if done[unit] != 2 or unit not in units:
            yield _wrong("made-missing", unit, "The report and its claims are not there as a whole.")


def _placed(connection: Connection) -> Iterator[Issue]:
    """Yield reports that do not stand where their placing says, and nodes that count them otherwise."""
    where = {report: encode(placing) for report, placing in placed(connection).items()}
    told = select(MADE.c.unit, MADE.c.content).where(MADE.c.stage == PLACING)
    kept = {unit: said for unit, said in connection.execute(told) if said != encode(None)}
    for unit in sorted({*where, *kept}):
        if where.get(unit) != kept.get(unit):
            yield _wrong("placing-wrong", unit, "The report does not stand where its placing says.")
    for node in miscounted(connection):
        yield _wrong("placing-wrong", node, "The block counts other reports than stand in it.")


def _wrong(code: str, item: str, said: str) -> Issue:
    return Issue(code, item, said, fatal=True)
