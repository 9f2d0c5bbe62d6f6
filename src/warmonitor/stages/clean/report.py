"""Bytes of a report to its record: decode, take apart, compose, refuse or make."""

import re
from collections.abc import Mapping

from warmonitor.model import Issue, RawReport, Report
from warmonitor.reference.outlets import OutletRegister
from warmonitor.stages.clean import credit
from warmonitor.stages.clean.article import compose
from warmonitor.stages.clean.characters import folded, tidy
from warmonitor.stages.clean.credit import Credit
from warmonitor.stages.clean.dates import parse_date
from warmonitor.stages.clean.decode import decode
from warmonitor.stages.clean.draft import Draft
from warmonitor.stages.clean.lines import Line, split_lines
from warmonitor.stages.clean.markdown import read_markdown
from warmonitor.stages.clean.metadata import Metadata
from warmonitor.stages.clean.page import read_page
from warmonitor.stages.clean.refuse import refuse

_TEXT_LIMIT = 5_000_000  # characters of a plain text
_LINE_LIMIT = 20_000


def clean(raw: RawReport, outlets: OutletRegister) -> tuple[Report | None, list[Issue]]:
    """Return the article in the bytes, freed from its page, and what went wrong.

    No report is made of a login, an error page, a page without running text or one in a language that is
    not read: then the issue says so. Words of the text stand in the bytes in the same order.
    """
    draft = Draft(raw.source)
    hints = dict(raw.hints)
    text, whole = decode(raw.content, hints.get("content-type", ""))
    if not whole:
        draft.wrong("encoding-unsure", "Some bytes fit no encoding, or it had to be guessed.")
    text, flags = tidy(text)
    for code, said in flags:
        draft.wrong(code, said)
    if raw.media_type != "text/html" and len(text) > _TEXT_LIMIT:
        draft.wrong("too-large", f"The text is longer than {_TEXT_LIMIT} characters.", fatal=True)
        return None, draft.issues
    shown = _read(raw, text, hints, draft, outlets)
    if any(issue.fatal for issue in draft.issues) or refuse(draft, shown):
        return None, draft.issues
    return _made(raw, draft), draft.issues


def _read(raw: RawReport, text: str, hints: Mapping[str, str], draft: Draft, outlets: OutletRegister) -> str:
    """Fill the draft by the kind of text, and return all that the page shows."""
    if raw.media_type == "text/html":
        lines, metadata, shown = read_page(text, draft)
        if _too_many(lines, draft):
            return shown
        _take_hints(draft, hints, outlets)
        _take_metadata(draft, metadata, outlets)
        compose(lines, draft, outlets, trusted=True)
        return shown
    if raw.media_type == "text/markdown":
        text, title, fields = read_markdown(text)
        draft.title = title
        _take_hints(draft, {**_renamed(fields), **hints}, outlets)
    else:
        _take_hints(draft, hints, outlets)
    lines = split_lines(text)
    if not _too_many(lines, draft):
        compose(lines, draft, outlets)
    return text


def _too_many(lines: list[Line], draft: Draft) -> bool:
    if len(lines) > _LINE_LIMIT:
        draft.wrong("too-large", f"The text has more than {_LINE_LIMIT} lines.", fatal=True)
    return len(lines) > _LINE_LIMIT


def _renamed(fields: Mapping[str, str]) -> dict[str, str]:
    same = {
        "title": ("title", "headline"),
        "published": ("date", "published"),
        "outlet": ("outlet", "source", "publisher"),
        "author": ("author", "authors", "byline"),
        "url": ("url", "link"),
    }
    found = {kind: next((fields[n] for n in names if fields.get(n)), "") for kind, names in same.items()}
    return {kind: words for kind, words in found.items() if words}


def _take_hints(draft: Draft, hints: Mapping[str, str], outlets: OutletRegister) -> None:
    """Take what the container says of the report: it stands before what the page says."""
    told = {kind: folded(tidy(words)[0]) for kind, words in hints.items()}
    url = told.get("url", "")
    draft.url = url if url.lower().startswith(("http://", "https://")) else None
    draft.title = told.get("title") or draft.title
    draft.stated = parse_date(told.get("published", ""))
    draft.outlet = _outlet_name(told.get("outlet"), draft.url, outlets)
    _take_authors(draft, [told.get("author", "")], outlets)


def _take_metadata(draft: Draft, found: Metadata, outlets: OutletRegister) -> None:
    draft.url = draft.url or found.url
    draft.outlet = draft.outlet or _outlet_name(found.outlet, draft.url, outlets)
    draft.title = _without_outlet(draft.title or found.title, draft.outlet, outlets)
    draft.stated = draft.stated or found.stated
    _take_authors(draft, found.authors, outlets)


def _outlet_name(name: str | None, url: str | None, outlets: OutletRegister) -> str | None:
    """Return the register's name for it, by the address first; else the name as given."""
    known = (outlets.at(url) if url else None) or (outlets.named(name) if name else None)
    if known:
        return known.name
    host = re.fullmatch(r"(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)+)/?", name or "")
    by_host = outlets.at(host.group(1)) if host else None
    return by_host.name if by_host else host.group(1) if host else name or None


def _take_authors(draft: Draft, authors: tuple[str, ...] | list[str], outlets: OutletRegister) -> None:
    for words in authors:
        plain = re.sub(r"^\W*by:?\s+", "", words, flags=re.IGNORECASE)
        draft.credit(Credit(credit.people_in(plain, outlets), outlets.agencies_in(plain)))


def _without_outlet(title: str | None, outlet: str | None, outlets: OutletRegister) -> str | None:
    """Take the site's name off the end of a page's title."""
    if not title:
        return None
    parts = re.split(r"\s+[|–—»·-]+\s+", title)
    while len(parts) > 1 and (parts[-1] == outlet or outlets.named(parts[-1]) or outlets.at(parts[-1])):
        parts = parts[:-1]
    return title[: title.rfind(parts[-1]) + len(parts[-1])]


def _made(raw: RawReport, draft: Draft) -> Report:
    return Report(
        id=raw.report_id,
        source=raw.source,
        sha256=raw.sha256,
        text="\n\n".join(draft.paragraphs),
        title=draft.title or None,
        outlet=draft.outlet,
        language="en",
        byline=tuple(draft.people),
        agencies=tuple(draft.agencies),
        stated_date=draft.stated,
        captions=tuple(draft.captions),
        url=draft.url,
    )
