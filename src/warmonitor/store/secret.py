"""The secret of an installation: 256 bits in a file that only its owner may read."""

import os
import secrets
import stat
import sys
from pathlib import Path

from warmonitor.model import StoreError
from warmonitor.store.files import settle, settle_folder

NAME = "secret"
_BYTES = 32


def install_secret(folder: Path) -> bytes:
    """Return the secret in a folder, which is made where there is none.

    Raises:
        StoreError: when it cannot be read or made, or others may read it.
    """
    path = folder / NAME
    try:
        _make(path)
        _guard(path)
        found = bytes.fromhex(path.read_text("ascii").strip())
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or "it is no hexadecimal number"
        raise StoreError(f"The secret in {path} cannot be used: {said}.") from error
    if len(found) != _BYTES:
        raise StoreError(f"The secret in {path} is not {_BYTES} bytes long; remove it to have another made.")
    return found


def _make(path: Path) -> None:
    """Make a secret if there is none; of two processes that do so at once, one does."""
    if path.exists():
        return
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as out:
        out.write(secrets.token_hex(_BYTES))
        out.flush()
        settle(out.fileno())
    try:
        os.link(fresh, path)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()
    settle_folder(path.parent)


def _guard(path: Path) -> None:
    if sys.platform != "win32" and stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise StoreError(f"Others than its owner may read {path}: chmod 600 {path}.")
