"""A PMTiles file of one picture, written by the specification (version 3) byte for byte."""

import gzip
import json
import struct
import zlib
from pathlib import Path

_ROOT, _GZIP, _PNG, _NONE = 127, 2, 2, 1


def write_tiles(path: Path, credit: str) -> None:
    """Write a file that has the whole world as one orange picture at zoom 0."""
    picture = _png(256, (240, 160, 40))
    # One entry: tile 0, run of 1, its length, offset 0 (kept as 1).
    root = gzip.compress(b"".join(map(_varint, (1, 0, 1, len(picture), 1))), mtime=0)
    told = gzip.compress(json.dumps({"attribution": credit}).encode(), mtime=0)
    ends = (_ROOT, len(root), _ROOT + len(root), len(told), 0, 0, _ROOT + len(root) + len(told), len(picture))
    world = (-1_800_000_000, -850_000_000, 1_800_000_000, 850_000_000)
    head = b"PMTiles\x03" + struct.pack("<8Q", *ends) + struct.pack("<3Q", 1, 1, 1)
    head += struct.pack("<BBBBBB", 1, _GZIP, _NONE, _PNG, 0, 0)
    head += struct.pack("<4i", *world) + struct.pack("<B2i", 0, 0, 0)
    assert len(head) == _ROOT
    path.write_bytes(head + root + told + picture)


def _varint(number: int) -> bytes:
    made = bytearray()
    while number > 127:
        made.append(number & 127 | 128)
        number >>= 7
    return bytes([*made, number])


def _png(side: int, colour: tuple[int, int, int]) -> bytes:
    rows = (b"\0" + bytes(colour) * side) * side
    parts = (
        (b"IHDR", struct.pack(">2I5B", side, side, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
