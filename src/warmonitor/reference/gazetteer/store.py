"""The compiled gazetteer file, opened read-only."""

import sqlite3
import zlib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path

from warmonitor.model.errors import SourceError
from warmonitor.reference.gazetteer.entry import Country, GazetteerEntry, PlaceKind

_COLUMNS = "ref, name, lat, lon, country, kind, ascii, admin1, population, radius, bare, capital"


class GazetteerStore:
    """Rows of the file by key.

    Raises:
        SourceError: when the file is missing or is no gazetteer.
    """

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            msg = f"the gazetteer {path} is not there; installing the package makes it"
            raise SourceError(msg)
        self._db = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        try:
            self._db.execute("SELECT 1 FROM place LIMIT 1").fetchone()
        except sqlite3.DatabaseError as error:
            msg = f"the file {path} is no gazetteer: {error}"
            raise SourceError(msg) from error

    def named(self, key: str) -> list[tuple[int, tuple[str, ...]]]:
        """Return the places with a key and the plain forms that each is written in."""
        rows = self._db.execute("SELECT place, plain FROM name WHERE key = ? ORDER BY place", (key,))
        return [(place, tuple(form or key for form in plain.split("|"))) for place, plain in rows]

    @lru_cache(maxsize=32768)  # noqa: B019
    def place(self, number: int) -> GazetteerEntry:
        """Return one place."""
        row = self._db.execute(f"SELECT {_COLUMNS} FROM place WHERE id = ?", (number,)).fetchone()  # noqa: S608
        return _entry(row)

    def pool(self, country: str) -> list[tuple[str, int]]:
        """Return every Latin key of a country with its place, sorted."""
        row = self._db.execute("SELECT names FROM pool WHERE country = ?", (country,)).fetchone()
        if row is None:
            return []
        lines = zlib.decompress(row[0]).decode().splitlines()
        return [(key, int(place)) for key, _, place in (line.partition("\t") for line in lines)]

    def countries(self) -> Iterator[Country]:
        """Yield the countries."""
        columns = "iso, iso3, names, people, capitals, neighbours"
        for iso, iso3, *lists in self._db.execute(f"SELECT {columns} FROM country ORDER BY iso"):  # noqa: S608
            names, people, capitals, neighbours = (tuple(x.split("|")) if x else () for x in lists)
            yield Country(iso, iso3, names, people, capitals, neighbours)


def _entry(
    row: tuple[str, str, float, float, str, str, str, str, int, float | None, int, int],
) -> GazetteerEntry:
    ref, name, lat, lon, country, kind, ascii_name, province, population, radius, bare, capital = row
    return GazetteerEntry(
        ref,
        name,
        lat,
        lon,
        tuple(country.split()),
        PlaceKind(kind),
        ascii_name,
        province,
        population,
        radius,
        bool(bare),
        bool(capital),
    )


def embedded() -> Path:
    """Return the path of the gazetteer that comes with the package."""
    with as_file(files("warmonitor.reference.data") / "gazetteer.sqlite") as path:
        return path
