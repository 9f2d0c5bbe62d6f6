"""Any change from outside to where reports stand, to rows of the account and to what blocks give is found."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from kept_documents import Place, times
from scripted import MOST, STEPS, Script, run

from warmonitor.store.check import check
from warmonitor.store.judged import JUDGED
from warmonitor.store.placed import BANDS, FAMILIES, NODES, PLACINGS
from warmonitor.store.schema import MADE
from warmonitor.store.shelf import LINK, SHELF
from warmonitor.store.slices import SLICE
from warmonitor.store.store import Store
from warmonitor.store.tally import TALLY

TABLES = (MADE, SHELF, LINK, SLICE, PLACINGS, FAMILIES, BANDS, NODES, JUDGED, TALLY)
# What a change cannot be told from: it says nothing of any report.
FREE = {("families", "number")}
Row = dict[str, Any]


@pytest.fixture
def store(place: Place, quick_path: Path, script: Script) -> Iterator[Store]:
    run(place, script, STEPS, quick_path / "acks")
    with place.open() as opened:
        opened.most = MOST
        yield opened


def another(value: Any, chance: random.Random) -> Any:
    """A value with one character or bit changed."""
    if isinstance(value, int):
        return value + chance.choice([1, 2, 7])
    if isinstance(value, bytes):
        at = chance.randrange(len(value))
        return value[:at] + bytes([value[at] ^ 1 << chance.randrange(8)]) + value[at + 1 :]
    if isinstance(value, str) and value:
        at = chance.randrange(len(value))
        return value[:at] + chance.choice([c for c in "0aZ" if c != value[at]]) + value[at + 1 :]
    return None


def rows_of(connection: sa.Connection, table: sa.Table) -> list[Row]:
    found = connection.execute(table.select().order_by(*table.primary_key)).mappings()
    return [dict(row) for row in found]


def edited(rows: list[Row], table: sa.Table, chance: random.Random) -> str:
    """Change a value, or take a row out; return what was done."""
    row = chance.choice(rows)
    if chance.random() < 0.25:
        rows.remove(row)
        return f"{table.name}: a row went"
    names = [name for name, value in row.items() if another(value, chance) is not None]
    name = chance.choice([name for name in names if (table.name, name) not in FREE])
    row[name] = another(row[name], chance)
    return f"{table.name}.{name}"


def put(store: Store, table: sa.Table, rows: list[Row]) -> None:
    def work(connection: sa.Connection) -> None:
        connection.execute(table.delete())
        if rows:
            connection.execute(table.insert(), rows)

    store.database.write(work)


def test_every_edit_of_what_follows_from_the_chain_is_found(store: Store) -> None:
    assert list(check(store)) == []
    chance, missed = random.Random(7), []
    for at in range(times(60 if store.database.server else 150, 1000)):
        table = TABLES[at % len(TABLES)]
        with store.database.reading() as connection:
            before, rows = rows_of(connection, table), rows_of(connection, table)
        done = edited(rows, table, chance)
        try:
            put(store, table, rows)
        except Exception:  # noqa: BLE001  the database itself refuses it
            continue
        if not list(check(store)):
            missed.append(done)
        put(store, table, before)
    assert missed == []
    assert list(check(store)) == []


@pytest.mark.parametrize(
    "change", ["DELETE FROM shelf_words", "UPDATE shelf_words SET words = 'zkevents killed'"]
)
def test_a_change_of_the_index_of_words_is_found(store: Store, change: str) -> None:
    key = "number" if store.database.server else "rowid"
    one = f"{change} WHERE {key} = (SELECT min({key}) FROM shelf_words)"
    store.database.write(lambda connection: connection.exec_driver_sql(one).rowcount)
    assert {issue.code for issue in check(store)} == {"shelf-wrong"}


def test_a_row_that_another_put_on_the_shelf_is_found(store: Store) -> None:
    def work(connection: sa.Connection) -> None:
        row = dict(
            connection.execute(SHELF.select().where(SHELF.c.kind == "events").limit(1)).mappings().one()
        )
        connection.execute(
            SHELF.insert(), {**row, "number": row["number"] + 1, "id": "event-0", "rank": b"\0"}
        )

    store.database.write(work)
    assert ("shelf-wrong", "event-0") in [(issue.code, issue.item) for issue in check(store)]
