"""The lists of an account as Parquet files with real types: days, lists of text, whole numbers.

Needs pyarrow (`warmonitor[parquet]`). Rows are written in groups, so that memory stays flat.
"""

import json
from collections.abc import Iterator, Sequence
from importlib import import_module
from itertools import islice
from typing import Any

from warmonitor.exports.book import Book
from warmonitor.exports.columns import Column, Value, tables
from warmonitor.exports.output import File, credit_lines
from warmonitor.exports.source import ExportError, Made

PARQUET = "application/vnd.apache.parquet"
GROUP = 5_000
LARGEST = 1 << 63


def files(book: Book) -> list[File]:
    """Return a file for each list.

    Raises:
        ExportError: when pyarrow is not installed.
    """
    try:
        arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError as missing:
        msg = "Parquet needs a library that is not installed: install warmonitor[parquet]."
        raise ExportError(msg) from missing
    return [
        File(f"{kind}.parquet", PARQUET, _chunks(kind, columns, book, arrow, parquet))
        for kind, columns in tables().items()
    ]


class _Sink:
    """A file that only takes bytes and gives them away again."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._length = 0
        self.closed = False

    def write(self, data: Any) -> int:
        part = bytes(data)
        self._parts.append(part)
        self._length += len(part)
        return len(part)

    def tell(self) -> int:
        return self._length

    def flush(self) -> None:
        pass

    def close(self) -> None:
        self.closed = True

    def writable(self) -> bool:
        return True

    def readable(self) -> bool:
        return False

    def seekable(self) -> bool:
        return False

    def taken(self) -> bytes:
        data = b"".join(self._parts)
        self._parts.clear()
        return data


def _chunks(kind: str, columns: Sequence[Column], book: Book, arrow: Any, parquet: Any) -> Iterator[bytes]:
    schema = arrow.schema(
        [(column.name, _type(column.type, arrow)) for column in columns], metadata=_metadata(book.made)
    )
    sink, rows = _Sink(), book.each(kind)
    with parquet.ParquetWriter(arrow.PythonFile(sink, mode="w"), schema, compression="zstd") as writer:
        while group := list(islice(rows, GROUP)):
            values = {column.name: [_fitting(column.value(row, book)) for row in group] for column in columns}
            writer.write_table(arrow.Table.from_pydict(values, schema=schema))
            yield sink.taken()
    yield sink.taken()


def _fitting(value: Value) -> Value:
    """Return a value that Parquet can hold: whole numbers of 64 bits, text without halves of characters."""
    if isinstance(value, list):
        return [_text(one) for one in value]
    if isinstance(value, str):
        return _text(value)
    return None if isinstance(value, int) and not -LARGEST <= value < LARGEST else value


def _text(value: str) -> str:
    return value if value.isascii() else value.encode("utf-8", "replace").decode()


def _type(name: str, arrow: Any) -> Any:
    types = {
        "string": arrow.string(),
        "strings": arrow.list_(arrow.string()),
        "int": arrow.int64(),
        "count": arrow.int64(),
        "float": arrow.float64(),
        "bool": arrow.bool_(),
        "date": arrow.date32(),
    }
    return types[name]


def _metadata(made: Made) -> dict[str, str]:
    credits_ = json.dumps(list(credit_lines(made)), ensure_ascii=False)
    return {
        "warmonitor.version": made.version,
        "warmonitor.options": made.options,
        "warmonitor.credits": credits_,
    }
