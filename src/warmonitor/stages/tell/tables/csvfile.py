"""CSV as RFC 4180 has it, with cells that no spreadsheet takes for a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

from warmonitor.model.cells import Cell, cell


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[Cell]], hxl: Sequence[str] = ()) -> bytes:
    """Return a table as UTF-8; `hxl` is the row of hashtags below the header, left out where empty.

    Numbers stay numbers, dates are ISO 8601, and what is not known is an empty cell.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    if hxl:
        writer.writerow(hxl)
    writer.writerows([cell(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8", "replace")
