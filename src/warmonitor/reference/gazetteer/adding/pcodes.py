"""P-code tables and like lists: CSV with a header row, and a row of HXL tags where there is one."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from warmonitor.model import SourceError
from warmonitor.reference.gazetteer.adding.columns import Columns, columns_of, row_of
from warmonitor.reference.gazetteer.adding.coordinates import point
from warmonitor.reference.gazetteer.adding.rows import PlaceRow, RowRefused, Tally

_DELIMITERS = ",;\t|"


def table_columns(header: bytes, second: bytes) -> tuple[Columns, str]:
    """Return the columns of a table and its delimiter; the tags tell what headers leave open."""
    first = header.decode(errors="replace")
    delimiter = max(_DELIMITERS, key=first.count)
    columns = columns_of(_cells(first, delimiter) or ())
    tags = second.decode(errors="replace")
    if is_tags(tags, delimiter):
        columns = Columns(columns_of(_cells(tags, delimiter) or ()).by_key | columns.by_key)
    return columns, delimiter


def is_tags(line: str, delimiter: str) -> bool:
    """Say whether a line is a row of HXL tags: every cell that holds anything begins with a #."""
    cells = [one.strip() for one in line.split(delimiter) if one.strip().strip('"')]
    return bool(cells) and all(re.match(r'"?#\w', one) for one in cells)


def pcode_rows(lines: Iterable[tuple[int, bytes]], tally: Tally) -> Iterator[PlaceRow]:
    """Yield the places of a table; each line is a row, so that one broken quotation costs no other.

    Raises:
        SourceError: when the headers name no place, or no coordinates.
    """
    numbered = iter(lines)
    head = list(islice(numbered, 2))
    columns, delimiter = table_columns(head[0][1], head[1][1] if len(head) > 1 else b"")
    if not columns.located():
        msg = "the table has no columns of names and coordinates; its headers are in its first line"
        raise SourceError(msg)
    width = len(_cells(head[0][1].decode(errors="replace"), delimiter) or ())
    for number, line in chain(head[1:], numbered):
        try:
            row = _row(number, line, columns, delimiter, width)
        except RowRefused as refused:
            tally.refuse(refused.code, number)
        else:
            if row is not None:
                yield row


def _row(number: int, line: bytes, columns: Columns, delimiter: str, width: int) -> PlaceRow | None:
    try:
        text = line.decode()
    except UnicodeDecodeError:
        raise RowRefused("row-encoding") from None
    if is_tags(text, delimiter):
        return None
    cells = _cells(text, delimiter)
    if cells is None:
        raise RowRefused("row-quotes")
    if len(cells) != width:
        raise RowRefused("row-columns")
    values: dict[int | str, str] = dict(enumerate(cells))
    spot = point(columns.first("latitude", values), columns.first("longitude", values))
    return row_of(number, columns, values, spot)


def _cells(line: str, delimiter: str) -> Sequence[str] | None:
    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True), [])
    except csv.Error:
        return None
