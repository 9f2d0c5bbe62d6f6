"""What is wrong with a store: its chain, its raw bytes, what was made, and the database itself."""

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, select, text

from warmonitor.model import Issue, StoreError
from warmonitor.store.chain import Head, broken
from warmonitor.store.check_account import check_account
from warmonitor.store.check_placings import check_placings
from warmonitor.store.judged import check_judged
from warmonitor.store.made import CLEAN, EXTRACT
from warmonitor.store.schema import GIVEN, MADE
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
        yield from check_judged(connection, JUDGEMENT)
        yield from check_placings(connection)
        yield from check_account(connection, store.most)


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
    for row in connection.execute(select(MADE)).mappings():
        if made_of(row).digest != row["digest"]:
            yield _wrong(
                "made-changed", str(row["unit"]), f"What {row['stage']} made was changed from outside."
            )
    units = {unit for asked in _not_whole() for unit in connection.execute(asked).scalars()}
    for unit in sorted(map(str, units)):
        yield _wrong("made-missing", unit, "The report and its claims are not there as a whole.")


def _not_whole() -> Iterator[Select[Any]]:
    """Yield what asks for reports of which something is missing, and for what was made of none."""
    made, given = MADE.alias(), GIVEN.alias()
    seen = select(GIVEN.c.unit).where(GIVEN.c.kind == SIGHTING)
    for stage in (CLEAN, EXTRACT):
        mine = select(made.c.unit).where(made.c.stage == stage, made.c.unit == GIVEN.c.unit)
        yield seen.where(~mine.exists())
        sighting = select(given.c.unit).where(given.c.kind == SIGHTING, given.c.unit == MADE.c.unit)
        yield select(MADE.c.unit).where(MADE.c.stage == stage, ~sighting.exists())


def _wrong(code: str, item: str, said: str) -> Issue:
    return Issue(code, item, said, fatal=True)
