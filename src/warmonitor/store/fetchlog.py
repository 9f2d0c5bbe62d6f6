"""The custody log: a record a fetch, in a chain of hashes like that of given records.

Each record ends with the hash over itself and the hash before it, so that a change of any shows in all
that come after. Records of a log that began without a chain count as links too: the first that bears a hash
is over them all. What a head that was kept elsewhere tells beside that stands in `store/chain.py`.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from warmonitor.model import StoreError
from warmonitor.store.chain import START, Head
from warmonitor.store.log import Log

_LINK = re.compile(rb', "chain": "([0-9a-f]{64})"\}\Z')


class FetchLog:
    """Custody records as plain values of JSON; `least` are acknowledged for sure."""

    def __init__(self, path: Path, least: int = 0) -> None:
        self._log = Log(path, least)
        try:
            self._last = self._found()
        except StoreError:
            self.close()
            raise

    def __len__(self) -> int:
        return len(self._log)

    def __getitem__(self, number: int) -> dict[str, Any]:
        told: dict[str, Any] = json.loads(self._log[number])
        return told

    @property
    def head(self) -> Head:
        """Return how many records there are, and the hash of the last."""
        return Head(len(self._log), self._last)

    def append(self, told: dict[str, Any]) -> None:
        """Write a record and wait until it is on the disk."""
        content = json.dumps(told).encode("ascii")
        digest = _link(self._last, content)
        self._log.append([content[:-1] + f', "chain": "{digest}"}}'.encode("ascii")])
        self._last = digest

    def broken(self, saved: Head | None = None) -> Iterator[tuple[int, str]]:
        """Yield (number of the record, what is wrong with it), in order; `saved` is a head kept elsewhere."""
        before, chained = START, False
        for number in range(len(self)):
            try:
                content, digest = _parts(self._log[number])
            except StoreError as error:
                yield number, str(error)
                return
            linked = _link(before, content)
            if (digest or linked) != linked or (chained and not digest):
                yield number, f"Record {number + 1} of the log was changed, or one before it."
            before, chained = digest or linked, chained or bool(digest)
            if saved and number + 1 == saved.length and before != saved.hash:
                yield number, f"Record {number + 1} of the log is not the one of the head that was kept."
        if saved and len(self) < saved.length:
            yield len(self), f"The log has {len(self)} records; the head that was kept had {saved.length}."

    def keep_starts(self) -> None:
        """Write where records start, and wait until that is on the disk."""
        self._log.keep_starts()

    def close(self) -> None:
        """Close the files."""
        self._log.close()

    def _found(self) -> str:
        """Return the hash of the last record, made up for those of a log without a chain."""
        if not len(self._log):
            return START
        _, digest = _parts(self._log[len(self._log) - 1])
        return digest or self._made_up()

    def _made_up(self) -> str:
        before = START
        for number in range(len(self._log)):
            content, digest = _parts(self._log[number])
            before = digest or _link(before, content)
        return before


def _parts(record: bytes) -> tuple[bytes, str]:
    """Return a record without its hash, and the hash, "" where it bears none."""
    found = _LINK.search(record)
    return (record[: found.start()] + b"}", found[1].decode()) if found else (record, "")


def _link(before: str, content: bytes) -> str:
    return hashlib.sha256(before.encode("ascii") + b"\n" + content).hexdigest()
