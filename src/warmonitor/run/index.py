"""The index of reports in a folder: opened, grown by a report at a time, and found again after a restart."""

from collections.abc import Sequence
from pathlib import Path

from warmonitor.model import Report
from warmonitor.stages.compare import ALGORITHM, Candidate, Index
from warmonitor.store.library import Library


class ReportIndex:
    """An index in a folder; a report is safe once `add` has returned."""

    def __init__(self, folder: Path) -> None:
        self._library = Library(folder, ALGORITHM)
        self._index = Index(self._library)
        if waiting := [report for _, report in self._library.pending()]:
            self._index.enter_all(self._library.written, waiting)

    def __len__(self) -> int:
        return len(self._library)

    def __getitem__(self, number: int) -> Report:
        found: Report = self._library[number]
        return found

    def __enter__(self) -> "ReportIndex":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(self, report: Report) -> list[Candidate]:
        """Keep a report; return the earlier ones that share runs of words with it."""
        found = self._index.add(report)
        self._library.write()
        return found

    def add_all(self, reports: Sequence[Report]) -> None:
        """Keep many reports at once, without asking for candidates."""
        number = len(self._library)
        self._library.append(reports)
        self._index.enter_all(number, reports)
        self._library.write()

    def candidates(self, report: Report) -> list[Candidate]:
        """Return the reports that share runs of words with one that may or may not be among them."""
        return self._index.candidates(report)

    def close(self) -> None:
        """Write what waits, and close the files."""
        self._library.flush()
        self._library.close()
