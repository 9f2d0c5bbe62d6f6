"""Names of a compiled gazetteer by country and first letter, for look-ups of names that are near."""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from itertools import groupby

from warmonitor.reference.gazetteer.romanise import begins, romanised
from warmonitor.reference.gazetteer.spelling import skeleton, sound

# Only places that people live in and divisions are looked for by spellings that are near.
_FIRM_ONLY = ("site", "water", "country")


def fill_shelves(db: sqlite3.Connection) -> None:
    """Write the shelves from the names of the places."""
    names = db.execute(
        "SELECT country, spelt.key, min(plain), place FROM spelt JOIN place ON place.id = place"
        " WHERE kind NOT IN (?, ?, ?) AND length(spelt.key) > 1 GROUP BY country, spelt.key, place",
        _FIRM_ONLY,
    )
    db.execute("CREATE TEMP TABLE line (country TEXT, begins TEXT, said TEXT)")
    lines = ((country, *one) for country, key, flat, place in names for one in _lines(key, flat, place))
    db.executemany("INSERT INTO line VALUES (?,?,?)", lines)
    ordered = db.execute("SELECT country, begins, said FROM line ORDER BY 1, 2, 3")
    shelves = (
        (country, start, _packed(said for _, _, said in rows))
        for (country, start), rows in groupby(ordered, key=lambda row: (row[0], row[1]))
    )
    db.executemany("INSERT INTO shelf VALUES (?,?,?)", shelves)


def _lines(key: str, flat: str, place: int) -> Iterator[tuple[str, str]]:
    """Yield the shelf and line of a name: key, place, sound, consonants, "s" for a script without vowels."""
    if key.isascii():
        yield begins(key), f"{key}\t{place}\t{sound(key)}\t{skeleton(key)}\t"
    for one in romanised(flat):
        yield begins(one.key), f"{one.key}\t{place}\t{sound(one.key)}\t{skeleton(one.key)}\t{'s' * one.short}"


def _packed(lines: Iterable[str]) -> bytes:
    packer = zlib.compressobj(6)
    parts = [packer.compress(f"{line}\n".encode()) for line in lines]
    return b"".join([*parts, packer.flush()])
