"""Links of RSS, Atom and JSON feeds."""

import io
import json
from collections import Counter
from typing import Any

from warmonitor.stages.archive.feed import shortened
from warmonitor.stages.archive.fetch.links import MOST, Links


def read_feed(content: bytes, base: str) -> Links:
    """Return the links of a feed; `base` is its address, against which links are read."""
    found = Links(base)
    entries = (
        _json(content, found) if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{" else _xml(content, found)
    )
    if len(entries) > MOST:
        found.wrong("too-many-links", f"The feed has {len(entries)} entries; {MOST} are read.")
    _take(entries[:MOST], found)
    return found


def _take(entries: list[tuple[str, str, str]], found: Links) -> None:
    """Take entries (id, link, title); those that share an id are one, whatever their links."""
    ids: Counter[str] = Counter()
    for name, link, title in entries:
        ids[name] += bool(name)
        if link and ids[name] <= 1:
            found.add(link, title)
    if more := sum(count - 1 for count in ids.values() if count > 1):
        found.wrong("read-already", f"{more} entries bear the id of another; the first of each is taken.")
    if without := sum(not link for _, link, _ in entries):
        found.wrong("no-link", f"{without} entries lead to no page.")


def _xml(content: bytes, found: Links) -> list[tuple[str, str, str]]:
    import feedparser  # noqa: PLC0415  slow to load

    told = {"content-location": found.base, "content-type": "application/xml"}
    parsed = feedparser.parse(io.BytesIO(shortened(content)), response_headers=told)
    entries = parsed.get("entries", [])
    if not entries and not parsed.get("version"):
        found.wrong("not-a-feed", "What was served is no feed.", fatal=True)
    elif parsed.get("bozo"):
        said = f"The feed is damaged or cut short; {len(entries)} entries were read."
        found.wrong("feed-damaged", said, fatal=not entries)
    return [(_words(e.get("id")), _words(e.get("link")), _words(e.get("title"))) for e in entries]


def _json(content: bytes, found: Links) -> list[tuple[str, str, str]]:
    """Return the items of a JSON Feed (jsonfeed.org, version 1.1)."""
    try:
        told = json.loads(content.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        told = None
    items = told.get("items") if isinstance(told, dict) else None
    if not isinstance(items, list):
        found.wrong("not-a-feed", "What was served is no feed.", fatal=True)
        return []
    return [(_words(i.get("id")), _link(i), _words(i.get("title"))) for i in items if isinstance(i, dict)]


def _link(item: dict[str, Any]) -> str:
    return _words(item.get("url")) or _words(item.get("external_url"))


def _words(value: object) -> str:
    return (
        " ".join(str(value).encode("utf-8", "replace").decode().split())
        if isinstance(value, str | int)
        else ""
    )
