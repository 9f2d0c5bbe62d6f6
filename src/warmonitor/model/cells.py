"""Cells of a table that no spreadsheet takes for a formula."""

from collections.abc import Iterable
from datetime import date

Cell = str | int | float | bool | date | None
# What starts a formula, a command or a hidden one in common spreadsheets; some take the wide forms too.
_FORMULA = tuple("=+-@%|\t\r\n\0＝＋－＠％｜")


def cell(value: Cell) -> str | int | float:
    """Return a cell's content; text that a spreadsheet could run gets an apostrophe in front."""
    if isinstance(value, str):
        return _text(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else value


def _text(value: str) -> str:
    text = value.replace("\0", "\ufffd")
    if value[:1].isalnum():
        return text
    risky = value.startswith(_FORMULA) or value.lstrip().startswith(_FORMULA)
    return f"'{text}" if risky else text


def joined(values: Iterable[str]) -> str:
    """Return several values in one cell."""
    return "; ".join(dict.fromkeys(values))
