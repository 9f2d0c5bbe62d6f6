"""What every form of a situation report says alike: its heading, its notes, its sources."""

from collections.abc import Iterator

from warmonitor.exports.sitrep.record import Note, Sitrep, Source

LATER = "written after the period"
HOW = "Figures are ranges; each note says who says so, in which report and in which words."


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
    return f"{note.speakers}{doubt}: “{flat(note.quote)}”. {_report(note)}."


def _report(note: Note) -> str:
    title = f", “{flat(note.title)}”" if note.title else ""
    later = f", {LATER}" if note.later else ""
    at = f"characters {note.start} to {note.end}"
    return f"{note.outlet or 'outlet not known'}{title}, {note.dated}{later}, {at}"


def source_words(source: Source) -> str:
    """Return a report that notes lead to."""
    title = f", “{flat(source.title)}”" if source.title else ""
    agencies = f", credits {', '.join(source.agencies)}" if source.agencies else ""
    copied = ", a copy of another report" if source.copied else ""
    return f"{source.outlet or 'outlet not known'}{title}, {source.dated}{agencies}{copied}."


def flat(text: str) -> str:
    """Return text on one line."""
    return " ".join(text.split())
