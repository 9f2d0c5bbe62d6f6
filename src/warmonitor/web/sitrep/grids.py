"""Figures as a table: who is counted, the range, who gives which number, the origins, days and place."""

from warmonitor.exports.sitrep.record import Grid, Line, Piece, Row
from warmonitor.store.reader import Record
from warmonitor.web.pages.wording import links
from warmonitor.web.pages.wording import words as said
from warmonitor.web.sitrep.notebook import Notebook
from warmonitor.web.sitrep.pieces import days, denied, line, listed, name, number, place, words
from warmonitor.web.sitrep.tolls import each, groups_of, rule_of

COLUMNS = ("Counted", "Number", "Who says so", "Independent origins", "Days", "Place")


def figures(records: tuple[Record, ...], book: Notebook) -> Grid | None:
    """Return figures as a table, None where there is none with a note."""
    rows = tuple(row for one in records if (row := _row(one, book)))
    return Grid(columns=COLUMNS, rows=rows) if rows else None


def _row(record: Record, book: Notebook) -> Row | None:
    groups = list(groups_of(record, book).items())
    told = line(book, list(each(groups, book)), denied(record["claims"], book), words("."))
    if told is None:
        return None
    counted = name(said.counted(record), "figures", record["id"])
    where: list[Piece] = place(record["place"], "") if record["place"] else [words("not known")]
    cells = ([counted], _range(record), told.pieces, _origins(record, book), [days(record["when"])], where)
    return Row(cells=tuple(Line(pieces=tuple(cell)) for cell in cells))


def _range(record: Record) -> list[Piece]:
    head = number(said.figure_range(record), (), links.page_of("figures", record["id"]))
    return [head, *rule_of(record)]


def _origins(record: Record, book: Notebook) -> list[Piece]:
    found = [book.origin(one) for one in record["origins"]]
    return [listed(found)] if found else [words("not known")]
