"""Where a record stands among those of its kind, as bytes that both databases compare alike."""

from collections.abc import Sequence

LONGEST = 200  # bytes of a part that count: an index takes no more than some thousand in all

Part = str | int | None


def rank(parts: Sequence[Part]) -> bytes:
    """Return bytes that sort as the parts do: text by code points, numbers from 0 on, None before both."""
    return b"".join(map(_part, parts))


def _part(part: Part) -> bytes:
    if part is None:
        return b"\x00"
    if isinstance(part, str):
        kept = part.encode("utf-8", "surrogatepass")[:LONGEST]
        return b"\x02" + kept.replace(b"\x00", b"\x00\xff") + b"\x00\x00"
    return b"\x01" + part.to_bytes(8, "big")
