"""The quality gate: kept cases, seeds and public sets, as far as they are there, against their floors.

    python -m eval.gate [--data DIR] [--seeds DIR --gold FILE] [--only NAME]
                        [--update] [--lower REASON] [--write-quality PAGE]

Exit code 0 where every measure reaches its floor, 1 where one does not or a kept case has changed. Public
data other than that of the floors, such as another part of the same set, is measured and not judged.
`--update` raises floors to what was measured and keeps what was measured in results.json; only
`--lower REASON` takes a floor down, and the reason is kept. `--write-quality` writes the page from
results.json. A set whose data is not there is named as absent and fails nothing.
"""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from eval.floors import Floor, Verdict, judge, read_floors, renew, write_floors
from eval.measured import Measured, Wanted, measure_all
from eval.quality import page
from eval.results import read_results, write_results

NAME, MEASURE = 22, 34  # columns
OTHER = "other data"


def line(verdict: Verdict, *, judged: bool = True) -> str:
    """Return one row of the table."""
    floor = "none" if verdict.floor is None else f"{verdict.floor:.3f}"
    got = "-" if verdict.got is None else f"{verdict.got:.4f}"
    mark = OTHER if not judged else "ok" if verdict.ok else "BELOW"
    return f"{verdict.name:{NAME}} {verdict.measure:{MEASURE}} {floor:>7} {got:>8}  {mark}"


def report(measured: Measured, kept: Floor | None) -> bool:
    """Print the rows of one set; say whether it holds."""
    if measured.failed or measured.absent:
        why = f"failed: {measured.failed}" if measured.failed else f"absent: {measured.absent}"
        print(f"{measured.name:{NAME}} {why}")
        return not measured.failed
    same = kept is None or kept.data == measured.data
    verdicts = judge(measured.name, measured.got, kept if same or measured.kept else None)
    print(*(line(one, judged=same or measured.kept) for one in verdicts), sep="\n")
    if not same:
        said = "the data is not the one that the floors were measured on"
        print(f"{measured.name:{NAME}} {said}{'' if measured.kept else ': measured, not judged'}")
    return all(one.ok for one in verdicts) and (same or not measured.kept)


def main(arguments: list[str] | None = None) -> int:
    """Print the table; return 0 where everything holds, else 1."""
    given = _parser().parse_args(arguments)
    floors, results = read_floors(), read_results()
    renewing, held = given.update or bool(given.lower), True
    print(f"{'set':{NAME}} {'measure':{MEASURE}} {'floor':>7} {'got':>8}  ok")
    for measured in measure_all(Wanted(given.data, given.seeds, given.gold, given.only)):
        print(f"measured: {measured.name}", file=sys.stderr, flush=True)
        if renewing and measured.got:
            _renewed(floors, measured, given.lower)
        if renewing and measured.got and floors[measured.name].data == measured.data:
            results[measured.name] = measured.got
        held &= report(measured, floors.get(measured.name))
    if renewing:
        write_floors(floors)
        write_results(results)
    if given.write_quality:
        given.write_quality.write_text(page(read_results()), encoding="utf-8")
    return 0 if held else 1


def _renewed(floors: dict[str, Floor], measured: Measured, reason: str | None) -> None:
    """Raise the floors of a set; those of other data are taken only for a reason."""
    kept = floors.get(measured.name)
    if kept is None or kept.data == measured.data or measured.kept or reason:
        floors[measured.name] = renew(kept, measured.floors, measured.data, reason)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m eval.gate", description="Measure against the floors.")
    options: Mapping[str, tuple[str, str]] = {
        "--data": ("DIR", "folder of the public measuring sets"),
        "--seeds": ("DIR", "folder of further reports that have a gold file"),
        "--gold": ("FILE", "their gold file"),
        "--write-quality": ("PAGE", "write the page on quality from results.json"),
    }
    for name, (what, said) in options.items():
        parser.add_argument(name, type=Path, metavar=what, help=said)
    parser.add_argument("--only", metavar="NAME", help="measure one case or set, by its name")
    parser.add_argument("--update", action="store_true", help="raise the floors to what was measured")
    parser.add_argument("--lower", metavar="REASON", help="take the floors as measured, and keep the reason")
    return parser


if __name__ == "__main__":
    sys.exit(main())
