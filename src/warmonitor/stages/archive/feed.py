"""Saved RSS and Atom feeds: each entry is a report."""

import hashlib
import io
import re
from typing import Any

from warmonitor.stages.archive.made import Found, raw_report, text_bytes
from warmonitor.stages.archive.options import ArchiveOptions

# feedparser takes time in the square of an author's length (its issue 562): nobody's name is that long.
_LONG_AUTHOR = re.compile(
    rb"(<(?:[\w.-]+:)?(?:author|creator|name|email|managingEditor|webMaster)\b[^>]{0,500}>)([^<]{320})[^<]+",
    re.IGNORECASE,
)
_FEED_BYTES = 10_000_000


def read(source: str, content: bytes, options: ArchiveOptions) -> Found:
    """Read the entries of a feed from bytes; nothing is fetched, entities are not expanded."""
    import feedparser  # noqa: PLC0415  slow to load

    found = Found()
    if len(content) > min(_FEED_BYTES, options.archive_bytes):
        found.wrong("too-large", source, f"The feed is longer than {_FEED_BYTES} bytes.")
        return found
    parsed = feedparser.parse(io.BytesIO(shortened(content)))
    entries = parsed.get("entries", [])[: options.records]
    outlet = _words(parsed.get("feed", {}).get("title"))
    seen: set[str] = set()
    for n, entry in enumerate(entries, 1):
        _entry(f"{source}#{n}", entry, outlet, seen, found)
    if not entries:
        found.wrong("feed-empty", source, "No entry of the feed can be read.")
    elif parsed.get("bozo"):
        said = f"The feed is damaged or cut short; {len(entries)} entries were read."
        found.wrong("feed-damaged", source, said, fatal=False)
    return found


def shortened(content: bytes) -> bytes:
    """Return a feed with overlong names of authors cut."""
    return _LONG_AUTHOR.sub(rb"\1\2", content)


def _entry(source: str, entry: Any, outlet: str | None, seen: set[str], found: Found) -> None:
    body, media = longest(entry)
    key = hashlib.sha256(f"{_link(entry)}\n{body}".encode("utf-8", "replace")).hexdigest()
    if not body.strip():
        found.wrong("no-text", source, "The entry has no text.")
    elif key in seen:
        found.wrong("read-already", source, "The feed holds the same entry twice.", fatal=False)
    else:
        hints = (
            ("url", _link(entry)),
            ("title", _words(entry.get("title"))),
            ("published", _words(entry.get("published"))),
            ("outlet", outlet),
            ("author", (_words(entry.get("author")) or "")[:320]),
        )
        found.reports.append(raw_report(source, media, text_bytes(body), hints))
    seen.add(key)


def longest(entry: Any) -> tuple[str, str]:
    """Return the longest text of the entry and its media type."""
    contents = [*entry.get("content", ()), entry.get("summary_detail") or {}]
    texts = [(str(c.get("value") or ""), str(c.get("type") or "text/html")) for c in contents]
    body, media = max(texts, key=lambda text: len(text[0]), default=("", "text/html"))
    return body, "text/html" if "html" in media or "<p" in body else "text/plain"


def _link(entry: Any) -> str | None:
    link = str(entry.get("link") or "")
    return link if link.lower().startswith(("http://", "https://")) else None


def _words(value: object) -> str | None:
    return " ".join(str(value).split()) if value else None
