"""A file as numbered lines of bytes, out of a zip archive where it lies in one."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO

from warmonitor.model import SourceError

# A text that grows more than this when unpacked, and to more than this many bytes, is a trap.
_GROWTH = 100
_SMALL = 64 * 2**20
# Members of GeoNames' archives that tell of the table and are not it.
_BESIDE = ("readme", "iso-languagecodes", "__macosx")
_TABLES = {".txt", ".csv", ".tsv", ".tab", ".geojson", ".json"}
# A line that never ends is no line of a table.
_LONGEST = 2**24


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """Open a file, or the one table in a zip archive.

    Raises:
        SourceError: when there is no such file, or the archive is broken, a trap, or holds several tables.
    """
    try:
        if path.is_file() and zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive, archive.open(_member(path, archive)) as content:
                yield content
        else:
            with path.open("rb") as content:
                yield content
    except (OSError, EOFError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError) as error:
        said = getattr(error, "strerror", None) or str(error) or "the archive is broken"
        msg = f"{path} cannot be read: {said}."
        raise SourceError(msg) from error


def _member(path: Path, archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    names = [one for one in archive.infolist() if not one.is_dir() and not _is_beside(one)]
    if any(one.filename == "[Content_Types].xml" for one in names):
        msg = f"{path} is a spreadsheet; save the sheet with the places as CSV in UTF-8."
        raise SourceError(msg)
    tables = [one for one in names if PurePosixPath(one.filename).suffix.casefold() in _TABLES]
    named = [one for one in tables if PurePosixPath(one.filename).stem.casefold() == path.stem.casefold()]
    chosen = named if len(tables) > 1 else tables
    if len(chosen) != 1:
        what = f"{len(tables)} tables" if tables else "no table"
        msg = f"{path} holds {what}; one is wanted, or one with the name of the archive."
        raise SourceError(msg)
    if chosen[0].file_size > max(_SMALL, _GROWTH * chosen[0].compress_size):
        msg = f"{path} unpacks to more than {_GROWTH} times its size, which no gazetteer does."
        raise SourceError(msg)
    return chosen[0]


def _is_beside(one: zipfile.ZipInfo) -> bool:
    return PurePosixPath(one.filename).parts[0].casefold().startswith(_BESIDE) or _is_hidden(one.filename)


def _is_hidden(name: str) -> bool:
    return PurePosixPath(name).name.startswith(".") or PurePosixPath(name).name.casefold().startswith(_BESIDE)


def numbered(content: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """Yield the lines that hold anything, counted from 1, without their ends; a line has a longest length."""
    number = 0
    while line := content.readline(_LONGEST):
        number += 1
        bare = line.rstrip(b"\r\n")
        if number == 1:
            bare = bare.removeprefix(b"\xef\xbb\xbf")
        if bare.strip():
            yield number, bare
