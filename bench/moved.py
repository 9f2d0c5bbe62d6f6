"""A store in SQLite copied into an empty PostgreSQL, table by table, row by row."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql
from sqlalchemy import Boolean, Column, Table

from warmonitor.store.database import server_database
from warmonitor.store.migrate import bring_up
from warmonitor.store.schema import GIVEN, METADATA

_WORDS = "SELECT rowid, words FROM shelf_words"
_LEARN = (
    "INSERT INTO shelf_words SELECT number, words, array_to_tsvector(string_to_array(words, ' ')) FROM moved"
)


def move(file: Path, address: str) -> None:
    """Make the tables in a database and put all that a store has into them; one that has some is left."""
    with closing(server_database(address)) as database:
        bring_up(database, create=True)
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as source, psycopg.connect(address) as to:
        if to.execute("SELECT 1 FROM shelf LIMIT 1").fetchone():
            return
        for table in METADATA.sorted_tables:
            _table(source, to, table)
        to.execute("CREATE TEMP TABLE moved (number bigint, words text)")
        _copy(to, "moved", ["number", "words"], source.execute(_WORDS))
        to.execute(_LEARN)
    with psycopg.connect(address, autocommit=True) as to:
        to.execute("VACUUM ANALYZE")


def _table(source: sqlite3.Connection, to: psycopg.Connection, table: Table) -> None:
    names = [column.name for column in table.columns]
    named = ", ".join(f'"{name}"' for name in names)
    rows = source.execute(f'SELECT {named} FROM "{table.name}"')  # noqa: S608 - names of our own
    if table is not GIVEN:  # others may have rows that come with the tables
        to.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table.name)))
    _copy(to, table.name, names, _typed(rows, list(table.columns)))


def _typed(rows: Iterable[Any], columns: list[Column[Any]]) -> Iterator[Any]:
    """Yield rows with truths as such, which SQLite keeps as numbers."""
    truths = {at for at, column in enumerate(columns) if isinstance(column.type, Boolean)}
    for row in rows:
        yield [bool(one) if at in truths else one for at, one in enumerate(row)] if truths else row


def _copy(to: psycopg.Connection, table: str, names: list[str], rows: Iterable[Any]) -> None:
    columns = sql.SQL(", ").join(map(sql.Identifier, names))
    told = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), columns)
    with to.cursor() as cursor, cursor.copy(told) as copy:
        for row in rows:
            copy.write_row(row)
