"""Which reports an event rests on, in the words by which a reader knows them: outlet, day, title, quote."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from warmonitor.exports.book import Book
from warmonitor.exports.source import Row

_STRAND = re.compile(r"strand-[0-9a-f]{16}")


def reports_of(claims: list[Row], book: Book) -> list[Row]:
    """Return the reports of claims, each once, in the order of the claims."""
    found = (book.report(id_) for id_ in dict.fromkeys(claim["report"] for claim in claims))
    return [report for report in found if report]


def outlet(report: Row) -> str:
    """Return the outlet of a report, else the agency it credits, its address's host, its file's name."""
    for name in (report["outlet"], *report["agencies"]):
        if name:
            return str(name)
    for address in (report.get("url"), report["source"]):
        if address and (host := _host(address)):
            return host
    return PurePosixPath(report["source"].replace("\\", "/")).name or "not named"


def _host(address: str) -> str | None:
    try:
        return urlsplit(address).hostname if "://" in address else None
    except ValueError:
        return None


def day_of(report: Row) -> str:
    """Return the day on which a report was written, a span where that is all that is known, else ""."""
    dated = report["dated"]
    first, last = dated.get("earliest"), dated.get("latest")
    return (
        first if first == last and first else "/".join((first or "..", last or "..")) if first or last else ""
    )


def quotes(claims: list[Row], book: Book) -> Iterator[str]:
    """Yield what each claim says in its own words, with its outlet and speakers.

    The same words are told once, and not those that stand inside words that are told.
    """
    inner = _inside(claims)
    seen: set[tuple[str, str]] = set()
    for claim in claims:
        words, said = " ".join(claim["quote"]["text"].split()), _speakers(claim)
        report = book.report(claim["report"])
        if report is None or claim["id"] in inner or (words, said) in seen:
            continue
        seen.add((words, said))
        yield f"{outlet(report)}{said}{_stance(claim)}: “{words}”"


def _inside(claims: list[Row]) -> set[str]:
    """Return the claims whose words stand within those of another one like it in the same report."""
    found: set[str] = set()
    widest: dict[tuple[str, str, str, str], int] = {}
    for claim in sorted(claims, key=lambda one: (one["quote"]["start"], -one["quote"]["end"], one["id"])):
        like = (claim["report"], _speakers(claim), claim["stance"], claim["modality"])
        end = claim["quote"]["end"]
        if end <= widest.get(like, -1):
            found.add(claim["id"])
        widest[like] = max(end, widest.get(like, -1))
    return found


def origin_names(event: Row, book: Book) -> Iterator[str]:
    """Yield the independent origins of a record by name; a text without one by the outlet of its report."""
    for origin in event["origins"]:
        yield _STRAND.sub(lambda found: _of_strand(found[0], book), origin)


def _of_strand(strand: str, book: Book) -> str:
    row = next(iter(book.source.some("strands", [strand])), None)
    report = book.report(row["reports"][0]) if row else None
    return outlet(report) if report else strand


def _speakers(claim: Row) -> str:
    names = [link.get("name") or link.get("said") for link in claim["attribution"]]
    said = " after ".join(dict.fromkeys(name for name in names if name))
    return f" quoting {said}" if said else ""


def _stance(claim: Row) -> str:
    marks = [
        mark
        for mark in (claim["stance"], claim["modality"])
        if mark in {"denied", "alleged", "planned", "possible"}
    ]
    return f" ({', '.join(marks)})" if marks else ""
