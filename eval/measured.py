"""What can be measured: the kept cases, seeds with their gold, and the public sets of a data folder."""

import hashlib
import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import eval as package
from eval.floors import fingerprint
from eval.gold import kept_cases, read_gold
from eval.rows import Rows
from eval.run_account import run_account
from eval.score import score
from warmonitor.model import WarmonitorError

POOLED = "kept cases"
SEEDS = "seeds"


@dataclass(frozen=True)
class Wanted:
    """What to measure: data folder, seeds with their gold, the one set asked for; None where not given."""

    data: Path | None = None
    seeds: Path | None = None
    gold: Path | None = None
    only: str | None = None

    def asks(self, *names: str) -> bool:
        """Say whether a set that goes by any of the names is asked for."""
        return self.only is None or self.only in names


@dataclass(frozen=True)
class Measured:
    """What one set gave: shares by measure and its data's fingerprint.

    `absent` says that its data is not there, `failed` why it could not be measured though it is; `kept`
    sets come with the project, so that their data is not to change unseen.
    """

    name: str
    got: dict[str, float]
    data: str = ""
    absent: str = ""
    failed: str = ""
    floored: tuple[str, ...] = ()
    kept: bool = False

    @property
    def floors(self) -> dict[str, float]:
        """Return the measures that have a floor: `floored`, or all where it is empty."""
        return {m: share for m, share in self.got.items() if m in self.floored or not self.floored}


def measure_all(wanted: Wanted) -> Iterator[Measured]:
    """Measure everything that is asked for, one set after the other."""
    yield from measure_cases(wanted)
    if wanted.asks(SEEDS):
        yield measure_seeds(wanted)
    for name, module in sorted(public_sets().items()):
        if wanted.asks(name):
            yield measure_set(name, module, wanted.data)


def measure_cases(wanted: Wanted) -> Iterator[Measured]:
    """Measure the kept cases: each one's mean, and each row over all of them together."""
    pooled, measured = Rows(), list[Path]()
    folders = [case for case in kept_cases() if wanted.asks(POOLED, case.name)]
    for case in folders:
        name = f"case {case.name}"
        try:
            rows = score(run_account(case / "reports"), read_gold(case / "gold.json", case / "reports"))
        except WarmonitorError as error:
            yield Measured(name, {}, failed=str(error))
            continue
        pooled.add(rows)
        measured.append(case)
        yield Measured(name, {"mean": rows.mean()}, fingerprint([case], case), kept=True)
    if wanted.asks(POOLED) and len(measured) == len(folders) > 0:
        shares = {**pooled.shares(), "mean": pooled.mean()}
        yield Measured(POOLED, shares, fingerprint(folders, folders[0].parent), kept=True)


def measure_seeds(wanted: Wanted) -> Measured:
    """Measure an account of the seeds against their gold with the project's own scorer."""
    if wanted.seeds is None or wanted.gold is None:
        return Measured(SEEDS, {}, absent="no --seeds folder and --gold file were given")
    missing = [str(path) for path in (wanted.seeds, wanted.gold) if not path.exists()]
    if missing:
        return Measured(SEEDS, {}, absent=f"not there: {', '.join(missing)}")
    try:
        rows = score(run_account(wanted.seeds), read_gold(wanted.gold, wanted.seeds))
    except WarmonitorError as error:
        return Measured(SEEDS, {}, failed=str(error))
    both = fingerprint([wanted.seeds], wanted.seeds) + fingerprint([wanted.gold], wanted.gold.parent)
    return Measured(SEEDS, rows.shares(), hashlib.sha256(both.encode()).hexdigest())


def public_sets() -> dict[str, ModuleType]:
    """Return the scorers of public sets, by name: the modules beside this one with `DATA` and `score(data)`.

    `DATA` names the files and folders, seen from the data folder, that it reads; `FLOORED` the measures
    that have a floor (all where it names none). One whose `score` gives nothing has not found its data.
    One with an empty `DATA` makes its own; `KEPT` are the folders that it is made from.
    """
    names = sorted(m.name for m in pkgutil.iter_modules(package.__path__))
    found = {name: importlib.import_module(f"eval.{name}") for name in names}
    return {name: one for name, one in found.items() if hasattr(one, "DATA") and hasattr(one, "score")}


def measure_set(name: str, module: ModuleType, data: Path | None) -> Measured:
    """Measure one public set, or say that its data is absent; one that names no data is made here."""
    if not module.DATA and hasattr(module, "KEPT"):
        kept = fingerprint(_sources(module.KEPT), module.KEPT[0].parent)
        return Measured(name, dict(module.score(None)), kept, floored=module.FLOORED, kept=True)
    if data is None:
        return Measured(name, {}, absent="no --data folder was given")
    needed = [data / part for part in module.DATA]
    missing = [path.name for path in needed if not path.exists()]
    if missing:
        return Measured(name, {}, absent=f"not in {data}: {', '.join(missing)}")
    try:
        got = dict(module.score(data))
    except OSError as error:
        return Measured(name, {}, failed=f"{error.filename}: {error.strerror}")
    if not got:
        return Measured(name, {}, absent=f"not in {data}")
    return Measured(name, got, fingerprint(needed, data), floored=getattr(module, "FLOORED", ()))


def _sources(folders: tuple[Path, ...]) -> list[Path]:
    """Return the files that a made set is made from, without what Python leaves beside them."""
    return [
        file for folder in folders for file in sorted(folder.rglob("*")) if file.suffix in {".py", ".yml"}
    ]
