"""Content codings undone, up to a limit of bytes: what unpacks to more is a bomb, and is refused."""

import zlib

from warmonitor.model import FetchError

MOST_CODINGS = 2
_WINDOWS = {"gzip": (31,), "x-gzip": (31,), "deflate": (15, -15)}  # some send deflate without its head


def codings(header: str) -> tuple[str, ...]:
    """Return the codings of a Content-Encoding header, in the order in which they were applied.

    Raises:
        FetchError: when there are too many, or one that is not read.
    """
    named = tuple(part for raw in header.lower().split(",") if (part := raw.strip()) not in {"", "identity"})
    if len(named) > MOST_CODINGS:
        raise FetchError("coding-not-read", f"The page is packed {len(named)} times over.")
    for name in named:
        if name not in _WINDOWS:
            raise FetchError("coding-not-read", f"The page is packed as {name[:40]!r}, which is not read.")
    return named


def decoded(wire: bytes, header: str, limit: int) -> bytes:
    """Return a body with its codings undone.

    Raises:
        FetchError: when it is damaged, cut short, packed in a way that is not read, or longer than the limit.
    """
    for name in reversed(codings(header)):
        wire = _undone(wire, name, limit)
    return wire


def unpacked(content: bytes, limit: int) -> bytes:
    """Return what a gzip file holds, as it is where it is none."""
    return _undone(content, "gzip", limit) if content.startswith(b"\x1f\x8b") else content


def _undone(wire: bytes, name: str, limit: int) -> bytes:
    if not wire:
        return wire
    for window in _WINDOWS[name]:
        try:
            return _inflated(wire, window, limit)
        except zlib.error:
            continue
    raise FetchError("answer-damaged", "The packed page cannot be unpacked.")


def _inflated(wire: bytes, window: int, limit: int) -> bytes:
    parts = bytearray()
    while wire:
        unpack = zlib.decompressobj(wbits=window)
        parts += unpack.decompress(wire, limit + 1 - len(parts))
        if len(parts) > limit:
            raise FetchError("too-large", f"Unpacked, the page is longer than {limit} bytes.")
        if not unpack.eof:
            raise FetchError("cut-short", "The packed page ends too early.")
        wire = unpack.unused_data.lstrip(b"\x00") if window == 31 else b""
    return bytes(parts)
