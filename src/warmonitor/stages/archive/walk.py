"""Paths as given, and the files that they lead to."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from warmonitor.stages.archive.made import Found

_KINDS = {
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


def files(source: str, found: Found, limit: int) -> Iterator[tuple[str, Path]]:
    """Yield each regular file under `source` as (name to show, path), sorted; note what is none."""
    mode = _mode(Path(source), source, found)
    if mode is None:
        return
    if not stat.S_ISDIR(mode):
        yield source, Path(source)
        return
    count = 0
    for name, path in _folder(source, Path(source), found, frozenset()):
        count += 1
        if count > limit:
            found.wrong(
                "too-many-files", source, f"More than {limit} files: the rest was not read.", fatal=False
            )
            return
        yield name, path
    if not count:
        found.wrong("folder-empty", source, "The folder holds no file that can be read.")


def _folder(name: str, folder: Path, found: Found, above: frozenset[str]) -> Iterator[tuple[str, Path]]:
    real = os.path.realpath(folder)
    if real in above:
        found.wrong("symlink-loop", name, "The link leads back to a folder that it lies in.")
        return
    try:
        inside = sorted(entry.name for entry in folder.iterdir())
    except OSError as error:
        found.wrong("source-unreadable", name, f"The folder cannot be listed: {_reason(error)}.")
        return
    for entry in inside:
        shown, path = f"{name.rstrip('/')}/{entry}", folder / entry
        if entry.startswith("."):
            found.wrong("hidden-file", shown, "A hidden file or folder was left out.", fatal=False)
            continue
        mode = _mode(path, shown, found)
        if mode is None:
            continue
        if stat.S_ISDIR(mode):
            yield from _folder(shown, path, found, above | {real})
        else:
            yield shown, path


def _mode(path: Path, name: str, found: Found) -> int | None:
    """Return the mode of a regular file or folder; note anything else."""
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        link = path.is_symlink() if "\x00" not in name else False
        said = "The link leads to nothing." if link else "There is no such file or folder."
        found.wrong("source-missing", name, said)
        return None
    except (OSError, ValueError, RuntimeError) as error:
        loop = isinstance(error, RuntimeError) or getattr(error, "errno", 0) == 40
        code = "symlink-loop" if loop else "source-unreadable"
        found.wrong(code, name, f"The path cannot be followed: {_reason(error)}.")
        return None
    if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
        return mode
    what = _KINDS.get(stat.S_IFMT(mode), "no regular file")
    found.wrong("not-a-file", name, f"It is {what}, not a file.")
    return None


def _reason(error: Exception) -> str:
    said = getattr(error, "strerror", None) or str(error)
    return str(said).lower().rstrip(".")
