"""Links of RSS, Atom and JSON feeds, and the texts of their entries."""

import io
import json
from collections import Counter
from dataclasses import dataclass
from html import escape
from typing import Any

from warmonitor.stages.archive.feed import longest, shortened
from warmonitor.stages.archive.fetch.links import MOST, Links

_KEYS = ("id", "link", "title", "published", "author")


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of a feed; `body` is its text in HTML."""

    name: str
    link: str
    title: str
    published: str
    author: str
    body: str

    def page(self) -> str:
        """Return the entry as a page of its own, "" where it has no text."""
        told = (("article:published_time", self.published), ("author", self.author))
        meta = "".join(f'<meta name="{name}" content="{escape(value)}">' for name, value in told if value)
        head = f'<meta charset="utf-8"><title>{escape(self.title)}</title>{meta}'
        article = f"<article><h1>{escape(self.title)}</h1>{self.body}</article>"
        return f"<html><head>{head}</head><body>{article}</body></html>" if self.body.strip() else ""


def read_feed(content: bytes, base: str) -> Links:
    """Return the links of a feed and the texts beside them; `base` is the feed's address."""
    found = Links(base)
    start = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    entries = _json(content, found) if start == b"{" else _xml(content, found)
    if len(entries) > MOST:
        found.wrong("too-many-links", f"The feed has {len(entries)} entries; {MOST} are read.")
    _take(entries[:MOST], found)
    return found


def _take(entries: list[_Entry], found: Links) -> None:
    """Take entries; those that share an id are one, whatever their links."""
    ids: Counter[str] = Counter()
    for entry in entries:
        ids[entry.name] += bool(entry.name)
        if entry.link and ids[entry.name] <= 1:
            found.add(entry.link, entry.title, entry.page())
    if more := sum(count - 1 for count in ids.values() if count > 1):
        found.wrong("read-already", f"{more} entries bear the id of another; the first of each is taken.")
    if without := sum(not entry.link for entry in entries):
        found.wrong("no-link", f"{without} entries lead to no page.")


def _xml(content: bytes, found: Links) -> list[_Entry]:
    import feedparser  # noqa: PLC0415  slow to load

    told = {"content-location": found.base, "content-type": "application/xml"}
    parsed = feedparser.parse(io.BytesIO(shortened(content)), response_headers=told)
    entries = parsed.get("entries", [])
    if not entries and not parsed.get("version"):
        found.wrong("not-a-feed", "What was served is no feed.", fatal=True)
    elif parsed.get("bozo"):
        said = f"The feed is damaged or cut short; {len(entries)} entries were read."
        found.wrong("feed-damaged", said, fatal=not entries)
    return [_of_xml(entry) for entry in entries]


def _of_xml(entry: Any) -> _Entry:
    name, link, title, published, author = (_words(entry.get(key)) for key in _KEYS)
    body, media = longest(entry)
    return _Entry(name, link, title, published, author, body if media == "text/html" else _paragraphs(body))


def _json(content: bytes, found: Links) -> list[_Entry]:
    """Return the items of a JSON Feed (jsonfeed.org, version 1.1)."""
    try:
        told = json.loads(content.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        told = None
    items = told.get("items") if isinstance(told, dict) else None
    if not isinstance(items, list):
        found.wrong("not-a-feed", "What was served is no feed.", fatal=True)
        return []
    return [_of_json(item) for item in items if isinstance(item, dict)]


def _of_json(item: dict[str, Any]) -> _Entry:
    link = _words(item.get("url")) or _words(item.get("external_url"))
    html, text = item.get("content_html"), item.get("content_text")
    body = html if isinstance(html, str) else _paragraphs(text if isinstance(text, str) else "")
    names = [one.get("name") for one in item.get("authors") or () if isinstance(one, dict)]
    author = next(filter(None, map(_words, names)), "")
    name, title, published = (_words(item.get(key)) for key in ("id", "title", "date_published"))
    return _Entry(name, link, title, published, author, _whole(body))


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(part)}</p>" for part in text.split("\n\n") if part.strip())


def _words(value: object) -> str:
    return " ".join(_whole(str(value)).split()) if isinstance(value, str | int) else ""


def _whole(text: str) -> str:
    """Return text without half characters."""
    return text.encode("utf-8", "replace").decode()
