"""What a page says of itself: title, outlet, authors, publication date, address."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from warmonitor.stages.clean.characters import folded, tidy
from warmonitor.stages.clean.dates import parse_date, stated_date
from warmonitor.stages.clean.table import load_table

_ARTICLE = re.compile(r"article|reportage|posting|liveblog|webpage|report", re.IGNORECASE)
_DATE_CLASS = re.compile(
    r"(?:^|[-_ ])(?:date|dateline|datetime|time|timestamp|published?|posted|pubdate|entry-meta|meta)",
    re.IGNORECASE,
)
_CHANGED_CLASS = re.compile(r"updat|modif|edit|comment|related|sidebar|footer", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page states; None and empty where it states nothing."""

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    stated: date | None = None
    url: str | None = None


def read_metadata(tree: Any) -> Metadata:
    """Return what JSON-LD, meta elements and marked elements of the page state."""
    things = list(_things(tree))
    metas = _metas(tree)
    return Metadata(
        title=_title(tree, things, metas),
        outlet=_first((metas.get("og:site_name"), _publisher(things), metas.get("application-name"))),
        authors=tuple(dict.fromkeys(_authors(things, metas))),
        stated=_date(tree, things, metas),
        url=_url(tree, metas),
    )


def _things(tree: Any) -> Iterator[dict[str, Any]]:
    """Yield the JSON-LD objects that describe an article."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            found = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _flat(found, 0):
            if any(_ARTICLE.search(str(kind)) for kind in _listed(thing.get("@type"))):
                yield thing


def _flat(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 6:
        return
    for item in _listed(value):
        if isinstance(item, dict):
            yield item
            for name in ("@graph", "mainEntity", "mainEntityOfPage"):
                yield from _flat(item.get(name), depth + 1)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        said = _words(meta.get("content"))
        if name and said:
            found.setdefault(name.strip().lower(), said)
    return found


def _words(value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    return folded(tidy(value)[0])[:500] or None


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _publisher(things: list[dict[str, Any]]) -> str | None:
    named = (p.get("name") if isinstance(p, dict) else p for t in things for p in _listed(t.get("publisher")))
    return _first(_words(name) for name in named)


def _title(tree: Any, things: list[dict[str, Any]], metas: dict[str, str]) -> str | None:
    headings = [folded("".join(h.itertext())) for h in tree.iter("h1")]
    headlines = [_words(t.get("headline")) for t in things]
    titles = [folded("".join(t.itertext())) for t in tree.iter("title")]
    named = _first((*headlines, metas.get("og:title"), metas.get("twitter:title"), *titles))
    inside = (h for h in headings if named and len(h.split()) >= 2 and h.casefold() in named.casefold())
    only = headings[0] if len(headings) == 1 and len(headings[0].split()) >= 3 else None
    return _first((next(inside, None), only, named))


def _authors(things: list[dict[str, Any]], metas: dict[str, str]) -> Iterator[str]:
    """Yield the authors as the page names them; those that are no people are told apart later."""
    listed = (a for t in things for a in _listed(t.get("author")))
    names = [_words(a.get("name")) if isinstance(a, dict) else _words(a) for a in listed]
    names = [name for name in names if name] or [
        metas[key]
        for key in ("author", "article:author", "dc.creator", "byl", "parsely-author")
        if key in metas
    ]
    yield from (name for name in names if name and not name.lower().startswith(("http", "www.", "@")))


def _url(tree: Any, metas: dict[str, str]) -> str | None:
    links = (link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    found = _first((*links, metas.get("og:url")))
    return found.strip() if found and found.strip().lower().startswith(("http://", "https://")) else None


def _date(tree: Any, things: list[dict[str, Any]], metas: dict[str, str]) -> date | None:
    """Return the publication date: JSON-LD, then meta elements, then marked elements; never a change's."""
    said = [_words(t.get("datePublished")) or _words(t.get("dateCreated")) for t in things]
    said += [metas.get(name) for name in load_table("metadata.yml")["published"]]
    found = next((d for d in (parse_date(words) for words in said if words) if d), None)
    return found or _date_of_elements(tree)


def _date_of_elements(tree: Any) -> date | None:
    for element in tree.iter(
        "time", "abbr", "span", "div", "p", "small", "li", "em", "a", "td", "h4", "h5", "h6"
    ):
        names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
        marked = element.tag == "time" or _DATE_CLASS.search(names)
        if not marked or _CHANGED_CLASS.search(names) or _in_aside(element):
            continue
        words = folded(" ".join(element.itertext()))[:160]
        exact = element.get("datetime") if element.tag == "time" else element.get("content")
        found = parse_date(exact or "") if not re.search("updat|modif", words, re.IGNORECASE) else None
        found = found or stated_date(words)
        if found:
            return found
    return None


def _in_aside(element: Any) -> bool:
    above = element.iterancestors("aside", "footer", "nav", "section", "li")
    return any(
        a.tag in {"aside", "footer", "nav"} or _CHANGED_CLASS.search(a.get("class") or "") for a in above
    )
