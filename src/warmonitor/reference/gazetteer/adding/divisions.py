"""Divisions of a compiled gazetteer: the name of each place's province, and how far divisions reach."""

import sqlite3
from collections import Counter

from warmonitor.model import haversine_km
from warmonitor.reference.gazetteer.adding.features import without_type
from warmonitor.reference.gazetteer.entry import PlaceKind

# A division's radius is the distance within which this share of its towns lies.
_SHARE = 0.95


def tie_divisions(db: sqlite3.Connection) -> None:
    """Name the province of each place by its code, and measure divisions by their towns."""
    wanted = "SELECT id, country, code1, code2, kind, name, lat, lon FROM place WHERE kind IN (?,?)"
    found = db.execute(wanted, (PlaceKind.PROVINCE.value, PlaceKind.DISTRICT.value)).fetchall()
    heads = {
        (country, code1, code2 if kind == PlaceKind.DISTRICT else ""): (number, (lat, lon))
        for number, country, code1, code2, kind, _, lat, lon in reversed(found)
        if code1
    }
    names = {
        (country, code1): without_type(name)
        for _, country, code1, _, kind, name, _, _ in reversed(found)
        if kind == PlaceKind.PROVINCE and code1
    }
    db.execute("CREATE TEMP TABLE province (country TEXT, code TEXT, name TEXT, PRIMARY KEY (country, code))")
    db.executemany("INSERT INTO province VALUES (?,?,?)", [(*key, name) for key, name in names.items()])
    db.execute(
        "UPDATE place SET admin1 = (SELECT name FROM province AS p WHERE p.country = place.country"
        " AND p.code = code1) WHERE admin1 = '' AND (country, code1) IN (SELECT country, code FROM province)"
    )
    _radii(db, heads)


def _radii(
    db: sqlite3.Connection, heads: dict[tuple[str, str, str], tuple[int, tuple[float, float]]]
) -> None:
    far: dict[int, Counter[int]] = {}
    towns = "SELECT country, code1, code2, lat, lon FROM place WHERE kind = 'town' AND code1 != ''"
    for country, code1, code2, lat, lon in db.execute(towns):
        for key in {(country, code1, ""), (country, code1, code2)}:
            if key in heads:
                number, middle = heads[key]
                far.setdefault(number, Counter())[int(haversine_km(middle, (lat, lon))) + 1] += 1
    radii = ((float(max(10, _within(counts))), number) for number, counts in sorted(far.items()))
    db.executemany("UPDATE place SET radius = ? WHERE id = ?", radii)


def _within(counts: Counter[int]) -> int:
    """Return the whole kilometres within which most of the places lie."""
    wanted, seen = _SHARE * counts.total(), 0
    for km, count in sorted(counts.items()):
        seen += count
        if seen >= wanted:
            return km
    return 0
