"""Sources to raw reports: files and folders, each file by what it is."""

import gzip
import os
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from warmonitor.model import Issue, RawReport
from warmonitor.stages.archive import feed, records, sniff, warc
from warmonitor.stages.archive.made import Found, raw_report
from warmonitor.stages.archive.options import ArchiveOptions
from warmonitor.stages.archive.sniff import Kind
from warmonitor.stages.archive.twins import without_twins
from warmonitor.stages.archive.walk import files

Reader = Callable[[str, bytes, ArchiveOptions], Found]

_MEDIA = {Kind.HTML: "text/html", Kind.TEXT: "text/plain", Kind.MARKDOWN: "text/markdown"}
_MANY: dict[Kind, Reader] = {Kind.JSON: records.read, Kind.FEED: feed.read}
_DEFAULT = ArchiveOptions()


def read_sources(
    sources: Sequence[str], options: ArchiveOptions = _DEFAULT
) -> tuple[list[RawReport], list[Issue]]:
    """Read files and folders and return the raw reports in them and what could not be read.

    Folders are read with all that lies under them, in the order of their names. A source that cannot be
    read is an Issue, and the others are read all the same. A file or record met twice is read once.
    """
    found = Found()
    for part in read_each(sources, options):
        found.take(part)
    kept, twins = without_twins(found.reports)
    return kept, [*found.issues, *twins]


def read_each(sources: Sequence[str], options: ArchiveOptions = _DEFAULT) -> Iterator[Found]:
    """Yield what each file gives, so that no more than one is held at once; twins are not looked for."""
    seen = set[str]()
    for source in sources:
        beside = Found()
        for name, path in files(source, beside, options.files):
            real = os.path.realpath(path)
            if real in seen:
                beside.wrong("read-already", name, "The file was named before and is read once.", fatal=False)
                continue
            seen.add(real)
            file = _read_file(name, path, options)
            yield Found(file.reports, [*beside.issues, *file.issues])
            beside.issues.clear()
        yield beside


def _read_file(name: str, path: Path, options: ArchiveOptions) -> Found:
    found = Found()
    try:
        with path.open("rb") as file:
            head = file.read(sniff.HEAD)
            size = os.fstat(file.fileno()).st_size
            packed = sniff.is_gzip(head)
            inside = sniff.opened(head) if packed else head
            kind = _kind(name, head, inside, found)
            if kind is Kind.WARC:
                return _whole(found, warc.read(name, path, options), size, name, options)
            limit = options.page_bytes if kind in _MEDIA else options.archive_bytes
            if kind is None or _too_large(found, name, size, limit):
                return found
            file.seek(0)
            content = file.read(limit + 1)
            if not _steady(size, len(content), os.fstat(file.fileno()).st_size):
                found.wrong("source-changed", name, "The file changed while it was read.")
                return found
    except OSError as error:
        said = (error.strerror or "it cannot be opened").lower()
        found.wrong("source-unreadable", name, f"The file cannot be read: {said}.")
        return found
    return _read_content(
        found, name, kind, _unpacked(content, limit, name, found) if packed else content, options
    )


def _whole(found: Found, read: Found, size: int, name: str, options: ArchiveOptions) -> Found:
    if not _too_large(found, name, size, options.archive_bytes):
        found.take(read)
    return found


def _kind(name: str, head: bytes, inside: bytes, found: Found) -> Kind | None:
    """Return what the file is, None (and an issue) where it cannot be read as anything."""
    told, kind = sniff.by_name(name), sniff.sniff(inside if inside or not head else head, name)
    if kind is Kind.EMPTY:
        found.wrong("source-empty", name, "The file is empty.")
        return None
    if kind is Kind.BINARY:
        what = sniff.not_read(inside or head) or "no text in any form that is read"
        found.wrong("format-not-read", name, f"It is {what}.")
        return None
    if told in {Kind.WARC, Kind.JSON} and kind is not told:
        found.wrong("wrong-suffix", name, f"The name says {told}, the content is {kind}.", fatal=False)
    return kind


def _too_large(found: Found, name: str, size: int, limit: int) -> bool:
    if size > limit:
        found.wrong("too-large", name, f"It is {size} bytes long; the limit is {limit}.")
    return size > limit


def _steady(before: int, read: int, after: int) -> bool:
    return before == read == after


def _unpacked(content: bytes, limit: int, name: str, found: Found) -> bytes:
    """Return what a gzip file holds, as far as it is whole and not larger than the limit."""
    parts = bytearray()
    unpack = zlib.decompressobj(wbits=31)
    try:
        while content and len(parts) <= limit:
            parts += unpack.decompress(content, limit + 1 - len(parts))
            if unpack.eof:
                content, unpack = unpack.unused_data.lstrip(b"\x00"), zlib.decompressobj(wbits=31)
            else:
                content = unpack.unconsumed_tail
                if not content:
                    found.wrong("cut-short", name, "The compressed file ends too early.", fatal=False)
    except (zlib.error, gzip.BadGzipFile):
        found.wrong(
            "cut-short", name, "The compressed file is damaged; what came before was read.", fatal=False
        )
    if len(parts) > limit:
        found.wrong("too-large", name, f"Unpacked it is longer than {limit} bytes.")
        return b""
    return bytes(parts)


def _read_content(found: Found, name: str, kind: Kind, content: bytes, options: ArchiveOptions) -> Found:
    if content and kind in _MANY:
        found.take(_MANY[kind](name, content, options))
    elif content:
        found.reports.append(raw_report(name, _MEDIA[kind], content))
    return found
