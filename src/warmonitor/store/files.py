"""Files that are whole or not there, whenever the machine stops."""

import os
import sys
from pathlib import Path
from typing import IO

from warmonitor.model import StoreError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that its old content or the new one is there, never a part."""
    fresh = path.with_name(f"{path.name}.new")
    with fresh.open("wb") as out:
        out.write(content)
        settle(out.fileno())
    fresh.replace(path)
    settle_folder(path.parent)


def settle(descriptor: int) -> None:
    """Wait until what was written is on the disk."""
    os.fsync(descriptor)


def settle_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk, where the system can tell."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def hold(folder: Path, what: str = "index") -> IO[str]:
    """Keep others from writing to a folder while the file that is returned is open.

    Raises:
        StoreError: when somebody else holds it.
    """
    lock = (folder / "lock").open("w")
    try:
        if sys.platform == "win32":
            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        lock.close()
        raise StoreError(f"The {what} in {folder} is open elsewhere.") from error
    return lock
