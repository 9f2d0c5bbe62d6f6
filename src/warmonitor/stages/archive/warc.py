"""Web archives: members and records are cut out here, so that one damaged record costs no other.

The reading library passes over cut files and bad lengths without a word, and loses all that follows a
damaged member; so lengths, checksums and member ends are checked before it sees a record.
"""

import io
import mmap
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from warmonitor.stages.archive import sniff
from warmonitor.stages.archive.made import Found, raw_report
from warmonitor.stages.archive.options import ArchiveOptions
from warmonitor.stages.archive.sniff import Kind

_MEMBER = b"\x1f\x8b\x08"
_CHUNK = 1 << 20
_HEADER_BYTES = 65_536
_START = re.compile(rb"WARC/[01]\.\d+\r?\n")
_LENGTH = re.compile(rb"\r?\nContent-Length:[ \t]*(\d{1,12})[ \t]*\r?\n", re.IGNORECASE)
_ROBOTS = re.compile(r"<?https?://[^/]*/robots\.txt>?", re.IGNORECASE)  # rules for programs: no page
_WANTED = {"response", "resource", "conversion"}
_MEDIA = {
    "text/html": "text/html",
    "application/xhtml+xml": "text/html",
    "text/plain": "text/plain",
    "text/markdown": "text/markdown",
}
_KINDS = {Kind.HTML: "text/html", Kind.TEXT: "text/plain", Kind.MARKDOWN: "text/markdown"}


def read(source: str, path: Path, options: ArchiveOptions) -> Found:
    """Read the pages of a .warc or .warc.gz file; damage is an issue with its place in the file."""
    found = Found()
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        n = 0
        for content in _contents(source, data, found, options):
            for record in _records(source, content, found, options):
                n += 1
                if n > options.records:
                    found.wrong("too-many-records", source, f"Only {options.records} were read.", fatal=False)
                    return found
                _page(f"{source}#{n}", record, found, options)
    if not found.reports and not found.issues:
        found.wrong("source-empty", source, "The archive holds no page.")
    return found


def _contents(
    source: str, data: mmap.mmap, found: Found, options: ArchiveOptions
) -> Iterator[bytes | mmap.mmap]:
    if data[:2] != _MEMBER[:2]:
        yield data
        return
    at = 0
    while 0 <= at < len(data):
        content, end = _member(data, at, options.member_bytes)
        if content is None:
            said = f"The compressed record at byte {at} is damaged, cut short or too large."
            found.wrong("record-damaged", source, said, fatal=False)
            at = data.find(_MEMBER, at + 1)
        else:
            yield content
            at = data.find(_MEMBER, end)
            if data[end : at if at >= 0 else end + _CHUNK].strip(b"\0"):  # zeros fill up a block of a tape
                said = f"What stands at byte {end} is no compressed record."
                found.wrong("record-damaged", source, said, fatal=False)


def _member(data: mmap.mmap, start: int, limit: int) -> tuple[bytes | None, int]:
    """Return one unpacked gzip member and where it ends, None where it is not whole."""
    unpack, parts, at = zlib.decompressobj(wbits=31), bytearray(), start
    try:
        while not unpack.eof and at < len(data) and len(parts) <= limit:
            chunk = data[at : at + _CHUNK]
            parts += unpack.decompress(chunk, limit + 1 - len(parts))
            at += len(chunk) - len(unpack.unused_data) - len(unpack.unconsumed_tail)
    except zlib.error:
        return None, start
    return (bytes(parts), at) if unpack.eof and len(parts) <= limit else (None, start)


def _records(
    source: str, content: bytes | mmap.mmap, found: Found, options: ArchiveOptions
) -> Iterator[bytes]:
    """Cut records by their stated length; after a bad one go on at the next start."""
    at = 0
    while at < len(content):
        head = content[at : at + _HEADER_BYTES]
        end = re.search(rb"\r?\n\r?\n", head)
        length = _LENGTH.search(head, 0, end.end()) if end else None
        size = int(length.group(1)) if length else -1
        stop = at + end.end() + size if end and length else -1
        if _START.match(head) is None or not 0 <= size <= options.page_bytes or stop > len(content):
            said = f"The record at byte {at} is cut short, too large or gives no length."
            found.wrong("record-damaged", source, said, fatal=False)
            at = _next_start(content, at + 1)
            continue
        if content[stop : stop + 4].strip(b"\r\n") and not _START.match(content[stop : stop + 12]):
            found.wrong(
                "record-damaged", source, f"The record at byte {at} gives a wrong length.", fatal=False
            )
            at = _next_start(content, at + 1)
            continue
        yield content[at:stop] + b"\r\n\r\n"
        at = stop
        while content[at : at + 1] in {b"\r", b"\n"}:
            at += 1


def _next_start(content: bytes | mmap.mmap, at: int) -> int:
    following = content.find(b"\nWARC/", at)
    return len(content) if following < 0 else following + 1


def _page(source: str, record: bytes, found: Found, options: ArchiveOptions) -> None:
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415  slow to load

    try:
        for parsed in ArchiveIterator(io.BytesIO(record), check_digests=True):
            _response(source, parsed, found, options)
    except Exception as error:  # noqa: BLE001  the library raises what its parts raise
        found.wrong("record-damaged", source, f"The record cannot be read ({type(error).__name__}).")


def _response(source: str, parsed: Any, found: Found, options: ArchiveOptions) -> None:
    headers, http = parsed.rec_headers, parsed.http_headers
    if parsed.rec_type not in _WANTED:
        return
    declared = (http or headers).get_header("Content-Type") or ""
    media = declared.split(";")[0].strip().lower()
    status = http.get_statuscode() if http else "200"
    url = headers.get_header("WARC-Target-URI") or ""
    if (media not in _MEDIA and media) or status.startswith("3") or _ROBOTS.fullmatch(url):
        return
    if not status.startswith("2"):
        found.wrong("page-not-served", source, f"The server answered {status[:3]}.")
        return
    content = parsed.content_stream().read(options.page_bytes + 1)
    if len(content) > options.page_bytes:
        found.wrong("too-large", source, f"Unpacked it is longer than {options.page_bytes} bytes.")
        return
    if parsed.digest_checker.passed is False:
        found.wrong(
            "digest-differs", source, "The bytes do not fit the checksum in the archive.", fatal=False
        )
    kind = sniff.sniff(content[: sniff.HEAD], "page.html" if _MEDIA.get(media) == "text/html" else "page")
    if kind not in _KINDS:
        found.wrong("format-not-read", source, "The record holds no page or text.")
        return
    hints = (("url", _address(url)), ("content-type", declared))
    found.reports.append(raw_report(source, _MEDIA.get(media) or _KINDS[kind], content, hints))


def _address(url: str) -> str | None:
    plain = url.strip("<>")
    return plain if plain.lower().startswith(("http://", "https://")) else None
