"""The chain over given records: each hash is over the record and the hash before it.

A change of any record, one put in between, left out or in another place gives other hashes from there on. One
cut off at the end shows only to who has kept an earlier head. It is evidence, no proof: who may write to the
database can make the whole chain anew, and only a head kept elsewhere tells.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from warmonitor.model import StoreError

START = "0" * 64
_LINKED = ("seq", "kind", "id", "unit", "content", "received", "tool")


@dataclass(frozen=True, slots=True)
class Head:
    """How many given records there are, and the hash of the last; written `length:hash`."""

    length: int = 0
    hash: str = START

    def __str__(self) -> str:
        return f"{self.length}:{self.hash}"

    @classmethod
    def of(cls, words: str) -> "Head":
        """Read a head as it is printed.

        Raises:
            StoreError: when it is none.
        """
        length, _, digest = words.partition(":")
        if not (length.isdecimal() and length.isascii() and len(digest) == len(START)):
            raise StoreError(f"“{words}” is no head of a chain: a number, a colon and 64 hexadecimal digits.")
        return cls(int(length), digest)


def link(before: str, row: Mapping[str, Any]) -> str:
    """Return the hash of a given record that comes after one with the hash `before`."""
    told = json.dumps([before, *(row[name] for name in _LINKED)], separators=(",", ":"), default=repr)
    return hashlib.sha256(told.encode("ascii")).hexdigest()


def broken(rows: Iterable[Mapping[str, Any]], head: Head, saved: Head | None) -> Iterator[tuple[str, str]]:
    """Yield (record, what is wrong with it) along the chain, in order; `saved` is a head kept elsewhere."""
    at, before = 0, START
    wanted = saved.hash if saved else ""
    for row in rows:
        at += 1
        if row["seq"] != at:
            yield str(row["id"]), f"Record {at} of the chain is missing, or stands elsewhere."
            at = row["seq"]
        if row["hash"] != link(before, row):
            yield str(row["id"]), f"Record {at} of the chain was changed, or one before it is gone."
        before = row["hash"]
        if saved and at == saved.length and before != saved.hash:
            yield str(row["id"]), f"Record {at} of the chain is not the one of the head that was kept."
    if (at, before) != (head.length, head.hash):
        yield "chain", f"The chain ends at {Head(at, before)}, its head says {head}."
    if saved and at < saved.length:
        yield "chain", f"The chain has {at} records; the head that was kept had {saved.length} ({wanted})."
