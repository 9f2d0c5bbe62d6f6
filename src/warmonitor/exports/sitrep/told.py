"""What every form of a situation report says alike: its heading, its notes, its sources."""

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import urlsplit

from warmonitor.exports.sitrep.record import Note, Sitrep, Source

_UNSAFE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
LATER = "written after the period"
HOW = "Figures are ranges; each note says who says so, in which report and in which words."

# For files, which do not know by which name the reading room is asked: its address follows.
LEADS = "All of them stand in the reading room at"


def heading(report: Sitrep) -> Iterator[str]:
    """Yield what stands below the title: period, area, how to read it, and what it was made from."""
    yield f"Period: {report.period}."
    yield f"Area: {report.area}."
    yield HOW
    yield footer(report)


def footer(report: Sitrep) -> str:
    """Return what every page of a file says at its foot."""
    made = f"Made by warmonitor {report.made}"
    return f"{made} from a store whose chain ends at {report.chain}." if report.chain else f"{made}."


def note_words(note: Note) -> str:
    """Return a note: who says it, in which words, in which report, of when."""
    doubt = f" [{note.doubt}]" if note.doubt else ""
    return f"{apart(note.speakers)}{doubt}: “{apart(note.quote)}”. {_report(note)}."


def _report(note: Note) -> str:
    title = f", “{apart(note.title)}”" if note.title else ""
    later = f", {LATER}" if note.later else ""
    at = f"characters {note.start} to {note.end}"
    return f"{apart(note.outlet or 'outlet not known')}{title}, {note.dated}{later}, {at}"


def source_words(source: Source) -> str:
    """Return a report that notes lead to."""
    title = f", “{apart(source.title)}”" if source.title else ""
    agencies = f", credits {', '.join(map(apart, source.agencies))}" if source.agencies else ""
    copied = ", a copy of another report" if source.copied else ""
    return f"{apart(source.outlet or 'outlet not known')}{title}, {source.dated}{agencies}{copied}."


def apart(text: str) -> str:
    """Return text from outside on one line, its direction kept to itself."""
    return isolated(" ".join(text.split()))


def runs_right(text: str) -> bool:
    """Say whether text runs from right to left, by its first letter that runs at all."""
    ways = (unicodedata.bidirectional(one) for one in text)
    return next((way for way in ways if way in {"L", "R", "AL"}), "L") != "L"


def isolated(text: str) -> str:
    """Return text of which the direction does not reach what stands around it."""
    return (
        f"\u2068{text}\u2069" if any(unicodedata.bidirectional(one) in {"R", "AL"} for one in text) else text
    )


def clean(text: str) -> str:
    """Return text without control characters and halves of characters, which XML cannot hold."""
    return _UNSAFE.sub("\ufffd", text)


def outside(url: str | None) -> str | None:
    """Return an address that may be a link to the world outside, None where it is none."""
    try:
        parts = urlsplit(clean(url or ""))
    except ValueError:
        return None
    return clean(url or "") if parts.scheme in {"http", "https"} and parts.hostname else None
