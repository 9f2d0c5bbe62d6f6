"""JSON read in a stream: the records of each list of one object, with their places in the file."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedIOBase
from typing import Any

from warmonitor.exports.source import ExportError

CHUNK = 1 << 20
_SPACE = re.compile(r"[ \t\r\n]*")
_AFTER = frozenset(" \t\r\n,:]}")
_DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class Found:
    """A record, or a whole member that is no list: its list's name, its first byte and how many there are."""

    name: str
    value: Any
    start: int
    length: int
    listed: bool


def read_records(stream: BufferedIOBase) -> Iterator[Found]:
    """Yield what a JSON object holds, a list's records one by one, whatever its size.

    Raises:
        ExportError: when the bytes are no JSON object in UTF-8.
    """
    try:
        yield from _Scan(stream).members()
    except (ValueError, RecursionError) as broken:
        msg = f"This is no account.json: {broken}."
        raise ExportError(msg) from broken


class _Scan:
    """A window of text that moves over a file, and the byte at which it begins."""

    def __init__(self, stream: BufferedIOBase) -> None:
        self._stream = stream
        self._text, self._at, self._byte = "", 0, 0
        self._rest = b""
        self._ended = False

    def members(self) -> Iterator[Found]:
        self._take("{")
        if self._next("}"):
            return
        while True:
            name = self._value()[0]
            if not isinstance(name, str):
                raise ValueError("the name of a member is no text")  # noqa: TRY004
            self._take(":")
            yield from self._member(name)
            if self._next("}"):
                return
            self._take(",")

    def _member(self, name: str) -> Iterator[Found]:
        if not self._next("["):
            yield Found(name, *self._value(), False)
            return
        if self._next("]"):
            return
        while True:
            yield Found(name, *self._value(), True)
            if self._next("]"):
                return
            self._take(",")

    def _value(self) -> tuple[Any, int, int]:
        """Return the next value with its first byte and its length in bytes."""
        self._skip()
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except ValueError:
                if self._ended:
                    raise
            else:
                # A number goes on where the window ends in it: 1|.5, 1.|5.
                if self._ended or self._text[end : end + 1] in _AFTER:
                    break
            self._more()
        start = self._byte
        self._go(end)
        return value, start, self._byte - start

    def _next(self, mark: str) -> bool:
        """Pass a mark if it comes next."""
        self._skip()
        found = self._text.startswith(mark, self._at)
        if found:
            self._go(self._at + 1)
        return found

    def _take(self, mark: str) -> None:
        if not self._next(mark):
            msg = f"{mark!r} is missing at byte {self._byte}"
            raise ValueError(msg)

    def _skip(self) -> None:
        while True:
            if match := _SPACE.match(self._text, self._at):
                # Blanks are a byte each.
                self._byte += match.end() - self._at
                self._at = match.end()
            if self._at < len(self._text) or self._ended:
                return
            self._more()

    def _go(self, end: int) -> None:
        passed = self._text[self._at : end]
        self._byte += len(passed) if passed.isascii() else len(passed.encode())
        self._at = end

    def _more(self) -> None:
        """Drop what was passed and read on, twice as much where one value is longer than the window."""
        kept = self._text[self._at :]
        read = self._stream.read(max(CHUNK, len(kept)))
        self._ended = not read
        whole, self._rest = _whole(self._rest + read, self._ended)
        self._text, self._at = kept + whole, 0


def _whole(data: bytes, ended: bool) -> tuple[str, bytes]:
    """Return the text of bytes, and the bytes of a character that has begun at their end."""
    try:
        return data.decode(), b""
    except UnicodeDecodeError as broken:
        if ended or broken.start < len(data) - 3:
            raise
        return data[: broken.start].decode(), data[broken.start :]
