"""Events, figures, places and control as CSV with a row of hashtags: HXL 1.1 (hxlstandard.org).

Hashtags are those of its dictionary; attributes that it does not list (such as +median) are ours, which it
allows.
"""

from collections.abc import Iterator, Sequence

from warmonitor.exports.book import Book
from warmonitor.exports.columns import Column, Value, tables
from warmonitor.exports.output import File, csv_file
from warmonitor.model.cells import Cell, joined

KINDS = ("events", "figures", "places", "control")


def files(book: Book) -> list[File]:
    """Return a table for each list."""
    return [_file(kind, [column for column in tables()[kind] if column.hxl], book) for kind in KINDS]


def _file(kind: str, columns: Sequence[Column], book: Book) -> File:
    names, tags = [column.name for column in columns], [column.hxl or "" for column in columns]
    return csv_file(f"{kind}.hxl.csv", names, _rows(kind, columns, book), tags)


def _rows(kind: str, columns: Sequence[Column], book: Book) -> Iterator[Sequence[Cell]]:
    for row in book.each(kind):
        yield [_cell(column.value(row, book)) for column in columns]


def _cell(value: Value) -> Cell:
    return joined(value) if isinstance(value, list) else value
