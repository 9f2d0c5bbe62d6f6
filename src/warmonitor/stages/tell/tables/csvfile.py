"""CSV as RFC 4180 has it, with cells that no spreadsheet takes for a formula."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

Cell = str | int | float | bool | date | None
# What starts a formula, a command or a hidden one in common spreadsheets; some take the wide forms too.
_FORMULA = tuple("=+-@%|\t\r\n\0＝＋－＠％｜")


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


def cell(value: Cell) -> str | int | float:
    """Return a cell's content; text that a spreadsheet could run gets an apostrophe in front."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return value
    if isinstance(value, date):
        return value.isoformat()
    text = value.replace("\0", "\ufffd")
    risky = value.startswith(_FORMULA) or value.lstrip().startswith(_FORMULA)
    return f"'{text}" if risky else text


def joined(values: Iterable[str]) -> str:
    """Return several values in one cell."""
    return "; ".join(dict.fromkeys(values))
