"""Bytes as received, each under its SHA-256: written once, whole or not at all, checked when read."""

import hashlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

from warmonitor.model import StoreError
from warmonitor.store.files import settle, settle_folder
from warmonitor.store.points import reach

CAPTURES = "watch"  # the folder of what a watch fetched, beside the bytes
_ABANDONED = 3600  # seconds after which a file that nobody finished is taken away


class RawFolder:
    """A folder of bytes by their SHA-256 in hexadecimal; only the owner may look into it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._fresh = folder / "new"

    def prepare(self) -> None:
        """Make the folder if need be, and clear what a stop has left half written."""
        self._fresh.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.folder.chmod(0o700)
        for path in self._fresh.iterdir():
            if time.time() - path.stat().st_mtime > _ABANDONED:
                path.unlink(missing_ok=True)

    def is_one(self) -> bool:
        """Say whether this folder was prepared."""
        return self._fresh.is_dir()

    def path(self, sha256: str) -> Path:
        """Return where the bytes are or would be."""
        return self.folder / sha256[:2] / sha256

    def put(self, content: bytes, sha256: str) -> None:
        """Keep bytes; once this returns they are on the disk under their name."""
        path = self.path(sha256)
        if self.sound(sha256):
            settle_folder(path.parent)  # whoever wrote it may have stopped before
            return
        if not path.parent.is_dir():
            path.parent.mkdir(exist_ok=True, mode=0o700)
            settle_folder(self.folder)
        self._write(path, content)

    def get(self, sha256: str) -> bytes:
        """Return the bytes.

        Raises:
            StoreError: when they are gone, or others than they were.
        """
        try:
            content = self.path(sha256).read_bytes()
        except OSError as error:
            raise StoreError(f"The bytes {sha256} are gone: {error.strerror or error}.") from error
        if hashlib.sha256(content).hexdigest() != sha256:
            raise StoreError(f"The bytes {sha256} are not what they were.")
        return content

    def sound(self, sha256: str) -> bool:
        """Say whether the bytes are there and are what they were."""
        try:
            self.get(sha256)
        except StoreError:
            return False
        return True

    def all(self) -> Iterator[str]:
        """Yield the names of all bytes, sorted."""
        for part in sorted(self.folder.glob("[0-9a-f][0-9a-f]")):
            yield from sorted(path.name for path in part.iterdir())

    def _write(self, path: Path, content: bytes) -> None:
        fresh = self._fresh / f"{path.name}.{os.getpid()}"
        try:
            with fresh.open("wb") as out:
                reach("raw-opened")
                out.write(content)
                out.flush()
                reach("raw-written")
                settle(out.fileno())
            fresh.chmod(0o400)
            fresh.replace(path)
        except OSError:
            fresh.unlink(missing_ok=True)
            raise
        reach("raw-renamed")
        settle_folder(path.parent)
        reach("raw-settled")
