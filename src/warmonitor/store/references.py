"""Look-ups that a user adds, kept in a folder with a list of what they are and under which licence."""

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from warmonitor.model import Reference, ReferenceKind, StoreError
from warmonitor.store.files import write_whole

LIST = "references.json"


class References:
    """The look-ups of a folder; one that is not there yet holds none."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def all(self, kind: ReferenceKind | None = None) -> list[Reference]:
        """Return the look-ups, sorted, of one kind or of all.

        Raises:
            StoreError: when the list is there and cannot be read.
        """
        found = (_reference(row) for row in self._rows())
        return sorted(one for one in found if kind in {None, one.kind})

    def path(self, one: Reference) -> Path:
        """Return the compiled file of a look-up."""
        return self.folder / f"{one.kind}-{one.sha256[:16]}.bin"

    def add(self, one: Reference, write: Callable[[Path], None]) -> None:
        """Keep a look-up whose file `write` makes; it takes the place of one of the same kind and name.

        Raises:
            StoreError: when the folder cannot be written to.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            write(self.path(one))
        except OSError as error:
            raise _unwritable(self.folder, error) from error
        self._keep([*self._others(one), one])

    def remove(self, one: Reference) -> None:
        """Forget a look-up and its file.

        Raises:
            StoreError: when the folder cannot be written to.
        """
        self._keep(self._others(one))

    def _others(self, one: Reference) -> list[Reference]:
        return [other for other in self.all() if (other.kind, other.name) != (one.kind, one.name)]

    def _keep(self, kept: list[Reference]) -> None:
        before = self.all()
        rows = [asdict(one) for one in sorted(kept)]
        try:
            write_whole(self.folder / LIST, (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode())
            for path in {self.path(one) for one in before} - {self.path(one) for one in kept}:
                path.unlink(missing_ok=True)
        except OSError as error:
            raise _unwritable(self.folder, error) from error

    def _rows(self) -> list[dict[str, str]]:
        path = self.folder / LIST
        try:
            rows = json.loads(path.read_bytes()) if path.is_file() else []
        except (OSError, ValueError) as error:
            msg = f"The list of look-ups in {path} cannot be read: {error}."
            raise StoreError(msg) from error
        return list(rows)


def _reference(row: dict[str, str]) -> Reference:
    try:
        return Reference(
            ReferenceKind(row["kind"]), row["name"], row["licence"], row["sha256"], int(row["rows"])
        )
    except (KeyError, TypeError, ValueError) as error:
        msg = f"The list of look-ups holds an entry that cannot be read: {row!r}."
        raise StoreError(msg) from error


def _unwritable(folder: Path, error: OSError) -> StoreError:
    return StoreError(f"Look-ups cannot be kept in {folder}: {error.strerror or error}.")
