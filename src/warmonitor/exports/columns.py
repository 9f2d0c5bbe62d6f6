"""Columns of the tables, read from tables.yml: where in a record each value stands, its type, its hashtag."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from warmonitor.exports.book import Book
from warmonitor.exports.places import province
from warmonitor.exports.source import Row

Value = str | int | float | bool | date | list[str] | None
_LOOK_UPS: dict[str, Callable[[Book, Any], Row | None]] = {
    "place": Book.place,
    "report": Book.report,
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `at` is a path of names in a record; "[]" goes through a list, "@place" looks a place up."""

    name: str
    at: tuple[str, ...]
    type: str = "string"
    hxl: str | None = None

    def value(self, row: Row, book: Book) -> Value:
        """Return the value of a record, in the column's type."""
        found = [one for one in _values(row, self.at, book) if one is not None]
        if self.type == "strings":
            return [str(one) for one in found]
        if not found:
            return None
        return _TYPES[self.type](found[0])


_TYPES: dict[str, Callable[[Any], Value]] = {
    "string": str,
    "int": int,
    "float": float,
    "bool": bool,
    "date": date.fromisoformat,
    "count": len,
}


def _values(value: Any, path: tuple[str, ...], book: Book) -> Iterator[Any]:
    """Yield what stands at the end of a path, nothing where it breaks off."""
    if not path:
        yield value
        return
    step, rest = path[0], path[1:]
    if step.startswith("["):
        for one in value or ():
            if step == "[]" or one["measure"] == step[1:-1]:
                yield from _values(one, rest, book)
    elif step == "!admin1":
        yield _admin1(value, book)
    elif step.startswith("@") and isinstance(value, dict):
        yield from _values(_LOOK_UPS[step[1:]](book, value.get(step[1:])), rest, book)
    elif isinstance(value, dict) and value.get(step) is not None:
        yield from _values(value[step], rest, book)


def _admin1(row: Row, book: Book) -> str | None:
    place = row if "precision" in row else book.place(row.get("place"))
    return province(place, book) if place else None


@lru_cache(maxsize=1)
def tables() -> dict[str, tuple[Column, ...]]:
    """Return the columns of each list by its name."""
    text = files("warmonitor.exports").joinpath("data", "tables.yml").read_text(encoding="utf-8")
    return {
        kind: tuple(_column(name, given) for name, given in columns.items())
        for kind, columns in yaml.safe_load(text).items()
    }


def _column(name: str, given: str) -> Column:
    """Read "path type #tag"; type and tag may be left out."""
    at, *rest = given.split()
    tags = [word for word in rest if word.startswith("#")]
    types = [word for word in rest if not word.startswith("#")]
    path = tuple(at.replace("[", ".[").split("."))
    return Column(name, path, types[0] if types else "string", tags[0] if tags else None)
