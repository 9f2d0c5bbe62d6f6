"""Reports and their sorted keys in a folder, safe whenever the machine stops.

A report is acknowledged once it is in the log. Keys are written to files now and then; `manifest.json` names
the files and says for how many reports of the log they stand, and is replaced as a whole. What came after is
given back on opening, for its keys to be added again.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from warmonitor.model import Report, StoreError, VersionError
from warmonitor.store.files import hold, settle_folder, write_whole
from warmonitor.store.log import Log
from warmonitor.store.records import from_bytes, to_bytes
from warmonitor.store.segments import Segments

FORMAT = 2
WAITING = 2_000  # reports whose keys wait in memory before they are written


class Library(Sequence[Report]):
    """Reports by their number in the order of coming; `runs` and `names` are sorted keys beside them.

    `algorithm` names how keys are made; a folder made otherwise is refused with VersionError.
    """

    def __init__(self, folder: Path, algorithm: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder, self._algorithm = folder, algorithm
        self._lock = hold(folder)
        try:
            manifest = self._read_manifest()
            self.runs = Segments(folder, "runs", manifest["runs"])
            self.names = Segments(folder, "names", manifest["names"])
            self._log = Log(folder / "reports.log", manifest["reports"])
        except StoreError:
            self._lock.close()
            raise
        self.written: int = manifest["reports"]
        self._clear()

    def __len__(self) -> int:
        return len(self._log)

    def __getitem__(self, number: Any) -> Any:
        return from_bytes(self._log[number])

    def pending(self) -> Iterator[tuple[int, Report]]:
        """Yield the reports whose keys are not in files, with their numbers."""
        for number in range(self.written, len(self._log)):
            yield number, from_bytes(self._log[number])

    def append(self, reports: Sequence[Report]) -> None:
        """Keep reports; once this returns, they are on the disk."""
        self._log.append([to_bytes(report) for report in reports])

    def write(self) -> None:
        """Write the keys of all reports so far to files, if enough of them wait."""
        if len(self._log) - self.written >= WAITING:
            self.flush()

    def flush(self) -> None:
        """Write the keys of all reports so far to files."""
        self.written = len(self._log)
        self._log.keep_starts()
        self.runs.write(self.written)
        self.names.write(self.written)
        settle_folder(self._folder)
        told = {
            "format": FORMAT,
            "algorithm": self._algorithm,
            "reports": self.written,
            "runs": self.runs.files,
            "names": self.names.files,
        }
        write_whole(self._folder / "manifest.json", json.dumps(told, indent=2).encode())
        self._clear()

    def close(self) -> None:
        """Close the files; nothing is lost that was kept."""
        self._log.close()
        self._lock.close()

    def _read_manifest(self) -> dict[str, Any]:
        path = self._folder / "manifest.json"
        if not path.exists():
            made: dict[str, Any] = {"reports": 0, "runs": [], "names": []}
            told = {"format": FORMAT, "algorithm": self._algorithm, **made}
            write_whole(path, json.dumps(told, indent=2).encode())
            return made
        try:
            found: dict[str, Any] = json.loads(path.read_text("utf-8"))
            version = (found["format"], found["algorithm"])
        except (ValueError, KeyError, TypeError) as error:
            raise StoreError(f"{path} cannot be read.") from error
        if version != (FORMAT, self._algorithm):
            was, wanted = (
                f"format {number}, {name}" for number, name in (version, (FORMAT, self._algorithm))
            )
            said = f"The index in {self._folder} was made by another version ({was}; wanted: {wanted})."
            raise VersionError(f"{said} Make it anew in another folder from its reports.")
        return found

    def _clear(self) -> None:
        """Take away files that no manifest names."""
        kept = {*self.runs.files, *self.names.files}
        for path in self._folder.glob("*.u64"):
            if path.name not in kept:
                path.unlink()
