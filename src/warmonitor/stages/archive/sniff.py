"""What a file is, by its first bytes and by its name."""

import re
import zlib
from enum import StrEnum
from functools import lru_cache

from warmonitor.stages.archive.made import load_table

HEAD = 65_536  # bytes that are looked at

_GZIP = b"\x1f\x8b"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|article|main|title|meta|div|section|p)\b", re.IGNORECASE
)
_FEED = re.compile(rb"<(?:rss|feed|rdf:rdf)\b", re.IGNORECASE)
_FRONT_MATTER = re.compile(rb"\A---[ \t]*\r?\n(?:[^\n]*\n){0,40}?---[ \t]*\r?\n")
_CONTROL = frozenset(range(32)) - frozenset(b"\t\n\r\f\x1b\x00")


class Kind(StrEnum):
    """The formats that are read, and those that are not."""

    HTML = "html"
    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"
    WARC = "warc"
    FEED = "feed"
    BINARY = "binary"
    EMPTY = "empty"


@lru_cache(maxsize=1)
def _suffixes() -> tuple[tuple[str, Kind], ...]:
    table = load_table("kinds.yml")["suffixes"]
    return tuple((suffix, Kind(kind)) for kind, suffixes in table.items() for suffix in suffixes)


@lru_cache(maxsize=1)
def _magic() -> tuple[tuple[bytes, str], ...]:
    return tuple((bytes.fromhex(str(k)), str(v)) for k, v in load_table("kinds.yml")["not_read"].items())


def by_name(name: str) -> Kind | None:
    """Return what the end of the name says, ".gz" aside."""
    plain = name.lower().removesuffix(".gz")
    return next((kind for suffix, kind in _suffixes() if plain.endswith(suffix)), None)


def not_read(head: bytes) -> str | None:
    """Return what to call a format that is not read, None where the bytes are none of them."""
    return next((said for magic, said in _magic() if head.startswith(magic)), None)


def is_gzip(head: bytes) -> bool:
    """Say whether the bytes begin a gzip member."""
    return head.startswith(_GZIP)


def opened(head: bytes) -> bytes:
    """Return the first bytes inside a gzip member, as far as they can be unpacked."""
    try:
        return zlib.decompressobj(wbits=31).decompress(head, HEAD)
    except zlib.error:
        return b""


def sniff(head: bytes, name: str) -> Kind:
    """Return what the first bytes (already unpacked) are; the name decides where they leave it open."""
    told = by_name(name)
    if not head.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        return Kind.EMPTY if not head.strip() else Kind.BINARY
    if head.startswith(b"WARC/"):
        return Kind.WARC
    if not_read(head) or is_gzip(head) or _looks_binary(head):
        return Kind.BINARY
    return _markup(head, told) or _plain(head, told)


def _markup(head: bytes, told: Kind | None) -> Kind | None:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").replace(b"\x00", b"")
    if not start.startswith(b"<"):
        return Kind.HTML if told is Kind.HTML else None
    feed, page = _FEED.search(start[:4000]), _HTML.search(start[:4000])
    if feed and (page is None or feed.start() < page.start()):
        return Kind.FEED
    if page or told is Kind.HTML:
        return Kind.HTML
    return Kind.FEED if start.startswith(b"<?xml") or told is Kind.FEED else None


def _plain(head: bytes, told: Kind | None) -> Kind:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:1] == b"{" or (start[:1] == b"[" and re.match(rb"\[\s*[{\]]", start)):
        return Kind.JSON
    if told is Kind.JSON:
        return Kind.JSON
    if _FRONT_MATTER.match(start):
        return Kind.MARKDOWN
    return told if told in {Kind.MARKDOWN, Kind.FEED} else Kind.TEXT


def _looks_binary(head: bytes) -> bool:
    if head.startswith(_UTF16) or _half_nul(head):
        return False
    odd = sum(byte in _CONTROL for byte in head)
    return head.count(0) > len(head) // 50 or odd > len(head) // 20


def _half_nul(head: bytes) -> bool:
    """Say whether every other byte is mostly NUL, as in Latin-script UTF-16 without a mark."""
    half = len(head) // 2
    return half > 8 and any(
        head[i::2].count(0) > half * 0.7 and head[1 - i :: 2].count(0) < half * 0.05 for i in (0, 1)
    )
