"""Score place names: how far the gazetteer's answer lies from the coordinates that an analyst gave.

Right within 5 km of them, or inside a province's or region's radius where the analyst means one; else
wrong, or left open.
"""

import csv
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from warmonitor.model import haversine_km
from warmonitor.reference.gazetteer import GazetteerEntry, load_gazetteer
from warmonitor.stages.ground.places import locate

DATA = ("airwars_syria_places.tsv",)
FLOORED = ("right", "right_or_open")
RIGHT_KM = 5.0
WIDE = {"province_governorate", "district", "subdistrict"}
SPEED_ROUNDS = 3


def score(data: Path) -> dict[str, float]:
    """Return the shares right, wrong and open of `airwars_syria_places.tsv` in `data`, and names a second."""
    gazetteer = load_gazetteer()
    found = [(row, locate(row["location_en"], gazetteer, ["SY"]).entry) for row in _rows(data)]
    marks = [_mark(row, entry) for row, entry in found]
    shares = {mark: marks.count(mark) / len(marks) for mark in ("right", "wrong", "open")}
    names = [row["location_en"] for row, _ in found]
    start = time.perf_counter()
    for name in names * SPEED_ROUNDS:
        gazetteer.find(name, countries=("SY",))
    speed = len(names) * SPEED_ROUNDS / (time.perf_counter() - start)
    return {
        **shares,
        "right_or_open": shares["right"] + shares["open"],
        "names_a_second": speed,
        "names": len(names),
    }


def _rows(data: Path) -> Iterator[dict[str, str]]:
    with (data / "airwars_syria_places.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            if row["location_en"] and row["lat"] and row["lon"]:
                yield row


def distance(row: dict[str, str], entry: GazetteerEntry) -> float:
    """Return the kilometres between the analyst's point and the gazetteer's."""
    return haversine_km((float(row["lat"]), float(row["lon"])), (entry.latitude, entry.longitude))


def _mark(row: dict[str, str], entry: GazetteerEntry | None) -> str:
    if entry is None:
        return "open"
    reach = max(RIGHT_KM, entry.radius_km or 0.0) if row["accuracy"] in WIDE or entry.radius_km else RIGHT_KM
    return "right" if distance(row, entry) <= reach else "wrong"


if __name__ == "__main__":
    print(json.dumps(score(Path(sys.argv[1])), indent=2))
