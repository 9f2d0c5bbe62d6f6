"""An account.json as a source: read once for the places of its records, then record by record."""

import hashlib
import json
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np

from warmonitor.exports.records import read_records
from warmonitor.exports.source import ExportError, Made, Row

FORMAT = "warmonitor-account/1"


class Folder:
    """An account in a folder, open for reading; what is kept in memory are 20 bytes a record."""

    def __init__(self, path: Path) -> None:
        """Open `path`, an account.json or the folder that holds it.

        Raises:
            ExportError: when there is none, or it is none of ours.
        """
        self.path = path / "account.json" if path.is_dir() else path
        try:
            self._file = self.path.open("rb")
        except OSError as error:
            msg = f"{self.path} cannot be read: {error.strerror or error}."
            raise ExportError(msg) from error
        try:
            self._lists, self.made = self._indexed()
        except BaseException:
            self._file.close()
            raise

    def each(self, kind: str) -> Iterator[Row]:
        """Yield every record of a list, in the file's order."""
        listed = self._lists.get(kind)
        for start, length in listed.in_order() if listed else ():
            yield self._read(start, length)

    def some(self, kind: str, records: Sequence[str]) -> list[Row]:
        """Return those of some records that are there, in the order asked for."""
        found = (self._get(kind, one) for one in dict.fromkeys(records))
        return [row for row in found if row is not None]

    def _get(self, kind: str, id_: str) -> Row | None:
        listed = self._lists.get(kind)
        for start, length in listed.named(id_) if listed else ():
            row = self._read(start, length)
            if row.get("id") == id_:
                return row
        return None

    def _read(self, start: int, length: int) -> Row:
        self._file.seek(start)
        row: Row = json.loads(self._file.read(length))
        return row

    def _indexed(self) -> tuple[dict[str, "_List"], Made]:
        lists: dict[str, _List] = {}
        single: dict[str, Any] = {}
        for found in read_records(self._file):
            if not found.listed:
                single[found.name] = found.value
            elif isinstance(found.value, dict):
                lists.setdefault(found.name, _List()).add(found.value.get("id"), found.start, found.length)
        if single.get("format") != FORMAT or not isinstance(single.get("made"), dict):
            msg = f"{self.path} is no account of the form {FORMAT}."
            raise ExportError(msg)
        for listed in lists.values():
            listed.sort()
        return lists, made_of(single["made"])

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def made_of(tree: Row, head: str | None = None) -> Made:
    """Return `made` of account.json as a record."""
    return Made(str(tree["version"]), str(tree["options"]), tuple(tree.get("references", ())), head)


class _List:
    """Where the records of a list lie in the file, in order, and by hashes of their ids."""

    def __init__(self) -> None:
        self._starts, self._lengths, self._ids = array("Q"), array("L"), array("Q")
        self._sorted: Any = None
        self._order: Any = None

    def add(self, id_: object, start: int, length: int) -> None:
        self._starts.append(start)
        self._lengths.append(length)
        self._ids.append(_hashed(id_) if isinstance(id_, str) else 0)

    def sort(self) -> None:
        hashes = np.frombuffer(self._ids, dtype=np.uint64)
        self._order = np.argsort(hashes, kind="stable").astype(np.uint32)
        self._sorted = hashes[self._order]
        self._ids = array("Q")

    def in_order(self) -> Iterator[tuple[int, int]]:
        return zip(self._starts, self._lengths, strict=True)

    def named(self, id_: str) -> Iterator[tuple[int, int]]:
        wanted = _hashed(id_)
        at = int(np.searchsorted(self._sorted, np.uint64(wanted)))
        while at < len(self._sorted) and int(self._sorted[at]) == wanted:
            place = int(self._order[at])
            yield self._starts[place], self._lengths[place]
            at += 1


def _hashed(id_: str) -> int:
    return int.from_bytes(hashlib.blake2b(id_.encode("utf-8", "replace"), digest_size=8).digest(), "big")
