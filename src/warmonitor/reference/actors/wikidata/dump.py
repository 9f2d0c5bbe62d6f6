"""A Wikidata JSON dump, one entity a line, read in a stream: plain, gzip or bzip2."""

import bz2
import gzip
import json
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

from warmonitor.model import Issue, WarmonitorError

Entity = dict[str, Any]
_GZIP, _BZIP2 = b"\x1f\x8b", b"BZh"
_FRAME = frozenset({b"", b"[", b"]"})


class DumpError(WarmonitorError):
    """A dump that is not there or cannot be read to its end."""

    code = "dump-unreadable"


def read_dump(path: Path, wanted: Callable[[bytes], bool], issues: list[Issue]) -> Iterator[Entity]:
    """Yield the entities of the lines that `wanted` says may matter; one line is held at a time.

    A line that is no entity is passed over and told, with its number, in `issues`.

    Raises:
        DumpError: when the file is not there, or breaks off.
    """
    try:
        with _opened(path) as lines:
            for number, line in enumerate(lines, 1):
                bare = line.strip().removesuffix(b",")
                if bare in _FRAME or not wanted(bare):
                    continue
                entity = _entity(bare)
                if entity is None:
                    issues.append(
                        Issue("dump-line", f"{path.name}:{number}", "The line is no entity and was not read.")
                    )
                else:
                    yield entity
    except (OSError, EOFError, zlib.error) as broken:
        msg = f"The dump {path.name} cannot be read: {broken}."
        raise DumpError(msg) from broken


def _opened(path: Path) -> IO[bytes] | gzip.GzipFile | bz2.BZ2File:
    with path.open("rb") as file:
        start = file.read(len(_BZIP2))
    if start.startswith(_GZIP):
        return gzip.open(path, "rb")
    return bz2.open(path, "rb") if start == _BZIP2 else path.open("rb")


def _entity(line: bytes) -> Entity | None:
    try:
        read = json.loads(line)
    except (ValueError, RecursionError):
        return None
    known = (
        isinstance(read, dict)
        and isinstance(read.get("id"), str)
        and isinstance(read.get("claims", {}), dict)
    )
    return read if known else None
