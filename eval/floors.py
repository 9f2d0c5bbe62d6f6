"""Floors that quality must not fall below, with the fingerprint of the data they were measured on."""

import hashlib
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

FLOORS = Path(__file__).parent / "floors.json"
SCALE = 1000  # floors keep three digits


@dataclass
class Floor:
    """One set's floors by measure, the data's fingerprint, and why any of them was lowered."""

    data: str
    floors: dict[str, float]
    lowered: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Verdict:
    """One line of the gate's table."""

    name: str
    measure: str
    floor: float | None
    got: float | None

    @property
    def ok(self) -> bool:
        """Say whether the measure was taken and reached its floor."""
        return self.got is not None and (self.floor is None or rounded(self.got) >= self.floor)


def rounded(share: float) -> float:
    """Return the share cut, never raised, to three digits."""
    return math.floor(share * SCALE + 1e-9) / SCALE


def fingerprint(paths: Iterable[Path], root: Path) -> str:
    """Return the SHA-256 over names (seen from `root`) and bytes of all files, folders walked through."""
    digest = hashlib.sha256()
    files = {
        file for path in paths for file in ([path] if path.is_file() else path.rglob("*")) if file.is_file()
    }
    for file in sorted(files, key=lambda f: f.relative_to(root).as_posix()):
        digest.update(file.relative_to(root).as_posix().encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def read_floors(path: Path = FLOORS) -> dict[str, Floor]:
    """Return the floors by set, none where the file is not there yet."""
    if not path.exists():
        return {}
    content = json.loads(path.read_text(encoding="utf-8"))
    return {name: Floor(**entry) for name, entry in content.items()}


def write_floors(floors: Mapping[str, Floor], path: Path = FLOORS) -> None:
    """Write the floors, sets and measures in the alphabet's order."""
    content = {
        name: {"data": kept.data, "floors": dict(sorted(kept.floors.items())), "lowered": kept.lowered}
        for name, kept in sorted(floors.items())
    }
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def judge(name: str, got: Mapping[str, float], kept: Floor | None) -> list[Verdict]:
    """Return a verdict on every measure that was taken or that has a floor."""
    floors = kept.floors if kept else {}
    return [Verdict(name, m, floors.get(m), got.get(m)) for m in sorted({*got, *floors})]


def renew(kept: Floor | None, got: Mapping[str, float], data: str, reason: str | None = None) -> Floor:
    """Return the floors after a measuring: raised where it went up, lowered only for a reason.

    New data has no floors yet: they are taken anew, and a reason is asked for as for lowering.
    """
    cut = {measure: rounded(share) for measure, share in got.items()}
    if kept is None:
        return Floor(data, cut)
    if reason is None:
        higher = {m: max(floor, cut.get(m, floor)) for m, floor in kept.floors.items()}
        return Floor(kept.data, {**cut, **higher}, kept.lowered)
    fell = sorted(m for m, floor in kept.floors.items() if cut.get(m, -1.0) < floor)
    note = [f"{reason} ({', '.join(fell)})"] if fell or data != kept.data else []
    return Floor(data, cut, kept.lowered + note)
