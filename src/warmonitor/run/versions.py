"""The version of a unit of work: a hash of all that it is made of, so that no change of it goes unnoticed."""

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import warmonitor
from warmonitor.model import make_id

_ROOT = Path(warmonitor.__file__).parent
# What every stage rests on beside its own folder; places are told by the look-ups of a run.
_SHARED = ("model", "language", "reference")
_LEFT_OUT = {".pyc", ".sqlite"}
_LIBRARIES = {
    "clean": ("charset-normalizer", "lxml", "py3langid", "trafilatura"),
    "extract": ("numpy",),
    "placing": ("numpy",),
}
# What is no stage rests on parts of others; the account of a block and its rows on all after clean, on what
# joins and shows them, and on what says which reports are a block.
_FOLDERS = {
    "placing": ("stages/compare", "stages/ground/places", "run/placing.py"),
    "block": (
        *(f"stages/{stage}" for stage in ("compare", "extract", "ground", "group", "reconcile", "tell")),
        "run/across",
        "run/judged",
        "run/account.py",
        "run/outlets.py",
        "run/partition.py",
        "run/putting.py",
        "run/shelving.py",
        "store/called.py",
        "store/families.py",
        "store/fields.py",
        "store/quoting.py",
        "store/told_by.py",
        "store/tree.py",
    ),
}

NO_OPTIONS = make_id("options", "defaults")


@cache
def version_of(stage: str) -> str:
    """Return the version of what is made of one report or block: source, data and libraries, as a hash."""
    places = [_ROOT / name for name in (*_FOLDERS.get(stage, (f"stages/{stage}",)), *_SHARED)]
    parts = [_file(path) for place in places for path in (place, *sorted(place.rglob("*")))]
    return make_id(stage, *filter(None, parts), *map(_library, _LIBRARIES.get(stage, ())))


def _file(path: Path) -> str:
    if not path.is_file() or path.suffix in _LEFT_OUT:
        return ""
    return f"{path.relative_to(_ROOT).as_posix()} {hashlib.sha256(path.read_bytes()).hexdigest()}"


def _library(name: str) -> str:
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return f"{name} unknown"
