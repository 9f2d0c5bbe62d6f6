"""What is wrong with the account in a store: its rows, by what they are found, and what blocks give."""

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select, text

from warmonitor.model import Issue, make_id
from warmonitor.store import named
from warmonitor.store.happenings import sound
from warmonitor.store.made import BLOCK
from warmonitor.store.mapped import between, mapped
from warmonitor.store.nodes import blocks, stale
from warmonitor.store.placings import members
from warmonitor.store.schema import MADE
from warmonitor.store.shelf import LINK, SHELF, TOGETHER, as_put, weight_of
from warmonitor.store.shelf import NAME as ROWS
from warmonitor.store.slices import NAME as SLICES
from warmonitor.store.slices import SLICE
from warmonitor.store.slices import weight_of as slice_weight
from warmonitor.store.tally import tallied, total

Links = dict[int, list[Any]]
_WORDS = {
    "sqlite": "SELECT rowid AS number, words, 1 AS sound "
    "FROM shelf_words WHERE rowid BETWEEN :first AND :last",
    "postgresql": "SELECT number, words, found = array_to_tsvector(string_to_array(words, ' ')) AS sound "
    "FROM shelf_words WHERE number BETWEEN :first AND :last",
}
_KEY = {"sqlite": "rowid", "postgresql": "number"}


def check_account(connection: Connection, most: int) -> Iterator[Issue]:
    """Yield an issue for each row that is not as it was put, and for what came or went from outside."""
    weights: list[tuple[int, int]] = []
    yield from _rows(connection, weights)
    rows = sum(count for count, _ in weights), total(one for _, one in weights)[1]
    if rows != tallied(connection, ROWS):
        yield _wrong("shelf-wrong", ROWS, "Rows of the account were put in or taken out from outside.")
    yield from _left_over(connection)
    if not sound(connection):
        yield _wrong(
            "shelf-wrong", "shelf_daily", "How many events there are by day was changed from outside."
        )
    if not named.sound(connection):
        yield _wrong("shelf-wrong", "shelf_named", "How many records name what was changed from outside.")
    yield from _slices(connection)
    yield from _blocks(connection, most)


def _rows(connection: Connection, weights: list[tuple[int, int]]) -> Iterator[Issue]:
    """Yield rows that are not as they were put; `weights` gets the count and sum of each part."""
    last, asked = None, select(SHELF).order_by(SHELF.c.number).limit(TOGETHER)
    while rows := connection.execute(asked if last is None else asked.where(SHELF.c.number > last)).all():
        first, last = rows[0].number, rows[-1].number
        links, words = _links(connection, first, last), _words(connection, first, last)
        shown = between(connection, first, last)
        weights.append(total(weight_of(row.number, row.kind, row.id, row.unit, row.version) for row in rows))
        for row in rows:
            sound = as_put(row, links.get(row.number, []), words.get(row.number))
            if not (sound and _as_mapped(row) == shown.get(row.number)):
                said = f"What is on the shelf in {row.kind} was changed from outside."
                yield _wrong("shelf-wrong", row.id, said)


def _as_mapped(row: Any) -> Any:
    return mapped(row.number, row.kind, row.id, json.loads(row.content))


def _links(connection: Connection, first: int, last: int) -> Links:
    found: Links = {}
    for link in connection.execute(select(LINK).where(LINK.c.number.between(first, last))):
        found.setdefault(link.number, []).append(link)
    return found


def _words(connection: Connection, first: int, last: int) -> dict[int, str]:
    rows = connection.execute(text(_WORDS[connection.dialect.name]), {"first": first, "last": last})
    return {row.number: row.words for row in rows if row.sound}


def _left_over(connection: Connection) -> Iterator[Issue]:
    """Yield what rows are found by, of which there is no row."""
    key = _KEY[connection.dialect.name]
    for table, number in (
        ("shelf_link", "number"),
        ("shelf_words", key),
        ("shelf_map", "number"),
        ("shelf_spot", "number"),
    ):
        row = f"SELECT 1 FROM shelf WHERE shelf.number = {table}.{number}"  # noqa: S608
        asked = f"SELECT 1 FROM {table} WHERE NOT EXISTS ({row}) LIMIT 1"  # noqa: S608
        if connection.execute(text(asked)).first():
            yield _wrong("shelf-wrong", table, "By what rows are found was changed from outside.")


def _slices(connection: Connection) -> Iterator[Issue]:
    rows = connection.execute(select(SLICE))
    if total(slice_weight(*row) for row in rows) != tallied(connection, SLICES):
        yield _wrong("slice-wrong", SLICES, "What blocks give to others was changed from outside.")


def _blocks(connection: Connection, most: int) -> Iterator[Issue]:
    """Yield blocks that are not stale, and whose account is not one of their reports."""
    marked, now = set(stale(connection)), blocks(connection, most)
    asked = select(MADE.c.unit, MADE.c.input).where(MADE.c.stage == BLOCK)
    made = {row.unit: row.input for row in connection.execute(asked)}
    for block in sorted((made.keys() | now.keys()) - marked):
        reports = _members(connection, block) if block in now else ()
        if made.get(block) != make_id("input", block, *reports):
            yield _wrong("block-wrong", block, "The account of the block is not one of the reports in it.")
    given = set(connection.execute(select(SLICE.c.block).distinct()).scalars())
    for block in sorted(given - made.keys()):
        yield _wrong("slice-wrong", block, "What the block gives is there, and its account is not.")


def _members(connection: Connection, block: str) -> tuple[str, ...]:
    try:
        return members(connection, block)
    except (ValueError, IndexError):
        return ()  # no name of a block: its count is told to be wrong


def _wrong(code: str, item: str, said: str) -> Issue:
    return Issue(code, item, said, fatal=True)
