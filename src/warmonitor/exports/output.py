"""Files of an export: names, kinds and contents that come bit by bit; CSV, JSON lines, and what made them."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from warmonitor.exports.source import Made, Row
from warmonitor.model.cells import Cell, cell

CSV = "text/csv; charset=utf-8"
JSON_LINES = "application/x-ndjson"
GEOJSON = "application/geo+json"
CREDITS = (
    "Place names and coordinates: GeoNames (https://www.geonames.org), CC BY 4.0.",
    "Country shapes: Natural Earth, public domain.",
)
_BLOCK = 1 << 16
# Spreadsheets cut a cell here.
LONGEST = 32_767


@dataclass(frozen=True, slots=True)
class File:
    """One file of an export; `chunks` are its bytes, made as they are asked for, once."""

    name: str
    media_type: str
    chunks: Iterator[bytes]


def csv_file(
    name: str, header: Sequence[str], rows: Iterable[Sequence[Cell]], tags: Sequence[str] = ()
) -> File:
    """Return a table (RFC 4180, UTF-8); `tags` is a row of hashtags below the header, if any."""
    return File(name, CSV, _csv(header, rows, tags))


def _csv(header: Sequence[str], rows: Iterable[Sequence[Cell]], tags: Sequence[str]) -> Iterator[bytes]:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    if tags:
        writer.writerow(tags)
    for row in rows:
        writer.writerow([_fitting(value) for value in row])
        if out.tell() > _BLOCK:
            yield _taken(out)
    yield _taken(out)


def _fitting(value: Cell) -> str | int | float:
    made = cell(value)
    return f"{made[: LONGEST - 1]}…" if isinstance(made, str) and len(made) > LONGEST else made


def _taken(out: io.StringIO) -> bytes:
    text = out.getvalue()
    out.seek(0)
    out.truncate()
    return text.encode("utf-8", "replace")


def json_lines(name: str, rows: Iterable[Row]) -> File:
    """Return one JSON object a line."""
    return File(name, JSON_LINES, (dumped(row) + b"\n" for row in rows))


def dumped(tree: object) -> bytes:
    """Return JSON in UTF-8 without NaN; a half of a pair of surrogates becomes a question mark."""
    return json.dumps(tree, ensure_ascii=False, allow_nan=False).encode("utf-8", "replace")


def about(made: Made, shape: str, names: Iterable[str]) -> Row:
    """Return what an export says of itself: its shape, what made it, whose look-ups stand behind it."""
    return {
        "shape": shape,
        "files": list(names),
        "made": {"program": "warmonitor", "version": made.version, "options": made.options},
        "chain": made.head,
        "credits": list(credit_lines(made)),
    }


def credit_lines(made: Made) -> Iterator[str]:
    """Yield a line for each look-up used, with its licence as it was given."""
    yield from CREDITS
    for one in made.references:
        yield f"{one['kind']} {one['name']}: {one['licence']}"
