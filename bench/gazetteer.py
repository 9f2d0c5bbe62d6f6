"""Adding a large dump: rows a second and the highest memory; then names a second with it in place.

    python -m bench.gazetteer [--rows N] [--folder DIR]

The dump is made: names of syllables, in one to five spellings, a fifth also in Arabic letters, spread
over ten countries. Seconds are those that one core worked. Memory is that of the process that compiles,
at a tenth of the rows and at all of them: it must not grow with them. Names are asked each once, half of
them as a row has them, half with a letter changed.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.memory import peak
from warmonitor.reference.gazetteer import Gazetteer
from warmonitor.reference.gazetteer.adding import add_gazetteer
from warmonitor.reference.gazetteer.store import GazetteerStore, embedded

ROWS = 2_000_000
NAMES = 10_000
SEED = 3
SYLLABLES = "ka ro mi ten sa bel dur no gar li vo shan pe tu wes or ind ul".split()
ARABIC = dict(zip(SYLLABLES, "كا رو مي تن سا بل دور نو غار لي فو شان بي تو وس ور ند ول".split(), strict=True))
# Country, latitude and longitude of a corner of it, and the degrees that rows are spread over.
COUNTRIES = (
    ("SY", 34.0, 37.0), ("IQ", 32.0, 42.0), ("UA", 48.0, 28.0), ("SD", 12.0, 26.0), ("ET", 7.0, 37.0),
    ("MM", 18.0, 95.0), ("YE", 14.5, 44.5), ("AF", 33.0, 64.0), ("NG", 8.0, 6.0), ("CD", -6.0, 20.0),
)  # fmt: skip
SPREAD = 3.0


def lines(rows: int) -> Iterator[str]:
    """Yield the lines of a made dump."""
    draw = random.Random(SEED)  # noqa: S311
    for number in range(1, rows + 1):
        parts = [draw.choice(SYLLABLES) for _ in range(draw.randint(3, 6))]
        name = "".join(parts).title()
        others = [name[:at] + draw.choice("aeiou") + name[at:] for at in range(1, draw.randint(1, 5))]
        others += ["".join(ARABIC[part] for part in parts)] if number % 5 == 0 else []
        country, south, west = COUNTRIES[number % len(COUNTRIES)]
        spot = f"{south + draw.random() * SPREAD:.5f}\t{west + draw.random() * SPREAD:.5f}"
        yield f"{number}\t{name}\t{name}\t{','.join(others)}\t{spot}\tP\tPPL\t{country}\t" + "\t" * 9 + "\n"


def compile_and_tell(source: Path, target: Path) -> None:
    """Compile a dump and print rows a second and the highest memory; run in a process of its own."""
    start = time.process_time()
    added = add_gazetteer(source, target, GazetteerStore(embedded()))
    seconds = time.process_time() - start
    size = target.stat().st_size // 2**20
    print(
        f"{added.rows:9,} rows in {seconds:6.1f} s: {added.rows / seconds:7,.0f} rows/s,"
        f" highest memory {peak()} MB, file {size} MB",
        flush=True,
    )


def look_ups(source: Path, target: Path) -> tuple[float, float]:
    """Return names a second with the dump in place: with its shelves opened on the way, and once they are."""
    asked = _asked(source)
    gazetteer = Gazetteer(GazetteerStore(embedded()), [GazetteerStore(target)])
    half = len(asked) // 2
    return _speed(gazetteer, asked[:half]), _speed(gazetteer, asked[half:])


def _asked(source: Path) -> list[str]:
    draw = random.Random(SEED + 1)  # noqa: S311
    with source.open(encoding="utf-8") as dump:
        names = [cells[1] for line in dump if (cells := line.split("\t", 9))[8] == "SY"]
    known = sorted(set(names))
    some = draw.sample(known, min(2 * NAMES, len(known)))
    return [name if at % 2 else name[:2] + "z" + name[3:] for at, name in enumerate(some)]


def _speed(gazetteer: Gazetteer, names: list[str]) -> float:
    start = time.process_time()
    for name in names:
        gazetteer.find(name, countries=("SY",))
    return len(names) / (time.process_time() - start)


def main(arguments: list[str] | None = None) -> None:
    """Print both measures, for a tenth of the rows and for all."""
    parser = argparse.ArgumentParser(prog="python -m bench.gazetteer", description="Adding a large dump.")
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--folder", type=Path, help="where the made files are put")
    parser.add_argument("--compile", nargs=2, type=Path, metavar=("SOURCE", "TARGET"))
    given = parser.parse_args(arguments)
    if given.compile:
        compile_and_tell(*given.compile)
        return
    with tempfile.TemporaryDirectory(dir=given.folder) as room:
        for rows in (given.rows // 10, given.rows):
            source, target = Path(room) / f"{rows}.txt", Path(room) / f"{rows}.sqlite"
            with source.open("w", encoding="utf-8") as out:
                out.writelines(lines(rows))
            command = [sys.executable, "-m", "bench.gazetteer", "--compile", str(source), str(target)]
            subprocess.run(command, check=True)  # noqa: S603
            first, then = look_ups(source, target)
            print(f"{'':9} names a second: {first:7,.0f} at first, {then:7,.0f} then", flush=True)


if __name__ == "__main__":
    main()
