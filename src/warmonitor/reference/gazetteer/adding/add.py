"""A gazetteer file to a compiled one: what it is, its rows checked one by one, and what was not taken."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import chain, islice
from pathlib import Path
from typing import IO

from warmonitor.model import SourceError, make_id
from warmonitor.reference.gazetteer.adding.coordinates import Box, boxes_of, misplaced
from warmonitor.reference.gazetteer.adding.geojson import geojson_rows
from warmonitor.reference.gazetteer.adding.geonames import COLUMNS, alternate_names, geonames_rows
from warmonitor.reference.gazetteer.adding.lines import numbered, opened
from warmonitor.reference.gazetteer.adding.pcodes import pcode_rows, table_columns
from warmonitor.reference.gazetteer.adding.rows import PlaceRow, Tally
from warmonitor.reference.gazetteer.adding.write import Compiler
from warmonitor.reference.gazetteer.countries import Countries
from warmonitor.reference.gazetteer.entry import Country
from warmonitor.reference.gazetteer.store import GazetteerStore

# A dump is known by a line of so many columns among its first.
_LOOKED_AT = 50
# Places that a country needs in a file to have bounds of its own there.
_ENOUGH = 10


class Form(IntEnum):
    """What a file is; the number is its rank among the stores, the lowest the most trusted."""

    OWN = 0
    PCODES = 1
    GEONAMES = 2


@dataclass(frozen=True, slots=True)
class Added:
    """What was taken from a file, and code and sentence of what was not."""

    form: Form
    rows: int
    refused: tuple[tuple[str, str], ...] = ()
    names_refused: tuple[tuple[str, str], ...] = ()


def add_gazetteer(
    source: Path, target: Path, known: GazetteerStore, alternate: Path | None = None, country: str = ""
) -> Added:
    """Compile a file to `target`; `country` (ISO 3166-1 alpha-2) is that of rows which name none.

    `known` is the gazetteer that comes with the package: it tells which countries there are, and where.

    Raises:
        SourceError: when a file cannot be read, is no gazetteer, or no row of it can be taken.
    """
    with opened(source) as content:
        form = form_of(source, content)
    tally, names = Tally("feature" if form is Form.OWN else "line"), Tally()
    check = _Check(known, tally, country)
    compiler = Compiler(target, form)
    try:
        with opened(source) as content:
            compiler.rows(check.checked(_read(source, content, form, tally)))
        if alternate is not None:
            with opened(alternate) as content:
                compiler.names(alternate_names(numbered(content), names))
        rows = compiler.finish(tally, check.outside)
    finally:
        compiler.close()
    if not rows:
        msg = f"{source}: no row could be taken. {' '.join(said for _, said in tally.said())}".strip()
        raise SourceError(msg)
    return Added(form, rows, tuple(tally.said()), tuple(names.said()))


def form_of(source: Path, content: IO[bytes]) -> Form:
    """Return what a file is by its first lines.

    Raises:
        SourceError: when it is empty or no gazetteer.
    """
    head = [line for _, line in islice(numbered(content), _LOOKED_AT)]
    if not head:
        raise SourceError(f"{source} is empty.")
    if any(line.count(b"\t") == COLUMNS - 1 for line in head):
        return Form.GEONAMES
    if b"\0" in head[0]:
        raise SourceError(
            f"{source} is no gazetteer in UTF-8: it holds zero bytes, as UTF-16 and pictures do."
        )
    if head[0].lstrip(b"\x1e \t")[:1] in {b"{", b"["}:
        return Form.OWN
    columns, _ = table_columns(head[0], head[1] if len(head) > 1 else b"")
    if columns.located():
        return Form.PCODES
    if any(True for _ in columns.of("code")) and any(True for _ in columns.of("name")):
        raise SourceError(f"{source} has names and codes of places, and no coordinates to find them by.")
    raise SourceError(
        f"{source} is no gazetteer: neither 19 columns as in GeoNames' dumps, nor a table with a header of"
        " names and coordinates in UTF-8, nor GeoJSON."
    )


def _read(source: Path, content: IO[bytes], form: Form, tally: Tally) -> Iterator[PlaceRow]:
    readers: dict[Form, Callable[[], Iterator[PlaceRow]]] = {
        Form.OWN: lambda: geojson_rows(content, tally),
        Form.GEONAMES: lambda: geonames_rows(numbered(content), tally),
        Form.PCODES: lambda: pcode_rows(numbered(content), tally),
    }
    try:
        yield from readers[form]()
    except SourceError as error:
        raise SourceError(f"{source}: {error}.") from error


class _Check:
    """Countries and coordinates of rows, held against what is known of the countries."""

    def __init__(self, known: GazetteerStore, tally: Tally, country: str) -> None:
        self._tally, self._country = tally, country
        self._codes = _codes(known.countries())
        self._named = Countries(known.countries())
        self._boxes = boxes_of(known.points())

    def checked(self, rows: Iterable[PlaceRow]) -> Iterator[PlaceRow]:
        """Yield the rows that can be taken, with their country's code and a ref."""
        for row in rows:
            code = self._code(row.country or self._country)
            if code is None:
                self._tally.refuse("row-country", row.line)
                continue
            row.country = code
            wrong = misplaced(code, row.latitude, row.longitude, self._boxes)
            if wrong is not None:
                self._tally.refuse(wrong, row.line)
                continue
            row.ref = row.ref or f"own:{make_id('place', row.names[0], row.latitude, row.longitude)}"
            yield row

    def outside(self, points: Iterable[tuple[int, float, float]]) -> Iterator[int]:
        """Yield the numbers of places without a country that lie exchanged, by the others of the file."""
        listed = list(points)
        box = _bulk([(lat, lon) for _, lat, lon in listed])
        for number, lat, lon in listed:
            if box is not None and misplaced("", lat, lon, {"": box}) == "coordinates-swapped":
                yield number

    def _code(self, said: str) -> str | None:
        """Return the code of a country, "" where none is said, None where there is no such country."""
        if not said:
            return ""
        known = self._codes.get(said.upper())
        named = self._named.by_name(said)
        return known or (named.iso if named else None)


def _codes(countries: Iterable[Country]) -> dict[str, str]:
    return dict(chain.from_iterable(((one.iso, one.iso), (one.iso3, one.iso)) for one in countries))


def _bulk(points: list[tuple[float, float]]) -> Box | None:
    """Return the box of the middle four fifths of points, wider by its own size; None of too few."""
    if len(points) < _ENOUGH:
        return None
    cut = len(points) // 10
    lats, lons = (sorted(values)[cut : len(points) - cut] for values in zip(*points, strict=True))
    high, wide = lats[-1] - lats[0], lons[-1] - lons[0]
    return Box(lats[0] - high, lats[-1] + high, lons[0] - wide, lons[-1] + wide)
