"""Records one after the other in a file: each is on the disk before it is acknowledged.

Where they start is kept in a file beside it now and then, so that opening reads what came after and no more.
"""

import struct
import zlib
from array import array
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from warmonitor.model import StoreError
from warmonitor.store.files import settle

_HEAD = struct.Struct("<II")  # bytes of the record, and their CRC-32


class Log:
    """An append-only file; a record that was only half written when the machine stopped is cut off.

    Where acknowledged records, `least` or more, cannot be read, StoreError is raised: on opening for those
    whose starts are not kept, else when the record is asked for.
    """

    def __init__(self, path: Path, least: int = 0) -> None:
        path.touch()
        path.with_suffix(".starts").touch()
        self._path = path
        # Without a buffer: what could not be written is not tried again behind the next record's back.
        self._file = path.open("r+b", buffering=0)
        self._kept = path.with_suffix(".starts").open("r+b")
        self._starts, self._end = array("Q"), 0
        try:
            size = path.stat().st_size
            self._recall(size, least)
            self._scan(size, least)
        except StoreError:
            self.close()
            raise
        self._settled = min(least, len(self))
        self._torn = False

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, number: int) -> bytes:
        self._file.seek(self._starts[number])
        size, check = self._head()
        record: bytes = self._file.read(size)
        if len(record) < size or zlib.crc32(record) != check:
            raise StoreError(f"{self._path} is damaged at byte {self._starts[number]}.")
        return record

    def append(self, records: Sequence[bytes]) -> None:
        """Write records and wait until they are on the disk; where that fails, none counts."""
        at, starts, parts = self._end, [], []
        for record in records:
            starts.append(at)
            parts += [_HEAD.pack(len(record), zlib.crc32(record)), record]
            at += _HEAD.size + len(record)
        self._write(b"".join(parts))
        self._starts.extend(starts)
        self._end = at

    def _write(self, content: bytes) -> None:
        if self._torn:  # a longer record that failed may stand where this one ends
            self._file.truncate(self._end)
        self._torn = True
        self._file.seek(self._end)
        left = memoryview(content)
        while left:
            left = left[self._file.write(left) :]
        settle(self._file.fileno())
        self._torn = False

    def keep_starts(self) -> None:
        """Write where records start, and wait until that is on the disk."""
        self._kept.seek(8 * self._settled)
        self._kept.write(np.array(self._starts[self._settled :], "<u8").tobytes())
        self._kept.truncate()
        self._kept.flush()
        settle(self._kept.fileno())
        self._settled = len(self)

    def close(self) -> None:
        """Close the files."""
        self._file.close()
        self._kept.close()

    def _recall(self, size: int, count: int) -> None:
        """Take the starts of so many records as they were kept, if the last is where they say."""
        starts = np.fromfile(self._kept, "<u8", count).astype(np.uint64)
        if count and len(starts) == count and int(starts[-1]) < size:
            self._end = int(starts[-1])
            if (end := self._whole(size, told=False)) is not None:
                self._starts, self._end = array("Q", starts.tobytes()), end
            else:
                self._end = 0

    def _scan(self, size: int, least: int) -> None:
        while self._end < size and (whole := self._whole(size)):
            self._starts.append(self._end)
            self._end = whole
        if len(self) < least:
            raise StoreError(f"{self._path} has {len(self)} records of {least}.")
        if self._end < size:
            self._file.truncate(self._end)
            settle(self._file.fileno())

    def _head(self) -> tuple[int, int]:
        head = self._file.read(_HEAD.size).ljust(_HEAD.size, b"\0")
        size, check = _HEAD.unpack(head)
        return size, check

    def _whole(self, size: int, told: bool = True) -> int | None:
        """Return where the record at the end of those read ends, None where it was never acknowledged."""
        self._file.seek(self._end)
        length, check = self._head()
        end: int = self._end + _HEAD.size + length
        if size < self._end + _HEAD.size:
            return None
        if end <= size and zlib.crc32(self._file.read(length)) == check:
            return end
        if told and end < size and (length or check):
            raise StoreError(f"{self._path} is damaged at byte {self._end}; what follows cannot be read.")
        return None
