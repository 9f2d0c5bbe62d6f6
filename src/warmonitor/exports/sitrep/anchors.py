"""Ids of the sentences and rows of a situation report, to which their notes lead back."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import TypeVar

from warmonitor.exports.sitrep.record import Line, Row, Section

_Told = TypeVar("_Told", Line, Row)


def anchored(sections: Sequence[Section]) -> tuple[tuple[Section, ...], dict[int, str]]:
    """Return sections whose sentences and rows have ids, and by note the id of the first that has it."""
    ids, first = (f"told-{number}" for number in count(1)), dict[int, str]()
    return tuple(_anchored(one, ids, first) for one in sections), first


def _anchored(section: Section, ids: Iterator[str], first: dict[int, str]) -> Section:
    lines = tuple(_named(one, one.notes, ids, first) for one in section.lines)
    table = section.table
    if table:
        rows = ((one, [note for cell in one.cells for note in cell.notes]) for one in table.rows)
        named = tuple(_named(one, notes, ids, first) for one, notes in rows)
        table = table.model_copy(update={"rows": named})
    parts = tuple(_anchored(one, ids, first) for one in section.parts)
    return section.model_copy(update={"lines": lines, "table": table, "parts": parts})


def _named(one: _Told, notes: Iterable[int], ids: Iterator[str], first: dict[int, str]) -> _Told:
    key = next(ids)
    for note in notes:
        first.setdefault(note, key)
    return one.model_copy(update={"id": key})
