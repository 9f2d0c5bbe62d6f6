"""Time and memory of exports: an account of many claims on the disk, written in each shape.

    python -m bench.exports [--claims N] [--shapes acled,ucdp,...]

Half as many events as claims, a report for ten claims, as many actors and places as a long war has. Each
shape is written by a process of its own; "more" is the memory that it took beyond that of the program idle.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

Row = dict[str, Any]
ACTORS, PLACES, DAYS = 300, 2_000, 2_000
SHAPES = ("acled", "ucdp", "hxl", "parquet", "geojson", "ftm")
FIRST = date(2031, 1, 1)


def main() -> None:
    """Write the account and each of its exports, and print what they cost."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.exports", description="Time and memory of exports."
    )
    parser.add_argument("--claims", type=int, default=300_000)
    parser.add_argument("--shapes", default=",".join(SHAPES))
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        measure(given.one[0], Path(given.one[1]))
        return
    with tempfile.TemporaryDirectory() as folder:
        size = write_account(Path(folder) / "account.json", given.claims)
        print(f"{given.claims} claims, {size / 1e6:.0f} MB of JSON", flush=True)
        for shape in given.shapes.split(","):
            command = [sys.executable, "-m", "bench.exports", "--one", shape, folder]
            subprocess.run(command, check=True)  # noqa: S603


def measure(shape: str, folder: Path) -> None:
    """Write one export and print its seconds, rows and memory."""
    from warmonitor.exports import Wanted, export  # noqa: PLC0415
    from warmonitor.exports.folder import Folder  # noqa: PLC0415

    idle, began = peak(), time.perf_counter()
    with Folder(folder) as source:
        opened = time.perf_counter()
        rows = size = 0
        for file in export(shape, source, source.made, Wanted()):
            for chunk in file.chunks:
                rows, size = rows + chunk.count(b"\n"), size + len(chunk)
    ended = time.perf_counter()
    print(
        f"{shape:8} {ended - began:6.1f} s ({opened - began:.1f} s of it to look the file over; "
        f"{time.process_time():.1f} s of a core), "
        f"{size / 1e6:6.1f} MB, {rows} lines, {peak() - idle:5.0f} MB more memory",
        flush=True,
    )


def peak() -> float:
    """Return the most memory this process ever took, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def write_account(path: Path, claims: int) -> int:
    """Write an account with so many claims, and return its size."""
    lists = {
        "reports": map(_report, range(claims // 10)),
        "strands": iter(()),
        "claims": map(_claim, range(claims)),
        "events": map(_event, range(claims // 2)),
        "figures": map(_figure, range(claims // 10)),
        "control": map(_spell, range(claims // 10)),
        "places": map(_place, range(PLACES)),
        "actors": map(_actor, range(ACTORS)),
    }
    made = {"version": "0", "options": "options-0", "references": []}
    with path.open("w", encoding="utf-8") as out:
        out.write(json.dumps({"format": "warmonitor-account/1", "made": made}, indent=1)[:-2])
        for name, rows in lists.items():
            out.write(f',\n "{name}": [')
            out.writelines(_listed(rows))
            out.write("\n ]")
        out.write("\n}\n")
    return path.stat().st_size


def _listed(rows: Iterator[Row]) -> Iterator[str]:
    for number, row in enumerate(rows):
        yield (",\n" if number else "\n") + json.dumps(row, indent=1)


def _id(kind: str, number: int) -> str:
    return f"{kind}-{number * 0x9E3779B97F4A7C15 % 2**64:016x}"


def _when(number: int) -> Row:
    day = (FIRST + timedelta(days=number % DAYS)).isoformat()
    return {"earliest": day, "latest": day, "said": "on Monday", "precision": "day"}


def _report(n: int) -> Row:
    day = _when(n)["earliest"]
    return {
        "id": _id("report", n),
        "source": f"report-{n}.html",
        "url": f"https://outlet-{n % 50}.example/{n}",
        "outlet": f"Outlet {n % 50}",
        "title": f"Shelling number {n}",
        "language": "en",
        "byline": [],
        "agencies": [],
        "stated_date": day,
        "dated": {"earliest": day, "latest": day, "how": "stated", "because": "the page says so"},
        "copy_of": None,
        "strand": _id("strand", n),
        "text": "Shells fell on the town, and three people were killed, a council member said. " * 30,
        "captions": [],
        "sha256": f"{n:064x}",
    }


def _claim(n: int) -> Row:
    toll = n % 2 == 1
    words = (
        f"three people were killed in shelling number {n}" if toll else f"the army shelled the town, day {n}"
    )
    place = n // 2 % PLACES
    said: Row = {"name": f"Actor {n % ACTORS}", "said": "a council member", "actor": _id("actor", n % ACTORS)}
    base: Row = {
        "id": _id("claim", n),
        "report": _id("report", n // 10),
        "kind": "toll" if toll else "attack",
        "quote": {"start": 0, "end": len(words), "text": words},
        "attribution": [{**said, "via": None}],
        "stance": "asserted",
        "modality": "actual",
        "when": _when(n // 2),
        "where": [
            {
                "name": f"Town {place}",
                "said": f"Town {place}",
                "place": _id("place", place),
                "precision": "exact",
            }
        ],
        "restated": [],
        "paths": [{"origin": f"Outlet {n // 10 % 50}", "kind": "outlet", "steps": []}],
    }
    counts = {"measure": "killed", "of": "people", "low": 3, "best": 3, "high": 3, "approximate": False}
    deed = {"type": "Battles", "sub_type": "Armed clash", "perpetrator": said, "target": None, "weapon": None}
    return base | (counts if toll else deed)


def _event(n: int) -> Row:
    ids = [_id("claim", 2 * n), _id("claim", 2 * n + 1)]
    actor, place = 2 * n % ACTORS, n % PLACES
    return {
        "id": _id("event", n),
        "type": "Battles",
        "sub_type": "Armed clash",
        "place": {"id": _id("place", place), "name": f"Town {place}", "said": []},
        "when": _when(n),
        "actors": [{"id": _id("actor", actor), "name": f"Actor {actor}"}],
        "claims": ids,
        "reports": [_id("report", n // 5)],
        "strands": [_id("strand", n // 5)],
        "origins": [f"Outlet {n // 5 % 50}"],
        "casualties": [{"measure": "killed", "low": 3, "high": 3, "claims": ids[1:]}],
        "grade": None,
        "harm": None,
    }


def _figure(n: int) -> Row:
    return {
        **{key: _event(n)[key] for key in ("place", "when", "claims", "origins", "grade")},
        "id": _id("figure", n),
        "measure": "killed",
        "of": "people",
        "low": 3,
        "high": 3,
        "median": 3.0,
        "apart": [],
        "majority": None,
        "rule": "range of independent origins",
    }


def _spell(n: int) -> Row:
    when = _when(n)
    return {
        "id": _id("spell", n),
        "place": _event(n)["place"],
        "part": None,
        "holder": f"Actor {n % ACTORS}",
        "status": "held",
        "by": None,
        "earliest": when["earliest"],
        "latest": None,
        "claimed": None,
        "confirmed": None,
        "because": "said to hold it",
        "claims": [_id("claim", 2 * n)],
    }


def _place(n: int) -> Row:
    return {
        "id": _id("place", n),
        "name": f"Town {n}",
        "names_seen": [f"Town {n}"],
        "latitude": 30 + n / 500,
        "longitude": 36 + n / 500,
        "gazetteer": f"geonames:{n}",
        "precision": "exact",
        "where_prec": 1,
        "geo_precision": 1,
        "radius_km": 2.0,
        "inside": f"Province {n % 14}",
        "of": None,
        "country": "SY",
        "because": "a name of it",
    }


def _actor(n: int) -> Row:
    return {
        "id": _id("actor", n),
        "name": f"Actor {n}",
        "names_seen": [f"Actor {n}"],
        "kind": "rebel group",
        "inter": 2,
        "wikidata": None,
        "country": "SY",
        "part_of": None,
        "backers": [],
        "side": None,
        "status": "known",
        "because": "the register has it",
    }


if __name__ == "__main__":
    main()
