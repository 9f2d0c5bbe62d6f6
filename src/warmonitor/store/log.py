"""Records one after the other in a file: each is on the disk before it is acknowledged."""

import struct
import zlib
from array import array
from collections.abc import Sequence
from pathlib import Path

from warmonitor.model.errors import StoreError
from warmonitor.store.files import settle

_HEAD = struct.Struct("<II")  # bytes of the record, and their CRC-32


class Log:
    """An append-only file; a record that was only half written when the machine stopped is cut off.

    Where acknowledged records, `least` or more, cannot be read, opening raises StoreError.
    """

    def __init__(self, path: Path, least: int = 0) -> None:
        path.touch()
        self._path = path
        self._file = path.open("r+b")
        self._starts = array("Q")
        self._end = 0
        try:
            self._scan(path.stat().st_size, least)
        except StoreError:
            self.close()
            raise

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, number: int) -> bytes:
        self._file.seek(self._starts[number])
        size, _ = _HEAD.unpack(self._file.read(_HEAD.size))
        return self._file.read(size)

    def append(self, records: Sequence[bytes]) -> None:
        """Write records and wait until they are on the disk."""
        at, starts, parts = self._end, [], []
        for record in records:
            starts.append(at)
            parts += [_HEAD.pack(len(record), zlib.crc32(record)), record]
            at += _HEAD.size + len(record)
        self._file.seek(self._end)
        self._file.write(b"".join(parts))
        self._file.flush()
        settle(self._file.fileno())
        self._starts.extend(starts)
        self._end = at

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _scan(self, size: int, least: int) -> None:
        while self._end < size and (whole := self._whole(size)):
            self._starts.append(self._end)
            self._end = whole
        if len(self) < least:
            raise StoreError(f"{self._path} has {len(self)} records of {least}.")
        if self._end < size:
            self._file.truncate(self._end)
            settle(self._file.fileno())

    def _whole(self, size: int) -> int | None:
        """Return where the record at the end of those read ends, None where it was never acknowledged."""
        self._file.seek(self._end)
        head = self._file.read(_HEAD.size)
        if len(head) < _HEAD.size:
            return None
        length, check = _HEAD.unpack(head)
        end: int = self._end + _HEAD.size + length
        if end <= size and zlib.crc32(self._file.read(length)) == check:
            return end
        if end < size and head != bytes(_HEAD.size):
            raise StoreError(f"{self._path} is damaged at byte {self._end}; what follows cannot be read.")
        return None
