"""What a child process does with bytes from the network: feeds, sitemaps, robots files and pages read."""

import difflib
from collections.abc import Callable, Mapping
from dataclasses import astuple
from functools import lru_cache
from typing import Any

from warmonitor.model import Issue, RawReport, Report
from warmonitor.reference.outlets import OutletRegister, load_outlets
from warmonitor.stages.archive.fetch.feeds import read_feed
from warmonitor.stages.archive.fetch.links import Links
from warmonitor.stages.archive.fetch.pages import raw_page
from warmonitor.stages.archive.fetch.robots import robots
from warmonitor.stages.archive.fetch.sitemaps import read_sitemap
from warmonitor.stages.archive.made import shown
from warmonitor.stages.clean import clean

Told = dict[str, Any]
_LONGEST = 200_000  # characters of a difference


def feed(content: bytes, base: str, texts: str = "") -> Told:
    """Return the links of a feed, and the texts of its entries where they are wanted."""
    found = read_feed(content, base)
    return {**_links(found), "texts": list(found.texts.items()) if texts else []}


def sitemap(content: bytes, base: str) -> Told:
    """Return the links of a sitemap."""
    return _links(read_sitemap(content, base))


def allowed(content: bytes, agent: str, address: str) -> Told:
    """Return what a robots.txt says of an address."""
    said = robots(content, agent, address)
    return {"allowed": said.allowed, "delay": said.delay}


def page(content: bytes, *earlier: bytes, address: str, declared: str) -> Told:
    """Return what a page is, and where there is an earlier version how its article differs from that."""
    report, issues = _read(content, address, declared)
    told: Told = {"title": shown((report and report.title) or ""), "issues": [astuple(one) for one in issues]}
    if earlier:
        before, _ = _read(earlier[0], address, declared)
        told["same"] = report is not None and before is not None and _words(report) == _words(before)
        told["difference"] = _difference(before, report, address)
    return told


WORKS: Mapping[str, Callable[..., Told]] = {
    "feed": feed,
    "sitemap": sitemap,
    "allowed": allowed,
    "page": page,
}


@lru_cache(maxsize=1)
def _outlets() -> OutletRegister:
    return load_outlets()


def _links(found: Links) -> Told:
    return {
        "pages": list(found.pages.items()),
        "maps": found.maps,
        "issues": [astuple(one) for one in found.issues],
    }


def _read(content: bytes, address: str, declared: str) -> tuple[Report | None, list[Issue]]:
    raw = raw_page(address, content, declared)
    return clean(raw, _outlets()) if isinstance(raw, RawReport) else (None, [raw])


def _words(report: Report) -> tuple[str, str]:
    return report.title or "", report.text


def _lines(report: Report | None) -> list[str]:
    return [part for words in _words(report) for part in words.split("\n\n")] if report else []


def _difference(before: Report | None, after: Report | None, address: str) -> str:
    """Return the paragraphs that went and came, as a unified difference without context."""
    names = (f"{address} {before.sha256 if before else ''}", f"{address} {after.sha256 if after else ''}")
    lines = difflib.unified_diff(_lines(before), _lines(after), *names, n=0, lineterm="")
    return "\n".join(lines)[:_LONGEST]
