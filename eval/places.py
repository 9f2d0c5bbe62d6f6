"""Score place names: how far the gazetteer's answer lies from the coordinates that an analyst gave.

Right within 5 km of them, or inside a province's or region's radius where the analyst means one; else
wrong, or left open. Asked are the names by Airwars' analysts in Syria: first with the gazetteer that comes
with the program alone, each name by itself; then after adding a table of eval.places_table, each with the
governorate that the analyst put beside it. `en_both` is the share of English names right where the table
holds names as given, `en_other` where it holds none in Latin letters but a transliteration; `ar_both` and
`ar_other` are of Arabic names. `_plain` counts only names that the table could hold: no descriptions. The
rules and numbers of the look-up were tuned on half of the rows, drawn by their coordinates; `held_` is the
other half. `names_a_second` is of names that come again, `new_names` of distinct ones, each asked once:
of ten seven as written, two misspelt, one unknown; in `new_half_misspelt` half are. `seconds_to_open` is
what the 200 names before them take, with which a gazetteer is opened.
"""

import hashlib
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from eval.places_table import SEED, distractors, place_of, places_of, rows_of, write_dump
from warmonitor.model import haversine_km
from warmonitor.reference.gazetteer import Gazetteer, GazetteerEntry, load_gazetteer
from warmonitor.reference.gazetteer.adding import add_gazetteer
from warmonitor.reference.gazetteer.store import GazetteerStore, embedded
from warmonitor.stages.ground.places import locate

DATA = ("airwars_syria_places.tsv",)
TABLES = ("en_both", "ar_both", "en_both_plain", "ar_both_plain", "en_other", "ar_other")
FLOORED = ("right", "right_or_open", *TABLES)
RIGHT_KM = 5.0
WIDE = {"province_governorate", "district", "subdistrict"}
SPEED_ROUNDS = 3
# Parts of names never asked before that are as written, misspelt, unknown.
MIX = (7, 2, 1)
OPENING = 200
# What is measured, the column asked, and the variant of the table.
ASKED = (
    ("en_both", "location_en", "both"),
    ("ar_both", "location_ar", "both"),
    ("en_other", "location_en", "english"),
    ("ar_other", "location_ar", "arabic"),
)
Row = dict[str, str]


def score(data: Path) -> dict[str, float]:
    """Return the shares right, wrong and open of `airwars_syria_places.tsv` in `data`, and names a second."""
    rows = rows_of(data)
    made = _alone([row for row in rows if row["location_en"]])
    with tempfile.TemporaryDirectory() as room:
        stores = {variant: _added(Path(room), rows, variant) for variant in ("both", "english", "arabic")}
        for name, column, variant in ASKED:
            made |= _with_table(name, [row for row in rows if row[column]], column, stores[variant])
        made["names_a_second_with_table"] = _speed([row["location_en"] for row in rows], stores["both"])
        made |= _speed_of_new(rows, Path(room) / "both.sqlite")
    return made


def _alone(rows: Sequence[Row]) -> dict[str, float]:
    gazetteer = load_gazetteer()
    marks = [_mark(row, locate(row["location_en"], gazetteer, ["SY"]).entry) for row in rows]
    shares = {mark: marks.count(mark) / len(marks) for mark in ("right", "wrong", "open")}
    speed = _speed([row["location_en"] for row in rows], gazetteer)
    right_or_open = shares["right"] + shares["open"]
    return {**shares, "right_or_open": right_or_open, "names_a_second": speed, "names": len(marks)}


def _added(room: Path, rows: Sequence[Row], variant: str) -> Gazetteer:
    """Return the gazetteer with a table added to it."""
    places = places_of(rows)
    dump, compiled = room / f"{variant}.txt", room / f"{variant}.sqlite"
    write_dump(dump, [*places, *distractors(places)], variant)
    add_gazetteer(dump, compiled, GazetteerStore(embedded()))
    return Gazetteer(GazetteerStore(embedded()), [GazetteerStore(compiled)])


def _with_table(name: str, rows: Sequence[Row], column: str, gazetteer: Gazetteer) -> dict[str, float]:
    marks = [
        (row, _mark(row, locate(row[column], gazetteer, ["SY"], row["governorate"]).entry)) for row in rows
    ]
    parts: tuple[tuple[str, Callable[[Row], bool]], ...] = (
        ("", lambda _: True),
        ("_plain", lambda row: _could_be_held(row, column)),
        ("_held", lambda row: not _is_tuned(row)),
    )
    made: dict[str, float] = {}
    for part, wanted in parts:
        kept = [mark for row, mark in marks if wanted(row)]
        shares = {mark: kept.count(mark) / max(1, len(kept)) for mark in ("right", "wrong", "open")}
        made |= {f"{name}{part}": shares["right"], f"{name}{part}_wrong": shares["wrong"]}
        made |= {f"{name}{part}_open": shares["open"], f"{name}{part}_names": len(kept)}
    return made


def _could_be_held(row: Row, column: str) -> bool:
    """Say whether a table of names holds the place: it has a plain name, also in the other script."""
    place = place_of(row)
    return place is not None and bool(place.arabic or column == "location_ar")


def _is_tuned(row: Row) -> bool:
    spot = f"{row['lat']}{row['lon']}".encode()
    return int(hashlib.sha256(spot).hexdigest()[:4], 16) % 2 == 0


def _speed(names: Iterable[str], gazetteer: Gazetteer, rounds: int = SPEED_ROUNDS) -> float:
    """Return names a second that one core works for; in several rounds, as names in a pile come again."""
    asked = list(names) * rounds
    start = time.process_time()
    for name in asked:
        gazetteer.find(name, countries=("SY",))
    return len(asked) / (time.process_time() - start)


def _speed_of_new(rows: Sequence[Row], compiled: Path) -> dict[str, float]:
    """Return names a second of distinct names that were never asked before, and the seconds of opening."""
    places = places_of(rows)
    known = sorted({one.english for one in (*places, *distractors(places)) if len(one.english) > 4})
    misspelt = [name[:2] + ("z" if name[2] != "z" else "k") + name[3:] for name in known]
    unknown = [name[::-1].title() for name in known]
    draw = random.Random(SEED)  # noqa: S311
    mixed = [draw.choices((known, misspelt, unknown), MIX)[0][at] for at in range(len(known))]
    half = [(known, misspelt)[at % 2][at] for at in range(len(known))]
    made: dict[str, float] = {}
    for part, names in (("new_names", mixed), ("new_half_misspelt", half)):
        opened = Gazetteer(GazetteerStore(embedded()), [GazetteerStore(compiled)])
        asked = list(dict.fromkeys(names))
        made["seconds_to_open"] = OPENING / _speed(asked[:OPENING], opened, 1)
        made[f"{part}_a_second"] = _speed(asked[OPENING:], opened, 1)
    return made


def distance(row: Row, entry: GazetteerEntry) -> float:
    """Return the kilometres between the analyst's point and the gazetteer's."""
    return haversine_km((float(row["lat"]), float(row["lon"])), (entry.latitude, entry.longitude))


def _mark(row: Row, entry: GazetteerEntry | None) -> str:
    if entry is None:
        return "open"
    reach = max(RIGHT_KM, entry.radius_km or 0.0) if row["accuracy"] in WIDE or entry.radius_km else RIGHT_KM
    return "right" if distance(row, entry) <= reach else "wrong"


if __name__ == "__main__":
    print(json.dumps(score(Path(sys.argv[1])), indent=2))
