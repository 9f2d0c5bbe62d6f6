"""The quality gate: every kept case and every public set that is there, against their floors.

    python -m eval.gate [--data DIR] [--only NAME] [--update] [--lower REASON]

Exit code 0 where every measure reaches its floor, 1 where one does not or the data has changed.
`--update` raises floors to what was measured; only `--lower REASON` takes one down, and the reason is
kept in floors.json. A set whose data is not in DIR is named as absent and fails nothing.
"""

import argparse
import importlib
import pkgutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import eval as package
from eval.floors import Verdict, fingerprint, judge, read_floors, renew, write_floors
from eval.gold import kept_cases, read_gold
from eval.rows import Rows
from eval.run_account import run_account
from eval.score import score
from warmonitor.model import WarmonitorError

POOLED = "kept cases"
MACHINERY = {"gate", "score"}  # modules here that measure the cases, not a public set


@dataclass(frozen=True)
class Measured:
    """What one set gave: shares by measure and its data's fingerprint.

    `absent` says that its data is not there, `failed` why it could not be measured though it is.
    """

    name: str
    got: dict[str, float]
    data: str = ""
    absent: str = ""
    failed: str = ""
    floored: tuple[str, ...] = ()

    @property
    def kept(self) -> dict[str, float]:
        """Return the measures that have a floor: `floored`, or all where it is empty."""
        return {m: share for m, share in self.got.items() if m in self.floored or not self.floored}


def measure_cases(only: str | None) -> Iterator[Measured]:
    """Measure the kept cases: each one's mean, and each row over all of them together."""
    pooled, measured = Rows(), list[Path]()
    folders = [case for case in kept_cases() if only in (None, POOLED, case.name)]
    for case in folders:
        try:
            account = run_account(case / "reports")
        except WarmonitorError as error:
            yield Measured(f"case {case.name}", {}, failed=str(error))
            continue
        rows = score(account, read_gold(case / "gold.json", case / "reports"))
        pooled.add(rows)
        measured.append(case)
        yield Measured(f"case {case.name}", {"mean": rows.mean()}, fingerprint([case], case))
    if only in (None, POOLED) and len(measured) == len(folders) > 0:
        shares = {**pooled.shares(), "mean": pooled.mean()}
        yield Measured(POOLED, shares, fingerprint(folders, folders[0].parent))


def public_sets() -> dict[str, ModuleType]:
    """Return the scorers of public sets, by name: the modules beside this one with a `score(data)`.

    Each names in `DATA` the files and folders, seen from the data folder, that it reads, and in `FLOORED`
    the measures that have a floor (all where it names none). One whose `score` gives nothing has not found
    its data.
    """
    names = sorted(m.name for m in pkgutil.iter_modules(package.__path__) if m.name not in MACHINERY)
    found = {name: importlib.import_module(f"eval.{name}") for name in names}
    return {name: module for name, module in found.items() if hasattr(module, "score")}


def measure_set(name: str, module: ModuleType, data: Path | None) -> Measured:
    """Measure one public set, or say that its data is absent."""
    if data is None:
        return Measured(name, {}, absent="no --data folder was given")
    needed = [data / part for part in getattr(module, "DATA", ())]
    missing = [path.name for path in needed if not path.exists()]
    if missing:
        return Measured(name, {}, absent=f"not in {data}: {', '.join(missing)}")
    got = dict(module.score(data))
    if not got:
        return Measured(name, {}, absent=f"not in {data}")
    return Measured(name, got, fingerprint(needed, data), floored=getattr(module, "FLOORED", ()))


def measure_all(data: Path | None, only: str | None) -> Iterator[Measured]:
    """Measure everything, or the one set named."""
    yield from measure_cases(only)
    for name, module in sorted(public_sets().items()):
        if only in (None, name):
            yield measure_set(name, module, data)


def line(verdict: Verdict) -> str:
    """Return one row of the table."""
    floor = "none" if verdict.floor is None else f"{verdict.floor:.3f}"
    got = "-" if verdict.got is None else f"{verdict.got:.4f}"
    return f"{verdict.name:22} {verdict.measure:34} {floor:>7} {got:>8}  {'ok' if verdict.ok else 'BELOW'}"


def main(arguments: list[str] | None = None) -> int:
    """Print the table; return 0 where everything holds, else 1."""
    parser = argparse.ArgumentParser(prog="python -m eval.gate", description="Measure against the floors.")
    parser.add_argument("--data", type=Path, help="folder of the public measuring sets")
    parser.add_argument("--only", help="measure one case or set, by its name")
    parser.add_argument("--update", action="store_true", help="raise the floors to what was measured")
    parser.add_argument("--lower", metavar="REASON", help="take the floors as measured, and keep the reason")
    given = parser.parse_args(arguments)
    floors = read_floors()
    held = True
    print(f"{'set':22} {'measure':34} {'floor':>7} {'got':>8}  ok")
    for measured in measure_all(given.data, given.only):
        if measured.failed:
            print(f"{measured.name:22} failed: {measured.failed}")
            held = False
            continue
        if measured.absent:
            print(f"{measured.name:22} absent: {measured.absent}")
            continue
        kept = floors.get(measured.name)
        if given.update or given.lower:
            floors[measured.name] = kept = renew(kept, measured.kept, measured.data, given.lower)
        verdicts = judge(measured.name, measured.got, kept)
        print(*map(line, verdicts), sep="\n")
        if kept and kept.data != measured.data:
            print(f"{measured.name:22} the data is not the one that the floors were measured on")
            held = False
        held &= all(verdict.ok for verdict in verdicts)
    if given.update or given.lower:
        write_floors(floors)
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
