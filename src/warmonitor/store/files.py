"""Files that are whole or not there, whenever the machine stops."""

import os
from pathlib import Path


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
