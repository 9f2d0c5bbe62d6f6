"""JSON: one record a line, an array of records, or one record."""

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache

from warmonitor.stages.archive.made import Found, load_table, raw_report, shown, text_bytes
from warmonitor.stages.archive.options import ArchiveOptions

_HINTS = ("url", "title", "published", "outlet", "author", "language")


@lru_cache(maxsize=1)
def _fields() -> Mapping[str, tuple[str, ...]]:
    return {key: tuple(names) for key, names in load_table("fields.yml").items()}


def read(source: str, content: bytes, options: ArchiveOptions) -> Found:
    """Read records from JSON lines, an array or a single object; a bad one is an issue."""
    found = Found()
    text = content.decode("utf-8-sig", "replace")
    for n, item in _items(source, text, found):
        if n > options.records:
            found.wrong("too-many-records", source, f"Only {options.records} records were read.", fatal=False)
            break
        _record(f"{source}#{n}", item, found, options)
    if not found.reports and not found.issues:
        found.wrong("source-empty", source, "The file holds no record.")
    return found


def _items(source: str, text: str, found: Found) -> Iterator[tuple[int, object]]:
    whole = _parsed(text)
    if isinstance(whole, list):
        yield from enumerate(whole, 1)
    elif whole is not None:
        yield 1, whole
    elif text.lstrip().startswith("["):
        yield from _array(source, text, found)
    else:
        yield from _lines(source, text, found)


def _parsed(text: str) -> object:
    """Return the value, None where the text is no JSON (nor deeper than the parser can go)."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _lines(source: str, text: str, found: Found) -> Iterator[tuple[int, object]]:
    for n, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        item = _parsed(line)
        if item is None:
            found.wrong("not-json", f"{source}#{n}", f"Line {n} is not JSON.")
        else:
            yield n, item


def _array(source: str, text: str, found: Found) -> Iterator[tuple[int, object]]:
    """Read the elements of an array that breaks off, up to the break."""
    decoder, at, n = json.JSONDecoder(), text.index("[") + 1, 0
    while True:
        at += len(text[at:]) - len(text[at:].lstrip(" \t\r\n,"))
        if text[at : at + 1] == "]":
            return
        try:
            item, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            found.wrong("cut-short", source, f"The list breaks off after {n} records.", fatal=bool(not n))
            return
        n += 1
        yield n, item


def _record(source: str, item: object, found: Found, options: ArchiveOptions) -> None:
    if not isinstance(item, dict):
        found.wrong("no-record", source, "It is JSON, but no object with fields.")
        return
    html, text = _first(item, "html"), _first(item, "text")
    body = html or text
    if not body or not body.strip():
        found.wrong("no-text", source, "The record has no field with text.")
        return
    content = text_bytes(body)
    if len(content) > options.page_bytes:
        found.wrong("too-large", source, f"The record is longer than {options.page_bytes} bytes.")
        return
    media = "text/html" if html or _is_markup(body) else "text/plain"
    hints = ((key, _first(item, key)) for key in _HINTS)
    found.reports.append(raw_report(source, media, content, hints))


def _is_markup(body: str) -> bool:
    start = body.lstrip()[:200].lower()
    return start.startswith(("<!doctype html", "<html", "<p>", "<div", "<article", "<body"))


def _first(item: Mapping[str, object], key: str) -> str | None:
    """Return the first field of that meaning that holds words; lists are joined by semicolons."""
    values = (item.get(name) for name in _fields()[key])
    return next((said for said in map(_words, values) if said), None)


def _words(value: object) -> str | None:
    if isinstance(value, str):
        return text_bytes(value).decode() if shown(value) != value else value
    if isinstance(value, dict):
        return _words(value.get("name"))
    if isinstance(value, list):
        return "; ".join(said for said in map(_words, value) if said)
    return None
